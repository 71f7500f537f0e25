"""The simulator as a whole: the API on one port, media on another."""

import asyncio
import json
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote

from rushes.domain.request import JsonValue
from rushes.simulator.canary import Canary
from rushes.simulator.catalogue import Catalogue, Entry, bundled_models
from rushes.simulator.faults.script import FaultScript
from rushes.simulator.faults.scripted_origin import ScriptedOrigin
from rushes.simulator.faults.step import Call, call_on_api, call_on_media
from rushes.simulator.jobs import JobQueue, RemoteJob, RemoteState
from rushes.simulator.ledger import Ledger, LedgerLine
from rushes.simulator.media_shelf import MediaShelf, ReceivedToken
from rushes.simulator.model_api import ModelApi
from rushes.simulator.renderer import Renderer
from rushes.simulator.wire import Reply, RequestHead

DEFAULT_PACE_SECONDS = 4.0
DEFAULT_BALANCE_USD = 25.0
DEFAULT_SLOTS = 2


class Simulator:
    """A stand-in for the service on loopback: ``async with Simulator() as simulator``.

    It is started once and stopped once; nothing outlives it but the files it was given.

    Attributes:
        faults: what goes wrong; steps may be added and dropped at any time.
        canary: an origin that must not be talked to, and that writes down who does.
    """

    def __init__(
        self,
        *,
        models: Iterable[Entry] | None = None,
        port: int = 0,
        token: str | None = None,
        pace_seconds: float = DEFAULT_PACE_SECONDS,
        ledger_path: Path | None = None,
        price_usd: float | None = None,
        price_unit: str = "output",
        balance_usd: float = DEFAULT_BALANCE_USD,
        slots: int = DEFAULT_SLOTS,
        faults: Iterable[JsonValue] = (),
        faults_folder: Path | None = None,
        faults_seed: int = 0,
        canary_path: Path | None = None,
    ) -> None:
        """Prepare a simulator; `start` opens its ports.

        Arguments:
            models: catalogue entries to serve; those that come with Rushes by default.
            port: port of the API; 0 takes a free one. Media always take a free one.
            token: the one that is accepted; None accepts any.
            pace_seconds: how long a job takes when it is alone, at least.
            ledger_path: file that gets a line for each accepted submit.
            price_usd, price_unit: what an ``output`` or a ``second`` costs; None: no price told.
            balance_usd: what is on the account.
            slots: how many jobs are in progress at a time.
            faults: steps as in a fault file, or names of presets.
            faults_folder: where the files are that steps name; by default where we are.
            faults_seed: of what the faults leave to chance.
            canary_path: file that gets a line for each request to the canary.

        Raises CatalogueEntryUnreadable for a model that makes no sense, FaultFileUnreadable.
        """
        self._port = port
        self._ledger = Ledger(ledger_path)
        self._renderer = Renderer()
        self._queue = JobQueue(self._renderer.make, pace_seconds=pace_seconds, slots=slots)
        self._shelf = MediaShelf()
        self.faults = FaultScript(faults_seed)
        self.faults.add(*faults, folder=faults_folder)
        self.canary = Canary(canary_path)
        self._media = ScriptedOrigin(
            self._shelf.answer, self.faults, self._call_on_media, self._words_for, is_media=True
        )
        self._api = ModelApi(
            Catalogue(bundled_models() if models is None else models, price_usd, price_unit),
            self._queue,
            self._ledger,
            self._links_of,
            token=token,
            balance_usd=balance_usd,
        )
        self._service = ScriptedOrigin(
            self._api.answer, self.faults, self._call_on_api, self._words_for, is_media=False
        )

    async def __aenter__(self) -> "Simulator":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """Origin of the API, once started."""
        return self._service.url

    @property
    def media_url(self) -> str:
        """Origin of the media, once started."""
        return self._media.url

    @property
    def accepted(self) -> Sequence[LedgerLine]:
        """Every accepted submit, oldest first."""
        return tuple(self._ledger.lines)

    @property
    def received_tokens(self) -> Sequence[ReceivedToken]:
        """Requests to the media origin that brought a token along; there must be none."""
        return tuple(self._shelf.received_tokens)

    @property
    def balance_usd(self) -> float:
        """What is on the account, in US dollars."""
        return self._api.balance_usd

    @balance_usd.setter
    def balance_usd(self, amount: float) -> None:
        self._api.balance_usd = amount

    async def start(self) -> None:
        """Open the ledger and both ports. Raises OSError."""
        try:
            self._ledger.open()
            self._renderer.open()
            await self.canary.start()
            await self._media.start()
            await self._service.start(self._port)
        except OSError:
            await self.stop()
            raise
        self._api.url = self._service.url

    async def stop(self) -> None:
        """Close the ports, abandon what is being made, remove its files."""
        await asyncio.gather(self._service.stop(), self._media.stop(), self.canary.stop())
        await self._queue.stop()
        await asyncio.to_thread(self._renderer.close)
        self._ledger.close()

    def _links_of(self, job: RemoteJob) -> list[str]:
        return [
            self._media.url + self._shelf.put(job.request_id, number, file)
            for number, file in enumerate(job.files, start=1)
        ]

    def _call_on_api(self, head: RequestHead) -> Call | None:
        segments = [unquote(each) for each in head.path.strip("/").split("/")]
        return call_on_api(head.method, segments, self._queue.jobs)

    def _call_on_media(self, head: RequestHead) -> Call:
        return call_on_media(head.path, self._queue.jobs, is_ranged="range" in head.headers)

    def _words_for(self, call: Call, right: Reply | None) -> dict[str, str]:
        """What the placeholders of a fault stand for."""
        job = call.job
        ended_well = job is not None and job.state is RemoteState.SUCCEEDED
        links = self._links_of(job) if job is not None and ended_well else []
        return {
            "REQUEST_ID": call.request_id or _accepted_id(right) or str(uuid.uuid4()),
            "LINK": links[0] if links else f"{self.media_url}/not-finished",
            "API": self.url,
            "MEDIA": self.media_url,
            "CANARY": self.canary.url,
        }


def _accepted_id(right: Reply | None) -> str:
    """The id in the right reply to a submit, empty where it was refused."""
    if right is None or not isinstance(right.body, bytes):
        return ""
    try:
        return str(json.loads(right.body).get("request_id", ""))
    except (ValueError, AttributeError):
        return ""
