from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.library.library import Library
from rushes.ui.components.toast import Toast
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.search.choice_popup import ChoicePopup
from rushes.ui.search.name_popup import NamePopup
from tests.ui.job_faces.jobs import until

K = Qt.Key


def texts(popup: ChoicePopup) -> list[str]:
    return [row.text for row in popup.list.rows.rows if row.wish is not None]


def remarks(popup: ChoicePopup) -> dict[str, str]:
    return {row.text: row.remark for row in popup.list.rows.rows if row.wish is not None}


def choose(popup: ChoicePopup, text: str) -> None:
    rows = popup.list.rows.rows
    row = next(number for number, each in enumerate(rows) if each.text == text)
    place = popup.list.visualRect(popup.list.rows.index(row)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def sources(panel: HistoryPanel) -> ChoicePopup:
    QTest.mouseClick(panel.head.source, Qt.MouseButton.LeftButton)
    return [popup for popup in panel.findChildren(ChoicePopup) if popup.isVisible()][-1]


def toast(panel: HistoryPanel) -> Toast:
    return panel.album_acts.toast


async def name(panel: HistoryPanel, text: str) -> NamePopup:
    await until(lambda: bool(panel.findChildren(NamePopup)))
    popup = panel.findChildren(NamePopup)[-1]
    popup.field.setText("")
    QTest.keyClicks(popup.field, text)
    QTest.keyClick(popup.field, K.Key_Return)
    return popup


async def names(library: Library) -> list[str]:
    return [album.name for album in await library.albums()]


async def test_chosen_takes_become_an_album_that_can_be_shown(
    panel: HistoryPanel, library: Library
) -> None:
    panel.grid.setFocus()
    keys = panel.model.keys_between(0, 2)
    panel.views.choose_row(0)
    QTest.keyClick(panel.grid, K.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    popup = sources(panel)
    await until(lambda: remarks(popup).get("All takes") == "5")
    assert remarks(popup)["Trash"] == "1"
    choose(popup, "New album of 2 takes…")
    await name(panel, "Night shots")
    await until(lambda: "Night shots" in toast(panel).text())
    (album,) = await library.albums()
    assert (album.name, album.jobs) == ("Night shots", 2)
    popup = sources(panel)
    await until(lambda: remarks(popup).get("Night shots") == "2")
    choose(popup, "Night shots")
    await until(lambda: bool(panel.search.text()))
    assert [chip.source for chip in panel.search.field.chips] == ['album:"Night shots"']
    assert panel.head.source.title == "Night shots"
    await until(lambda: panel.model.job_count == 2)
    assert sorted(panel.model.keys_between(0, 2)) == sorted(keys)


async def test_a_search_is_saved_once_and_shown_again(
    panel: HistoryPanel, library: Library
) -> None:
    QTest.keyClicks(panel.search.field.editor, "cabin is:pick ")
    act = panel.search.explanation.act
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    await name(panel, "Good cabins")
    await until(lambda: act.isHidden())
    (album,) = await library.albums()
    assert (album.name, album.search) == ("Good cabins", "is:pick cabin")
    assert panel.head.source.title == "Good cabins"
    panel.search.clear()
    popup = sources(panel)
    await until(lambda: remarks(popup).get("Good cabins") == "2")
    choose(popup, "Good cabins")
    await until(lambda: panel.search.text() == "is:pick cabin")


async def test_a_name_that_is_taken_is_refused_in_place(
    panel: HistoryPanel, library: Library
) -> None:
    await library.add_album("Night")
    choose(sources(panel), "New album…")
    popup = await name(panel, "night")
    await until(lambda: not popup.error.isHidden())
    assert popup.isVisible()
    await until(lambda: popup.error.height() >= popup.error.heightForWidth(popup.error.width()))
    assert popup.rect().contains(popup.error.geometry())
    QTest.keyClick(popup.field, K.Key_Escape)
    await until(lambda: not panel.findChildren(NamePopup))
    assert await names(library) == ["Night"]


async def test_rename_is_followed_by_the_query_and_remove_is_undone(
    panel: HistoryPanel, library: Library
) -> None:
    album = await library.add_album("Night")
    keys = panel.model.keys_between(0, 3)
    await library.add_to_album(album.key, keys)
    panel.search.set_text('album:"Night"')
    await until(lambda: panel.model.job_count == 3)
    await until(lambda: panel.head.source.title == "Night")
    choose(sources(panel), "Rename “Night”…")
    await name(panel, "Dusk")
    await until(lambda: panel.search.text() == 'album:"Dusk"')
    await until(lambda: panel.model.job_count == 3)
    await until(lambda: panel.head.source.title == "Dusk")
    choose(sources(panel), "Remove “Dusk”")
    await until(lambda: "removed" in toast(panel).text())
    assert panel.search.text() == ""
    assert await names(library) == []
    QTest.mouseClick(toast(panel)._act, Qt.MouseButton.LeftButton)
    await until(lambda: bool(panel.albums.albums))
    (back,) = await library.albums()
    assert (back.name, back.jobs) == ("Dusk", 3)


async def test_takes_are_added_by_typing_a_name_and_taken_out_again(
    panel: HistoryPanel, library: Library
) -> None:
    night = await library.add_album("Night")
    await library.add_album("Dawn")
    await until(lambda: len(panel.albums.albums) == 2)
    keys = panel.model.keys_between(0, 3)
    popup = panel.album_menus.open_adding(keys=keys)
    assert popup is not None
    assert texts(popup) == ["Dawn", "Night", "New album…"]
    QTest.keyClicks(popup.field, "nig")
    assert texts(popup) == ["Night", "New album “nig”"]
    QTest.keyClick(popup.field, K.Key_Return)
    await until(lambda: toast(panel).text() == "3 takes added to “Night”")
    assert (await library.count(['album:"Night"'])) == [3]
    QTest.mouseClick(toast(panel)._act, Qt.MouseButton.LeftButton)
    await until(lambda: not panel._tasks or not len(panel._tasks))
    assert (await library.count(['album:"Night"'])) == [0]
    await library.add_to_album(night.key, keys)
    panel.search.set_text('album:"Night"')
    await until(lambda: panel.model.job_count == 3)
    panel.views.choose_row(0)
    choose(sources(panel), "Take 1 take out of “Night”")
    await until(lambda: panel.model.job_count == 2)


async def test_empty_places_say_what_they_are(panel: HistoryPanel, library: Library) -> None:
    page = panel.pages.no_match
    await library.add_album("Night")
    panel.search.set_text('album:"Night"')
    await until(lambda: page.title.text() == "This album is empty")
    panel.search.set_text("is:trashed Nothing")
    await until(lambda: page.title.text() == "Nothing matches")
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    await until(lambda: panel.model.job_count == 5)
    await library.remove_album((await library.albums())[0].key)
    choose(sources(panel), "Trash")
    await until(lambda: panel.model.job_count == 1)
    assert panel.head.source.title == "Trash"


async def test_what_is_renamed_is_called_what_it_is(panel: HistoryPanel, library: Library) -> None:
    album = await library.add_album("Night", "is:pick")
    panel.search.set_text("is:pick")
    await until(lambda: panel.head.source.title == album.name)
    choose(sources(panel), "Rename “Night”…")
    popup = await name(panel, "Dusk")
    assert popup.accessibleName() == "Rename the search"
    await until(lambda: panel.head.source.title == "Dusk")
