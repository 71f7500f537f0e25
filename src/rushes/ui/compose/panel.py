"""The compose panel: what a person wants made, up to the wish for it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from rushes.domain.errors import RushesError
from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import JsonValue
from rushes.domain.validation import Problem
from rushes.engine.events import Reach
from rushes.engine.generation import GenerationWish
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.seed_field import SeedMode
from rushes.ui.compose.draft import Draft, draft_from, draft_values
from rushes.ui.compose.foot import Outlook
from rushes.ui.compose.job_edit import JobEdit
from rushes.ui.compose.panel_face import ComposeFace
from rushes.ui.compose.refusals import Obstacles, Refusal


class ComposePanel(ComposeFace):
    """Prompt, controls of the chosen model, and the button that sends.

    The unsent draft belongs to this panel alone. Setters show; they never ask for anything.

    Signals:
        generate_requested: a list of `GenerationWish`; the person wants them made.
        draft_changed: the draft is another one than before, by hand or by reuse of a job.
        settings_requested: nothing can be sent without a token, and the person wants to enter one.
        edit_saved: (ids, `GenerationWish`): these waiting jobs are to be as the wish says, each
            with its own seed unless another one was chosen.
        edit_left: ids of the waiting jobs that are not changed any more, whether or not they were.
    """

    generate_requested = Signal(object)
    draft_changed = Signal()
    settings_requested = Signal()
    edit_saved = Signal(object, object)
    edit_left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parent_job: Job | None = None
        self._not_allowed = ""
        self._obstacles = Obstacles()
        self._before_reset: Draft | None = None
        self._edit: JobEdit | None = None
        self.generate_key_pressed.connect(self.generate)
        self.reset_button.clicked.connect(self.reset)
        self.body.model_chosen.connect(self._on_model_chosen)
        self.body.edited.connect(self._on_edited)
        self.body.origin_cut.connect(self._on_origin_cut)
        self.foot.takes_edited.connect(self._on_takes_edited)
        self.foot.generate_requested.connect(self.generate)
        self.toast.undo_requested.connect(self.undo_reset)
        self._check()

    @property
    def spec(self) -> ModelSpec | None:
        """The chosen model; None while there is none."""
        return self.body.spec

    def set_models(self, models: Sequence[ModelSpec]) -> None:
        """Offer these models; the draft stays with its model, or goes to the first one."""
        self.body.set_models(models)
        self.order_tabs()
        self._obstacles.forget()
        self._check()

    def draft(self) -> dict[str, JsonValue]:
        """The unsent work as plain values that JSON can hold."""
        return draft_values(self._draft() if self._edit is None else self._edit.draft_before)

    def restore_draft(self, values: Mapping[str, JsonValue]) -> None:
        """Show a draft again; what a model of today cannot take shows its default."""
        self._show_draft(draft_from(values))

    def use_inputs(
        self,
        model_id: str,
        inputs: Mapping[str, JsonValue],
        *,
        keep_seed: bool,
        parent: Job | None = None,
    ) -> bool:
        """Show the inputs of a job, as they were sent.

        With `keep_seed` its seed is fixed, else each job gets a new one. With `parent` the next
        jobs belong to its shot. Returns False, and changes nothing, if the model is not offered.
        """
        if all(each.model_id != model_id for each in self.models):
            return False
        self.leave_edit()
        self._choose_model(model_id)
        self.body.show_job_inputs(inputs, keep_seed=keep_seed)
        self._set_parent(parent)
        self._obstacles.forget()
        self._changed()
        return True

    def edit_jobs(self, jobs: Sequence[Job]) -> bool:
        """Show waiting jobs that differ in their seeds alone, to be changed.

        The draft comes back with `leave_edit`. Returns False, and changes nothing, if the model
        is not offered.
        """
        request = jobs[0].request
        if all(each.model_id != request.model_id for each in self.models):
            return False
        self.leave_edit()
        before = self._draft()
        self._choose_model(request.model_id)
        self._edit = JobEdit(tuple(jobs), before, self._parent_job)
        self.body.show_job_inputs(dict(request.inputs), keep_seed=True)
        self.foot.set_edited(len(jobs))
        self._set_parent(None)
        self._obstacles.forget()
        self._check()
        self.focus_prompt()
        return True

    @property
    def edited(self) -> tuple[str, ...]:
        """The ids of the waiting jobs that are being changed; none when a new one is made."""
        return () if self._edit is None else self._edit.job_ids

    def leave_edit(self) -> None:
        """Show the draft again that there was before waiting jobs were to be changed."""
        edit, self._edit = self._edit, None
        if edit is not None:
            self.foot.set_edited(0)
            self._show_draft(edit.draft_before)
            self._set_parent(edit.parent_before)
            self.edit_left.emit(edit.job_ids)

    def use_prompt(self, text: str) -> None:
        """Write a prompt in place of the one there is; one undo brings that back."""
        self.body.use_prompt(text)
        self._changed(keeps_reset=True)

    def use_seed(self, seed: int) -> None:
        """Fix the seed of the next job; does nothing for a model without one."""
        self.body.show_seed(seed, SeedMode.FIXED)
        self._changed()

    @property
    def models(self) -> list[ModelSpec]:
        """The models that are offered."""
        return self.body.models

    def use_picture(self, model_id: str, name: str, link: str) -> bool:
        """Put a picture into an input of a model, which is chosen if need be.

        A list takes it after what it has. Returns False, and changes nothing, if the model is not
        offered or has no such input.
        """
        spec = next((each for each in self.models if each.model_id == model_id), None)
        if spec is None or spec.field(name) is None:
            return False
        if self.spec is None or self.spec.model_id != model_id:
            self._choose_model(model_id)
            self._set_parent(None)
            self._obstacles.forget()
        self.body.add_link(name, link)
        self._obstacles.edited(spec, name)
        self._changed()
        return True

    def focus_prompt(self) -> None:
        """Give the prompt the keyboard."""
        self.body.focus_prompt()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say at the fields what the engine or the service refused; editing a field clears it."""
        spec = self.spec
        if spec is None:
            return
        self._obstacles.tell(spec, problems)
        self._check()
        if problems:
            self.body.reveal(problems[0].field)

    def set_sending_allowed(self, reason: str | None) -> None:
        """Say why nothing can be sent now, as without a token; None lets jobs go out."""
        self._not_allowed = reason or ""
        self._check()

    def show_reach(self, reach: Reach, error: RushesError | None = None) -> None:
        """Say what becomes of new jobs, as the service answers or does not; `error` says why."""
        outlook = Outlook.SENT
        if reach is Reach.OFFLINE:
            is_service = error is not None and error.code == "service_down"
            outlook = Outlook.WAIT_FOR_SERVICE if is_service else Outlook.WAIT_FOR_NETWORK
        elif reach is Reach.TOKEN_NEEDED:
            outlook = Outlook.TOKEN_NEEDED
        self.foot.set_outlook(outlook)

    def generate(self) -> None:
        """Ask for the jobs of the draft, or lead to what is in the way: a token, a field."""
        if self.foot.outlook is Outlook.TOKEN_NEEDED and self._edit is None:
            self.settings_requested.emit()
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractSpinBox):
            # A number that is still being typed counts as it stands.
            focused.interpretText()
        found = self._check()
        if found:
            self._obstacles.tried(found)
            self._check()
            self.body.reveal(found[0].field)
            return
        spec = self.spec
        if spec is None or (self._not_allowed and self._edit is None):
            return
        if self._edit is not None:
            wish = GenerationWish(spec, self.body.inputs(), len(self._edit.jobs))
            self.edit_saved.emit(self._edit.job_ids, wish)
            return
        takes = self.foot.takes.value()
        wish = GenerationWish(spec, self.body.inputs(), takes, self._parent_job)
        self._before_reset = None
        self.generate_requested.emit([wish])
        if self.body.move_seed_on():
            self.draft_changed.emit()

    def reset(self) -> None:
        """Show the model's defaults; the prompt stays, and it can be undone."""
        if self.spec is None:
            return
        before = self._draft()
        self.body.show_inputs({})
        self.body.show_seed(None, SeedMode.RANDOM)
        self.show_takes(1)
        self._obstacles.forget()
        if self._draft() == before:
            self._check()
            return
        self._before_reset = before
        self._changed(keeps_reset=True)
        undo_key = key_text(QKeySequence(QKeySequence.StandardKey.Undo))
        self.toast.show_message(self.tr("Back to defaults"), act=self.tr("Undo"), key=undo_key)

    def undo_reset(self) -> None:
        """Bring back what stood in the controls before they were reset."""
        before = self._before_reset
        if before is None or before.model_id != self._draft().model_id:
            return
        self.body.show_inputs(before.inputs)
        self.body.show_seed(before.seed, before.seed_mode)
        self.show_takes(before.takes)
        self._changed()

    def _choose_model(self, model_id: str) -> bool:
        offered = self.body.choose_model(model_id)
        self.order_tabs()
        return offered

    def _draft(self) -> Draft:
        return self.body.draft(self.foot.takes.value())

    def _show_draft(self, draft: Draft) -> None:
        self.body.show_draft_settings(draft)
        self.order_tabs()
        self.body.show_prompt(draft.prompt)
        self.show_takes(draft.takes)
        self._set_parent(None)
        self._obstacles.forget()
        self._check()

    def _set_parent(self, parent: Job | None) -> None:
        self._parent_job = parent
        if self._edit is None:
            self.body.show_origin(parent)
        else:
            self.body.show_edited(self._edit.jobs)

    def _changed(self, *, keeps_reset: bool = False) -> None:
        if self._before_reset is not None and not keeps_reset:
            self._before_reset = None
            self.toast.dismiss()
        self._check()
        self.draft_changed.emit()

    def _on_model_chosen(self, model_id: str) -> None:
        if self.spec is not None and self.spec.model_id == model_id:
            return
        self._choose_model(model_id)
        self._set_parent(None)
        self._obstacles.forget()
        self._changed()

    def _on_edited(self, name: str) -> None:
        spec = self.spec
        if spec is None:
            self._changed(keeps_reset=True)
            return
        self._obstacles.edited(spec, name)
        prompt = spec.prompt_field
        # A reset leaves the prompt alone, so that writing does not stand in the way of its undo.
        self._changed(keeps_reset=prompt is not None and prompt.name == name)

    def _on_takes_edited(self, takes: int) -> None:
        self.body.set_takes(takes)
        self._changed()

    def _on_origin_cut(self) -> None:
        if self._edit is not None:
            self.leave_edit()
            return
        self._set_parent(None)
        self.body.focus_prompt()
        self._changed()

    def _check(self) -> list[Refusal]:
        """Say at the fields and at the button what is in the way; return it."""
        spec = self.spec
        self.foot.set_seconds(self.body.seconds())
        if spec is None:
            self.foot.set_reason(self.tr("No model can be chosen yet"))
            return []
        found = self._obstacles.find(spec, self.body.inputs(), self.body.unreadable())
        self.body.show_errors(self._obstacles.sentences(found))
        if found:
            self.foot.set_reason(found[0].sentence, wrong=not found[0].is_missing)
        else:
            self.foot.set_reason("" if self._edit is not None else self._not_allowed)
        return found

    def event(self, event: QEvent) -> bool:
        # Claimed only while there is something to undo, and after every text field: the key may
        # mean something else elsewhere in the window.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            if undoes and self._before_reset is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._before_reset is not None:
            self.undo_reset()
            return
        super().keyPressEvent(event)
