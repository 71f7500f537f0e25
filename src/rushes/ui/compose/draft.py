"""What stands in the compose panel and was not sent yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from rushes.domain.request import JsonValue
from rushes.ui.components.seed_field import SeedMode

MOST_TAKES = 99


@dataclass(frozen=True, slots=True)
class Draft:
    """The unsent work of a person.

    Attributes:
        model_id: the chosen model, empty for none.
        prompt: the words, as typed.
        inputs: the other inputs by name, without the seed; those left open are not in it.
        seed_mode: where the seed comes from: a new one for each job, the one in the field, or
            the one in the field moving on by the takes that went out.
        seed: the seed in the field, None where the model has none.
        takes: how many jobs, 1 to `MOST_TAKES`.
    """

    model_id: str = ""
    prompt: str = ""
    inputs: Mapping[str, JsonValue] = field(default_factory=dict)
    seed_mode: SeedMode = SeedMode.RANDOM
    seed: int | None = None
    takes: int = 1


def draft_values(draft: Draft) -> dict[str, JsonValue]:
    """Return plain values that JSON can hold."""
    return {
        "model": draft.model_id,
        "prompt": draft.prompt,
        "inputs": dict(draft.inputs),
        "seed_mode": draft.seed_mode.value,
        "seed": draft.seed,
        "takes": draft.takes,
    }


def draft_from(values: Mapping[str, JsonValue]) -> Draft:
    """Read a draft from plain values; what is missing or of the wrong type is left at its start."""
    empty = Draft()
    model_id, prompt = values.get("model"), values.get("prompt")
    inputs, seed, takes = values.get("inputs"), values.get("seed"), values.get("takes")
    mode = values.get("seed_mode")
    return Draft(
        model_id=model_id if isinstance(model_id, str) else empty.model_id,
        prompt=prompt if isinstance(prompt, str) else empty.prompt,
        inputs={str(name): value for name, value in inputs.items()}
        if isinstance(inputs, Mapping)
        else {},
        seed_mode=SeedMode(mode) if mode in set(SeedMode) else empty.seed_mode,
        seed=seed if _is_whole(seed) else None,
        takes=max(1, min(takes, MOST_TAKES)) if _is_whole(takes) else empty.takes,
    )


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
