"""What is saved is, bit by bit, what the screen paints at 100 %."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rushes.media.cache_budget import CacheBudget
from rushes.media.frame_export import FrameExport
from rushes.ui.viewer.frame_presenter import FramePresenter
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback
from tests.media.clips import write_clip


@pytest.mark.parametrize(
    "changes",
    [{}, {"rotation": 90}, {"pixel_aspect": Fraction(4, 3)}],
    ids=["plain", "turned", "oblong pixels"],
)
def test_the_saved_frame_is_the_painted_one(
    changes: dict[str, object], tmp_path: Path, qtbot: QtBot
) -> None:
    clip = write_clip(tmp_path / "clip.mp4", frames=5, **changes)
    with FrameExport(clip) as export:
        saved = QImage.fromData(export.png(3)).convertToFormat(QImage.Format.Format_RGB32)
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.zoom.set_scale(1.0)
    playback = Playback()
    presenter = FramePresenter(view, playback, CacheBudget())
    presenter.opened.connect(lambda: playback.load(presenter.times))
    view.show()
    view.measure()
    presenter.open(clip)
    qtbot.waitUntil(lambda: presenter.shown == 0)
    playback.seek(3)

    def check_what_is_painted() -> None:
        area = view.picture_area().toRect()
        painted = view.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert painted.size() == saved.size()
        shown = np.frombuffer(painted.constBits(), np.uint32)
        assert np.array_equal(shown, np.frombuffer(saved.constBits(), np.uint32))

    qtbot.waitUntil(lambda: presenter.shown == 3)
    # Once it stands, it is painted with all care.
    qtbot.waitUntil(check_what_is_painted)
    presenter.close()
