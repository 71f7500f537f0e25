"""DEBIAN/control and DEBIAN/md5sums of a package, told from the tree of files it installs."""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

DESCRIPTION = """\
Description: desktop studio for text-to-video
 Rushes is for artists who make video from text. Write a prompt, set the controls,
 send it to RunComfy's hosted models, and review what comes back, frame by frame,
 with or without a network.
 .
 Nothing paid for is lost or paid twice, and every clip that was seen once stays on
 the disk. A built-in demo shows it all without an account.
"""


def write_control(tree: Path, version: str) -> None:
    """Writes `tree`/DEBIAN, for the package whose files lie in `tree` as they will be installed."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    folder = tree / "DEBIAN"
    folder.mkdir()
    fields = {
        "Package": "rushes",
        "Version": version,
        "Architecture": architecture(),
        # There is no address to write to; an invented one might be somebody's.
        "Maintainer": "The Rushes developers <developers@rushes.invalid>",
        "Installed-Size": str(kilobytes),
        "Depends": dependencies(tree, files),
        "Section": "video",
        "Priority": "optional",
    }
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (folder / "control").write_text(lines + DESCRIPTION, encoding="utf-8")
    sums = [f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def architecture() -> str:
    """Debian's name for this kind of machine."""
    return subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()


def dependencies(tree: Path, files: list[Path]) -> str:
    """The packages that hold every system library the programs in `files` are linked with.

    dpkg-shlibdeps finds them, with the least version that has what is used of each.
    """
    binaries = [path for path in files if path.open("rb").read(4) == b"\x7fELF"]
    own_folders = {f"-l{path.parent}" for path in binaries}
    with tempfile.TemporaryDirectory() as folder:
        # It insists on being in a Debian source package.
        debian = Path(folder) / "debian"
        debian.mkdir()
        (debian / "control").write_text("Source: rushes\n\nPackage: rushes\nArchitecture: any\n")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *own_folders]
        answer = subprocess.run(
            [*command, *map(str, _with_options(binaries))],
            cwd=folder,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return answer.stdout.strip().removeprefix("shlibs:Depends=")


def _with_options(binaries: list[Path]) -> Iterator[str]:
    for path in binaries:
        yield f"-e{path}"


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
