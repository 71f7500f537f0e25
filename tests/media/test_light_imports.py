"""The media layer costs nothing until it is used."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HEAVY_MODULES = {"encode"}
"""Modules that write media; they are imported by whoever writes, at that moment."""


def test_importing_a_module_that_reads_imports_neither_av_nor_numpy() -> None:
    spec = find_spec("rushes.media")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(spec.submodule_search_locations[0])
    names = sorted({path.stem for path in folder.glob("*.py")} - HEAVY_MODULES - {"__init__"})
    assert len(names) > 10
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module('rushes.media.' + name)\n"
        "print([name for name in ('av', 'numpy', 'PySide6') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
