"""What holds for every test; each habit is told in its own file, and tried in test_habits.py."""

import os

# Before anything imports Qt: no test opens a window on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# In this order they begin, and in the opposite order they end: what a later one says while it
# cleans up is still heard by those before it.
pytest_plugins = [
    "pytester",
    "tests.habits.outcomes",
    "tests.habits.windows",
    "tests.habits.surroundings",
    "tests.habits.logs",
    "tests.habits.qt_messages",
    "tests.habits.leftovers",
    "tests.habits.event_loops",
]
