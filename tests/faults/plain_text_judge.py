"""Whether everything that a window shows is taken as plain text, whatever it says."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

_OWN_MARKUP = re.compile(r"</?span>|<br>")
_TIP_ROLES = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
)


def what_is_wrong(application: QApplication) -> list[str]:
    """Look at every widget, action and item view there is; return what could be interpreted."""
    wrong: list[str] = []
    for widget in application.allWidgets():
        where = f"{type(widget).__name__} {widget.objectName()}"
        wrong += [f"{where}: {each}" for each in _of_widget(widget)]
        for action in widget.actions():
            wrong += [f"{where}, action: {each}" for each in _of_action(action)]
    return wrong


def _of_widget(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
        yield f"a label that guesses: {widget.text()[:60]!r}"
    if isinstance(widget, QTextBrowser):
        yield "a browser follows links"
    for name, tip in (
        ("tool tip", widget.toolTip()),
        ("status tip", widget.statusTip()),
        ("what's this", widget.whatsThis()),
    ):
        if _may_be_read(tip):
            yield f"{name} is read as markup: {tip[:80]!r}"
    title = widget.windowTitle()
    if any(not each.isprintable() for each in title):
        yield f"a window's title with control characters: {title[:60]!r}"
    if isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly():
        yield "a text field that takes markup"
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        document: QTextDocument = widget.document()
        for form in document.allFormats():
            if form.isImageFormat() or form.isTableFormat():
                yield f"a picture or a table in a text: {document.toPlainText()[:60]!r}"
            elif form.isCharFormat() and form.toCharFormat().isAnchor():
                yield f"a link in a text: {document.toPlainText()[:60]!r}"
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_action(action: QAction) -> Iterator[str]:
    for tip in (action.toolTip(), action.statusTip(), action.whatsThis()):
        # Its own words stand in for a tip that was never given, and no menu shows these.
        own = tip.replace("&", "") in action.text().replace("&", "")
        if not own and _may_be_read(tip):
            yield f"read as markup: {tip[:80]!r}"


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), 200)):
        index = model.index(row, 0)
        for role in _TIP_ROLES:
            tip = model.data(index, role)
            if isinstance(tip, str) and _may_be_read(tip):
                yield f"row {row}: tip is read as markup: {tip[:80]!r}"


def _may_be_read(tip: str) -> bool:
    """Tell whether Qt would find any markup in a tip but that which only keeps it plain."""
    if not GuiQt.mightBeRichText(tip):
        return False
    return not tip.startswith("<span>") or "<" in _OWN_MARKUP.sub("", tip)
