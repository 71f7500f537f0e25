"""A request in a few words: its model and the settings that people tell jobs apart by."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.request import GenerationRequest
from rushes.domain.titles import model_title

_SEPARATOR = " · "
_LONGEST_VALUE = 12


def model_and_settings(request: GenerationRequest) -> str:
    """Model, length and size, as "Wan 2.1 · 97 frames · 720p"; what is not set is left out."""
    parts = [model_title(request.model_id), _length(request), _size(request)]
    return _SEPARATOR.join(part for part in parts if part)


def _length(request: GenerationRequest) -> str:
    frames, seconds = request.inputs.get("num_frames"), request.inputs.get("duration")
    if isinstance(frames, int) and not isinstance(frames, bool):
        return QCoreApplication.translate("TakeInfo", "%n frame(s)", "", frames)
    if isinstance(seconds, int | float | str) and not isinstance(seconds, bool):
        return QCoreApplication.translate("TakeInfo", "{seconds} s").format(seconds=seconds)
    return ""


def _size(request: GenerationRequest) -> str:
    size = request.inputs.get("resolution")
    return size if isinstance(size, str) and len(size) <= _LONGEST_VALUE else ""
