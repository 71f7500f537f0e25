"""What is said of errands: what is done, how far it has come, and what did not come of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.domain.progress import Progress
from rushes.engine.errands import Errand, ErrandKind
from rushes.engine.left_behind import LeftBehind

_IN_BYTES = frozenset({"copying", "checking", "saving"})


def errand_title(errand: Errand) -> str:
    """Return what is done, for the page over the window."""
    name = errand.place.name or str(errand.place)
    match errand.kind:
        case ErrandKind.OPEN:
            text = _tr("Opening {name}")
        case ErrandKind.MAKE:
            text = _tr("Making {name}")
        case ErrandKind.MOVE:
            text = _tr("Moving the library")
        case ErrandKind.MOVE_MEDIA:
            text = _tr("Moving the clips")
        case ErrandKind.RESTORE:
            text = _tr("Restoring {name}")
    return text.format(name=name)


def errand_help(errand: Errand) -> str:
    """Return what a person wants to know meanwhile."""
    if errand.kind in (ErrandKind.OPEN, ErrandKind.MAKE):
        return _tr("What is being sent is finished first. Jobs at the service go on.")
    if errand.kind is ErrandKind.RESTORE:
        return _tr("Nothing is sent by it: jobs that waited in the backup are held.")
    text = _tr(
        "To {place}. Everything stays where it is until the copy is proven. "
        "Jobs at the service go on."
    )
    return text.format(place=errand.place)


def not_done_title(place: Path, kind: ErrandKind = ErrandKind.OPEN) -> str:
    """Return what did not come of an errand."""
    name = place.name or str(place)
    match kind:
        case ErrandKind.OPEN | ErrandKind.MAKE:
            text = _tr("{name} was not opened.")
        case ErrandKind.MOVE:
            text = _tr("The library was not moved.")
        case ErrandKind.MOVE_MEDIA:
            text = _tr("The clips were not moved.")
        case ErrandKind.RESTORE:
            text = _tr("The backup was not restored.")
    return text.format(name=name)


def done_words(errand: Errand) -> str:
    """Return what came of an errand that succeeded; empty where the window shows it anyway."""
    match errand.kind:
        case ErrandKind.OPEN | ErrandKind.MAKE:
            return ""
        case ErrandKind.MOVE:
            text = _tr("The library is in {place} now.")
        case ErrandKind.MOVE_MEDIA:
            text = _tr("The clips are in {place} now.")
        case ErrandKind.RESTORE:
            text = _tr("The backup is restored to {place}.")
    return text.format(place=errand.place)


def step_words(step: str) -> str:
    """Return what a step of a long work is called."""
    return {
        "counting": _tr("Looking at the files"),
        "copying": _tr("Copying"),
        "checking": _tr("Checking the copy"),
        "saving": _tr("Saving"),
        "switching": _tr("Switching over"),
        "removing": _tr("Clearing the old place"),
        "putting_back": _tr("Putting everything back"),
        "importing": _tr("Importing"),
        "reading": _tr("Reading the clips"),
    }.get(step, _tr("Working"))


def progress_words(progress: Progress) -> str:
    """Return how far a long work has come, in words."""
    words = step_words(progress.step)
    if progress.total <= 0:
        return f"{words}…"
    locale = QLocale()
    if progress.step in _IN_BYTES:
        done, total = (size_text(each) for each in (progress.done, progress.total))
    else:
        done, total = (locale.toString(each) for each in (progress.done, progress.total))
    return _tr("{step}: {done} of {total}").format(step=words, done=done, total=total)


def size_text(size: int) -> str:
    """Return a number of bytes as people read it."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def left_words(left: LeftBehind, name: str) -> str:
    """Return what runs on, or waits, in a library that was left; empty for nothing."""
    parts = []
    if left.running:
        text = _trn(
            "%n job(s) run on; they are followed when {name} is opened again.", left.running
        )
        parts.append(text.format(name=name))
    if left.waiting:
        text = _trn("%n job(s) wait in {name} and are not sent.", left.waiting)
        parts.append(text.format(name=name))
    return " ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Libraries", text)


def _trn(text: str, number: int) -> str:
    return QCoreApplication.translate("Libraries", text, "", number)
