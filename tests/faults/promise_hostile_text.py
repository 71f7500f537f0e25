"""Hostile prompts, names and errors in the real window; strange ids and paths in the library."""

import asyncio
import logging
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.faults import no_network
from tests.faults.contract import Promise, Reached
from tests.faults.hostile_words import LONG, LONG_WORDS, hostile_words
from tests.faults.trial_child import answer, run_in_child

_SEED = 20_261_122
_SHOWN = 160
"""Jobs that are chosen in the window one after the other, each for all of its texts."""

_LONGEST_STEP = 4.0
"""Seconds that the window may take for one text, a busy machine included."""


def _hostile_jobs(words: Sequence[str]) -> list[Any]:
    """Jobs in every state whose every text is hostile."""
    from rushes.domain.job import JobError
    from rushes.domain.request import GenerationRequest
    from rushes.domain.states import JobState
    from tests.ui.job_faces.jobs import make_job

    states = [state for state in JobState if state is not JobState.DRAFT]
    codes = ("job_failed", "outcome_unknown", "host_not_trusted", "refused", "link_dead", "x<b>")
    jobs = []
    for number, text in enumerate(words):
        other = words[(number * 7 + 1) % len(words)]
        state = states[number % len(states)]
        request = GenerationRequest(
            f"maker/{other[:40]}/kind" if number % 3 else other,
            {"prompt": text, "seed": 7, "negative_prompt": other, text[:30] or "x": [text, {}]},
        )
        error = JobError(codes[number % len(codes)], other, text)
        live = state in (JobState.IN_QUEUE, JobState.IN_PROGRESS)
        jobs.append(
            make_job(
                "",
                state,
                request=request,
                remote_id=f"id-{number}" if state not in (JobState.WAITING,) else None,
                service_word=other[:60] or None,
                queue_position=3 if live else None,
                error=None if live or number % 5 == 0 else error,
                cancel_answer=text[:60] if number % 11 == 0 else None,
            )
        )
    return jobs


class _Messages:
    """What Qt and the program say of themselves."""

    def __init__(self) -> None:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        self.found: list[str] = []
        loud = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)

        def note(kind: QtMsgType, _: object, text: str) -> None:
            # The platform without a screen says of itself that it has none.
            if kind in loud and "propagateSizeHints" not in text:
                self.found.append(f"Qt says: {text[:200]}")

        qInstallMessageHandler(note)
        handler = logging.Handler(logging.ERROR)
        handler.emit = (
            lambda record: self.found.append(  # type: ignore[method-assign]
                "logged: " + logging.Formatter().format(record)[-1_500:]
            )
        )
        logging.getLogger().addHandler(handler)


async def _fill(root: Path, words: Sequence[str]) -> int:
    from rushes.library.library import Library

    library = Library(root)
    await library.open(program="earlier session")
    jobs = _hostile_jobs(words)
    for start in range(0, len(jobs), 200):
        await library.add(jobs[start : start + 200])
    await library.close()
    return len(jobs)


async def _show(application: Any, folder: Path, words: Sequence[str], wrong: list[str]) -> None:
    from rushes.engine.configuration import configure
    from tests.faults.plain_text_judge import what_is_wrong
    from tests.ui.window.test_session import Opened

    count = await _fill(folder / "library", words)
    opened = Opened(configure(str(folder / "library"), environment={}))
    window = opened.window
    window.resize(1_440, 900)
    await asyncio.wait_for(opened.session.ready.wait(), 60)
    await opened.until(lambda: window.history.model.rowCount() == count)
    entries = await opened.session.library.jobs((await opened.session.library.order()).keys)
    step = max(len(entries) // _SHOWN, 1)
    for turn, entry in enumerate(entries[::step]):
        begun = time.monotonic()
        window.history.select_job(entry.job.id)
        window.take_info.show_job(entry.job)
        window.compose.body.prompt.editor.setPlainText(entry.job.prompt[:5_000])
        if turn % 8 == 0:
            window.grab()
        await asyncio.sleep(0)
        taken = time.monotonic() - begun
        if taken > _LONGEST_STEP:
            wrong.append(f"{taken:.1f} s for {entry.job.prompt[:40]!a} ({len(entry.job.prompt)})")
        if turn % 40 == 0:
            window.toggle_activity()
            await asyncio.sleep(0.02)
            wrong += what_is_wrong(application)
    for text in words[:60]:
        window.history.search.set_text(text)
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)
    wrong += what_is_wrong(application)
    await opened.close()


