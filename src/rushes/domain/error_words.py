"""The one table that turns errors into words: what happened, what was kept, what to do.

The English text here is also the key under which the window finds its translation
(context ``ErrorWords``).
"""

from dataclasses import dataclass

from rushes.domain.errors import RushesError
from rushes.domain.job import JobError


@dataclass(frozen=True, slots=True)
class Words:
    """What a person is told about an error.

    Attributes:
        happened: one sentence.
        kept: what is safe; may be empty.
        todo: what to do about it; may be empty.
    """

    happened: str
    kept: str = ""
    todo: str = ""

    @property
    def sentence(self) -> str:
        """All three in a row."""
        return " ".join(part for part in (self.happened, self.kept, self.todo) if part)


WORDS: dict[str, Words] = {
    "unexpected": Words(
        "Something went wrong inside Rushes.",
        "What is written down in your library is kept.",
        "Please report it, with the log.",
    ),
    "work_broken": Words(
        "Something went wrong inside Rushes, and a part of it was started again.",
        "What is written down in your library is kept, and nothing is sent twice.",
        "If it happens again, please report it, with the log.",
    ),
    "input_refused": Words(
        "Some inputs do not fit this model.", "Nothing was sent.", "Correct the marked fields."
    ),
    "catalogue_entry_unreadable": Words(
        "This model’s description cannot be read.", "Nothing was sent.", "Choose another model."
    ),
    "token_missing": Words(
        "There is no RunComfy token yet.",
        "Nothing was sent, and nothing is lost.",
        "Enter a token in Settings.",
    ),
    "keyring_unavailable": Words(
        "The system’s keyring does not answer.",
        "The token is used until Rushes is closed.",
        "Enter it again next time, or unlock the keyring and keep it once more.",
    ),
    "remote_id_refused": Words(
        "This is not a request id.",
        "Nothing was changed.",
        "Copy the id from the service’s page: letters, digits, hyphens and underscores.",
    ),
    "remote_id_taken": Words(
        "Another take of this library already follows this request id.",
        "Nothing was changed.",
        "Check which job the id belongs to.",
    ),
    "remote_id_unsettled": Words(
        "The same request is being sent just now, and this id may be its own.",
        "Nothing was changed.",
        "Try again in a moment.",
    ),
    "query_not_understood": Words(
        "This search is not understood.", "Nothing was changed.", "Correct what is marked in it."
    ),
    "at_another_service": Words(
        "This job is at another service than the one in Settings.",
        "It goes on there, and nothing of it is lost.",
        "Enter that service’s address in Settings to follow it.",
    ),
    "held": Words(
        "This library is an older copy, so this job may have been sent since.",
        "Nothing was sent from this copy.",
        "Say whether it should go out now.",
    ),
    "service_error": Words(
        "The service ended this job with an error.",
        "The prompt and its settings are kept.",
        "Make it again, or change the inputs.",
    ),
    "not_reachable": Words(
        "The service cannot be reached.",
        "Nothing was sent and nothing is lost.",
        "Rushes tries again by itself.",
    ),
    "connection_lost": Words(
        "The connection to the service broke.", "Nothing is lost.", "Rushes asks again by itself."
    ),
    "outcome_unknown": Words(
        "The service’s answer to this job was lost.",
        "It may be running and charged, or it may never have arrived.",
        "Rushes never sends a paid job twice by itself, so it waits for your word.",
    ),
    "too_many_calls": Words(
        "The service asks Rushes to slow down.", "Nothing is lost.", "Rushes waits and asks again."
    ),
    "service_down": Words(
        "The service has a problem of its own.", "Nothing is lost.", "Rushes asks again by itself."
    ),
    "reply_malformed": Words(
        "Rushes does not understand what the service answered.",
        "Nothing is lost.",
        "Rushes asks again by itself.",
    ),
    "refused": Words(
        "The service refused this job.", "Nothing was charged.", "See what it said under Details."
    ),
    "token_refused": Words(
        "The service does not accept the token.",
        "Your jobs are kept.",
        "Enter a valid token in Settings.",
    ),
    "balance_empty": Words(
        "There is no balance left on your RunComfy account.",
        "The job was not taken on.",
        "Add credit there, then make it again.",
    ),
    "not_allowed": Words(
        "The service says that this job belongs to another account.",
        "It is kept here.",
        "Check which token is in Settings.",
    ),
    "not_found": Words(
        "The service does not know this model.", "Nothing was charged.", "Choose another model."
    ),
    "request_gone": Words(
        "The service does not know this job any more.",
        "Its prompt and settings are kept.",
        "Ask the service once more, or make it again.",
    ),
    "inputs_refused_by_service": Words(
        "The service refused the inputs.",
        "Nothing was charged.",
        "See what it said under Details, and change them.",
    ),
    "result_not_ready": Words(
        "The result is not ready yet.", "Nothing is lost.", "Rushes asks again by itself."
    ),
    "result_empty": Words(
        "The service says that it finished, but gave no file.",
        "The prompt and its settings are kept.",
        "Ask the service once more, or make it again.",
    ),
    "job_failed": Words(
        "The service could not make this clip.",
        "The prompt and its settings are kept.",
        "Make it again, or change the inputs.",
    ),
    "download_failed": Words(
        "The clip could not be fetched.",
        "It is still at the service.",
        "Rushes tries again by itself.",
    ),
    "link_dead": Words(
        "The link to the clip died before it was fetched.",
        "The prompt and its settings are kept.",
        "Ask the service once more, or make it again with the same seed.",
    ),
    "host_not_trusted": Words(
        "The clip lies on a server that is not the service’s own.",
        "The link is kept.",
        "Say whether Rushes may fetch it from there.",
    ),
    "download_cut": Words(
        "The download broke off.", "What came so far is kept.", "Rushes goes on by itself."
    ),
    "file_too_large": Words(
        "The clip is larger than the limit in Settings.",
        "It is still at the service.",
        "Say whether Rushes may fetch it anyway.",
    ),
    "not_the_medium": Words(
        "What came is not a clip.",
        "The link is kept.",
        "Ask the service once more, or make it again.",
    ),
    "library_error": Words(
        "The library cannot be used just now.",
        "Nothing in it was changed.",
        "Check that its folder is there and can be written to.",
    ),
    "library_in_use": Words(
        "This library is open in another Rushes.",
        "Nothing was changed.",
        "Use that window, or close it first.",
    ),
    "library_too_new": Words(
        "This library was written by a newer Rushes.",
        "It was left exactly as it is.",
        "Update Rushes to open it.",
    ),
    "library_outdated": Words(
        "This library is open in an older Rushes.",
        "It was left exactly as it is.",
        "Close the older Rushes; this one then brings the library up to date, after a backup.",
    ),
    "library_damaged": Words(
        "The library’s database cannot be read.",
        "The damaged file is kept; the clips are untouched.",
        "Let Rushes rebuild it from receipts and clips.",
    ),
    "library_not_writable": Words(
        "The library cannot be written to here.",
        "Nothing was sent.",
        "Check the folder’s rights, or choose another library.",
    ),
    "library_away": Words(
        "The library’s folder is not there.",
        "Nothing in it is lost, and nothing is sent meanwhile.",
        "Connect its drive again; Rushes goes on by itself.",
    ),
    "media_away": Words(
        "The folder with the clips is not there.",
        "Takes, marks and settings are all here; no clip is lost.",
        "Connect its drive again, and the clips come back by themselves.",
    ),
    "disk_full": Words(
        "The disk is full.",
        "Nothing is lost: what is here stays, and clips wait at the service.",
        "Free some room; Rushes then goes on by itself.",
    ),
    "job_not_found": Words("There is no such job in this library.", "Nothing was changed."),
    "album_refused": Words("The album could not be changed.", "It is as it was."),
    "album_name_taken": Words(
        "Another album has this name.", "Nothing was changed.", "Choose another name."
    ),
    "album_name_empty": Words("An album needs a name.", "Nothing was changed.", "Enter one."),
    "album_not_found": Words("There is no such album any more.", "Nothing was changed."),
    "place_refused": Words("This folder cannot be used for it.", "Nothing was changed."),
    "no_library_there": Words(
        "There is no library in this folder.",
        "Nothing was changed.",
        "Choose the folder in which rushes.db lies, or make a new library.",
    ),
    "no_backup_there": Words(
        "There is no whole backup in this folder.",
        "Nothing was changed.",
        "Choose the folder that a backup was made in.",
    ),
    "place_taken": Words(
        "There is something else in this folder.",
        "Nothing was changed.",
        "Choose an empty folder, or make a new one.",
    ),
    "place_inside": Words(
        "This folder lies inside the library itself.",
        "Nothing was changed.",
        "Choose a folder outside of it.",
    ),
    "place_on_network": Words(
        "This folder lies on a network drive, where the library’s database could be damaged.",
        "Nothing was changed.",
        "Choose a drive of this computer. Clips alone may lie on a network drive.",
    ),
    "no_room_there": Words(
        "There is not enough room on that drive.",
        "Nothing was changed.",
        "Free some room there, or choose another drive.",
    ),
    "link_refused": Words(
        "The system does not let the library link to a folder in that place.",
        "Nothing was changed.",
        "Choose another drive, or turn on Developer Mode in the settings of Windows.",
    ),
    "copy_differs": Words(
        "A file reads back otherwise than it was written; the drive may be failing.",
        "Everything is still where it was.",
        "Choose another drive.",
    ),
    "work_stopped": Words("It was stopped.", "Everything is as it was."),
    "picture_not_saved": Words(
        "The picture could not be written.", "The clip is as it was.", "Try it once more."
    ),
    "folder_not_writable": Words(
        "The picture could not be written: its folder cannot be written in.",
        "The clip is as it was.",
        "Choose another folder for pictures in Settings.",
    ),
    "folder_full": Words(
        "The picture could not be written: its disk is full.",
        "The clip is as it was.",
        "Free some room, or choose another folder for pictures in Settings.",
    ),
    "media_error": Words("This file cannot be shown.", "It was left as it is."),
    "media_unreadable": Words(
        "This file is broken or of a kind that Rushes cannot read.", "It was left as it is."
    ),
    "media_missing": Words(
        "The file is not where it was.",
        "Its prompt and settings are kept.",
        "Connect its drive, or put the file back.",
    ),
    "media_changed": Words(
        "This file is not the one that came.",
        "It was left as it is.",
        "Fetch the clip again, or keep the file as it is now.",
    ),
    "media_too_large": Words(
        "This file is larger than Rushes may decode.",
        "It was left as it is.",
        "Look at it in another program.",
    ),
    "media_killed_decoder": Words(
        "Rushes stopped the last time while it was reading this file.",
        "The file is as it was.",
        "Open it anyway, ask the service for the result again, or look at it in another program.",
    ),
}


def words_for(error: RushesError | JobError | str) -> Words:
    """Return the words for an error or a code; the general ones for a code nobody knows."""
    code = error if isinstance(error, str) else error.code
    return WORDS.get(code, WORDS["unexpected"])


def job_error(error: RushesError) -> JobError:
    """Turn an error into what a job keeps of it: code, English sentence, raw detail."""
    return JobError(error.code, words_for(error).sentence, error.detail)
