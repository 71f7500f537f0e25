"""Searching in History: chips, completion, explanation, facets, albums, in every state."""

import asyncio
import dataclasses
from collections.abc import AsyncGenerator, Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.marks import Flag, Marks
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.panel import HistoryPanel
from tests.gallery.scenes_history import _NOW, came_to_rest, opened, sample_jobs

Scene = Callable[[HistoryPanel], None]
_TAGS = (("night city",), ("night train", "night city"), (), ("dawn",), ("night city", "rain"))


def _marked(jobs: list[Job]) -> list[Job]:
    flags = (Flag.PICK, Flag.NONE, Flag.NONE, Flag.REJECT, Flag.PICK)
    return [
        dataclasses.replace(
            job,
            marks=Marks(
                rating=number % 6,
                flag=flags[number % 5],
                tags=_TAGS[number % 5],
                seen_at=1.0 if number % 3 else None,
            ),
        )
        for number, job in enumerate(jobs)
    ]


async def _panel(
    act: Scene, width: int = 428, height: int = 520, *, keyboard: bool = False
) -> AsyncGenerator[QWidget, None]:
    async with opened(_marked(sample_jobs())) as ground:
        holder = QWidget()
        panel = HistoryPanel(holder, model=JobListModel(clock=lambda: _NOW))
        holder.resize(width, height)
        panel.resize(width, height)
        holder.setProperty("galleryKeepsFocus", keyboard)
        night = await ground.library.add_album("Night shots")
        keys = list((await ground.library.order("")).keys)
        await ground.library.add_to_album(night.key, keys[2:7])
        await ground.library.add_album("Empty one")
        await ground.library.add_album("Good cabins", "cabin rating:>=3")
        panel.attach(ground.library, None, ground.tasks)
        panel.follow(ground.engine)
        await came_to_rest(panel, ground.tasks)
        if keyboard:
            holder.show()
            holder.activateWindow()
            panel.focus_search()
        act(panel)
        await asyncio.sleep(0.6)
        await came_to_rest(panel, ground.tasks)
        yield holder
        panel.detach()


def _typed(text: str) -> Scene:
    return lambda panel: QTest.keyClicks(panel.search.field.editor, text)


def _text(text: str) -> Scene:
    return lambda panel: panel.search.set_text(text)


def _chip_chosen(panel: HistoryPanel) -> None:
    panel.search.set_text("cabin is:pick rating:>=3")
    QTest.keyClick(panel.search.field.editor, Qt.Key.Key_Home)
    QTest.keyClick(panel.search.field.editor, Qt.Key.Key_Left)


async def _sources(act: Scene, opening: str) -> AsyncGenerator[QWidget, None]:
    """A menu of albums as a picture of its own: it is a window of its own."""
    async for holder in _panel(act, keyboard=True):
        (panel,) = holder.findChildren(HistoryPanel)
        menus = panel.album_menus
        if opening == "adding":
            popup: QWidget | None = menus.open_adding(keys=[1, 2, 3])
        elif opening == "name":
            popup = menus.ask_name_of_search()
        else:
            popup = menus.open_sources()
        assert popup is not None
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        await asyncio.sleep(0.3)
        # The panel goes before the picture's widget does.
        popup.setParent(None, popup.windowFlags())
        yield popup


_MANY = 'cabin -rain seed:42 rating:>=3 is:pick album:"Night shots" frames:50..100'

SCENES = {
    "search_rest": lambda: _panel(_text("")),
    "search_focused": lambda: _panel(_text(""), keyboard=True),
    "search_chips": lambda: _panel(_text("cabin is:pick -rain ")),
    "search_typing": lambda: _panel(_typed("is:pick rating:>=3 -rain tag:ni"), keyboard=True),
    "search_names": lambda: _panel(_typed("ra"), keyboard=True),
    "search_wrong": lambda: _panel(_text("cabin rating:>=six")),
    "search_misspelt": lambda: _panel(_text("cabin is:pik")),
    "search_nothing": lambda: _panel(_text("is:pick harbour -harbour")),
    "search_many": lambda: _panel(_text(_MANY)),
    "search_narrow": lambda: _panel(_text(_MANY), 152, 640),
    "search_narrow_wrong": lambda: _panel(_text("cabin is:pik"), 152, 520),
    "search_narrow_rest": lambda: _panel(_text(""), 152, 420),
    "search_two_columns": lambda: _panel(_text("is:pick"), 300, 420),
    "search_album": lambda: _panel(_text('album:"Night shots"')),
    "search_empty_album": lambda: _panel(_text('album:"Empty one"')),
    "search_trash": lambda: _panel(_text("is:trashed")),
    "search_chip_chosen": lambda: _panel(_chip_chosen, keyboard=True),
    "search_sources": lambda: _sources(_text("cabin is:pick"), "sources"),
    "search_adding": lambda: _sources(_text(""), "adding"),
    "search_saving": lambda: _sources(_text("cabin is:pick"), "name"),
}
