"""The start is spared of looking for garbage, and only the start; seen in a fresh Python."""

import subprocess
import sys

import pytest

START = """
import gc
from rushes.ui.garbage import end_of_start, spare_the_start

spare_the_start()
spared = gc.isenabled()
made_by_the_start = [[] for _ in range(1000)]
end_of_start()
print(spared, gc.isenabled(), gc.get_freeze_count() > 1000)
frozen = gc.get_freeze_count()
made_later = []
made_later.append(made_later)
del made_later
end_of_start()
print(gc.collect() > 0, gc.get_freeze_count() == frozen)
"""


@pytest.mark.timeout(60)
def test_only_what_the_start_made_is_left_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=50
    )
    assert done.stdout.split() == ["False", "True", "True", "True", "True"]
