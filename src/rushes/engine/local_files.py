"""Files of this computer among the inputs of a draft, and what is sent in their place.

A draft names a file by a ``file:`` link. The service cannot fetch such a link, so nothing is ever
sent with one: before a job is written down, the files themselves are put in as ``data:`` links,
which the service takes up to `MOST_BYTES_SENT` in all.
"""

import base64
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rushes.domain.errors import InputRefused
from rushes.domain.model_spec import FieldKind, InputField, ModelSpec
from rushes.domain.request import JsonValue
from rushes.domain.validation import Problem
from rushes.engine.generation import GenerationWish
from rushes.media.file_format import HEAD_BYTES, JPEG, PNG, WEBP, FileFormat, sniff

MOST_BYTES_SENT = 64 * 1024**2
"""Bytes of all ``data:`` links of one job together, as the service's own clients bound it."""

_SCHEME = "file"
_MEDIA_TYPES: Mapping[FileFormat, str] = {
    PNG: "image/png",
    JPEG: "image/jpeg",
    WEBP: "image/webp",
}
_STAND_IN = "data:,"


def local_link(path: Path) -> str:
    """The link by which a draft names a file; *path* is absolute."""
    return path.as_uri()


def local_path(link: str) -> Path | None:
    """The file that a link names; None for any other link."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme != _SCHEME or parts.netloc not in ("", "localhost"):
        return None
    path = unquote(parts.path)
    if os.name == "nt":
        path = path.removeprefix("/")
    return Path(path) if Path(path).is_absolute() else None


def with_links_moved(value: JsonValue, old: Path, new: Path) -> JsonValue:
    """A draft's values with the links that lead into a folder leading into its new place."""
    if isinstance(value, Mapping):
        return {name: with_links_moved(each, old, new) for name, each in value.items()}
    if isinstance(value, list):
        return [with_links_moved(each, old, new) for each in value]
    path = local_path(value) if isinstance(value, str) else None
    if path is None or not path.is_relative_to(old):
        return value
    return local_link(new / path.relative_to(old))


def as_if_sent(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The inputs with something that could be sent in place of files, to be checked; at once."""
    return _with(spec, inputs, lambda _, __: _STAND_IN)


def with_files(wish: GenerationWish) -> GenerationWish:
    """The wish with its files put in as ``data:`` links. Blocks: it reads them.

    Raises InputRefused when a file is gone, is not what the model takes, or is too large.
    """
    room = MOST_BYTES_SENT

    def put_in(field: InputField, path: Path) -> str:
        nonlocal room
        link = _data_link(field, path, room)
        room -= len(link)
        return link

    return replace(wish, inputs=_with(wish.spec, wish.inputs, put_in))


def _with(
    spec: ModelSpec,
    inputs: Mapping[str, JsonValue],
    put_in: Callable[[InputField, Path], str],
) -> dict[str, JsonValue]:
    changed = dict(inputs)
    for field in spec.fields:
        value = inputs.get(field.name)
        if field.kind is FieldKind.MEDIA and isinstance(value, str):
            changed[field.name] = _replaced(field, value, put_in)
        elif field.kind is FieldKind.MEDIA_LIST and isinstance(value, list):
            changed[field.name] = [_replaced(field, each, put_in) for each in value]
    return changed


def _replaced(
    field: InputField, value: JsonValue, put_in: Callable[[InputField, Path], str]
) -> JsonValue:
    path = local_path(value) if isinstance(value, str) else None
    return value if path is None else put_in(field, path)


def _data_link(field: InputField, path: Path, room: int) -> str:
    try:
        with path.open("rb") as file:
            found = sniff(file.read(HEAD_BYTES))
            media_type = _MEDIA_TYPES.get(found) if found is not None else None
            if media_type is None or field.medium != "image":
                raise _refused(field, "file_unfit")
            file.seek(0)
            # Four characters carry three bytes.
            data = file.read(room * 3 // 4 + 1)
    except OSError as error:
        raise _refused(field, "file_missing") from error
    link = f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
    if len(link) > room:
        raise _refused(field, "files_too_large")
    return link


def _refused(field: InputField, code: str) -> InputRefused:
    values = {"title": field.title, "most": MOST_BYTES_SENT // 1024**2}
    return InputRefused([Problem(field.name, code, values)])
