"""A model whose clips are small, so that a test need not wait for pictures."""

from typing import Any

from rushes.domain.model_spec import read_model

ENTRY: dict[str, Any] = {
    "model_id": "test/tiny/text-to-video",
    "display_name": "Tiny",
    "kind": "text-to-video",
    "output_type": "video",
    "input_schema": {
        "type": "object",
        "required": ["prompt"],
        "properties": {
            "prompt": {"type": "string"},
            "seed": {"type": "integer", "minimum": 0, "maximum": 2147483647},
            "num_frames": {"type": "integer", "enum": [2, 9], "default": 2},
            "frames_per_second": {
                "type": "integer",
                "minimum": 5,
                "maximum": 24,
                "default": 16,
            },
            "resolution": {"type": "string", "enum": ["144p", "480p"], "default": "144p"},
        },
    },
}
SPEC = read_model(ENTRY)
