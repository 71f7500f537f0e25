"""A fetcher, and a server that answers its calls for results and media with scripted bytes."""

import asyncio
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.events import DownloadProgressed
from rushes.engine.fetcher import Fetcher
from rushes.engine.stopping import Stop
from rushes.library.library import Library
from tests.api.scripted_server import Answer, Request, ScriptedServer, reply

LIMIT = 30.0
REMOTE = "11111111-1111-4111-8111-111111111111"
RESULT = f"/v1/requests/{REMOTE}/result"


@dataclass
class MediaHouse:
    """A fetcher, and the server that it calls for results and media alike."""

    library: Library
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    progress: list[DownloadProgressed] = field(default_factory=list)
    bugs: list[BaseException] = field(default_factory=list)

    async def start(self, largest: int = 10**9) -> None:
        self.server = ScriptedServer(self.answer)
        await self.server.start()
        self.service = ServiceClient(self.server.url, lambda: "token")
        self.download = MediaDownload(self.server.url, largest)
        self.stop = Stop()
        self.fetcher = Fetcher(
            self.library,
            self.service,
            self.download,
            self.progress.append,
            random.Random(1),
            lambda _, error: self.bugs.append(error),
        )

    async def finish(self) -> None:
        self.stop.set()
        await self.fetcher.finish(3.0)
        await self.service.close()
        await self.download.close()
        await self.server.stop()
        assert self.bugs == []

    async def answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        """The answers of a path in turn; the last one again and again."""
        path = request.target.partition("?")[0]
        answers = self.answers.get(path) or [reply("404 Not Found", b"{}")]
        await (answers.pop(0) if len(answers) > 1 else answers[0])(request, writer)

    def asked(self, path: str) -> list[Request]:
        return [each for each in self.server.requests if each.target.startswith(path)]

    async def job(self, *paths: str, **changes: object) -> Job:
        """Write down a finished job whose clips lie at these paths of the server."""
        job_id = new_job_id()
        urls = [path if ":" in path else self.server.url + path for path in paths]
        job = Job(
            job_id,
            job_id,
            1,
            GenerationRequest("maker/model/kind", {"prompt": "A cabin"}),
            JobState.FINISHED,
            time.time(),
            remote_id=REMOTE,
            clips=tuple(Clip(number, url) for number, url in enumerate(urls)),
        )
        (entry,) = await self.library.add([job])
        return entry.job

    def links(self, *paths: str) -> Answer:
        """A result that names these paths."""
        urls = ", ".join(f'"{self.server.url}{path}"' for path in paths)
        body = f'{{"status": "succeeded", "output": {{"videos": [{urls}]}}}}'
        return reply("200 OK", body.encode(), "Content-Type: application/json")

    async def settled(self, job: Job, *states: JobState) -> Job:
        return await self.until(job, lambda each: each.state in states)

    async def until(self, job: Job, wanted: Callable[[Job], bool]) -> Job:
        async with asyncio.timeout(LIMIT):
            while not wanted(now := (await self.library.job(job.id)).job):
                await asyncio.sleep(0.02)
            return now


def media(content: bytes, etag: str = '"one"') -> Answer:
    """Serve a file with ranges, as a storage house does."""

    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        found = re.fullmatch(r"bytes=(\d+)-", request.headers.get("range", ""))
        start = int(found.group(1)) if found and request.headers.get("if-range") == etag else 0
        headers = ["Content-Type: video/mp4", f"ETag: {etag}"]
        status = "200 OK"
        if start:
            status = "206 Partial Content"
            headers.append(f"Content-Range: bytes {start}-{len(content) - 1}/{len(content)}")
        await reply(status, content[start:], *headers)(request, writer)

    return answer


def cut(content: bytes, after: int, etag: str = '"one"') -> Answer:
    """Serve a file, and hang up after so many bytes of it."""
    whole = media(content, etag)

    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        class Short:
            def write(self, data: bytes) -> None:
                head, _, body = data.partition(b"\r\n\r\n")
                writer.write(head + b"\r\n\r\n" + body[:after])

        await whole(request, Short())  # type: ignore[arg-type]

    return answer
