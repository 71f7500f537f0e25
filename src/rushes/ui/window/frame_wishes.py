"""What becomes of a frame that is on the screen: saved, copied, or an input of the next job."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from rushes.domain.model_spec import InputField, ModelSpec
from rushes.engine.local_files import local_link
from rushes.library.layout import Layout
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.menu import Menu
from rushes.ui.components.toast import Toast
from rushes.ui.compose.image_inputs import image_inputs, models_with_image_inputs
from rushes.ui.compose.model_words import model_kind, model_name
from rushes.ui.compose.schema_words import field_title
from rushes.ui.viewer.frames_out.shown_frame import ShownFrame
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.main_window import CREATE, MainWindow

_Use = tuple[ModelSpec, InputField]


class FrameWishes(QObject):
    """Connects the Viewer's frames with toast, desktop and Compose, and offers them in menus.

    A frame that becomes an input is kept in the library, so that the draft still finds it later;
    what is sent is the picture itself.

    Args:
        window: with its panels.
        layout: of the library; its place for frames is made when it is needed.
        toast: gives the toast that is seen where the picture is; by default the window's.
    """

    def __init__(
        self, window: MainWindow, layout: Layout, toast: Callable[[], Toast] | None = None
    ) -> None:
        super().__init__(window)
        self._toast = toast or (lambda: window.toast)
        self._window = window
        self._layout = layout
        out = window.viewer.frames_out
        out.told.connect(self._on_told)
        out.show_requested.connect(show_on_desktop)
        out.kept.connect(self._on_kept)
        window.viewer.menu_filling.connect(self.fill)

    def keep_filled(self, menu: Menu) -> None:
        """Have a menu end with what `fill` adds, as it is each time when the menu opens."""
        menu.addSeparator()
        own = len(menu.actions())

        def refill() -> None:
            for action in menu.actions()[own:]:
                menu.removeAction(action)
                (action.menu() or action).deleteLater()
            self.fill(menu)

        menu.aboutToShow.connect(refill)
        self.fill(menu)

    def fill(self, menu: Menu) -> None:
        """Add to a menu all that can be done with the frame on the screen."""
        out = self._window.viewer.frames_out
        has_frame = out.meant() is not None
        commands = (
            (self.tr("Save frame"), ViewerCommand.SAVE_FRAME, out.save, "camera"),
            (self.tr("Copy frame"), ViewerCommand.COPY_FRAME, out.copy, "copy"),
        )
        for words, command, act, icon in commands:
            # The key is the Viewer's own; here it is only told.
            key = key_text(QKeySequence(DEFAULT_KEYS[command]))
            action = menu.add_action(f"{words}\t{key}", icon)
            action.setEnabled(has_frame)
            action.triggered.connect(act)
        self.fill_uses(menu, enabled=has_frame)

    def fill_uses(self, menu: Menu, *, enabled: bool) -> None:
        """Add the inputs of the next job that take a picture, or say that there is none."""
        compose = self._window.compose
        current = compose.spec
        own = [] if current is None else image_inputs(current)
        models = models_with_image_inputs(compose.models)
        others = [spec for spec in models if current is None or spec.model_id != current.model_id]
        if not models:
            menu.add_action(self.tr("No model here takes an image")).setEnabled(False)
            return
        if current is not None and own:
            uses = menu.add_menu(self.tr("Use frame as"))
            for field in own:
                self._add_use(uses, _plain(field_title(field)), (current, field))
            if others:
                uses.addSeparator()
                self._add_models(uses.add_menu(self.tr("In another model")), others)
        else:
            uses = menu.add_menu(self.tr("Use frame in"))
            self._add_models(uses, others)
        uses.menuAction().setEnabled(enabled)

    def _add_models(self, menu: Menu, models: list[ModelSpec]) -> None:
        for spec in models:
            fields = image_inputs(spec)
            name = _plain(model_name(spec))
            if len(fields) == 1:
                self._add_use(menu, f"{name}\t{_plain(field_title(fields[0]))}", (spec, fields[0]))
                continue
            submenu = menu.add_menu(name)
            submenu.setAccessibleName(f"{name}, {model_kind(spec)}")
            for field in fields:
                self._add_use(submenu, _plain(field_title(field)), (spec, field))

    def _add_use(self, menu: QMenu, words: str, use: _Use) -> None:
        action = QAction(words, menu)
        action.triggered.connect(partial(self._keep, use))
        menu.addAction(action)

    def _keep(self, use: _Use) -> None:
        self._window.viewer.frames_out.keep(self._layout.frames, use)

    def _on_kept(self, frame: ShownFrame, path: Path, use: _Use) -> None:
        spec, field = use
        if not self._window.compose.use_picture(spec.model_id, field.name, local_link(path)):
            return
        words = self.tr("Frame %1 is now “%2” of %3").replace("%1", frame.number)
        words = words.replace("%2", field_title(field)).replace("%3", model_name(spec))
        self._toast().show_message(
            words, act=self.tr("Show"), icon="open_external", wish=partial(self._show_input, field)
        )

    def _show_input(self, field: InputField) -> None:
        self._window.show_workspace(CREATE)
        self._window.compose.body.reveal(field.name)

    def _on_told(self, words: str, act: str, wish: object) -> None:
        called = wish if callable(wish) else None
        self._toast().show_message(words, act=act, icon="folder", wish=called)


def _plain(text: str) -> str:
    """Words from outside as the words of a menu: no tab, no key letter."""
    return text.replace("\t", " ").replace("&", "&&")
