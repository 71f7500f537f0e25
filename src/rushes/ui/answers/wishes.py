"""What a person can answer, as signals."""

from PySide6.QtCore import QObject, Signal


class AnswerWishes(QObject):
    """The answers of all pages; each names the job by our own id.

    Signals:
        open_page_requested: look on the service's own page.
        adopt_requested: follow the service's request of this id (the second text).
        send_again_requested: send a job again whose outcome is unknown, knowing what it may cost.
        keep_requested: leave an unknown outcome for later.
        send_held_requested: send a held job after all.
        drop_held_requested: never send a held job.
        fetch_anyway_requested: fetch a clip that was not fetched unasked.
        ask_again_requested: ask the service for the result once more.
        locate_requested: have a person say where a missing file is now.
        show_anyway_requested: show a changed file as it is.
        use_all_requested: take all of a job's inputs over into Compose.
        take_requested: go to another job.
        settings_requested: open the settings.
    """

    open_page_requested = Signal(str)
    adopt_requested = Signal(str, str)
    send_again_requested = Signal(str)
    keep_requested = Signal(str)
    send_held_requested = Signal(str)
    drop_held_requested = Signal(str)
    fetch_anyway_requested = Signal(str)
    ask_again_requested = Signal(str)
    locate_requested = Signal(str)
    show_anyway_requested = Signal(str)
    use_all_requested = Signal(str)
    take_requested = Signal(str)
    settings_requested = Signal()
