"""What the Linux package shows of Rushes to a desktop: entry, metadata and icons."""

import configparser
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from linux.build_deb import ROOT, copy_metainfo
from linux.icons import SIZES, write_icons
from linux.licenses import copy_licenses

NAME = "app.rushes.Rushes"
ENTRY = ROOT / "packaging" / "linux" / f"{NAME}.desktop"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a desktop of Linux")


def test_entry_starts_rushes_and_its_demo() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ENTRY, encoding="utf-8")
    main, demo = entry["Desktop Entry"], entry["Desktop Action Demo"]
    assert (main["Exec"], main["Icon"], main["Actions"]) == ("rushes", NAME, "Demo;")
    assert demo["Exec"] == "rushes --demo"
    assert {"Comment[it]", "GenericName[it]"} <= set(main)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no validator here")
def test_entry_is_valid() -> None:
    subprocess.run(["desktop-file-validate", ENTRY], check=True)


def test_metadata_tells_this_version(tmp_path: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    path = copy_metainfo(tmp_path, version)
    root = ElementTree.parse(path).getroot()
    release = root.find("releases/release")
    assert release is not None
    assert release.attrib["version"] == version
    assert root.findtext("launchable") == ENTRY.name


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="no validator here")
def test_metadata_is_valid(tmp_path: Path) -> None:
    subprocess.run(
        ["appstreamcli", "validate", "--no-net", copy_metainfo(tmp_path, "1.0")], check=True
    )


def test_icons_in_every_size(qapp: object, tmp_path: Path) -> None:
    write_icons(ROOT / "resources" / "icons" / "rushes.svg", tmp_path, NAME)
    for size in SIZES:
        image = QImage(str(tmp_path / f"{size}x{size}" / "apps" / f"{NAME}.png"))
        assert (image.width(), image.height()) == (size, size)
        middle = image.pixelColor(size // 2, size // 2)
        assert middle.alpha() == 255
        assert image.pixelColor(0, 0).alpha() < 255
    assert (tmp_path / "scalable" / "apps" / f"{NAME}.svg").is_file()


@pytest.mark.qt_log_ignore("Cannot read file")
def test_a_drawing_that_is_none_is_refused(qapp: object, tmp_path: Path) -> None:
    drawing = tmp_path / "empty.svg"
    drawing.write_text("")
    with pytest.raises(ValueError, match="no SVG"):
        write_icons(drawing, tmp_path / "icons", NAME)


def test_licences_of_what_is_shipped_and_of_nothing_else(tmp_path: Path) -> None:
    copy_licenses("rushes", tmp_path)
    libraries = {folder.name for folder in tmp_path.iterdir() if any(folder.iterdir())}
    assert {"httpx", "httpcore", "av", "numpy", "keyring", "certifi"} <= libraries
    assert not {"pytest", "mypy", "pyinstaller", "rushes"} & libraries
