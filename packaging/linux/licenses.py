"""The licence texts of the libraries that are installed along with a Python program."""

import re
import shutil
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

LICENSE_FILE = re.compile(r"\.dist-info/.*(licen[cs]e|copying)", re.IGNORECASE)


def copy_licenses(program: str, folder: Path) -> None:
    """Copies the texts of every library that `program` needs into `folder`, one folder for each."""
    for library in _needed_by(program):
        for file in library.files or ():
            if file.suffix not in (".py", ".pyc") and LICENSE_FILE.search(str(file)):
                target = folder / library.name / file.name
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(str(file.locate()), target)


def _needed_by(program: str) -> list[Distribution]:
    """The libraries that `program` needs on this machine, directly or not, without itself."""
    found = {program: distribution(program)}
    waiting = [program]
    while waiting:
        for text in found[waiting.pop()].requires or ():
            requirement = Requirement(text)
            wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            if wanted and requirement.name not in found:
                found[requirement.name] = distribution(requirement.name)
                waiting.append(requirement.name)
    return [library for name, library in found.items() if name != program]
