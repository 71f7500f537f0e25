"""Where the keyboard is, what scrolls, what is read aloud."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.errors import RequestGone
from rushes.domain.states import FileState, JobState
from rushes.ui.answers.answer_page import AnswerPage, Asked
from rushes.ui.answers.page_choice import PageKind
from rushes.ui.answers.unknown_page import UnknownPage
from rushes.ui.components.button import Button
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from tests.ui.job_faces.jobs import make_clip

from .conftest import job_in, lost_job

Key = Qt.Key
S = JobState
JOBS = [
    lost_job(),
    job_in(S.HELD, "held"),
    job_in(S.FINISHED, "host_not_trusted", "a-very-long-name." * 8 + "example.org"),
    job_in(S.EXPIRED, "link_dead", "HTTP 403", remote_id="r"),
    job_in(S.READY, clips=(make_clip(state=FileState.CHANGED),), remote_id="r"),
]


def unknown_page(viewer: ViewerPanel) -> UnknownPage:
    page = viewer.answers.page
    assert isinstance(page, UnknownPage)
    return page


def test_pages_are_made_one_by_one_before_any_is_asked_for(
    viewer: ViewerPanel, qtbot: QtBot
) -> None:
    answers = viewer.answers

    def made() -> int:
        return len(answers.findChildren(AnswerPage))

    numbers = {made()}
    answers.prepare()
    assert numbers == {0}
    while made() < len(PageKind):
        qtbot.waitUntil(lambda: made() not in numbers)
        numbers.add(made())
    assert numbers == set(range(len(PageKind) + 1))
    for job in JOBS:
        viewer.show_answers(Asked(job))
        assert answers.page is not None
        assert answers.page.isVisible()
    assert made() == len(PageKind)


def test_the_keyboard_stays_where_it_is_until_the_viewer_gets_it(viewer: ViewerPanel) -> None:
    other = Button("Elsewhere", viewer.window())
    other.show()
    other.setFocus()
    viewer.show_answers(Asked(lost_job()))
    assert other.hasFocus()
    viewer.setFocus()
    assert unknown_page(viewer).look.button.hasFocus()
    viewer.show_answers(Asked(job_in(S.HELD, "held")))
    page = viewer.answers.page
    assert page is not None
    assert page.main_button.hasFocus()


def test_a_viewer_with_the_keyboard_hands_it_to_the_main_button(viewer: ViewerPanel) -> None:
    viewer.setFocus()
    viewer.show_answers(Asked(lost_job()))
    assert unknown_page(viewer).look.button.hasFocus()


def test_tab_goes_down_the_page_and_escape_leaves_the_field(viewer: ViewerPanel) -> None:
    viewer.show_answers(Asked(lost_job()))
    page = unknown_page(viewer)
    viewer.setFocus()
    QTest.keyClick(page.look.button, Key.Key_Tab)
    assert page.follow.field.hasFocus()
    QTest.keyClicks(page.follow.field, "r-1")
    expected = [page.follow.button, page.again.button, page.keep.button, page.details.button]
    found: list[QWidget | None] = []
    for _ in expected:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        found.append(QApplication.focusWidget())
    assert found == expected
    page.follow.field.setFocus()
    QTest.keyClick(page.follow.field, Key.Key_Escape)
    assert page.look.button.hasFocus()
    assert page.follow.field.text() == "r-1"


def test_a_click_beside_everything_takes_the_keyboard_out_of_the_field(
    viewer: ViewerPanel,
) -> None:
    viewer.show_answers(Asked(lost_job()))
    page = unknown_page(viewer)
    page.follow.field.setFocus()
    QTest.mouseClick(viewer.answers, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not page.follow.field.hasFocus()


@pytest.mark.parametrize("width", [420, 676])
@pytest.mark.parametrize("job", JOBS, ids=[job.state.value for job in JOBS])
def test_nothing_is_cut_off_at_any_width(viewer: ViewerPanel, job: object, width: int) -> None:
    viewer.window().resize(width, 480)
    viewer.show_answers(Asked(job, "/drive/media/2026-11/" + "0123456789abcdef" * 4 + ".mp4"))  # type: ignore[arg-type]
    QTest.qWait(20)
    page = viewer.answers.page
    assert page is not None
    assert page.width() <= min(596, width - 40)
    area = viewer.answers.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    outside = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and not _lies_inside(widget, page)
    ]
    assert outside == []
    for label in page.findChildren(TextLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


def _lies_inside(widget: QWidget, page: QWidget) -> bool:
    area = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    return page.rect().contains(area)


@pytest.mark.parametrize("percent", [150, 80])
def test_another_text_size_is_taken_on_while_a_page_is_shown(
    viewer: ViewerPanel, qapp: QApplication, percent: int
) -> None:
    viewer.show_answers(Asked(lost_job()))
    page = unknown_page(viewer)
    before = page.look.title.height()
    theme = Theme.from_settings(ThemeSettings(reduced_motion=True, text_percent=percent))
    apply_theme(qapp, theme)
    QTest.qWait(20)
    assert page.look.is_narrow == (percent > 100)
    assert (page.look.title.height() > before) == (percent > 100)
    outside = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and not _lies_inside(widget, page)
    ]
    assert outside == []


def test_a_high_page_scrolls_by_keys_and_to_what_has_the_keyboard(
    viewer: ViewerPanel, qtbot: QtBot
) -> None:
    viewer.window().resize(420, 360)
    viewer.show_answers(Asked(lost_job()))
    QTest.qWait(20)
    page = unknown_page(viewer)
    area = viewer.answers.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 100
    QTest.keyClick(viewer.answers, Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(viewer.answers, Key.Key_PageUp)
    assert bar.value() == 0
    page.again.button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.again.button, Key.Key_Tab)
    assert page.keep.button.hasFocus()
    assert not page.keep.button.visibleRegion().isEmpty()
    # Another job begins at its top again, where its main button is in sight.
    viewer.show_answers(Asked(lost_job()))
    assert page.look.button.hasFocus()
    qtbot.waitUntil(lambda: not page.look.button.visibleRegion().isEmpty())


def test_a_problem_below_the_edge_comes_into_sight(viewer: ViewerPanel, qtbot: QtBot) -> None:
    viewer.window().resize(420, 360)
    job = lost_job()
    viewer.show_answers(Asked(job))
    page = unknown_page(viewer)
    assert page.follow.problem.visibleRegion().isEmpty()
    viewer.answers.show_adopt_problem(job.id, RequestGone())
    qtbot.waitUntil(lambda: not page.follow.problem.visibleRegion().isEmpty())


@pytest.mark.parametrize("job", JOBS, ids=[job.state.value for job in JOBS])
def test_everything_is_read_aloud_and_shown_as_plain_text(viewer: ViewerPanel, job: object) -> None:
    viewer.show_answers(Asked(job, "/a.mp4"))  # type: ignore[arg-type]
    page = viewer.answers.page
    assert page is not None
    assert page.accessibleName() == page.head.title.text()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), type(widget).__name__
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_leaving_the_page_for_another_state_brings_it_back_whole(viewer: ViewerPanel) -> None:
    job = lost_job()
    viewer.show_answers(Asked(job))
    viewer.show_message("in_queue", "In queue", "Position 3")
    assert not viewer.answers.isVisible()
    viewer.show_answers(Asked(job))
    assert unknown_page(viewer).isVisible()
    assert not viewer.message_page.isVisible()
