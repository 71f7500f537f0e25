"""What keys, buttons and the hand on the timeline ask for, done on the playback."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from rushes.ui.viewer.keys import ViewerCommand
from rushes.ui.viewer.loop_button import loop_kind_after
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.speed_button import neighbouring_speed
from rushes.ui.viewer.stage import ViewerStage


class StageCommands(QObject):
    """Carries out the wishes of a stage: those of playing here, others where they were added."""

    def __init__(
        self, stage: ViewerStage, playback: Playback, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._playback = playback
        command = ViewerCommand
        self._without_clip: dict[ViewerCommand, Callable[[], object]] = {}
        self._first: Mapping[ViewerCommand, Callable[[], object]] = {}
        self._acts: dict[ViewerCommand, Callable[[], object]] = {
            command.PLAY_OR_PAUSE: playback.toggle,
            command.FRAME_BACK: lambda: playback.step(-1),
            command.FRAME_ON: lambda: playback.step(1),
            command.TEN_BACK: lambda: playback.step(-10),
            command.TEN_ON: lambda: playback.step(10),
            command.FIRST: lambda: playback.seek(0),
            command.LAST: lambda: playback.seek(playback.frames - 1),
            command.SHUTTLE_BACK: lambda: playback.shuttle(-1),
            command.SHUTTLE_STOP: playback.pause,
            command.SHUTTLE_ON: lambda: playback.shuttle(1),
            command.SET_IN: lambda: playback.set_in(playback.due),
            command.SET_OUT: lambda: playback.set_out(playback.due),
            command.CLEAR_IN: lambda: playback.set_in(None),
            command.CLEAR_OUT: lambda: playback.set_out(None),
            command.NEXT_LOOP_KIND: lambda: playback.set_loop(loop_kind_after(playback.loop)),
            command.SLOWER: lambda: self._change_speed(-1),
            command.FASTER: lambda: self._change_speed(1),
            command.GO_TO_FRAME: stage.transport.position.ask_number,
        }
        stage.command_requested.connect(self._on_command)
        stage.transport.loop.kind_requested.connect(playback.set_loop)
        stage.transport.speed.speed_requested.connect(playback.set_speed)
        stage.transport.position.entry_ended.connect(stage.setFocus)
        timeline = stage.timeline
        timeline.scrub_started.connect(playback.hold)
        timeline.scrub_ended.connect(playback.release)
        timeline.seek_requested.connect(playback.seek)
        timeline.step_requested.connect(playback.step)
        timeline.in_requested.connect(playback.set_in)
        timeline.out_requested.connect(playback.set_out)

    def add(
        self, acts: Mapping[ViewerCommand, Callable[[], object]], *, needs_clip: bool = True
    ) -> None:
        """Have further commands carried out, by default only while there is a clip."""
        (self._acts if needs_clip else self._without_clip).update(acts)

    def put_first(self, acts: Mapping[ViewerCommand, Callable[[], object]]) -> None:
        """Have commands carried out in another way than was added, until other acts are put."""
        self._first = acts

    def _change_speed(self, step: int) -> None:
        self._playback.set_speed(neighbouring_speed(self._playback.chosen_speed, step))

    def _on_command(self, command: ViewerCommand) -> None:
        act = self._first.get(command) or self._without_clip.get(command)
        if act is None and self._playback.frames:
            act = self._acts.get(command)
        if act is not None:
            act()
