"""Back-translation (Sennrich et al. 2016): real news as the target, and a source that the model itself wrote.

The sources are tagged (Caswell et al. 2019), so that what is wrong with them is not learned as what sources are like.
They are decoded greedily: sampling pays where there are millions of real pairs (Edunov et al. 2018), and this recipe
has some ten thousands. A round that is interrupted goes on where it was.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from engine.types import Decoding, Task
from train.filters import are_plausible_lengths, script_shares
from train.monolingual import FILES, some_sentences
from train.oneway import back_path, write_one_way
from train.presets import Preset
from train.summaries import LANGUAGES

if TYPE_CHECKING:
    from engine.types import Model

OTHER: Final = {"ara": "eng", "eng": "ara"}
CHUNK: Final = 2_000
GREEDY: Final = Decoding(beam_size=1, batch_tokens=8_192)
# The worst tenth by the model's own score goes, whatever the scores of this model are like.
DROPPED_BY_SCORE: Final = 0.1
LEAST_SCRIPT: Final = 0.95
_FIGURES: Final = re.compile(r"\d+")
Log = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model made of a sentence; `score` is the mean log probability of its pieces."""

    text: str
    score: float
    finished: bool


def make_round(work: Path, preset: Preset, number: int, model: Model, log: Log) -> None:
    """Write the sentences of round `number`, both languages, with the sources that `model` makes for them.

    A language that is written already is left as it is.
    """
    for language in FILES:
        path = back_path(work, number, language)
        if path.exists():
            continue
        originals = some_sentences(work, language, number, preset.back)
        partial = work / "back" / f"round{number}.{language}.jsonl"
        drafts = list(translated(originals, language, model, partial, log))
        counts: Counter[str] = Counter()
        kept = write_one_way(path, usable(originals, drafts, OTHER[language], counts))
        partial.unlink(missing_ok=True)
        log(f"back-translation {number}, {language}: {kept} of {len(originals)} kept; {dict(counts)}")


def translated(originals: list[str], language: str, model: Model, partial: Path, log: Log) -> Iterator[Draft]:
    """Yield a draft in the other language for each of `originals`; `partial` keeps those that are made.

    Lines are added to `partial` a chunk at a time, and what an earlier run left there is not made again.
    """
    task = Task("translate", LANGUAGES[language], LANGUAGES[OTHER[language]])
    made = _made_before(partial)[: len(originals)]
    yield from made
    with partial.open("w", encoding="utf-8") as out:
        out.writelines(_line(draft) for draft in made)
        for start in range(len(made), len(originals), CHUNK):
            found = model.generate(originals[start : start + CHUNK], task, GREEDY)
            drafts = [Draft(best.text, best.score, best.finished) for best, *_ in found]
            out.writelines(_line(draft) for draft in drafts)
            out.flush()
            log(f"back-translation into {OTHER[language]}: {start + len(drafts)} of {len(originals)}")
            yield from drafts


def usable(originals: list[str], drafts: list[Draft], language: str, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield (draft, original) for drafts, in `language`, that can be a source; `counts` gathers why others are not."""
    sound = []
    for original, draft in zip(originals, drafts, strict=True):
        if reason := rejection(original, draft, language):
            counts[reason] += 1
        else:
            sound.append((original, draft))
    limit = sorted(draft.score for _, draft in sound)[int(DROPPED_BY_SCORE * len(sound))] if sound else 0.0
    for original, draft in sound:
        if draft.score >= limit:
            yield draft.text, original
        else:
            counts["score"] += 1


def rejection(original: str, draft: Draft, language: str) -> str | None:
    """Return why `draft`, a translation of `original` into `language`, is no source to learn from, or None.

    A figure that the draft lost would teach the model to invent it.
    """
    words, drafted = len(original.split()), len(draft.text.split())
    arabic, english = (drafted, words) if language == "ara" else (words, drafted)
    if not drafted or not draft.finished:
        return "unfinished"
    if script_shares(draft.text)[0 if language == "ara" else 1] < LEAST_SCRIPT:
        return "script"
    if not are_plausible_lengths(arabic, english):
        return "length ratio"
    if is_looping(draft.text):
        return "repetition"
    if Counter(_FIGURES.findall(original)) != Counter(_FIGURES.findall(draft.text)):
        return "figures"
    return None


def is_looping(text: str) -> bool:
    """Return whether three words in a row come three times, or one word follows itself twice."""
    words = text.split()
    triples = Counter(zip(words, words[1:], words[2:], strict=False))
    return any(count > 2 or len(set(triple)) == 1 for triple, count in triples.items())


def _made_before(partial: Path) -> list[Draft]:
    partial.parent.mkdir(parents=True, exist_ok=True)
    if not partial.exists():
        return []
    drafts = []
    with partial.open(encoding="utf-8") as lines:
        for line in lines:
            # The last line may be cut off.
            if not line.endswith("\n"):
                break
            drafts.append(Draft(**json.loads(line)))
    return drafts


def _line(draft: Draft) -> str:
    return json.dumps(asdict(draft), ensure_ascii=False) + "\n"
