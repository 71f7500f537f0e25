"""What the takes were made from, and what of it is another than in the take before."""

from PySide6.QtWidgets import QWidget

from rushes.ui.details.fact_list import FactList
from rushes.ui.details.followed_takes import MOST_READ, ToldTakes
from rushes.ui.details.input_facts import Models, common_facts, input_facts
from rushes.ui.details.section import DetailsSection
from rushes.ui.job_faces.measures import count_text


class InputsSection(DetailsSection):
    """Tells the inputs by their titles.

    Attributes:
        list: a row for each input.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("inputs", "", parent, is_wide=True)
        self.list = FactList(self)
        self.body.addWidget(self.list)
        self.set_title(self.tr("Inputs"))

    def show_takes(self, takes: ToldTakes, models: Models) -> None:
        """Tell the inputs of a take, or of several."""
        single = takes.single
        if single is None:
            requests = [entry.job.request for entry in takes.entries]
            self.list.show_facts(common_facts(requests, models))
            self.setVisible(True)
            left_out = len(takes.keys) > len(takes.entries)
            words = self.tr("of the first %1").replace("%1", count_text(MOST_READ))
            self.set_remark(words if left_out else "")
            return
        request = single.job.request
        before = None if takes.before is None else takes.before.job
        spec = models.get(request.model_id)
        facts = input_facts(request, None if before is None else before.request, spec)
        self.list.show_facts(facts)
        self.setVisible(bool(facts))
        changed = sum(fact.is_changed for fact in facts)
        if before is None:
            self.set_remark("")
        elif changed:
            words = self.tr("%n changed from take %1", "", changed)
            self.set_remark(words.replace("%1", count_text(before.take)), tells_change=True)
        else:
            self.set_remark(self.tr("as in take %1").replace("%1", count_text(before.take)))
