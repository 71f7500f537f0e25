"""Every preset on the wire: what comes, how it ends, and whether it was billed."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from rushes.simulator.faults.presets import PRESETS, Preset
from rushes.simulator.server import Simulator
from tests.simulator.faults.raw_client import Heard, get, post, submit, talk
from tests.simulator.small_models import SMALL_MODELS, Caller

# More than any whole reply that a preset sends; what is larger goes on as long as it is read.
ENOUGH = 3_000_000
# A reply that drips is not waited for.
PATIENCE = 0.4
STRIKES_SECOND = {
    "status_401_mid_job",
    "download_206_wrong_range",
    "download_206_no_range",
    "download_200_to_range",
    "download_416",
}


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(models=SMALL_MODELS, pace_seconds=0) as simulator:
        yield simulator


class Asker:
    """Asks for what a preset strikes, on the wire."""

    def __init__(self, simulator: Simulator, request_id: str, link: str) -> None:
        self.simulator, self._request_id, self._link = simulator, request_id, link

    async def ask(
        self, call: str, *headers: str, enough: int = ENOUGH, within: float = 20.0
    ) -> Heard:
        about = f"/v1/requests/{self._request_id}"
        if call == "download":
            path = self._link.removeprefix(self.simulator.media_url)
            asked, url = get(path, *headers, token=False), self.simulator.media_url
        else:
            url = self.simulator.url
            asked = {
                "submit": submit(),
                "status": get(f"{about}/status"),
                "result": get(f"{about}/result?include_cost=true"),
                "cancel": post(f"{about}/cancel"),
                "models": get("/v1/models?include_schema=true&limit=100&offset=0"),
                "balance": get("/prod/v2/balance"),
            }[call]
        return await talk(url, asked, within=within, enough=enough)


async def asker_of(simulator: Simulator) -> Asker:
    """Have a job made, and cancelled where that is what the preset needs."""
    caller = Caller(simulator.url)
    request_id = await caller.accepted()
    result = await caller.finished(request_id)
    await caller.http.aclose()
    return Asker(simulator, request_id, result["output"]["video"])


def expected_ends(fault: Any) -> set[str]:
    """How a connection may end, by what a fault says."""
    act = fault.get("do", "reply")
    if act == "reply":
        if "cut_at" in fault:
            return {"silent"} if fault.get("then") == "hang" else {"closed", "reset"}
        large = fault.get("body", {}).get("bytes", 0) >= ENOUGH
        if large or {"interim_replies", "header_filler_bytes"} & fault.keys():
            return {"enough"}
        drips = {"head_rate", "body_rate", "delay_seconds"} & fault.keys()
        return {"silent"} if drips else {"closed"}
    return {
        "hang": {"silent"},
        "reset": {"reset"},
        # An orderly end is a reset where bytes were left unread.
        "close": {"closed", "reset"},
        "refuse_connections": {"refused"},
    }[act]


# These change nothing in what a job that has just succeeded is answered, or only the head.
HARMLESS = {
    "result_output_object",
    "result_output_images_only",
    "download_no_length",
    "download_no_type",
    "download_octet_stream",
    "download_wrong_type",
    "download_changed_etag",
    "download_weak_etag",
    "download_longer_than_told",
    "download_two_lengths",
    "download_200_to_range",
    "submit_two_lengths",
    "status_two_lengths",
    "cancel_cancelled",
    "cancel_races_completion",
}


@pytest.mark.parametrize("call", sorted({preset.call for preset in PRESETS.values()}))
async def test_presets_are_played_and_billed_as_told(simulator: Simulator, call: str) -> None:
    asker = await asker_of(simulator)
    right = await asker.ask(call)
    wrong: dict[str, list[str]] = {}
    for name, preset in PRESETS.items():
        if preset.call == call and preset.steps[0].get("state") != "cancelled":
            simulator.faults.clear()
            while (await asker.ask("balance")).end == "refused":
                await asyncio.sleep(0.01)
            found = await differences(asker, preset, right)
            wrong |= {name: found} if found else {}
    assert wrong == {}


async def differences(asker: Asker, preset: Preset, right: Heard) -> list[str]:
    """Play a preset; return what was not as it says."""
    simulator = asker.simulator
    before = len(simulator.accepted)
    simulator.faults.add(preset.name)
    resumes = any(each.get("ranged") for each in preset.steps)
    fault = preset.steps[1 if resumes else 0]["fault"]
    await asyncio.sleep(0)
    if preset.name in STRIKES_SECOND:
        await asker.ask(preset.call)
    resumed = [f"Range: bytes={len(right.body) // 2}-"] if resumes else []
    waits = bool({"delay_seconds", "head_rate", "body_rate"} & fault.keys())
    waits |= "hang" in (fault.get("do"), fault.get("then"))
    heard = await asker.ask(
        preset.call,
        *resumed,
        within=PATIENCE if waits else 20.0,
        enough=50_000 if fault.get("gzip") else ENOUGH,
    )
    played = [each.name for each in simulator.faults.played][-1:]
    billed = len(simulator.accepted) - before
    has_status = "status" in fault and heard.content
    checks = {
        f"played: {played}": played == [preset.name],
        f"ended: {heard.end}": heard.end in expected_ends(fault),
        f"billed: {billed}": billed == (preset.call == "submit" and preset.bills),
        f"sent: {heard.content[:100]!r}": not has_status or heard.status == fault["status"],
        "nothing was different": preset.name in HARMLESS
        or waits
        or heard.content.partition(b"\r\n")[0] != right.content.partition(b"\r\n")[0]
        or heard.body != right.body,
    }
    return [what for what, holds in checks.items() if not holds]


async def test_the_canceled_state(simulator: Simulator) -> None:
    async with Simulator(models=SMALL_MODELS, pace_seconds=30) as simulator:
        heard = await talk(simulator.url, submit())
        request_id = heard.json()["request_id"]
        simulator.faults.add("status_canceled")
        asker = Asker(simulator, request_id, "")
        assert (await asker.ask("status")).json()["status"] == "in_queue"
        assert (await asker.ask("cancel")).json()["outcome"] == "cancelled"
        assert (await asker.ask("status")).json()["status"] == "canceled"


async def test_states_that_follow_one_another(simulator: Simulator) -> None:
    async def seen(preset: str) -> list[object]:
        simulator.faults.clear()
        simulator.faults.add(preset)
        told = [await asker.ask("status") for _ in range(5)]
        return [
            (each.json().get("status"), each.json().get("queue_position"))
            if each.status == 200
            else each.status
            for each in told
        ]

    asker = await asker_of(simulator)
    done = ("completed", None)
    backwards = [("in_progress", None), ("in_queue", 3), ("in_queue", 3), done, done]
    assert await seen("status_going_backwards") == backwards
    rising = [("in_queue", 1), ("in_queue", 4), ("in_queue", 9), ("in_queue", 16), done]
    assert await seen("status_rising_position") == rising
    assert await seen("status_404_then_back") == [404, 404, done, done, done]
    assert await seen("status_401_mid_job") == [done, 401, 401, 401, 401]


async def test_outputs_in_every_form(simulator: Simulator) -> None:
    asker = await asker_of(simulator)
    link = (await asker.ask("result")).json()["output"]["video"]
    for preset, output in {
        "result_output_object": {"video": link},
        "result_output_url": link,
        "result_output_list": [link],
        "result_output_no_videos": {"videos": []},
        "result_output_two_videos": {"videos": [link, f"{link}&copy=2"]},
        "result_output_canary": {"video": f"{simulator.canary.url}/clip.mp4"},
    }.items():
        simulator.faults.clear()
        simulator.faults.add(preset)
        assert (await asker.ask("result")).json()["output"] == output
    # Both links of the two videos lead to the file.
    path = f"{link}&copy=2".removeprefix(simulator.media_url)
    assert (await talk(link, get(path, token=False))).status == 200


async def test_pictures_instead_of_a_video(simulator: Simulator) -> None:
    asker = await asker_of(simulator)
    simulator.faults.add("result_output_images_only")
    for link in (await asker.ask("result")).json()["output"]["images"]:
        heard = await talk(link, get(link.removeprefix(simulator.media_url), token=False))
        assert heard.body.startswith(b"\x89PNG")
        assert b"Content-Type: image/png\r\n" in heard.content


async def test_a_preset_serves_other_calls_too(simulator: Simulator) -> None:
    asker = await asker_of(simulator)
    simulator.faults.add({"preset": "submit_503", "call": ["balance", "models"]})
    assert (await asker.ask("balance")).status == 503
    assert (await asker.ask("models")).status == 503
    assert (await asker.ask("status")).status == 200
