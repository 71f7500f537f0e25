"""Read steps as they stand in a fault file; `rushes.simulator.faults.help_text` tells the form."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rushes.domain.request import JsonValue
from rushes.simulator.faults.fault import Moment
from rushes.simulator.faults.fault_reading import read_fault
from rushes.simulator.faults.fields import FaultFileUnreadable, Fields
from rushes.simulator.faults.presets import PRESETS
from rushes.simulator.faults.step import CallKind, Span, Step
from rushes.simulator.jobs import RemoteState


def read_fault_file(path: Path) -> list[JsonValue]:
    """Return the steps of a file as they stand, once they are known to make sense.

    Raises FaultFileUnreadable with the line or the step that is wrong, and OSError.
    """
    try:
        steps = json.loads(path.read_text("utf-8"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise FaultFileUnreadable(
            f"line {error.lineno}, column {error.colno}: {error.msg}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise FaultFileUnreadable(str(error)) from error
    if not isinstance(steps, list):
        raise FaultFileUnreadable("a list of steps is needed")
    read_steps(steps, path.parent)
    return steps


def read_steps(entries: Iterable[JsonValue], folder: Path) -> list[Step]:
    """Read steps; a preset may stand for several. Raises FaultFileUnreadable.

    `folder` is where the files are that bodies are read from.
    """
    steps: list[Step] = []
    for number, entry in enumerate(entries, start=1):
        place = f"step {number}"
        for name, values in _plain(place, entry):
            steps.append(_step(f"{place} ({name})" if name else place, name, values, folder))
    return steps


def _once(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands twice")
    return values


def _plain(place: str, entry: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    """Put the steps of a preset in the place of its name; what stands beside it goes first."""
    if isinstance(entry, str):
        entry = {"preset": entry}
    if not isinstance(entry, Mapping) or "preset" not in entry:
        yield "", entry
        return
    name = entry["preset"]
    preset = PRESETS.get(name) if isinstance(name, str) else None
    if preset is None:
        raise FaultFileUnreadable(f"{place}, preset: {name!r} is not the name of a preset")
    beside = {key: value for key, value in entry.items() if key not in ("preset", "fault")}
    changes = entry.get("fault")
    if changes is not None and not isinstance(changes, Mapping):
        raise FaultFileUnreadable(f"{place}, fault: an object is needed")
    for step in preset.steps:
        fault = step["fault"]
        assert isinstance(fault, Mapping)
        yield preset.name, {**step, **beside, "fault": {**fault, **(changes or {})}}


def _step(place: str, name: str, values: JsonValue, folder: Path) -> Step:
    fields = Fields(place, values)
    inner = fields.inner("fault")
    if inner is None:
        raise fields.refuse("fault", "is missing")
    fault = read_fault(inner, folder)
    chance = fields.number("chance", most=1.0)
    step = Step(
        name=fields.text("name") or name or fault.do.value,
        fault=fault,
        calls=_calls(fields),
        count=_span(fields, "count"),
        request_count=_span(fields, "request_count"),
        times=fields.whole("times", least=1),
        chance=1.0 if chance is None else chance,
        model=fields.text("model") or "",
        request=_request(fields),
        state=fields.word("state", RemoteState) or "",
        path=fields.text("path") or "",
        is_ranged=fields.flag("ranged"),
    )
    fields.finish()
    mixed = CallKind.DOWNLOAD in step.calls and not step.strikes_media
    if mixed and fault.when is Moment.CONNECTING:
        raise fields.refuse("call", "downloads have a port of their own")
    return step


def _calls(fields: Fields) -> frozenset[CallKind]:
    words = fields.texts("call")
    if not words:
        raise fields.refuse("call", "is missing")
    try:
        return frozenset(CallKind(word) for word in words)
    except ValueError:
        known = ", ".join(CallKind)
        raise fields.refuse("call", f"one of {known} is needed, or a list of them") from None


def _span(fields: Fields, name: str) -> Span:
    """``"every"``, one number, or ``[from, to]``, where ``to`` may be null."""
    value = fields.take(name)
    if value is None or value == "every":
        return Span()
    ends = value if isinstance(value, list) and len(value) == 2 else [value, value]
    first, last = ends
    if _counts(first) and (last is None or (_counts(last) and last >= first)):
        return Span(first, last)
    raise fields.refuse(name, 'a number from 1 on, [from, to], or "every" is needed')


def _counts(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _request(fields: Fields) -> str | int | None:
    value = fields.take("request")
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and _counts(value):
        return value
    raise fields.refuse("request", "an id, or a number from 1 on, is needed")
