import pytest

from rushes.ui.answers.pasted_id import request_id_in

ID = "0b9f6c1e-7a52-4a7f-9f0a-3c1d2e4f5a6b"


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f"  {ID}\n",
        f"“{ID}”",
        f"`{ID}`",
        f"https://model-api.runcomfy.net/v1/requests/{ID}",
        f"https://model-api.runcomfy.net/v1/requests/{ID}/status",
        f"https://model-api.runcomfy.net/v1/requests/{ID}/result?include_cost=true",
        f"https://www.runcomfy.com/models/wan?request_id={ID}&tab=1",
        f"https://proxy.example.org/runcomfy/v1/requests/{ID}/",
    ],
)
def test_an_id_or_an_address_that_names_one_is_understood(text: str) -> None:
    assert request_id_in(text) == ID


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "two words",
        "a/b",
        "../../etc",
        "x" * 129,
        "https://www.runcomfy.com",
        "https://www.runcomfy.com/requests/",
        "https://www.runcomfy.com/requests/a%2Fb",
        "https://[::1/requests/abc",
        "javascript://requests/abc",
        "file:///v1/requests/abc",
        "https://host/?" + "&".join(f"a{number}=1" for number in range(60)),
        "https://host/requests/" + "y" * 3_000,
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert request_id_in(text) is None
