"""Which of the pictures that come may still go on the screen."""

from rushes.ui.viewer.asked_frames import AskedFrames


def test_a_frame_that_nobody_asked_for_is_not_shown() -> None:
    asked = AskedFrames()
    assert not asked.may_show(0)
    asked.ask(4)
    assert asked.may_show(4)
    assert not asked.may_show(5)


def test_late_pictures_are_shown_in_the_order_of_asking_only() -> None:
    asked = AskedFrames()
    for index in (3, 9, 5):
        asked.ask(index)
    asked.showed(9)
    assert not asked.may_show(3)
    assert asked.may_show(5)
    asked.showed(5)
    assert not asked.may_show(9)


def test_a_frame_on_the_screen_may_come_again_better() -> None:
    asked = AskedFrames()
    asked.ask(7)
    asked.showed(7)
    assert asked.may_show(7)


def test_asking_again_counts_as_new() -> None:
    asked = AskedFrames()
    for index in (3, 9, 3):
        asked.ask(index)
    asked.showed(9)
    assert asked.may_show(3)


def test_what_was_asked_for_long_ago_is_forgotten() -> None:
    asked = AskedFrames()
    for index in range(1000):
        asked.ask(index)
    assert not asked.may_show(100)
    assert asked.may_show(999)
