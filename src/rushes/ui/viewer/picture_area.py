"""The picture's place: the one picture, or a board of several, as a piece that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from rushes.ui.viewer.picture import PictureView


class PictureArea(QWidget):
    """Holds what is looked at; the stage has it, or a window of its own.

    Attributes:
        picture: the one picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self._board: QWidget | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.picture)
        # A click beside what takes the keyboard gives it to what is looked at.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.picture)

    @property
    def shown(self) -> QWidget:
        """What is looked at: the picture or the board."""
        return self.picture if self._board is None else self._board

    def show_board(self, board: QWidget) -> None:
        """Show a board in the picture's place."""
        self.show_picture()
        self._board = board
        self._pages.addWidget(board)
        self._pages.setCurrentWidget(board)
        self.setFocusProxy(board)

    def show_picture(self) -> None:
        """Show the one picture; the board is given back, hidden."""
        board, self._board = self._board, None
        self._pages.setCurrentWidget(self.picture)
        self.setFocusProxy(self.picture)
        if board is not None:
            self._pages.removeWidget(board)
            board.hide()

    def measure(self) -> None:
        """Give the picture its place now, though it may be hidden."""
        # A hidden widget hears of its size only when it is shown.
        self._pages.setGeometry(self.rect())
        self.picture.measure()
