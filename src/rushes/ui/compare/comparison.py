"""Several takes on one clock: opened, looked at, chosen, and closed again."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QKeyEvent

from rushes.domain.error_words import words_for
from rushes.domain.errors import MediaError
from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Flag, Mark, Marks
from rushes.media.cache_budget import CacheBudget
from rushes.media.compare_times import Lock
from rushes.ui.compare.blind_trial import BlindTrial
from rushes.ui.compare.board import CompareBoard
from rushes.ui.compare.board_keys import BoardKey, board_key
from rushes.ui.compare.clip_group import ClipGroup
from rushes.ui.compare.compare_acts import compare_acts
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.compare.lanes import CompareLanes
from rushes.ui.compare.sight import Sight
from rushes.ui.compare.standing import Standing
from rushes.ui.compare.take_names import TakeNames
from rushes.ui.translation import translated_words
from rushes.ui.viewer.frames_out.shown_frame import ShownFrame
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.stage_commands import StageCommands


class Comparison(QObject):
    """Compares 2 to 9 takes in the Viewer's stage.

    Attributes:
        board: what stands in the picture's place.
        lanes: what stands under the transport.
        group: the clips on their clock.
        sight: how they are looked at.
        names: how they are called.
        takes: what is compared, in order; empty while nothing is.

    Signals:
        opened: another set of takes is compared.
        closed: back to one clip: the chosen `ComparedTake`, and the index of its frame.
        chosen_changed: the job id of the take that keys and buttons act on; empty while names
            are hidden.
        alone_requested: show the take of this job by itself.
        marks_requested: (job id, `MarkChange`) how a take is to be marked.
        changed: lock, offsets, marks, or what may be told of the takes is another.
    """

    opened = Signal()
    closed = Signal(object, int)
    chosen_changed = Signal(str)
    alone_requested = Signal(str)
    marks_requested = Signal(str, object)
    changed = Signal()

    def __init__(
        self,
        stage: ViewerStage,
        playback: Playback,
        budget: CacheBudget,
        commands: StageCommands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self._playback, self._commands = stage, playback, commands
        self.takes: list[ComparedTake] = []
        self.board = CompareBoard(stage.picture.zoom, stage)
        self.lanes = CompareLanes(stage)
        self.board.hide()
        self.lanes.hide()
        self.group = ClipGroup(playback, budget, self)
        self.sight = Sight(self.board, self.group, self)
        self.names = TakeNames(self.board, self.lanes, self.group, self)
        self._standing = Standing(stage, self.board, self.lanes, self.group, playback, self)
        self._chosen = 0
        self._connect()

    def _connect(self) -> None:
        bar, lanes, playback = self.board.bar, self.lanes, self._playback
        bar.kind_requested.connect(self.set_kind)
        bar.lock_requested.connect(self.set_lock)
        bar.blind_requested.connect(self.set_blind)
        bar.close_requested.connect(self.close)
        self.board.step_requested.connect(self.choose_next)
        lanes.scrub_started.connect(playback.hold)
        lanes.scrub_ended.connect(playback.release)
        lanes.seek_requested.connect(playback.seek)
        lanes.step_requested.connect(self.step)
        lanes.in_requested.connect(playback.set_in)
        lanes.out_requested.connect(playback.set_out)
        lanes.mark_requested.connect(self._stage.mark_requested)
        self.group.clip_opened.connect(self._on_clip_opened)
        self.group.clip_failed.connect(self._on_clip_failed)
        self.group.opened.connect(self._on_all_opened)
        self.group.retimed.connect(self._on_retimed)
        self.sight.difference.shown.connect(lambda _moment: self._standing.tell())

    @property
    def is_open(self) -> bool:
        """Whether takes are compared now."""
        return bool(self.takes)

    @property
    def chosen(self) -> int:
        """The place of the take that keys and buttons act on."""
        return self._chosen

    @property
    def chosen_take(self) -> ComparedTake | None:
        """The take that keys and buttons act on, or None while nothing is compared."""
        return self.takes[self._chosen] if self.takes else None

    @property
    def hides_names(self) -> bool:
        """Whether nobody may know which take is which."""
        return self.names.are_hidden

    def called(self, place: int) -> str:
        """What a take is called: its letter, or its number while names are hidden."""
        return self.names.called(place)

    @property
    def shown_frame(self) -> ShownFrame | None:
        """The frame of the chosen take on the screen; None while there is none to be told."""
        take = self.chosen_take
        clip = self.group.clips[self._chosen] if take is not None else None
        if take is None or clip is None or clip.shown is None or clip.times is None:
            return None
        title = self.names.title_of(self._chosen, take)
        return ShownFrame(take.path, clip.shown, clip.times.frames, title, take.job_id)

    def open(self, takes: Sequence[ComparedTake], *, chosen: str = "", index: int = 0) -> None:
        """Compare takes, with that of the job `chosen` standing on its frame at `index`."""
        self.put_away()
        self.takes = list(takes)
        jobs = [take.job_id for take in takes]
        self._chosen = jobs.index(chosen) if chosen in jobs else 0
        cells = self.board.set_count(len(takes))
        for place, (cell, take) in enumerate(zip(cells, self.takes, strict=True)):
            if take.facts is not None:
                cell.set_shape(QSize(take.facts.width, take.facts.height))
            cell.chosen.connect(partial(self.choose, place))
            cell.alone_requested.connect(partial(self._on_alone_requested, place))
        self.board.bar.show_blind(False)
        self.board.bar.show_lock(Lock.FRAME)
        self.sight.begin()
        self.names.show_lanes()
        self._stage.show_board(self.board, self.lanes)
        self._stage.board_keys = self.take_key
        self._commands.put_first(compare_acts(self))
        self._stage.measure()
        self.board.measure()
        self._tell_names()
        paths = [take.path for take in takes]
        self.group.open(paths, [cell.picture for cell in cells], (self._chosen, index))
        self.opened.emit()
        self._tell_chosen()

    def close(self) -> None:
        """Compare no more; the stage shows the one picture again."""
        take = self.chosen_take
        if take is None:
            return
        clip = self.group.clips[self._chosen]
        index = clip.shown or 0
        picture, facts = clip.picture(self._playback.due), clip.facts
        if picture is not None and facts is not None:
            # It stands in until the one clip is open.
            self._stage.picture.show_picture(picture, QSize(facts.width, facts.height))
        self.put_away()
        self.closed.emit(take, index)

    def put_away(self) -> None:
        """Compare no more, and say nothing of it."""
        if not self.is_open:
            return
        self.takes = []
        self.names.trial = None
        self._commands.put_first({})
        self._stage.board_keys = None
        self._standing.let_go()
        self.sight.let_go()
        self.group.let_go()
        self._stage.show_picture()
        self.board.set_count(0)

    def end(self) -> None:
        """Put all away, and wait for the threads; for the end of the window."""
        self.put_away()
        self.group.close()
        self.sight.difference.close()

    def choose(self, place: int) -> None:
        """Let keys and buttons act on the take at a place."""
        if not self.is_open or place == self._chosen:
            return
        self._chosen = place
        self._look()
        self._tell_chosen()

    def choose_next(self, step: int) -> None:
        """Choose the take that lies so many places further on; after the last is the first."""
        order = self.names.order()
        if order:
            self.choose(order[(order.index(self._chosen) + step) % len(order)])

    def step(self, frames: int) -> None:
        """Pause, and go so many frames of the chosen take on, back if negative."""
        if self.group.is_open:
            target = self.group.stepped(self._leader(), frames)
            self._playback.step(target - self._playback.due)

    def go_to(self, index: int) -> None:
        """Show the frame at `index` of the chosen take; while names are hidden, that moment."""
        places = self.group.clips[self._leader()].places if self.group.is_open else None
        if places is not None:
            self._playback.seek(index if self.hides_names else places.moment_of(index))

    def shift(self, frames: int) -> None:
        """Let the chosen take be so many frames further on than it is, or less far."""
        if self.group.is_open:
            self.set_offset(self._chosen, self.group.offsets[self._chosen] + frames)

    def set_offset(self, place: int, frames: int) -> None:
        """Let a take be so many frames ahead; the others stay where they stand."""
        others = [each for each in self.group.open_places if each != place]
        if others and place in self.group.open_places:
            self.group.set_offset(place, frames, keep=others[0])

    def set_lock(self, lock: Lock) -> None:
        """Hold the clips together by frame or by time; the chosen take stays where it stands."""
        self.group.set_lock(lock, keep=self._leader())

    def set_kind(self, kind: CompareKind) -> None:
        """Put the pictures together in another way."""
        if self.is_open:
            self.sight.look(kind, self.names.order(), self._chosen)
            self._tell_names()

    def toggle_wipe(self) -> None:
        """Wipe, or go back to pictures side by side."""
        wipes = self.sight.kind is CompareKind.WIPE
        self.set_kind(CompareKind.SIDE_BY_SIDE if wipes else CompareKind.WIPE)

    def set_blind(self, blind: bool, seed: int | None = None) -> None:
        """Hide all names in an order drawn by lot, or show them; `seed` decides the lot."""
        if not self.is_open:
            return
        self.names.trial = BlindTrial.drawn(len(self.takes), seed) if blind else None
        order = self.names.order()
        self.board.bar.show_blind(blind)
        self.board.grid.set_order(order)
        # The ring must not tell which of them was chosen before.
        self._chosen = order[0] if blind else self._chosen
        self._look()
        self._on_names_changed()

    def choose_blind(self, place: int) -> None:
        """Say that the take at a place is the best: it is picked, and the names are told."""
        trial, take = self.names.trial, self.takes[place]
        if trial is None or not trial.is_open:
            return
        trial.winner = self._chosen = place
        pick = MarkChange(Mark.FLAG, Flag.PICK)
        self._look()
        self.show_marks(take.job_id, pick.applied_to(take.marks))
        self._on_names_changed()
        self.marks_requested.emit(take.job_id, pick)

    def show_marks(self, job_id: str, marks: Marks) -> None:
        """Show how a take is marked."""
        self.takes = [
            replace(take, marks=marks) if take.job_id == job_id else take for take in self.takes
        ]
        self._tell_names()
        self.changed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that means something here alone; tells whether it does."""
        trial = self.names.trial
        open_trial = trial if trial is not None and trial.is_open else None
        wipes = self.sight.kind is CompareKind.WIPE
        meaning = board_key(event, open_trial, self._chosen, wipes=wipes)
        if meaning is None or event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return meaning is not None
        if meaning is BoardKey.TURN_WIPE:
            self.board.pair.turn_wipe()
        elif isinstance(meaning, int):
            self.choose_blind(meaning)
        return True

    def _leader(self) -> int:
        """The take whose frames steps count: the chosen one, or another if it is not open."""
        places = self.group.open_places
        return self._chosen if self._chosen in places or not places else places[0]

    def _look(self) -> None:
        """Show the chosen take as such, and where two lie in one place, the right two."""
        if self.sight.kind.is_of_two:
            self.sight.look(self.sight.kind, self.names.order(), self._chosen)
        self._tell_names()

    def _on_clip_opened(self, place: int) -> None:
        facts = self.group.clips[place].facts
        if facts is not None:
            self.board.cells[place].set_shape(QSize(facts.width, facts.height))
            self.board.grid.arrange()

    def _on_clip_failed(self, place: int, error: MediaError) -> None:
        words = translated_words(words_for(error))
        self.board.cells[place].show_message(f"{words.happened}\n{words.kept} {words.todo}")

    def _on_all_opened(self) -> None:
        self._look()
        self._on_retimed()

    def _on_retimed(self) -> None:
        self.board.bar.show_lock(self.group.lock)
        self.names.show_lanes()
        self._standing.tell()
        self.changed.emit()

    def _on_alone_requested(self, place: int) -> None:
        if not self.hides_names:
            job_id = self.takes[place].job_id
            self.choose(place)
            self.alone_requested.emit(job_id)

    def _on_names_changed(self) -> None:
        self.names.show_lanes()
        self._standing.tell()
        self._tell_chosen()
        self.changed.emit()

    def _tell_chosen(self) -> None:
        take = self.chosen_take
        self.chosen_changed.emit("" if take is None or self.hides_names else take.job_id)

    def _tell_names(self) -> None:
        pair = self.sight.pair
        self._standing.chosen, self._standing.is_blind = self._chosen, self.hides_names
        self.names.show(self.takes, self._chosen, pair)
        self._standing.set_pair(pair or ())
