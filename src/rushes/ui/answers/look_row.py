"""The answer "look on the service's page"."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.origins import SERVICE_PAGE
from rushes.ui.answers.answer_row import ButtonRow
from rushes.ui.components.button import ButtonKind
from rushes.ui.job_faces.measures import time_of_day
from rushes.ui.theme.roles import Role


def look_row(parent: QWidget) -> ButtonRow:
    """Make the row; `look_text` is what it says of a job."""
    translate = QCoreApplication.translate
    return ButtonRow(
        "open_external",
        translate("Answers", "Look on the service’s page"),
        "",
        translate("Answers", "Open page"),
        parent,
        kind=ButtonKind.PRIMARY,
        icon_role=Role.ACCENT,
        once=False,
    )


def look_text(job: Job) -> str:
    """Say what to look for."""
    translate = QCoreApplication.translate
    if job.sent_at is None:
        text = translate("Answers", "Opens RunComfy in your browser. Look for this prompt.")
        return text
    text = translate(
        "Answers",
        "Opens RunComfy in your browser. Look for a job from about {time} with this prompt.",
    )
    return text.format(time=time_of_day(job.sent_at))


def no_browser_text() -> str:
    """Say that no browser opened, and which address it is."""
    text = QCoreApplication.translate("Answers", "No browser opened. The address is {address}")
    return text.format(address=SERVICE_PAGE)
