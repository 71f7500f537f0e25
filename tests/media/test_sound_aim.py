"""Sound stays in time with the pictures on a device with a clock of its own."""

import pytest

from rushes.media.sound_aim import SoundAim

RATE = 48_000
BEHIND = 0.02
BUFFER = 0.06


class Device:
    """A buffer that is emptied in pieces, by a clock that is a little off."""

    def __init__(self, drift: float, piece: float) -> None:
        self._drift, self._piece = drift, piece
        self._written = 0.0
        self._taken = 0.0
        self.now = 100.0
        self._begin = self.now

    @property
    def waiting(self) -> float:
        return max(0.0, self._written - self._taken)

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        due = (self.now - self._begin) * (1 + self._drift)
        self._taken = int(due / self._piece) * self._piece

    def fill(self) -> int:
        samples = round((BUFFER - self.waiting) * RATE)
        self._written = max(self._written, self._taken) + samples / RATE
        return samples


@pytest.mark.parametrize("drift", [0.0, 0.0005, -0.0005, 0.002, -0.002])
@pytest.mark.parametrize("piece", [0.001, 0.005, 0.01])
def test_a_drifting_device_is_followed(drift: float, piece: float) -> None:
    aim = SoundAim(RATE, BEHIND)
    device = Device(drift, piece)
    aim.begin(device.now)
    aim.wrote(device.fill())
    errors = []
    for step in range(6_000):
        device.pass_time(0.01)
        aim.look(device.now, device.waiting)
        aim.wrote(device.fill())
        if step > 500:
            errors.append(aim.error)
    # A piece more or less is all that can be seen of the device.
    assert max(map(abs, errors)) < 0.006 + piece


def test_a_device_in_time_is_left_alone() -> None:
    aim = SoundAim(RATE, BEHIND)
    device = Device(0.0, 0.001)
    aim.begin(device.now)
    aim.wrote(device.fill())
    for _ in range(500):
        device.pass_time(0.01)
        aim.look(device.now, device.waiting)
        assert aim.spacing == 1 / RATE
        aim.wrote(device.fill())


def test_far_off_it_jumps_and_an_empty_buffer_begins_anew() -> None:
    aim = SoundAim(RATE, BEHIND)
    aim.begin(10.0)
    for look in range(8):
        aim.look(10.0 + 0.01 * look, 0.01)
        aim.wrote(480)
    before = aim.at
    aim.look(12.0, 0.0)
    assert aim.at == pytest.approx(12.0 + BEHIND)
    assert aim.at > before
    for look in range(12):
        aim.look(12.1 + 0.01 * look, 0.03)
        aim.wrote(480)
    assert aim.at == pytest.approx(12.1 + 0.12 + 0.03 + BEHIND, abs=0.005)
