"""Step one: from the corpus folder to filtered, normalised, leak-free training text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Final

from article.normalise import normalise_for_model
from train import leakage
from train.corpus import REPEATS, Pair, open_text, read_pairs, training_pairs
from train.files import write_jsonl, writing
from train.filters import rejection
from train.gaps import gap_path, gap_rows
from train.grammar import generate
from train.monolingual import FILES, read_documents, write_documents
from train.presets import Preset
from train.summaries import write_summaries

GRAMMAR_PAIRS: Final = 8000
FEW_NAMES: Final = (("سمير", "Samir"), ("ليلى", "Layla"), ("حداد", "Haddad"), ("جونسون", "Johnson"))


def normalised(pair: Pair) -> Pair:
    """Return `pair` as the model reads and writes it."""
    return Pair(pair.source, normalise_for_model(pair.arabic), normalise_for_model(pair.english))


def grammar_pairs(corpus: Path, count: int = GRAMMAR_PAIRS) -> Iterator[Pair]:
    """Yield the pairs of the synchronous grammar, with the names of the corpus where it has them."""
    path = corpus / "lexicon" / "lex-names-wikidata.tsv.xz"
    names = [(pair.arabic, pair.english) for pair in read_pairs(path)] if path.exists() else []
    yield from generate(count, [name for name in names if " " not in name[0]] or FEW_NAMES)


def prepare_pairs(corpus: Path, held_out: set[str], counts: Counter[str]) -> Iterator[Pair]:
    """Yield the pairs to train on, each once; `counts` gathers what was kept and why others were not."""
    seen: set[tuple[str, str]] = set()
    for raw in chain(training_pairs(corpus), grammar_pairs(corpus)):
        pair = normalised(raw)
        reason = rejection(pair)
        if reason is None and (pair.arabic, pair.english) in seen:
            reason = "duplicate"
        if reason is None and leakage.leaks(held_out, pair.arabic, pair.english):
            reason = "leak"
        seen.add((pair.arabic, pair.english))
        counts[f"{pair.source}: {reason or 'kept'}"] += 1
        if reason is None:
            yield pair


def prepare(corpus: Path, work: Path, preset: Preset) -> dict[str, int]:
    """Write everything that training reads under `work/data`, and return the counts by source and reason.

    Sentence pairs, summaries, running text, and gap sentences cut out of it. Minutes on one core, most of them for the
    running text and for the names of the summaries.
    """
    held_out = leakage.keys(leakage.held_out_texts(corpus))
    counts: Counter[str] = Counter()
    with writing(work / "data" / "pairs.tsv.xz") as out:
        for pair in prepare_pairs(corpus, held_out, counts):
            out.write(f"{pair.source}\t{pair.arabic}\t{pair.english}\n")
    write_summaries(corpus, work, held_out, preset.shown_words, counts)
    for language in FILES:
        counts[f"mono-{language}: sentences"] = write_documents(corpus, work, language, held_out, preset.mono_share)
        rows = islice(gap_rows(language, read_documents(work, language), preset.shown_words), preset.gaps)
        counts[f"gap-{language}: kept"] = write_jsonl(gap_path(work, language), rows)
    with writing(work / "data" / "counts.json") as out:
        out.write(json.dumps(counts, indent=1, sort_keys=True))
    return dict(counts)


def read_prepared_pairs(work: Path) -> Iterator[Pair]:
    """Yield what `prepare` wrote, without the sources that the mix no longer wants."""
    with open_text(work / "data" / "pairs.tsv.xz") as lines:
        for line in lines:
            source, arabic, english = line.rstrip("\n").split("\t")
            if REPEATS.get(source, 0.0) > 0:
                yield Pair(source, arabic, english)
