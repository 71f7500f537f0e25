"""Jobs that wait for a word, and a library that is looked through, on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.commands import Commands, serving


@pytest.fixture
def lossy(tmp_path: Path) -> Iterator[Commands]:
    """A service that takes the first job on and loses its reply."""
    faults = tmp_path / "faults.json"
    faults.write_text(json.dumps([{"preset": "submit_closed_without_reply", "count": 1}]))
    yield from serving(tmp_path, "--pace", "0.2", "--faults", str(faults))


def test_a_lost_reply_is_followed_by_the_id_that_a_person_found(lossy: Commands) -> None:
    code, lines, err = lossy.generate()
    assert (code, lines[-1]["state"], lines[-1]["error"]["code"]) == (
        5,
        "unknown",
        "outcome_unknown",
    )
    job = lines[-1]["id"]
    (billed,) = lossy.ledger
    assert lossy.run("answer", job, "--follow", "no such id", "--json")[0] == 2
    code, _, err = lossy.run("answer", job, "--follow", "nobody-knows-this", "--json")
    assert code == 2
    assert "does not know" in err
    code, lines, _ = lossy.run("answer", job, "--follow", billed["request_id"], "--json")
    assert (code, lines[-1]["state"], len(lines[-1]["files"])) == (0, "ready", 1)
    assert len(lossy.ledger) == 1


def test_a_job_that_did_not_arrive_is_sent_again_on_a_persons_word_alone(lossy: Commands) -> None:
    _, lines, _ = lossy.generate()
    job = lines[-1]["id"]
    assert lossy.run("resume", "--json")[0] == 0
    assert len(lossy.ledger) == 1
    code, lines, _ = lossy.run("answer", job, "--send-again", "--json")
    assert (code, lines[-1]["state"]) == (0, "ready")
    assert lines[-1]["id"] != job
    assert len(lossy.ledger) == 2
    assert lossy.run("answer", lines[-1]["id"], "--keep")[0] == 2


def test_a_library_is_looked_through_and_mended(commands: Commands) -> None:
    _, lines, _ = commands.generate()
    (path,) = lines[-1]["files"]
    assert commands.run("check", "--json")[:2] == (
        0,
        [{"sound": True, "jobs": 1, "findings": [], "damaged_database_kept_in": None}],
    )
    Path(path).unlink()
    code, (report,), _ = commands.run("check", "--json")
    assert (code, [each["kind"] for each in report["findings"]]) == (1, ["file_missing"])
    code, (report,), _ = commands.run("check", "--repair", "--json")
    assert (code, report["findings"][0]["mended"]) == (0, True)
    database = commands.folder / "library" / "rushes.db"
    database.write_bytes(b"not a database" * 1000)
    code, (report,), _ = commands.run("check", "--repair", "--json")
    assert (code, report["jobs"], report["sound"]) == (0, 1, True)
    kept = Path(report["damaged_database_kept_in"]) / "rushes.db"
    assert kept.read_bytes() == b"not a database" * 1000
    assert commands.run("check", "--library", str(commands.folder / "none"))[0] == 2
