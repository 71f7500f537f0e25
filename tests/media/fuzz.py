"""Damaged media for as long as wanted: ``python -m tests.media.fuzz SECONDS [SEED]``.

Every file ends in a picture or in a MediaError, soon, and in little memory. The files are looked
at in a child; when it dies, the decoder's watch names the file, which is kept to be looked at.
"""

import json
import logging
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from rushes.media import decoder_watch
from tests.media.clips import numbered_image, write_clip, write_sound, write_still
from tests.media.look import look_at, peak_bytes

LONGEST = 20.0
"""Seconds that one file may take, on a busy machine."""

MOST_BYTES = 1_200 * 1024**2
_FILES_OF_A_CHILD = 400

_SMALL = {"frames": 6, "width": 272, "height": 64}
_MP4 = {**_SMALL, "options": {"preset": "veryfast", "g": "3", "bf": "1"}}
_CODECS = {
    "h265.mp4": {"codec": "libx265", "options": {"x265-params": "log-level=none:keyint=3"}},
    "h265-10.mp4": {
        "codec": "libx265",
        "pixel_format": "yuv422p10le",
        "options": {"x265-params": "log-level=none"},
    },
    "vp9.webm": {"codec": "libvpx-vp9"},
    "vp8.webm": {"codec": "libvpx"},
    "av1.mp4": {"codec": "libsvtav1", "options": {"preset": "12"}},
    "av1.webm": {"codec": "libsvtav1", "options": {"preset": "12"}, "pixel_format": "yuv420p10le"},
    "prores.mov": {"codec": "prores_ks", "pixel_format": "yuv422p10le"},
    "mpeg4.mp4": {"codec": "mpeg4"},
    "ffv1.mkv": {"codec": "ffv1"},
    "gif.gif": {"codec": "gif", "pixel_format": "rgb8"},
}


def write_good_files(folder: Path) -> list[Path]:
    """A small whole file of each kind."""
    os.environ["SVT_LOG"] = "1"
    image = numbered_image(7, 272, 64)
    return [
        write_clip(folder / "plain.mp4", **_MP4, sound=True),
        write_clip(folder / "turned.mp4", **_SMALL, rotation=180, tags=(9, 2)),
        write_clip(
            folder / "fragments.mp4",
            **_MP4,
            container_options={"movflags": "frag_keyframe+empty_moov"},
        ),
        write_clip(folder / "fast.mp4", **_MP4, container_options={"movflags": "faststart"}),
        write_clip(folder / "plain.mkv", **_MP4),
        *(write_clip(folder / name, **{**_SMALL, **codec}) for name, codec in _CODECS.items()),
        write_still(folder / "rgb.png", image, "png", "rgb24"),
        write_still(folder / "ya.png", image, "png", "ya8"),
        write_still(folder / "still.jpg", image, "mjpeg", "yuvj420p"),
        write_still(folder / "lossy.webp", image, "libwebp", "yuva420p"),
        write_still(folder / "lossless.webp", image, "libwebp", "bgra"),
        write_sound(folder / "sound.wav", "pcm_s16le", 0.2),
        write_sound(folder / "sound.mp3", "libmp3lame", 0.2),
        write_sound(folder / "sound.flac", "flac", 0.2),
        write_sound(folder / "sound.ogg", "libopus", 0.2),
    ]


