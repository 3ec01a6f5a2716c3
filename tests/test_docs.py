"""The documentation runs: the README's Python example, its commands, and the command line reference."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from jisr.cli.reference import PROGRAMS, program, reference

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    lines = [line.split("#")[0].strip() for block in blocks("") for line in block.splitlines()]
    return [
        shlex.split(line.split(" < ")[0]) for line in lines if line.startswith(tuple(f"{name} " for name in PROGRAMS))
    ]


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})
    assert (tmp_path / "reading.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_the_commands_exist_with_those_options(command: list[str]) -> None:
    longest = sorted(PROGRAMS, key=len, reverse=True)
    name = next(name for name in longest if command[: len(name.split())] == name.split())
    found, arguments = program(name), command[len(name.split()) :]
    while isinstance(found, click.Group) and arguments and not arguments[0].startswith("-"):
        below = found.get_command(click.Context(found), arguments[0])
        if below is None:
            break
        found, arguments = below, arguments[1:]
    known = {option for parameter in found.params for option in parameter.opts}
    assert {argument for argument in arguments if argument.startswith("--")} <= known


def test_the_links_lead_somewhere() -> None:
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name} links to {link}"


def test_the_command_line_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m jisr.cli.reference > docs/cli.md"
