"""Ways in which a token could leave its origin or stay behind on the disk, one after the other."""

import asyncio
import dataclasses
import json
import logging
import os
from base64 import b64encode
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.errors import RushesError
from rushes.domain.model_spec import is_model_id
from rushes.domain.request import GenerationRequest
from rushes.domain.states import ACTIVE_STATES, JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.library.library import Library
from tests.api.scripted_server import Request, ScriptedServer
from tests.engine.tiny_model import SPEC
from tests.faults.canary import Canary

REQUEST = GenerationRequest("maker/model/kind", {"prompt": "a cabin at dawn"})
_LIMIT = 20.0


@dataclasses.dataclass
class Stage:
    """Where a scenario plays.

    Attributes:
        token: what must not be found.
        canary: the second origin.
        profile: a person's folder: library, log and settings go there.
        home: the service; its `replies` are what it answers, by call.
        replies: status, headers and body by call; ``*`` for any.
    """

    token: str
    canary: Canary
    profile: Path
    home: ScriptedServer
    replies: dict[str, tuple[int, dict[str, str], object]]

    def client(self) -> ServiceClient:
        return ServiceClient(self.home.url, lambda: self.token)


Scenario = Callable[[Stage], Awaitable[None]]


def call_of(request: Request) -> str:
    """Name the call that a request is."""
    path = request.target.split("?")[0].strip("/").split("/")
    if path[-1] in ("status", "result", "cancel", "balance"):
        return path[-1]
    if request.method == "POST":
        return "submit"
    return "entry" if len(path) > 2 else "models"


async def answer(stage: Stage, request: Request, writer: asyncio.StreamWriter) -> None:
    """Answer as the stage says."""
    call = call_of(request)
    status, headers, values = stage.replies.get(call) or stage.replies["*"]
    body = values if isinstance(values, bytes) else json.dumps(values).encode()
    lines = [f"HTTP/1.1 {status} Told", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)


async def every_call(client: ServiceClient, remote_id: str = "r-1") -> None:
    """Make each call once; what the service says to it is of no interest."""
    calls: list[Callable[[], Awaitable[object]]] = [
        lambda: client.submit(REQUEST),
        lambda: client.status(remote_id),
        lambda: client.result(remote_id),
        lambda: client.cancel(remote_id),
        lambda: client.models(),
        lambda: client.model("maker/model/kind"),
        lambda: client.balance(),
    ]
    for call in calls:
        try:
            async with asyncio.timeout(_LIMIT):
                await call()
        except RushesError as error:
            logging.getLogger("rushes.trial").info("told: %s", error.detail)
        except ValueError:
            continue


def redirects(status: int, form: str) -> Scenario:
    """Every call is redirected to the canary."""

    async def play(stage: Stage) -> None:
        host = stage.canary.url.removeprefix("http://")
        location = form.format(url=stage.canary.url, host=host, token=stage.token)
        stage.replies["*"] = (status, {"Location": location, "Refresh": f"0; {location}"}, b"")
        client = stage.client()
        await every_call(client)
        await client.close()

    return play


def download_redirect(status: int) -> Scenario:
    """A clip's link redirects to the canary; neither origin may see the token."""

    async def play(stage: Stage) -> None:
        stage.replies["*"] = (status, {"Location": f"{stage.canary.url}/a.mp4"}, b"")
        await run_engine(stage, _accepted(stage), _done([f"{stage.home.url}/a.mp4"]))
        seen = [each for each in stage.home.requests if each.target == "/a.mp4"]
        _expect(bool(seen), "the clip was not asked for")

        _expect(all("authorization" not in each.headers for each in seen), "a download had it")

    return play


async def links_to_canary(stage: Stage) -> None:
    """All links of a reply lead to the canary: those of the calls are not used, clips get none."""
    await run_engine(stage, _accepted(stage), _done([f"{stage.canary.url}/a.mp4"]))
    asked = [heard.split(b" ")[1] for heard in stage.canary.heard]
    _expect(set(asked) == {b"/a.mp4"}, f"the canary was asked for {asked}")