def damaged(chance: random.Random, data: bytes) -> bytes:
    """*data* with some harm done; names of boxes and chunks draw it to the numbers behind them."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12, 60))):
        at = _place(chance, broken)
        match chance.randrange(9):
            case 0:
                broken[at] ^= 1 << chance.randrange(8)
            case 1:
                broken[at] = chance.randrange(256)
            case 2:
                broken[at : at + 4] = chance.choice(_NUMBERS)
            case 3:
                broken[at : at + 2] = chance.choice(_NUMBERS)[2:]
            case 4:
                broken[at : at + 8] = bytes(4) + chance.choice(_NUMBERS)
            case 5:
                piece = broken[at : at + chance.randrange(1, 200)]
                broken[at:at] = piece * chance.randrange(1, 4)
            case 6:
                del broken[at : at + chance.randrange(1, 200)]
            case 7:
                other = _place(chance, broken)
                broken[at : at + 16] = broken[other : other + 16]
            case _:
                if chance.random() < 0.2:
                    del broken[max(at, 16) :]
        if len(broken) < 16:
            break
    return bytes(broken)


_NUMBERS = [
    number.to_bytes(4, "big")
    for number in (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x10000, 0x00FFFFFF, 0x05F5E100)
] + [b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\xf0"]


def _place(chance: random.Random, data: bytearray) -> int:
    end = max(len(data) - 1, 1)
    kind = chance.randrange(4)
    if kind == 0:
        return chance.randrange(end)
    if kind == 1:
        return chance.randrange(min(end, 400))
    if kind == 2:
        return max(0, end - chance.randrange(min(end, 1_500)))
    # Near a name of four letters.
    start = chance.randrange(end)
    for at in range(start, min(end, start + 4_000)):
        if data[at : at + 4].isalpha() and data[at : at + 4].islower():
            return min(end, max(0, at + chance.randrange(-4, 24)))
    return start


def look_for(seconds: float, seed: int, folder: Path) -> None:
    """The child's work: look at damaged files, and print a line of JSON for each."""
    logging.getLogger("libav").setLevel(logging.CRITICAL)
    decoder_watch.start_watching(folder / "state")
    chance = random.Random(seed)
    good = sorted((folder / "good").iterdir())
    end = time.monotonic() + seconds
    for number in range(_FILES_OF_A_CHILD):
        whole = chance.choice(good)
        path = folder / f"{seed}-{number}{whole.suffix}"
        path.write_bytes(damaged(chance, whole.read_bytes()))
        print(json.dumps({"path": str(path)}), flush=True)
        begun = time.monotonic()
        try:
            outcome = look_at(path)
        except BaseException:
            outcome = "fault: " + " | ".join(traceback.format_exc().strip().splitlines()[-3:])
        taken = time.monotonic() - begun
        if taken > LONGEST:
            outcome = f"fault: took {taken:.0f} s"
        if peak_bytes() > MOST_BYTES:
            outcome = f"fault: {peak_bytes() >> 20} MB"
        print(json.dumps({"outcome": outcome}), flush=True)
        if not outcome.startswith("fault"):
            path.unlink()
        if peak_bytes() > MOST_BYTES or time.monotonic() > end:
            return


class Fuzz:
    """Runs children until the time is over.

    Attributes:
        outcomes: how many files ended how.
        faults: what went wrong, with the file that is kept.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.outcomes: Counter[str] = Counter()
        self.faults: list[str] = []
        self._folder, self._seed = folder, seed
        (folder / "good").mkdir()
        write_good_files(folder / "good")

    def run(self, seconds: float) -> None:
        """Look at damaged files for so long, in one child after the other."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._run_child(left)
            self._seed += 1

    def _run_child(self, seconds: float) -> None:
        arguments = ["--child", str(seconds), str(self._seed), str(self._folder)]
        program = [sys.executable, "-m", "tests.media.fuzz", *arguments]
        try:
            done = subprocess.run(
                program,
                capture_output=True,
                text=True,
                check=False,
                timeout=seconds + 4 * LONGEST,
            )
            output, ending = done.stdout, f"{done.returncode}: {done.stderr[-400:]}"
        except subprocess.TimeoutExpired as error:
            output, ending = (error.stdout or b"").decode(), "no end"
        path = ""
        for line in output.splitlines():
            told = json.loads(line)
            path = told.get("path", path)
            if "outcome" in told:
                self._note(path, told["outcome"])
                path = ""
        if not ending.startswith("0:") or path:
            self._note(path, f"fault: the child ended with {ending}")

    def _note(self, path: str, outcome: str) -> None:
        self.outcomes["fault" if outcome.startswith("fault") else outcome] += 1
        if outcome.startswith("fault"):
            self.faults.append(f"{path}: {outcome}")


def main() -> int:
    """Fuzz for as long as the arguments say; the files of faults are left where they are named."""
    if sys.argv[1] == "--child":
        look_for(float(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
        return 0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 30)
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    fuzz = Fuzz(folder, seed)
    fuzz.run(float(sys.argv[1]))
    print(f"seed {seed}: {sum(fuzz.outcomes.values())} files, {dict(fuzz.outcomes)}")
    print("\n".join(fuzz.faults))
    if not fuzz.faults:
        shutil.rmtree(folder)
    return 1 if fuzz.faults else 0


if __name__ == "__main__":
    sys.exit(main())
