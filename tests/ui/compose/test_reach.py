"""Everything is reached by Tab, has a name, and stands in full in a small window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ModelSpec
from rushes.ui.components.combo_box import ComboBox
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.segmented import Segment, Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme, current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

Show = Callable[..., ComposePanel]

ITALIAN = {
    "Compose": "Composizione",
    "Text to video": "Da testo a video",
    "Magic Prompt": "Magic Prompt",
    "The service rewrites it first.": "Prima lo riscrive il servizio.",
    "On": "Attivo",
    "Off": "Spento",
    "Number of Frames": "Numero di fotogrammi",
    "Frame Rate": "Fotogrammi al secondo",
    "Resolution": "Risoluzione",
    "Aspect Ratio (W:H)": "Proporzioni (L:A)",
    "Random": "Casuale",
    "Fixed": "Fisso",
    "Count up": "Progressivo",
    "a new one for each job": "uno nuovo per ogni lavoro",
    "Takes": "Riprese",
    "Generate {count}": "Genera {count}",
    "{count} jobs": "{count} lavori",
    "· {length} each": "· {length} ciascuno",
    "price not known": "prezzo non noto",
}


class Italian(QTranslator):
    """Speaks as much Italian as the pictures of the look do."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, note: str = "", count: int = -1) -> str:
        return ITALIAN.get(source, source)


@pytest.fixture
def italian(qapp: QApplication) -> QTranslator:
    QLocale.setDefault(QLocale("it_IT"))
    translator = Italian()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def tab_through(
    panel: ComposePanel, qtbot: QtBot, look_at: Callable[[QWidget], None] | None = None
) -> list[QWidget]:
    """Everything that Tab stops at, once round; `look_at` is called at each stop."""
    first = panel.reset_button
    first.setFocus()
    stops: list[QWidget] = []
    while not stops or QApplication.focusWidget() is not first:
        stops.append(QApplication.focusWidget())
        assert len(stops) < 80
        if look_at is not None:
            look_at(stops[-1])
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
    return stops


def test_tab_goes_from_top_to_bottom(show: Show, wan: ModelSpec, qtbot: QtBot) -> None:
    panel = show(wan, height=1000)
    panel.use_prompt("fog")
    form = panel.body.form
    rate = form.controls["frames_per_second"]
    stops = tab_through(panel, qtbot)
    slider = rate.findChild(SliderSpin)
    assert stops == [
        panel.reset_button,
        panel.body.prompt.editor,
        form.controls["enable_prompt_expansion"].switch,
        form.controls["num_frames"].findChild(Segmented).segments[0],
        rate.form_field.label.help,
        slider.slider,
        slider.spin,
        form.controls["resolution"].findChild(Segmented).segments[2],
        form.controls["aspect_ratio"].findChild(Segmented).segments[0],
        form.seed.seed_field.modes.segments[0],
        panel.foot.takes,
        panel.foot.button,
    ]


def test_tab_order_holds_after_a_change_of_model(
    show: Show, wan: ModelSpec, make_model: Callable[..., ModelSpec], qtbot: QtBot
) -> None:
    other = make_model(
        {
            "prompt": {"type": "string"},
            "seed": {"type": "integer"},
            "style": {"type": "string", "enum": [f"style {n}" for n in range(9)]},
            "images": {"type": "array", "format": "image_uris"},
        }
    )
    panel = show(wan, other, height=1000)
    panel.use_prompt("fog")
    panel.use_inputs(
        other.model_id, {"prompt": "fog", "images": ["https://a.example/1"]}, keep_seed=False
    )
    stops = tab_through(panel, qtbot)
    tops = [stop.mapTo(panel, QPoint(0, 0)).y() for stop in stops]
    assert tops == sorted(tops)
    links = panel.body.form.controls["images"].links
    row = links.rows[0]
    assert stops == [
        panel.reset_button,
        panel.body.model_row,
        panel.body.prompt.editor,
        row.line,
        row.cross,
        links.add_button,
        panel.body.form.controls["style"].findChild(ComboBox),
        panel.body.form.seed.seed_field.modes.segments[0],
        panel.foot.takes,
        panel.foot.button,
    ]


