"""A volume as it is written."""

from PySide6.QtCore import QLocale


def percent_words(volume: float) -> str:
    """A volume from 0 to 1 as "80 %", in the language's own form."""
    locale = QLocale()
    # English has no space there, in print; on a control it reads better with a thin one.
    return f"{locale.toString(round(volume * 100))}\u202f{locale.percent()}"
