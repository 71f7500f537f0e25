"""One way of looking, for one view or several."""

from pytestqt.qtbot import QtBot

from rushes.ui.viewer.zoom.view_zoom import ViewZoom


def test_fit_leads_back_to_where_one_was(qtbot: QtBot) -> None:
    zoom = ViewZoom()
    assert zoom.is_fit
    zoom.toggle_fit()
    assert (zoom.scale, zoom.centre) == (1.0, (0.5, 0.5))
    zoom.set_scale(4.0, (0.25, 0.75))
    zoom.toggle_fit()
    assert zoom.is_fit
    assert zoom.centre == (0.5, 0.5)
    zoom.toggle_fit()
    assert (zoom.scale, zoom.centre) == (4.0, (0.25, 0.75))


def test_only_what_changes_is_told(qtbot: QtBot) -> None:
    zoom = ViewZoom()
    told: list[float | None] = []
    zoom.changed.connect(lambda: told.append(zoom.scale))
    zoom.fit()
    zoom.set_centre((0.1, 0.1))
    zoom.set_shows_grid(True)
    assert told == []
    zoom.set_scale(2.4)
    zoom.set_scale(2.0)
    zoom.set_centre((0.1, 0.1))
    zoom.set_shows_grid(False)
    assert told == [2.0, 2.0, 2.0]
    assert zoom.shown_scale == 2.0
    zoom.fit()
    zoom.fit_scale = 0.4
    assert zoom.shown_scale == 0.4
