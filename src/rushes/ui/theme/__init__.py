"""How Rushes looks: colour roles, type, space, icons, palette and style sheet.

`theme.Theme` is the value that holds all of it, `theme.apply_theme` puts it in force, and
`theme.current_theme` is what a widget asks while it paints.
"""
