"""Opens the service's own page in the person's browser."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from rushes.domain.origins import SERVICE_PAGE


def open_service_page() -> bool:
    """Open the page; return whether there is a browser that takes it. Nothing is copied."""
    return QDesktopServices.openUrl(QUrl(SERVICE_PAGE))
