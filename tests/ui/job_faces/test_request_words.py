from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from rushes.domain.request import GenerationRequest
from rushes.ui.job_faces.prices import about_text, money_text
from rushes.ui.job_faces.request_words import model_and_settings


@pytest.mark.parametrize(
    ("model", "inputs", "words"),
    [
        ("wan-ai/wan-2-7/text-to-video", {"duration": 5}, "Wan 2.7 · 5 s"),
        ("a/some_model-x/b", {"duration": "8", "resolution": "4k"}, "Some model x · 8 s · 4k"),
        ("solo", {"duration": True, "resolution": 3}, "Solo"),
        ("a/b/c", {"resolution": "much too long to be a size"}, "B"),
    ],
)
def test_a_request_in_a_few_words(
    qapp: QApplication, model: str, inputs: dict[str, object], words: str
) -> None:
    assert model_and_settings(GenerationRequest(model, inputs)) == words


def test_frames_are_counted(qapp: QApplication) -> None:
    request = GenerationRequest("wan-ai/wan-2-1/t2v", {"num_frames": 97, "resolution": "720p"})
    assert model_and_settings(request).startswith("Wan 2.1 · 97 frame")
    assert model_and_settings(request).endswith(" · 720p")


def test_money_is_written_by_locale(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("it_IT"))
    assert money_text(Decimal("41.2")) == "$ 41,20"
    QLocale.setDefault(QLocale("en_US"))
    assert money_text(Decimal("-1234.5")) == "−$ 1,234.50"
    assert about_text(None) == "not known"
    assert about_text(Decimal("0.5")) == "about $ 0.50"
