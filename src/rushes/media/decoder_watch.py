"""Remembers which files the decoder had in hand when the program died, and asks before the next.

FFmpeg reads what strangers made, and a mistake of it ends the whole program. While it opens a
file, decodes it or converts a picture of it, a record of this process names that file
(`decoder_record`). The next start reads the records of processes that died, and their files are
opened again only on a person's word::

    hold(path) ─ refused? ─▶ Hold.enter ── decoder at work ──▶ Hold.rest ──▶ Hold.end
                                  └ the process dies here: the file is a suspect from then on

Without `start_watching` nothing is recorded and nothing refused.
"""

import atexit
import logging
from collections.abc import Callable
from pathlib import Path

from rushes.domain.errors import MediaKilledDecoder, MediaMissing, MediaUnreadable
from rushes.media.decoder_record import DecoderRecord, Entry
from rushes.media.file_mark import FileMark, mark_of
from rushes.media.suspects import Suspects

_log = logging.getLogger(__name__)


class Hold:
    """One user's hold on the files that it gives to the decoder, one at a time.

    Belongs to one thread. Between `enter` and `rest` the file is in the decoder's hands.
    """

    def __init__(self, record: DecoderRecord | None = None, mark: FileMark | None = None) -> None:
        self.mark: FileMark | None = None
        self._record = record
        self._entry: Entry | None = None
        if record is not None:
            try:
                self._entry = record.take()
            except OSError as error:
                _log.warning("what the decoder reads is not recorded: %s", error)
        self.enter(mark)

    def enter(self, mark: FileMark | None) -> None:
        """The decoder works on the file *mark* from now on; None is for one that is not known."""
        if self._entry is None or mark is None:
            return
        if mark is not self.mark:
            self._entry.leave()
            self._entry.name(mark)
            self.mark = mark
        self._entry.enter()

    def rest(self) -> None:
        """The decoder has nothing to do; a death from now on is not the file's fault."""
        if self._entry is not None:
            self._entry.leave()

    def end(self) -> None:
        """Let go for good; safe to call twice."""
        entry, self._entry = self._entry, None
        if entry is not None and self._record is not None:
            self._record.give_back(entry)

    def __del__(self) -> None:
        self.end()


class _Watch:
    """The record of this process, and the suspects that earlier ones left.

    Attributes:
        suspects: what is not opened unasked.
        record: None where none can be written.
    """

    def __init__(self, folder: Path) -> None:
        self.suspects = Suspects(folder)
        self.record: DecoderRecord | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.suspects.read_records(then=lambda: self._begin(folder))
        except OSError as error:
            _log.warning("what the decoder reads is not recorded: %s", error)
            self.suspects.read()

    def _begin(self, folder: Path) -> None:
        self.record = DecoderRecord(folder)


_watch: _Watch | None = None


def start_watching(folder: Path) -> None:
    """Read what dead processes left in *folder*, and record there what the decoder reads.

    *folder* is the person's own and on a local disk; it is made where there is none. Reads and
    writes a few files: not for the GUI thread. Where the folder cannot be written to nothing is
    recorded, which is logged: clips can be seen all the same. Does nothing when it is on already.
    """
    global _watch
    if _watch is None:
        _watch = _Watch(folder)
        atexit.register(stop_watching)


def stop_watching() -> None:
    """The program ends in order: nothing that is open now is to blame for it."""
    global _watch
    watch, _watch = _watch, None
    if watch is not None:
        atexit.unregister(stop_watching)
        if watch.record is not None:
            watch.record.end()


def hold(path: Path) -> Hold:
    """Ask for the file *path* on the decoder's behalf; it is in its hands at once.

    Raises MediaKilledDecoder when the program died while it read this file, and MediaUnreadable
    when it cannot be read.
    """
    watch = _watch
    if watch is None:
        return Hold()
    mark = _mark_of(path)
    if watch.suspects.holds(mark):
        raise MediaKilledDecoder(path.name)
    return Hold(watch.record, mark)


def hold_on_pictures() -> Hold:
    """A hold for who converts pictures: `Hold.enter` is told of which file each one is."""
    return Hold(None if _watch is None else _watch.record)


def is_suspect(path: Path) -> bool:
    """Whether `hold` would refuse the file *path*; raises MediaUnreadable. Blocks for a moment."""
    return _watch is not None and _watch.suspects.holds(_mark_of(path))


def suspect(path: Path) -> None:
    """Have the file *path* opened on a person's word alone, as for a suspect that was changed.

    Raises MediaUnreadable. Blocks for a moment.
    """
    if _watch is not None:
        _write_down(_watch.suspects.add, path)


def trust(path: Path) -> None:
    """A person's word: open the file *path* again as any other, though the program died of it.

    Raises MediaUnreadable. Blocks for a moment.
    """
    if _watch is not None:
        _write_down(_watch.suspects.trust, path)


def suspected_files() -> tuple[Path, ...]:
    """Where the suspects lay when the program died, the oldest first."""
    return () if _watch is None else tuple(mark.path for mark in _watch.suspects.known())


def _write_down(change: Callable[[FileMark], None], path: Path) -> None:
    mark = _mark_of(path)
    try:
        change(mark)
    except OSError as error:
        # It holds until the program ends.
        _log.warning("the list of suspect files cannot be written: %s", error)


def _mark_of(path: Path) -> FileMark:
    try:
        return mark_of(path)
    except OSError as error:
        kind = MediaMissing if isinstance(error, FileNotFoundError) else MediaUnreadable
        raise kind(f"{path.name}: {error.strerror}") from error
