"""The ledger has a line for every accepted submit, before the reply."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rushes.simulator.server import Simulator
from tests.simulator.small_models import SMALL_MODELS, VIDEO_ID, Caller


async def test_a_line_for_each_accepted_submit_and_none_else(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    path.write_text("kept\n")
    body = b'{"prompt":  "sea", "seed": 5}'
    async with Simulator(models=SMALL_MODELS, pace_seconds=0, ledger_path=path) as simulator:
        caller = Caller(simulator.url, "a token")
        await caller.submit(seed=-1)
        reply = await caller.http.post(f"/v1/models/{VIDEO_ID}", content=body)
        # Read while the simulator runs: the line has been written, not only buffered.
        kept, text = path.read_text().splitlines()
        await caller.http.post(f"/v1/models/{VIDEO_ID}", content=body)
        assert len(path.read_text().splitlines()) == 3
        accepted = simulator.accepted
        await caller.http.aclose()
    line = json.loads(text)
    assert kept == "kept"
    assert list(line) == ["request_id", "time", "token_digest", "body_digest"]
    assert line["request_id"] == reply.json()["request_id"] == accepted[0].request_id
    assert line["token_digest"] == hashlib.sha256(b"a token").hexdigest()[:16]
    assert line["body_digest"] == hashlib.sha256(body).hexdigest()
    assert abs(datetime.fromisoformat(line["time"]) - datetime.now(UTC)) < timedelta(minutes=1)
    assert len({entry.request_id for entry in accepted}) == len(accepted) == 2


@pytest.mark.allow_log("answering POST")
async def test_what_cannot_be_written_down_is_not_accepted(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    async with Simulator(models=SMALL_MODELS, pace_seconds=0, ledger_path=full) as simulator:
        caller = Caller(simulator.url)
        reply = await caller.submit()
        assert reply.status_code == 500
        assert not simulator.accepted
        await caller.http.aclose()


async def test_a_ledger_that_cannot_be_opened_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        await Simulator(models=[], ledger_path=tmp_path / "missing" / "ledger").start()
