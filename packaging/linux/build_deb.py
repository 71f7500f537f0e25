"""Builds dist/rushes_VERSION_ARCHITECTURE.deb: the frozen program, and its place in the desktop.

The package installs no scripts of its own and owns no file outside /usr, so removing it leaves
every library, setting and token of a person as they are.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
NAME = "app.rushes.Rushes"

sys.path.insert(0, str(HERE.parent))
from development import apt  # noqa: E402
from linux.control import architecture, write_control  # noqa: E402
from linux.icons import write_icons  # noqa: E402
from linux.licenses import copy_licenses  # noqa: E402

# Program → the Debian package that it comes in.
TOOLS = {
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "objdump": "binutils",
    "strip": "binutils",
}
VALIDATORS = {
    "desktop-file-validate": ["usr/share/applications/" + NAME + ".desktop"],
    "appstreamcli": ["validate", "--no-net", "usr/share/metainfo/" + NAME + ".metainfo.xml"],
}


def main() -> int:
    """Builds the package; returns the exit code."""
    lacking = sorted({package for tool, package in TOOLS.items() if not shutil.which(tool)})
    if lacking and not apt.install(lacking):
        return 1
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    work = ROOT / "build" / "package"
    shutil.rmtree(work, ignore_errors=True)
    tree = work / "tree"
    lay_out(tree, freeze(work), version)
    if not (is_valid(tree) and does_its_job(tree / "usr/bin/rushes", work / "home")):
        return 1
    write_control(tree, version)
    package = ROOT / "dist" / f"rushes_{version}_{architecture()}.deb"
    package.parent.mkdir(exist_ok=True)
    # The format that Debian and Ubuntu both read, old releases of them as well.
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print(f"{package} ({package.stat().st_size / 1e6:.1f} MB)")
    return 0


def freeze(work: Path) -> Path:
    """The folder that PyInstaller makes of Rushes."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(work / "frozen"), "--workpath", str(work / "pyinstaller")]
    recipe = ROOT / "packaging" / "frozen" / "rushes.spec"
    subprocess.run([*command, *places, str(recipe)], check=True)
    program = work / "frozen" / "rushes"
    for library in program.rglob("*.so*"):
        # The wheels' own copies of libraries (*.libs) were rearranged, and break when stripped.
        if library.is_file() and not library.is_symlink() and library.parent.suffix != ".libs":
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    return program


def lay_out(tree: Path, program: Path, version: str) -> None:
    """Puts everything where it will be installed, under `tree`."""
    shutil.copytree(program, tree / "usr/lib/rushes", symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/rushes").symlink_to("../lib/rushes/rushes")
    share = tree / "usr/share"
    for folder in ("applications", "metainfo", "doc/rushes/licenses"):
        (share / folder).mkdir(parents=True)
    shutil.copyfile(HERE / f"{NAME}.desktop", share / "applications" / f"{NAME}.desktop")
    copy_metainfo(share / "metainfo", version)
    write_icons(ROOT / "resources/icons/rushes.svg", share / "icons/hicolor", NAME)
    shutil.copyfile(HERE / "copyright", share / "doc/rushes/copyright")
    copy_licenses("rushes", share / "doc/rushes/licenses")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            is_program = path.is_dir() or path == tree / "usr/lib/rushes/rushes"
            path.chmod(0o755 if is_program else 0o644)


def copy_metainfo(folder: Path, version: str) -> Path:
    """Writes the AppStream metadata of a release made today into `folder`; returns its path."""
    text = (HERE / f"{NAME}.metainfo.xml").read_text("utf-8")
    today = datetime.now(UTC).date().isoformat()
    path = folder / f"{NAME}.metainfo.xml"
    path.write_text(text.replace("@VERSION@", version).replace("@DATE@", today), encoding="utf-8")
    return path


def is_valid(tree: Path) -> bool:
    """Whether the validators that this machine has find nothing wrong with the desktop's files."""
    answers = [
        subprocess.run([tool, *arguments], cwd=tree, check=False).returncode
        for tool, arguments in VALIDATORS.items()
        if shutil.which(tool)
    ]
    return not any(answers)


def does_its_job(program: Path, home: Path) -> bool:
    """Whether the program makes, fetches and plays a clip of its demo, on a machine new to it."""
    home.mkdir()
    variables = {
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
    }
    home.chmod(0o700)
    command = [str(program), "--demo", "--show-me", str(home)]
    return subprocess.run(command, env=variables, timeout=300, check=False).returncode == 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
