"""Collect the words of the window into Qt's translation sources, and compile those.

Qt's own collector does not follow the small functions that fix a context, nor the tables of the
domain; this one reads the syntax tree. Found are, with literal texts:

    self.tr("text"[, "note"[, n]])              context: the class
    translate("Context", "text", …)             also as QCoreApplication.translate, tr, and
                                                QT_TRANSLATE_NOOP
    f("text") where f's body translates its     context: the one that f fixes
        own argument in a fixed context
    the tables of the domain                    contexts: ErrorWords, Problem, QueryProblem,
                                                QueryWords

Run with the environment's Python: ``translations.py`` rewrites the sources and compiles them;
``translations.py --check`` only tells what would change, and exits 1 if anything would.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "rushes"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("it",)
PLURAL_FORMS = {"en": 2, "it": 2}

_TRANSLATORS = ("translate", "tr", "QT_TRANSLATE_NOOP")


@dataclass(frozen=True, order=True)
class Message:
    """One text of the window: its context, its English words, and whether it counts something."""

    context: str
    text: str
    has_number: bool = False


def collect(source: Path = SOURCE) -> list[Message]:
    """Return all messages of the source tree and of the domain's tables, in order."""
    found: set[Message] = set(_table_messages())
    for path in sorted(source.rglob("*.py")):
        found.update(_messages(ast.parse(path.read_text("utf-8"))))
    return sorted(found)


def _table_messages() -> Iterator[Message]:
    from rushes.domain.error_words import WORDS
    from rushes.domain.search.explaining import CONDITION_NAMES, FIELD_WORDS, QUERY_WORDS
    from rushes.domain.search.problem_words import QUERY_PROBLEM_WORDS, SUGGESTION
    from rushes.domain.validation import PROBLEM_WORDS

    for words in WORDS.values():
        for text in (words.happened, words.kept, words.todo):
            if text:
                yield Message("ErrorWords", text)
    for text in PROBLEM_WORDS.values():
        yield Message("Problem", text)
    for problem in QUERY_PROBLEM_WORDS.values():
        yield Message("QueryProblem", problem.wrong)
        if problem.hint:
            yield Message("QueryProblem", problem.hint)
    yield Message("QueryProblem", SUGGESTION)
    for table in (QUERY_WORDS, FIELD_WORDS, CONDITION_NAMES):
        for text in table.values():
            yield Message("QueryWords", text)


def _messages(tree: ast.Module) -> Iterator[Message]:
    fixed = dict(_fixed_contexts(tree))
    for class_name, call in _calls(tree, ""):
        texts = [_text(each) for each in call.args]
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        has_number = bool(texts and any(text and "%n" in text for text in texts if text))
        if isinstance(call.func, ast.Attribute) and name == "tr":
            if texts and texts[0]:
                if not class_name:
                    raise ValueError(f"outside of a class, tr has no context: {texts[0]!r}")
                yield Message(class_name, texts[0], has_number)
        elif name in _TRANSLATORS and len(texts) >= 2 and texts[0] and texts[1]:
            yield Message(texts[0], texts[1], has_number)
        elif name in fixed and texts and texts[0]:
            yield Message(fixed[name], texts[0], has_number)


def _calls(node: ast.AST, class_name: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call):
            yield class_name, child
        yield from _calls(child, inside)


def _fixed_contexts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield functions that translate their own first argument, with the context they fix."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        own = function.args.args[0].arg
        for _, call in _calls(function, ""):
            is_translate = getattr(call.func, "attr", "") == "translate"
            context = _text(call.args[0]) if len(call.args) >= 2 else None
            if is_translate and context is not None:
                second = call.args[1]
                if isinstance(second, ast.Name) and second.id == own:
                    yield function.name, context


def _text(node: ast.AST) -> str | None:
    """Return a literal text, None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


Translations = dict[Message, tuple[str, ...]]


def read_source(path: Path) -> Translations:
    """Return the finished translations of a source; plural forms in their order."""
    known: Translations = {}
    if not path.exists():
        return known
    for context in ElementTree.parse(path).getroot().iter("context"):
        for each in context.iter("message"):
            target = each.find("translation")
            if target is None or target.get("type") == "unfinished":
                continue
            forms = tuple(form.text or "" for form in target.iter("numerusform"))
            message = Message(
                context.findtext("name") or "",
                each.findtext("source") or "",
                each.get("numerus") == "yes",
            )
            known[message] = forms or (target.text or "",)
    return known


def write_source(language: str, messages: list[Message], known: Translations) -> str:
    """Return a translation source in Qt's form, with what is not translated left unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context_name, context = "", root
    for message in messages:
        if message.context != context_name:
            context_name = message.context
            context = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = context_name
        each = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(each, "source").text = message.text
        target = ElementTree.SubElement(each, "translation")
        forms = known.get(message, ())
        if not any(forms):
            target.set("type", "unfinished")
        if message.has_number:
            each.set("numerus", "yes")
            for number in range(PLURAL_FORMS[language]):
                form = ElementTree.SubElement(target, "numerusform")
                form.text = forms[number] if number < len(forms) else ""
        else:
            target.text = forms[0] if forms else ""
    ElementTree.indent(root, "    ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def sources() -> Iterator[tuple[Path, str]]:
    """Yield each source with what it should hold now; English has its plural forms alone."""
    messages = collect()
    for language in ("en", *LANGUAGES):
        path = FOLDER / f"rushes_{language}.ts"
        wanted = [each for each in messages if each.has_number or language != "en"]
        yield path, write_source(language, wanted, read_source(path))


def compile_source(path: Path, target: Path) -> None:
    """Compile a source into Qt's binary form. Raises CalledProcessError."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    tool = next(each for each in (folder / "lrelease", folder / "lrelease.exe") if each.exists())
    subprocess.run([tool, "-silent", path, "-qm", target], check=True)


def main() -> int:
    """Rewrite and compile, or check."""
    stale = [path for path, text in sources() if _read(path) != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is not up to date; run `python3 packaging/dev.py translate`.")
        return bool(stale)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in sources():
        path.write_text(text, "utf-8")
        compile_source(path, path.with_suffix(".qm"))
        missing = text.count('type="unfinished"')
        print(f"{path.name}: {text.count('<source>')} texts, {missing} not translated")
    return 0


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
