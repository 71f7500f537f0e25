"""The project's own Python environment, `.venv`: made from the lock file, kept true to it.

Two stamps inside it hold what it was made from. While they are right, nothing is run at all; they
are gone while it is being changed, so that whatever stops a set-up, the next one goes on with it.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


class SetupError(Exception):
    """The environment could not be made; its text says what to do."""


class Environment:
    """The environment of the project in folder `root`, for the Python that runs this.

    Attributes: `root`; `folder`, the environment itself; `programs`, its folder of executables;
    `python`; `lock`, the lock file.
    """

    def __init__(self, root: Path) -> None:
        windows = os.name == "nt"
        self.root = root
        self.folder = root / ".venv"
        self.programs = self.folder / ("Scripts" if windows else "bin")
        self.python = self.programs / ("python.exe" if windows else "python")
        self.lock = root / "packaging" / "requirements.lock"
        self._lock_stamp = self.folder / "made-from-lock"
        self._project_stamp = self.folder / "made-from-project"

    def variables(self, **more: str) -> dict[str, str]:
        """The variables a program of this environment runs with: ours without another Python's."""
        foreign = {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__"}
        variables = {name: value for name, value in os.environ.items() if name not in foreign}
        variables["VIRTUAL_ENV"] = str(self.folder)
        variables["PATH"] = str(self.programs) + os.pathsep + os.environ.get("PATH", os.defpath)
        return variables | more

    def lacks_debian_packages(self) -> list[str]:
        """The Debian packages without which this Python cannot make the environment."""
        # Debian and Ubuntu keep ensurepip in a package of its own.
        return [] if self._is_ready() or _has_ensurepip() else [f"python{VERSION}-venv"]

    def make_ready(self) -> None:
        """Makes, repairs or completes the environment; does nothing when it is right already.

        Raises SetupError.
        """
        if self._is_ready():
            return
        with Path(__file__).open("rb") as this_file:
            _take_turn(this_file)
            if self._is_ready():
                return
            if not self._is_sound():
                self._create()
            self._install_lock()
            self._install_rushes()

    # What it was made from.

    def _home(self) -> str:
        """Where it lies and whose it is: a moved folder or another Python makes it void."""
        return f"{self.folder}\nPython {VERSION}\n"

    def _made_from(self, path: Path) -> str:
        return self._home() + _read(path)

    def _is_ready(self) -> bool:
        return (
            self.python.exists()
            and _read(self._lock_stamp) == self._made_from(self.lock)
            and _read(self._project_stamp) == self._made_from(self.root / "pyproject.toml")
        )

    def _is_sound(self) -> bool:
        """Whether what is there can be completed, instead of being made anew."""
        import subprocess

        pip = self.programs / ("pip.exe" if os.name == "nt" else "pip")
        question = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
        try:
            # Programs carry the path of the Python that they were installed for.
            made_here = os.fsencode(self.folder) in pip.read_bytes()
            answer = subprocess.run([self.python, "-c", question], capture_output=True, check=True)
        except (OSError, subprocess.SubprocessError):
            return False
        return made_here and answer.stdout.strip() == VERSION.encode()

    # Making it.

    def _create(self) -> None:
        if not _has_ensurepip():
            raise SetupError("Python's own ensurepip is missing.")
        _say(f"Making {self.folder} with Python {VERSION}.")
        base_python = getattr(sys, "_base_executable", sys.executable)
        self._run([base_python, "-m", "venv", "--clear", self.folder], "Could not make .venv.")

    def _install_lock(self) -> None:
        made_from = self._made_from(self.lock)
        if _read(self._lock_stamp) == made_from:
            return
        self._lock_stamp.unlink(missing_ok=True)
        _say("Installing the pinned packages. The first time, this takes a minute or two.")
        self._pip("--require-hashes", "--only-binary", ":all:", "-r", self.lock)
        self._lock_stamp.write_text(made_from, encoding="utf-8")

    def _install_rushes(self) -> None:
        self._project_stamp.unlink(missing_ok=True)
        made_from = self._made_from(self.root / "pyproject.toml")
        self._pip("--no-deps", "--no-build-isolation", "-e", self.root)
        self._project_stamp.write_text(made_from, encoding="utf-8")

    def _pip(self, *arguments: str | Path) -> None:
        quiet = [] if sys.stderr.isatty() else ["--quiet"]
        options = ["--disable-pip-version-check", "--no-input", *quiet]
        self._run([self.python, "-m", "pip", "install", *options, *arguments], "pip failed.")

    def _run(self, command: Sequence[str | Path], failure: str) -> None:
        # An index, a proxy or certificates that a person configured for pip stay in force; a wish
        # to install into the user's own folder cannot be met inside an environment.
        import subprocess

        variables = self.variables(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0")
        if subprocess.run(command, env=variables, stdout=sys.stderr, check=False).returncode:
            raise SetupError(failure)


def _has_ensurepip() -> bool:
    from importlib.util import find_spec

    return find_spec("ensurepip") is not None


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _take_turn(file: IO[bytes]) -> None:
    """Waits until no other set-up of this folder holds `file`; closing it, or a crash, lets go."""
    if sys.platform == "win32":
        import msvcrt
        import time

        # This lock keeps others from reading what it covers: hold a byte behind the file's end.
        file.seek(0x40000000)
        while True:
            try:
                return msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
