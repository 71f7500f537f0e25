"""Tab goes through controls in the order in which they stand.

Qt takes any widget with a focus proxy for a stop of its own, and jumps over what lies between it
and its proxy. So the controls here have none, but for `Segmented`, which needs it: its chosen
segment alone can have the keyboard, and another one may be chosen at any time.
"""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rushes.ui.components.segmented import Segment, Segmented


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Everything inside a widget, itself included, that Tab can ever stop at, as it stands."""
    inside = [widget, *widget.findChildren(QWidget)]
    # The list that a combo box drops down is its child, but a window of its own.
    here = [each for each in inside if each.window() is widget.window()]
    return [each for each in here if isinstance(each, Segment | Segmented) or _is_stop(each)]


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each widget to the next one."""
    for before, after in pairwise(list(widgets)):
        QWidget.setTabOrder(before, after)


def without_proxy(widget: QWidget) -> None:
    """Let a widget that is made of several not be a stop of its own."""
    # Qt takes None for "no proxy"; only its type hints do not say so.
    widget.setFocusProxy(None)  # type: ignore[arg-type]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
