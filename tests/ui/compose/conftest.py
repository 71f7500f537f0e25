"""A panel in a real window, under the usual theme."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ModelSpec, read_model
from rushes.domain.resources import resource_path
from rushes.engine.generation import GenerationWish
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The usual look, without movement, and English numbers."""
    QLocale.setDefault(QLocale("en_US"))
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


@pytest.fixture
def wan() -> ModelSpec:
    """The model that comes with Rushes."""
    path = resource_path("models", "wan-ai--wan-2-1--text-to-video.json")
    return read_model(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture
def make_model() -> Callable[..., ModelSpec]:
    """Makes a model of some inputs: name to schema, with those that are required."""

    def make(
        properties: dict[str, Any],
        required: tuple[str, ...] = (),
        model_id: str = "studio/model-1/text-to-video",
        **entry: Any,
    ) -> ModelSpec:
        schema = {"type": "object", "properties": properties, "required": list(required)}
        return read_model({"model_id": model_id, "input_schema": schema, **entry})

    return make


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., ComposePanel]:
    """Shows a panel with these models, as large as a usual window makes it."""

    def make(*models: ModelSpec, width: int = 328, height: int = 828) -> ComposePanel:
        panel = ComposePanel()
        qtbot.addWidget(panel)
        panel.set_models(models)
        panel.resize(width, height)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel

    return make


@pytest.fixture
def wishes() -> Callable[[ComposePanel], list[GenerationWish]]:
    """Collects what a panel asks for from now on."""

    def collect(panel: ComposePanel) -> list[GenerationWish]:
        collected: list[GenerationWish] = []
        panel.generate_requested.connect(collected.extend)
        return collected

    return collect
