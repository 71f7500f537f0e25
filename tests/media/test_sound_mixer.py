"""Samples pass unchanged where nothing has to change them, and nothing clicks where it jumps."""

import numpy as np
import pytest

from rushes.media.sound import SOUND_RATE, SoundTrack
from rushes.media.sound_mixer import FADE_SECONDS, SoundMixer
from rushes.media.sound_path import Run, silence

FADE = round(FADE_SECONDS * SOUND_RATE)
STEP = 1 / SOUND_RATE


def sine(hertz: float, seconds: float = 1.0) -> SoundTrack:
    at = np.arange(round(seconds * SOUND_RATE)) / SOUND_RATE
    wave = np.rint(16_384 * np.sin(2 * np.pi * hertz * at)).astype(np.int16)
    return SoundTrack(np.stack([wave, wave], axis=1))


def mixer(track: SoundTrack) -> SoundMixer:
    made = SoundMixer(SOUND_RATE)
    made.track = track
    return made


def test_at_its_own_speed_samples_are_the_very_same() -> None:
    track = sine(440)
    made = mixer(track)
    first, second = made.mix([Run(1000, 0.1, STEP)]), made.mix([Run(500, 0.1 + 1000 * STEP, STEP)])
    heard = np.concatenate([first, second])[FADE:] * 32_768
    assert (heard == track.samples[4800 + FADE : 6300]).all()
    backwards = made.mix([Run(1000, 0.5, -STEP)])[FADE:] * 32_768
    assert (backwards == track.samples[24_000 - FADE : 23_000 : -1]).all()


@pytest.mark.parametrize("speed", [0.1, 0.5, 0.9, 1.1, -0.25])
def test_between_samples_lies_the_wave_itself(speed: float) -> None:
    heard = mixer(sine(440)).mix([Run(4000, 0.5, speed * STEP)])[FADE:, 0]
    at = 0.5 + speed * STEP * np.arange(FADE, 4000)
    assert heard == pytest.approx(0.5 * np.sin(2 * np.pi * 440 * at), abs=2e-4)


def test_what_cannot_be_heard_faster_does_not_fold_over() -> None:
    """18 kHz at four times the speed would be 72 kHz, and fold to 24 kHz and below."""
    loud = np.abs(mixer(sine(18_000)).mix([Run(4000, 0.1, 4 * STEP)])[FADE:]).max()
    kept = np.abs(mixer(sine(500)).mix([Run(4000, 0.1, 4 * STEP)])[FADE:]).max()
    assert loud < 0.2 < 0.45 < kept


def test_jumps_are_faded_whatever_lies_at_them() -> None:
    loud = SoundTrack(np.full((SOUND_RATE, 2), 30_000, np.int16))
    loud.samples[24_000:] = -30_000
    runs = [
        silence(500),
        Run(500, 0.1, STEP),
        Run(500, 0.8, STEP),
        Run(500, 0.2, 2 * STEP),
        Run(500, 1 - 100 * STEP, STEP),
        silence(500),
    ]
    heard = mixer(loud).mix(runs)[:, 0]
    # The end of the track itself is a step, where its sound is one.
    own_end = 2000 + 100
    steps = np.delete(np.abs(np.diff(heard)), own_end - 1)
    assert steps.max() < 2 * 0.92 / FADE
    assert np.abs(heard).max() < 0.93


def test_no_track_is_silence() -> None:
    assert not SoundMixer(SOUND_RATE).mix([Run(100, 0.0, STEP)]).any()
    assert SoundMixer(SOUND_RATE).mix([]).shape == (0, 2)
