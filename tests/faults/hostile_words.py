"""Texts from outside as nobody should write them: for prompts, names, errors and words."""

import random
from collections.abc import Iterator

_SEEDS = (
    "<b>bold</b>",
    "<img src=file:///etc/passwd>",
    "<img src='http://127.0.0.1:9/a.png' width=9999 height=9999>",
    "<html><body><h1>Sign in</h1><a href='https://evil.example'>here</a></body></html>",
    "<!DOCTYPE html><script>alert(1)</script>",
    "<style>*{background:url(http://127.0.0.1:9/x)}</style>x",
    "<table><tr><td>1<td>2</table>",
    "&lt;b&gt; &amp; &quot;quoted&quot; &#x202e; &nbsp;",
    "<span>a</span>",
    "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><image href='file:///a'/></svg>",
    "\u202eexe.4pm\u202c \u2066\u2067\u2068\u2069\u200f\u200e",
    "a\x00b\x00",
    "".join(chr(code) for code in range(1, 32)) + "\x7f\x85\x9b",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "e" + "\u0301\u0316\u0330" * 60,
    "👩‍👩‍👧‍👦" * 20 + "🏳️‍🌈🏴‍☠️" + "\U0001f468\U0001f3fd\u200d" * 9,
    "{} {0} {name} {0.__class__} {{ }} %s %n %1 %d %(x)s $HOME ${x}",
    "&File &&New &",
    "line one\nline two\r\nline three\u2028four\u2029five\n\n\n",
    "\t\t\ttabs\ttabs",
    "javascript:alert(1) file:///etc/passwd data:text/html,<b>x</b> vscode://x mailto:a@b.example",
    "'; DROP TABLE jobs; -- \" OR 1=1 *:* NEAR(a b) ^x",
    "../../../../etc/passwd",
    "C:\\Windows\\System32\\CON NUL.mp4 aux:stream",
    "=cmd|' /C calc'!A1",
    "\ufeff\ufffe\uffff\ufdd0",
    "\u0378\U000e0001\U0010ffff\ue000",
    "עברית العربية mixed 123 (left) [right]",
    "ﷺ" * 40,
    "ｆｕｌｌｗｉｄｔｈ　ｓｐａｃｅ",
    "",
    " ",
    "\u200b\u200c\u200d\u2060",
    "a" * 300,
    "word " * 400,
    "𒐫" * 100 + "꧅" * 50,
)
LONG = "x" * 1_000_000
LONG_WORDS = "<b>lighthouse &amp; storm</b> " * 35_000


def hostile_words(count: int, seed: int) -> Iterator[str]:
    """Yield so many texts: the known ones, then mixtures of them; the same ones every time."""
    chance = random.Random(seed)
    yield from _SEEDS[:count]
    for _ in range(max(count - len(_SEEDS), 0)):
        parts = [chance.choice(_SEEDS) for _ in range(chance.choice((1, 2, 3)))]
        parts.append("".join(chr(_letter(chance)) for _ in range(chance.randrange(8))))
        chance.shuffle(parts)
        yield chance.choice((" ", "", "\n")).join(parts)


def _letter(chance: random.Random) -> int:
    """Any character but half of a pair, which no text can hold that is stored or sent."""
    code = chance.choice((chance.randrange(0x250), chance.randrange(0x110000)))
    return 0xFFFD if 0xD800 <= code < 0xE000 else code
