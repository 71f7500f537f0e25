"""What went wrong with an answer, in one or two sentences beneath it."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.error_words import words_for
from rushes.domain.errors import RemoteIdTaken, RushesError
from rushes.ui.translation import translated_words

_NOT_HEARD = frozenset({"not_reachable", "connection_lost"})
_NOT_NOW = frozenset({"service_down", "too_many_calls", "reply_malformed"})
_TOKEN_CODES = frozenset({"token_missing", "token_refused"})


def follow_problem(error: RushesError) -> str:
    """Say why a request id cannot be followed."""
    translate = QCoreApplication.translate
    match error.code:
        case "remote_id_taken":
            return translate(
                "Answers",
                "Another take of this library already follows this id. Nothing was changed.",
            )
        case "request_gone" | "not_found":
            return translate(
                "Answers",
                "The service does not know this id. Check that it is whole and of this account.",
            )
        case "not_allowed":
            return translate(
                "Answers", "The service says that this request belongs to another account."
            )
    return _general(error)


def ask_problem(error: RushesError) -> str:
    """Say why the service could not be asked, or what it said once more."""
    translate = QCoreApplication.translate
    match error.code:
        case "request_gone":
            return translate("Answers", "The service does not know this job any more.")
        case "job_failed":
            return translate("Answers", "The service says again that it could not make this clip.")
        case "result_empty":
            return translate("Answers", "The service says again that there is no file.")
        case "result_not_ready":
            return translate("Answers", "The service says that the result is not ready yet.")
        case "not_allowed":
            return translate(
                "Answers", "The service says that this request belongs to another account."
            )
    return _general(error)


def remedy_word(error: RushesError) -> str:
    """Name what puts a problem right from here; empty where nothing does."""
    translate = QCoreApplication.translate
    if isinstance(error, RemoteIdTaken) and error.detail:
        return translate("Answers", "Show that take")
    return translate("Answers", "Open Settings") if error.code in _TOKEN_CODES else ""


def _general(error: RushesError) -> str:
    translate = QCoreApplication.translate
    if error.code in _NOT_HEARD:
        return translate(
            "Answers",
            "The service could not be reached. Nothing was changed; try again once the network is "
            "back.",
        )
    if error.code in _NOT_NOW:
        return translate(
            "Answers",
            "The service does not answer as it should just now. Nothing was changed; "
            "try again in a moment.",
        )
    if error.code in _TOKEN_CODES:
        words = translated_words(words_for(error))
        return f"{words.happened} {words.todo}"
    words = translated_words(words_for(error))
    return words.sentence
