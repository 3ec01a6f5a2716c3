"""Throughput on one core and on two, and how the cost grows with the length of a document and with their number.

python -m benchmarks.scaling [--rounds 3]
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import click

import engine
from article.document import build_article
from article.model import Article
from benchmarks.material import document, paragraphs, sentences
from benchmarks.measure import cores, machine, save
from translate.settings import Settings
from translate.translator import Translator

_WORDS = (250, 1000, 4000)
_DOCUMENTS = (10, 40, 160)
_SENTENCES = 240


def translators() -> dict[int, Translator]:
    """Return a translator for one core, and one for each doubling up to all cores."""
    numbers = [1]
    while 2 * numbers[-1] <= cores():
        numbers.append(2 * numbers[-1])
    return {number: Translator(engine.load("compact", threads=number), Settings(retries=0)) for number in numbers}


def seconds(run: Callable[[], object], rounds: int) -> float:
    """Return the median time of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def by_cores(rounds: int) -> list[dict[str, float]]:
    """Return sentences a second by the number of cores."""
    pool = sentences("ar", _SENTENCES)
    rows = []
    for number, translator in translators().items():
        translator.translate_sentences(pool[:32], "ar", "en")
        taken = seconds(lambda t=translator: t.translate_sentences(pool, "ar", "en"), rounds)  # type: ignore[misc]
        rows.append({"cores": number, "rate": len(pool) / taken})
    return rows


def by_length(translator: Translator, rounds: int) -> list[dict[str, float]]:
    """Return seconds by the words of one document."""
    rows = []
    for words in _WORDS:
        article = build_article(document("ar", words, seed=words))
        taken = seconds(lambda a=article: translator.translate(a), rounds)  # type: ignore[misc]
        rows.append({"words": article.words, "seconds": taken})
    return rows


def by_number(translator: Translator, rounds: int) -> list[dict[str, float]]:
    """Return seconds by the number of documents of four sentences, no sentence twice."""
    rows = []
    texts = paragraphs(sentences("ar", 4 * _DOCUMENTS[-1], seed=2), 4)
    for number in _DOCUMENTS:
        articles: list[Article] = [build_article(text) for text in texts[:number]]
        taken = seconds(lambda a=articles: translator.translate_articles(a), rounds)  # type: ignore[misc]
        rows.append({"documents": number, "words": sum(each.words for each in articles), "seconds": taken})
    return rows


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
def main(rounds: int) -> None:
    """Measure and print all three."""
    print(machine())
    translator = Translator(engine.load("compact"), Settings(retries=0))
    translator.translate_sentences(sentences("ar", 32), "ar", "en")
    content = {
        "cores": by_cores(rounds),
        "length": by_length(translator, rounds),
        "number": by_number(translator, rounds),
    }
    for row in content["cores"]:
        print(f"{row['cores']} cores   {row['rate']:8.2f} sentences a second")
    for row in (*content["length"], *content["number"]):
        what = f"{row['documents']} documents" if "documents" in row else "one document"
        each = 1000 * row["seconds"] / row["words"]
        print(f"{what:14} {row['words']:6} words   {row['seconds']:7.2f} s   {each:6.2f} ms a word")
    save("scaling", f"python -m benchmarks.scaling --rounds {rounds}", content)


if __name__ == "__main__":
    main()
