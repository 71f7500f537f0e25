"""The whole life of a job through real HTTP."""

import asyncio
from pathlib import Path

import av
import httpx
import pytest

from rushes.simulator.pictures.frame_number import read_number
from rushes.simulator.server import Simulator
from tests.simulator.small_models import IMAGE_ID, SMALL_MODELS, SOUND_ID, Caller


async def test_from_submit_to_a_clip_with_numbered_frames(
    simulator: Simulator, caller: Caller, tmp_path: Path
) -> None:
    reply = await caller.submit(seed=7, num_frames=20)
    accepted = reply.json()
    request_id = accepted["request_id"]
    links = f"{simulator.url}/v1/requests/{request_id}"
    assert accepted["status_url"] == f"{links}/status"
    assert accepted["result_url"] == f"{links}/result"
    assert accepted["cancel_url"] == f"{links}/cancel"
    result = await caller.finished(request_id)
    assert (result["status"], result["request_id"]) == ("succeeded", request_id)
    assert result["created_at"] <= result["finished_at"]
    assert list(result["output"]) == ["video"]
    link = httpx.URL(result["output"]["video"])
    assert str(link).startswith(simulator.media_url)
    assert "X-Signature" in link.params
    clip = tmp_path / "clip.mp4"
    async with httpx.AsyncClient() as downloads:
        clip.write_bytes((await downloads.get(link)).content)
    with av.open(str(clip)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.average_rate) == (256, 144, 12)
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
    assert [read_number(frame) for frame in frames] == list(range(1, 21))


async def test_queue_position_counts_down_and_status_follows() -> None:
    async with Simulator(models=SMALL_MODELS, pace_seconds=0.7, slots=1) as simulator:
        caller = Caller(simulator.url)
        first, second, third = [await caller.accepted(seed=seed) for seed in (1, 2, 3)]
        assert await caller.status(first) == {
            "request_id": first, "status": "in_queue", "queue_position": 1,
        }  # fmt: skip
        assert (await caller.status(third))["queue_position"] == 3
        seen = {first: [""], second: [""], third: [""]}
        while seen[third][-1] != "completed":
            for request_id, words in seen.items():
                now = await caller.status(request_id)
                assert ("queue_position" in now) == (now["status"] == "in_queue")
                if now["status"] != words[-1]:
                    words.append(now["status"])
            await asyncio.sleep(0.03)
        for words in seen.values():
            # A busy machine may sleep through a state, but sees none of them out of order.
            order = ["", "in_queue", "in_progress", "completed"]
            assert words == sorted(words, key=order.index)
            assert words[1] == "in_queue"
        assert any("in_progress" in words for words in seen.values())
        await caller.http.aclose()


async def test_only_queued_jobs_are_cancelled() -> None:
    async with Simulator(
        models=SMALL_MODELS, pace_seconds=30, slots=1, price_usd=2.0, balance_usd=10
    ) as simulator:
        caller = Caller(simulator.url)
        request_id = await caller.accepted()
        assert simulator.balance_usd == 8
        reply = await caller.cancel(request_id)
        assert reply.status_code == 202
        expected = {"request_id": request_id, "status": "cancelled", "outcome": "cancelled"}
        assert reply.json() == expected
        assert (await caller.cancel(request_id)).json() == expected
        assert (await caller.status(request_id))["status"] == "cancelled"
        result = (await caller.result(request_id, include_cost="true")).json()
        assert (result["status"], result["cost"]) == ("cancelled", 0)
        assert "output" not in result
        assert simulator.balance_usd == 10
        await caller.http.aclose()


async def test_a_job_in_progress_cannot_be_cancelled() -> None:
    async with Simulator(models=SMALL_MODELS, pace_seconds=2) as simulator:
        caller = Caller(simulator.url)
        request_id = await caller.accepted()
        while (await caller.status(request_id))["status"] != "in_progress":
            await asyncio.sleep(0.01)
        reply = await caller.cancel(request_id)
        assert reply.status_code == 202
        assert reply.json()["outcome"] == "not_cancellable"
        assert (await caller.finished(request_id))["status"] == "succeeded"
        late = (await caller.cancel(request_id)).json()
        assert (late["status"], late["outcome"]) == ("completed", "not_cancellable")
        await caller.http.aclose()


async def test_a_result_asked_for_too_early(caller: Caller) -> None:
    request_id = await caller.accepted(num_frames=200, resolution="480p")
    reply = await caller.result(request_id)
    assert (reply.status_code, reply.json()["error_code"]) == (400, 400005)


async def test_cost_is_told_when_asked_for_and_taken_from_the_balance() -> None:
    async with Simulator(
        models=SMALL_MODELS, pace_seconds=0, price_usd=0.05, price_unit="second", balance_usd=1
    ) as simulator:
        caller = Caller(simulator.url)
        request_id = await caller.accepted(num_frames=24, frames_per_second=12)
        assert (await caller.finished(request_id))["cost"] == pytest.approx(0.10)
        assert "cost" not in (await caller.result(request_id)).json()
        balance = (await caller.http.get("/prod/v2/balance")).json()
        assert balance == {
            "balance_usd": 0.9, "balance_microdollars": 900_000, "currency": "USD",
        }  # fmt: skip
        await caller.http.aclose()


async def test_several_images_are_several_links(simulator: Simulator, caller: Caller) -> None:
    request_id = await caller.accepted(IMAGE_ID, num_images=3, output_format="jpeg")
    output = (await caller.finished(request_id))["output"]
    assert list(output) == ["images"]
    async with httpx.AsyncClient() as downloads:
        replies = [await downloads.get(link) for link in output["images"]]
    assert [reply.headers["content-type"] for reply in replies] == ["image/jpeg"] * 3
    assert len({reply.content for reply in replies}) == 3


async def test_sound_is_made_as_asked(caller: Caller) -> None:
    request_id = await caller.accepted(SOUND_ID, duration=2, output_format="ogg_opus")
    output = (await caller.finished(request_id))["output"]
    async with httpx.AsyncClient() as downloads:
        reply = await downloads.get(output["audio"])
    assert reply.headers["content-type"] == "audio/ogg"
    assert reply.content.startswith(b"OggS")


async def test_status_is_answered_at_once_while_pictures_are_made(caller: Caller) -> None:
    clock = asyncio.get_running_loop().time
    request_id = await caller.accepted(num_frames=16, resolution="480p")
    waits = []
    while True:
        began = clock()
        status = (await caller.status(request_id))["status"]
        waits.append(clock() - began)
        if status == "completed":
            break
        await asyncio.sleep(0.01)
    assert len(waits) > 5
    assert sorted(waits)[len(waits) // 2] < 0.25


async def test_the_same_seed_gives_the_same_file_and_another_does_not(caller: Caller) -> None:
    async def digest(seed: int, prompt: str = "sea") -> bytes:
        result = await caller.finished(await caller.accepted(seed=seed, prompt=prompt))
        async with httpx.AsyncClient() as downloads:
            return (await downloads.get(result["output"]["video"])).content

    first = await digest(1)
    assert await digest(1) == first
    assert await digest(2) != first
    assert await digest(1, "a forest") != first


async def test_stop_abandons_what_is_being_made() -> None:
    clock = asyncio.get_running_loop().time
    async with Simulator(models=SMALL_MODELS, pace_seconds=0) as simulator:
        caller = Caller(simulator.url)
        for seed in range(3):
            await caller.accepted(seed=seed, num_frames=1000, resolution="480p")
        await asyncio.sleep(0.3)
        await caller.http.aclose()
        began = clock()
    assert clock() - began < 10
