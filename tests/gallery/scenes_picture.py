"""How the picture is looked at: enlarged, with its information, menus, on a second screen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from rushes.ui.components.menu import Menu
from rushes.ui.theme.theme import Surround, Theme, apply_theme, current_theme
from rushes.ui.viewer.panel import ViewerPanel
from tests.gallery.scenes_viewer import sample_clip, shown_frame

_INDEX = 42


def _scene(
    size: tuple[int, int],
    set_up: Callable[[ViewerPanel], None],
    *,
    clip: Callable[[], Path] = sample_clip,
    index: int = _INDEX,
    surround: Surround | None = None,
) -> Callable[[], AsyncIterator[QWidget]]:
    async def build() -> AsyncIterator[QWidget]:
        before = current_theme()
        if surround is not None:
            _put_in_force(_with(before, surround))
        panel = ViewerPanel()
        panel.resize(*size)
        panel.show()
        panel.show_clip(await asyncio.to_thread(clip), title="Cabin, take 3")
        while panel.frame_count == 0:
            await asyncio.sleep(0.02)
        panel.seek(index)
        set_up(panel)
        await shown_frame(panel, index)
        yield panel
        panel.close_clip()
        if surround is not None:
            _put_in_force(before)

    return build


def _with(theme: Theme, surround: Surround) -> Theme:
    return Theme(
        scheme=theme.scheme,
        accent=theme.accent,
        text_percent=theme.text_percent,
        density=theme.density,
        reduced_motion=theme.reduced_motion,
        family=theme.family,
        surround=surround,
    )


def _put_in_force(theme: Theme) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, theme)


def _see_through() -> Path:
    """A still picture with soft edges."""
    path = sample_clip().with_name("soft.png")
    image = QImage(640, 360, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    gradient = QLinearGradient(0, 0, 640, 0)
    gradient.setColorAt(0.1, QColor(220, 60, 40, 0))
    gradient.setColorAt(0.9, QColor(220, 60, 40, 255))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(gradient)
    painter.drawEllipse(40, 20, 560, 320)
    painter.end()
    image.save(str(path))
    return path


def _scale(scale: float, centre: tuple[float, float]) -> Callable[[ViewerPanel], None]:
    return lambda panel: panel.controls.zoom.set_scale(scale, centre)


def _informed(panel: ViewerPanel) -> None:
    panel.information_shown = True


def _informed_close(panel: ViewerPanel) -> None:
    panel.information_shown = True
    panel.controls.zoom.set_scale(1.5, (0.5, 0.6))


def _sent_away(panel: ViewerPanel) -> None:
    panel.screens.toggle_second()


def _menu_scene(
    open_menu: Callable[[ViewerPanel], None],
) -> Callable[[], AsyncIterator[QWidget]]:
    async def build() -> AsyncIterator[QWidget]:
        panel = ViewerPanel()
        panel.resize(676, 519)
        panel.show()
        open_menu(panel)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, Menu)
        yield menu
        panel.close_clip()
        panel.deleteLater()

    return build


SCENES = {
    "picture-100": _scene((900, 640), _scale(1.0, (0.6, 0.5))),
    "picture-400": _scene((676, 519), _scale(4.0, (0.55, 0.6))),
    "picture-800": _scene((676, 519), _scale(8.0, (0.55, 0.6))),
    "picture-3200": _scene((676, 519), _scale(32.0, (0.55, 0.6))),
    "picture-information-beside": _scene((1700, 700), _informed),
    "picture-information-over": _scene((676, 519), _informed_close),
    "picture-information-black": _scene((1700, 700), _informed, surround=Surround.BLACK),
    "picture-checker": _scene((676, 519), _informed, surround=Surround.CHECKER),
    "picture-alpha": _scene((676, 519), lambda panel: None, clip=_see_through, index=0),
    "picture-second-screen": _scene((676, 519), _sent_away),
    "picture-menu": _menu_scene(lambda panel: panel.controls.open_menu(QPoint(10, 10))),
    "picture-zoom-menu": _menu_scene(lambda panel: panel.controls.zoom_button.click()),
}
