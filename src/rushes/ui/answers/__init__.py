"""Answers: the pages in the Viewer's place for jobs that wait for a person's word.

`page_choice.page_of` tells which page a job has, `panel.AnswersPanel` shows it, and
`wishes.AnswerWishes` holds the signals of what a person answers. Texts are translated in the
context ``Answers``.
"""
