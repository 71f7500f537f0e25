"""Where the files of `resources/` lie: icons, style, fonts, model schemas, translations.

The same names are found in a checkout (`<root>/resources`), in an installed wheel
(`rushes/resources`) and in a frozen program (`resources` beside the program's libraries).
"""

import sys
from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """The folder that holds all resources; it is not checked that it exists."""
    # PyInstaller names the folder of its libraries here.
    frozen = getattr(sys, "_MEIPASS", None)
    if isinstance(frozen, str):
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    if installed.is_dir():
        return installed
    return package.parents[1] / "resources"


def resource_path(*parts: str) -> Path:
    """The path of one resource, as in `resource_path("icons", "icons.json")`."""
    return resource_root().joinpath(*parts)
