"""One summary in one language: propose, judge, propose again, replace, fill up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby, islice
from typing import Final

from base.flags import Flag
from base.languages import Language
from engine.types import Decoding, Model, Task
from summarize.board import Board
from summarize.compress import compress
from summarize.drafts import FIRST, SECOND, Draft, pieces_of, propose, sized
from summarize.extractive import salient_ids, target_texts
from summarize.judge import LEAST_SUPPORT, Judge, Verdict, doubt
from summarize.length import Budget
from summarize.model import AlignedText, Route, SentenceTranslator, SummarySentence, faults
from summarize.overlap import words
from summarize.salience import news_scores
from summarize.source import Source
from summarize.windows import Window, windows

_LEAST_WORDS: Final = 25
"""Articles below this are their own summary: models invent when there is nothing to leave out."""
_EXTRACTS_TRIED: Final = 12


@dataclass(frozen=True, slots=True)
class _Translation:
    """The body of the article, translated for this summary; "" for the rest."""

    language: Language
    targets: tuple[str, ...]
    flags: tuple[tuple[Flag, ...], ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A hypothesis whose sentences have been judged."""

    verdicts: tuple[Verdict, ...]
    score: float
    tokens: tuple[str, ...]

    @property
    def rank(self) -> tuple[float, float]:
        """Share of sentences with nothing wrong, then the model's own score."""
        return sum(verdict.ok for verdict in self.verdicts) / len(self.verdicts), self.score


