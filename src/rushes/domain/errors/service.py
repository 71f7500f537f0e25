"""What goes wrong between Rushes and the service."""

from rushes.domain.errors.root import RushesError


class ServiceError(RushesError):
    """Root of all that can go wrong between Rushes and the service."""

    code = "service_error"


class NotReachable(ServiceError):
    """Surely nothing left: name not resolved, connection refused or timed out, TLS failed."""

    code = "not_reachable"


class ConnectionLost(ServiceError):
    """A read-only call broke on the way; it may be asked again."""

    code = "connection_lost"


class OutcomeUnknown(ServiceError):
    """A submit may or may not have arrived; a person decides."""

    code = "outcome_unknown"


class _AsksToWait(Exception):
    """`retry_after`: seconds that the service asked to wait, or None."""

    def __init__(self, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class TooManyCalls(_AsksToWait, ServiceError):
    """HTTP 429."""

    code = "too_many_calls"


class ServiceDown(_AsksToWait, ServiceError):
    """5xx, or a page from something between Rushes and the service."""

    code = "service_down"


class ReplyMalformed(ServiceError):
    """An answer that is not of the service's form."""

    code = "reply_malformed"


class JobFailed(ServiceError):
    """The service says that it could not make the clip."""

    code = "job_failed"


class ResultEmpty(ServiceError):
    """The service says that it finished, and names no file."""

    code = "result_empty"


class Refused(ServiceError):
    """The service said no, in its own form.

    Attributes:
        service_code: the service's ``error_code``, or None.
        status: the HTTP status.
    """

    code = "refused"

    def __init__(
        self, detail: str = "", *, service_code: int | None = None, status: int = 0
    ) -> None:
        super().__init__(detail)
        self.service_code = service_code
        self.status = status


class TokenRefused(Refused):
    """The token is wrong, expired or revoked (HTTP 401, or error code 400004)."""

    code = "token_refused"


class BalanceEmpty(Refused):
    """No balance is left (HTTP 402, or error code 400002)."""

    code = "balance_empty"


class NotAllowed(Refused):
    """Not your request (HTTP 403, or error code 403001)."""

    code = "not_allowed"


class NotFound(Refused):
    """No such model (error code 400001, or HTTP 404 on a submit)."""

    code = "not_found"


class RequestGone(Refused):
    """The service does not know this request any more (HTTP 404, or error code 404001)."""

    code = "request_gone"


class InputsRefusedByService(Refused):
    """The service's schema refuses the inputs (HTTP 400 or 422)."""

    code = "inputs_refused_by_service"


class ResultNotReady(Refused):
    """The result was asked for too early (error code 400005)."""

    code = "result_not_ready"
