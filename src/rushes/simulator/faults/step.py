"""Which calls a fault strikes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rushes.simulator.faults.fault import Fault
from rushes.simulator.jobs import RemoteJob


class CallKind(StrEnum):
    """The calls of the service, and the fetching of a file."""

    SUBMIT = "submit"
    STATUS = "status"
    RESULT = "result"
    CANCEL = "cancel"
    MODELS = "models"
    MODEL = "model"
    BALANCE = "balance"
    DOWNLOAD = "download"


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came.

    Attributes:
        kind: which call it is.
        path: path of the request's target.
        request_id: the request that it is about, empty if none.
        model_id: the model that it is about, empty if none.
        job: the job of that request, None if there is none.
        is_ranged: whether it asks for a part of a file.
    """

    kind: CallKind
    path: str
    request_id: str = ""
    model_id: str = ""
    job: RemoteJob | None = None
    is_ranged: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `first` to `last`, both included; counted from 1, `last` None: no end."""

    first: int = 1
    last: int | None = None

    def __contains__(self, number: int) -> bool:
        return self.first <= number and (self.last is None or number <= self.last)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a script: a fault, and the calls that it strikes.

    Attributes:
        name: what it is called in the list of what was played.
        fault: what goes wrong.
        calls: the kinds of call.
        count: which of the fitting calls, counted since the step was added.
        request_count: which of the fitting calls about the same request.
        times: how often it is played at most; None: no limit.
        chance: how likely it is played, from 0 to 1.
        model: the model id, empty for any.
        request: the request: its id, or its number in the order of acceptance; None for any.
        state: the state of the request's job, empty for any.
        path: the end of the target's path, empty for any.
        is_ranged: whether a part of a file must be asked for; None: does not matter.
    """

    name: str
    fault: Fault
    calls: frozenset[CallKind]
    count: Span = Span()
    request_count: Span = Span()
    times: int | None = None
    chance: float = 1.0
    model: str = ""
    request: str | int | None = None
    state: str = ""
    path: str = ""
    is_ranged: bool | None = None

    @property
    def strikes_media(self) -> bool:
        """Whether it is about the port of the media, not that of the API."""
        return self.calls == {CallKind.DOWNLOAD}

    def fits(self, call: Call) -> bool:
        """Tell whether a call is one of those meant, its number aside."""
        job = call.job
        return (
            call.kind in self.calls
            and (not self.model or self.model == call.model_id)
            and (
                self.request is None
                or self.request == call.request_id
                or (job is not None and self.request == job.number)
            )
            and (not self.state or (job is not None and self.state == job.state.value))
            and call.path.endswith(self.path)
            and (self.is_ranged is None or self.is_ranged == call.is_ranged)
        )


def call_on_api(method: str, segments: list[str], find: Mapping[str, RemoteJob]) -> Call | None:
    """Name the call that a method and the segments of a path make; None if they make none."""
    path = "/" + "/".join(segments)
    match method, segments:
        case "GET", ["prod", "v2", "balance"]:
            return Call(CallKind.BALANCE, path)
        case "GET", ["v1", "models"]:
            return Call(CallKind.MODELS, path)
        case (("GET" | "POST"), ["v1", "models", *parts]):
            kind = CallKind.MODEL if method == "GET" else CallKind.SUBMIT
            return Call(kind, path, model_id="/".join(parts))
        case ("GET", ["v1", "requests", request_id, ("status" | "result") as word]) | (
            "POST",
            ["v1", "requests", request_id, "cancel" as word],
        ):
            return Call(CallKind(word), path, request_id, job=find.get(request_id))
    return None


def call_on_media(path: str, find: Mapping[str, RemoteJob], *, is_ranged: bool) -> Call:
    """Name the fetching of a file; the first segment of its path is the request's id."""
    request_id = path.strip("/").split("/")[0]
    job = find.get(request_id)
    return Call(CallKind.DOWNLOAD, path, request_id, job=job, is_ranged=is_ranged)
