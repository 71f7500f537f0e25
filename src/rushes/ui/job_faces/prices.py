"""Money as people read it, by locale.

Texts are translated in the context ``JobFace``.
"""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

_SIGNS = {"USD": "$"}


def money_text(amount: Decimal, currency: str = "USD") -> str:
    """An amount, as "$ 41.20", or "−$ 1.50" below zero."""
    number = QLocale().toString(float(abs(amount)), "f", 2)
    pattern = QCoreApplication.translate("JobFace", "{sign} {amount}")
    text = pattern.format(sign=_SIGNS.get(currency, currency), amount=number)
    return f"−{text}" if amount < 0 else text


def about_text(amount: Decimal | None) -> str:
    """What something will cost, as "about $ 1.00", or "not known"."""
    if amount is None:
        return QCoreApplication.translate("JobFace", "not known")
    return QCoreApplication.translate("JobFace", "about {amount}").format(amount=money_text(amount))
