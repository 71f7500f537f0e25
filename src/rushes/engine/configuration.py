"""What this run uses: library, service, token; from arguments, environment and settings."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from rushes.domain.origins import DEFAULT_SERVICE_URL, service_origin
from rushes.domain.settings import Settings
from rushes.engine.credentials import Credentials
from rushes.engine.keyring_store import KeyringStore
from rushes.engine.portable import portable_library, program_folder
from rushes.library.settings_file import read_settings

PROGRAM = "Rushes"
LIBRARY_VARIABLE = "RUSHES_LIBRARY"
SERVICE_VARIABLE = "RUSHES_SERVICE_URL"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What one run uses.

    Attributes:
        library: folder of the library.
        origin: pinned origin of the service.
        credentials: where the token comes from.
        settings: the settings as read.
        settings_file: where they are kept.
        state_file: where the window remembers its shape and the unsent draft.
        machine_file: what this computer remembers of the libraries that it opened.
        log_file: where the log goes.
        is_demo: whether the built-in service answers.
    """

    library: Path
    origin: str
    credentials: Credentials
    settings: Settings
    settings_file: Path
    state_file: Path
    machine_file: Path
    log_file: Path
    is_demo: bool = False

    @property
    def decoder_folder(self) -> Path:
        """Where this computer remembers which files the decoder had in its hands."""
        return self.machine_file.with_name("decoder")


def configure(
    library: str | None = None,
    *,
    demo: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Configuration:
    """Find out what to use: the argument wins over the environment, that over a library beside
    the program, and that over the settings.

    The demo has settings, library and token of its own, so that nothing of it is mistaken for
    real. Its origin is known only when its service runs.

    Raises AddressRefused for a service address that may not be used.
    """
    found = environment if environment is not None else os.environ
    settings_file = _folder("config") / ("demo-settings.json" if demo else "settings.json")
    settings = read_settings(settings_file)
    chosen = library or (found.get(LIBRARY_VARIABLE) if not demo else None)
    beside = portable_library(program_folder(found)) if not demo else None
    if chosen is None:
        chosen = str(beside) if beside is not None else None
    if chosen is None:
        chosen = settings.library or str(default_library(demo=demo))
    address = found.get(SERVICE_VARIABLE, "").strip() or settings.service_url
    origin = DEFAULT_SERVICE_URL if demo else service_origin(address)
    return Configuration(
        library=Path(chosen).expanduser().absolute(),
        origin=origin,
        credentials=(
            Credentials({}, fixed="demo")
            if demo
            else Credentials(found, keyring=KeyringStore(origin))
        ),
        settings=settings,
        settings_file=settings_file,
        state_file=settings_file.with_name("demo-window.json" if demo else "window.json"),
        machine_file=_folder("data") / "libraries.json",
        log_file=_folder("log") / "rushes.log",
        is_demo=demo,
    )


def is_service_named() -> bool:
    """Tell whether the environment names the service, whatever the settings say."""
    return bool(os.environ.get(SERVICE_VARIABLE, "").strip())


def default_library(*, demo: bool) -> Path:
    """Return where the library lies unless a person says otherwise."""
    return _folder("data") / ("Demo Library" if demo else "Library")


def _folder(purpose: str) -> Path:
    match purpose:
        case "config":
            return platformdirs.user_config_path(PROGRAM, appauthor=False)
        case "log":
            return platformdirs.user_log_path(PROGRAM, appauthor=False)
    return platformdirs.user_data_path(PROGRAM, appauthor=False)
