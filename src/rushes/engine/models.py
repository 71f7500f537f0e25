"""The models that can be asked: those that come with Rushes, a file, or the service's catalogue."""

import json
from pathlib import Path

from rushes.domain.errors import CatalogueEntryUnreadable
from rushes.domain.model_spec import ModelSpec, read_model
from rushes.domain.resources import resource_path

FIRST_MODEL = "wan-ai/wan-2-1/text-to-video"
"""The model that a new library begins with."""


def bundled_models() -> list[ModelSpec]:
    """Return the models that come with Rushes, the first model first. Reads small files."""
    specs = [read_model_file(path) for path in sorted(resource_path("models").glob("*.json"))]
    return sorted(specs, key=lambda spec: (spec.model_id != FIRST_MODEL, spec.model_id))


def read_model_file(path: Path) -> ModelSpec:
    """Read a catalogue entry from a JSON file.

    Raises OSError, and CatalogueEntryUnreadable when it is not one.
    """
    try:
        return read_model(json.loads(path.read_text("utf-8")))
    except (ValueError, RecursionError) as error:
        raise CatalogueEntryUnreadable(f"{path.name} is not JSON") from error
