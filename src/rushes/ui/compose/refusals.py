"""What stands between a draft and its sending, each with the words for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import JsonValue
from rushes.domain.validation import Problem, check_inputs, resolve_inputs
from rushes.engine.local_files import as_if_sent
from rushes.ui.compose.schema_words import field_title, refusal


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason.

    Attributes:
        field: the name of the input.
        sentence: what is wrong, for a person.
        is_missing: nothing was filled in yet, rather than something wrong.
    """

    field: str
    sentence: str
    is_missing: bool = False


def refusals(
    spec: ModelSpec, inputs: Mapping[str, JsonValue], unreadable: Mapping[str, str]
) -> list[Refusal]:
    """Return every reason in the schema's order; empty when the inputs may be sent.

    `unreadable` says by input what could not be read as a value at all.
    """
    sent = resolve_inputs(spec, as_if_sent(spec, inputs))
    problems = {each.field: each for each in check_inputs(spec, sent)}
    found: list[Refusal] = []
    for field in spec.fields:
        problem = problems.get(field.name)
        if unreadable.get(field.name):
            found.append(Refusal(field.name, unreadable[field.name]))
        elif problem is not None:
            found.append(refusal_of(spec, problem))
    return found


def refusal_of(spec: ModelSpec, problem: Problem) -> Refusal:
    """Put a problem into words."""
    missing = problem.code == "missing"
    prompt = spec.prompt_field
    if missing and prompt is not None and problem.field == prompt.name:
        words = QCoreApplication.translate("ComposePanel", "Write a prompt first")
        return Refusal(problem.field, words, True)
    field = spec.field(problem.field)
    if missing and field is not None and field.medium:
        words = QCoreApplication.translate("ComposePanel", "{title}: add a link")
        return Refusal(problem.field, words.format(title=field_title(field)), True)
    return Refusal(problem.field, refusal(problem, field), missing)


class Obstacles:
    """What is in the way of sending, and how much of it is said at the fields yet.

    What is merely missing is not held against a person before they tried to send or were there.
    What the engine or the service told stands until its field is edited.
    """

    def __init__(self) -> None:
        self._told: dict[str, Refusal] = {}
        self._touched: set[str] = set()

    def forget(self) -> None:
        """Begin anew, as with another model or draft."""
        self._told, self._touched = {}, set()

    def tell(self, spec: ModelSpec, problems: Sequence[Problem]) -> None:
        """Take over what the engine or the service refused."""
        self._told = {each.field: refusal_of(spec, each) for each in problems}
        self._touched.update(self._told)

    def edited(self, spec: ModelSpec, name: str) -> None:
        """A person changed this input: what was told about it, or about none, is over."""
        standing = {each.name for each in spec.fields} - {name}
        self._told = {field: each for field, each in self._told.items() if field in standing}
        self._touched.add(name)

    def tried(self, found: Sequence[Refusal]) -> None:
        """A person tried to send: from now on all of this is said at its field."""
        self._touched.update(each.field for each in found)

    def find(
        self, spec: ModelSpec, inputs: Mapping[str, JsonValue], unreadable: Mapping[str, str]
    ) -> list[Refusal]:
        """Return everything that is in the way, the gravest first: told, wrong, missing."""
        own = refusals(spec, inputs, unreadable)
        own = [each for each in own if each.field not in self._told]
        return [*self._told.values(), *sorted(own, key=lambda each: each.is_missing)]

    def sentences(self, found: Sequence[Refusal]) -> dict[str, str]:
        """By field, what is to be said there now."""
        return {
            each.field: each.sentence
            for each in found
            if not each.is_missing or each.field in self._touched
        }
