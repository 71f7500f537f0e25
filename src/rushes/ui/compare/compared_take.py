"""What is known of a take that is compared with others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rushes.domain.marks import UNMARKED, Marks
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import JsonValue

FEWEST_TAKES, MOST_TAKES = 2, 9
"""So many takes can be compared at once."""


@dataclass(frozen=True)
class ComparedTake:
    """One of the takes that are compared.

    Attributes:
        job_id: our id of its job.
        path: its clip.
        title: what tells it apart from the others, such as "Take 3"; text from outside.
        name: what it is called where it stands alone, such as "Night tram, take 3"; its title
            where that says enough.
        inputs: what it was made from, by name.
        facts: of its clip; None where they are not known before it is open.
        marks: a person's verdict.
        labels: titles of inputs by name, as the model's schema has them.
    """

    job_id: str
    path: Path
    title: str
    inputs: Mapping[str, JsonValue] = field(default_factory=dict)
    facts: MediaFacts | None = None
    marks: Marks = UNMARKED
    labels: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
