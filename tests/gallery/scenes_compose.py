"""The compose panel: in use, with what is in the way, narrow, and with every kind of input."""

import json
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec, read_model
from rushes.domain.request import GenerationRequest
from rushes.domain.resources import resource_path
from rushes.domain.states import JobState
from rushes.ui.compose.panel import ComposePanel

PROMPT = (
    "A log cabin under the northern lights, fresh snow, smoke from the chimney, still air, "
    "wide lens, slow push in, grainy 35 mm film"
)


def wan() -> ModelSpec:
    """The model that comes with Rushes."""
    path = resource_path("models", "wan-ai--wan-2-1--text-to-video.json")
    return read_model(json.loads(path.read_text(encoding="utf-8")))


def full_model() -> ModelSpec:
    """A model that has every kind of input."""
    link = {"type": "string", "format": "image_uri"}
    properties = {
        "prompt": {"type": "string", "default": "", "maxLength": 500},
        "negative_prompt": {
            "type": "string",
            "default": "",
            "description": "What is to be kept out of the picture.",
        },
        "enable_prompt_expansion": {"type": "boolean", "default": True},
        "first_frame": {**link, "description": "The picture that the clip begins with."},
        "reference_images": {"type": "array", "format": "image_uris", "items": link, "maxItems": 4},
        "duration": {"type": "integer", "enum": list(range(3, 16)), "default": 5},
        "resolution": {"type": "string", "enum": ["720p", "1080p", "1440p", "4k"]},
        "aspect_ratio": {
            "type": "string",
            "default": "auto",
            "enum": ["auto", "21:9", "16:9", "4:3", "1:1", "9:16"],
        },
        "guidance_scale": {"type": "number", "minimum": 1, "maximum": 20, "default": 7.5},
        "steps": {"type": "integer"},
        "generate_audio": {"type": "boolean", "default": True, "description": "A sound track."},
        "style": {"type": "string", "enum": ["film", "drawn", "clay"]},
        "keywords": {"type": "array", "items": {"type": "string"}},
        "keyframes": {"type": "array", "items": {"type": "object"}},
        "seed": {"type": "integer", "minimum": 0, "default": 0},
    }
    return read_model(
        {
            "model_id": "example/everything/image-to-video",
            "display_name": "Everything",
            "kind": "image-to-video",
            "output_type": "video",
            "input_schema": {"properties": properties, "required": ["prompt", "first_frame"]},
        }
    )


def earlier_take() -> Job:
    """A take to come from."""
    request = GenerationRequest(wan().model_id, {"prompt": "A log cabin, fresh snow"})
    identifier = "0193a8f0-0000-7000-8000-000000000001"
    return Job(identifier, identifier, 3, request, JobState.READY, created_at=0.0)


def panel(spec: ModelSpec, prompt: str = PROMPT, takes: int = 1, **inputs: object) -> ComposePanel:
    """A panel with a draft, the keyboard in its prompt."""
    made = ComposePanel()
    made.set_models([spec])
    made.restore_draft({"model": spec.model_id, "prompt": prompt, "inputs": inputs, "takes": takes})
    made.focus_prompt()
    return made


def compose() -> QWidget:
    """As in the middle of work."""
    return panel(wan(), takes=4, num_frames=97)


def compose_empty() -> QWidget:
    """Before the first word."""
    return panel(wan(), prompt="")


def compose_error() -> QWidget:
    """A value that the service would refuse."""
    return panel(wan(), frames_per_second=30)


def compose_low() -> QWidget:
    """Low and narrow: it scrolls, and its foot stays."""
    return panel(wan(), takes=2, num_frames=97)


def compose_remix() -> QWidget:
    """From an earlier take, with a seed that counts up."""
    made = panel(wan(), takes=3)
    made.use_inputs(
        wan().model_id,
        {"prompt": PROMPT, "num_frames": 97, "seed": 481_516},
        keep_seed=True,
        parent=earlier_take(),
    )
    return made


def compose_full() -> QWidget:
    """A model with every kind of input, tall enough to show them all."""
    inputs = {"first_frame": "http://pictures.example/a.png", "keyframes": [{"at": 1}]}
    return panel(full_model(), "A red kite over a harbour", **inputs)


def compose_models() -> QWidget:
    """Several models to choose from, and controls that were just put back to their defaults."""
    made = panel(wan(), num_frames=97)
    made.set_models([wan(), full_model()])
    made.reset()
    made.show()
    return made


def compose_wide() -> QWidget:
    """Beside a large screen's Viewer."""
    return compose()


SCENES: dict[str, Callable[[], QWidget]] = {
    "compose": compose,
    "compose-empty": compose_empty,
    "compose-error": compose_error,
    "compose-low": compose_low,
    "compose-remix": compose_remix,
    "compose-full": compose_full,
    "compose-models": compose_models,
    "compose-wide": compose_wide,
}

SIZES = {
    "compose": (328, 828),
    "compose-empty": (328, 828),
    "compose-error": (328, 828),
    "compose-low": (312, 640),
    "compose-remix": (288, 760),
    "compose-full": (328, 1640),
    "compose-models": (328, 828),
    "compose-wide": (400, 1300),
}
