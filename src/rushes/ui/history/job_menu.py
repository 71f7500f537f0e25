"""The menu of a job: what can be done with it as it stands now."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.ui.components.menu import Menu
from rushes.ui.job_faces.acts import can_cancel, can_reveal, has_prompt, seed_of
from rushes.ui.theme.icons import icon


class JobMenu(Menu):
    """Acts of one job; those that cannot be done are left out.

    Args:
        job: as it stands while the menu opens.
        acts: what to call with the job's id, by the name of the act: ``use_all``, ``remix``,
            ``use_prompt``, ``use_seed``, ``reveal``, ``cancel``.
    """

    def __init__(
        self, job: Job, acts: Mapping[str, Callable[[str], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._job = job
        self._acts = acts
        translate = QCoreApplication.translate
        self._add("use_all", translate("JobMenu", "Use all"), "use_all")
        self._add("remix", translate("JobMenu", "Remix"), "remix")
        self._add("use_prompt", translate("JobMenu", "Use prompt"), "", has_prompt(job))
        self._add("use_seed", translate("JobMenu", "Use seed"), "", seed_of(job) is not None)
        if can_reveal(job) or can_cancel(job):
            self.addSeparator()
        self._add("reveal", translate("JobMenu", "Show in folder"), "folder", can_reveal(job))
        self._add("cancel", translate("JobMenu", "Cancel"), "cancelled", can_cancel(job))

    def _add(self, name: str, words: str, icon_name: str, possible: bool = True) -> None:
        if not possible or name not in self._acts:
            return
        action = self.addAction(words, lambda: self._acts[name](self._job.id))
        action.setObjectName(name)
        if icon_name:
            action.setIcon(icon(icon_name))


def open_job_menu(job: Job, panel: QWidget, place: QPoint) -> None:
    """Open the menu of a job at a place on the screen, for a panel that has a signal for each act.

    The signals are called after the acts, such as ``use_all_requested``, and tell the job's id.
    """
    names = ("use_all", "remix", "use_prompt", "use_seed", "reveal", "cancel")
    acts = {name: getattr(panel, f"{name}_requested").emit for name in names}
    menu = JobMenu(job, acts, panel)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
