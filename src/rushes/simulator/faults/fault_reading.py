"""Read what a step says of its fault: the moment, the act, and the bytes of the reply."""

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from rushes.simulator.faults.fault import (
    Act,
    Beginning,
    Body,
    Bytes,
    Cut,
    Edited,
    Fault,
    Framing,
    Generated,
    Json,
    Moment,
    Part,
    Text,
    WithoutBox,
)
from rushes.simulator.faults.fields import Fields

_ENDS = (Act.CLOSE, Act.RESET, Act.HANG)

Number = TypeVar("Number", int, float)


def read_fault(fields: Fields, folder: Path) -> Fault:
    """Read a fault; `folder` is where body files are. Raises FaultFileUnreadable."""
    do = fields.word("do", Act) or Act.REPLY
    refuses = do is Act.REFUSE_CONNECTIONS
    when = fields.word("when", Moment)
    if refuses and when not in (None, Moment.CONNECTING):
        raise fields.refuse("when", "connections are refused at connecting")
    if when is Moment.CONNECTING and do is Act.REPLY:
        raise fields.refuse("do", "there is no reply before a request")
    fault = Fault(
        when=when or (Moment.CONNECTING if refuses else Moment.AFTER_ACCEPTING),
        do=do,
        delay_seconds=_or(fields.number("delay_seconds"), 0.0),
        seconds=fields.number("seconds"),
        wait_for_end=fields.flag("wait_for_end") or False,
        ignores_range=fields.flag("ignores_range") or False,
        status=fields.whole("status", least=100, most=999),
        headers=_headers(fields),
        raw_head=fields.text("raw_head"),
        body=_body(fields, folder),
        framing=fields.word("framing", Framing) or Framing.LENGTH,
        announced_bytes=fields.whole("announced_bytes"),
        gzip=fields.flag("gzip") or False,
        interim_replies=_or(fields.whole("interim_replies"), 0),
        header_filler_bytes=_or(fields.whole("header_filler_bytes"), 0),
        cut=_cut(fields),
        then=fields.word("then", Act) or Act.CLOSE,
        head_rate=fields.number("head_rate", least=0.001),
        body_rate=fields.number("body_rate", least=0.001),
    )
    fields.finish()
    if fault.then not in _ENDS:
        raise fields.refuse("then", "one of close, reset, hang is needed")
    if fault.gzip and fault.framing is Framing.LENGTH and fault.announced_bytes is None:
        raise fields.refuse("gzip", "the compressed length is not known: choose a framing")
    if not fault.carries_out and isinstance(fault.body, Edited | Beginning | WithoutBox):
        raise fields.refuse("body", "there is a right reply only after accepting")
    return fault


def _headers(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    inner = fields.inner("headers")
    if inner is None:
        return {}
    names = inner.names()
    headers = {name: inner.texts(name) or () for name in names}
    for name, values in headers.items():
        for text in (name, *values):
            if not text.isascii() or "\r" in text or "\n" in text:
                raise fields.refuse("headers", f"{name!r} cannot be sent; raw_head can send it")
    return headers


def _cut(fields: Fields) -> Cut | None:
    inner = fields.inner("cut_at")
    if inner is None:
        return None
    for part in Part:
        if inner.has(part.value):
            if inner.takes(part.value, "random"):
                cut = Cut(part, None)
            else:
                cut = Cut(part, inner.amount(part.value) or 0)
            inner.finish()
            return cut
    raise fields.refuse("cut_at", "head or body is needed")


def _body(fields: Fields, folder: Path) -> Body | None:
    inner = fields.inner("body")
    if inner is None:
        return None
    body: Body | None = None
    if inner.has("text"):
        body = Text(inner.text("text") or "")
    elif inner.has("json"):
        body = Json(inner.take("json"))
    elif inner.has("base64"):
        body = Bytes(_decoded(inner))
    elif inner.has("file"):
        body = Bytes(_content(inner, folder))
    elif inner.has("repeat"):
        body = Generated(
            before=inner.text("before") or "",
            repeat=inner.text("repeat") or " ",
            length=_or(inner.whole("bytes"), 0),
            after=inner.text("after") or "",
        )
    elif inner.has("change") or inner.has("leave_out"):
        change = inner.take("change")
        if change is not None and not isinstance(change, dict):
            raise inner.refuse("change", "an object is needed")
        body = Edited(change or {}, inner.texts("leave_out") or ())
    elif inner.has("beginning"):
        body = Beginning(inner.amount("beginning") or 0)
    elif inner.has("without_box"):
        body = WithoutBox(inner.text("without_box") or "")
    inner.finish()
    if body is None:
        raise fields.refuse("body", "it says nothing of what is sent")
    return body


def _decoded(fields: Fields) -> bytes:
    try:
        return base64.b64decode(fields.text("base64") or "", validate=True)
    except binascii.Error as error:
        raise fields.refuse("base64", str(error)) from error


def _content(fields: Fields, folder: Path) -> bytes:
    try:
        return (folder / (fields.text("file") or "")).read_bytes()
    except OSError as error:
        raise fields.refuse("file", str(error)) from error


def _or(value: Number | None, default: Number) -> Number:
    return default if value is None else value
