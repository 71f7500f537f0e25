"""The menu of a job and of a selection: what can be done, and why not what cannot."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from rushes.domain.job import Job
from rushes.domain.mark_changes import AnyChange, MarkChange
from rushes.domain.marks import LABELS, MOST_STARS, Flag, Mark
from rushes.domain.selection import Selection
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.menu import Menu
from rushes.ui.job_acts.curl_text import can_be_sent
from rushes.ui.job_faces.acts import seed_of
from rushes.ui.job_faces.mark_words import change_words
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand
from rushes.ui.trash.trash_keys import DELETE_KEY, RESTORE_KEY
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand

_FEWEST_COMPARED, _MOST_COMPARED = 2, 9

Acts = Mapping[str, Callable[[], object]]
"""What to call, by the name of the act; acts that are not named are not offered.

``open``, ``use_all``, ``remix``, ``use_prompt``, ``use_seed``, ``compare``, ``tags``, ``albums``,
``show_in_history``, ``reveal``, ``copy_files``, ``copy_paths``, ``copy_prompts``, ``copy_curl``,
``locate``, ``cancel``, ``trash``, ``restore``, ``remove``.
"""


class JobMenuRows:
    """Fills a menu with the acts of chosen jobs.

    Args:
        menu: where the rows are added.
        job: the one that the keyboard is at, as it stands while the menu opens.
        chosen: what all that is chosen has in common.
        acts: what can be called.
    """

    def __init__(self, menu: Menu, job: Job, chosen: Selection, acts: Acts) -> None:
        self._menu = menu
        self._job = job
        self._chosen = chosen
        self._acts = acts
        self._is_one = chosen.jobs == 1

    def fill(self, mark: Callable[[AnyChange], object]) -> None:
        """Add all rows; `mark` is called with the mark that is chosen."""
        self._add_reuse()
        self._menu.addSeparator()
        fill_mark_menu(self._menu.add_menu(_tr("Mark"), "star"), mark)
        self._add("tags", _tr("Tags…"), "tag", key=DEFAULT_MARK_KEYS[MarkCommand.TAGS])
        self._add("albums", _tr("Add to album…"), "stack")
        self._menu.addSeparator()
        self._add_places()
        self._menu.addSeparator()
        self._add_ends()

    def _add_reuse(self) -> None:
        one = "" if self._is_one else _tr("choose one")
        job = self._job
        if self._is_one:
            self._add("open", _tr("Open"), "play", key="Return")
        self._add("use_all", _tr("Use all"), "use_all", why=one)
        self._add("remix", _tr("Remix"), "remix", why=one)
        no_prompt = "" if job.prompt.strip() else _tr("has no prompt")
        self._add("use_prompt", _tr("Use prompt"), why=one or no_prompt)
        no_seed = "" if seed_of(job) is not None else _tr("has no seed")
        self._add("use_seed", _tr("Use seed"), why=one or no_seed)
        fits = _FEWEST_COMPARED <= self._chosen.jobs <= _MOST_COMPARED
        why = "" if fits else _tr("choose 2 to 9")
        words = self._words(_tr("Compare"), _tr("Compare {count}"), self._chosen.jobs)
        self._add("compare", words, "compare", why=why, key=DEFAULT_KEYS[ViewerCommand.COMPARE])

    def _add_places(self) -> None:
        chosen = self._chosen
        files, no_file = chosen.with_file, "" if chosen.with_file else _tr("no file here")
        if self._is_one:
            self._add("show_in_history", _tr("Show in History"), "recent")
        words = self._words(_tr("Show in folder"), _tr("Show {count} in folder"), files)
        self._add("reveal", words, "folder", why=no_file)
        if chosen.missing:
            self._add("locate", _tr("Locate missing file…"), "file_missing")
        copies = self._menu.add_menu(_tr("Copy"), "copy")
        here, self._menu = self._menu, copies
        words = self._words(_tr("Copy file"), _tr("Copy {count} files"), files)
        self._add("copy_files", words, why=no_file)
        words = self._words(_tr("Copy path"), _tr("Copy {count} paths"), files)
        self._add("copy_paths", words, why=no_file)
        words = self._words(_tr("Copy prompt"), _tr("Copy {count} prompts"), chosen.with_prompt)
        why = "" if chosen.with_prompt else _tr("has no prompt")
        self._add("copy_prompts", words, why=why)
        unsent = "" if not self._is_one or can_be_sent(self._job.request) else _tr("not known")
        words = self._words(_tr("Copy as curl"), _tr("Copy {count} as curl"), chosen.jobs)
        self._add("copy_curl", words, why=unsent)
        self._menu = here
        copies.menuAction().setVisible(not copies.isEmpty())

    def _add_ends(self) -> None:
        chosen = self._chosen
        if chosen.can_cancel:
            words = self._words(_tr("Cancel"), _tr("Cancel {count}"), chosen.can_cancel)
            self._add("cancel", words, "cancelled")
        outside = chosen.jobs - chosen.trashed
        if outside:
            words = self._words(_tr("Move to Trash"), _tr("Move {count} to Trash"), outside)
            self._add("trash", words, "trash", key=DELETE_KEY)
        if chosen.trashed:
            words = self._words(_tr("Restore"), _tr("Restore {count}"), chosen.trashed)
            self._add("restore", words, "undo", key=RESTORE_KEY)
        if chosen.trashed and not outside:
            one, many = _tr("Remove for good…"), _tr("Remove {count} for good…")
            words = self._words(one, many, chosen.trashed)
            self._add("remove", words, "trash", key=DELETE_KEY)

    def _words(self, one: str, many: str, count: int) -> str:
        return one if self._is_one else many.format(count=count_text(count))

    def _add(
        self, name: str, words: str, icon: str = "", *, why: str = "", key: str = ""
    ) -> QAction | None:
        """Add an act; `why` says why it cannot be done now, and stands where its key would."""
        if name not in self._acts:
            return None
        told = why or (key_text(key) if key else "")
        action = self._menu.add_action(f"{words}\t{told}" if told else words, icon)
        action.setObjectName(name)
        action.setEnabled(not why)
        action.triggered.connect(lambda: self._acts[name]())
        return action


def fill_mark_menu(menu: Menu, mark: Callable[[AnyChange], object]) -> None:
    """Add all marks that have one value, each with its key."""
    groups = (
        [MarkChange(Mark.RATING, stars) for stars in range(MOST_STARS, -1, -1)],
        [MarkChange(Mark.FLAG, flag) for flag in (Flag.PICK, Flag.REJECT, Flag.NONE)],
        [MarkChange(Mark.LABEL, label) for label in (*LABELS, 0)],
    )
    for number, changes in enumerate(groups):
        if number:
            menu.addSeparator()
        for change in changes:
            toggling = MarkChange(change.mark, change.value, toggles=True)
            key = DEFAULT_MARK_KEYS.get(change) or DEFAULT_MARK_KEYS.get(toggling, "")
            words = change_words(change)
            action = menu.add_action(f"{words}\t{key_text(key)}" if key else words)
            action.triggered.connect(lambda _=False, change=change: mark(change))


class JobMenu(Menu):
    """The menu of chosen jobs; it goes away by itself."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobMenu", text)