@dataclass(frozen=True)
class Writer:
    """Writes a summary of `source` in `language` with `model`.

    `aligned` is the article's translation into that language, where there is one already.
    """

    source: Source
    language: Language
    limits: Budget
    model: Model
    route: Route
    translator: SentenceTranslator | None
    aligned: AlignedText | None

    @cached_property
    def translation(self) -> AlignedText | None:
        """The article in the summary's language: the one at hand, or a new one where the route needs it."""
        if self.aligned is not None:
            return self.aligned
        if self.route != "translate-then-summarize" or self.translator is None:
            return None
        targets = [""] * len(self.source.texts)
        flags: list[tuple[Flag, ...]] = [()] * len(self.source.texts)
        found = target_texts(self.source, self.source.body, self.language, None, self.translator)
        for index, (text, wrong) in zip(self.source.body, found, strict=True):
            targets[index], flags[index] = text, wrong
        return _Translation(self.language, tuple(targets), tuple(flags))

    @cached_property
    def judge(self) -> Judge:
        """Judges in the summary's language, with the article's translation where there is one."""
        text = self.translation
        if text is None:
            return Judge(self.source, self.language, None, self.translator)
        wrong = {index: found for index, flags in enumerate(text.flags) if (found := faults(flags))}
        return Judge(self.source, self.language, text.targets, self.translator, wrong)

    @cached_property
    def extracts(self) -> tuple[int, ...]:
        """Ids of the article's sentences, those that matter most first."""
        return salient_ids(self.source)

    def write(self) -> tuple[SummarySentence, ...]:
        """Return the sentences of a summary by route `direct` or `translate-then-summarize`."""
        board = Board(self.limits, self.language)
        if self.source.is_prose and self.source.body_words >= _LEAST_WORDS and len(self.source.body) > 1:
            self._abstract(board)
        self._fill(board)
        return _in_order(board.taken)

    def translate(self, first: Sequence[SummarySentence]) -> tuple[SummarySentence, ...]:
        """Return a checked summary in the article's language, translated and checked against the article again."""
        board = Board(self.limits, self.language)
        for verdict in self._translated(first):
            if verdict.text and (verdict.ok or not self._replace(board, verdict)):
                board.add(verdict)
        if not board.taken:
            self._fill(board)
        return tuple(board.taken)

    def _translated(self, first: Sequence[SummarySentence]) -> Iterator[Verdict]:
        """Yield the verdicts on the translations of summary sentences; the article's own have theirs already."""
        assert self.translator is not None
        texts = tuple(sentence.text for sentence in first if self._copy_of(sentence) is None)
        segments = self.translator.translate_segments(texts, self.source.language, self.language)
        judged = self.judge.verdicts([segment.target for segment in segments], texts)
        fresh = iter(zip(segments, judged, strict=True))
        for sentence in first:
            index = self._copy_of(sentence)
            if index is not None:
                yield from self._copies([index])
                continue
            segment, verdict = next(fresh)
            flags = (*faults(segment.flags), *verdict.flags, *self.judge.lost(sentence.text, segment.target))
            evidence = replace(verdict.evidence, ids=sentence.evidence)
            yield replace(verdict, evidence=evidence, flags=tuple(dict.fromkeys(flags)), copied=_is_copy(sentence))

    def _copy_of(self, sentence: SummarySentence) -> int | None:
        """Return the id of the article's sentence that a summary sentence is word for word, None for others."""
        index = sentence.evidence[0] if _is_copy(sentence) else None
        return index if index is not None and sentence.text == self.source.texts[index] else None

    def _abstract(self, board: Board) -> None:
        """Put onto the board what the model writes and the judge accepts, and replacements for the rest."""
        task, texts = self._reading()
        stream = windows(self.source.body, texts, self.model, task)
        parts = list(islice(stream, 2))
        pool: list[Verdict] = []
        if len(parts) > 1:
            pool, task, parts = self._merge(parts[0], chain(parts, stream), task)
        best = self._best(parts, task, FIRST)
        if best is None or not all(verdict.ok for verdict in best.verdicts):
            best = self._again(best, parts, task)
        for verdict in self._shortened(best.verdicts if best else ()):
            if verdict.ok:
                board.add(verdict)
            elif not board.is_full:
                self._replace(board, verdict, pool)
        for verdict in pool:
            if board.is_short:
                board.add(verdict)

    def _reading(self) -> tuple[Task, Sequence[str]]:
        """Return the task for the model and the texts it reads: the article's, or their translations."""
        if self.route == "translate-then-summarize" and self.translation is not None:
            return Task("summarize", self.language, self.language), self.translation.targets
        return Task("summarize", self.source.language, self.language), self.source.texts

    def _merge(self, first: Window, parts: Iterable[Window], task: Task) -> tuple[list[Verdict], Task, list[Window]]:
        """Return the accepted partial summaries, salient ones first, and one window of them for a second pass.

        What does not fit into that window is left out by salience, not by position. `first` is the first of `parts`.
        """
        partial = list(self._partial(parts, task))
        scores = news_scores([verdict.text for verdict in partial], self.language)
        order = sorted(range(len(partial)), key=lambda rank: -scores[rank])
        again = Task("summarize", self.language, self.language)
        ranked = [partial[rank] for rank in order]
        if not self.model.supports(again):
            return ranked, task, [first]
        kept = self._within_one_window([(rank, partial[rank].text) for rank in order], again)
        return ranked, again, [Window((), " ".join(partial[rank].text for rank in sorted(kept)))]

    def _partial(self, parts: Iterable[Window], task: Task) -> Iterator[Verdict]:
        """Yield what is accepted of each window, or its most salient sentence; windows are forgotten one by one."""
        waiting: deque[Window] = deque()
        reviewed = self._best_of_each(_noted(parts, waiting), task, replace(FIRST, num_hypotheses=2))
        number = 0
        for at, best in reviewed:
            while number < at:
                yield from self._stand_in(waiting.popleft())
                number += 1
            part = waiting.popleft()
            number += 1
            yield from [verdict for verdict in best.verdicts if verdict.ok] or self._stand_in(part)
        while waiting:
            yield from self._stand_in(waiting.popleft())

    def _within_one_window(self, ranked: Sequence[tuple[int, str]], task: Task) -> list[int]:
        sizes = self.model.count_pieces([text for _, text in ranked], task)
        kept, room = [], self.model.max_source_pieces
        for (rank, _), size in zip(ranked, sizes, strict=True):
            if size <= room:
                kept.append(rank)
                room -= size
        return kept

    def _stand_in(self, part: Window) -> list[Verdict]:
        """Return the most salient sentence of a window for which nothing written was accepted."""
        wanted = set(part.ids)
        for index in self.extracts:
            if index in wanted:
                return list(self._copies([index]))
        return []

    def _best_of_each(self, parts: Iterable[Window], task: Task, decoding: Decoding) -> Iterator[tuple[int, Reviewed]]:
        """Yield, for each window with any, the hypothesis with the fewest rejected sentences, then the likeliest."""
        drafts = propose(self.model, task, parts, sized(decoding, self.limits))
        for number, group in groupby(drafts, key=lambda draft: draft.window):
            yield number, self._pick(group)

    def _pick(self, drafts: Iterable[Draft]) -> Reviewed:
        """Return the best of the hypotheses for one window; judging stops at the first with nothing wrong."""
        reviewed: list[Reviewed] = []
        for draft in drafts:
            reviewed.append(Reviewed(tuple(self.judge.verdicts(draft.sentences)), draft.score, draft.tokens))
            if all(verdict.ok for verdict in reviewed[-1].verdicts):
                break
        return max(reviewed, key=lambda found: found.rank)

    def _best(self, parts: Sequence[Window], task: Task, decoding: Decoding) -> Reviewed | None:
        found = (best for _, best in self._best_of_each(parts, task, decoding))
        return max(found, key=lambda draft: draft.rank, default=None)

    def _again(self, first: Reviewed | None, parts: Sequence[Window], task: Task) -> Reviewed | None:
        """Generate with a wider beam, without the pieces of what was wrong; return the better of both results."""
        wrong = [flag.detail for verdict in first.verdicts for flag in verdict.flags] if first else []
        unwanted = pieces_of((word for detail in wrong for word in words(detail)), first.tokens if first else ())
        second = self._best(parts, task, replace(SECOND, suppress=unwanted))
        return max((draft for draft in (first, second) if draft), key=lambda draft: draft.rank, default=None)

    def _shortened(self, verdicts: Iterable[Verdict]) -> list[Verdict]:
        """Return the verdicts with their sentences shortened to the limit where that can be done safely."""
        return [
            replace(verdict, text=compress(verdict.text, self.language, self.limits.sentence_words))
            for verdict in verdicts
        ]

    def _replace(self, board: Board, rejected: Verdict, pool: Sequence[Verdict] = ()) -> bool:
        """Put in the place of a rejected sentence the closest accepted one, or one of the article's own."""
        near = [verdict for verdict in pool if set(verdict.evidence.ids) & set(rejected.evidence.ids)]
        if any(board.add(verdict) for verdict in near):
            return True
        meant = rejected.evidence.ids[:1] if rejected.evidence.support >= LEAST_SUPPORT else ()
        return self._copy(board, self.extracts if self.limits.sentences == 1 else [*meant, *self.extracts])

    def _fill(self, board: Board) -> None:
        """Fill a short summary up with the article's own sentences.

        Doubtful translations come last, the least doubtful first, and only as many as there must be sentences.
        """
        while board.is_short and self._copy(board, self.extracts):
            pass
        if len(board.taken) < self.limits.fewest:
            for verdict in sorted(self._copies(self.extracts[:_EXTRACTS_TRIED]), key=doubt):
                if len(board.taken) < self.limits.fewest:
                    board.add(verdict)

    def _copy(self, board: Board, ids: Sequence[int]) -> bool:
        """Take the first of the article's sentences that fits and whose translation, if any, is not doubtful."""
        copies = self._copies(ids[:_EXTRACTS_TRIED])
        return any(verdict.ok and board.add(verdict) for verdict in copies)

    def _copies(self, ids: Sequence[int]) -> Iterator[Verdict]:
        """Yield the article's sentences `ids` in the summary's language, each translated when it is asked for."""
        for index in ids:
            if index not in self._known_copies:
                (found,) = target_texts(self.source, [index], self.language, self.translation, self.translator)
                self._known_copies[index] = self.judge.copied(index, *found)
            verdict = self._known_copies[index]
            if verdict.text.strip():
                yield from self._shortened([verdict])

    @cached_property
    def _known_copies(self) -> dict[int, Verdict]:
        return {}


def _noted(parts: Iterable[Window], waiting: deque[Window]) -> Iterator[Window]:
    """Yield windows, each put at the end of `waiting` first."""
    for part in parts:
        waiting.append(part)
        yield part


def _in_order(taken: Sequence[SummarySentence]) -> tuple[SummarySentence, ...]:
    """Return the sentences with those taken from the article in its order, after those that were written."""
    written = [sentence for sentence in taken if not _is_copy(sentence)]
    copied = sorted((sentence for sentence in taken if _is_copy(sentence)), key=lambda found: found.evidence)
    return (*written, *copied)


def _is_copy(sentence: SummarySentence) -> bool:
    return any(flag.code == "replaced" for flag in sentence.flags)
