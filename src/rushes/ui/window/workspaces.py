"""The names of the workspaces, and of the panels that a person may have at the right."""

from enum import StrEnum

CREATE, REVIEW = "create", "review"
"""The workspaces; also their names in the state file."""


class SidePanel(StrEnum):
    """A panel that a person may have at the right; the values are its names in the state file."""

    HISTORY = "history"
    DETAILS = "details"
