"""Pictures of one file in order of showing, decoded from a key frame on."""

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.domain.errors import MediaUnreadable
from rushes.media.decode_limits import DecodeLimits
from rushes.media.frame_index import Entry, FrameIndex, packet_time, read_frame_index
from rushes.media.opening import OpenedMedia, media_errors

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_MAX_BROKEN_PACKETS = 250
"""Damaged packets in a row after which a file is given up."""


class PictureReader:
    """Leads a demuxer to key frames and a decoder on from there. Belongs to one thread.

    Attributes:
        media: the file.
        index: its frames.
        keep_from: nobody asks for the pictures of frames before this one.
    """

    def __init__(self, path: Path, limits: DecodeLimits) -> None:
        """Open *path* and list its frames; raises MediaError."""
        self._path = path
        self._limits = limits
        self._is_released = False
        self._is_skipping: bool | None = None
        self.keep_from = 0
        self._file_times = _file_times(path)
        self.media = OpenedMedia(path, limits)
        try:
            self.index: FrameIndex = read_frame_index(self.media, limits)
        except BaseException:
            self.media.close()
            raise

    @property
    def stream(self) -> "VideoStream":
        """The stream of pictures; raises MediaUnreadable once the file is closed."""
        stream = self.media.pictures
        if stream is None:
            raise MediaUnreadable(f"{self._path.name}: it was closed, and cannot be opened again")
        return stream

    def wake(self) -> None:
        """The decoder works from now on."""
        if self._is_released:
            self._open_again()
        self.media.wake()

    def release(self) -> None:
        """Give the file free, and the decoder's memory back, until the next `pictures_from`."""
        self._is_released = True
        self.media.close()

    def close(self) -> None:
        """Close the file for good; safe to call twice."""
        self._is_released = False
        self.media.close()

    def pictures_from(self, entry: Entry) -> "Iterator[tuple[int, VideoFrame]]":
        """Every picture with the index of its frame, from the key frame *entry* on.

        In order of showing. What is begun here ends what was begun before. Raises MediaError, now
        and from the iterator.
        """
        self.wake()
        with media_errors(self._path):
            packets = self._packets_from(entry)
        return self._pictures(packets, entry)

    def _packets_from(self, target: Entry) -> "Iterator[Packet[VideoStream]]":
        """The packets from the key frame *target* on, however the demuxer can be led there."""
        import av

        for seek_to in (target.seek_to, target.pts, None):
            try:
                if seek_to is None:
                    # Some formats cannot be sought in.
                    self._open_again()
                else:
                    self.media.container.seek(seek_to, stream=self.stream, backward=True)
            except av.FFmpegError:
                continue
            packets = self.media.container.demux(self.stream)
            for packet in packets:
                # The packet without a size is the one that flushes the decoder at the end.
                if packet.size and packet_time(packet) == target.pts:
                    return chain((packet,), packets)
        raise MediaUnreadable(f"{self._path.name}: frame {target.index + 1} cannot be found")

    def _open_again(self) -> None:
        from av.stream import Discard

        self.media.close()
        file_times = _file_times(self._path)
        media = OpenedMedia(self._path, self._limits)
        try:
            self._check_unchanged(media, file_times)
        except BaseException:
            media.close()
            raise
        self.media, self._file_times, self._is_released = media, file_times, False
        self._is_skipping = None
        for other in media.container.streams:
            if other.index != self.stream.index:
                other.discard = Discard.all

    def _check_unchanged(self, media: OpenedMedia, file_times: tuple[int, int]) -> None:
        """A file that was written to must still hold the same frames, as when it got settings."""
        if file_times == self._file_times:
            return
        if read_frame_index(media, self._limits) != self.index:
            raise MediaUnreadable(f"{self._path.name}: it was changed since it was opened")

    def _pictures(
        self, packets: "Iterator[Packet[VideoStream]]", entry: Entry
    ) -> "Iterator[tuple[int, VideoFrame]]":
        import av

        last, broken, heard = entry.index - 1, 0, time.monotonic()
        while True:
            with media_errors(self._path):
                packet = next(packets, None)
            if packet is None:
                return
            self._skip_if_possible(packet)
            pictures: list[VideoFrame] = []
            try:
                pictures = packet.decode()
                broken = 0
            except (av.InvalidDataError, av.PatchWelcomeError) as error:
                broken += 1
                if broken > _MAX_BROKEN_PACKETS:
                    raise MediaUnreadable(f"{self._path.name}: {error}") from error
            except av.FFmpegError as error:
                raise MediaUnreadable(f"{self._path.name}: {error}") from error
            if not pictures and time.monotonic() - heard > self._limits.max_seconds_of_silence:
                raise MediaUnreadable(f"{self._path.name}: no picture in all that time")
            for picture in pictures:
                index = self._index_of(picture, last)
                if index is not None and index > last:
                    last = index
                    yield index, picture
            if pictures:
                heard = time.monotonic()

    def _index_of(self, picture: "VideoFrame", last: int) -> int | None:
        frames = len(self.index.pts)
        time_shown = picture.pts if picture.pts is not None else picture.dts
        if time_shown is None:
            return last + 1 if last + 1 < frames else None
        index = self.index.index_of(time_shown)
        # Several frames may share a time; they come in order.
        if index is not None and index <= last < frames - 1:
            return last + 1 if self.index.pts[last + 1] == time_shown else None
        return index

    def _skip_if_possible(self, packet: "Packet[VideoStream]") -> None:
        """Let the decoder leave out a picture that nobody asked for and none refers to.

        Only H.264 says so for each picture without exception (nal_ref_idc, ITU-T H.264, 7.4.1).
        """
        context = self.stream.codec_context
        if context.name != "h264":
            return
        unwanted = self.keep_from < len(self.index.pts) and (
            packet.pts is not None and packet.pts < self.index.pts[self.keep_from]
        )
        if unwanted != self._is_skipping:
            context.skip_frame = "NONREF" if unwanted else "DEFAULT"
            self._is_skipping = unwanted


def _file_times(path: Path) -> tuple[int, int]:
    """Size and time of the last change, or zeros where there is no file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_size, found.st_mtime_ns
