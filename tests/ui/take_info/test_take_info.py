from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rushes.domain.job import Job
from rushes.domain.marks import Flag, Marks
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.take_info.summary import grouped, inputs_line
from rushes.ui.take_info.take_info import TakeInfo

pytestmark = pytest.mark.usefixtures("dark")

PROMPT = (
    "A log cabin under the northern lights, fresh snow, smoke from the chimney, wide lens, "
    "slow push in, grainy film"
)


def job(**inputs: object) -> Job:
    request = GenerationRequest("a/b", {"prompt": PROMPT, **inputs})
    return Job("id-1", "id-0", 3, request, JobState.READY, 1.0)


def test_inputs_are_told_in_the_order_people_look_for_them() -> None:
    line = inputs_line(
        job(
            seed=481516,
            enable_prompt_expansion=True,
            resolution="720p",
            num_frames=97,
            frames_per_second=16,
            aspect_ratio="16:9",
            guidance_scale=7.5,
            negative_prompt="blur",
            generate_audio=False,
        )
    )
    assert line == (
        "97 frame(s) · 16 fps · 720p · 16:9 · seed 481\u2009516 · Magic Prompt · guidance scale 7.5"
    )
    assert grouped(7) == "7"


def test_the_take_is_told_with_its_words(qtbot: QtBot) -> None:
    info = TakeInfo()
    qtbot.addWidget(info)
    assert info.isHidden()
    info.resize(700, 120)
    info.show_job(job(seed=5))
    info.show()
    assert info.isVisible()
    info.show_job(None)
    assert info.isHidden()


def test_long_words_take_two_lines_at_most(qtbot: QtBot) -> None:
    info = TakeInfo()
    qtbot.addWidget(info)
    info.resize(300, 120)
    info.show_job(job(prompt=PROMPT * 3))
    info.show()
    lines = info.prompt.lines()
    assert len(lines) == 2
    assert lines[0].startswith("A log cabin")
    assert lines[1].endswith("…")
    info.show_job(job())
    info.resize(2_000, 120)
    assert info.prompt.lines() == [PROMPT]


def test_each_act_asks_for_the_shown_job(qtbot: QtBot) -> None:
    info = TakeInfo()
    qtbot.addWidget(info)
    info.resize(800, 120)
    info.show_job(job(seed=5))
    info.show()
    for button, signal in (
        (info.use_all, info.use_all_requested),
        (info.remix, info.remix_requested),
        (info.use_prompt, info.use_prompt_requested),
        (info.use_seed, info.use_seed_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == ["id-1"]


def test_lesser_acts_give_way_to_a_menu_where_it_is_narrow(qtbot: QtBot) -> None:
    info = TakeInfo()
    qtbot.addWidget(info)
    info.show_job(job())
    info.resize(420, 120)
    info.show()
    assert info.more.isVisible()
    assert not info.use_seed.isVisible()
    assert not info.use_seed.isEnabled()
    info.resize(800, 120)
    assert not info.more.isVisible()
    assert info.use_prompt.isVisible()


def test_take_and_marks_are_told_as_they_are(qtbot: QtBot) -> None:
    info = TakeInfo()
    qtbot.addWidget(info)
    info.show_job(job())
    titles = info.findChildren(ElidedLabel)
    assert titles[0].text() == "Log cabin under the northern, take 3"
    info.show_takes("another shot", 7)
    assert titles[0].text() == "Log cabin under the northern, take 3"
    info.show_takes("id-0", 5)
    assert titles[0].text() == "Take 3 of 5"
    assert info.marks.isHidden()
    info.show_job(replace(job(), marks=Marks(4, Flag.PICK)))
    assert not info.marks.isHidden()
    assert info.marks.accessibleName() == "4 stars, Pick"
    assert titles[0].text() == "Take 3 of 5"