async def foreign_links(stage: Stage) -> None:
    """Clips on hosts that are not the service's, in every form that could be taken for it."""
    host = stage.canary.url.removeprefix("http://")
    links = (
        *(f"https://{host}/a.mp4", f"http://user:pass@{host}/a.mp4", f"//{host}/a.mp4"),
        *(f"{stage.home.url}@{host}/a.mp4", f"https://runcomfy.net.{host}/a.mp4"),
        *(f"http://127.0.0.1\\@{host}/a", f"http://{host}#@runcomfy.net/", "file:///etc/passwd"),
        *("https://runcomfy.net@evil.example/a", "http://[::ffff:1.2.3.4]/a", "ftp://a.example/"),
    )
    async with _download(stage) as download:
        for link in links:
            try:
                async with download.open(link):
                    pass
            except RushesError:
                continue
    await run_engine(stage, _accepted(stage), _done([links[0], links[3]]))


def _download(stage: Stage) -> Any:
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened() -> Any:
        download = MediaDownload(stage.home.url, 10**6)
        yield download
        await download.close()

    return opened()


async def absolute_model_ids(stage: Stage) -> None:
    """Model ids that would lead a path to another origin are no model ids."""
    host = stage.canary.url.removeprefix("http://")
    ids = (
        *(f"{stage.canary.url}/a", f"//{host}/a", f"@{host}/a", f"a/../../{host}", "a/b?x=1"),
        *(
            "a/b#c",
            "a/b\r\nHost: x",
            "a\\b/c",
            "../v1/models",
            "./a",
            "a/./b",
            "a/%2e%2e/b",
            "a//b",
        ),
    )
    client = stage.client()
    asked = len(stage.home.requests)
    for model_id in ids:
        for call in (client.submit(GenerationRequest(model_id)), client.model(model_id)):
            try:
                await call
            except (ValueError, RushesError):
                continue
    await client.close()
    paths = [each.target for each in stage.home.requests[asked:]]
    _expect(all(p.startswith("/v1/models/") and ".." not in p for p in paths), f"asked {paths}")
    _expect(not is_model_id(ids[0]), "an address is a model's id")


async def hostile_ids(stage: Stage) -> None:
    """Request ids that would lead elsewhere are neither taken nor asked for."""
    ids = (
        *("../../x", f"//{stage.canary.url[7:]}", "?x", "a\r\nX-A: b", "a/b", "a#b", "%2e%2e", ""),
        *("a b", "é", "a\x00", f"@{stage.canary.url[7:]}", "x" * 129, "..", "."),
    )
    client = stage.client()
    for remote_id in ids:
        for call in (client.status, client.result, client.cancel):
            try:
                await call(remote_id)
            except (ValueError, RushesError):
                continue
        stage.replies["submit"] = (200, {}, {"request_id": remote_id, "status_url": remote_id})
        try:
            await client.submit(REQUEST)
            _expect(False, f"accepted {remote_id!r}")
        except RushesError:
            continue
    await client.close()
    targets = {each.target for each in stage.home.requests}
    _expect(targets <= {"/v1/models/maker/model/kind"}, f"asked for {targets}")


async def proxies(stage: Stage) -> None:
    """The surroundings name a proxy for everything; a service on this machine needs none."""
    names = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    for name in names:
        os.environ[name] = stage.canary.url
    try:
        await run_engine(stage, _accepted(stage), _done([f"{stage.home.url}/a.mp4"]))
        client = stage.client()
        await every_call(client)
        await client.close()
    finally:
        for name in names:
            os.environ.pop(name, None)
    _expect(not stage.canary.heard, "the proxy was asked")


def echoes(status: int) -> Scenario:
    """The service repeats the token in everything that it says."""

    async def play(stage: Stage) -> None:
        said = f"bad token {stage.token}"
        stage.replies["*"] = (
            status,
            {"X-Echo": said, "ETag": f'"{stage.token}"'},
            {
                "error_message": said,
                "error": {"message": said},
                "detail": [said],
                "status": said if status == 200 else "failed",
                "currency": stage.token,
                "balance_usd": 1,
                "models": [{"display_name": said, "model_id": "maker/model/kind"}],
                "output": {"video": f"{stage.home.url}/a.mp4?token={stage.token}"},
            },
        )
        client = stage.client()
        await every_call(client)
        await client.close()
        await run_engine(stage, {}, {})
        await run_engine(stage, {"submit": (200, {}, {"request_id": "r-2"})}, {})

    return play


