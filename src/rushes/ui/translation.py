"""The language of the window: English in the source, others from `resources/translations`."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from rushes.domain.error_words import Words
from rushes.domain.resources import resource_path
from rushes.domain.validation import PROBLEM_WORDS, Problem

LANGUAGES = ("en", "it")
"""What the window can be read in; English has a file too, for its plurals."""

_SPOKEN = (QLocale.Language.English, QLocale.Language.Italian)


def chosen_locale(language: str) -> QLocale:
    """Return the locale for a language setting; ``system`` is the system's own."""
    return QLocale.system() if language == "system" else QLocale(language)


def install_language(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Have the application speak a language; the translators live as long as the returned list.

    Args:
        application: the application, before its first window.
        language: ``system``, ``en`` or ``it``.
    """
    locale = chosen_locale(language)
    QLocale.setDefault(locale)
    if locale.language() not in _SPOKEN:
        locale = QLocale("en")
    own = str(resource_path("translations"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for name, folder in (("rushes", own), ("qtbase", own), ("qtbase", qt)):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


def translated_words(words: Words) -> Words:
    """Return an error's words in the language of the window."""
    return Words(*(_translate("ErrorWords", each) for each in _parts(words)))


def translated_problem(problem: Problem, title: str) -> str:
    """Return a problem's sentence in the language of the window.

    Args:
        problem: what is wrong with an input.
        title: the input's label as it is shown.
    """
    sentence = _translate("Problem", PROBLEM_WORDS[problem.code])
    return sentence.format_map({**problem.values, "title": title})


def _translate(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""


def _parts(words: Words) -> tuple[str, str, str]:
    return (words.happened, words.kept, words.todo)
