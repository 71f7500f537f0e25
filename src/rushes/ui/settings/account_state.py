"""What is known of the token, and what there is to do about it."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from rushes.domain.errors import KeyringUnavailable, ServiceError
from rushes.domain.replies import Balance
from rushes.engine.credentials import TokenSource


class AccountActions(Protocol):
    """What can be done about the token; `rushes.engine.account.Account` does it."""

    @property
    def source(self) -> TokenSource:
        """Where the token in use comes from."""

    @property
    def variable(self) -> str:
        """The environment variable that holds a token, empty when none does."""

    async def try_token(self, token: str) -> Balance | None:
        """Ask the service about a token; returns what is left, raises ServiceError."""

    async def keep(self, token: str) -> None:
        """Use a token and keep it; raises KeyringUnavailable when for this session only."""

    async def forget(self) -> None:
        """Use it no more; raises KeyringUnavailable when the keyring may still hold it."""


class Trial(Enum):
    """How far the trial of a token has come."""

    NONE = "none"
    TRYING = "trying"
    WORKS = "works"
    REFUSED = "refused"
    NOT_KNOWN = "not_known"
    """The service did not say, so that a person decides."""


@dataclass(frozen=True, slots=True)
class AccountState:
    """All that the section of the account shows.

    Attributes:
        source: where the token in use comes from.
        variable: environment variable that holds a token, empty when none does.
        trial: how far a trial has come.
        balance: what is left, as the trial told; None when it did not.
        trial_error: why the trial came to no good end.
        is_keeping: whether the keyring is asked to keep or to give up the token just now.
        keyring_error: why the keyring did not do what was asked of it last.
    """

    source: TokenSource = TokenSource.NONE
    variable: str = ""
    trial: Trial = Trial.NONE
    balance: Balance | None = None
    trial_error: ServiceError | None = None
    is_keeping: bool = False
    keyring_error: KeyringUnavailable | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way, so that no other wish can be heard."""
        return self.trial is Trial.TRYING or self.is_keeping
