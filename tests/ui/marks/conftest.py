"""A marking over a real library."""

from collections.abc import Iterator

import pytest

from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.marks.marking import Marking, MarkNotice


class Notices(list[MarkNotice]):
    """All that was said of marks."""

    @property
    def texts(self) -> list[str]:
        return [notice.text for notice in self]


@pytest.fixture
def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture
def marking(library: Library, tasks: Tasks, circumstances: Circumstances) -> Iterator[Marking]:
    made = Marking(library, circumstances.marks_ahead, tasks)
    yield made
    made.deleteLater()


@pytest.fixture
def notices(marking: Marking) -> Notices:
    heard = Notices()
    marking.told.connect(heard.append)
    return heard
