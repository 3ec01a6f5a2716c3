"""How long a reader of the page waits for the first sentence, and what sharing batches is worth.

No browser and no network: the time from a request to the events that the page shows. Usage:

    python -m benchmarks.page [--article FILE] [--repeat N]
"""

from __future__ import annotations

import asyncio
import os
import platform
import statistics
import time
from contextlib import aclosing
from pathlib import Path

import click

from article.document import build_article
from article.model import Article
from jisr.pipeline import Pipeline, load_pipeline
from jisr.web.job import Request, Translated, events, read
from jisr.web.service import Service

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


async def first_and_all(service: Service, article: Article) -> tuple[float, float]:
    """Return the seconds to the first translated sentence and to the finished reading."""
    start, first = time.perf_counter(), 0.0
    async with aclosing(events(service, Request(article))) as stream:  # type: ignore[type-var]
        async for found in stream:
            if not first and any(isinstance(event, Translated) for event in found):
                first = time.perf_counter() - start
    return first, time.perf_counter() - start


async def together(service: Service, articles: list[Article]) -> float:
    """Return the seconds until all articles are translated, each for a reader; all come at the same time."""
    start = time.perf_counter()
    await asyncio.gather(*(read(service, Request(article, languages=())) for article in articles))
    return time.perf_counter() - start


async def apart(service: Service, articles: list[Article]) -> float:
    """Return the same for readers who come one after the other."""
    start = time.perf_counter()
    for article in articles:
        await read(service, Request(article, languages=()))
    return time.perf_counter() - start


@click.command()
@click.option(
    "--article", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=EXAMPLES / "politics.ar.txt"
)
@click.option("--repeat", type=click.IntRange(min=1), default=3, show_default=True)
def main(article: Path, repeat: int) -> None:
    """Measure with the embedded model."""
    text = build_article(article.read_text(encoding="utf-8"))
    pipeline: Pipeline = load_pipeline("compact", offline=True)
    service = Service(pipeline)
    asyncio.run(first_and_all(service, text))
    times = [asyncio.run(first_and_all(service, text)) for _ in range(repeat)]
    print(f"{platform.machine()}, {os.cpu_count()} cores; {len(text.sentences)} sentences, medians of {repeat}")
    print(f"first sentence   {statistics.median(first for first, _ in times):7.3f} s   (bound 0.5 s)")
    print(f"finished reading {statistics.median(whole for _, whole in times):7.3f} s")
    # Different articles: the engine translates a sentence that comes twice in a batch only once.
    articles = [build_article(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.ar.txt"))]
    compare(service, articles, "with an article each", repeat)
    sentences = [build_article(one.text, language="ar") for article in articles for one in article.sentences[:8]]
    compare(service, sentences, "with a sentence each", repeat)


def compare(service: Service, articles: list[Article], described: str, repeat: int) -> None:
    """Print how long readers take at the same time and one after the other."""
    shared = statistics.median(asyncio.run(together(service, articles)) for _ in range(repeat))
    lone = statistics.median(asyncio.run(apart(service, articles)) for _ in range(repeat))
    print(f"{len(articles)} readers {described}: {shared:.3f} s at the same time, {lone:.3f} s one after the other")


if __name__ == "__main__":
    main()
