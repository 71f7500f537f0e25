"""What the top bar tells of the network and of the account."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from rushes.domain.errors import NotReachable, RushesError, ServiceDown, TokenRefused
from rushes.domain.replies import Balance
from rushes.engine.events import Reach
from rushes.ui.theme.roles import Role
from rushes.ui.window.fact_chip import FactChip
from rushes.ui.window.top_bar import TopBar


@pytest.fixture
def bar(qtbot: QtBot, dark: None) -> TopBar:
    QLocale.setDefault(QLocale("en_GB"))
    made = TopBar(QMenuBar())
    qtbot.addWidget(made)
    made.resize(1280, 40)
    made.show()
    made.show_library("Northlight", "/home/northlight")
    return made


def told(bar: TopBar) -> list[str]:
    facts = [chip.text for chip in chips(bar)]
    return [bar.library.name, *facts] if bar.library.isVisible() else facts


def chips(bar: TopBar) -> list[FactChip]:
    found = [chip for chip in bar.findChildren(FactChip) if chip.isVisible()]
    return sorted(found, key=lambda chip: chip.x())


@pytest.mark.parametrize(
    ("reach", "error", "text", "role", "help_text"),
    [
        (Reach.ONLINE, None, "Online", Role.MUTED, "The service answers."),
        (Reach.OFFLINE, NotReachable(), "Offline", Role.WARN, "cannot be reached"),
        (Reach.OFFLINE, None, "Offline", Role.WARN, "cannot be reached"),
        (Reach.OFFLINE, ServiceDown(), "Service has a problem", Role.WARN, "problem"),
        (Reach.TOKEN_NEEDED, TokenRefused(), "Token needed", Role.WARN, "token"),
    ],
)
def test_the_network_is_told_with_its_words(
    bar: TopBar, reach: Reach, error: RushesError | None, text: str, role: Role, help_text: str
) -> None:
    assert told(bar) == ["Northlight"]
    bar.show_reach(reach, error)
    network = chips(bar)[-1]
    assert (network.text, network.role) == (text, role)
    assert help_text in network.accessibleDescription()
    assert network.toolTip()


def test_the_balance_is_told_by_locale_and_only_while_it_is_known(
    bar: TopBar, qtbot: QtBot
) -> None:
    bar.show_reach(Reach.ONLINE)
    bar.show_balance(Balance(Decimal("1041.2")))
    qtbot.waitUntil(lambda: told(bar) == ["Northlight", "Online", "$ 1,041.20 left"])
    QLocale.setDefault(QLocale("it_IT"))
    bar.show_balance(Balance(Decimal("41.2")))
    assert told(bar)[-1] == "$ 41,20 left"
    bar.show_reach(Reach.OFFLINE, NotReachable())
    assert told(bar) == ["Northlight", "Offline"]
    bar.show_reach(Reach.ONLINE)
    assert told(bar) == ["Northlight", "Online"]


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("0", "USD", "Balance $ 0.00"),
        ("-1.5", "USD", "Balance −$ 1.50"),
        ("-2", "EUR", "Balance −EUR 2.00"),
    ],
)
def test_an_account_with_nothing_left_is_told_as_such(
    bar: TopBar, amount: str, currency: str, text: str
) -> None:
    bar.show_reach(Reach.ONLINE)
    bar.show_balance(Balance(Decimal(amount), currency))
    balance = chips(bar)[-1]
    assert (balance.text, balance.role) == (text, Role.WARN)
    assert "new jobs are refused" in balance.accessibleDescription()


def test_in_a_narrow_window_the_library_gives_way_and_then_the_balance(bar: TopBar) -> None:
    bar.show_reach(Reach.ONLINE)
    bar.show_balance(Balance(Decimal(5)))
    bar.resize(1150, 40)
    assert told(bar) == ["Online", "$ 5.00 left"]
    bar.resize(1000, 40)
    assert told(bar) == ["Online"]
    bar.resize(1280, 40)
    assert told(bar) == ["Northlight", "Online", "$ 5.00 left"]
