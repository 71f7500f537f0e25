"""What is kept out of the log, in whatever form it comes."""

import base64
import logging
import logging.handlers
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from rushes.engine.logs import log_to
from rushes.engine.redaction import redact

TOKEN = "rc/tok+en=0123 'quo\"te\\"
PLAIN = "rc-token-0123456789"


@pytest.mark.parametrize("token", [TOKEN, PLAIN])
def test_a_token_is_hidden_in_every_common_form(token: str) -> None:
    for said in (
        f"the token is {token}.",
        f"%s {quote(token, safe='')}",
        f"{token!r} and {[token]!r}",
        base64.b64encode(f"user:{token}".encode()).decode(),
        base64.urlsafe_b64encode(f"ab{token}z".encode()).decode(),
        base64.b64encode(token.encode()).decode(),
    ):
        clean = redact(said, {token, "another"})
        assert "[token]" in clean
        assert token not in clean
        assert quote(token, safe="") not in clean


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Authorization: Basic dXNlcjpwYXNz", "Authorization: [token]"),
        ("{'authorization': 'Token abc', 'x': 1}", "{'authorization': '[token]', 'x': 1}"),
        ("[(b'Authorization', b'Bearer abc')]", "[(b'Authorization', b'Bearer [token]')]"),
        ("X-API-Key: abc", "X-API-Key: [token]"),
        ("bearer%20abc", "bearer [token]"),
        (r'"https:\/\/x.net\/a.mp4?sig=1"', r'"https:\/\/x.net\/a.mp4?[query]"'),
        ("http://127.0.0.1:80/a?b=c d", "http://127.0.0.1:80/a?[query] d"),
        ("a bear? no.", "a bear? no."),
    ],
)
def test_authorization_and_queries_are_hidden_without_knowing_them(
    said: str, expected: str
) -> None:
    assert redact(said) == expected


def test_the_longer_token_is_hidden_first() -> None:
    assert redact("abcdef abc", ["abc", "abcdef"]) == "[token] [token]"


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    logger = logging.getLogger()
    before, level = list(logger.handlers), logger.level
    yield logger
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


@pytest.mark.allow_log("it broke")
def test_a_trace_is_written_without_the_token(root: logging.Logger, tmp_path: Path) -> None:
    handler = log_to(tmp_path / "log" / "rushes.log", lambda: {PLAIN})
    assert handler is not None
    try:
        try:
            raise ValueError(PLAIN)
        except ValueError as error:
            raise KeyError(f"Bearer {PLAIN}") from error
    except KeyError:
        logging.getLogger("rushes.test").exception("it broke with %s", {"token": PLAIN})
    handler.flush()
    written = (tmp_path / "log" / "rushes.log").read_text("utf-8")
    assert "Traceback" in written
    assert "[token]" in written
    assert PLAIN not in written


@pytest.mark.allow_log("it broke")
def test_a_log_that_cannot_be_written_prints_no_secrets(
    root: logging.Logger, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert log_to(tmp_path / "file" / "rushes.log", lambda: PLAIN) is None
    logging.getLogger("rushes.test").error("it broke with %s", PLAIN)
    assert "it broke with [token]" in capfd.readouterr().err
    (tmp_path / "taken").mkdir()
    handler = log_to(tmp_path / "taken", lambda: PLAIN)
    assert handler is not None
    logging.getLogger("rushes.test").error("it broke with %s", PLAIN)
    handler.flush()
    said = capfd.readouterr()
    assert PLAIN not in said.out + said.err


def test_who_logs_does_not_wait_for_the_disk(
    root: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    emit = logging.handlers.RotatingFileHandler.emit

    def slowly(self: logging.handlers.RotatingFileHandler, record: logging.LogRecord) -> None:
        assert gate.wait(10)
        emit(self, record)

    monkeypatch.setattr(logging.handlers.RotatingFileHandler, "emit", slowly)
    handler = log_to(tmp_path / "rushes.log", lambda: PLAIN)
    assert handler is not None
    for number in range(3):
        logging.getLogger("rushes.test").info("step %d", number)
    assert not (tmp_path / "rushes.log").exists()
    gate.set()
    handler.close()
    lines = (tmp_path / "rushes.log").read_text("utf-8").splitlines()
    assert [line[-1] for line in lines] == ["0", "1", "2"]
