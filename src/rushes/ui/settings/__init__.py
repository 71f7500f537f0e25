"""The settings: a dialog in which every change takes effect at once.

`SettingsPresenter` is what the window talks to; the dialog and its sections hold no engine.
"""
