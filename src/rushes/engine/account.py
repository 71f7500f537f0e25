"""The account at the service, as a person deals with it: a token tried, kept and forgotten."""

from collections.abc import Callable

from rushes.domain.replies import Balance
from rushes.engine.credentials import Credentials, TokenSource
from rushes.engine.token_trial import try_token


class Account:
    """What the settings ask for when a person enters a token.

    Args:
        origin: asked for the service's origin of the moment.
        credentials: the token of this session.
    """

    def __init__(self, origin: Callable[[], str], credentials: Credentials) -> None:
        self._origin = origin
        self._credentials = credentials

    @property
    def source(self) -> TokenSource:
        """Where the token in use comes from."""
        return self._credentials.source

    @property
    def variable(self) -> str:
        """The environment variable that holds a token, empty when none does."""
        return self._credentials.variable

    async def try_token(self, token: str) -> Balance | None:
        """Ask the service about a token, see `rushes.engine.token_trial.try_token`."""
        self._credentials.hide(token)
        return await try_token(self._origin(), token.strip())

    async def keep(self, token: str) -> None:
        """Use a token and keep it; raises KeyringUnavailable when for this session only."""
        await self._credentials.keep(token)

    async def forget(self) -> None:
        """Use the token no more; raises KeyringUnavailable when the keyring may still hold it."""
        await self._credentials.forget()
