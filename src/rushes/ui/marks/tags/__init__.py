"""Tags of takes: the chips that show them, and the popup in which they are given."""
