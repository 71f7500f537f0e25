"""Pictures of every screen and state: `python -m tests.gallery OUT_DIR [--only NAME]`.

Scenes are registered by the files `tests/gallery/scenes_*.py`. Each of them has

    SCENES: dict[str, Builder]           name of the scene → what builds its widget
    SIZES: dict[str, tuple[int, int]]    optional: name → width and height in pixels at 100 %

A builder takes nothing and returns the widget, unshown, under the theme and language in force
while it is called. It may be a plain function, a coroutine function, or an asynchronous generator
that yields the widget once and, after its picture was taken, puts away what it opened. Without an
entry in `SIZES` the widget is as large as the builder resized it, else as its size hint says.
Nothing has the keyboard, unless the widget's property `galleryKeepsFocus` is set.

Every scene is drawn off the screen, in the bundled font, with loops at rest, as
`OUT_DIR/<scene>-<scheme>-<scale>-<language>.png`: dark and light in English and Italian, high
contrast in English, at 100 and 150 %. 150 % is a real device pixel ratio of 1.5, which Qt takes
from the environment when the application starts: so each scale has a child process of its own.
"""

import argparse
import asyncio
import importlib
import inspect
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

Builder = Callable[[], Any]
SCALES = (100, 150)
LOOKS = (
    ("dark", "en"),
    ("light", "en"),
    ("dark", "it"),
    ("light", "it"),
    ("hc", "en"),
)
KEEPS_FOCUS = "galleryKeepsFocus"
"""Property of a scene's widget: leave the keyboard where it is, rather than nowhere."""

_SETTLE_SECONDS = 0.03
_RESTING_CLOCK_SECONDS = 0.9

# They speak for as long as they are kept.
_translators: list[Any] = []


def main(arguments: list[str] | None = None) -> int:
    """Draw all scenes, or those whose name begins with --only; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--only", default="", help="draw scenes whose name begins so")
    parser.add_argument("--scale", type=int, choices=SCALES, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.out_dir.mkdir(parents=True, exist_ok=True)
    if options.scale is not None:
        return draw_all(options.out_dir, options.only, options.scale)
    return max(_draw_in_child(options.out_dir, options.only, scale) for scale in SCALES)


# An installed font of the same family would be taken instead of the bundled one.
_FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont><pattern>
    <patelt name="family"><string>Inter</string></patelt>
  </pattern></rejectfont></selectfont>
</fontconfig>
"""


def _draw_in_child(out_dir: Path, only: str, scale: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder, "fonts.conf")
        configuration.write_text(_FONT_CONFIGURATION, encoding="utf-8")
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale / 100),
            "QT_FONT_DPI": "96",
            "FONTCONFIG_FILE": str(configuration),
        }
        command = [sys.executable, "-m", "tests.gallery", str(out_dir.resolve())]
        command += ["--only", only, "--scale", str(scale)]
        root = Path(__file__).resolve().parents[2]
        return subprocess.run(command, env=environment, cwd=root, check=False).returncode


def registered_scenes() -> Iterator[tuple[str, Builder, tuple[int, int] | None]]:
    """Every scene of every `scenes_*.py`: its name, its builder, and its size if it names one."""
    for path in sorted(Path(__file__).parent.glob("scenes_*.py")):
        module = importlib.import_module(f"tests.gallery.{path.stem}")
        sizes: dict[str, tuple[int, int]] = getattr(module, "SIZES", {})
        for name, build in module.SCENES.items():
            yield name, build, sizes.get(name)


def draw_all(out_dir: Path, only: str, scale: int) -> int:
    """Draw the scenes at the scale that this process was started with."""
    from PySide6.QtWidgets import QApplication

    from rushes.ui.components import motion
    from rushes.ui.event_loop import run_until_done

    motion.clock = lambda: _RESTING_CLOCK_SECONDS
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    scenes = [scene for scene in registered_scenes() if scene[0].startswith(only)]
    if not scenes:
        print(f"no scene begins with {only!r}", file=sys.stderr)
        return 2
    run_until_done(application, _draw(application, scenes, out_dir, scale))
    print(f"{len(scenes)} scenes at {scale} % in {out_dir}")
    return 0


async def _draw(
    application: "QApplication",
    scenes: list[tuple[str, Builder, tuple[int, int] | None]],
    out_dir: Path,
    scale: int,
) -> None:
    for scheme, language in LOOKS:
        put_look_in_force(application, scheme, language)
        for name, build, size in scenes:
            target = out_dir / f"{name}-{scheme}-{scale}-{language}.png"
            await _draw_one(build, size, target)


def put_look_in_force(application: "QApplication", scheme: str, language: str) -> None:
    """Set the theme and the language that the next scenes are built under."""
    from PySide6.QtCore import QLocale

    from rushes.ui.theme.roles import Scheme
    from rushes.ui.theme.theme import SchemeChoice, Theme, ThemeSettings, apply_theme
    from rushes.ui.translation import install_language

    names = {"dark": Scheme.DARK, "light": Scheme.LIGHT, "hc": Scheme.HIGH_CONTRAST}
    settings = ThemeSettings(scheme=SchemeChoice(names[scheme].value), reduced_motion=False)
    apply_theme(application, Theme.from_settings(settings))
    for translator in _translators:
        application.removeTranslator(translator)
    _translators[:] = install_language(application, language)
    QLocale.setDefault(QLocale("it_IT" if language == "it" else "en_US"))


async def _draw_one(build: Builder, size: tuple[int, int] | None, target: Path) -> None:
    made = build()
    generator: AsyncGenerator[Any, None] | None = None
    if inspect.isasyncgen(made):
        generator = made
        widget: QWidget = await anext(generator)
    elif isinstance(made, Awaitable):
        widget = await made
    else:
        widget = made
    try:
        if size is not None:
            widget.resize(*size)
        widget.show()
        # Layouts, item models and queued signals come to rest on the running loop.
        await asyncio.sleep(_SETTLE_SECONDS)
        focused = widget.focusWidget()
        if focused is not None and not widget.property(KEEPS_FOCUS):
            focused.clearFocus()
        if not widget.grab().save(str(target)):
            raise OSError(f"could not write {target}")
    finally:
        if generator is not None:
            async for _ in generator:
                raise RuntimeError("a scene yields one widget only")
        widget.close()
        widget.deleteLater()
        await asyncio.sleep(0)


if __name__ == "__main__":
    sys.exit(main())
