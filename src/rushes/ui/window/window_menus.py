"""What stands in the menus of the main window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from rushes.ui.components.menu import Menu
from rushes.ui.libraries.library_wishes import LibraryWishes
from rushes.ui.settings.live_look import put_look_in_force
from rushes.ui.theme.theme import (
    LARGEST_TEXT_PERCENT,
    SMALLEST_TEXT_PERCENT,
    SchemeChoice,
)
from rushes.ui.translation import LANGUAGES
from rushes.ui.window.about import about_sheet
from rushes.ui.window.edit_menu import EditMenu
from rushes.ui.window.frame_wishes import FrameWishes
from rushes.ui.window.key_sheet import key_sheet
from rushes.ui.window.main_window import CREATE, REVIEW, MainWindow
from rushes.ui.window.menus import Act, Menus
from rushes.ui.window.session import Session
from rushes.ui.window.top_bar import SETTINGS_KEY
from rushes.ui.window.workspaces import SidePanel

_TEXT_STEP = 10
_OWN_NAMES = {"en": "English", "it": "Italiano"}


class WindowMenus:
    """Fills the menus of a window and does what they say.

    Attributes:
        libraries: what is wished of whole libraries.
        edit: the menu of marks.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        self._window = window
        self._session = session
        self._frames = FrameWishes(window, session.library.layout, lambda: session.reviewing.toast)
        self.libraries = LibraryWishes(window, session)
        menus = Menus(window.menus)
        self._add_file(menus)
        self.edit = EditMenu(menus, window, session.reviewing)
        self._add_view(menus)
        self._add_clip(menus)
        self._add_help(menus)

    def _add_file(self, menus: Menus) -> None:
        menu = menus.add_menu(_tr("File"))
        self.libraries.fill(menu, has_keys=True)
        for act in (
            Act(_tr("Settings…"), self._window.top_bar.settings_requested.emit, SETTINGS_KEY),
            Act(_tr("Quit"), self._window.close, "Ctrl+Q"),
        ):
            menu.addSeparator()
            menus.add_act(menu, act)

    def _add_view(self, menus: Menus) -> None:
        window, settings = self._window, self._session.settings
        menu = menus.add_menu(
            _tr("View"),
            [
                Act(_tr("Create"), lambda: window.show_workspace(CREATE), "Ctrl+1"),
                Act(_tr("Review"), lambda: window.show_workspace(REVIEW), "Ctrl+2"),
            ],
            [
                Act(_tr("Activity"), window.toggle_activity, "Ctrl+3"),
                Act(_tr("Find in History"), window.find_in_history, "Ctrl+F"),
                Act(_tr("Trash"), window.show_trash),
            ],
        )
        menu.addSeparator()
        self._add_panels(menus, menu)
        menu.addSeparator()
        schemes = [
            (SchemeChoice.DARK.value, _tr("Dark")),
            (SchemeChoice.LIGHT.value, _tr("Light")),
            (SchemeChoice.HIGH_CONTRAST.value, _tr("High contrast")),
            (SchemeChoice.SYSTEM.value, _tr("As the system")),
        ]
        themes = menus.add_choice(menu, _tr("Theme"), schemes, settings.theme, self._choose_theme)
        languages = [("system", _tr("As the system"))]
        languages += [(name, _OWN_NAMES[name]) for name in LANGUAGES]
        spoken = menus.add_choice(
            menu, _tr("Language"), languages, settings.language, self._choose_language
        )
        # The dialog of the settings changes both as well.
        themes.aboutToShow.connect(lambda: _tick(themes, schemes, self._session.settings.theme))
        spoken.aboutToShow.connect(
            lambda: _tick(spoken, languages, self._session.settings.language)
        )
        menu.addSeparator()
        for act in (
            Act(_tr("Larger text"), lambda: self._scale_text(_TEXT_STEP), "Ctrl++"),
            Act(_tr("Smaller text"), lambda: self._scale_text(-_TEXT_STEP), "Ctrl+-"),
            Act(_tr("Normal text"), lambda: self._set_text(100), "Ctrl+0"),
        ):
            menus.add_act(menu, act)

    def _add_panels(self, menus: Menus, menu: Menu) -> None:
        """Add the panels that come and go at the right, each ticked while it is there."""
        docks = self._window.docks
        for panel, words, key in (
            (SidePanel.HISTORY, _tr("History"), "Ctrl+4"),
            (SidePanel.DETAILS, _tr("Details"), "Ctrl+5"),
        ):
            act = Act(words, lambda panel=panel: docks.toggle(panel), key)  # type: ignore[misc]
            action = menus.add_act(menu, act)
            action.setCheckable(True)
            menu.aboutToShow.connect(
                lambda action=action, panel=panel: action.setChecked(docks.is_on(panel))
            )

    def _add_clip(self, menus: Menus) -> None:
        viewer = self._window.viewer
        clip = menus.add_menu(
            _tr("Clip"),
            [Act(_tr("Play or pause"), viewer.toggle_playing)],
            [Act(_tr("Compare takes"), self._session.reviewing.compared.compare, "C")],
            [
                Act(_tr("Show file"), self._reveal),
                Act(_tr("Copy prompt"), self._copy_prompt),
            ],
        )
        self._frames.keep_filled(clip)

    def _add_help(self, menus: Menus) -> None:
        menu = menus.add_menu(_tr("Help"))
        keys = menus.add_act(menu, Act(_tr("Keys"), self._show_keys, "F1"))
        # Where text is typed, the sign is typed; anywhere else it asks.
        keys.setShortcuts([*keys.shortcuts(), QKeySequence("?")])
        menu.addSeparator()
        menus.add_act(menu, Act(_tr("About Rushes"), self._show_about))

    def _reveal(self) -> None:
        entry = self._session.current
        if entry is not None:
            self._window.history.reveal_requested.emit(entry.job.id)

    def _copy_prompt(self) -> None:
        entry = self._session.current
        if entry is not None:
            QApplication.clipboard().setText(entry.job.prompt)
            words = QCoreApplication.translate("Copying", "1 prompt copied")
            self._session.reviewing.toast.show_message(words)

    def _show_keys(self) -> None:
        key_sheet(self._window).show_over(self._window)

    def _show_about(self) -> None:
        about_sheet(self._window).show_over(self._window)

    def _choose_theme(self, name: str) -> None:
        self._change(theme=name)

    def _choose_language(self, name: str) -> None:
        self._change(language=name)
        self._window.toast.show_message(_tr("The language changes when Rushes starts again."))

    def _scale_text(self, step: int) -> None:
        self._set_text(self._session.settings.text_scale + step)

    def _set_text(self, percent: int) -> None:
        self._change(text_scale=max(SMALLEST_TEXT_PERCENT, min(percent, LARGEST_TEXT_PERCENT)))

    def _change(self, **changes: object) -> None:
        put_look_in_force(self._session.change_settings(**changes))


def _tick(menu: QMenu, choices: list[tuple[str, str]], chosen: str) -> None:
    """Show which entry of a menu is on."""
    for action, (value, _) in zip(menu.actions(), choices, strict=True):
        action.setChecked(value == chosen)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
