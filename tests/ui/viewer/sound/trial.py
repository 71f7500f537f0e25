"""Sound heard through a real sound server: `python -m tests.ui.viewer.sound.trial`.

Starts a PulseAudio server of its own (Debian: pulseaudio, pulseaudio-utils) without any hardware,
plays clips into it and records what it plays. Tells how far clicks are from the pictures that they
belong to, whether a loop's seam has a gap, and what happens when the device changes and when the
server dies. Exit code 1 when something is not as it should be.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
FRAMES = 24
CLICK_FRAME = 9
TOLERANCE_SECONDS = 0.045
LOUD = 0.05
_CHUNK_BYTES = 480 * 4


def main(arguments: list[str] | None = None) -> int:
    """Try all; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0, help="length of each recording")
    seconds = parser.parse_args(arguments).seconds
    lacking = [name for name in ("pulseaudio", "pactl", "parec") if not shutil.which(name)]
    if lacking:
        print("not installed:", ", ".join(lacking))
        return 2
    place = tempfile.TemporaryDirectory(prefix="sound-trial-")
    with place as folder, server(Path(folder)) as pulse:
        return Trial(Path(folder), seconds, pulse).run()


@contextmanager
def server(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A sound server whose only device, ``first``, is heard by nobody."""
    os.environ |= {"XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    os.environ.pop("PULSE_SERVER", None)
    folder.chmod(0o700)
    modules = ["module-native-protocol-unix", null_sink("first")]
    command = ["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "--log-level=error"]
    for module in modules:
        command += ["-L", module]
    pulse = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: subprocess.run(["pactl", "info"], capture_output=True).returncode == 0)
        yield pulse
    finally:
        pulse.terminate()
        pulse.wait(10)


def null_sink(name: str) -> str:
    """Without rewinding it renders 50 ms at a time, like a usual device, and not 2 s."""
    return f"module-null-sink sink_name={name} norewinds=1 rate={RATE}"


def pactl(*words: str) -> str:
    """Have the server do something."""
    return subprocess.run(["pactl", *words], check=True, capture_output=True, text=True).stdout


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something holds; raises TimeoutError."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


class Recording:
    """What a device plays, with the time of each sample."""

    def __init__(self, device: str) -> None:
        words = ["--raw", "--format=s16le", f"--rate={RATE}", "--channels=2", "--latency-msec=5"]
        self._process = subprocess.Popen(
            ["parec", *words, f"--device={device}.monitor"], stdout=subprocess.PIPE
        )
        self._pieces: list[bytes] = []
        self._came: list[tuple[int, float]] = []
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        wait_for(lambda: len(self._came) > 20)

    def _read(self) -> None:
        count = 0
        assert self._process.stdout is not None
        while piece := self._process.stdout.read(_CHUNK_BYTES):
            count += len(piece) // 4
            self._pieces.append(piece)
            self._came.append((count, time.monotonic()))

    def end(self) -> tuple[NDArray[np.float64], float]:
        """The left channel, and when its first sample was played."""
        self._process.terminate()
        self._process.wait(10)
        self._thread.join()
        samples = np.frombuffer(b"".join(self._pieces), np.int16)[::2] / 32768
        # At the beginning the server still plays further ahead.
        steady = self._came[len(self._came) // 3 :]
        return samples, median(came - count / RATE for count, came in steady)


class Trial:
    """One real playback with its sound, and the checks."""

    def __init__(self, folder: Path, seconds: float, pulse: "subprocess.Popen[bytes]") -> None:
        from PySide6.QtWidgets import QApplication

        from rushes.ui.viewer.playback import Playback
        from rushes.ui.viewer.sound.clip_sound import ClipSound

        self._application = QApplication(["trial", "-platform", "offscreen"])
        self._folder = folder
        self._seconds = seconds
        self._pulse = pulse
        self.playback = Playback()
        self.sound = ClipSound(self.playback)
        self.told: list[str] = []
        self.sound.told.connect(self.told.append)
        self._failures = 0

    def run(self) -> int:
        """Do all; returns the exit code."""
        for check in (
            self.clicks_are_heard_with_their_pictures,
            self.clicks_are_heard_backwards,
            self.a_seam_has_no_gap,
            self.another_device_is_taken,
            self.the_server_dies,
        ):
            check()
            self.playback.pause()
        self.sound.close()
        return 1 if self._failures else 0

    def told_whether(self, good: bool, words: str) -> None:
        """Print a result."""
        self._failures += not good
        print("ok  " if good else "FAIL", words, flush=True)

    def pass_time(self, seconds: float) -> None:
        """Let the event loop run."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(round(seconds * 1000), self._application.quit)
        self._application.exec()

    def open(self, wave: NDArray[np.float32]) -> None:
        """Have a clip with this sound, ready to play."""
        from rushes.media.frame_times import FrameTimes
        from rushes.ui.viewer.sound.state import SoundState
        from tests.media.sounding_clips import write_sounding_clip

        path = write_sounding_clip(self._folder / "clip.mov", wave, codec="pcm_s16le")
        self.playback.load(FrameTimes.constant(FRAMES, Fraction(24)))
        self.sound.open(path)
        for _ in range(200):
            if self.sound.state is SoundState.READY:
                return
            self.pass_time(0.02)
        raise TimeoutError(self.sound.state)

    def record(self, device: str, speed: float = 1.0) -> tuple[NDArray[np.float64], float]:
        """Play for a while; gives what was heard and when it began."""
        recording = Recording(device)
        self.playback.play(speed)
        self.pass_time(self._seconds)
        self.playback.pause()
        self.pass_time(0.2)
        return recording.end()

    def clicks_are_heard_with_their_pictures(self, speed: float = 1.0) -> None:
        """The click of a frame, each time that the loop comes round."""
        from tests.media.sounding_clips import clicks

        self.open(clicks([CLICK_FRAME / 24 + 0.02], FRAMES / 24))
        shown: list[float] = []

        def on_moved(reading: object) -> None:
            if self.playback.due == CLICK_FRAME:
                shown.append(time.monotonic())

        self.playback.moved.connect(on_moved)
        samples, begin = self.record("first", speed)
        self.playback.moved.disconnect(on_moved)
        loud = np.flatnonzero(np.abs(samples) > LOUD)
        starts = loud[np.insert(np.diff(loud) > RATE // 10, 0, True)] if len(loud) else loud
        heard = [begin + at / RATE for at in starts]
        # The click lies 20 ms behind the frame's beginning, in the middle of its time.
        expected = [moment + 0.02 / abs(speed) for moment in shown]
        late = [min((h - e for h in heard), key=abs, default=9.0) for e in expected]
        told = ", ".join(f"{1000 * each:+.0f}" for each in late)
        good = len(late) > 2 and max(map(abs, late)) <= TOLERANCE_SECONDS
        name = f"clicks at speed {speed:g}: {len(heard)} heard, {len(shown)} shown"
        self.told_whether(good, f"{name}; late by (ms) {told}; median {1000 * median(late):+.0f}")

    def clicks_are_heard_backwards(self) -> None:
        """The same with the time running backwards."""
        self.clicks_are_heard_with_their_pictures(-1.0)

    def a_seam_has_no_gap(self) -> None:
        """A tone of whole cycles sounds on across the seam.

        Where the machine is busy the sound falls silent anywhere; a seam's own gap would be at
        every one of them.
        """
        at = np.arange(RATE, dtype=np.float32) / RATE
        tone = 0.5 * np.sin(2 * np.pi * 240 * at)
        self.open(np.stack([tone, tone]))
        seams: list[float] = []

        def on_moved(reading: object) -> None:
            if self.playback.due == 0:
                seams.append(time.monotonic())

        self.playback.moved.connect(on_moved)
        samples, begin = self.record("first")
        self.playback.moved.disconnect(on_moved)
        loud = np.flatnonzero(np.abs(samples) > LOUD)
        starts = np.flatnonzero(np.diff(loud) > RATE * 0.002)
        gaps = [(begin + loud[each] / RATE, np.diff(loud)[each] / RATE) for each in starts]
        steep = 3 * 0.5 * 2 * np.pi * 240 / RATE
        jumps = [begin + each / RATE for each in np.flatnonzero(np.abs(np.diff(samples)) > steep)]
        faults = [moment for moment, _ in gaps] + jumps
        # The very first is where the playhead stood before it played.
        later = [seam for seam in seams if seam > begin + loud[0] / RATE + 0.5]
        touched = sum(
            any(abs(fault - seam) < TOLERANCE_SECONDS for fault in faults) for seam in later
        )
        longest = max((length for _, length in gaps), default=0.0)
        words = f"{len(later)} seams of a tone, {touched} with a gap or a click; anywhere "
        words += f"{len(gaps)} gaps, the longest {1000 * longest:.0f} ms"
        self.told_whether(len(later) > 1 and touched <= len(later) // 3, words)

    def another_device_is_taken(self) -> None:
        """The default device changes while it plays."""
        pactl("load-module", *null_sink("second").split())
        recording = Recording("second")
        self.playback.play()
        self.pass_time(0.5)
        pactl("set-default-sink", "second")
        self.pass_time(1.5)
        self.playback.pause()
        samples, _ = recording.end()
        share = (np.abs(samples[-RATE:]) > LOUD).mean()
        self.told_whether(bool(share > 0.5), f"goes on on another default device ({share:.0%})")

    def the_server_dies(self) -> None:
        """No device any more: it plays on silently, and says so."""
        from rushes.ui.viewer.sound.state import SoundState

        self.playback.play()
        self.pass_time(0.3)
        self._pulse.kill()
        self.pass_time(1.5)
        good = self.playback.is_playing and self.sound.state is SoundState.NO_DEVICE
        self.told_whether(good and len(self.told) == 1, f"the server dies: {self.told}")


if __name__ == "__main__":
    sys.exit(main())
