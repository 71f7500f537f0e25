"""The application's one style sheet, from the template in `resources/style`.

The template names colour roles and sizes as `${rim}` or `${px28}`. It dresses Qt's own widgets
only: what the components paint by hand is left alone.
"""

from functools import cache
from string import Template

from rushes.domain.resources import resource_path
from rushes.ui.theme.theme import Theme

_LARGEST_SIZE = 40


@cache
def _template() -> Template:
    return Template(resource_path("style", "rushes.qss").read_text(encoding="utf-8"))


def make_style_sheet(theme: Theme) -> str:
    """The style sheet of a theme. Raises KeyError if the template names an unknown role."""
    names = {role.value: _css_color(value) for role, value in theme.role_values.items()}
    sizes = {f"px{size}": f"{theme.px(size)}px" for size in range(1, _LARGEST_SIZE + 1)}
    metrics = theme.metrics
    named = {"focus": f"{theme.focus_width}px", "row": f"{metrics.row}px"}
    return _template().substitute(names | sizes | named)


def _css_color(value: str) -> str:
    """A colour as style sheets write it: they take transparency as a number of its own."""
    if len(value) == len("#RRGGBB"):
        return value
    alpha, red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5, 7))
    return f"rgba({red}, {green}, {blue}, {alpha})"
