"""Whether a test has passed so far: what failed leaves things behind, and need not be told so."""

from collections.abc import Generator

import pytest

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if not report.passed:
        item.stash[FAILED] = True
    return report


def has_passed(item: pytest.Item) -> bool:
    """Whether no phase of the test has failed or was skipped until now."""
    return not item.stash.get(FAILED, False)
