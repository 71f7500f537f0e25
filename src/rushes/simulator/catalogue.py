"""The models that are served, and how the service lists them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rushes.domain.model_spec import ModelSpec, read_model
from rushes.domain.request import JsonValue
from rushes.domain.resources import resource_path

Entry = Mapping[str, JsonValue]
"""A catalogue entry as it stands in a file."""


def bundled_models() -> list[Entry]:
    """Read the catalogue entries that come with Rushes, in the order of their file names."""
    return read_entries(resource_path("models"))


def read_entries(folder: Path) -> list[Entry]:
    """Read every catalogue entry (``*.json``) of a folder. Raises OSError and ValueError."""
    return [json.loads(each.read_text("utf-8")) for each in sorted(folder.glob("*.json"))]


class Catalogue:
    """The models by id, with their prices.

    `price_usd` is charged for each output, or for each second of output where `price_unit` is
    ``second``; None means that the catalogue names no price and nothing is charged.
    """

    def __init__(self, entries: Iterable[Entry], price_usd: float | None, price_unit: str) -> None:
        """Raises CatalogueEntryUnreadable for an entry that makes no sense."""
        self._specs = {spec.model_id: spec for spec in map(read_model, entries)}
        self._price_usd, self._price_unit = price_usd, price_unit

    def spec(self, model_id: str) -> ModelSpec | None:
        """Return a model, or None."""
        return self._specs.get(model_id)

    def cost(self, outputs: int, seconds: float) -> float:
        """What outputs of so many seconds each cost, in US dollars."""
        if self._price_usd is None:
            return 0.0
        amount = outputs * (seconds if self._price_unit == "second" else 1)
        return round(self._price_usd * amount, 6)

    def listed(self, spec: ModelSpec, *, with_schema: bool) -> dict[str, JsonValue]:
        """One entry in the form of the service's list."""
        entry = spec.entry
        shown: dict[str, JsonValue] = {
            "model_id": spec.model_id,
            "display_name": spec.display_name,
            "description": entry.get("description", ""),
            "categories": entry.get("categories", [spec.kind] if spec.kind else []),
            "kind": spec.kind,
            "output_type": spec.output_type,
            "base_price_usd": self._price_usd,
            "price_unit": self._price_unit if self._price_usd is not None else None,
            "pricing_note": entry.get("pricing_note", ""),
            "model_url": entry.get("model_url", ""),
        }
        if with_schema:
            shown["input_schema"] = entry["input_schema"]
            if "output_schema" in entry:
                shown["output_schema"] = entry["output_schema"]
        return shown

    def search(self, words: str, category: str, kind: str) -> Sequence[ModelSpec]:
        """Return the models that have every word in id, name or description, in order."""
        wanted = words.lower().split()
        return [
            spec
            for spec in self._specs.values()
            if all(word in _searched(spec) for word in wanted)
            and (not kind or spec.kind == kind)
            and (not category or category in spec.entry.get("categories", [spec.kind]))
        ]


def _searched(spec: ModelSpec) -> str:
    return f"{spec.model_id} {spec.display_name} {spec.entry.get('description', '')}".lower()
