"""Ways in which a database's files come to harm, each drawn from a source of chance."""

import random
from collections.abc import Callable
from pathlib import Path

from rushes.library.layout import with_companions

PAGE = 4096

Harm = Callable[[Path, random.Random], None]


def flip_bytes(database: Path, chance: random.Random) -> None:
    """Turn over single bits, few or many."""
    data = bytearray(database.read_bytes())
    for _ in range(chance.choice((1, 3, 20, 400))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    database.write_bytes(data)


def flip_header(database: Path, chance: random.Random) -> None:
    """Turn over bits of the first hundred bytes."""
    data = bytearray(database.read_bytes())
    for _ in range(chance.choice((1, 2, 8))):
        data[chance.randrange(100)] ^= 1 << chance.randrange(8)
    database.write_bytes(data)


def truncate(database: Path, chance: random.Random) -> None:
    """Cut the end off, at a page or anywhere."""
    size = database.stat().st_size
    cut = chance.randrange(1, size)
    with database.open("r+b") as file:
        file.truncate(cut - cut % PAGE if chance.random() < 0.5 else cut)


def zero_pages(database: Path, chance: random.Random) -> None:
    """Leave nothing but zeros in some pages."""
    pages = database.stat().st_size // PAGE
    with database.open("r+b") as file:
        for page in chance.sample(range(pages), min(pages, chance.choice((1, 2, 5)))):
            file.seek(page * PAGE)
            file.write(bytes(PAGE))


def swap_pages(database: Path, chance: random.Random) -> None:
    """Have pages change places."""
    data = bytearray(database.read_bytes())
    pages = len(data) // PAGE
    for _ in range(chance.choice((1, 3))):
        one, other = (PAGE * each for each in chance.sample(range(pages), 2))
        kept = data[one : one + PAGE]
        data[one : one + PAGE] = data[other : other + PAGE]
        data[other : other + PAGE] = kept
    database.write_bytes(data)


def harm_log(database: Path, chance: random.Random) -> None:
    """Turn over bytes of the write-ahead log, or cut it."""
    log = with_companions(database)[1]
    data = bytearray(log.read_bytes())
    for _ in range(chance.choice((1, 20))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    log.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)


def lose_log(database: Path, chance: random.Random) -> None:
    """Take the write-ahead log away, and sometimes what belongs to it."""
    _, log, index = with_companions(database)
    log.unlink()
    if chance.random() < 0.5:
        index.unlink(missing_ok=True)


def empty(database: Path, chance: random.Random) -> None:
    """Leave a file of no bytes, or none at all."""
    if chance.random() < 0.5:
        database.write_bytes(b"")
    else:
        database.unlink()


def another_file(database: Path, chance: random.Random) -> None:
    """Put something in its place that is no database."""
    database.write_bytes(chance.choice((b"PK\3\4", b"<html>", bytes(100))) * 2_000)


HARMS: tuple[Harm, ...] = (
    *(flip_bytes, flip_header, truncate, zero_pages, swap_pages),
    *(harm_log, lose_log, empty, another_file),
)
