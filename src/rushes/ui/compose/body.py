"""The part of Compose that scrolls: model, prompt, and the controls of the model."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rushes.domain.job import Job
from rushes.domain.model_spec import FieldKind, ModelSpec
from rushes.domain.request import JsonValue
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.prompt_edit import PromptEdit
from rushes.ui.components.seed_field import SeedMode
from rushes.ui.compose.draft import Draft
from rushes.ui.compose.input_form import InputForm
from rushes.ui.compose.media_links import MediaControl
from rushes.ui.compose.model_row import ModelRow
from rushes.ui.compose.origin_line import OriginLine
from rushes.ui.compose.overlay_scroll_bar import OverlayScrollBar
from rushes.ui.compose.tab_order import tab_stops, without_proxy
from rushes.ui.theme.theme import current_theme

_TALLEST_PROMPT = 240


class ComposeBody(QScrollArea):
    """Model row, prompt, and the form of the chosen model.

    Signals:
        model_chosen: a person chose the model with this id.
        edited: a person changed the input of this name, the prompt included.
        origin_cut: a person does not want the next job to belong to the shot that it came from.
    """

    model_chosen = Signal(str)
    edited = Signal(str)
    origin_cut = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[ModelSpec] = []
        self._early: Draft | None = None
        self._kept: dict[str, Draft] = {}
        self._takes = 1
        self._is_tight = False
        self.form: InputForm | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget(self)
        self.model_row = ModelRow(self._page)
        self.prompt = PromptEdit(parent=self._page)
        without_proxy(self.prompt)
        self._prompt_error = ErrorLine("", self._page)
        self.origin = OriginLine(self._page)
        self._first = QVBoxLayout()
        self._first.addWidget(self.model_row)
        self._first.addWidget(self.prompt, 1)
        self._top = QVBoxLayout()
        self._top.addLayout(self._first, 1)
        self._top.addWidget(self._prompt_error)
        self._top.addWidget(self.origin)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._top, 1)
        self._column.addStretch(0)
        self.setWidget(self._page)
        OverlayScrollBar(self)
        self.model_row.model_chosen.connect(self.model_chosen)
        self.prompt.text_edited.connect(self._on_prompt_edited)
        self.origin.cut_requested.connect(self.origin_cut)
        self._apply_theme()

    @property
    def spec(self) -> ModelSpec | None:
        """The chosen model."""
        return None if self.form is None else self.form.spec

    @property
    def models(self) -> list[ModelSpec]:
        """The models that are offered."""
        return list(self._models)

    def set_models(self, models: Sequence[ModelSpec]) -> None:
        """Offer these models; the chosen one stays if it is among them, else the first is shown."""
        self._models = list(models)
        self.model_row.set_models(models)
        before = self.spec
        same = next((each for each in models if before and each.model_id == before.model_id), None)
        chosen = same or (self._models[0] if self._models else None)
        if chosen != before:
            self._show_model(chosen)
        early = self._early
        if early is not None and self._models:
            self._early = None
            self.show_draft_settings(early)

    def show_draft_settings(self, draft: Draft) -> None:
        """Show a draft's model, inputs and seed; before there are models, as soon as they come."""
        self._early = None if self._models else draft
        if self.choose_model(draft.model_id):
            self.show_inputs(draft.inputs)
            self.show_seed(draft.seed, draft.seed_mode)

    def choose_model(self, model_id: str) -> bool:
        """Show a model and the inputs last set for it; False if it is not offered."""
        spec = next((each for each in self._models if each.model_id == model_id), None)
        if spec is None:
            return False
        if spec != self.spec:
            self._show_model(spec)
        return True

    def show_inputs(self, inputs: Mapping[str, JsonValue]) -> None:
        """Show inputs by name, prompt and seed apart; those not named show their defaults."""
        if self.form is not None:
            self.form.show_inputs(inputs)

    def show_job_inputs(self, inputs: Mapping[str, JsonValue], *, keep_seed: bool) -> None:
        """Show the inputs of a job exactly: a text that was not sent is empty, not its default."""
        if self.form is None:
            return
        spec = self.form.spec
        silent = {each.name: "" for each in spec.fields if each.kind is FieldKind.TEXT}
        self.form.show_inputs(silent | dict(inputs))
        seed = None if spec.seed_field is None else inputs.get(spec.seed_field.name)
        if not keep_seed or not isinstance(seed, int):
            self.show_seed(None, SeedMode.RANDOM)
        prompt = spec.prompt_field
        words = inputs.get(prompt.name, "") if prompt is not None else ""
        self.use_prompt(words if isinstance(words, str) else "")

    def add_link(self, name: str, link: str) -> None:
        """Show a link in a media input: the only one there, or after those of a list."""
        control = None if self.form is None else self.form.controls.get(name)
        if isinstance(control, MediaControl):
            control.add_link(link)
            self._scroll_to(control)

    def show_seed(self, seed: int | None, mode: SeedMode) -> None:
        """Show a seed, None for the one there is, and where seeds come from."""
        if self.form is not None and self.form.seed is not None:
            self.form.seed.show_seed(seed, mode)

    def move_seed_on(self) -> bool:
        """Take the seeds that just went out as used; True if another one is shown now."""
        seed = None if self.form is None else self.form.seed
        return seed is not None and seed.move_on()

    def show_prompt(self, text: str) -> None:
        """Show a prompt as a fresh start: there is nothing to undo."""
        self.prompt.set_text(text)
        self.prompt.editor.document().clearUndoRedoStacks()

    def use_prompt(self, text: str) -> None:
        """Write a prompt in place of the one there is; one undo brings that back."""
        self.prompt.set_text(text)

    def set_takes(self, takes: int) -> None:
        """Tell how many jobs go out at once."""
        self._takes = takes
        if self.form is not None and self.form.seed is not None:
            self.form.seed.set_takes(takes)

    def show_origin(self, job: Job | None) -> None:
        """Say which take the draft came from; None says nothing."""
        self.origin.show_job(job)

    def show_edited(self, jobs: Sequence[Job]) -> None:
        """Say which waiting jobs are being changed."""
        self.origin.show_edited(jobs)

    def inputs(self) -> dict[str, JsonValue]:
        """What is to be sent, the prompt included; inputs that are left open are not in it."""
        if self.form is None:
            return {}
        prompt = self.form.spec.prompt_field
        words = {} if prompt is None else {prompt.name: self.prompt.text()}
        return words | self.form.inputs()

    def unreadable(self) -> dict[str, str]:
        """By input, why what is written cannot be read as a value."""
        if self.form is None:
            return {}
        return {name: each.unreadable() for name, each in self.form.controls.items()}

    def seconds(self) -> float | None:
        """How long each clip will be, None where it is not known."""
        return None if self.form is None else self.form.seconds()

    def draft(self, takes: int) -> Draft:
        """The unsent work, with this number of takes."""
        spec = self.spec
        if self.form is None or spec is None:
            early = self._early or Draft()
            return replace(early, prompt=self.prompt.text(), takes=takes)
        seed = self.form.seed
        inputs = self.form.inputs()
        if seed is not None:
            inputs.pop(seed.field.name, None)
        return Draft(
            model_id=spec.model_id,
            prompt=self.prompt.text(),
            inputs=inputs,
            seed_mode=SeedMode.RANDOM if seed is None else seed.mode(),
            seed=None if seed is None else seed.seed(),
            takes=takes,
        )

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """Say at each input what is wrong with it; those not named are well."""
        prompt = None if self.spec is None else self.spec.prompt_field
        wrong = sentences.get(prompt.name, "") if prompt is not None else ""
        self._prompt_error.set_message(wrong)
        self.prompt.set_refused(bool(wrong))
        for name, control in ({} if self.form is None else self.form.controls).items():
            sentence = sentences.get(name, "")
            if sentence or control.error():
                control.set_error(sentence)

    def reveal(self, name: str) -> None:
        """Bring an input into sight and give it the keyboard."""
        control = None if self.form is None else self.form.controls.get(name)
        if control is None:
            self.focus_prompt()
            return
        control.take_keyboard()
        self._scroll_to(control)

    def focus_prompt(self) -> None:
        """Give the prompt the keyboard."""
        self.prompt.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to(self.prompt)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        inputs = () if self.form is None else self.form.controls.values()
        own = [self.model_row, self.prompt.editor, self.origin.cross]
        return [*own, *(stop for each in inputs for stop in tab_stops(each))]

    def _scroll_to(self, widget: QWidget) -> None:
        # Before it is shown, nothing stands in its place yet.
        if self.isVisible():
            self.ensureWidgetVisible(widget, 0, current_theme().px(24))

    def set_tight(self, tight: bool) -> None:
        """Let controls stand closer together, for a low window."""
        self._is_tight = tight
        if self.form is not None:
            self.form.set_tight(tight)

    def _show_model(self, spec: ModelSpec | None) -> None:
        """Build the form of a model; it comes back as it was left, or takes over what fits."""
        before = self.draft(self._takes)
        if before.model_id:
            self._kept[before.model_id] = before
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.model_row.show_model(spec)
        self.prompt.setVisible(spec is None or spec.prompt_field is not None)
        if spec is None:
            return
        self.prompt.editor.set_placeholder(self._purpose(spec))
        form = self.form = InputForm(spec, self._page)
        self._column.insertWidget(1, form)
        kept = self._kept.get(spec.model_id)
        form.show_inputs(_shared(spec, before.inputs) if kept is None else kept.inputs)
        if form.seed is not None:
            told = kept or before
            form.seed.show_seed(told.seed, told.seed_mode)
            form.seed.set_takes(self._takes)
        form.set_tight(self._is_tight)
        form.edited.connect(self.edited)
        form.show()

    def _purpose(self, spec: ModelSpec) -> str:
        if spec.output_type == "audio":
            return self.tr("What should be heard?")
        return self.tr("What should be seen?")

    def _on_prompt_edited(self) -> None:
        prompt = None if self.spec is None else self.spec.prompt_field
        self.edited.emit("" if prompt is None else prompt.name)

    def _apply_theme(self) -> None:
        theme = current_theme()
        side = theme.metrics.padding
        self._first.setSpacing(theme.px(10))
        self._top.setSpacing(theme.px(6))
        # The ring around a focused control needs a little room above the first one.
        self._top.setContentsMargins(side, theme.px(4), side, theme.px(8))
        self.prompt.setMaximumHeight(theme.px(_TALLEST_PROMPT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


def _shared(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The inputs of another model that mean the same for this one: choices, switches, links."""
    kinds = (FieldKind.CHOICE, FieldKind.BOOLEAN, FieldKind.MEDIA, FieldKind.MEDIA_LIST)
    names = {each.name for each in spec.fields if each.kind in kinds}
    return {name: value for name, value in inputs.items() if name in names}
