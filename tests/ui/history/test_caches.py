from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rushes.library.announcements import JobEntry
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.row_cache import RowCache
from rushes.ui.history.row_faces import RowFaces
from rushes.ui.history.thumbnail_cache import ThumbnailCache, decode_thumbnails, fitted_size
from tests.ui.job_faces.jobs import jpeg, make_job


def test_rows_used_last_are_kept() -> None:
    cache = RowCache(2)
    entries = [JobEntry(key, make_job()) for key in range(3)]
    cache.put(entries[0])
    cache.put(entries[1])
    assert cache.get(0) is not None
    cache.put(entries[2])
    assert (0 in cache, 1 in cache, 2 in cache) == (True, False, True)
    assert cache.by_job(entries[1].job.id) is None
    found = cache.by_job(entries[2].job.id)
    assert found is not None
    assert found.entry is entries[2]


def test_a_second_take_renames_the_first() -> None:
    cache = RowCache(10)
    first = JobEntry(1, make_job(shot_id="s", take=1))
    assert cache.put(first) == []
    assert not cache.has_siblings(first)
    assert cache.put(JobEntry(2, make_job(shot_id="s", take=2))) == [first]
    assert cache.has_siblings(first)
    assert cache.put(JobEntry(3, make_job(shot_id="s", take=3))) == []
    assert cache.put(first) == []


def test_a_job_that_became_another_one_is_titled_anew() -> None:
    cache = RowCache(10)
    cache.put(JobEntry(1, make_job("Whale at night")))
    faces = RowFaces(cache, lambda: 0.0)
    assert faces.value(cache.peek(1), JobRole.TITLE).text == "Whale at night"
    cache.put(JobEntry(1, make_job("Whale at dawn")))
    assert faces.value(cache.peek(1), JobRole.TITLE).text == "Whale at dawn"


def test_siblings_are_forgotten_with_their_rows() -> None:
    cache = RowCache(1)
    first = JobEntry(1, make_job(shot_id="s", take=1))
    cache.put(first)
    cache.put(JobEntry(2, make_job(shot_id="s", take=2)))
    assert len(cache) == 1
    assert not cache.has_siblings(first)


def test_pictures_are_bounded_in_bytes() -> None:
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    cache = ThumbnailCache(3 * picture.sizeInBytes())
    for key in range(3):
        cache.put(key, QImage(picture))
    cache.put(7, None)
    cache.get(0)
    cache.put(3, QImage(picture))
    assert (0 in cache, 1 in cache, 2 in cache, 3 in cache) == (True, False, True, True)
    assert 7 in cache
    assert cache.get(7) is None
    assert cache.byte_count == 3 * picture.sizeInBytes()
    cache.put(3, None)
    assert cache.byte_count == 2 * picture.sizeInBytes()
    cache.clear()
    assert (cache.byte_count, cache.keys()) == (0, set())


def test_knowing_that_there_is_no_picture_is_bounded_too() -> None:
    cache = ThumbnailCache(1_000)
    for key in range(10_000):
        cache.put(key, None)
    assert len(cache.keys()) == 4_000
    assert 9_999 in cache


def test_thumbnails_are_decoded_to_the_place(qapp: QApplication) -> None:
    stored = {1: jpeg(), 2: b"no picture", 3: jpeg(width=180, height=320)}
    pictures = decode_thumbnails([1, 2, 3, 4], stored, QSize(124, 70))
    assert pictures[2] is None
    assert pictures[4] is None
    wide, tall = pictures[1], pictures[3]
    assert wide is not None
    assert tall is not None
    assert wide.size() == QSize(124, 70)
    assert tall.size() == QSize(39, 70)


def test_a_picture_is_never_made_larger_than_it_is() -> None:
    assert fitted_size(QSize(320, 180), QSize(640, 360)) == QSize(320, 180)
    assert fitted_size(QSize(320, 180), QSize(321, 180)) == QSize(321, 180)
