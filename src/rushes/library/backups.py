"""Backups of the database: once on a day with changes; the last seven days, then four weeks.

Copies made before a change of the schema have names of another form, and are never deleted.
"""

import datetime
import re
from pathlib import Path

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = 7
_WEEKS = 4


def backup_of(folder: Path, day: datetime.date) -> Path:
    """Return where the backup of a day lies."""
    return folder / f"{day.isoformat()}.db"


def backups_by_age(folder: Path) -> list[Path]:
    """Return all backups, newest first, those before a change of the schema included."""
    if not folder.is_dir():
        return []
    found = [(path.stat().st_mtime_ns, path) for path in folder.glob("*.db") if path.is_file()]
    return [path for _, path in sorted(found, reverse=True)]


def thin_out(folder: Path) -> list[Path]:
    """Delete daily backups that are not needed any more, oldest first; raises OSError.

    The newest seven stay, and of older ones the newest of each of the last four weeks that have
    one. Returns what was deleted.
    """
    days = _days(folder)
    kept = {day for day, _ in days[:_DAYS]}
    weeks: dict[tuple[int, int], datetime.date] = {}
    for day, _ in days[_DAYS:]:
        weeks.setdefault(day.isocalendar()[:2], day)
    kept.update(sorted(weeks.values(), reverse=True)[:_WEEKS])
    deleted = [path for day, path in reversed(days) if day not in kept]
    for path in deleted:
        path.unlink()
    return deleted


def _days(folder: Path) -> list[tuple[datetime.date, Path]]:
    """Return the daily backups, newest first."""
    found = []
    for path in folder.glob("*.db"):
        if _DAY.fullmatch(path.stem):
            try:
                found.append((datetime.date.fromisoformat(path.stem), path))
            except ValueError:
                continue
    return sorted(found, reverse=True)
