"""A test sees neither the person's machine nor the network: a home of its own, and loopback.

Children inherit the variables, so that a started Rushes is isolated as well.
"""

import os
import shutil
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

FOREIGN_PREFIXES = ("RUSHES_", "XDG_", "LC_")
FOREIGN_NAMES = {
    "RUNCOMFY_TOKEN",
    "YOUR_API_TOKEN",
    "DBUS_SESSION_BUS_ADDRESS",
    "LANGUAGE",
    *("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"),
}


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """An empty home folder, which every variable that names a personal folder points into."""
    folder = tmp_path_factory.mktemp(f"home-{abs(hash(request.node.nodeid)):x}", numbered=False)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(FOREIGN_PREFIXES) or name.upper() in FOREIGN_NAMES:
                patch.delenv(name)
        for name, value in {
            "HOME": folder,
            "USERPROFILE": folder,
            "APPDATA": folder / "AppData" / "Roaming",
            "LOCALAPPDATA": folder / "AppData" / "Local",
            "XDG_CACHE_HOME": folder / ".cache",
            "XDG_CONFIG_HOME": folder / ".config",
            "XDG_DATA_HOME": folder / ".local" / "share",
            "XDG_STATE_HOME": folder / ".local" / "state",
            "XDG_RUNTIME_DIR": runtime,
            "LC_ALL": "C.UTF-8",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }.items():
            patch.setenv(name, str(value))
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """In this process no name but localhost resolves, and no address but loopback is reached."""
    resolve, connect, connect_ex = (
        socket.getaddrinfo,
        socket.socket.connect,
        socket.socket.connect_ex,
    )

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        if host is None or _is_loopback(host):
            return resolve(host, *arguments, **options)
        raise socket.gaierror(socket.EAI_NONAME, f"A test knows no host {host!r}.")

    def guarded(method: Any) -> Any:
        def reach(self: socket.socket, address: Any) -> Any:
            internet = self.family in (socket.AF_INET, socket.AF_INET6)
            if internet and not _is_loopback(address[0]):
                raise OSError(101, f"A test reaches no host {address[0]!r}.")
            return method(self, address)

        return reach

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        patch.setattr(socket.socket, "connect", guarded(connect))
        patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
        yield


def _is_loopback(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name in ("localhost", "")
