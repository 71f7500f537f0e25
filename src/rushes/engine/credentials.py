"""Where the token comes from. It lives in memory, and goes nowhere else from here."""

import os
from collections.abc import Mapping

TOKEN_VARIABLES = ("RUNCOMFY_TOKEN", "YOUR_API_TOKEN")
"""Environment variables that may hold the token, first one first (the service's documentation)."""


class Credentials:
    """The token of this session.

    Args:
        environment: where the variables are looked up.
        fixed: a token that is used whatever the environment says, as the demo does.
    """

    def __init__(self, environment: Mapping[str, str] | None = None, fixed: str = "") -> None:
        found = environment if environment is not None else os.environ
        self._token = fixed or next(
            (found[name].strip() for name in TOKEN_VARIABLES if found.get(name, "").strip()), ""
        )

    def token(self) -> str:
        """Return the token, or an empty string when there is none."""
        return self._token

    def use(self, token: str) -> None:
        """Use another token from now on, for this session."""
        self._token = token.strip()

    def __repr__(self) -> str:
        return f"Credentials({'a token' if self._token else 'no token'})"
