"""A request as a command line, for whoever wants to send it from a shell."""

import shlex

from rushes.domain.model_spec import is_model_id
from rushes.domain.origins import DEFAULT_SERVICE_URL
from rushes.domain.request import GenerationRequest

TOKEN_VARIABLE = "RUNCOMFY_TOKEN"
"""The environment variable that the command line reads the token from; it holds no token."""

_HEADERS = ("Accept: application/json", "Content-Type: application/json")


def can_be_sent(request: GenerationRequest) -> bool:
    """Tell whether there is an address that the request can be sent to."""
    return is_model_id(request.model_id)


def curl_text(request: GenerationRequest, service: str | None = None) -> str:
    """Return the request as a command for a POSIX shell, with the very bytes of its body.

    Args:
        request: what is sent.
        service: origin of the service; None for the usual one.
    """
    address = f"{service or DEFAULT_SERVICE_URL}/v1/models/{request.model_id}"
    lines = [f"curl --request POST {shlex.quote(address)}"]
    lines += [f"--header {shlex.quote(header)}" for header in _HEADERS]
    lines.append(f'--header "Authorization: Bearer ${TOKEN_VARIABLE}"')
    lines.append(f"--data-raw {shlex.quote(request.body.decode())}")
    return " \\\n  ".join(lines)
