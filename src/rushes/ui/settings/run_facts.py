"""What the settings tell of the run that they belong to, and cannot change in it."""

from dataclasses import dataclass
from pathlib import Path

from rushes.engine.configuration import SERVICE_VARIABLE, is_service_named


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What this run uses, whatever the settings say.

    Attributes:
        library: folder of the library that is open.
        origin: origin of the service when the run began.
        address_variable: name of the environment variable that names the service, empty where
            the settings do.
        is_demo: whether the service inside Rushes answers.
        language: the language setting that the window was made with, empty where nobody told.
    """

    library: Path
    origin: str
    address_variable: str = ""
    is_demo: bool = False
    language: str = ""


def facts_of_run(library: Path, origin: str, *, is_demo: bool) -> RunFacts:
    """Return the facts of a run, with what its environment says."""
    variable = SERVICE_VARIABLE if is_service_named() else ""
    return RunFacts(library, origin, address_variable=variable, is_demo=is_demo)
