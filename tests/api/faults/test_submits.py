"""What becomes of a paid call, for every fault that the simulator can play on it."""

import pytest

from rushes.api import client as client_module
from rushes.domain.errors import (
    BalanceEmpty,
    InputsRefusedByService,
    NotAllowed,
    NotFound,
    NotReachable,
    OutcomeUnknown,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.replies import Accepted
from rushes.simulator.faults.presets import PRESETS
from tests.api.faults.asking import REQUEST, service

OUTCOMES = {
    "submit_refused_connection": NotReachable,
    "submit_answered_late": Accepted,
    "submit_error_code": BalanceEmpty,
    "submit_error_code_and_id": Accepted,
    "submit_error_400001": NotFound,
    "submit_error_400002": BalanceEmpty,
    "submit_error_400004": TokenRefused,
    "submit_400": InputsRefusedByService,
    "submit_401": TokenRefused,
    "submit_402": BalanceEmpty,
    "submit_403": NotAllowed,
    "submit_404": NotFound,
    "submit_422": InputsRefusedByService,
    "submit_429": TooManyCalls,
    "submit_429_retry_after": TooManyCalls,
}
"""What is not OutcomeUnknown."""

# These end at the deadline alone.
ENDLESS = {
    *("submit_hangs_connecting", "submit_hangs_unaccepted", "submit_hangs_after_accepting"),
    *("submit_slow_reply", "submit_endless_interim"),
}


@pytest.mark.parametrize("name", [name for name in PRESETS if name.startswith("submit_")])
async def test_a_submit_is_told_as_what_it_surely_is(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "_SUBMIT_SECONDS", 0.5 if name in ENDLESS else 20.0)
    expected = OUTCOMES.get(name, OutcomeUnknown)
    async with service(name) as (client, simulator):
        try:
            outcome = await client.submit(REQUEST)
        except expected:
            assert expected is not Accepted
        else:
            assert expected is Accepted, outcome
            assert outcome.remote_id == simulator.accepted[0].request_id
        billed = len(simulator.accepted)
        # Sent once at most, whatever was answered; and never elsewhere.
        assert billed == PRESETS[name].bills
        assert simulator.canary.requests == []
        played = [each.name for each in simulator.faults.played]
        assert played == [name]
    if expected not in (Accepted, OutcomeUnknown):
        assert billed == 0


async def test_how_long_to_wait_is_told() -> None:
    async with service("submit_429_retry_after") as (client, _):
        with pytest.raises(TooManyCalls) as slow:
            await client.submit(REQUEST)
    assert slow.value.retry_after == 2.0


async def test_after_every_fault_the_client_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_SUBMIT_SECONDS", 0.5)
    names = ["submit_hangs_after_accepting", "submit_reset_mid_body", "submit_endless_headers"]
    async with service(*names) as (client, simulator):
        simulator.faults.clear()
        simulator.faults.add(*({"preset": name, "times": 1} for name in names))
        for _ in names:
            with pytest.raises(OutcomeUnknown):
                await client.submit(REQUEST)
        monkeypatch.setattr(client_module, "_SUBMIT_SECONDS", 20.0)
        remote_id = (await client.submit(REQUEST)).remote_id
        assert simulator.accepted[-1].request_id == remote_id
