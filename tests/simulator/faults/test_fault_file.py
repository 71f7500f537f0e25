"""Fault files are read strictly, and steps are chosen as they say."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from rushes.simulator.command import add_arguments, run
from rushes.simulator.faults.fault_file import read_fault_file, read_steps
from rushes.simulator.faults.fields import FaultFileUnreadable
from rushes.simulator.faults.presets import PRESETS
from rushes.simulator.faults.script import FaultScript
from rushes.simulator.faults.step import Call, CallKind
from rushes.simulator.jobs import RemoteJob, RemoteState
from rushes.simulator.output_form import Commission, OutputForm

CALL = Call(CallKind.STATUS, "/v1/requests/a/status", "a")


def step(**members: Any) -> dict[str, Any]:
    return {"call": "status", "fault": {"do": "close"}, **members}


def struck(script: FaultScript, calls: list[Call]) -> list[int]:
    """Numbers of the calls, from 1, that a fault was chosen for."""
    return [number for number, call in enumerate(calls, 1) if script.choose(call) is not None]


def script_of(*steps: Any) -> FaultScript:
    script = FaultScript()
    script.add(*steps)
    return script


WRONG = [
    (17, "step 1: an object is needed"),
    ({"preset": "no_such"}, "step 1, preset: 'no_such' is not the name of a preset"),
    ({"preset": "submit_html", "fault": 3}, "step 1, fault: an object is needed"),
    ({"preset": "submit_html", "fault": {"colour": 1}}, "step 1 (submit_html), fault, colour"),
    ({"call": "status"}, "step 1, fault: is missing"),
    ({"fault": {}}, "step 1, call: is missing"),
    (step(call="stare"), "step 1, call: one of submit"),
    (step(call=["status", 3]), "step 1, call: a text or a list of texts"),
    (step(colour="red"), "step 1, colour: is not known here"),
    (step(count=0), "step 1, count:"),
    (step(count=[3, 2]), "step 1, count:"),
    (step(count=True), "step 1, count:"),
    (step(count="often"), "step 1, count:"),
    (step(times=0), "step 1, times: it goes from 1"),
    (step(times=1.5), "step 1, times: a whole number"),
    (step(chance=2), "step 1, chance: it goes from 0 to 1"),
    (step(request=True), "step 1, request:"),
    (step(state="asleep"), "step 1, state: one of in_queue"),
    (step(ranged=1), "step 1, ranged: true or false"),
    (step(fault={"do": "dance"}), "step 1, fault, do: one of reply"),
    (step(fault={"when": "connecting"}), "step 1, fault, do: there is no reply"),
    (step(fault={"do": "refuse_connections", "when": "mid_body"}), "step 1, fault, when:"),
    (step(fault={"status": 99}), "step 1, fault, status: it goes from 100 to 999"),
    (step(fault={"headers": {"A": "x\r\nB: y"}}), "step 1, fault, headers: 'A' cannot be sent"),
    (step(fault={"headers": {"A": 3}}), "step 1, fault, headers, A: a text"),
    (step(fault={"body": {}}), "step 1, fault, body: it says nothing"),
    (step(fault={"body": {"text": "x", "json": 1}}), "step 1, fault, body, json: is not known"),
    (step(fault={"body": {"base64": "!"}}), "step 1, fault, body, base64:"),
    (step(fault={"body": {"file": "no such file"}}), "step 1, fault, body, file:"),
    (step(fault={"body": {"change": [1]}}), "step 1, fault, body, change: an object"),
    (
        step(fault={"body": {"change": {}}, "when": "after_reading"}),
        "fault, body: there is a right",
    ),
    (step(fault={"cut_at": {}}), "step 1, fault, cut_at: head or body"),
    (step(fault={"cut_at": {"body": 1.5}}), "step 1, fault, cut_at, body: a whole number"),
    (step(fault={"then": "reply"}), "step 1, fault, then: one of close, reset, hang"),
    (step(fault={"gzip": True}), "step 1, fault, gzip: the compressed length"),
    (
        step(call=["download", "status"], fault={"when": "connecting", "do": "reset"}),
        "step 1, call: downloads have a port of their own",
    ),
]


@pytest.mark.parametrize(("wrong", "words"), WRONG)
def test_what_makes_no_sense_is_refused_with_its_place(wrong: Any, words: str) -> None:
    with pytest.raises(FaultFileUnreadable) as refused:
        read_steps([wrong], Path())
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[\n{,}]", "line 2, column 2"),
        ("{}", "a list of steps is needed"),
        ('[{"call": "status", "call": "result", "fault": {}}]', "'call' stands twice"),
        ("[" * 100_000, ""),
        ('["submit_htm"]', "'submit_htm' is not the name of a preset"),
    ],
)
def test_a_wrong_file_ends_the_command(
    text: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "faults.json"
    path.write_text(text)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(["--faults", str(path)])) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"rushes simulate: {path}: ")
    assert words in told
    assert "Traceback" not in told


def test_a_file_that_is_not_there_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(["--faults", str(tmp_path / "none")])) == 2
    assert "No such file" in capsys.readouterr().err


def test_every_preset_can_be_read_and_is_told() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    told = parser.format_help()
    for name, preset in PRESETS.items():
        (first, *_) = read_steps([name], Path())
        assert first.name == name
        assert preset.meaning
        assert f"\n  {name} " in told
    assert "nowhere.invalid" in told


def test_the_example_in_the_help_can_be_read(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    told = parser.format_help().partition("An example:\n")[2].partition("\npresets:")[0]
    path = tmp_path / "example.json"
    path.write_text(told)
    assert len(read_fault_file(path)) == 3


def test_what_stands_beside_a_preset_goes_first(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"\x00page")
    entry = {
        "preset": "submit_500",
        "call": ["status", "result"],
        "count": [2, None],
        "name": "mine",
        "fault": {"status": 503, "body": {"file": "page"}},
    }
    (read,) = read_steps([entry], tmp_path)
    assert (read.name, read.calls) == ("mine", {CallKind.STATUS, CallKind.RESULT})
    assert (read.fault.status, read.count.first, read.count.last) == (503, 2, None)


def test_a_name_alone_is_a_preset_where_steps_are_added() -> None:
    script = script_of("status_closed", step(name="later"))
    assert struck(script, [CALL] * 3) == [1, 2, 3]
    assert [each.name for each in script.played] == ["status_closed", "status_closed", "later"]
    assert script.played[0].call == CALL


@pytest.mark.parametrize(
    ("members", "numbers"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"count": "every"}, [1, 2, 3, 4, 5]),
        ({"count": 2}, [2]),
        ({"count": [2, 3]}, [2, 3]),
        ({"count": [4, None]}, [4, 5]),
        ({"times": 2}, [1, 2]),
        ({"count": [2, None], "times": 1}, [2]),
        ({"chance": 0}, []),
        ({"request": "b"}, []),
        ({"call": ["result", "status"]}, [1, 2, 3, 4, 5]),
        ({"call": "cancel"}, []),
        ({"path": "/a/status"}, [1, 2, 3, 4, 5]),
        ({"path": "/b/status"}, []),
        ({"ranged": True}, []),
        ({"ranged": False}, [1, 2, 3, 4, 5]),
        ({"state": "succeeded"}, []),
    ],
)
def test_which_calls_are_struck(members: dict[str, Any], numbers: list[int]) -> None:
    assert struck(script_of(step(**members)), [CALL] * 5) == numbers


def test_requests_are_counted_apart() -> None:
    other = Call(CallKind.STATUS, "/v1/requests/b/status", "b")
    script = script_of(step(request_count=2))
    assert struck(script, [CALL, other, other, CALL, CALL, other]) == [3, 4]


def test_jobs_are_found_by_their_number_and_state() -> None:
    form = OutputForm("audio", "wav", 0, 0, 0, 8_000, 1.0)
    job = RemoteJob("a", "owner", Commission("sea", 1, form), number=2)
    call = Call(CallKind.STATUS, "/v1/requests/a/status", "a", job=job)
    assert struck(script_of(step(request=2)), [call, CALL]) == [1]
    assert struck(script_of(step(request=1)), [call, CALL]) == []
    assert struck(script_of(step(state="in_queue")), [call]) == [1]
    job.end(RemoteState.SUCCEEDED)
    assert struck(script_of(step(state="in_queue")), [call]) == []


def test_the_first_that_fits_strikes_and_all_go_on_counting() -> None:
    script = script_of(step(name="first", count=1), step(name="second", count=2), step(name="rest"))
    assert struck(script, [CALL] * 3) == [1, 2, 3]
    assert [each.name for each in script.played] == ["first", "second", "rest"]


def test_chance_is_drawn_from_the_seed() -> None:
    def drawn(seed: int) -> list[int]:
        script = FaultScript(seed)
        script.add(step(chance=0.5))
        return struck(script, [CALL] * 40)

    assert drawn(1) == drawn(1) != drawn(2)
    assert 5 < len(drawn(1)) < 35


def test_clearing_drops_all_steps() -> None:
    script = script_of(step())
    script.clear()
    assert struck(script, [CALL]) == []


def test_steps_that_make_no_sense_are_not_added() -> None:
    script = script_of(step(count=1))
    with pytest.raises(FaultFileUnreadable):
        script.add(step(), {"colour": json})
    assert struck(script, [CALL] * 2) == [1]
