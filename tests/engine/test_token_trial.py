"""A token is tried with calls that only read, and what they say is told as it is."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from decimal import Decimal

import pytest

from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    ReplyMalformed,
    RushesError,
    ServiceDown,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.replies import Balance
from rushes.engine.account import Account
from rushes.engine.credentials import Credentials, TokenSource
from rushes.engine.token_trial import try_token
from rushes.simulator.server import Simulator
from tests.api.scripted_server import Answer, Request, ScriptedServer, reply

BALANCE, MODELS = "/prod/v2/balance", "/v1/models?limit=1"
CATALOGUE = {"models": [], "total": 0}


def said(status: str, values: object) -> Answer:
    return reply(status, json.dumps(values).encode(), "Content-Type: application/json")


PAGE = reply("404 Not Found", b"<html>nothing here</html>", "Content-Type: text/html")
NO_SUCH_CALL = said("404 Not Found", {"detail": "Not Found"})
REFUSED = said("401 Unauthorized", {"message": "no"})


@asynccontextmanager
async def service(balance: Answer, models: Answer) -> AsyncIterator[ScriptedServer]:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        await (balance if request.target == BALANCE else models)(request, writer)

    server = ScriptedServer(answer)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def test_what_is_left_is_told() -> None:
    async with Simulator(token="good", balance_usd=41.2) as simulator:
        assert await try_token(simulator.url, "good") == Balance(Decimal("41.2"))
        with pytest.raises(TokenRefused):
            await try_token(simulator.url, "bad")
        assert simulator.accepted == ()


@pytest.mark.parametrize(
    "not_offered",
    [
        PAGE,
        NO_SUCH_CALL,
        said("405 Method Not Allowed", {"detail": "Method Not Allowed"}),
        said("403 Forbidden", {"message": "not this call"}),
        said("200 OK", {"unheard": "of"}),
        reply("200 OK", b"hello"),
    ],
)
async def test_without_a_balance_the_catalogue_tells(not_offered: Answer) -> None:
    async with service(not_offered, said("200 OK", CATALOGUE)) as server:
        assert await try_token(server.url, "good") is None
    assert [each.target for each in server.requests] == [BALANCE, MODELS]
    assert {each.method for each in server.requests} == {"GET"}
    async with service(not_offered, REFUSED) as server:
        with pytest.raises(TokenRefused):
            await try_token(server.url, "good")


@pytest.mark.parametrize(
    "empty",
    [said("402 Payment Required", {"message": "empty"}), said("200 OK", {"error_code": 400002})],
)
async def test_an_empty_account_is_an_account(empty: Answer) -> None:
    for balance, models in ((empty, PAGE), (PAGE, empty)):
        async with service(balance, models) as server:
            assert await try_token(server.url, "good") == Balance(Decimal(0))


@pytest.mark.parametrize(
    ("balance", "models", "expected"),
    [
        (REFUSED, said("200 OK", CATALOGUE), TokenRefused),
        (said("400 Bad Request", {"error_code": 400004}), PAGE, TokenRefused),
        (said("503 Service Unavailable", {}), said("200 OK", CATALOGUE), ServiceDown),
        (said("429 Too Many Requests", {}), said("200 OK", CATALOGUE), TooManyCalls),
        (PAGE, PAGE, ReplyMalformed),
        (PAGE, NO_SUCH_CALL, ReplyMalformed),
        (PAGE, reply("500 Oops", b""), ServiceDown),
    ],
)
async def test_anything_else_is_told_as_what_it_is(
    balance: Answer, models: Answer, expected: type[RushesError]
) -> None:
    async with service(balance, models) as server:
        with pytest.raises(expected) as told:
            await try_token(server.url, "good")
    assert type(told.value) is expected


async def test_a_service_that_says_nothing_is_not_waited_for() -> None:
    async def silent(_: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    async with service(silent, silent) as server:
        with pytest.raises(ConnectionLost):
            await try_token(server.url, "good", seconds=0.3)


async def test_where_nobody_listens_nothing_is_known(unused_tcp_port: int) -> None:
    with pytest.raises(NotReachable):
        await try_token(f"http://127.0.0.1:{unused_tcp_port}", "good")


@pytest.mark.parametrize("odd", ["", "two words", "naïve", "line\nbreak", "tab\t"])
async def test_what_no_token_is_made_of_is_not_sent(odd: str) -> None:
    async with service(PAGE, PAGE) as server:
        with pytest.raises(TokenRefused):
            await try_token(server.url, odd)
    assert server.requests == []


@pytest.fixture
def account_at() -> Callable[[str], tuple[Account, Credentials]]:
    def make(origin: str) -> tuple[Account, Credentials]:
        credentials = Credentials({})
        return Account(lambda: origin, credentials), credentials

    return make


async def test_a_token_is_a_secret_as_soon_as_it_is_tried(
    account_at: Callable[[str], tuple[Account, Credentials]],
) -> None:
    async with Simulator(token="good") as simulator:
        account, credentials = account_at(simulator.url)
        with pytest.raises(TokenRefused):
            await account.try_token("bad")
    assert credentials.secrets() == {"bad"}
    assert (credentials.token(), account.source) == ("", TokenSource.NONE)
