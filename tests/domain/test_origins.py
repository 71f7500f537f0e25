import pytest

from rushes.domain.origins import (
    DEFAULT_SERVICE_URL,
    AddressRefused,
    balance_origin,
    may_fetch,
    may_fetch_anyway,
    service_origin,
)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://model-api.runcomfy.net", "https://model-api.runcomfy.net"),
        (" https://proxy.example:8443/ ", "https://proxy.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_becomes_one_pinned_origin(text: str, origin: str) -> None:
    assert service_origin(text) == origin


@pytest.mark.parametrize(
    "text",
    [
        "",
        "model-api.runcomfy.net",
        "http://model-api.runcomfy.net",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1",
        "https://user:word@example.org",
        "https://example.org/path",
        "https://example.org?x=1",
        "https://example.org:port",
        "ftp://127.0.0.1",
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    with pytest.raises(AddressRefused):
        service_origin(text)


SERVICE = "https://proxy.example"
LOCAL = "http://127.0.0.1:9000"


@pytest.mark.parametrize(
    ("url", "service", "allowed"),
    [
        ("https://playgrounds-storage-public.runcomfy.net/a.mp4?sig=1", SERVICE, True),
        ("https://runcomfy.com/a.mp4", SERVICE, True),
        ("https://proxy.example/a.mp4", SERVICE, True),
        ("http://playgrounds-storage-public.runcomfy.net/a.mp4", SERVICE, False),
        ("https://evilruncomfy.net/a.mp4", SERVICE, False),
        ("https://runcomfy.net.evil.example/a.mp4", SERVICE, False),
        ("https://user@runcomfy.net/a.mp4", SERVICE, False),
        ("https://other.example/a.mp4", SERVICE, False),
        ("file:///etc/passwd", SERVICE, False),
        ("http://127.0.0.1:9001/a.mp4", LOCAL, True),
        ("http://127.0.0.1:9001/a.mp4", SERVICE, False),
        ("http://10.0.0.1/a.mp4", LOCAL, False),
        ("https://[broken", SERVICE, False),
    ],
)
def test_media_come_from_the_service_alone(url: str, service: str, allowed: bool) -> None:
    assert may_fetch(url, service) is allowed


def test_the_balance_of_the_real_service_has_a_host_of_its_own() -> None:
    assert balance_origin(DEFAULT_SERVICE_URL) == "https://api.runcomfy.net"
    assert balance_origin(LOCAL) == LOCAL


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://cdn.elsewhere.example/a.mp4", True),
        ("https://8.8.8.8/a.mp4", True),
        ("https://elsewhere.example:8443/a.mp4", True),
        ("http://cdn.elsewhere.example/a.mp4", False),
        ("https://user:word@elsewhere.example/a.mp4", False),
        ("https://localhost/a.mp4", False),
        ("https://nas/a.mp4", False),
        ("https://printer.local./a.mp4", False),
        ("https://10.0.0.1/a.mp4", False),
        ("https://169.254.169.254/latest", False),
        ("https://[::1]/a.mp4", False),
        ("https://[::ffff:127.0.0.1]/a.mp4", False),
        ("https://127.1/a.mp4", False),
        ("https://2130706433/a.mp4", False),
        ("https://elsewhere..example/a.mp4", False),
        ("https:///a.mp4", False),
    ],
)
def test_a_persons_word_leads_to_public_hosts_alone(url: str, may: bool) -> None:
    assert may_fetch_anyway(url) is may
