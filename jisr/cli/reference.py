"""The command line reference in docs/cli.md, made from the commands themselves: `python -m jisr.cli.reference`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import click

PROGRAMS = {
    "jisr": "jisr.cli:main",
    "python -m translate": "translate.cli:translate_command",
    "python -m translate batch": "translate.batch.cli:batch_command",
    "python -m summarize": "summarize.cli:summarize_command",
}
_WIDTH = 100


def reference() -> str:
    """Return the Markdown of the reference: the help text of every command."""
    parts = ["# Command line", "", "Made by `python -m jisr.cli.reference > docs/cli.md`; a test keeps it true.", ""]
    for name in PROGRAMS:
        for title, text in _helps(program(name), name, None):
            parts.extend([f"## {title}", "", "```", text, "```", ""])
    return "\n".join(parts)


def program(name: str) -> click.Command:
    """Return the command behind one of `PROGRAMS`."""
    module, attribute = PROGRAMS[name].split(":")
    command: click.Command = getattr(import_module(module), attribute)
    return command


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    """Yield (full name, help text) of a command and of those below it."""
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        max_content_width=_WIDTH,
        terminal_width=_WIDTH,
        # click keeps the first help option it makes: without the command's own names the text would depend on who asks.
        **command.context_settings,
    )
    yield context.command_path, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from _helps(found, child, context)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
