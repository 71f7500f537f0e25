"""What is said in the picture's place when a clip cannot be shown, and what can be done then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rushes.domain.error_words import words_for
from rushes.domain.errors import MediaError, MediaKilledDecoder
from rushes.ui.translation import translated_words

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.ui.viewer.panel import ViewerPanel


class FailurePage(QObject):
    """Tells about the clip of a Viewer that cannot be shown.

    Signals:
        trust_requested: `Path` of a file that killed the decoder once: a person wants it opened.
    """

    trust_requested = Signal(object)

    def __init__(self, panel: "ViewerPanel") -> None:
        super().__init__(panel)
        self._panel = panel
        self._path: Path | None = None
        panel.message_page.act_requested.connect(self._on_act_requested)

    def show_failure(self, error: MediaError) -> None:
        """Say why the clip that was opened last is not shown."""
        panel = self._panel
        words = translated_words(words_for(error))
        path, title = panel.clip.path, panel.clip.title or self.tr("Not shown")
        text = f"{words.happened}\n{words.kept} {words.todo}"
        panel.show_message("failed", title, text, error.detail)
        self._path = path if isinstance(error, MediaKilledDecoder) else None
        if self._path is not None:
            panel.message_page.offer(self.tr("Open it anyway"))

    def _on_act_requested(self) -> None:
        if self._path is not None:
            self.trust_requested.emit(self._path)
