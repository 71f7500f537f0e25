"""The checks of style, types and layers: one list, for `dev.py lint` and for the test run."""

from pathlib import Path
from typing import NamedTuple


class Check(NamedTuple):
    """One check: `arguments` for the environment's Python, `variables` to set for it."""

    arguments: tuple[str, ...]
    variables: dict[str, str]


def checks(root: Path, *, mend: bool = False) -> dict[str, Check]:
    """The checks by name; with `mend`, those that can put things right do so."""
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    # Two trees, each with its own roots of import.
    packaging = (
        *("-m", "mypy", "--strict", "--explicit-package-bases"),
        *("packaging/dev.py", "packaging/development", "packaging/frozen", "packaging/linux"),
    )
    return {
        "ruff check": Check(("-m", "ruff", "check", *(["--fix"] if mend else [])), {}),
        "ruff format": Check(("-m", "ruff", "format", *([] if mend else ["--check"])), {}),
        "mypy": Check(("-m", "mypy"), {}),
        "mypy packaging": Check(packaging, {"MYPYPATH": str(root / "packaging")}),
        "import-linter": Check(("-c", lint_imports), {}),
    }
