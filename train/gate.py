"""The regression gate: what the card says of the weights on a small fixed set must stay true.

The set is cut out of `eval/own`, which was written for Jisr and is in no training text. Both directions are decoded
as a user's article is, through the engine and its shipped int8 files.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from article.normalise import normalise_for_model
from base.errors import InputError, ModelError
from base.extras import require
from engine.embedded import embedded_digest, seal
from engine.types import Task
from train.decode import open_model
from train.score import figures_kept

OWN: Final = Path(__file__).parent.parent / "eval" / "own"
CARD: Final = Path(__file__).parent / "card.md"
SEGMENTS: Final = 3
CHRF_MARGIN: Final = 1.5
FIGURES_MARGIN: Final = 0.08
REWRITE: Final = "python -m train gate --write"
_LINE: Final = re.compile(r"^Gate: `(\{.*\})`$", re.MULTILINE)
_HEADING: Final = "## Limits\n"


@dataclass(frozen=True, slots=True)
class Measured:
    """chrF, 0 to 100, and the share of the figures of the source found in the output, 0 to 1."""

    chrf: float
    figures: float


@dataclass(frozen=True, slots=True)
class Gate:
    """What one folder of weights reaches; `pairs` and `weights` are digests of the set and of the int8 weights."""

    pairs: str
    weights: str
    segments: int
    ar_en: Measured
    en_ar: Measured


def gate_pairs(folder: Path = OWN) -> list[tuple[str, str]]:
    """Return (Arabic, English): the first three sentences after the title of every article of `eval/own`."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"No article in {folder}. Expected the files of eval/own of the repository.")
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    return [(one["ar"], one["en"]) for article in articles for one in article["segments"][1 : 1 + SEGMENTS]]


def measure(folder: Path) -> Gate:
    """Decode the set with the weights of `folder`, both directions; takes seconds."""
    pairs = gate_pairs()
    model = open_model(folder)
    found = []
    for side, task in enumerate((Task("translate", "ar", "en"), Task("translate", "en", "ar"))):
        sources, references = [pair[side] for pair in pairs], [pair[1 - side] for pair in pairs]
        outputs = [best.text for best, *_ in model.generate([normalise_for_model(text) for text in sources], task)]
        found.append(_measured(sources, outputs, references))
    return Gate(_digest(pairs), embedded_digest(folder), len(pairs), *found)


def shortfalls(stated: Gate, found: Gate) -> list[str]:
    """Say in which direction `found` is worse than `stated` by more than the margin; [] where it is not."""
    if stated.pairs != found.pairs:
        return [f"the set of sentences is {found.pairs}, the card was measured on {stated.pairs}: {REWRITE}"]
    lines = []
    for name, was, now in (("ar-en", stated.ar_en, found.ar_en), ("en-ar", stated.en_ar, found.en_ar)):
        if now.chrf < was.chrf - CHRF_MARGIN:
            lines.append(f"{name}: chrF {now.chrf:.1f}, expected {was.chrf:.1f} less at most {CHRF_MARGIN}")
        if now.figures < was.figures - FIGURES_MARGIN:
            lines.append(f"{name}: figures kept {now.figures:.2f}, expected {was.figures:.2f} less {FIGURES_MARGIN}")
    return lines


def stated_gate(card: Path) -> Gate:
    """Read the gate line of a card; raises `ModelError` where there is none."""
    found = _LINE.search(card.read_text(encoding="utf-8"))
    if found is None:
        raise ModelError(f"{card} states no regression gate. Measure the weights and write it with: {REWRITE}")
    row = json.loads(found[1])
    return Gate(row["pairs"], row["weights"], row["segments"], Measured(**row["ar_en"]), Measured(**row["en_ar"]))


def write_gate(folder: Path, cards: tuple[Path, ...], *, lower: bool = False) -> Gate:
    """Seal `folder` as it is, measure its weights, write the gate line into `cards`, and seal again.

    Raises `ModelError`, and writes no line, when a card states better values and not `lower`.
    """
    seal(folder)
    found = measure(folder)
    for card in cards:
        worse = shortfalls(stated_gate(card), found) if has_gate(card) and not lower else []
        if worse and found.pairs == stated_gate(card).pairs:
            raise ModelError(f"These weights are worse than {card} states: {'; '.join(worse)}. To accept: --lower")
    for card in cards:
        text = without_gate(card.read_text(encoding="utf-8"))
        card.write_text(with_gate(text, found), encoding="utf-8")
    seal(folder)
    return found


def has_gate(card: Path) -> bool:
    """Say whether a card states a gate."""
    return _LINE.search(card.read_text(encoding="utf-8")) is not None


def without_gate(text: str) -> str:
    """Return a card without its gate line, for weights that have not been measured yet."""
    return re.sub(r"^Gate: `\{.*\}`\n\n?", "", text, flags=re.MULTILINE)


def with_gate(text: str, gate: Gate) -> str:
    """Return a card with its gate line, before the limits or at the end."""
    line = f"Gate: `{json.dumps(asdict(gate))}`\n"
    if _HEADING in text:
        return text.replace(_HEADING, f"{line}\n{_HEADING}", 1)
    return f"{text.rstrip()}\n\n{line}"


def _measured(sources: list[str], outputs: list[str], references: list[str]) -> Measured:
    sacrebleu = require("sacrebleu", "eval", "score translations")
    chrf = float(sacrebleu.CHRF().corpus_score(outputs, [references]).score)
    return Measured(round(chrf, 2), round(figures_kept(sources, outputs), 4))


def _digest(pairs: list[tuple[str, str]]) -> str:
    return hashlib.sha256("\n".join("\t".join(pair) for pair in pairs).encode()).hexdigest()[:12]
