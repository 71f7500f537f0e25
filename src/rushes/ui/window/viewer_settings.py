"""What a person changes at the Viewer itself and finds again the next time."""

from collections.abc import Callable

from rushes.domain.settings import Settings
from rushes.ui.settings.live_look import put_look_in_force
from rushes.ui.theme.theme import Surround
from rushes.ui.viewer.panel import ViewerPanel


def keep_viewer_settings(viewer: ViewerPanel, change: Callable[..., Settings]) -> None:
    """Have the Viewer's surround and sound be kept; `change` changes settings by their names."""

    def change_surround(surround: Surround) -> None:
        put_look_in_force(change(surround=surround.value))

    viewer.surround_requested.connect(change_surround)
    viewer.sound.volume_changed.connect(lambda volume: change(volume=volume))
    viewer.sound.muted_changed.connect(lambda muted: change(muted=muted))
