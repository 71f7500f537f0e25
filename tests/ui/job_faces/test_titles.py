from rushes.ui.job_faces.titles import job_title
from tests.ui.job_faces.jobs import make_job


def test_a_shot_of_one_take_is_named_alone() -> None:
    title = job_title(make_job("A log cabin, snow", take=1), has_siblings=False)
    assert (title.name, title.take, title.text) == ("Log cabin", "", "Log cabin")


def test_the_take_is_named_where_the_shot_has_several() -> None:
    assert job_title(make_job("Cabin", take=1), has_siblings=True).text == "Cabin, take 1"
    title = job_title(make_job("Cabin", take=3), has_siblings=False)
    assert (title.name, title.take) == ("Cabin", ", take 3")


def test_a_job_without_words_still_has_a_name() -> None:
    assert job_title(make_job("  "), has_siblings=False).name
