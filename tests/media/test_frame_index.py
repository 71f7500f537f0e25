"""The list of frames holds what is shown, and nothing else."""

from pathlib import Path

import av
import pytest

from rushes.media.frame_index import is_hidden
from rushes.media.frame_source import FrameSource
from tests.media.clips import read_number, write_clip


def test_a_trimmed_clip_begins_where_its_edit_list_says(tmp_path: Path) -> None:
    """The packets before the cut are there to be decoded, and are not to be shown."""
    whole = write_clip(tmp_path / "whole.mp4", frames=30, options={"g": "30", "bf": "0"})
    trimmed = tmp_path / "trimmed.mp4"
    with av.open(str(whole)) as source, av.open(str(trimmed), "w") as target:
        stream = source.streams.video[0]
        copy = target.add_stream_from_template(stream)
        for packet in source.demux(stream):
            if packet.size:
                assert packet.pts is not None
                assert packet.dts is not None
                assert stream.time_base is not None
                shift = int(10 / 24 / stream.time_base)
                packet.pts -= shift
                packet.dts -= shift
                packet.stream = copy
                target.mux(packet)
    with FrameSource(trimmed) as source_:
        numbers = [read_number(source_.decode(i).planes()[0]) for i in range(len(source_))]
        assert numbers == list(range(11, 31))
        assert [read_number(source_.decode(i).planes()[0]) for i in (15, 2, 0)] == [26, 13, 11]


def test_a_vp8_frame_that_is_never_shown_is_no_frame(tmp_path: Path) -> None:
    options = {"deadline": "realtime", "cpu-used": "8"}
    path = write_clip(tmp_path / "clip.webm", codec="libvpx", frames=20, options=options)
    with av.open(str(path)) as container:
        packets = [bytes(packet) for packet in container.demux(video=0) if packet.size]
    data = path.read_bytes()
    at = data.index(packets[6])
    # The bit that says "show this frame" (RFC 6386, 9.1).
    assert data[at] & 0x10
    path.write_bytes(data[:at] + bytes([data[at] & ~0x10]) + data[at + 1 :])
    with FrameSource(path) as source:
        assert len(source) == 19
        numbers = [read_number(source.decode(i).planes()[0]) for i in range(19)]
        assert numbers == [1, 2, 3, 4, 5, 6, *range(8, 21)]


@pytest.mark.parametrize(
    ("first", "last", "hidden"),
    [
        # Bits: marker 10, profile 00, show existing, frame type, show frame.
        (0b10000010, 0, False),
        (0b10000000, 0, True),
        (0b10000110, 0, False),
        (0b10001000, 0, False),
        # Profile 3 has one bit more before them.
        (0b10110001, 0, False),
        (0b10110000, 0, True),
        # A superframe is told by its last byte.
        (0b10000000, 0b11000001, False),
    ],
)
def test_a_vp9_packet_tells_whether_it_is_shown(first: int, last: int, hidden: bool) -> None:
    assert is_hidden("vp9", av.Packet(bytes([first, 1, 2, last]))) is hidden
    assert not is_hidden("h264", av.Packet(bytes([first, 1, 2, last])))
