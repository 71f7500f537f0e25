from rushes.ui.search.field_history import Change, FieldHistory, FieldState


def typed(history: FieldHistory, text: str) -> None:
    for end in range(len(history.now.rest) + 1, len(text) + 1):
        history.note(FieldState((), text[:end], end), Change.TYPED)


def test_a_word_is_one_step_and_comes_back() -> None:
    history = FieldHistory()
    typed(history, "night city")
    before = history.undo()
    assert before is not None
    assert before.text == "night "
    assert history.undo() == FieldState()
    assert history.undo() is None
    assert not history.can_undo
    again = history.redo()
    assert again is not None
    assert again.text == "night "
    typed(history, "night t")
    assert not history.can_redo


def test_what_is_deleted_at_a_stretch_is_one_step() -> None:
    history = FieldHistory()
    typed(history, "cabin")
    for end in (4, 3, 2):
        history.note(FieldState((), "cabin"[:end], end), Change.DELETED)
    before = history.undo()
    assert before is not None
    assert before.text == "cabin"


def test_typing_elsewhere_is_a_step_of_its_own() -> None:
    history = FieldHistory()
    typed(history, "cabin")
    history.note_cursor(0)
    history.note(FieldState((), "acabin", 1), Change.TYPED)
    before = history.undo()
    assert before is not None
    assert before.text == "cabin"
