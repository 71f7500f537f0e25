"""What a monkey can do: values that say everything, so that they can be done again."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from rushes.ui.viewer.keys import DEFAULT_KEYS

VIEWER_KEYS = tuple(dict.fromkeys(DEFAULT_KEYS.values()))
OTHER_KEYS = (
    *("Return", "Enter", "Escape", "Backspace", "Delete", "Up", "Down", "PgUp", "PgDown"),
    *(str(digit) for digit in range(10)),
    *("A", "P", "X", "U", "N", "Ctrl+Tab", "Shift+W", "Ctrl+A", "Menu", "Shift+F10", "F1"),
)
MODIFIERS = ("", "", "", "", "Shift", "Ctrl", "Alt", "Ctrl+Shift")
TARGETS = (
    *("picture",) * 6,
    *("timeline",) * 5,
    *("lanes",) * 3,
    *("transport",) * 3,
    *("bar",) * 2,
    *("readout",) * 2,
    "anywhere",
)
BUDGETS = (1, 60_000, 400_000, 2_000_000, 12_000_000, 800_000_000)
SIZES = ((660, 480), (420, 330), (1000, 700), (1280, 720), (560, 620), (901, 601))
REST, TIDY = "rest", "tidy"


@dataclass(frozen=True)
class Action:
    """One thing that is done.

    Attributes:
        name: which method of `Hands` does it.
        arguments: for that method; plain values.
    """

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"{self.name}({told})"


def key_of(text: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key and the modifiers that a text such as "Shift+Left" stands for."""
    combination = QKeySequence(text)[0]  # type: ignore[index]
    return combination.key(), combination.keyboardModifiers()


