"""Whether the desktop asks for less motion. Qt 6.11 tells contrast and colours, but not this."""

import sys

_SPI_GETCLIENTAREAANIMATION = 0x1042


def system_reduces_motion() -> bool:
    """Tell whether animations are switched off in the system.

    Only Windows can be asked without waiting for another process; elsewhere the answer is no,
    and the setting in Rushes decides.
    """
    if sys.platform == "win32":
        import ctypes

        enabled = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(enabled), 0
        )
        return not enabled.value
    return False
