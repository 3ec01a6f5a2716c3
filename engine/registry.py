"""The models Jisr knows by name: where each comes from, what it can do, and under which licence.

Scores are quoted, never measured here; each carries its test set and its source, and scores of different test
sets or metrics are not comparable.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.errors import UnknownModelError
from base.languages import NAMES, Language
from engine.architecture import Architecture
from engine.types import Task, TaskKind

AR_EN: Final = Task("translate", "ar", "en")
EN_AR: Final = Task("translate", "en", "ar")
SUM_AR: Final = Task("summarize", "ar", "ar")
SUM_EN: Final = Task("summarize", "en", "en")
SUM_AR_EN: Final = Task("summarize", "ar", "en")
SUM_EN_AR: Final = Task("summarize", "en", "ar")
EMBEDDED: Final = "embedded"

_OPUS_BOARD: Final = "Helsinki-NLP/OPUS-MT-leaderboard, flores200-devtest"
_EXTERNAL_BOARD: Final = "Helsinki-NLP/External-MT-leaderboard, flores200-devtest"
_FIREFOX_RUN: Final = "mozilla/firefox-translations-models evaluation, flores test"
_XLSUM_README: Final = "csebuetnlp/xl-sum README, its own multilingual ROUGE, stemmed"
_DISTILBART_CARD: Final = "model card of sshleifer/distilbart-cnn-12-6, CNN/DailyMail"


@dataclass(frozen=True, slots=True)
class PublishedScore:
    """A score that others measured, with the task it is for and where it stands written."""

    task: Task
    metric: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder of weights: a hub id and its revision, and the tasks it serves.

    `repo` is `"embedded"` for weights that ship with Jisr. `revision` is a branch or a commit; the commit that a
    branch stood for is recorded when the checkpoint is downloaded.
    """

    repo: str
    tasks: tuple[Task, ...]
    revision: str = "main"


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """A model that can be asked for by `alias`.

    `parameters` counts those of one checkpoint and is None where it is read from the weights; `download_mb` is
    what has to be fetched for all checkpoints together, in megabytes (10^6 bytes), rounded. `quality` orders the
    models of one task for `auto`, higher is better; it follows the published scores.
    """

    alias: str
    summary: str
    checkpoints: tuple[Checkpoint, ...]
    architecture: Architecture
    parameters: int | None
    download_mb: int
    licence: str
    non_commercial: bool
    quality: int
    scores: tuple[PublishedScore, ...] = ()

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task of every checkpoint, in order."""
        return tuple(task for checkpoint in self.checkpoints for task in checkpoint.tasks)

    @property
    def embedded(self) -> bool:
        """Say whether the weights ship with Jisr."""
        return all(checkpoint.repo == EMBEDDED for checkpoint in self.checkpoints)


def _bleu(ar_en: float, en_ar: float, source: str) -> tuple[PublishedScore, ...]:
    return (PublishedScore(AR_EN, "BLEU", ar_en, source), PublishedScore(EN_AR, "BLEU", en_ar, source))


def _chrf(ar_en: float, en_ar: float, source: str) -> tuple[PublishedScore, ...]:
    return (PublishedScore(AR_EN, "chrF", ar_en, source), PublishedScore(EN_AR, "chrF", en_ar, source))


def _rouge2(task: Task, value: float, source: str) -> PublishedScore:
    return PublishedScore(task, "ROUGE-2", value, source)


_BOTH: Final = (AR_EN, EN_AR)

MODELS: Final[tuple[ModelRecord, ...]] = (
    ModelRecord(
        "compact",
        "both directions and summaries, ships with Jisr",
        (Checkpoint(EMBEDDED, (AR_EN, EN_AR, SUM_AR, SUM_EN, SUM_AR_EN, SUM_EN_AR)),),
        architecture="marian",
        parameters=None,
        download_mb=0,
        licence="research and evaluation only, see its card",
        non_commercial=True,
        quality=10,
    ),
    ModelRecord(
        "opus",
        "translation, one small model for each direction",
        (Checkpoint("Helsinki-NLP/opus-mt-ar-en", (AR_EN,)), Checkpoint("Helsinki-NLP/opus-mt-en-ar", (EN_AR,))),
        architecture="marian",
        parameters=77_000_000,
        download_mb=620,
        licence="Apache-2.0",
        non_commercial=False,
        quality=30,
        scores=_bleu(33.9, 22.8, _FIREFOX_RUN),
    ),
    ModelRecord(
        "opus-big",
        "translation, the best open quality, one large model for each direction",
        (
            Checkpoint("Helsinki-NLP/opus-mt-tc-big-ar-en", (AR_EN,)),
            Checkpoint("Helsinki-NLP/opus-mt-tc-big-en-ar", (EN_AR,)),
        ),
        architecture="marian",
        parameters=240_000_000,
        download_mb=1210,
        licence="CC-BY-4.0",
        non_commercial=False,
        quality=60,
        scores=_bleu(42.8, 29.7, _OPUS_BOARD) + _chrf(67.2, 61.5, _OPUS_BOARD),
    ),
    ModelRecord(
        "mbart",
        "translation, one large model for both directions",
        (Checkpoint("facebook/mbart-large-50-many-to-many-mmt", _BOTH),),
        architecture="mbart",
        parameters=611_000_000,
        download_mb=2450,
        licence="not stated on its card (its base model: MIT)",
        non_commercial=False,
        quality=20,
    ),
    ModelRecord(
        "nllb-600m",
        "translation, one large model for both directions, non-commercial",
        (Checkpoint("facebook/nllb-200-distilled-600M", _BOTH),),
        architecture="nllb",
        parameters=615_000_000,
        download_mb=2480,
        licence="CC-BY-NC-4.0",
        non_commercial=True,
        quality=40,
        scores=_bleu(37.6, 21.8, _EXTERNAL_BOARD) + _chrf(62.7, 53.8, _EXTERNAL_BOARD),
    ),
    ModelRecord(
        "nllb-1.3b",
        "translation, one very large model for both directions, non-commercial",
        (Checkpoint("facebook/nllb-200-distilled-1.3B", _BOTH),),
        architecture="nllb",
        parameters=1_370_000_000,
        download_mb=5500,
        licence="CC-BY-NC-4.0",
        non_commercial=True,
        quality=50,
        scores=_bleu(40.2, 25.2, _EXTERNAL_BOARD) + _chrf(66.1, 56.5, _EXTERNAL_BOARD),
    ),
    ModelRecord(
        "xlsum",
        "one-sentence summaries in Arabic and English, non-commercial",
        (Checkpoint("csebuetnlp/mT5_multilingual_XLSum", (SUM_AR, SUM_EN)),),
        architecture="mt5",
        parameters=582_000_000,
        download_mb=2340,
        licence="CC-BY-NC-SA-4.0",
        non_commercial=True,
        quality=50,
        scores=(_rouge2(SUM_AR, 14.79, _XLSUM_README), _rouge2(SUM_EN, 15.15, _XLSUM_README)),
    ),
    ModelRecord(
        "crosssum-en",
        "English summaries of Arabic and English articles, non-commercial",
        (Checkpoint("csebuetnlp/mT5_m2o_english_crossSum", (SUM_AR_EN, SUM_EN)),),
        architecture="mt5",
        parameters=582_000_000,
        download_mb=2340,
        licence="CC-BY-NC-SA-4.0",
        non_commercial=True,
        quality=45,
    ),
    ModelRecord(
        "crosssum-ar",
        "Arabic summaries of English and Arabic articles, non-commercial",
        (Checkpoint("csebuetnlp/mT5_m2o_arabic_crossSum", (SUM_EN_AR, SUM_AR)),),
        architecture="mt5",
        parameters=582_000_000,
        download_mb=2340,
        licence="CC-BY-NC-SA-4.0",
        non_commercial=True,
        quality=45,
    ),
    ModelRecord(
        "arabart",
        "one-sentence Arabic summaries",
        (Checkpoint("abdalrahmanshahrour/AraBART-summ", (SUM_AR,)),),
        architecture="mbart",
        parameters=139_000_000,
        download_mb=560,
        licence="Apache-2.0",
        non_commercial=False,
        quality=40,
    ),
    ModelRecord(
        "bart-cnn",
        "English summaries of about three sentences",
        (Checkpoint("facebook/bart-large-cnn", (SUM_EN,)),),
        architecture="bart",
        parameters=406_000_000,
        download_mb=1630,
        licence="MIT",
        non_commercial=False,
        quality=42,
        scores=(_rouge2(SUM_EN, 21.06, _DISTILBART_CARD),),
    ),
    ModelRecord(
        "distilbart-cnn",
        "English summaries of about three sentences, faster than bart-cnn",
        (Checkpoint("sshleifer/distilbart-cnn-12-6", (SUM_EN,)),),
        architecture="bart",
        parameters=306_000_000,
        download_mb=1230,
        licence="Apache-2.0",
        non_commercial=False,
        quality=41,
        scores=(_rouge2(SUM_EN, 21.26, _DISTILBART_CARD),),
    ),
)
ALIASES: Final = tuple(record.alias for record in MODELS)
_BY_ALIAS: Final = {record.alias: record for record in MODELS}
_HUB_ID: Final = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a model name stands for: exactly one of the three is set."""

    record: ModelRecord | None = None
    folder: Path | None = None
    repo: str | None = None


