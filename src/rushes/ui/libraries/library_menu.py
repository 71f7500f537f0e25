"""The menu of libraries: those that were open, another, and what is done with a whole one."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from rushes.library.recent_libraries import RecentLibrary
from rushes.ui.components.menu import Menu

OPEN_KEY = "Ctrl+O"

_ACTS = (
    "open",
    "new",
    "portable",
    None,
    "import",
    "back_up",
    "restore",
    None,
    "move",
    "move_media",
    "show",
)


class LibraryMenu(QObject):
    """Fills a menu, and tells what is wished.

    Args:
        menu: is filled now, and with other libraries later.
        has_keys: whether its acts own their keys: one menu of a window does.

    Signals:
        library_requested: a library that was open before; its folder.
        open_requested, new_requested, import_requested, back_up_requested, restore_requested,
        move_requested, move_media_requested, show_requested, portable_requested: what the words
            say.
    """

    library_requested = Signal(object)
    open_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()
    back_up_requested = Signal()
    restore_requested = Signal()
    move_requested = Signal()
    move_media_requested = Signal()
    show_requested = Signal()
    portable_requested = Signal()

    def __init__(self, menu: Menu, *, has_keys: bool = False) -> None:
        super().__init__(menu)
        self._menu = menu
        self._recent: list[QAction] = []
        self._has_keys = has_keys
        self.acts: dict[str, QAction] = {}
        words = {
            "open": _tr("Open library…"),
            "new": _tr("New library…"),
            "portable": _tr("Make a portable library"),
            "import": _tr("Import…"),
            "back_up": _tr("Back up…"),
            "restore": _tr("Restore a backup…"),
            "move": _tr("Move library…"),
            "move_media": _tr("Move clips to another drive…"),
            "show": _tr("Show library folder"),
        }
        for name in _ACTS:
            if name is None:
                menu.addSeparator()
                continue
            action = menu.add_action(words[name])
            signal = getattr(self, f"{name}_requested")
            action.triggered.connect(lambda _=False, signal=signal: signal.emit())
            self.acts[name] = action
        key = QKeySequence(OPEN_KEY)
        if has_keys:
            self.acts["open"].setShortcut(key)

    def show_libraries(
        self, libraries: Sequence[RecentLibrary], current: Path, gone: Collection[Path] = ()
    ) -> None:
        """Show the libraries that were open; `gone` were looked for and are not there."""
        for action in self._recent:
            self._menu.removeAction(action)
            action.deleteLater()
        self._recent = []
        for library in libraries:
            is_gone = library.root in gone
            text = library.name.replace("&", "&&")
            action = QAction(_tr("{name} – not there").format(name=text) if is_gone else text, self)
            action.setCheckable(True)
            action.setChecked(library.root == current)
            action.setEnabled(not is_gone)
            action.setToolTip(str(library.root))
            action.triggered.connect(
                lambda _=False, each=library, action=action: self._on_chosen(each, action, current)
            )
            self._recent.append(action)
        if self._recent:
            line = QAction(self)
            line.setSeparator(True)
            self._recent.append(line)
        self._menu.insertActions(self.acts["open"], self._recent)

    def hold(self, names: Collection[str], reason: str) -> None:
        """Have some acts rest, and say why in their tool tips."""
        for name in names:
            self.acts[name].setEnabled(False)
            self.acts[name].setToolTip(reason)

    def _on_chosen(self, library: RecentLibrary, action: QAction, current: Path) -> None:
        action.setChecked(library.root == current)
        if library.root != current:
            self.library_requested.emit(library.root)


def library_menu(parent: QMenu | None, title: str = "") -> Menu:
    """Make an empty menu for it."""
    return Menu(title, parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Libraries", text)
