"""The answer "make it again": its inputs go to Compose, and nothing is sent yet."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.ui.answers.answer_row import ButtonRow
from rushes.ui.job_faces.acts import seed_of


def make_again_row(parent: QWidget) -> ButtonRow:
    """Make the row; `make_again_text` is what it says of a job."""
    translate = QCoreApplication.translate
    return ButtonRow(
        "use_all",
        translate("Answers", "Make it again"),
        "",
        translate("Answers", "Use all"),
        parent,
        once=False,
    )


def make_again_text(job: Job) -> str:
    """Say what is taken over, and how much alike the new clip will be."""
    translate = QCoreApplication.translate
    if seed_of(job) is None:
        return translate(
            "Answers",
            "Takes prompt and settings over into Compose. No seed was sent, so it comes out "
            "another way. Nothing is sent before you press Generate.",
        )
    if job.request.inputs.get("enable_prompt_expansion"):
        return translate(
            "Answers",
            "Takes everything over into Compose, the seed too; Magic Prompt may still make it "
            "come out another way. Nothing is sent before you press Generate.",
        )
    return translate(
        "Answers",
        "Takes everything over into Compose. With the same seed it should come out the same. "
        "Nothing is sent before you press Generate.",
    )
