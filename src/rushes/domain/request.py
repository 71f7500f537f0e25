"""What is asked of a model: frozen, and the very bytes that are sent."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

JsonValue = Any
"""A value that JSON can hold: str, int, float, bool, None, list or dict of these."""


def canonical_json(value: JsonValue) -> str:
    """Write a value as JSON in one fixed form: sorted keys, no spaces, no escapes for letters.

    Raises ValueError for NaN and the infinities, which JSON does not have.
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One paid request: the model's id and the inputs, exactly as they are sent.

    Attributes:
        model_id: the service's name of the model, such as ``wan-ai/wan-2-1/text-to-video``.
        inputs: the input fields by name; read-only.
    """

    model_id: str
    inputs: Mapping[str, JsonValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Halves of surrogate pairs can be neither stored nor sent; arguments may hold them.
        written = canonical_json(dict(self.inputs)).encode("utf-8", "replace")
        copied = json.loads(written)
        object.__setattr__(self, "inputs", MappingProxyType(copied))

    @property
    def body(self) -> bytes:
        """The body of the POST: the inputs at the top level, canonical JSON in UTF-8."""
        return canonical_json(dict(self.inputs)).encode()

    @property
    def digest(self) -> str:
        """SHA-256 of the body in hexadecimal, as the journal, receipts and ledgers name it."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def prompt(self) -> str:
        """The words of the prompt, or of the field that stands in for it; else empty."""
        for name in ("prompt", "tags", "text"):
            value = self.inputs.get(name)
            if isinstance(value, str):
                return value
        return ""
