"""A call looks for no module: each look goes through the folders of the path, on the event loop."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from rushes.api.client import ServiceClient
from tests.api.scripted_server import ScriptedServer, reply


class Looks(MetaPathFinder):
    """Notes every module that is looked for, and finds none."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        self.names.append(name)
        return None


async def test_a_call_after_the_first_looks_for_no_module(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ScriptedServer(reply("200 OK", b'{"request_id": "r", "status": "in_queue"}'))
    await server.start()
    client = ServiceClient(server.url, lambda: "token")
    await client.status("r")
    looks = Looks()
    monkeypatch.setattr(sys, "meta_path", [looks, *sys.meta_path])
    for _ in range(3):
        await client.status("r")
    await client.close()
    await server.stop()
    assert looks.names == []
