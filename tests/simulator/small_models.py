"""Models whose outputs are made in no time, and a client that speaks as the service's do."""

import asyncio
from typing import Any

import httpx

VIDEO_ID = "tests/small/text-to-video"
IMAGE_ID = "tests/small/text-to-image"
SOUND_ID = "tests/small/text-to-audio"

VIDEO = {
    "model_id": VIDEO_ID,
    "display_name": "Small video",
    "description": "Moves for a moment",
    "kind": "text-to-video",
    "output_type": "video",
    "input_schema": {
        "type": "object",
        "required": ["prompt"],
        "properties": {
            "prompt": {"type": "string"},
            "seed": {"type": "integer", "minimum": 0, "maximum": 1000},
            "num_frames": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 6},
            "frames_per_second": {"type": "integer", "minimum": 5, "maximum": 24, "default": 12},
            "resolution": {"type": "string", "enum": ["144p", "480p"], "default": "144p"},
            "aspect_ratio": {"type": "string", "enum": ["16:9", "9:16"], "default": "16:9"},
            "generate_audio": {"type": "boolean", "default": False},
        },
    },
}
IMAGE = {
    "model_id": IMAGE_ID,
    "kind": "text-to-image",
    "output_type": "image",
    "input_schema": {
        "type": "object",
        "required": ["prompt"],
        "properties": {
            "prompt": {"type": "string"},
            "num_images": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1},
            "width": {"type": "integer", "minimum": 64, "maximum": 2048, "default": 128},
            "height": {"type": "integer", "minimum": 64, "maximum": 2048, "default": 96},
            "output_format": {"type": "string", "enum": ["png", "jpeg", "webp"], "default": "png"},
        },
    },
}
SOUND = {
    "model_id": SOUND_ID,
    "kind": "text-to-audio",
    "output_type": "audio",
    "input_schema": {
        "type": "object",
        "required": ["prompt"],
        "properties": {
            "prompt": {"type": "string"},
            "duration": {"type": "integer", "minimum": 1, "maximum": 5, "default": 1},
            "sample_rate": {"type": "integer", "enum": [8000, 32000, 44100], "default": 32000},
            "output_format": {"type": "string", "enum": ["wav", "mp3", "ogg_opus"]},
        },
    },
}
SMALL_MODELS = [VIDEO, IMAGE, SOUND]


class Caller:
    """Calls a simulator with a token, one call a method."""

    def __init__(self, url: str, token: str = "secret") -> None:
        self.http = httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {token}"})

    async def submit(self, model_id: str = VIDEO_ID, **inputs: Any) -> httpx.Response:
        """Send inputs, with a prompt where none is given."""
        return await self.http.post(f"/v1/models/{model_id}", json={"prompt": "sea", **inputs})

    async def accepted(self, model_id: str = VIDEO_ID, **inputs: Any) -> str:
        """Send inputs that must be accepted; return the request id."""
        reply = await self.submit(model_id, **inputs)
        assert reply.status_code == 200, reply.text
        return str(reply.json()["request_id"])

    async def status(self, request_id: str) -> dict[str, Any]:
        return dict((await self.http.get(f"/v1/requests/{request_id}/status")).json())

    async def result(self, request_id: str, **query: Any) -> httpx.Response:
        return await self.http.get(f"/v1/requests/{request_id}/result", params=query)

    async def cancel(self, request_id: str) -> httpx.Response:
        return await self.http.post(f"/v1/requests/{request_id}/cancel")

    async def finished(self, request_id: str) -> dict[str, Any]:
        """Wait for the end of a job; return its result."""
        while (await self.status(request_id))["status"] not in ("completed", "cancelled"):
            await asyncio.sleep(0.02)
        return dict((await self.result(request_id, include_cost="true")).json())
