"""Debian's and Ubuntu's packages: installed when we may, named in one command when we may not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

# dpkg calls ldconfig and start-stop-daemon, which an ordinary PATH does not hold.
ADMINISTRATION_PATH = "/usr/local/sbin:/usr/sbin:/sbin"


def is_available() -> bool:
    """Whether this is a system whose packages come through apt-get."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def command_for(packages: Sequence[str]) -> str:
    """The one command a person types to install `packages`."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def install(packages: Sequence[str]) -> bool:
    """Installs `packages` when this process may; returns whether it did.

    Otherwise, or when apt-get fails, it prints the command that would do it.
    """
    if os.geteuid() == 0:
        print("Installing with apt-get: " + " ".join(packages), file=sys.stderr)
        environment = dict(
            os.environ,
            DEBIAN_FRONTEND="noninteractive",
            PATH=os.environ.get("PATH", "/usr/bin:/bin") + ":" + ADMINISTRATION_PATH,
        )
        quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
        install_them = [*quiet, "install", "-y", "--no-install-recommends", *packages]
        # Lists may be absent, as in a bare container, or so old that they name files now gone.
        subprocess.run([*quiet, "update"], env=environment, stdout=sys.stderr, check=False)
        done = subprocess.run(install_them, env=environment, stdout=sys.stderr, check=False)
        if done.returncode == 0:
            return True
        print("apt-get failed. What it should have done:", file=sys.stderr)
    else:
        print("This machine lacks packages that Rushes needs. Please run:", file=sys.stderr)
    print("    " + command_for(packages), file=sys.stderr)
    return False
