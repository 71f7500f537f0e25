"""What a schema says, as it stands on the screen: titles, help, values, and refusals.

Words that come from outside are shown as they are. Those that are known have a translation under
the context ``Schema``, found by their English text.
"""

import re
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from rushes.domain.model_spec import InputField
from rushes.domain.request import JsonValue
from rushes.domain.validation import Problem
from rushes.ui.compose.clip_length import unit_of
from rushes.ui.translation import translated_problem

KNOWN_WORDS = (
    QT_TRANSLATE_NOOP("Schema", "Prompt"),
    QT_TRANSLATE_NOOP("Schema", "Seed"),
    QT_TRANSLATE_NOOP("Schema", "Number of Frames"),
    QT_TRANSLATE_NOOP("Schema", "Frame Rate"),
    QT_TRANSLATE_NOOP("Schema", "Frame rate must be between 5 and 24 FPS."),
    QT_TRANSLATE_NOOP("Schema", "Resolution"),
    QT_TRANSLATE_NOOP("Schema", "Aspect Ratio (W:H)"),
    QT_TRANSLATE_NOOP("Schema", "Magic Prompt"),
    QT_TRANSLATE_NOOP("Schema", "Aspect ratio"),
    QT_TRANSLATE_NOOP("Schema", "Duration"),
    QT_TRANSLATE_NOOP("Schema", "Negative prompt"),
    QT_TRANSLATE_NOOP("Schema", "Generate audio"),
    QT_TRANSLATE_NOOP("Schema", "Width"),
    QT_TRANSLATE_NOOP("Schema", "Height"),
    QT_TRANSLATE_NOOP("Schema", "auto"),
)
"""Titles, descriptions and values that have a translation."""

_LINK_WORD = re.compile(r" ur[li](s?)\b", re.IGNORECASE)


def known(text: str) -> str:
    """Return the translation of a schema's own words, or the words."""
    return QCoreApplication.translate("Schema", text) if text else ""


def field_title(field: InputField) -> str:
    """The label of an input; a title made from the name of a link does not say that it is one."""
    if field.medium and not field.schema.get("title"):
        return known(_LINK_WORD.sub(r"\1", field.title))
    return known(field.title)


def field_help(field: InputField) -> str:
    """The help of an input, possibly empty."""
    return known(field.description)


def choice_text(field: InputField, value: JsonValue) -> str:
    """One value of a choice: numbers by locale and with their unit, names without underscores."""
    unit = unit_of(field)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return str(value)
    if isinstance(value, str):
        if not value.isdigit():
            return known(value.replace("_", " "))
        return f"{value} {unit}".rstrip()
    return f"{number_text(value)} {unit}".rstrip()


def number_text(value: float, decimals: int | None = None) -> str:
    """A number by locale, with as many decimals as it needs or as given, without thousands."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    if decimals is None:
        decimals = 0 if float(value).is_integer() else len(f"{value:.6f}".rstrip("0").split(".")[1])
    return locale.toString(float(value), "f", decimals)


def refusal(problem: Problem, field: InputField | None) -> str:
    """The sentence for a problem, in the language and with the numbers of the person."""
    values = dict(problem.values)
    title = problem.field if field is None else field_title(field)
    if field is not None:
        if field.choices and "choices" in values:
            values["choices"] = ", ".join(choice_text(field, each) for each in field.choices)
        values.update(_bounds(values, field))
    return translated_problem(Problem(problem.field, problem.code, values), title)


def _bounds(values: Mapping[str, object], field: InputField) -> dict[str, str]:
    """The bounds of a number by locale; counts of characters and items are left alone."""
    bounds = {"minimum": field.minimum, "maximum": field.maximum}
    return {
        name: number_text(bound)
        for name, bound in bounds.items()
        if name in values and bound is not None
    }


def seconds_text(seconds: float) -> str:
    """A length by locale, as "6.06 s"; whole seconds as "5 s"."""
    decimals = 0 if float(seconds).is_integer() else 2
    words = QCoreApplication.translate("Schema", "{seconds} s")
    return words.format(seconds=number_text(seconds, decimals))
