"""What the operator of a page decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one request, and of all of them together.

    `bytes` bounds a file or a fetched page, `characters` its text, `seconds` the work on it. `concurrency` requests
    are worked on at a time, and at most `queue` more wait. `models` is the number of models kept in memory.
    """

    bytes: int = 5_000_000
    characters: int = 60_000
    seconds: float = 180.0
    concurrency: int = 16
    queue: int = 64
    models: int = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """How a page is served.

    `model` is what `auto` stands for in the page's list of models. `links` allows reading web addresses. Nothing
    leaves the machine when `offline`.
    """

    host: str = "127.0.0.1"
    port: int = 7860
    root_path: str = ""
    share: bool = False
    offline: bool = False
    links: bool = True
    model: str = "auto"
    limits: Limits = Limits()