async def failing_job(stage: Stage) -> None:
    """A job fails with a text that holds the token; its clip's name would hold it too."""
    said = f"Authorization: Bearer {stage.token}"
    failed = {"request_id": "r-1", "status": "failed", "error": {"message": said, "header": said}}
    await run_engine(stage, _accepted(stage), {"result": (200, {}, failed)})


async def crash_traces(stage: Stage) -> None:
    """Whatever is logged, traces of bugs included, goes through the handler that redacts."""
    log = logging.getLogger("rushes.trial")
    token = stage.token
    base64 = [b64encode(f"{'user:'[:n]}{token}@".encode()).decode() for n in range(6)]
    for form in (token, quote(token), quote_plus(token), json.dumps(token), repr(token), *base64):
        try:
            raise RuntimeError("a bug", form, {"Authorization": f"Bearer {form}"})
        except RuntimeError:
            log.exception("crashed with %s", form)
    log.debug("headers %r", [(b"Authorization", b"Bearer " + stage.token.encode())])
    log.warning("GET %s/a?token=%s", stage.home.url, stage.token)
    log.error("http://%s@example.com/", stage.token)
    log.info("%r", Credentials({}, fixed=stage.token))


async def run_engine(stage: Stage, *replies: dict[str, tuple[int, dict[str, str], object]]) -> None:
    """Live through one job with a real engine and library in the profile."""
    for each in replies:
        stage.replies.update(each)
    library = Library(stage.profile / f"library-{len(list(stage.profile.iterdir()))}")
    await library.open(program="trial")
    engine = Engine.create(library, stage.home.url, 10**7, Credentials({}, fixed=stage.token))
    await engine.start()
    (entry,) = await engine.generate([GenerationWish(SPEC, {"prompt": "a cabin", "seed": 7})])
    for turn in range(60):
        await asyncio.sleep(0.02)
        job = (await library.job(entry.job.id)).job
        if job.state not in ACTIVE_STATES or (job.error is not None and turn > 20):
            break
        engine.look_now()
    if job.state in (JobState.IN_QUEUE, JobState.IN_PROGRESS):
        await engine.cancel(job.id)
    await engine.stop()
    await library.close()


def _accepted(stage: Stage) -> dict[str, tuple[int, dict[str, str], object]]:
    links = {f"{name}_url": f"{stage.canary.url}/{name}" for name in ("status", "result", "cancel")}
    return {"submit": (200, {}, {"request_id": "r-1", **links})}


def _done(links: list[str]) -> dict[str, tuple[int, dict[str, str], object]]:
    done = {"request_id": "r-1", "status": "completed"}
    return {
        "status": (200, {}, done),
        "result": (200, {}, {**done, "status": "succeeded", "output": {"videos": links}}),
    }


class Wrong(Exception):
    """A scenario saw something that must not be."""


def _expect(met: bool, otherwise: str) -> None:
    if not met:
        raise Wrong(otherwise)


_FORMS = ("{url}/x", "//{host}/x", "http://user:{token}@{host}/", "{url}/?t={token}")
SCENARIOS: dict[str, Scenario] = {
    **{
        f"redirect {code} {form}": redirects(code, form)
        for code in (301, 302, 303, 307, 308)
        for form in _FORMS
    },
    **{f"download redirect {code}": download_redirect(code) for code in (301, 302, 303, 307, 308)},
    "links to the canary": links_to_canary,
    "foreign links": foreign_links,
    "absolute model ids": absolute_model_ids,
    "hostile request ids": hostile_ids,
    "proxies": proxies,
    **{f"echo {code}": echoes(code) for code in (200, 400, 401, 403, 422, 429, 500)},
    "failing job": failing_job,
    "crash traces": crash_traces,
}
