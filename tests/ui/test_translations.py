"""The Italian words: all there, with the right gaps, compiled, and on the screen when asked for."""

import importlib.util
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rushes.domain.error_words import WORDS
from rushes.domain.model_spec import read_model
from rushes.domain.request import GenerationRequest
from rushes.domain.resources import resource_path
from rushes.domain.validation import PROBLEM_WORDS, Problem
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.compose.schema_words import seconds_text
from rushes.ui.take_info.summary import inputs_line
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.translation import install_language, translated_problem, translated_words
from tests.ui.job_faces.jobs import MODEL, make_job

COLLECTOR = Path(__file__).resolve().parents[2] / "packaging" / "development" / "translations.py"
LANGUAGES = ("en", "it")
GAP = re.compile(r"\{\w*\}|%L?(?:n|\d+)")
"""What a text leaves open: {name}, %n, %1."""

Entry = tuple[str, ElementTree.Element]


def source_path(language: str) -> Path:
    return resource_path("translations", f"rushes_{language}.ts")


def entries(language: str) -> list[Entry]:
    """Every message of a source, with its context."""
    return [
        (context.findtext("name") or "", message)
        for context in ElementTree.parse(source_path(language)).getroot().iter("context")
        for message in context.iter("message")
    ]


def source_text(message: ElementTree.Element) -> str:
    return message.findtext("source") or ""


def translations(message: ElementTree.Element) -> list[str]:
    """The translation, or its forms where it counts something."""
    target = message.find("translation")
    assert target is not None
    forms = [form.text or "" for form in target.iter("numerusform")]
    return forms or [target.text or ""]


@pytest.fixture(scope="module")
def collector() -> ModuleType:
    """The program that collects and compiles the words."""
    spec = importlib.util.spec_from_file_location("translations_collector", COLLECTOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # A data class looks its own module up.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
    return module


@contextmanager
def speaking(application: QApplication, language: str) -> Iterator[None]:
    """Have the application speak a language for a while."""
    before = QLocale()
    translators = install_language(application, language)
    try:
        yield
    finally:
        for translator in translators:
            application.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)


@pytest.fixture
def italian(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "it"):
        yield


def test_the_sources_hold_every_text_of_the_window() -> None:
    command = [sys.executable, str(COLLECTOR), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_finished(language: str) -> None:
    found = entries(language)
    unfinished = [
        (context, source_text(message))
        for context, message in found
        if message.find("translation[@type]") is not None or not all(translations(message))
    ]
    assert found
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_leave_the_same_gaps_open(language: str) -> None:
    wrong = [
        (context, source_text(message), text)
        for context, message in entries(language)
        for text in translations(message)
        if Counter(GAP.findall(text)) != Counter(GAP.findall(source_text(message)))
    ]
    assert wrong == []


def test_italian_is_set_like_the_rest_of_the_window() -> None:
    """Curved apostrophes, one sign for three dots, and no blanks or full stops that stray.

    What joins two texts has the blanks of the English.
    """
    typed = re.compile(r"'|\"|\.\.\.|  ")
    wrong = []
    for context, message in entries("it"):
        source = source_text(message)
        for text in translations(message):
            bare, english = text.strip(), source.strip()
            strays = typed.search(text) or (bare[-1] in ".…") != (english[-1] in ".…")
            strays = strays or text.partition(bare)[::2] != source.partition(english)[::2]
            if strays or (bare[-1] in ",:" and english[-1] != bare[-1]):
                wrong.append((context, source, text))
    assert wrong == []


def test_italian_labels_that_share_a_row_are_told_apart() -> None:
    """A person's no and the service's no, cancelled and failed: each has a word of its own."""
    words = {
        source_text(message): translations(message)[0]
        for context, message in entries("it")
        if context == "JobFace"
    }
    states = (
        *("Draft", "Waiting", "Sending", "In queue", "In progress", "Cancel asked", "Downloading"),
        *("Ready", "Refused", "Failed", "Cancelled", "Needs you", "Expired", "File missing"),
        "In Trash",
    )
    assert len({words[state] for state in states}) == len(states)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_words_are_those_of_the_source(
    collector: ModuleType, language: str, tmp_path: Path
) -> None:
    source = source_path(language)
    collector.compile_source(source, tmp_path / "fresh.qm")
    assert source.with_suffix(".qm").read_bytes() == (tmp_path / "fresh.qm").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_words_are_found(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(source_path(language).with_suffix(".qm")))
    for context, message in entries(language):
        forms = translations(message)
        numbers = (1, 2) if message.get("numerus") == "yes" else (-1,)
        for number, form in zip(numbers, forms, strict=True):
            # `translate` alone leaves %n for the application to fill in.
            assert translator.translate(context, source_text(message), None, number) == form


def test_every_error_and_problem_has_italian_words(italian: None) -> None:
    for code, words in WORDS.items():
        spoken = translated_words(words)
        for english, text in (
            (words.happened, spoken.happened),
            (words.kept, spoken.kept),
            (words.todo, spoken.todo),
        ):
            assert bool(text) == bool(english), code
            assert not text or text != english, code
    values = {"choices": "a, b", "length": 9, "maximum": 24, "minimum": 5, "most": 64}
    for code in PROBLEM_WORDS:
        problem = Problem("Seed", code, values | {"title": "Seed"})
        sentence = translated_problem(problem, "Seed")
        assert sentence != problem.sentence, code
        assert "Seed" in sentence, code
        assert "{" not in sentence, code


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("en", "1 frame", "97 frames"), ("it", "1 fotogramma", "97 fotogrammi")],
)
def test_counted_words_bend(qapp: QApplication, language: str, one: str, many: str) -> None:
    with speaking(qapp, language):
        for frames, words in ((1, one), (97, many)):
            job = make_job(request=GenerationRequest(MODEL, {"num_frames": frames, "seed": 7}))
            assert inputs_line(job) == f"{words} · seed 7"


def test_numbers_are_set_as_in_italy(italian: None) -> None:
    assert seconds_text(6.0625) == "6,06 s"


def test_compose_speaks_italian_and_then_english_again(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))
    schema = resource_path("models", "wan-ai--wan-2-1--text-to-video.json")
    wan = read_model(json.loads(schema.read_text("utf-8")))

    def panel() -> ComposePanel:
        made = ComposePanel()
        qtbot.addWidget(made)
        made.set_models([wan])
        return made

    def labels(shown: ComposePanel) -> set[str]:
        return {label.text() for label in shown.findChildren(QLabel)}

    before = QLocale()
    with speaking(qapp, "it"):
        italian = panel()
        assert italian.foot.button.text() == "Genera"
        assert "Risoluzione" in labels(italian)
        italian.restore_draft({"model_id": wan.model_id, "prompt": "Una baita", "takes": 3})
        assert italian.foot.button.text() == "Genera 3"
        assert QLocale().language() is QLocale.Language.Italian
    assert QLocale() == before
    english = panel()
    assert english.foot.button.text() == "Generate"
    assert "Resolution" in labels(english)
