"""The page of a finished job whose clip was not fetched unasked."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.ui.answers.answer_page import AnswerPage, Asked
from rushes.ui.answers.answer_row import AnswerRow, ButtonRow
from rushes.ui.answers.obstacle_words import Needs
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.components.button import ButtonKind
from rushes.ui.job_faces.measures import received_text
from rushes.ui.theme.roles import Role

_BYTES = re.compile(r"(\d{1,18}) bytes")


class FetchPage(AnswerPage):
    """May this clip be fetched? From a foreign server, or though it is very large.

    Attributes:
        fetch: the answer.
        leave: says what happens without one.
    """

    def __init__(self, wishes: AnswerWishes, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(wishes, parent)
        self.fetch = ButtonRow(
            "download",
            "",
            "",
            translate("Answers", "Fetch it"),
            self.box,
            kind=ButtonKind.PRIMARY,
            icon_role=Role.ACCENT,
        )
        self.leave = AnswerRow("waiting", translate("Answers", "Or leave it there"), "", self.box)
        self.add_row(self.fetch, Needs.FILE)
        self.add_row(self.leave)
        self.fetch.chosen.connect(lambda: wishes.fetch_anyway_requested.emit(self.job_id))

    def _raw_text(self, job: Job) -> str:
        # What is known beyond the words is in them already.
        return ""

    def _tell(self, asked: Asked) -> None:
        translate = QCoreApplication.translate
        code = asked.job.error.code if asked.job.error is not None else ""
        if code == "host_not_trusted":
            self._tell_of_host(asked.job)
        elif code == "file_too_large":
            self._tell_of_size(asked.job)
        else:
            self.head.say(
                translate("Answers", "This clip could not be brought home"),
                translate(
                    "Answers",
                    "The service made it, and something went wrong inside Rushes while it was "
                    "fetched. The clip is still at the service. Please report it with the log.",
                ),
            )
            self.fetch.say(
                translate("Answers", "Fetch it once more"),
                translate("Answers", "Nothing is sent and nothing is charged for it."),
            )
        self.leave.say(
            translate("Answers", "Or leave it there"),
            translate(
                "Answers",
                "It stays in History, marked Needs you, and its link is kept. How long the "
                "service keeps the file is not known.",
            ),
        )

    def _tell_of_host(self, job: Job) -> None:
        translate = QCoreApplication.translate
        host = (job.error.detail if job.error is not None else "").strip()
        host = host or translate("Answers", "a server without a name")
        self.head.say(
            translate("Answers", "May Rushes fetch this clip from another server?"),
            translate(
                "Answers",
                "The clip is ready, but it lies on {host}, which is not one of the service’s own "
                "servers. That may be right, yet Rushes asks first. Your token is never sent "
                "there.",
            ).format(host=host),
        )
        self.fetch.say(
            translate("Answers", "Fetch from {host}").format(host=host),
            translate(
                "Answers",
                "For this clip alone. Rushes checks that what comes is a clip before it keeps it.",
            ),
        )

    def _tell_of_size(self, job: Job) -> None:
        translate = QCoreApplication.translate
        size = size_told(job)
        if size is None:
            text = translate(
                "Answers",
                "The clip is ready, but it is larger than the limit for downloads in Settings.",
            )
        else:
            text = translate(
                "Answers",
                "The clip is ready, but with {size} it is larger than the limit for downloads in "
                "Settings.",
            ).format(size=received_text(size, None))
        still = translate("Answers", "It is still at the service.")
        self.head.say(translate("Answers", "Fetch this very large clip?"), f"{text} {still}")
        self.fetch.say(
            translate("Answers", "Fetch it anyway"),
            translate("Answers", "For this clip alone; the limit stays as it is."),
        )


def size_told(job: Job) -> int | None:
    """Bytes of the clip that is too large, as far as anybody told; None if nobody did."""
    known = [clip.size for clip in job.clips if clip.size]
    if known:
        return max(known)
    found = _BYTES.search(job.error.detail if job.error is not None else "")
    return int(found.group(1)) if found else None
