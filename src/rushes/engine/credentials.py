"""Where the token comes from. It lives in memory, and in the system's keyring where one is."""

import os
from collections.abc import Callable, Mapping
from enum import StrEnum

from rushes.domain.errors import KeyringUnavailable
from rushes.domain.subscribers import Subscribers
from rushes.engine.keyring_store import KeyringStore

TOKEN_VARIABLES = ("RUNCOMFY_TOKEN", "YOUR_API_TOKEN")
"""Environment variables that may hold the token, first one first (the service's documentation)."""


class TokenSource(StrEnum):
    """Where the token in use comes from."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    """It is kept, and there again at the next start."""
    SESSION = "session"
    """It is used until the program ends."""
    NONE = "none"


class Credentials:
    """The token of this session.

    Args:
        environment: where the variables are looked up.
        fixed: a token that is used whatever the environment says, as the demo does.
        keyring: where a token is kept from one session to the next; None keeps none.
    """

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        fixed: str = "",
        *,
        keyring: KeyringStore | None = None,
    ) -> None:
        found = environment if environment is not None else os.environ
        names = (name for name in TOKEN_VARIABLES if found.get(name, "").strip())
        self._variable = "" if fixed else next(names, "")
        self._from_environment = found[self._variable].strip() if self._variable else ""
        self._keyring = keyring
        self._may_be_kept = False
        self._is_awaited = False
        self._subscribers = Subscribers[TokenSource]()
        self._secrets: set[str] = set()
        self._token, self._source = "", TokenSource.NONE
        self._take(fixed.strip(), TokenSource.SESSION)
        self._fall_back()

    def token(self) -> str:
        """Return the token, or an empty string when there is none."""
        return self._token

    @property
    def source(self) -> TokenSource:
        """Where the token in use comes from."""
        return self._source

    @property
    def variable(self) -> str:
        """The environment variable that holds a token, empty when none does."""
        return self._variable

    @property
    def is_kept(self) -> bool:
        """Whether the token in use is in the keyring."""
        return self._source is TokenSource.KEYRING

    def secrets(self) -> frozenset[str]:
        """Return every token that this session has seen: none of them belongs into a log."""
        return frozenset(self._secrets)

    def hide(self, token: str) -> None:
        """Count a token among the secrets, though it is only tried so far."""
        if token.strip():
            self._secrets.add(token.strip())

    def use(self, token: str) -> None:
        """Use another token from now on, for this session."""
        self._is_awaited = False
        self._take(token.strip(), TokenSource.SESSION)

    def serve(self, origin: str) -> None:
        """Turn to another service, for which a token that was entered or kept is not meant.

        The environment's token stays; `load` finds what is kept for the new service.
        """
        self._is_awaited = self._may_be_kept = False
        if self._keyring is not None:
            self._keyring = self._keyring.of(origin)
        if self._source in (TokenSource.KEYRING, TokenSource.SESSION):
            self._take("", TokenSource.NONE)
            self._fall_back()

    async def load(self) -> TokenSource:
        """Look into the keyring, unless there is a token already; return where it comes from.

        Where the keyring does not answer in time there is no token; one that comes later, as
        when a person first has to unlock the keyring, is used from then on.
        """
        asked = self._keyring
        if self._token or asked is None:
            return self._source
        self._is_awaited = True

        def on_read(token: str) -> None:
            if token and self._is_awaited and self._keyring is asked:
                self._is_awaited = False
                self._may_be_kept = True
                self._take(token, TokenSource.KEYRING)

        try:
            on_read(await asked.read(on_read))
        except KeyringUnavailable:
            # There may be none on this machine; it is told when a token is to be kept.
            return self._source
        return self._source

    async def keep(self, token: str) -> None:
        """Use a token at once, and have the keyring keep it for later sessions.

        Raises KeyringUnavailable when it is used for this session only.
        """
        self.use(token)
        if self._keyring is None:
            raise KeyringUnavailable("this session has no keyring")
        self._may_be_kept = True
        await self._keyring.write(self._token)
        if self._token == token.strip():
            self._take(self._token, TokenSource.KEYRING)

    async def forget(self) -> None:
        """Stop using the token, and take it out of the keyring; the environment's stays.

        Raises KeyringUnavailable when it may still be in the keyring; it is not used any more.
        """
        self._is_awaited = False
        self._take("", TokenSource.NONE)
        self._fall_back()
        if self._keyring is not None and self._may_be_kept:
            await self._keyring.delete()
            self._may_be_kept = False

    def subscribe(self, subscriber: Callable[[TokenSource], None]) -> Callable[[], None]:
        """Have a function called whenever the token in use is another; returns what ends that."""
        return self._subscribers.add(subscriber)

    def _fall_back(self) -> None:
        if not self._token and self._from_environment:
            self._take(self._from_environment, TokenSource.ENVIRONMENT)

    def _take(self, token: str, source: TokenSource) -> None:
        source = source if token else TokenSource.NONE
        if (token, source) == (self._token, self._source):
            return
        self._token, self._source = token, source
        self.hide(token)
        self._subscribers.tell(source)

    def __repr__(self) -> str:
        return f"Credentials({'a token' if self._token else 'no token'})"
