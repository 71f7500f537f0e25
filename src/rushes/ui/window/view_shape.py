"""How a person has the window: Viewer, filmstrip, docks and Details, as plain values."""

import base64
from typing import TYPE_CHECKING, Any

from rushes.ui.window.window_frame import bytes_from

if TYPE_CHECKING:
    from rushes.ui.window.main_window import MainWindow


def view_shape(window: "MainWindow") -> dict[str, Any]:
    """Return what is to be the same the next time."""
    viewer = window.viewer
    second = viewer.screens.second.geometry
    return {
        "information": viewer.controls.information.is_wanted,
        "second_screen": base64.b64encode(second).decode("ascii"),
        "advances": window.filmstrip.advances,
        "docks": window.docks.shape(),
        "folded": window.details.shape(),
        "history": window.history.views.shape(),
    }


def restore_view(window: "MainWindow", values: object) -> None:
    """Have it as it was; what cannot be read is left as it is."""
    known = values if isinstance(values, dict) else {}
    viewer = window.viewer
    viewer.controls.show_information(known.get("information") is True)
    viewer.screens.second.geometry = bytes(bytes_from(known.get("second_screen")).data())
    window.filmstrip.set_advances(known.get("advances") is True)
    window.docks.restore(known.get("docks"))
    window.details.restore_shape(known.get("folded"))
    window.history.views.restore_shape(known.get("history"))