def test_every_stop_has_a_name(show: Show, wan: ModelSpec, qtbot: QtBot) -> None:
    panel = show(wan)
    panel.use_prompt("fog")
    panel.use_seed(4)
    for stop in tab_through(panel, qtbot):
        words = stop.accessibleName() or getattr(stop, "text", str)()
        assert words, stop


def test_the_field_with_the_keyboard_is_in_sight(show: Show, wan: ModelSpec, qtbot: QtBot) -> None:
    panel = show(wan, width=312, height=640)
    panel.use_prompt("fog")
    viewport = panel.body.viewport()

    def in_sight(stop: QWidget) -> None:
        if panel.body.isAncestorOf(stop):
            top = stop.mapTo(viewport, QPoint(0, 0)).y()
            assert 0 <= top <= viewport.height() - stop.height(), stop

    tab_through(panel, qtbot, in_sight)


@pytest.mark.parametrize(("width", "height"), [(288, 640), (312, 640), (328, 828), (400, 1300)])
def test_the_foot_stays_in_sight(show: Show, wan: ModelSpec, width: int, height: int) -> None:
    panel = show(wan, width=width, height=height)
    panel.use_prompt("fog")
    assert (panel.width(), panel.height()) == (width, height)
    foot = panel.foot.geometry()
    assert foot.bottom() == panel.rect().bottom()
    assert panel.foot.line.isVisible()
    bar = panel.body.verticalScrollBar()
    assert (bar.maximum() > 0) is (height == 640)
    assert panel.body._page.width() == panel.width()


def test_a_low_window_stands_closer(show: Show, wan: ModelSpec, qtbot: QtBot) -> None:
    panel = show(wan, height=828)
    loose = panel.body.form.sizeHint().height()
    panel.resize(328, 640)
    qtbot.waitUntil(lambda: panel.body.form.sizeHint().height() < loose)


def cut_off(panel: ComposePanel) -> list[str]:
    """What does not stand in full."""
    theme = current_theme()
    font = theme.font(TextStyle.CONTROL, SEMIBOLD)
    found = [
        label.text()
        for label in panel.findChildren(ElidedLabel)
        if label.isVisible() and label.is_elided()
    ]
    for segment in panel.findChildren(Segment):
        icon = theme.px(20) if segment.option.icon else 0
        words = QFontMetricsF(font).horizontalAdvance(segment.text())
        if segment.isVisible() and words > segment.width() - 4 - icon + 0.5:
            found.append(segment.text())
    for button in (panel.foot.button,):
        if button.sizeHint().width() > button.width():
            found.append(button.text())
    return found


@pytest.mark.parametrize("percent", [100, 150])
def test_italian_stands_in_full_in_the_narrowest_panel(
    qapp: QApplication,
    italian: QTranslator,
    show: Show,
    wan: ModelSpec,
    qtbot: QtBot,
    percent: int,
) -> None:
    settings = ThemeSettings(reduced_motion=True, text_percent=percent)
    apply_theme(qapp, Theme.from_settings(settings))
    share = percent / 100
    panel = show(wan, width=int(288 * share), height=int(720 * share))
    panel.restore_draft({"model": wan.model_id, "prompt": "nebbia", "takes": 4})
    assert panel.width() == int(288 * share)
    labels = [
        control.form_field.label.name.text()
        for control in (
            panel.body.form.controls["num_frames"],
            panel.body.form.controls["frames_per_second"],
        )
    ]
    assert labels == ["Numero di fotogrammi", "Fotogrammi al secondo"]
    qtbot.wait(20)
    assert cut_off(panel) == []
    assert panel.foot.line.text() == "4 lavori · 5,06 s ciascuno"
