"""The dialog as a whole: sections, search, keys, names, and words that stand in full."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.settings import Settings
from rushes.ui.components.button import Button
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.text_label import TextLabel
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.settings.setting_row import SettingRow
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.theme import SchemeChoice, Theme, ThemeSettings, apply_theme
from rushes.ui.translation import install_language
from tests.gallery.scenes_settings import SCENES
from tests.ui.settings.conftest import FACTS, OpenDialog

# Set elsewhere: the library is chosen when Rushes starts, sound is set in the Viewer.
ELSEWHERE = {"library", "recent_libraries", "unknown", "volume", "muted"}


def seen_rows(dialog: SettingsDialog) -> list[str]:
    return [row.title for row in dialog.findChildren(SettingRow) if row.isVisible()]


def test_every_setting_has_its_control(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    controls = {
        "service_url": dialog.service.address,
        "theme": dialog.appearance.theme,
        "accent": dialog.appearance.accent,
        "text_scale": dialog.appearance.text_scale,
        "density": dialog.appearance.density,
        "reduced_motion": dialog.appearance.motion,
        "language": dialog.appearance.language,
        "surround": dialog.appearance.surround,
        "frame_cache_bytes": dialog.storage.frame_cache,
        "largest_download_bytes": dialog.storage.largest_download,
        "frames_folder": dialog.storage.frames_folder,
    }
    names = {each.name for each in dataclasses.fields(Settings)}
    assert names - ELSEWHERE == controls.keys()


def test_one_section_is_seen_and_the_list_turns_to_others(
    open_dialog: OpenDialog, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    assert seen_rows(dialog) == ["Token"]
    first = dialog.list.buttons[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert seen_rows(dialog) == ["Address", "A studio’s proxy"]
    assert dialog.list.buttons[1].hasFocus()
    qtbot.keyClick(dialog.list.buttons[1], Qt.Key.Key_End)
    kept = ["Library", "Saved frames", "Room for frames", "Largest download"]
    assert seen_rows(dialog) == kept
    qtbot.mouseClick(dialog.list.buttons[2], Qt.MouseButton.LeftButton)
    assert "Text size" in seen_rows(dialog)
    assert [button.isChecked() for button in dialog.list.buttons] == [False, False, True, False]


def test_search_goes_over_all_sections(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("service")
    dialog.search.setFocus()
    qtbot.keyClicks(dialog.search, "Pictures")
    assert seen_rows(dialog) == ["Around pictures", "Text size", "Saved frames"]
    assert dialog.appearance.isVisible()
    assert not dialog.service.isVisible()
    assert not any(button.isChecked() for button in dialog.list.buttons)
    dialog.search.setText("storage folder")
    assert seen_rows(dialog) == ["Library"]
    dialog.search.setText("waveform")
    assert seen_rows(dialog) == []
    assert dialog.pages.nothing.isVisible()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert seen_rows(dialog) == ["Address", "A studio’s proxy"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_usual_key_goes_to_the_search(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("storage")
    dialog.storage.show_button.setFocus()
    qtbot.keyClick(dialog.storage.show_button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.search.hasFocus)


@pytest.mark.parametrize(
    ("section", "stops"),
    [
        ("account", ["Token", "Show the token"]),
        ("service", ["Address", "Back to RunComfy’s own"]),
        (
            "appearance",
            ["Dark", "Blue", "Dark", "Text size", "Text size", "Comfortable", "System", "System"],
        ),
        (
            "storage",
            [
                "Show the library’s folder",
                "Folder for saved frames",
                "Room for frames",
                "Largest download",
            ],
        ),
    ],
)
def test_tab_goes_through_a_section_from_top_to_bottom(
    open_dialog: OpenDialog, qtbot: QtBot, section: str, stops: list[str]
) -> None:
    dialog = open_dialog(section, service_url="https://keys.studio.example")
    dialog.search.setFocus()
    reached: list[str] = []
    for _ in range(20):
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is dialog.search:
            break
        assert now.isVisible()
        reached.append(QAccessible.queryAccessibleInterface(now).text(QAccessible.Text.Name))
    names = [name.replace("As the system", "System") for name in reached]
    assert names == [section.capitalize(), *stops]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Backtab)
    last = QApplication.focusWidget()
    assert last is not None
    assert QAccessible.queryAccessibleInterface(last).text(QAccessible.Text.Name) == reached[-1]


def test_everything_that_is_reached_has_a_name(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(service_url="https://keys.studio.example")
    dialog.search.setText("e")
    reached = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(reached) > 12
    for widget in reached:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_every_label_is_plain_text(open_dialog: OpenDialog) -> None:
    strange = dataclasses.replace(FACTS, library=Path("/tmp/<b>bold</b>&lt;"))
    dialog = open_dialog(facts=strange)
    labels = dialog.findChildren(QLabel)
    assert len(labels) > 20
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert str(strange.library) in {label.text() for label in labels}


@pytest.fixture
def speaking(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    translators = install_language(qapp, request.param)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.parametrize("speaking", ["en", "it"], indirect=True)
@pytest.mark.parametrize(("percent", "density"), [(100, "comfortable"), (160, "compact")])
async def test_all_words_stand_in_full(
    qapp: QApplication, speaking: None, percent: int, density: str
) -> None:
    theme = ThemeSettings(
        scheme=SchemeChoice.LIGHT,
        text_percent=percent,
        density=Density(density),
        reduced_motion=True,
    )
    apply_theme(qapp, Theme.from_settings(theme))
    for name, scene in SCENES.items():
        dialog = await scene()
        try:
            assert clipped(dialog) == [], name
        finally:
            dialog.close()
            dialog.deleteLater()


def clipped(dialog: QWidget) -> list[str]:
    """What is seen of the dialog, but not whole."""
    found = []
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisible():
            continue
        is_low = isinstance(widget, TextLabel) and widget.wordWrap()
        if is_low and widget.height() < widget.heightForWidth(widget.width()):
            found.append(f"{widget} {widget.size()} {widget.text()}")
        is_narrow = isinstance(widget, Button | Segmented)
        if is_narrow and widget.width() < widget.sizeHint().width():
            found.append(f"{widget} {widget.width()} < {widget.sizeHint().width()}")
        page = widget.parentWidget()
        beyond = page is not None and widget.geometry().right() > page.width()
        if beyond and isinstance(widget, TextLabel | Button | Segmented):
            found.append(f"{widget} ends at {widget.geometry().right()} of {page.width()}")
    return found


def test_the_theme_changes_while_the_dialog_is_open(
    open_dialog: OpenDialog, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = open_dialog("appearance")
    before = dialog.minimumWidth()
    settings = ThemeSettings(scheme=SchemeChoice.HIGH_CONTRAST, text_percent=150)
    apply_theme(qapp, Theme.from_settings(settings))
    qtbot.waitUntil(lambda: dialog.minimumWidth() == round(before * 1.5))
    assert not dialog.appearance.accent.isEnabled()

    def everything_fits() -> None:
        assert clipped(dialog) == []

    qtbot.waitUntil(everything_fits)


def test_a_change_that_waits_is_told_when_the_dialog_closes(
    open_dialog: OpenDialog, told: Callable[[SettingsDialog], list[dict[str, object]]]
) -> None:
    dialog = open_dialog("appearance")
    heard = told(dialog)
    dialog.appearance.text_scale.slider.triggerAction(
        dialog.appearance.text_scale.slider.SliderAction.SliderSingleStepAdd
    )
    assert heard == []
    dialog.close()
    assert heard == [{"text_scale": 110}]
