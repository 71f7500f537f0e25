from rushes.domain.changed_inputs import MODEL, changed_inputs
from rushes.domain.request import GenerationRequest

BASE = {"prompt": "A cabin", "seed": 1, "fps": 16, "resolution": "480p"}


def changed(model: str = "a/b", **inputs: object) -> tuple[str, ...]:
    return changed_inputs(GenerationRequest("a/b", BASE), GenerationRequest(model, inputs))


def test_what_says_most_comes_first() -> None:
    assert changed(**BASE) == ()
    assert changed(**BASE | {"seed": 2}) == ("seed",)
    assert changed(**BASE | {"resolution": "720p", "seed": 2, "prompt": "A hut", "fps": 24}) == (
        "prompt", "seed", "fps", "resolution",
    )  # fmt: skip
    assert changed(model="a/c", **BASE | {"seed": 2}) == (MODEL, "seed")


def test_an_input_that_only_one_has_is_not_the_same() -> None:
    assert changed(**BASE | {"duration": None}) == ("duration",)
    assert changed(prompt="A cabin", seed=1, fps=16) == ("resolution",)
