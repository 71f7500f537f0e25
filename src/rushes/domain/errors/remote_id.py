"""The ids by which the service knows jobs."""

from rushes.domain.errors.root import RushesError


class RemoteIdRefused(RushesError):
    """What a person gave as a request id is not one."""

    code = "remote_id_refused"


class RemoteIdTaken(RushesError):
    """Another job of the library has this request id already."""

    code = "remote_id_taken"


class RemoteIdUnsettled(RushesError):
    """The same request is being sent in this moment, and the id may be its."""

    code = "remote_id_unsettled"


class AtAnotherService(RushesError):
    """The job was sent to another service than the one in use; `detail` is its address."""

    code = "at_another_service"
