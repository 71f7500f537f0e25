"""Hears everything that goes wrong without anybody saying so."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_UNIMPORTANT = ("This plugin does not support", "Mouse event at ", "PulseAudioService: ")
"""What Qt says of drawing into memory, a hand beyond the window, and a machine without sound."""

_TOLD_ONLY = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Listening(logging.Handler):
    """Gathers exceptions of slots and threads, Qt's messages, and log records above INFO.

    Attributes:
        complaints: what was heard, in words.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.complaints: list[str] = []
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def __enter__(self) -> "Listening":
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)
        logging.captureWarnings(True)
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(None)
        logging.captureWarnings(False)
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        trace = ""
        if record.exc_info and record.exc_info[1] is not None:
            trace = "\n" + "".join(traceback.format_exception(record.exc_info[1]))
        self.complaints.append(f"log: {record.levelname} {record.getMessage()}{trace}")

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self.complaints.append("exception: " + "".join(traceback.format_exception(error)))

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        name = told.thread.name if told.thread else "?"
        error = told.exc_value or told.exc_type()
        trace = "".join(traceback.format_exception(error))
        self.complaints.append(f"exception in thread {name}: {trace}")

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        self.complaints.append(f"unraisable: {told.err_msg} {told.exc_value!r} {told.object!r}")

    def _on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind in _TOLD_ONLY or text.startswith(_UNIMPORTANT):
            return
        self.complaints.append(f"Qt: {text}")
