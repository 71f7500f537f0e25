"""The lock file: every line a pin with its hashes, no host named, nothing of pyproject missing."""

import re
import tomllib
from pathlib import Path

import pytest

from development.lock_file import check

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
HASH = "    --hash=sha256:" + "0" * 64 + "\n"


def test_the_lock_is_pins_with_hashes() -> None:
    assert check(LOCK) == []
    assert "://" not in LOCK


def test_the_lock_holds_every_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    direct = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[\w.-]+", text)[0].lower().replace("_", "-") for text in direct}  # type: ignore[index]
    assert names <= set(re.findall(r"^[a-z0-9-]+(?===)", LOCK, re.MULTILINE))


@pytest.mark.parametrize(
    "entry",
    [
        "httpx==0.28.1\n",
        "httpx>=0.28.1 \\\n" + HASH,
        "httpx @ https://files.example/httpx.whl \\\n" + HASH,
        "--index-url https://index.example/simple\n",
        "httpx==0.28.1 \\\n    --hash=md5:" + "0" * 32 + "\n",
    ],
)
def test_anything_else_is_found(entry: str) -> None:
    good = "av==18.1.0 ; python_full_version < '3.12' \\\n" + HASH
    assert check(good + good) == []
    assert len(check(good + entry + good)) == 1
