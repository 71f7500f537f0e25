import json
import signal
from pathlib import Path

from tests.cli.commands import LIMIT, Commands, serving


def test_generate_ends_with_the_files_and_a_line_for_each_step(commands: Commands) -> None:
    code, lines, err = commands.generate("--takes", "2", "--set", "num_frames=9")
    assert (code, len(commands.ledger)) == (0, 2)
    last = {line["id"]: line for line in lines}
    assert len(last) == 2
    for line in last.values():
        assert set(line) == {"id", "state", "remote_id", "model", "inputs", "files", "error"}
        assert (line["state"], line["error"]) == ("ready", None)
        assert line["model"] == "test/tiny/text-to-video"
        assert line["inputs"]["num_frames"] == 9
        (path,) = line["files"]
        assert Path(path).is_absolute()
        assert Path(path).stat().st_size > 500
    assert "ready" in err
    code, listed, _ = commands.run("jobs", "CABIN", "--json")
    assert (code, [line["id"] for line in listed]) == (0, sorted(last, reverse=True))
    assert commands.run("jobs", "nothing of the kind", "--json")[:2] == (0, [])
    assert len(commands.run("jobs", "--json", "--limit", "1")[1]) == 1


def test_a_dry_run_sends_nothing(commands: Commands) -> None:
    code, lines, _ = commands.generate("--dry-run", "--takes", "3", RUNCOMFY_TOKEN="")
    assert code == 0
    (line,) = lines
    assert (line["model"], line["jobs"]) == ("test/tiny/text-to-video", 3)
    assert line["inputs"]["prompt"] == "a cabin"
    assert commands.ledger == []
    assert not (commands.folder / "library").exists()


def test_each_bad_field_is_named(commands: Commands) -> None:
    code, lines, err = commands.generate(
        "--set", "num_frames=3", "--set", "frames_per_second=99", "--set", "colour=red"
    )
    assert (code, lines, commands.ledger) == (2, [], [])
    named = [line.split(":")[0] for line in err.splitlines()]
    assert named == ["num_frames", "frames_per_second", "colour"]
    assert commands.generate("--set", "num_frames=two")[0] == 2
    assert commands.generate("--set", "nonsense")[0] == 2
    assert commands.run("generate", "x", "--model-file", "no-such-file.json")[0] == 2


def test_a_token_that_is_missing_or_refused_is_told(commands: Commands) -> None:
    code, lines, err = commands.generate(RUNCOMFY_TOKEN="")
    assert (code, lines) == (3, [])
    assert "token" in err
    code, lines, err = commands.generate(RUNCOMFY_TOKEN="", YOUR_API_TOKEN="wrong")
    assert code == 3
    assert lines[-1]["error"]["code"] == "token_refused"
    assert "wrong" not in json.dumps(lines) + err
    assert commands.ledger == []


def test_a_service_that_is_away_leaves_the_job_waiting(commands: Commands) -> None:
    code, lines, _ = commands.generate(RUSHES_SERVICE_URL="http://127.0.0.1:9")
    assert code == 4
    assert lines[-1]["state"] == "waiting"
    assert commands.ledger == []
    code, lines, _ = commands.run("resume", "--json")
    assert (code, lines[-1]["state"]) == (0, "ready")
    assert len(commands.ledger) == 1
    assert commands.generate(RUSHES_SERVICE_URL="http://example.org")[0] == 2


def test_a_job_left_early_is_resumed_and_not_sent_again(slow_commands: Commands) -> None:
    code, lines, _ = slow_commands.generate("--no-wait")
    assert code == 0
    assert lines[-1]["state"] in ("in_queue", "in_progress")
    code, lines, _ = slow_commands.run("resume", "--json")
    assert (code, lines[-1]["state"]) == (0, "ready")
    assert len(slow_commands.ledger) == 1
    assert slow_commands.run("resume", "--json")[:2] == (0, [])


def test_a_job_survives_the_death_of_its_process(slow_commands: Commands) -> None:
    arguments = ("generate", "a cabin", "--model-file", str(slow_commands.model), "--json")
    with slow_commands.start(*arguments) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["state"] == "in_queue":
                break
        process.send_signal(signal.SIGKILL)
        process.communicate()
    code, lines, _ = slow_commands.run("resume", "--json")
    assert (code, lines[-1]["state"]) == (0, "ready")
    assert [line["request_id"] for line in slow_commands.ledger] == [lines[-1]["remote_id"]]


def test_the_library_has_one_owner_and_readers_beside_it(slow_commands: Commands) -> None:
    arguments = ("generate", "a cabin", "--model-file", str(slow_commands.model), "--json")
    with slow_commands.start(*arguments) as process:
        assert process.stdout is not None
        process.stdout.readline()
        code, _, err = slow_commands.run("resume")
        assert code == 6
        assert f"process {process.pid}" in err
        assert len(slow_commands.run("jobs", "--json")[1]) == 1
        process.communicate(timeout=LIMIT)
    assert process.returncode == 0


def test_a_job_can_be_cancelled_while_it_waits_at_the_service(tmp_path: Path) -> None:
    for commands in serving(tmp_path, "--pace", "60"):
        _, lines, _ = commands.generate("--no-wait", "--takes", "4")
        code, (line,), _ = commands.run("cancel", lines[-1]["id"], "--json")
        assert (code, line["state"]) == (0, "cancelled")
        assert commands.run("cancel", "no-such-job")[0] == 2


def test_an_interrupt_lets_the_job_be_resumed(slow_commands: Commands) -> None:
    arguments = ("generate", "a cabin", "--model-file", str(slow_commands.model), "--json")
    with slow_commands.start(*arguments) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["state"] == "in_queue":
                break
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=LIMIT)
    assert process.returncode == 130
    assert slow_commands.run("resume", "--json")[0] == 0
    assert len(slow_commands.ledger) == 1
