"""How a scale is written."""

from PySide6.QtCore import QCoreApplication, QLocale

_FEW = 0.1


def percent_words(scale: float) -> str:
    """A scale in percent: "100 %", "3200 %", "6.3 %"."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    number = locale.toString(scale * 100, "f", 1 if scale < _FEW else 0)
    return QCoreApplication.translate("ZoomWords", "%1 %").replace("%1", number)


def fit_words() -> str:
    """The word for a picture as large as its view allows."""
    return QCoreApplication.translate("ZoomWords", "Fit")