def _through_widgets(application: Any, words: Sequence[str], wrong: list[str]) -> None:
    """Show every text in each small part that shows texts from outside."""
    from PySide6.QtWidgets import QWidget

    from rushes.ui.components.elided_label import ElidedLabel
    from rushes.ui.components.error_line import ErrorLine
    from rushes.ui.components.menu import Menu
    from rushes.ui.components.message_bar import MessageBar, MessageKind
    from rushes.ui.components.text_label import TextLabel
    from rushes.ui.components.toast import Toast
    from rushes.ui.components.tool_tips import set_tool_tip
    from tests.faults.plain_text_judge import what_is_wrong

    frame = QWidget()
    frame.resize(640, 400)
    label = TextLabel("", parent=frame, wrap=True)
    elided = ElidedLabel("", parent=frame)
    line, toast = ErrorLine("", frame), Toast(frame)
    bar = MessageBar(next(iter(MessageKind)), "", frame)
    frame.show()
    for number, text in enumerate(words):
        begun = time.monotonic()
        label.setText(text)
        elided.setText(text)
        line.set_message(text)
        toast.show_message(text)
        bar.set_message(next(iter(MessageKind)), text)
        set_tool_tip(frame, text)
        menu = Menu(frame)
        # As long as the name of a model may be.
        menu.addAction(text[:200])
        for each in (label, elided, line, bar):
            each.resize(300, 40)
        if number % 10 == 0 or len(text) > 10_000:
            frame.grab()
            menu.grab()
            wrong += what_is_wrong(application)
        shown = label.text()
        if shown.strip("\ufeff") != text.strip("\ufeff"):
            wrong.append(f"shown as another text: {text[:60]!a} as {shown[:60]!a}")
        menu.deleteLater()
        taken = time.monotonic() - begun
        if taken > _LONGEST_STEP:
            wrong.append(f"parts: {taken:.1f} s for {text[:40]!a} ({len(text)} characters)")
        if number % 100 == 0:
            application.processEvents()
    frame.close()
    frame.deleteLater()


def _trial(count: int, folder: Path) -> Reached:
    no_network.block(loopback=False)
    from PySide6.QtWidgets import QApplication

    from rushes.ui.event_loop import run_until_done
    from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme

    application = QApplication(["rushes"])
    messages = _Messages()
    apply_theme(application, Theme.from_settings(ThemeSettings(reduced_motion=True)))
    wrong: list[str] = []
    words = [*hostile_words(count - 2, _SEED), LONG, LONG_WORDS]
    try:
        _through_widgets(application, words, wrong)
        run_until_done(application, _show(application, folder, words, wrong))
    except Exception:
        wrong.append(traceback.format_exc()[-3_000:])
    wrong += messages.found + [f"tried to reach {each}" for each in no_network.tried]
    told = list(dict.fromkeys(wrong))
    figure = f"{count} texts: {len(told)} taken for anything but plain text"
    return Reached(figure, not told, "\n".join(told)[:10_000])


def _run(count: int, folder: Path) -> Reached:
    seconds = 100 + count / 10
    reached = run_in_child("tests.faults.promise_hostile_text", count, folder, seconds=seconds)
    paths = run_in_child("tests.faults.strange_rows", 1, folder / "rows", seconds=90)
    return Reached(
        f"{reached.figure}; {paths.figure}",
        reached.holds and paths.holds,
        "\n".join(filter(None, (reached.details, paths.details))),
    )


PROMISE = Promise(
    name="hostile text and names",
    goal="2,000 texts shown as plain text, 0 writes outside the library",
    short=2_000,
    long=10_000,
    run=_run,
    seconds=180,
)

if __name__ == "__main__":
    answer(_trial)
