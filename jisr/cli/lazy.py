"""A command group whose commands are imported only when they are called, and the one place that reports errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from base.errors import JisrError


class LazyGroup(click.Group):
    """A click group with `commands_in`: command name -> `module:attribute`."""

    def __init__(self, *args: Any, commands_in: Mapping[str, str] | None = None, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._commands_in = dict(commands_in or {})

    def list_commands(self, context: click.Context) -> list[str]:
        """Return all command names, those not imported yet included."""
        return sorted({*super().list_commands(context), *self._commands_in})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import and return the command called `name`."""
        place = self._commands_in.get(name)
        if place is None:
            return super().get_command(context, name)
        module, attribute = place.split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        """Run the command; a `JisrError` becomes a message on standard error and its exit code."""
        use_utf8()
        try:
            return super().main(args, *rest, **settings)
        except JisrError as error:
            click.echo(f"jisr: {error}", err=True)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            # Whoever read our output has gone; Python would complain again when it closes standard output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(141)


def use_utf8() -> None:
    """Write and read UTF-8 whatever the locale says; characters that cannot be written are escaped, not fatal."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
