"""Takes and bytes in words, as the trash tells them."""

from PySide6.QtCore import QCoreApplication

from rushes.ui.job_faces.measures import count_text, received_text


def takes_words(jobs: int) -> str:
    """How many takes, as "12 takes"."""
    translate = QCoreApplication.translate
    words = translate("Trash", "1 take") if jobs == 1 else translate("Trash", "{count} takes")
    return words.format(count=count_text(jobs))


def contents_words(jobs: int, size: int) -> str:
    """How many takes and how many bytes, as "12 takes · 96.3 MB"."""
    return f"{takes_words(jobs)} · {received_text(size, None)}" if size else takes_words(jobs)
