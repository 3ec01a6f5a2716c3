"""Whole articles from one language into the other, sentence by sentence, checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from article.model import Article
from base.errors import InputError
from base.languages import LANGUAGES, NAMES, Language, other
from base.progress import Progress, ProgressCallback
from engine.types import Model, Task
from translate.candidate import Context
from translate.confidence import CALIBRATIONS
from translate.decode import decode
from translate.finish import to_arabic_indic
from translate.glossary import Glossary
from translate.memory import Memory, Remembered
from translate.model import Segment, Translation
from translate.recall import recall
from translate.settings import Settings
from translate.unit import Unit, make_unit


class Translator:
    """Translates with one model. Holds no state between calls and is as safe for threads as the model is."""

    def __init__(self, model: Model, settings: Settings = Settings(), memory: Memory | None = None) -> None:
        """Use `model` (see `engine.load`) with these settings; with a `memory`, equal sentences are decoded once."""
        self.model = model
        self.settings = settings.for_model(model.name)
        self.memory = memory

    def translate(
        self,
        article: Article,
        target: Language | None = None,
        *,
        glossary: Glossary | None = None,
        progress: ProgressCallback | None = None,
    ) -> Translation:
        """Return the translation of an article into `target` (default: the other language).

        Raises `InputError` when the article is in the target language already, `UnsupportedTaskError` when
        the model does not know the direction.
        """
        return self.translate_articles([article], target, glossary=glossary, progress=progress)[0]

    def translate_articles(
        self,
        articles: Sequence[Article],
        target: Language | None = None,
        *,
        glossary: Glossary | None = None,
        progress: ProgressCallback | None = None,
    ) -> list[Translation]:
        """Return the translations of many articles, in order; their sentences share batches.

        Errors as for `translate`. The result for an article is the same as if it were alone.
        """
        targets = [_target(article, target) for article in articles]
        segments: list[list[Segment]] = [[] for _ in articles]
        total, done = sum(len(article.sentences) for article in articles), 0
        for language in LANGUAGES:
            chosen = [index for index, wanted in enumerate(targets) if wanted == language]
            for place, segment in self._segments([articles[i] for i in chosen], language, glossary):
                segments[chosen[place]].append(segment)
                done += 1
                if progress is not None:
                    progress(Progress("translate", done, total))
        return [
            assemble(article, sorted(found, key=_id), wanted, self.model.signature)
            for article, found, wanted in zip(articles, segments, targets, strict=True)
        ]

    def stream(
        self, article: Article, target: Language | None = None, *, glossary: Glossary | None = None
    ) -> Iterator[Segment]:
        """Yield the segments of an article as they are done, the head of the article first.

        Every sentence comes exactly once; `Segment.id` tells which. Errors as for `translate`, raised before
        the first segment.
        """
        wanted = _target(article, target)
        return (segment for _, segment in self._segments([article], wanted, glossary))

    def translate_sentences(self, sentences: Sequence[str], source: Language, target: Language) -> tuple[str, ...]:
        """Return the translations of independent sentences, in order; a blank one stays as it is."""
        return tuple(segment.target for segment in self.translate_segments(sentences, source, target))

    def translate_segments(self, sentences: Sequence[str], source: Language, target: Language) -> tuple[Segment, ...]:
        """Return independent sentences with their translations, scores and flags, in order.

        The ids count the sentences; the paragraph is always 0. Raises `InputError` when there is nothing to cross.
        """
        if source == target:
            raise InputError(_same_language(target))
        units = [make_unit(sentence, target) for sentence in sentences]
        segments: dict[int, Segment] = {}
        for index, found in self._decoded(units, self._context(target, None)):
            segments[index] = self._segment(Segment(index, 0, sentences[index], "", 0.0), units[index], found, target)
        return tuple(segments[index] for index in range(len(units)))

    def _segments(
        self, articles: Sequence[Article], target: Language, glossary: Glossary | None
    ) -> Iterator[tuple[int, Segment]]:
        """Yield (index of the article, segment) as segments are done; all articles in `other(target)`."""
        drafts = [
            (place, Segment(identifier, paragraph, sentence.text, "", 0.0))
            for place, article in enumerate(articles)
            for identifier, paragraph, sentence in article.located()
        ]
        units = [make_unit(draft.source, target) for _, draft in drafts]
        for index, found in self._decoded(units, self._context(target, glossary)):
            place, draft = drafts[index]
            yield place, self._segment(draft, units[index], found, target)

    def _decoded(self, units: Sequence[Unit], context: Context) -> Iterator[tuple[int, Remembered]]:
        if self.memory is not None:
            yield from recall(self.model, units, context, self.memory)
            return
        for index, candidate in decode(self.model, units, context):
            yield index, Remembered(candidate.text, candidate.score, candidate.flags)

    def _context(self, target: Language, glossary: Glossary | None) -> Context:
        calibration = CALIBRATIONS.get(self.model.name, {}).get(target)
        return Context(Task("translate", other(target), target), self.settings, glossary, calibration)

    def _segment(self, draft: Segment, unit: Unit, found: Remembered, target: Language) -> Segment:
        text, flags = self._text(unit, found, target), unit.flags + found.flags
        return replace(draft, target=text, score=found.score, flags=flags)

    def _text(self, unit: Unit, found: Remembered, target: Language) -> str:
        """Return what a reader sees for a unit."""
        if unit.copied:
            return unit.original
        # Nothing at all came out (flagged as untranslated): better the source than a gap.
        text = found.text or unit.body
        localise = target == "ar" and self.settings.digits == "arabic-indic"
        return unit.dressed(to_arabic_indic(text) if localise else text)


def _id(segment: Segment) -> int:
    return segment.id


def _target(article: Article, target: Language | None) -> Language:
    if target == article.language:
        raise InputError(f"{article.origin}: {_same_language(target)}")
    return target or other(article.language)


def _same_language(target: Language) -> str:
    far = other(target)
    return (
        f"the text is in {NAMES[target]} already, and {NAMES[target]} was asked for. "
        f"Ask for {far} ({NAMES[far]}), or name no target language."
    )


def assemble(article: Article, segments: Sequence[Segment], target: Language, signature: str) -> Translation:
    """Put the targets of all `segments`, in order, in the places of their sources, white space between them kept."""
    parts: list[str] = []
    end = 0
    for sentence, segment in zip(article.sentences, segments, strict=True):
        parts += [article.text[end : sentence.start], segment.target]
        end = sentence.end
    text = "".join([*parts, article.text[end:]])
    return Translation(tuple(segments), text, article.language, target, signature)