class Chooser:
    """Draws actions by lot; the same seed and the same number of clips draw the same ones."""

    def __init__(self, seed: int, clips: int) -> None:
        self._chance = random.Random(seed)
        self._clips = clips
        self._made: Sequence[tuple[int, Callable[[], Action]]] = (
            (34, self._key),
            (6, self._chord),
            (4, self._number),
            (12, self._click),
            (10, self._drag),
            (9, self._wheel),
            (3, self._hover),
            (4, self._menu),
            (5, self._open),
            (5, self._compare),
            (2, self._kind),
            (1, self._close),
            (4, self._wait),
            (3, self._budget),
            (2, self._resize),
            (1, self._look),
            (1, self._language),
            (1, self._file_goes),
        )

    def burst(self) -> list[Action]:
        """Some actions, quickly one after another, and a rest."""
        weights = [weight for weight, _ in self._made]
        makers = [make for _, make in self._made]
        count = self._chance.choice((1, 1, 2, 3, 4, 6, 9))
        actions = []
        for make in self._chance.choices(makers, weights, k=count):
            actions.append(make())
            if make == self._compare and self._chance.random() < 0.7:
                actions += [Action(REST), self._kind()]
        return [*actions, Action(REST)]

    def _key(self) -> Action:
        chance = self._chance
        keys = VIEWER_KEYS if chance.random() < 0.85 else OTHER_KEYS
        key = chance.choice(keys)
        return Action("key", {"key": key, "times": chance.choice((1, 1, 1, 2, 5, 12))})

    def _chord(self) -> Action:
        keys = [self._chance.choice("JLL") for _ in range(self._chance.randrange(1, 7))]
        return Action("chord", {"held": "K", "keys": "".join(keys)})

    def _number(self) -> Action:
        chance = self._chance
        texts = [
            str(chance.randrange(0, 60)),
            f"+{chance.randrange(20)}",
            "-3",
            "1:05",
            "",
            "99999",
        ]
        end = chance.choice(("Return", "Return", "Return", "Escape", "Tab"))
        return Action("number", {"text": chance.choice(texts), "end": end})

    def _place(self) -> dict[str, Any]:
        chance = self._chance
        return {
            "target": chance.choice(TARGETS),
            "which": chance.randrange(64),
            "at": [round(chance.random(), 4), round(chance.random(), 4)],
            "modifiers": chance.choice(MODIFIERS),
        }

    def _click(self) -> Action:
        button = self._chance.choice(("left", "left", "left", "left", "right", "middle"))
        double = self._chance.random() < 0.15
        return Action("click", {**self._place(), "button": button, "double": double})

    def _drag(self) -> Action:
        chance = self._chance
        count = chance.choice((1, 3, 8, 20))
        way = [[round(chance.uniform(-0.1, 1.1), 4) for _ in range(2)] for _ in range(count)]
        if chance.random() < 0.3:
            return Action("press_and_go", {**self._place(), "way": way, "key": self._any_key()})
        button = chance.choice(("left", "left", "left", "middle"))
        return Action("drag", {**self._place(), "way": way, "button": button})

    def _any_key(self) -> str:
        return self._chance.choice(VIEWER_KEYS)

    def _wheel(self) -> Action:
        notches = self._chance.choice((1, -1, 1, -1, 3, -3, 0.25, -0.4, 12))
        return Action("wheel", {**self._place(), "notches": notches})

    def _hover(self) -> Action:
        return Action("hover", self._place())

    def _menu(self) -> Action:
        chance = self._chance
        target = chance.choice(("picture", "timeline", "transport"))
        keys = [chance.choice(("Down", "Up", "Right", "Left")) for _ in range(chance.randrange(6))]
        end = chance.choice(("Escape", "Return", "Return"))
        return Action("menu", {**self._place(), "target": target, "keys": [*keys, end]})

    def _open(self) -> Action:
        plays = self._chance.random() < 0.4
        return Action("open", {"clip": self._chance.randrange(self._clips), "plays": plays})

    def _compare(self) -> Action:
        chance = self._chance
        count = chance.choice((2, 2, 3, 4, 4, 5, 6, 9))
        return Action("compare", {"clips": [chance.randrange(self._clips) for _ in range(count)]})

    def _kind(self) -> Action:
        chance = self._chance
        what = chance.choice(("kind", "kind", "kind", "lock", "blind", "gain", "opacity"))
        return Action("compare_by", {"what": what, "value": chance.randrange(100)})

    def _close(self) -> Action:
        return Action("close", {"how": self._chance.choice(("empty", "message"))})

    def _wait(self) -> Action:
        return Action("wait", {"milliseconds": self._chance.choice((1, 10, 40, 120, 300))})

    def _budget(self) -> Action:
        return Action("budget", {"total": self._chance.choice(BUDGETS)})

    def _resize(self) -> Action:
        return Action("resize", {"size": list(self._chance.choice(SIZES))})

    def _look(self) -> Action:
        chance = self._chance
        return Action(
            "look",
            {
                "scheme": chance.choice(("dark", "light", "high_contrast")),
                "text_percent": chance.choice((100, 100, 80, 125, 150, 200)),
                "reduced_motion": chance.random() < 0.8,
            },
        )

    def _language(self) -> Action:
        return Action("language", {"name": self._chance.choice(("en", "it"))})

    def _file_goes(self) -> Action:
        how = self._chance.choice(("deleted", "cut", "other"))
        return Action("file_goes", {"clip": self._chance.randrange(self._clips), "how": how})


class Journal:
    """Writes actions down as they are done, so that they are known whatever becomes of them."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        path.write_text(json.dumps({"seed": seed}) + "\n", encoding="utf-8")

    def note(self, action: Action) -> None:
        """Write down one more."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([action.name, action.arguments]) + "\n")


def save(path: Path, seed: int, actions: Sequence[Action]) -> None:
    """Write down what was done."""
    journal = Journal(path, seed)
    for action in actions:
        journal.note(action)


def load(path: Path) -> tuple[int, list[Action]]:
    """The seed and the actions that were written down."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    return int(json.loads(head)["seed"]), [Action(*json.loads(line)) for line in lines]
