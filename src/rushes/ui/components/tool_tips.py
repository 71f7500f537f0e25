"""Tool tips that show text exactly as it is: Qt would take some of it for markup."""

from PySide6.QtWidgets import QWidget

from rushes.ui.components.long_texts import shown_part

_LINE_LENGTH = 64
_LONGEST = 4_000
"""Characters; a longer tip covers the screen."""


def plain_tool_tip(text: str) -> str:
    """`text` for a tool tip: in lines of readable length, and never read as markup."""
    folded = "\n".join(_folded(line) for line in shown_part(text, _LONGEST).splitlines())
    if "<" not in folded and "&" not in folded:
        return folded
    escaped = folded.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # As markup through and through, so that Qt has nothing to guess.
    return "<span>" + escaped.replace("\n", "<br>") + "</span>"


def _folded(line: str) -> str:
    if len(line) <= _LINE_LENGTH:
        return line
    lines = [""]
    for word in line.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(joined) > _LINE_LENGTH:
            lines.append(word)
        else:
            lines[-1] = joined
    return "\n".join(lines)


def set_tool_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip of plain text."""
    widget.setToolTip(plain_tool_tip(text))
