"""The options of `python app.py`, each an environment variable as well (JISR_PORT and the like)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final

import click

from jisr.web.settings import Limits, Settings

CONTEXT: Final = {"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "JISR"}
_SETTINGS: Final = Settings()
_LIMITS: Final = Limits()
_AT_LEAST_ONE: Final = click.IntRange(1)

_OPTIONS: Final = (
    click.option("--host", default=_SETTINGS.host, show_default=True, help="Address to listen on; 0.0.0.0 for all."),
    click.option(
        "--port", default=_SETTINGS.port, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
    ),
    click.option("--root-path", default="", help="Path under which a proxy serves the page, such as /jisr."),
    click.option("--model", default="auto", show_default=True, help="The model that is chosen first."),
    click.option("--offline", is_flag=True, help="Open no network connection but those of the page itself."),
    click.option("--links/--no-links", default=True, show_default=True, help="Read articles from web addresses."),
    click.option("--share", is_flag=True, help="Let Gradio make a public address."),
    click.option(
        "--max-bytes", default=_LIMITS.bytes, show_default=True, type=_AT_LEAST_ONE, help="Largest file or web page."
    ),
    click.option(
        "--max-characters", default=_LIMITS.characters, show_default=True, type=_AT_LEAST_ONE, help="Longest text."
    ),
    click.option(
        "--max-seconds",
        default=_LIMITS.seconds,
        show_default=True,
        type=click.FloatRange(0.1),
        help="Longest work on one text.",
    ),
    click.option(
        "--concurrency",
        default=_LIMITS.concurrency,
        show_default=True,
        type=_AT_LEAST_ONE,
        help="Texts that are worked on at a time.",
    ),
    click.option(
        "--queue", default=_LIMITS.queue, show_default=True, type=_AT_LEAST_ONE, help="Texts that may wait for that."
    ),
)


def with_settings(command: Callable[[Settings], None]) -> Callable[..., None]:
    """Give a command the options of the page, and call it with the settings they make."""

    @wraps(command)
    def call(
        host: str,
        port: int,
        root_path: str,
        model: str,
        offline: bool,
        links: bool,
        share: bool,
        max_bytes: int,
        max_characters: int,
        max_seconds: float,
        concurrency: int,
        queue: int,
    ) -> None:
        limits = Limits(max_bytes, max_characters, max_seconds, concurrency, queue)
        command(Settings(host, port, root_path, share, offline, links, model, limits))

    wrapped: Callable[..., None] = call
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
