"""What kind of drive a folder lies on, and how much room it has. Blocking: for a worker thread."""

import os
import shutil
import sys
from pathlib import Path

_NETWORK_SYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "smb2", "afs", "afpfs", "9p", "ncpfs"),
        *("webdav", "davfs", "davfs2", "fuse.davfs2", "fuse.sshfs", "sshfs", "fuse.rclone"),
        *("ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "lustre", "beegfs", "gvfsd-fuse"),
        *("fuse.gvfsd-fuse", "fuse.s3fs", "fuse.smbnetfs", "fuse.curlftpfs", "acfs", "coda"),
    }
)
_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4
"""``DRIVE_REMOTE`` of GetDriveTypeW (learn.microsoft.com)."""


def existing_part(path: Path) -> Path:
    """Return a folder, or the next one above it that is there."""
    return next((each for each in (path, *path.parents) if each.exists()), Path(path.anchor))


def is_on_network(path: Path) -> bool:
    """Tell whether a place lies on a network drive; False also where the system does not say."""
    place = existing_part(path.absolute())
    try:
        place = place.resolve()
        if sys.platform == "win32":
            return _is_remote_on_windows(place)
        if sys.platform == "darwin":
            return _kind_on_mac(place) in _NETWORK_SYSTEMS
        return kind_in_mounts(_MOUNTS.read_text("utf-8", "replace"), place) in _NETWORK_SYSTEMS
    except (OSError, RuntimeError):
        return False


def kind_in_mounts(mounts: str, place: Path) -> str:
    """Return the file system that a place lies on, by the lines of Linux's list of mounts.

    proc(5): device, folder, kind and more, parted by blanks; blanks in names are ``\\040``. Of two
    lines for one folder the later one is in force.
    """
    found, deepest = "", -1
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        folder = Path(parts[1].replace("\\040", " ").replace("\\011", "\t"))
        if place.is_relative_to(folder) and len(folder.parts) >= deepest:
            found, deepest = parts[2], len(folder.parts)
    return found


def free_bytes(path: Path) -> int:
    """Return the room on the drive of a place; raises OSError."""
    return shutil.disk_usage(existing_part(path.absolute())).free


def is_on_same_drive(one: Path, other: Path) -> bool:
    """Tell whether a rename could bring a file from one place to the other; raises OSError."""
    return existing_part(one).stat().st_dev == existing_part(other).stat().st_dev


def is_link(path: Path) -> bool:
    """Tell whether a folder is a link to another one, a junction of Windows included."""
    if path.is_symlink():
        return True
    try:
        # Python 3.11 has no Path.is_junction.
        tag = getattr(os.lstat(path), "st_reparse_tag", 0)
    except OSError:
        return False
    # IO_REPARSE_TAG_MOUNT_POINT
    return bool(tag == 0xA0000003)


def _is_remote_on_windows(place: Path) -> bool:
    import ctypes

    if place.drive.startswith("\\\\"):
        return True
    kind = ctypes.windll.kernel32.GetDriveTypeW(place.anchor)  # type: ignore[attr-defined]
    return bool(kind == _REMOTE_DRIVE)


def _kind_on_mac(place: Path) -> str:
    """Return the kind that ``mount`` names: ``//user@host/share on /Volumes/x (smbfs, …)``."""
    import subprocess

    told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
    found, deepest = "", -1
    for line in told.stdout.splitlines():
        _, _, rest = line.partition(" on ")
        folder, _, kind = rest.rpartition(" (")
        if folder and place.is_relative_to(folder) and len(Path(folder).parts) >= deepest:
            found, deepest = kind.split(",")[0].rstrip(")"), len(Path(folder).parts)
    return found
