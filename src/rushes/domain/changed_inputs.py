"""Which inputs set one request apart from another."""

from rushes.domain.request import GenerationRequest

MODEL = ""
"""Stands for the model itself among the names of inputs that changed; no input is called so."""

_FIRST = ("prompt", "seed")


def changed_inputs(before: GenerationRequest, after: GenerationRequest) -> tuple[str, ...]:
    """Return the names of the inputs that are not the same, those that say most first.

    An input that only one of both has is not the same. Another model comes first of all, as
    `MODEL`; then the prompt, the seed, and the others by name.
    """
    names = before.inputs.keys() | after.inputs.keys()
    absent = object()
    changed = [
        name
        for name in sorted(names)
        if before.inputs.get(name, absent) != after.inputs.get(name, absent)
    ]
    changed.sort(key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    return ((MODEL,) if before.model_id != after.model_id else ()) + tuple(changed)
