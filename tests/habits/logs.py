"""A log record of WARNING or above fails the test that caused it, unless the test declares it.

    @pytest.mark.allow_log("no room on the disk")

takes regular expressions, looked for in "WARNING rushes.engine: the message". Each of them has to
be seen at least once, so that declarations do not outlive their reason; `optional=True` lifts that.
"""

import logging
import re
import traceback
from collections.abc import Generator

import pytest

from tests.habits.outcomes import has_passed

LISTENER = pytest.StashKey["Listener"]()


class Listener(logging.Handler):
    """Collects what is logged during one test.

    Attributes: `undeclared`, the texts of records that no declaration covers.
    """

    def __init__(self, item: pytest.Item) -> None:
        super().__init__(logging.WARNING)
        self.undeclared: list[str] = []
        self._waited_for: set[str] = set()
        self._declared: set[str] = set()
        for mark in item.iter_markers("allow_log"):
            self._declared.update(mark.args)
            if not mark.kwargs.get("optional", False):
                self._waited_for.update(mark.args)

    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.levelname} {record.name}: {record.getMessage()}"
        matched = {pattern for pattern in self._declared if re.search(pattern, text)}
        self._waited_for -= matched
        if not matched:
            trace = traceback.format_exception(record.exc_info[1]) if record.exc_info else []
            self.undeclared.append("\n".join([text, *trace]))

    def fail_on_undeclared(self) -> None:
        if self.undeclared:
            texts, self.undeclared = self.undeclared, []
            pytest.fail("Logged, but not declared:\n" + "\n".join(texts), pytrace=False)

    def fail_on_unseen(self) -> None:
        if self._waited_for:
            texts = "\n".join(sorted(self._waited_for))
            pytest.fail(f"Declared, but not logged:\n{texts}", pytrace=False)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "allow_log(*patterns, optional=False): log records of WARNING or above that belong here",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    item.stash[LISTENER] = Listener(item)
    logging.getLogger().addHandler(item.stash[LISTENER])
    yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    yield
    item.stash[LISTENER].fail_on_undeclared()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    listener = item.stash[LISTENER]
    try:
        yield
    finally:
        logging.getLogger().removeHandler(listener)
    listener.fail_on_undeclared()
    if has_passed(item):
        listener.fail_on_unseen()
