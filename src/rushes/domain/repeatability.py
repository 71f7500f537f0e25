"""Whether sending the same request again can be expected to make the same clip, and why.

The service tells neither the seed that it drew nor the prompt that prompt expansion wrote: so a
job is repeatable only if its seed was sent, and surely only if its prompt was not rewritten.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from rushes.domain.model_spec import FieldKind, ModelSpec
from rushes.domain.request import GenerationRequest, JsonValue

_EXPANSIONS = ("enable_prompt_expansion", "prompt_expansion_mode")
"""Inputs by which the catalogue's models have a prompt rewritten: a switch, and a kind."""

_SWITCHED_OFF = ("off", "none", "disabled", "false")

_RANDOM_AT_ZERO = re.compile(r"\b0\b[^.]*\brandom", re.IGNORECASE)
"""How the catalogue says that a seed of 0 is no seed, as "Use 0 to let the provider randomize"."""


class Repeatability(StrEnum):
    """Whether a job can be repeated."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


class Reason(StrEnum):
    """Why that is so."""

    SEED_AND_PROMPT_SENT = "seed_and_prompt_sent"
    """The seed was sent, and the prompt is not rewritten, though the model could."""
    SEED_SENT = "seed_sent"
    """The seed was sent, and the model does not rewrite prompts."""
    PROMPT_REWRITTEN = "prompt_rewritten"
    LINKED_FILE = "linked_file"
    """An input is an address: what lies there may be another file by now."""
    MODEL_UNKNOWN = "model_unknown"
    """The seed was sent; what else the model does is not known."""
    NO_SEED_SENT = "no_seed_sent"
    RANDOM_SEED_SENT = "random_seed_sent"
    """The seed that was sent asks the service to draw one."""
    NO_SEED_INPUT = "no_seed_input"
    NOTHING_KNOWN = "nothing_known"
    """There is a file, and nothing is known of how it was made."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a job can be repeated, and why."""

    repeatability: Repeatability
    reason: Reason


def repeatability(request: GenerationRequest, spec: ModelSpec | None) -> Verdict:
    """Judge a request.

    Args:
        request: what was or will be sent.
        spec: its model, or None where that is not known.
    """
    if not request.inputs:
        return Verdict(Repeatability.NO, Reason.NOTHING_KNOWN)
    seed_field = spec.seed_field if spec is not None else None
    seed = request.inputs.get(seed_field.name if seed_field is not None else "seed")
    if not isinstance(seed, int) or isinstance(seed, bool):
        has_none = spec is not None and seed_field is None
        return _no(Reason.NO_SEED_INPUT if has_none else Reason.NO_SEED_SENT)
    help_text = seed_field.description if seed_field is not None else ""
    if seed < 0 or (seed == 0 and _RANDOM_AT_ZERO.search(help_text)):
        return _no(Reason.RANDOM_SEED_SENT)
    expansion = _expansion(request, spec)
    if expansion:
        return _perhaps(Reason.PROMPT_REWRITTEN)
    if _has_link(request, spec):
        return _perhaps(Reason.LINKED_FILE)
    if spec is None and expansion is None:
        return _perhaps(Reason.MODEL_UNKNOWN)
    reason = Reason.SEED_SENT if expansion is None else Reason.SEED_AND_PROMPT_SENT
    return Verdict(Repeatability.YES, reason)


def _no(reason: Reason) -> Verdict:
    return Verdict(Repeatability.NO, reason)


def _perhaps(reason: Reason) -> Verdict:
    return Verdict(Repeatability.PERHAPS, reason)


def _expansion(request: GenerationRequest, spec: ModelSpec | None) -> bool | None:
    """Whether the prompt is rewritten; None where the model is not known to do that at all."""
    found: bool | None = None
    for name in _EXPANSIONS:
        field = spec.field(name) if spec is not None else None
        if name in request.inputs:
            value = request.inputs[name]
        elif field is not None:
            # What is not sent is as the model has it by itself.
            value = field.default if field.has_default else None
        else:
            continue
        found = bool(found) or _is_on(value)
    return found


def _is_on(value: JsonValue) -> bool:
    if isinstance(value, str):
        return value.strip().lower() not in ("", *_SWITCHED_OFF)
    return bool(value)


def _has_link(request: GenerationRequest, spec: ModelSpec | None) -> bool:
    if spec is None:
        return False
    media = (FieldKind.MEDIA, FieldKind.MEDIA_LIST)
    for field in spec.fields:
        if field.kind in media:
            value = request.inputs.get(field.name)
            links = value if isinstance(value, list) else [value]
            if any(isinstance(link, str) and link.startswith("http") for link in links):
                return True
    return False
