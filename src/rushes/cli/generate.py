"""`rushes generate` and `rushes resume`: jobs written down, sent, and their clips fetched."""

import argparse
import asyncio
import json
from pathlib import Path

from rushes.cli.opened import opened, require_token
from rushes.cli.output import BadInput, JobPrinter, print_json
from rushes.domain.errors import CatalogueEntryUnreadable
from rushes.domain.model_spec import FieldKind, ModelSpec, read_model
from rushes.domain.request import JsonValue
from rushes.engine.batch import Batch, Exit
from rushes.engine.configuration import Configuration
from rushes.engine.generation import GenerationWish, requests_for
from rushes.engine.models import bundled_models, read_model_file


async def generate(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Make jobs of one wish, and wait for them; jobs that waited before stay where they are."""
    spec = await _model(arguments, configuration)
    if arguments.takes < 1:
        raise BadInput("--takes: at least 1 is needed.")
    wish = GenerationWish(spec, _inputs(spec, arguments), takes=arguments.takes)
    requests = requests_for(wish)
    if arguments.dry_run:
        shown = {**wish.inputs, **requests[0].inputs}
        print_json({"model": spec.model_id, "inputs": shown, "jobs": len(requests)})
        return Exit.DONE
    await require_token(configuration)
    async with opened(configuration, send_waiting=False) as (library, engine):
        entries = await engine.generate([wish])
        printer = JobPrinter(library, as_json=arguments.json)
        only = frozenset(entry.job.id for entry in entries)
        batch = Batch(library, engine, printer.note, only)
        code = await batch.run(until_sent=arguments.no_wait)
        printer.close(code)
        return code


async def resume(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Work until nothing is pending; what waits is sent."""
    await require_token(configuration)
    async with opened(configuration, send_waiting=True) as (library, engine):
        printer = JobPrinter(library, as_json=arguments.json)
        code = await Batch(library, engine, printer.note).run()
        printer.close(code)
        return code


async def _model(arguments: argparse.Namespace, configuration: Configuration) -> ModelSpec:
    if arguments.model_file is not None:
        path = Path(arguments.model_file)
        try:
            return await asyncio.to_thread(read_model_file, path)
        except (OSError, CatalogueEntryUnreadable) as error:
            raise BadInput(f"--model-file: {error}") from error
    for spec in await asyncio.to_thread(bundled_models):
        if spec.model_id == arguments.model:
            return spec
    from rushes.api.client import ServiceClient

    await require_token(configuration)
    service = ServiceClient(configuration.origin, configuration.credentials.token)
    try:
        return read_model(await service.model(arguments.model))
    except ValueError as error:
        raise BadInput(f"--model: {arguments.model} is not a model's id.") from error
    finally:
        await service.close()


def _inputs(spec: ModelSpec, arguments: argparse.Namespace) -> dict[str, JsonValue]:
    prompt = spec.prompt_field
    inputs: dict[str, JsonValue] = {prompt.name if prompt else "prompt": arguments.prompt}
    for setting in arguments.settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise BadInput(f"--set: {setting} is not NAME=VALUE.")
        field = spec.field(name)
        plain = field is None or field.json_type == "string"
        plain = plain or (field is not None and field.kind is FieldKind.MEDIA)
        try:
            inputs[name] = text if plain else json.loads(text)
        except ValueError as error:
            raise BadInput(f"{name}: {text} is not JSON.") from error
    return inputs
