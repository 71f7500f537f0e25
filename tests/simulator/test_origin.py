"""HTTP on the wire: broken and slow clients are told off, and never hang the server."""

import asyncio

import pytest

from rushes.simulator import connection as connection_module
from rushes.simulator.origin import Origin
from rushes.simulator.wire import Reply, Request


async def echo(request: Request) -> Reply:
    """Answers with what it was asked."""
    asked = f"{request.head.method} {request.head.path} {dict(request.head.query)} "
    return Reply(200, (("Content-Type", "text/plain"),), asked.encode() + request.body)


async def talk(port: int, *pieces: bytes) -> bytes:
    """Send bytes, a little apart, and read until the server ends the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.02)
    received = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    await writer.wait_closed()
    return received


@pytest.fixture
async def port():
    origin = Origin(echo)
    await origin.start()
    yield origin.port
    await origin.stop()


async def test_several_requests_on_one_connection(port: int) -> None:
    received = await talk(
        port,
        b"GET /a?x=1&x=2 HTTP/1.1\r\nHost: h\r\n\r\n"
        b"POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab",
        b"c",
        b"GET /c HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
    )
    assert received.count(b"HTTP/1.1 200 OK\r\n") == 3
    assert b"GET /a {'x': '2'} " in received
    assert b"POST /b {} abc" in received
    assert received.endswith(b"GET /c {} ")
    assert received.count(b"Connection: close") == 1


async def test_http_1_0_ends_the_connection(port: int) -> None:
    received = await talk(port, b"GET / HTTP/1.0\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"Connection: close" in received


async def test_head_has_no_body(port: int) -> None:
    received = await talk(port, b"HEAD /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    assert b"Content-Length: 11\r\n" in received
    assert received.endswith(b"\r\n\r\n")


async def test_a_body_may_wait_for_leave(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
    assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    writer.write(b"ok")
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET  / HTTP/1.1\r\nHost: h\r\n\r\n", 400),
        (b"GET example.org HTTP/1.1\r\nHost: h\r\n\r\n", 400),
        (b"G(T / HTTP/1.1\r\nHost: h\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost h\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost : h\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 101 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nA: " + b"b" * 70_000 + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 999999999999\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + b"9" * 40 + b"\r\n\r\n", 413),
    ],
)
async def test_what_is_no_request_is_refused(port: int, head: bytes, status: int) -> None:
    received = await talk(port, head)
    assert received.startswith(f"HTTP/1.1 {status} ".encode())
    assert b'{"message":' in received


async def test_clients_that_go_away_or_stall_cost_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patience = connection_module._IDLE_SECONDS
    monkeypatch.setattr(connection_module, "_STALL_SECONDS", 0.1)
    monkeypatch.setattr(connection_module, "_IDLE_SECONDS", 0.1)
    origin = Origin(echo)
    await origin.start()
    assert await talk(origin.port, b"GET / HT") == b""
    assert await talk(origin.port) == b""
    stalled = b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc"
    monkeypatch.setattr(connection_module, "_IDLE_SECONDS", patience)
    assert await talk(origin.port, stalled) == b""
    _, writer = await asyncio.open_connection("127.0.0.1", origin.port)
    writer.write(stalled)
    writer.transport.abort()
    assert b"200 OK" in await talk(origin.port, b"GET / HTTP/1.0\r\n\r\n")
    await origin.stop()


@pytest.mark.allow_log("answering GET /")
async def test_a_fault_of_its_own_is_answered_and_logged() -> None:
    async def broken(request: Request) -> Reply:
        raise ZeroDivisionError

    origin = Origin(broken)
    await origin.start()
    received = await talk(origin.port, b"GET / HTTP/1.0\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 500 Internal Server Error\r\n")
    await origin.stop()


async def test_stop_lets_an_exchange_end_and_drops_idle_connections() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(request: Request) -> Reply:
        begun.set()
        await go_on.wait()
        return Reply(200, (), b"done")

    origin = Origin(slow)
    await origin.start()
    idle = asyncio.create_task(talk(origin.port))
    busy = asyncio.create_task(talk(origin.port, b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"))
    await begun.wait()
    stopping = asyncio.create_task(origin.stop(grace_seconds=5))
    assert await idle == b""
    go_on.set()
    assert (await busy).endswith(b"done")
    await stopping
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", origin.port)


async def test_a_port_that_is_taken_is_told(port: int) -> None:
    with pytest.raises(OSError, match=str(port)):
        await Origin(echo).start(port)
