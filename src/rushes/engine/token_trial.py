"""Try a token with a read-only call, before it is trusted with a job."""

from decimal import Decimal

from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    BalanceEmpty,
    NotAllowed,
    Refused,
    ReplyMalformed,
    TokenRefused,
)
from rushes.domain.replies import Balance

TRIAL_SECONDS = 12.0
"""How long a person is kept waiting for each of the two calls."""


async def try_token(origin: str, token: str, *, seconds: float = TRIAL_SECONDS) -> Balance | None:
    """Ask the service whether it takes a token; nothing is changed or charged there.

    The balance is asked for. Where that call is not offered, as behind a proxy, one entry of the
    catalogue is.

    Args:
        origin: the service's origin.
        token: what is tried.
        seconds: how long each answer may take.

    Returns:
        What is left on the account, None if the service did not tell.

    Raises TokenRefused when the token is not accepted, and ServiceError of another kind when
    nobody knows: NotReachable, ConnectionLost, ServiceDown, TooManyCalls, ReplyMalformed.
    """
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise TokenRefused("the token holds characters that no token has")
    client = ServiceClient(origin, lambda: token)
    try:
        return await _asked(client, seconds)
    finally:
        await client.close()


async def _asked(client: ServiceClient, seconds: float) -> Balance | None:
    try:
        return await client.balance(deadline=seconds)
    except BalanceEmpty:
        # Only who knows the account can say so.
        return Balance(Decimal(0))
    except TokenRefused:
        raise
    except Refused as error:
        # A token may be good for jobs and not for the account.
        if error.status not in (403, 404, 405) and not isinstance(error, NotAllowed):
            raise
    except ReplyMalformed:
        pass
    try:
        await client.first_model(deadline=seconds)
    except TokenRefused:
        raise
    except BalanceEmpty:
        return Balance(Decimal(0))
    except Refused as error:
        raise ReplyMalformed(error.detail) from error
    return None
