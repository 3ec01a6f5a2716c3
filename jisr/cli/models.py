"""`jisr models`: what there is, what is here, and how to get, check and remove it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

import click

from base.bar import progress_bar

if TYPE_CHECKING:
    from engine.manage import ModelStatus

_MEGA: Final = 1_000_000


@click.group()
def models() -> None:
    """List, get, check and remove models."""


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
def list_(as_json: bool) -> None:
    """Show every known model, whether it is on this machine, its licence and its published scores."""
    from engine.manage import list_models

    found = list_models()
    if as_json:
        click.echo(json.dumps([_row(model) for model in found], ensure_ascii=False, indent=2))
        return
    _print_table(found)


@models.command()
@click.argument("name")
@click.option("--accept-licence", is_flag=True, help="Accept the licence of a non-commercial model.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar.")
def pull(name: str, accept_licence: bool, quiet: bool) -> None:
    """Fetch a model, convert it, and try it on known sentences, so that later use needs no network."""
    from engine import manage

    with progress_bar(quiet=quiet) as progress:
        done = manage.pull(name, accept_licence=accept_licence, progress=progress)
    click.echo(f"{done.name} is ready: {done.disk_bytes / _MEGA:.0f} MB in")
    for folder in done.folders:
        click.echo(f"  {folder}")


@models.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def check(name: str, as_json: bool) -> None:
    """Compare a model's files with their check sums and run known sentences through it."""
    from engine import manage

    done = manage.check(name)
    if as_json:
        report = {
            "name": done.name,
            "signature": done.signature,
            "passed": done.passed,
            "files": done.files,
            "problems": list(done.problems),
        }
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        click.echo(f"{done.name}: {done.files} files compared, {len(done.findings)} known sentences tried")
        for problem in done.problems:
            click.echo(f"  {problem}")
        click.echo("passed" if done.passed else "failed")
    if not done.passed:
        sys.exit(3)


@models.command()
@click.argument("name")
def remove(name: str) -> None:
    """Delete what was fetched and converted for a model."""
    from engine import manage

    done = manage.remove(name)
    click.echo(f"{done.name}: {done.freed_bytes / _MEGA:.0f} MB freed, {len(done.folders)} folders deleted")
    for folder in done.kept:
        click.echo(f"  kept, since other programs share it: {folder}")


def _row(model: ModelStatus) -> dict[str, object]:
    return {
        "name": model.name,
        "summary": model.summary,
        "status": model.status,
        "tasks": [f"{task.kind} {task.source}-{task.target}" for task in model.tasks],
        "parameters": model.parameters,
        "disk_bytes": model.disk_bytes,
        "download_mb": model.download_mb,
        "licence": model.licence,
        "non_commercial": model.non_commercial,
        "licence_accepted": model.licence_accepted,
        "scores": [_score(model, index) for index in range(len(model.scores))],
        "note": model.note,
    }


def _score(model: ModelStatus, index: int) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(model.scores[index])


def _print_table(found: tuple[ModelStatus, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("name", "status", "on disk", "to fetch", "licence", "for"):
        table.add_column(title, overflow="fold", justify="right" if title in ("on disk", "to fetch") else "left")
    for model in found:
        licence = model.licence + (" (non-commercial)" if model.non_commercial else "")
        table.add_row(
            model.name,
            model.status,
            _megabytes(model.disk_bytes / _MEGA),
            _megabytes(model.download_mb),
            licence,
            model.summary,
        )
    Console(highlight=False, width=None if sys.stdout.isatty() else 140).print(table)
    for model in found:
        if model.note:
            click.echo(f"{model.name}: {model.note}")


def _megabytes(amount: float) -> str:
    return f"{amount:.0f} MB" if amount else ""
