"""A fault as a value: when it strikes, what it does, and the very bytes that it sends.

A fault is put together from few parts that know nothing of each other; `rushes.simulator.faults
.presets` names the combinations that are worth a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rushes.domain.request import JsonValue


class Moment(StrEnum):
    """When a fault strikes. Only `AFTER_ACCEPTING` lets the call be carried out, and billed."""

    CONNECTING = "connecting"
    BEFORE_READING = "before_reading"
    MID_BODY = "mid_body"
    AFTER_READING = "after_reading"
    AFTER_ACCEPTING = "after_accepting"


class Act(StrEnum):
    """What a fault does at its moment."""

    REPLY = "reply"
    HANG = "hang"
    RESET = "reset"
    CLOSE = "close"
    REFUSE_CONNECTIONS = "refuse_connections"


class Framing(StrEnum):
    """How a body's end is told: by its length, by the end of the connection, or by chunks."""

    LENGTH = "length"
    NO_LENGTH = "no_length"
    CHUNKED = "chunked"
    BAD_CHUNK = "bad_chunk"


class Part(StrEnum):
    """A part of a reply."""

    HEAD = "head"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a reply ends too early: after `at` bytes of the part.

    A number between 0 and 1 is a share of the part; None is a place drawn at random.
    """

    part: Part
    at: int | float | None


@dataclass(frozen=True, slots=True)
class Text:
    """A body of text; placeholders in it are filled in."""

    text: str


@dataclass(frozen=True, slots=True)
class Json:
    """A body of JSON; placeholders in its texts are filled in."""

    value: JsonValue


@dataclass(frozen=True, slots=True)
class Bytes:
    """A body as it is."""

    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Generated:
    """A body that is made while it is sent: `before`, the repeated text up to `length`, `after`.

    `length` counts the bytes of the repetition alone.
    """

    before: str
    repeat: str
    length: int
    after: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The right reply's JSON object with some members changed and others left out."""

    change: Mapping[str, JsonValue]
    leave_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The right reply's first bytes as if they were all; below 1: a share of them."""

    length: int | float


@dataclass(frozen=True, slots=True)
class WithoutBox:
    """The right reply's file without its boxes of one kind (ISO 14496-12), such as ``moov``."""

    kind: str


Body = Text | Json | Bytes | Generated | Edited | Beginning | WithoutBox


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call.

    Attributes:
        when: the moment at which it strikes.
        do: what is done then.
        delay_seconds: waited before anything is done.
        seconds: how long connections are refused, or the hanging lasts; None: until the end.
        wait_for_end: whether the call is carried out only once its job has ended.
        ignores_range: whether the whole file is sent where a part is asked for.
        status: HTTP status; None: that of the right reply, or 200 where there is none.
        headers: by name: values that replace those of the right reply; no values: left out.
        raw_head: sent instead of status line and headers, blank line included; None: none.
        body: None: that of the right reply, or an empty one where there is none.
        framing: how the body's end is told.
        announced_bytes: what ``Content-Length`` says where that is not true.
        gzip: whether the body is compressed.
        interim_replies: how many replies ``103 Early Hints`` come first.
        header_filler_bytes: how many bytes of further headers are sent.
        cut: where the reply ends early.
        then: what follows on the cut: `Act.CLOSE`, `Act.RESET` or `Act.HANG`.
        head_rate, body_rate: bytes per second; None: as fast as can be.
    """

    when: Moment = Moment.AFTER_ACCEPTING
    do: Act = Act.REPLY
    delay_seconds: float = 0.0
    seconds: float | None = None
    wait_for_end: bool = False
    ignores_range: bool = False
    status: int | None = None
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    raw_head: str | None = None
    body: Body | None = None
    framing: Framing = Framing.LENGTH
    announced_bytes: int | None = None
    gzip: bool = False
    interim_replies: int = 0
    header_filler_bytes: int = 0
    cut: Cut | None = None
    then: Act = Act.CLOSE
    head_rate: float | None = None
    body_rate: float | None = None

    @property
    def carries_out(self) -> bool:
        """Whether the call takes effect: a submit is accepted and billed."""
        return self.when is Moment.AFTER_ACCEPTING
