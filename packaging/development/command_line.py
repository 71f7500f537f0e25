"""The verbs of dev.py: what each runs, and with what in its environment."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from development import system_libraries
from development.environment import Environment, SetupError

ROOT = Path(__file__).resolve().parents[2]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
INTERRUPTED = 130
PROMISES = "tests/faults/test_promises.py"


def main(arguments: Sequence[str]) -> int:
    """Runs the verb that `arguments` begin with; returns the exit code."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        asked_for_help = bool(arguments) and arguments[0] in ("help", "-h", "--help")
        print(_usage(), file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return verb(Environment(ROOT), list(arguments[1:]))
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def run(environment: Environment, arguments: list[str]) -> int:
    """open Rushes with its built-in demo service; further arguments go to Rushes"""
    if has_display(os.environ):
        _make_ready(environment, system_libraries.WINDOW | system_libraries.SCREEN)
        return _become(environment, ["-m", "rushes", "--demo", *arguments])
    _make_ready(environment, system_libraries.WINDOW)
    print("No display: Rushes works off-screen and shows what it did.", file=sys.stderr)
    command = ["-m", "rushes", "--demo", "--show-me", *arguments]
    return _become(environment, command, **OFFSCREEN)


def test(environment: Environment, arguments: list[str]) -> int:
    """run every test and check; further arguments go to pytest"""
    _make_ready(environment, system_libraries.WINDOW)
    if arguments:
        return _become(environment, ["-m", "pytest", *arguments], **OFFSCREEN)
    side_by_side = ["-n", "auto", "--dist", "worksteal", f"--ignore={PROMISES}"]
    code = _call(environment, ["-m", "pytest", *side_by_side], **OFFSCREEN)
    # They kill, stop and hurry processes: each of them needs the machine for itself.
    return max(code, _call(environment, ["-m", "pytest", PROMISES], **OFFSCREEN))


def lint(environment: Environment, arguments: list[str]) -> int:
    """check style, types and layers; `lint --fix` mends what can be mended"""
    if arguments not in ([], ["--fix"]):
        raise SetupError("lint takes no argument but --fix.")
    _make_ready(environment, {})
    from development.checks import checks

    faults = [
        _call(environment, check.arguments, **check.variables)
        for check in checks(environment.root, mend=bool(arguments)).values()
    ]
    return max(faults)


def bench(environment: Environment, arguments: list[str]) -> int:
    """measure Rushes against its rivals; names pick single measurements"""
    _make_ready(environment, system_libraries.WINDOW)
    return _become(environment, ["-m", "tests.bench", *arguments])


def faults(environment: Environment, arguments: list[str]) -> int:
    """try what Rushes promises; names pick single promises, `faults --long` takes an hour or two"""
    _make_ready(environment, system_libraries.WINDOW)
    if "--long" in arguments and not system_libraries.provide_program("strace", "strace"):
        print("Without strace, no run is traced.", file=sys.stderr)
    return _become(environment, ["-m", "tests.faults", *arguments], **OFFSCREEN)


def monkey(environment: Environment, arguments: list[str]) -> int:
    """press random keys on random clips for an hour; `monkey --minutes M` for another time"""
    _make_ready(environment, system_libraries.WINDOW)
    return _become(environment, ["-m", "tests.monkey", *arguments], **OFFSCREEN)


def gallery(environment: Environment, arguments: list[str]) -> int:
    """DIR: draw every screen and state into DIR as PNG"""
    _make_ready(environment, system_libraries.WINDOW)
    return _become(environment, ["-m", "tests.gallery", *_with_folder(arguments)], **OFFSCREEN)


def fill(environment: Environment, arguments: list[str]) -> int:
    """DIR --jobs N: make a library full of plausible jobs in DIR"""
    _make_ready(environment, system_libraries.WINDOW)
    return _become(environment, ["-m", "tests.fill", *_with_folder(arguments)], **OFFSCREEN)


def translate(environment: Environment, arguments: list[str]) -> int:
    """collect the words of the window for translators, and compile what they translated"""
    _make_ready(environment, {})
    return _become(environment, ["packaging/development/translations.py", *arguments])


def package(environment: Environment, arguments: list[str]) -> int:
    """build the desktop package of this system into dist/"""
    builders = {"linux": "packaging/linux/build_deb.py"}
    if sys.platform not in builders:
        raise SetupError("There is no package for this system yet.")
    _make_ready(environment, system_libraries.WINDOW)
    return _become(environment, [builders[sys.platform], *arguments], **OFFSCREEN)


def lock(environment: Environment, arguments: list[str]) -> int:
    """write packaging/requirements.lock anew with uv; `lock --upgrade` takes newer releases"""
    from development import lock_file

    return lock_file.write(environment.root, environment.lock, arguments)


Verb = Callable[[Environment, list[str]], int]
VERBS: Mapping[str, Verb] = {
    verb.__name__: verb
    for verb in (run, test, lint, bench, faults, monkey, gallery, fill, translate, package, lock)
}


def has_display(variables: Mapping[str, str]) -> bool:
    """Whether a window can be shown to somebody."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def _usage() -> str:
    lines = [f"  {name:<10}{verb.__doc__}" for name, verb in VERBS.items()]
    return "\n".join(["usage: python3 packaging/dev.py VERB …", "", *lines])


def _make_ready(environment: Environment, libraries: Mapping[str, str]) -> None:
    has_libraries = system_libraries.provide(libraries, environment.lacks_debian_packages())
    environment.make_ready()
    if not has_libraries:
        raise SetupError("Without these packages, Rushes cannot open a window.")


def _with_folder(arguments: list[str]) -> list[str]:
    """`arguments` with a leading folder made absolute: programs run in the project's folder."""
    if arguments and not arguments[0].startswith("-"):
        return [str(Path(arguments[0]).absolute()), *arguments[1:]]
    return arguments


def _call(environment: Environment, arguments: Sequence[str], **variables: str) -> int:
    """Runs the environment's Python in the project's folder; returns its exit code."""
    import subprocess

    command = [str(environment.python), *arguments]
    return subprocess.run(
        command, cwd=environment.root, env=environment.variables(**variables), check=False
    ).returncode


def _become(environment: Environment, arguments: Sequence[str], **variables: str) -> int:
    """As `_call`, for the last thing that a verb does.

    Where the system can, the program takes this process's place: signals and exit code are its own.
    """
    if os.name == "nt":
        return _call(environment, arguments, **variables)
    os.chdir(environment.root)
    sys.stdout.flush()
    sys.stderr.flush()
    command = [str(environment.python), *arguments]
    os.execve(environment.python, command, environment.variables(**variables))
