"""The drawing of frame sizes."""

from PySide6.QtGui import QImage

from rushes.ui.components.frame_drawing import FrameDrawing
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from tests.ui.components.conftest import Host


def solid_width(image: QImage) -> int:
    raised = current_theme().color(Role.RAISED)
    y = image.height() // 2 + 12
    return sum(image.pixelColor(x, y) == raised for x in range(image.width()))


def test_all_sizes_are_drawn_to_one_scale(host: Host) -> None:
    drawing = FrameDrawing()
    host(drawing)
    sizes = [(1280, 720), (1024, 576), (832, 480)]
    drawing.set_frames(sizes, (1280, 720), "16:9")
    large = solid_width(drawing.grab().toImage())
    drawing.set_frames(sizes, (832, 480), "16:9")
    small = solid_width(drawing.grab().toImage())
    assert drawing.width() == 104
    assert abs(small / large - 832 / 1280) < 0.08


def test_it_says_what_it_shows() -> None:
    drawing = FrameDrawing()
    drawing.set_frames([], (1280, 720), "16:9")
    assert drawing.accessibleName() == "Frame of 1280 by 720 pixels, 16:9"
