"""All settings of a take as text, for the clipboard."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.ui.details.input_facts import input_facts
from rushes.ui.details.job_facts import plain_lines
from rushes.ui.job_faces.titles import job_title


def settings_text(job: Job, spec: ModelSpec | None) -> str:
    """Name, model, prompt, and every input that was sent, in full, one on a line."""
    translate = QCoreApplication.translate
    facts = [fact for fact in input_facts(job.request, None, spec) if not fact.is_quiet]
    lines = [job_title(job, has_siblings=True).text]
    if job.request.model_id:
        lines.append(f"{translate('Details', 'Model')}: {job.request.model_id}")
    if job.prompt:
        lines.append(f"{translate('Details', 'Prompt')}: {job.prompt}")
    return "\n".join(lines + plain_lines(facts))
