"""The token goes to its own origin alone, and to no file."""

import asyncio
import logging
import secrets
import subprocess
import sys
import traceback
from pathlib import Path

from rushes.engine.logs import log_to
from tests.api.scripted_server import ScriptedServer
from tests.faults.canary import Canary, files_of, forms_of, found_in
from tests.faults.contract import Promise, Reached
from tests.faults.haste import hurry
from tests.faults.no_network import block
from tests.faults.token_scenarios import SCENARIOS, Scenario, Stage, Wrong, answer
from tests.faults.trial_child import ROOT, own_environment, run_in_child
from tests.faults.trial_child import answer as answer_trial
from tests.media.clips import write_clip


def _new_token(number: int) -> str:
    """A token with every kind of letter that one may have."""
    odd = ("+/=", "%41", "-._~", "'\"", "\\n", "$&", "<>", "{}")[number % 8]
    return f"rc{number}{secrets.token_hex(6)}{odd}{secrets.token_hex(6)}x"


async def _play(name: str, play: Scenario, token: str, folder: Path, clip: bytes) -> list[str]:
    profile = folder / "profile"
    profile.mkdir(parents=True)
    handler = log_to(profile / "log" / "rushes.log", lambda: token)
    assert handler is not None
    logging.getLogger().setLevel(logging.DEBUG)
    canary = Canary(clip)
    await canary.start()
    stage = Stage(token, canary, profile, None, {"*": (404, {}, {"error": "no"})})  # type: ignore[arg-type]
    stage.home = ScriptedServer(lambda request, writer: answer(stage, request, writer))
    await stage.home.start()
    wrong = []
    try:
        async with asyncio.timeout(60):
            await play(stage)
    except Wrong as error:
        wrong.append(str(error))
    except Exception:
        wrong.append(traceback.format_exc())
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
        await stage.home.stop()
        await canary.stop()
    if not stage.home.requests and "crash" not in name:
        wrong.append("nothing was asked at all")
    heard = [(f"request {n} of the canary", text) for n, text in enumerate(canary.heard)]
    wrong += found_in(token, [*heard, *files_of(profile)])
    return [f"{name}: {each}" for each in wrong]


async def _play_all(count: int, folder: Path) -> list[str]:
    folder.mkdir(parents=True)
    clip = write_clip(folder / "clip.mp4", frames=2).read_bytes()
    wrong: list[str] = []
    named = list(SCENARIOS.items())
    for number in range(count):
        name, play = named[number % len(named)]
        place = folder / f"{number}"
        wrong += await _play(name, play, _new_token(number), place, clip)
    return wrong


def _run_programs(folder: Path) -> list[str]:
    """The command line and the window with a token in their surroundings, nothing listening."""
    home = folder / "home"
    token = _new_token(0)
    surroundings = own_environment(home) | {
        "RUNCOMFY_TOKEN": token,
        "RUSHES_LIBRARY": str(home / "library"),
        "RUSHES_SERVICE_URL": "http://127.0.0.1:9",
    }
    said: list[tuple[str, bytes]] = []
    for arguments in (
        ["generate", "a cabin at dawn", "--dry-run", "--json"],
        ["generate", "a cabin at dawn", "--no-wait"],
        ["cancel", "none"],
        ["jobs", "--json"],
        ["--exit-after-first-paint"],
    ):
        ended = subprocess.run(
            [sys.executable, "-m", "rushes", *arguments],
            cwd=ROOT,
            env=surroundings,
            capture_output=True,
            timeout=90,
            check=False,
        )
        said.append((f"output of {arguments[0]}", ended.stdout + ended.stderr))
    if not (home / "library" / "rushes.db").exists():
        return ["the programs did not get as far as a library", repr(said)[:3000]]
    return found_in(token, [*said, *files_of(home)])


def _trial(count: int, folder: Path) -> Reached:
    block(loopback=True)
    hurry()
    # The search finds what is there; else nothing found would mean nothing.
    probe = [("probe", b"..." + form) for form in forms_of("a-token+to/find").values()]
    assert len({hit.split(": ")[1] for hit in found_in("a-token+to/find", probe)}) >= 10
    wrong = asyncio.run(_play_all(count, folder / "scenarios"))
    wrong += _run_programs(folder / "programs")
    figure = f"{count} scenarios, 5 programs: {len(wrong)} hits"
    return Reached(figure, not wrong, "\n".join(wrong)[:8_000])


def _run(count: int, folder: Path) -> Reached:
    seconds = 90 + count * 2
    return run_in_child("tests.faults.promise_token_stays_home", count, folder, seconds=seconds)


PROMISE = Promise(
    name="token stays home",
    goal="a second origin and every file of the profile, after each scenario: 0 hits",
    short=len(SCENARIOS),
    long=2 * len(SCENARIOS),
    run=_run,
    seconds=180,
)

if __name__ == "__main__":
    answer_trial(_trial)
