"""What a person has set for this computer; apart from any library."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

from rushes.domain.origins import DEFAULT_SERVICE_URL


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the program. Unknown keys of a newer Rushes are kept in `unknown`.

    Attributes:
        service_url: where jobs are sent.
        library: folder of the library that was open last, empty for the default one.
        recent_libraries: folders of libraries that were opened, the latest first.
        theme: ``dark``, ``light``, ``high_contrast`` or ``system``.
        accent: ``blue``, ``violet``, ``teal`` or ``grey``.
        text_scale: percent, 80 to 200.
        density: ``comfortable`` or ``compact``.
        reduced_motion: ``system``, ``on`` or ``off``.
        language: ``system``, ``en`` or ``it``.
        surround: what lies around the Viewer's picture: ``black``, ``dark``, ``grey``, ``checker``.
        frame_cache_bytes: room for decoded frames.
        largest_download_bytes: files above this are not fetched unasked.
        frames_folder: where saved frames go; empty for ``Rushes`` among the pictures.
        volume: of clips with sound, 0 to 1.
        muted: whether clips play silently.
    """

    service_url: str = DEFAULT_SERVICE_URL
    library: str = ""
    recent_libraries: list[str] = field(default_factory=list)
    theme: str = "dark"
    accent: str = "blue"
    text_scale: int = 100
    density: str = "comfortable"
    reduced_motion: str = "system"
    language: str = "system"
    surround: str = "dark"
    frame_cache_bytes: int = 768 * 1024**2
    largest_download_bytes: int = 4 * 1024**3
    frames_folder: str = ""
    volume: float = 0.8
    muted: bool = False
    unknown: dict[str, Any] = field(default_factory=dict)


def settings_from(values: dict[str, Any]) -> Settings:
    """Read settings from plain values; a value of the wrong type falls back to the default."""
    known: dict[str, Any] = {}
    defaults = Settings()
    rest = dict(values)
    for each in fields(Settings):
        if each.name == "unknown" or each.name not in rest:
            continue
        value = rest.pop(each.name)
        if type(value) is type(getattr(defaults, each.name)):
            known[each.name] = value
    paths = known.get("recent_libraries", [])
    known["recent_libraries"] = [path for path in paths if isinstance(path, str)]
    return replace(defaults, **known, unknown=rest)


def settings_values(settings: Settings) -> dict[str, Any]:
    """Return plain values to write down, those of a newer Rushes included."""
    own = {each.name: getattr(settings, each.name) for each in fields(settings)}
    unknown = own.pop("unknown")
    return {**unknown, **own}
