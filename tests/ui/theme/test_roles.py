"""Contrast of the colour roles, computed as WCAG does, against what the look promises."""

import pytest

from rushes.ui.theme.roles import (
    Accent,
    Role,
    Scheme,
    contrast_ratio,
    contrast_table,
    role_table,
)

DARK, LIGHT, HIGH = Scheme.DARK, Scheme.LIGHT, Scheme.HIGH_CONTRAST
R = Role
ALL = (R.WELL, R.BED, R.SURROUND, R.PANEL, R.RAISED, R.HOVER, R.PRESS, R.POPUP)
NOT_ON_SURROUND = tuple(role for role in ALL if role is not R.SURROUND)
FAINT_ON = (R.WELL, R.BED, R.PANEL, R.RAISED, R.POPUP, R.HOVER)
LABELS = (R.LABEL_6, R.LABEL_7, R.LABEL_8, R.LABEL_9)

# Ink, surfaces, and the lowest contrast in each scheme.
PAIRS = [
    ((R.STRONG,), ALL, {DARK: 9.5, LIGHT: 11.7, HIGH: 10.9}),
    ((R.TEXT,), ALL, {DARK: 7.4, LIGHT: 8.7, HIGH: 10.9}),
    ((R.MUTED,), ALL, {DARK: 5.0, LIGHT: 4.9, HIGH: 8.9}),
    ((R.FAINT,), FAINT_ON, {DARK: 4.7, LIGHT: 5.0, HIGH: 10.7}),
    ((R.ACCENT,), NOT_ON_SURROUND, {DARK: 4.7, LIGHT: 4.8, HIGH: 5.7}),
    ((R.OK,), NOT_ON_SURROUND, {DARK: 4.8, LIGHT: 4.7, HIGH: 5.7}),
    ((R.WARN,), NOT_ON_SURROUND, {DARK: 5.7, LIGHT: 5.0, HIGH: 5.7}),
    ((R.BAD,), NOT_ON_SURROUND, {DARK: 4.7, LIGHT: 4.8, HIGH: 5.7}),
    ((R.ON_FILL,), (R.FILL,), {DARK: 5.2, LIGHT: 5.6, HIGH: 10.2}),
    ((R.ON_FILL,), (R.FILL_HOVER,), {DARK: 4.8, LIGHT: 6.85, HIGH: 10.2}),
    ((R.ON_FILL,), (R.FILL_PRESS,), {DARK: 6.6, LIGHT: 8.4, HIGH: 10.2}),
    ((R.FILL,), (R.WELL, R.PANEL, R.POPUP), {DARK: 3.0, LIGHT: 4.9, HIGH: 12.4}),
    ((R.RIM,), (R.WELL, R.PANEL), {DARK: 3.3, LIGHT: 3.1, HIGH: 14.2}),
    ((R.MARK,), (R.WELL, R.PANEL, R.RAISED, R.HOVER), {DARK: 3.1, LIGHT: 3.6, HIGH: 14.2}),
    ((R.ACCENT,), (R.GAP, R.SURROUND, R.PANEL), {DARK: 7.5, LIGHT: 3.7, HIGH: 12.4}),
    ((R.ON_LABEL,), LABELS, {DARK: 6.6, LIGHT: 5.2, HIGH: 10.3}),
    ((R.OFF,), (R.WELL, R.PANEL), {DARK: 3.9, LIGHT: 3.2, HIGH: 8.6}),
]


def lowest(table: dict[Role, str], inks: tuple[Role, ...], surfaces: tuple[Role, ...]) -> float:
    return min(contrast_ratio(table[ink], table[ground]) for ink in inks for ground in surfaces)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("inks", "surfaces", "least"), PAIRS)
def test_every_pair_reaches_its_contrast(
    scheme: Scheme, inks: tuple[Role, ...], surfaces: tuple[Role, ...], least: dict[Scheme, float]
) -> None:
    found = lowest(role_table(scheme), inks, surfaces)
    # The promises are rounded to one digit.
    assert found >= least[scheme] - 0.05, (inks, scheme, round(found, 2))


@pytest.mark.parametrize("scheme", [DARK, LIGHT])
@pytest.mark.parametrize("accent", list(Accent))
def test_other_accents_are_as_readable(scheme: Scheme, accent: Accent) -> None:
    table = role_table(scheme, accent)
    assert lowest(table, (R.ACCENT,), NOT_ON_SURROUND) >= 4.5
    assert lowest(table, (R.ON_FILL,), (R.FILL, R.FILL_HOVER, R.FILL_PRESS)) >= 4.5
    assert lowest(table, (R.FILL,), (R.WELL, R.PANEL, R.POPUP)) >= 2.85
    assert lowest(table, (R.ACCENT,), (R.GAP, R.SURROUND, R.PANEL)) >= 3.0


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_role_has_a_colour_and_greys_are_neutral(scheme: Scheme) -> None:
    table = role_table(scheme)
    assert set(table) == set(Role)
    coloured = {R.ACCENT, R.FILL, R.FILL_HOVER, R.FILL_PRESS, R.OK, R.WARN, R.BAD, *LABELS}
    for role in set(Role) - coloured:
        digits = table[role][-6:]
        assert digits[0:2] == digits[2:4] == digits[4:6], role


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#777777") == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("window", "text", "chosen", "on_chosen", "link"),
    [
        ("#000000", "#FFFFFF", "#1AEBFF", "#000000", "#FFFF00"),
        ("#FFFFFF", "#000000", "#37006E", "#FFFFFF", "#00009F"),
    ],
)
def test_a_system_contrast_theme_is_taken_over(
    window: str, text: str, chosen: str, on_chosen: str, link: str
) -> None:
    table = contrast_table(window, text, chosen, on_chosen, link)
    assert set(table) == set(Role)
    assert (table[R.PANEL], table[R.TEXT]) == (window, text)
    assert (table[R.FILL], table[R.ON_FILL], table[R.ACCENT]) == (chosen, on_chosen, link)
    assert lowest(table, (R.TEXT, R.MUTED, R.FAINT), ALL) >= 7
    assert lowest(table, (R.OK, R.WARN, R.BAD), (R.PANEL, R.WELL)) >= 4.5
