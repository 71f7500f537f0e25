"""The token, and where it is kept."""

from rushes.domain.errors.root import RushesError


class TokenMissing(RushesError):
    """There is no token to send."""

    code = "token_missing"


class KeyringUnavailable(RushesError):
    """The system's keyring did not answer in time, refused, or does not exist."""

    code = "keyring_unavailable"
