"""The service as calls: submit, status, result, cancel, models, balance."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rushes.api import reading
from rushes.api.raw_reply import RawReply
from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    OutcomeUnknown,
    ReplyMalformed,
    TokenMissing,
)
from rushes.domain.ids import is_remote_id
from rushes.domain.model_spec import is_model_id
from rushes.domain.origins import balance_origin
from rushes.domain.replies import Accepted, Balance, CancelReply, ResultReply, StatusReply
from rushes.domain.request import GenerationRequest

if TYPE_CHECKING:
    from rushes.api.exchange import Exchange

_PAGE = 100
_MOST_MODELS = 5_000
_SUBMIT_SECONDS = 90.0
_LARGEST_CATALOGUE = 32 * 1024 * 1024
_READ_SECONDS = 45.0


class ServiceClient:
    """Talks to one service. What talking needs is loaded at the first call, which is slow to load.

    Args:
        origin: the pinned origin of the service.
        token: asked for the token at each call; an empty answer is TokenMissing.
    """

    def __init__(self, origin: str, token: Callable[[], str]) -> None:
        self._token = token
        self.origin = origin
        self._lines: _Lines | None = None
        self._opening = asyncio.Lock()

    async def submit(self, request: GenerationRequest) -> Accepted:
        """Send one paid request: one POST on a fresh connection, no redirect, no second try.

        Raises TokenMissing and NotReachable when surely nothing was sent, Refused and its kinds
        and TooManyCalls when it was surely refused, OutcomeUnknown in every other case.
        """
        if not is_model_id(request.model_id):
            raise ValueError("the model id cannot be part of an address")
        token = self._known_token()
        lines = await self._opened()
        try:
            reply = await lines.paid.call(
                "POST",
                f"/v1/models/{request.model_id}",
                token=token,
                body=request.body,
                deadline=_SUBMIT_SECONDS,
            )
        except NotReachable:
            raise
        except (ConnectionLost, ReplyMalformed) as error:
            raise OutcomeUnknown(error.detail) from error
        return reading.read_submit(reply)

    async def status(self, remote_id: str) -> StatusReply:
        """Ask for the state of a request; raises ServiceError, TokenMissing."""
        return reading.read_status(await self._get(f"/v1/requests/{_safe(remote_id)}/status"))

    async def result(self, remote_id: str) -> ResultReply:
        """Ask for the result of a request, cost included; raises ServiceError, TokenMissing."""
        reply = await self._get(
            f"/v1/requests/{_safe(remote_id)}/result", query={"include_cost": "true"}
        )
        return reading.read_result(reply)

    async def cancel(self, remote_id: str) -> CancelReply:
        """Ask to cancel a request; raises ServiceError, TokenMissing."""
        lines = await self._opened()
        reply = await lines.reads.call(
            "POST",
            f"/v1/requests/{_safe(remote_id)}/cancel",
            token=self._known_token(),
            body=b"{}",
        )
        return reading.read_cancel(reply)

    async def models(self, *, category: str = "", search: str = "") -> list[Any]:
        """Return all catalogue entries as they came, schemas included; raises ServiceError.

        At most 5,000 entries of 32 MiB in all are read; what is listed again ends the list.
        """
        entries: list[Any] = []
        known: set[str] = set()
        received = 0
        while len(entries) < _MOST_MODELS and received < _LARGEST_CATALOGUE:
            query = {
                "include_schema": "true",
                "limit": str(_PAGE),
                "offset": str(len(entries)),
            }
            query |= {"category": category} if category else {}
            query |= {"search": search} if search else {}
            reply = await self._get("/v1/models", query=query)
            received += len(reply.body)
            page, total = reading.read_catalogue_page(reply)
            ids = reading.model_ids(page)
            if ids and ids <= known:
                break
            known |= ids
            entries += page
            if len(page) < _PAGE or (total is not None and len(entries) >= total):
                break
        return entries[:_MOST_MODELS]

    async def model(self, model_id: str) -> dict[str, Any]:
        """Return one catalogue entry as it came; raises ServiceError, TokenMissing."""
        if not is_model_id(model_id):
            raise ValueError("the model id cannot be part of an address")
        return reading.read_entry(await self._get(f"/v1/models/{model_id}"))

    async def first_model(self, *, deadline: float = _READ_SECONDS) -> None:
        """Ask for one catalogue entry: another way to try a token; raises ServiceError.

        `deadline` is how many seconds the answer may take.
        """
        token = self._known_token()
        lines = await self._opened()
        query = {"limit": "1"}
        reply = await lines.reads.call(
            "GET", "/v1/models", token=token, query=query, deadline=deadline
        )
        reading.read_catalogue_page(reply)

    async def balance(self, *, deadline: float = _READ_SECONDS) -> Balance:
        """Ask what is left: read-only, and so a way to try a token; raises ServiceError.

        `deadline` is how many seconds the answer may take.
        """
        lines = await self._opened()
        reply = await lines.account.call(
            "GET", "/prod/v2/balance", token=self._known_token(), deadline=deadline
        )
        return reading.read_balance(reply)

    async def close(self) -> None:
        """Close all connections."""
        if self._lines is not None:
            for exchange in {self._lines.paid, self._lines.reads, self._lines.account}:
                await exchange.close()

    async def _get(self, path: str, query: dict[str, str] | None = None) -> RawReply:
        token = self._known_token()
        lines = await self._opened()
        return await lines.reads.call("GET", path, token=token, query=query)

    async def _opened(self) -> "_Lines":
        async with self._opening:
            if self._lines is None:
                self._lines = await asyncio.to_thread(_open_lines, self.origin)
            return self._lines

    def _known_token(self) -> str:
        token = self._token().strip()
        if not token:
            raise TokenMissing
        if not token.isascii() or not token.isprintable() or " " in token:
            raise TokenMissing("the token holds characters that no token has")
        return token


@dataclass(frozen=True, slots=True)
class _Lines:
    """The exchanges of one service: paid calls, reading calls, and those to the account."""

    paid: "Exchange"
    reads: "Exchange"
    account: "Exchange"


def _open_lines(origin: str) -> _Lines:
    """Load the HTTP client and the TLS settings; on a worker thread, for both take a while."""
    from rushes.api.exchange import Exchange, tls_settings

    tls = tls_settings()
    reads = Exchange(origin, keep_connections=True, tls=tls)
    account = balance_origin(origin)
    return _Lines(
        # A connection that the other side has just closed leaves it unknown whether a call arrived.
        paid=Exchange(origin, keep_connections=False, tls=tls),
        reads=reads,
        account=reads if account == origin else Exchange(account, keep_connections=False, tls=tls),
    )


def _safe(remote_id: str) -> str:
    if not is_remote_id(remote_id):
        raise ValueError("not a request id")
    return remote_id