@dataclass(frozen=True, slots=True)
class AutoChoice:
    """The model `auto` took, and one line for the user: which one it is and how to get a better one."""

    record: ModelRecord
    line: str


def record(alias: str) -> ModelRecord:
    """Return the record of `alias`; raises `UnknownModelError` with close matches and the list."""
    found = _BY_ALIAS.get(alias)
    if found is None:
        raise _unknown(alias)
    return found


def lookup(name: str | Path) -> Reference:
    """Say what `name` is: an alias, the path of a folder, or a hub id such as `Helsinki-NLP/opus-mt-ar-en`.

    An alias wins over a folder of the same name (write `./opus` for the folder); a folder that exists wins over a
    hub id. The hub id of a known checkpoint is returned as a hub id, with the tasks of its record found by
    `checkpoint_of`. Raises `UnknownModelError`.
    """
    text = str(name)
    if isinstance(name, str) and text in _BY_ALIAS:
        return Reference(record=_BY_ALIAS[text])
    folder = _expanded(text)
    if text and _is_folder(folder):
        return Reference(folder=folder)
    if isinstance(name, str) and _HUB_ID.fullmatch(text) and ".." not in text and "--" not in text:
        return Reference(repo=text)
    raise _unknown(text)


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _is_folder(path: Path) -> bool:
    """Say whether a folder is there; what no file system takes as a name is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def checkpoint_of(repo: str) -> tuple[ModelRecord, Checkpoint] | None:
    """Return the record and checkpoint of a hub id that the table knows, or None."""
    for candidate in MODELS:
        for checkpoint in candidate.checkpoints:
            if checkpoint.repo.lower() == repo.lower() and repo != EMBEDDED:
                return candidate, checkpoint
    return None


def candidates(task: Task | None) -> tuple[ModelRecord, ...]:
    """Return the models for `task`, best first; without a task, those that translate both ways."""
    wanted = {AR_EN, EN_AR} if task is None else {task}
    fitting = [record for record in MODELS if wanted <= set(record.tasks)]
    return tuple(sorted(fitting, key=lambda record: -record.quality))


def auto(task: Task | None, ready: Callable[[ModelRecord], bool]) -> AutoChoice:
    """Choose the best model for `task` that `ready` says can be used now without fetching anything.

    Embedded models are always candidates. Raises `UnknownModelError` where no model of the table does the task.
    """
    ranked = candidates(task)
    for record in ranked:
        if record.embedded or ready(record):
            return AutoChoice(record, _line(record, ranked, task))
    raise UnknownModelError(
        f"No model on this machine can {describe(task)}. "
        + (f"Get one with: jisr models pull {ranked[0].alias}" if ranked else "Give one by path or hub id.")
    )


def describe(task: Task | None) -> str:
    """Say a task in words, such as "translate Arabic into English"."""
    if task is None:
        return "translate both ways"
    if task.kind == "translate":
        return f"translate {NAMES[task.source]} into {NAMES[task.target]}"
    if task.source == task.target:
        return f"summarize {NAMES[task.source]}"
    return f"summarize {NAMES[task.source]} in {NAMES[task.target]}"


def all_tasks(kind: TaskKind) -> tuple[Task, ...]:
    """Return every task of a kind between the two languages."""
    languages: tuple[Language, ...] = ("ar", "en")
    pairs = [(source, target) for source in languages for target in languages]
    return tuple(Task(kind, source, target) for source, target in pairs if kind == "summarize" or source != target)


def every_task() -> tuple[Task, ...]:
    """Return every task there is: two directions of translation, four of summaries."""
    return all_tasks("translate") + all_tasks("summarize")


def _line(chosen: ModelRecord, ranked: tuple[ModelRecord, ...], task: Task | None) -> str:
    """Name the choice, and the best free model above it as the way up."""
    where = "ships with Jisr" if chosen.embedded else "on this machine"
    better = [record for record in ranked if record.quality > chosen.quality and not record.non_commercial]
    text = f"Model: {chosen.alias} ({where})."
    if not better:
        return text
    wanted = task or AR_EN
    score = next((score for score in better[0].scores if score.task == wanted), None)
    quoted = f", {score.metric} {score.value} on {score.source.rsplit(', ', 1)[-1]}" if score else ""
    return (
        f"{text} Better, after a download of {size(better[0].download_mb)}{quoted}: jisr models pull {better[0].alias}"
    )


def size(megabytes: float) -> str:
    """Write a size in megabytes for people: `560 MB`, `2.5 GB`."""
    return f"{megabytes / 1000:.1f} GB" if megabytes >= 1000 else f"{megabytes:.0f} MB"


def _unknown(name: str) -> UnknownModelError:
    close = difflib.get_close_matches(name.lower(), ALIASES, n=2, cutoff=0.6)
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    shown = name if len(name) <= 200 else f"{name[:200]}..."
    return UnknownModelError(
        f"No model is called {shown!r}, and no folder is at that path.{hint} Expected a name of the list "
        f"({', '.join(ALIASES)}), the path of a model folder, or a hub id such as Helsinki-NLP/opus-mt-ar-en."
    )
