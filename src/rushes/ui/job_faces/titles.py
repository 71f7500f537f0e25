"""What a card or row is titled by: the shot's name, and the take where there are several."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job
from rushes.domain.titles import shot_name
from rushes.ui.job_faces.measures import count_text


@dataclass(frozen=True, slots=True)
class JobTitle:
    """A title in two parts, so that the take is kept when the name is shortened.

    Attributes:
        name: name of the shot; never empty.
        take: such as ", take 3", or empty where the shot has one take only.
    """

    name: str
    take: str

    @property
    def text(self) -> str:
        """Both in a row."""
        return self.name + self.take


def job_title(job: Job, *, has_siblings: bool) -> JobTitle:
    """Title a job; `has_siblings` tells that its shot is known to have further takes."""
    name = shot_name(job.prompt) or QCoreApplication.translate("JobFace", "Without words")
    if job.take <= 1 and not has_siblings:
        return JobTitle(name, "")
    take = QCoreApplication.translate("JobFace", ", take {number}")
    return JobTitle(name, take.format(number=count_text(job.take)))


def take_title(job: Job) -> str:
    """Title a job among others of its shot: "Take 3"."""
    words = QCoreApplication.translate("TakeFaces", "Take {number}")
    return words.format(number=count_text(job.take))
