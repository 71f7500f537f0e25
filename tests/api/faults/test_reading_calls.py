"""What a client reads from every state, result and cancel that can go wrong."""

import functools
from typing import Any

import pytest

from rushes.api.exchange import Exchange
from rushes.domain.errors import (
    ConnectionLost,
    NotAllowed,
    NotReachable,
    Refused,
    ReplyMalformed,
    RequestGone,
    ResultNotReady,
    ServiceDown,
    ServiceError,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.replies import Phase
from rushes.simulator.faults.presets import PRESETS
from tests.api.faults.asking import REQUEST, finished_job, service

# What the first struck call comes to: an error, or the phase (or outcome) that is read.
STATUS = {
    "status_unknown_word": Phase.UNRECOGNISED,
    "status_unknown_then_right": Phase.UNRECOGNISED,
    "status_succeeded": Phase.SUCCEEDED,
    "status_failed": Phase.FAILED,
    "status_going_backwards": Phase.RUNNING,
    "status_completed_then_in_progress": Phase.ENDED,
    "status_rising_position": Phase.QUEUED,
    "status_bad_position": Phase.QUEUED,
    "status_no_word": ReplyMalformed,
    "status_number_word": ReplyMalformed,
    "status_list": ReplyMalformed,
    "status_html": ReplyMalformed,
    "status_error_code": RequestGone,
    "status_404_then_back": RequestGone,
    "status_404": RequestGone,
    "status_403": NotAllowed,
    "status_401_mid_job": TokenRefused,
    "status_429_storm": TooManyCalls,
    "status_429_retry_after": TooManyCalls,
    "status_503": ServiceDown,
    "status_reset": ConnectionLost,
    "status_closed": (ConnectionLost, ReplyMalformed),
    "status_hangs": ConnectionLost,
    "status_redirect": ReplyMalformed,
    "status_huge": ReplyMalformed,
    "status_deep": ReplyMalformed,
    "status_long_number": ReplyMalformed,
    "status_nan": ReplyMalformed,
    "status_infinite_number": ReplyMalformed,
    "status_two_words": ReplyMalformed,
    "status_not_utf8": ReplyMalformed,
    "status_hostile_word": Phase.UNRECOGNISED,
    "status_slow_headers": ConnectionLost,
    "status_slow_body": ConnectionLost,
    "status_endless_headers": ReplyMalformed,
    "status_endless_interim": ConnectionLost,
    "status_gzip_bomb": ReplyMalformed,
    "status_two_lengths": ReplyMalformed,
}
RESULT = {
    "result_completed": Phase.SUCCEEDED,
    "result_completed_without_output": Phase.ENDED,
    "result_succeeded_without_output": Phase.SUCCEEDED,
    "result_unknown_word": Phase.UNRECOGNISED,
    "result_failed_text": Phase.FAILED,
    "result_failed_object": Phase.FAILED,
    "result_failed_list": Phase.FAILED,
    "result_failed_hostile": Phase.FAILED,
    "result_cancelled": Phase.CANCELLED,
    "result_not_ready": ResultNotReady,
    "result_404_then_back": RequestGone,
    "result_404": RequestGone,
    "result_401_mid_job": TokenRefused,
    "result_429_storm": TooManyCalls,
    "result_503": ServiceDown,
    "result_huge": ReplyMalformed,
    "result_deep": ReplyMalformed,
    "result_nan": ReplyMalformed,
    "result_two_outputs": ReplyMalformed,
    "result_slow_headers": ConnectionLost,
    "result_slow_body": ConnectionLost,
    "result_reset": ConnectionLost,
}
LINKS = {
    "result_output_object": 1,
    "result_output_url": 1,
    "result_output_list": 1,
    "result_output_no_videos": 0,
    "result_output_one_video": 1,
    "result_output_two_videos": 2,
    "result_output_images_only": 2,
    "result_output_elsewhere": 1,
    "result_output_canary": 1,
    "result_output_number": 0,
    "result_output_many": 500,
}
CANCEL = {
    "cancel_cancelled": "cancelled",
    "cancel_not_cancellable": "not_cancellable",
    "cancel_races_completion": "not_cancellable",
    "cancel_told_but_completes": "cancelled",
    "cancel_unknown_outcome": "perhaps",
    "cancel_no_outcome": ReplyMalformed,
    "cancel_404": RequestGone,
    "cancel_lost_reply": (ConnectionLost, ReplyMalformed),
    "cancel_reset": ConnectionLost,
    "cancel_503": ServiceDown,
}
LISTING = {
    "models_empty": 0,
    "models_endless": 100,
    "models_huge": ReplyMalformed,
    "models_many_on_a_page": 5_000,
    "models_unknown_types": 4,
    "models_missing_fields": 9,
    "models_hostile_text": 1,
    "models_no_list": ReplyMalformed,
    "models_html": ServiceDown,
    "models_deep": ReplyMalformed,
    "balance_zero": 0.0,
    "balance_negative": -3.5,
    "balance_missing_fields": ReplyMalformed,
    "balance_unknown_types": ReplyMalformed,
    "balance_huge": ReplyMalformed,
    "balance_nan": ReplyMalformed,
    "balance_text": 12.5,
    "balance_html": ServiceDown,
    "balance_401": TokenRefused,
}
SLOW = {
    *("status_hangs", "status_slow_headers", "status_slow_body", "status_endless_interim"),
    *("result_slow_headers", "result_slow_body"),
}


@pytest.fixture(autouse=True)
def short_deadlines(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait half a second for what never ends, and longer for all else."""
    name = request.node.callspec.params.get("name", "") if hasattr(request.node, "callspec") else ""
    call = functools.partialmethod(Exchange.call, deadline=0.5 if name in SLOW else 20.0)
    if name in SLOW:
        monkeypatch.setattr(Exchange, "call", call)


async def told(asked: Any, read: Any) -> Any:
    """What a call comes to: what was read, or the kind of error."""
    try:
        return read(await asked)
    except (ServiceError, Refused) as error:
        return type(error)


def agrees(found: Any, expected: Any) -> bool:
    return found in expected if isinstance(expected, tuple) else found == expected


@pytest.mark.parametrize(("name", "expected"), STATUS.items(), ids=STATUS)
async def test_states(name: str, expected: Any) -> None:
    async with service() as (client, simulator):
        request_id, _ = await finished_job(simulator)
        simulator.faults.add(name)
        if name == "status_401_mid_job":
            await client.status(request_id)
        found = await told(client.status(request_id), lambda reply: reply.phase)
        assert agrees(found, expected), found
        assert simulator.faults.played
        assert simulator.canary.requests == []


@pytest.mark.parametrize(("name", "expected"), RESULT.items(), ids=RESULT)
async def test_results(name: str, expected: Any) -> None:
    async with service() as (client, simulator):
        request_id, _ = await finished_job(simulator)
        simulator.faults.add(name)
        found = await told(client.result(request_id), lambda reply: reply.phase)
        assert agrees(found, expected), found
        assert simulator.faults.played


@pytest.mark.parametrize("name", [name for name in RESULT if name.startswith("result_failed")])
async def test_failures_are_told(name: str) -> None:
    async with service() as (client, simulator):
        request_id, _ = await finished_job(simulator)
        simulator.faults.add(name)
        assert "The prompt was refused." in (await client.result(request_id)).failure


@pytest.mark.parametrize(("name", "links"), LINKS.items(), ids=LINKS)
async def test_links(name: str, links: int) -> None:
    async with service() as (client, simulator):
        request_id, link = await finished_job(simulator)
        simulator.faults.add(name)
        result = await client.result(request_id)
        assert (result.phase, len(result.urls)) == (Phase.SUCCEEDED, links)
        if name in ("result_output_url", "result_output_two_videos", "result_output_list"):
            assert result.urls[0] == link


async def test_only_links_to_the_web_are_read_and_none_that_is_too_long() -> None:
    async with service() as (client, simulator):
        request_id, _ = await finished_job(simulator)
        simulator.faults.add("result_output_hostile")
        urls = (await client.result(request_id)).urls
    assert all(url.startswith("https://") and len(url) < 8_192 for url in urls)


@pytest.mark.parametrize("name", ["result_deep_output", "result_hostile_cost"])
async def test_what_is_merely_odd_is_read_or_refused(name: str) -> None:
    async with service() as (client, simulator):
        request_id, _ = await finished_job(simulator)
        simulator.faults.add(name)
        found = await told(client.result(request_id), lambda reply: (reply.phase, reply.cost))
        assert found in (ReplyMalformed, (Phase.SUCCEEDED, None))


@pytest.mark.parametrize(("name", "expected"), CANCEL.items(), ids=CANCEL)
async def test_cancelling(name: str, expected: Any) -> None:
    async with service(name, pace_seconds=0.3) as (client, simulator):
        remote_id = (await client.submit(REQUEST)).remote_id
        found = await told(client.cancel(remote_id), lambda reply: reply.outcome)
        assert agrees(found, expected), found
        assert len(simulator.accepted) == 1


@pytest.mark.parametrize(("name", "expected"), LISTING.items(), ids=LISTING)
async def test_listings(name: str, expected: Any) -> None:
    async with service(name) as (client, _):
        if name.startswith("models"):
            found = await told(client.models(), len)
        else:
            found = await told(client.balance(), lambda reply: float(reply.amount))
        assert agrees(found, expected), found


def test_no_preset_is_left_out() -> None:
    odd = {"result_deep_output", "result_hostile_cost", "result_output_hostile", "status_canceled"}
    tried = {*STATUS, *RESULT, *LINKS, *CANCEL, *LISTING, *odd}
    known = {name for name in PRESETS if not name.startswith(("submit_", "download_"))}
    assert tried == known


async def test_while_nobody_listens_nothing_was_sent() -> None:
    async with service() as (client, simulator):
        request_id, _ = await finished_job(simulator)
        simulator.faults.add({"call": "status", "fault": {"do": "refuse_connections"}})
        with pytest.raises(NotReachable):
            await client.status(request_id)
        simulator.faults.clear()
