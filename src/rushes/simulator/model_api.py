"""The service's calls: submit, status, result, cancel, models, balance."""

import json
import secrets
import uuid
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from urllib.parse import unquote

from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import JsonValue
from rushes.domain.validation import check_inputs, resolve_inputs
from rushes.simulator.catalogue import Catalogue
from rushes.simulator.jobs import JobQueue, RemoteJob, RemoteState
from rushes.simulator.ledger import Ledger, ledger_line, token_digest
from rushes.simulator.output_form import commission, sent_seed
from rushes.simulator.wire import Reply, Request, json_reply

BAD_ID = 400001
BALANCE_EMPTY = 400002
BAD_TOKEN = 400004
NOT_READY = 400005
NOT_YOURS = 403001
UNKNOWN_REQUEST = 404001

_MAX_PAGE, _DEFAULT_PAGE = 100, 20

_STATUS_WORDS = {RemoteState.SUCCEEDED: "completed", RemoteState.FAILED: "completed"}
"""The status call says only that a job has ended; the result tells how."""

LinksOf = Callable[[RemoteJob], Sequence[str]]
"""Returns the links of a finished job's files, in order."""


class ModelApi:
    """Answers the calls of the Model API.

    Attributes:
        balance_usd: what is left on the account, in US dollars.
        url: the API's own origin, for the links in its replies.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        queue: JobQueue,
        ledger: Ledger,
        links_of: LinksOf,
        *,
        token: str | None,
        balance_usd: float,
    ) -> None:
        self.balance_usd = balance_usd
        self.url = ""
        self._catalogue, self._queue, self._ledger = catalogue, queue, ledger
        self._links_of, self._token = links_of, token

    async def answer(self, request: Request) -> Reply:
        """Answer one call."""
        head = request.head
        token = head.bearer_token
        if token is None:
            return _refusal(HTTPStatus.UNAUTHORIZED, None, "The token is missing.")
        if self._token is not None and token != self._token:
            return _refusal(HTTPStatus.BAD_REQUEST, BAD_TOKEN, "The token is not valid.")
        segments = [unquote(each) for each in head.path.strip("/").split("/")]
        match head.method, segments:
            case "GET", ["prod", "v2", "balance"]:
                return self._balance()
            case "GET", ["v1", "models"]:
                return self._models(head.query)
            case "GET", ["v1", "models", *parts]:
                return self._model("/".join(parts))
            case "POST", ["v1", "models", *parts] if parts:
                return self._submit("/".join(parts), token, request.body)
            case "GET", ["v1", "requests", request_id, "status"]:
                return self._with_job(request_id, token, self._status)
            case "GET", ["v1", "requests", request_id, "result"]:
                with_cost = head.query.get("include_cost", "").lower() == "true"
                return self._with_job(request_id, token, lambda job: self._result(job, with_cost))
            case "POST", ["v1", "requests", request_id, "cancel"]:
                return self._with_job(request_id, token, self._cancel)
        return json_reply(HTTPStatus.NOT_FOUND, {"detail": "Not Found"})

    def _submit(self, model_id: str, token: str, body: bytes) -> Reply:
        spec = self._catalogue.spec(model_id)
        if spec is None:
            return _refusal(HTTPStatus.BAD_REQUEST, BAD_ID, "The model id is not valid.")
        try:
            inputs = json.loads(body, parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            return _refusal(HTTPStatus.BAD_REQUEST, None, "The body is not JSON.")
        if not isinstance(inputs, dict):
            return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, None, "The inputs are not an object.")
        problems = check_inputs(spec, inputs)
        if problems:
            words = " ".join(f"{each.field}: {each.sentence}" for each in problems)
            return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, None, words)
        if self.balance_usd <= 0:
            return _refusal(HTTPStatus.PAYMENT_REQUIRED, BALANCE_EMPTY, "The balance is used up.")
        job = self._accept(spec, inputs, token, body)
        links = f"{self.url}/v1/requests/{job.request_id}"
        return json_reply(
            HTTPStatus.OK,
            {
                "request_id": job.request_id,
                "status_url": f"{links}/status",
                "result_url": f"{links}/result",
                "cancel_url": f"{links}/cancel",
            },
        )

    def _accept(
        self, spec: ModelSpec, inputs: Mapping[str, JsonValue], token: str, body: bytes
    ) -> RemoteJob:
        """Write the submit into the ledger, then let the job begin: in this order it is billed."""
        resolved = resolve_inputs(spec, inputs)
        seed = sent_seed(spec, resolved)
        job = RemoteJob(
            request_id=str(uuid.uuid4()),
            owner=token_digest(token),
            commission=commission(
                spec, resolved, seed if seed is not None else secrets.randbelow(2**31)
            ),
        )
        self._ledger.add(ledger_line(job.request_id, token, body))
        self.balance_usd -= self._cost(job)
        self._queue.submit(job)
        return job

    def _with_job(self, request_id: str, token: str, answer: Callable[[RemoteJob], Reply]) -> Reply:
        job = self._queue.find(request_id)
        if job is None:
            return _refusal(HTTPStatus.NOT_FOUND, UNKNOWN_REQUEST, "The request is not known.")
        if job.owner != token_digest(token):
            return _refusal(HTTPStatus.FORBIDDEN, NOT_YOURS, "The request is somebody else's.")
        return answer(job)

    def _status(self, job: RemoteJob) -> Reply:
        shown = {
            "request_id": job.request_id,
            "status": _STATUS_WORDS.get(job.state, job.state.value),
        }
        position = self._queue.position(job)
        return json_reply(
            HTTPStatus.OK, shown if position is None else {**shown, "queue_position": position}
        )

    def _result(self, job: RemoteJob, with_cost: bool) -> Reply:
        if job.finished_at is None:
            return _refusal(HTTPStatus.BAD_REQUEST, NOT_READY, "The result is not ready.")
        shown: dict[str, JsonValue] = {
            "request_id": job.request_id,
            "status": job.state.value,
            "created_at": job.created_at.isoformat(),
            "finished_at": job.finished_at.isoformat(),
        }
        if job.state is RemoteState.SUCCEEDED:
            shown["output"] = _output(job, self._links_of(job))
        elif job.state is RemoteState.FAILED:
            shown["error"] = job.failure
        if with_cost:
            cancelled = job.state is RemoteState.CANCELLED
            shown["cost"] = 0.0 if cancelled else self._cost(job)
        return json_reply(HTTPStatus.OK, shown)

    def _cancel(self, job: RemoteJob) -> Reply:
        was_ended = job.has_ended
        cancelled = self._queue.cancel(job)
        if cancelled and not was_ended:
            self.balance_usd += self._cost(job)
        return json_reply(
            HTTPStatus.ACCEPTED,
            {
                "request_id": job.request_id,
                "status": _STATUS_WORDS.get(job.state, job.state.value),
                "outcome": "cancelled" if cancelled else "not_cancellable",
            },
        )

    def _models(self, query: Mapping[str, str]) -> Reply:
        limit, offset = _whole(query, "limit", _DEFAULT_PAGE), _whole(query, "offset", 0)
        if limit is None or offset is None or not 1 <= limit <= _MAX_PAGE:
            words = f"limit goes from 1 to {_MAX_PAGE}, offset starts at 0."
            return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, None, words)
        found = self._catalogue.search(
            query.get("search", ""), query.get("category", ""), query.get("kind", "")
        )
        with_schema = query.get("include_schema", "").lower() == "true"
        page = [
            self._catalogue.listed(spec, with_schema=with_schema)
            for spec in found[offset : offset + limit]
        ]
        return json_reply(HTTPStatus.OK, {"models": page, "total": len(found)})

    def _model(self, model_id: str) -> Reply:
        spec = self._catalogue.spec(model_id)
        if spec is None:
            return _refusal(HTTPStatus.BAD_REQUEST, BAD_ID, "The model id is not valid.")
        return json_reply(HTTPStatus.OK, self._catalogue.listed(spec, with_schema=True))

    def _balance(self) -> Reply:
        microdollars = round(self.balance_usd * 1_000_000)
        return json_reply(
            HTTPStatus.OK,
            {
                "balance_usd": microdollars / 1_000_000,
                "balance_microdollars": microdollars,
                "currency": "USD",
            },
        )

    def _cost(self, job: RemoteJob) -> float:
        form = job.commission.form
        return self._catalogue.cost(form.count, form.seconds)


def _output(job: RemoteJob, links: Sequence[str]) -> dict[str, JsonValue]:
    medium = job.commission.form.medium
    return {medium: links[0]} if len(links) == 1 else {f"{medium}s": list(links)}


def _whole(query: Mapping[str, str], name: str, default: int) -> int | None:
    text = query.get(name)
    if text is None:
        return default
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _refusal(status: HTTPStatus, code: int | None, message: str) -> Reply:
    """An error in the service's form."""
    body: dict[str, JsonValue] = {"error_message": message}
    return json_reply(status, body if code is None else {"error_code": code, **body})
