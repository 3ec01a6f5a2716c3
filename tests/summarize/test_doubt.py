"""A summary made from a translation shows what is wrong with that translation, or avoids it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from article.model import Article
from base.flags import Flag
from base.languages import Language
from engine.types import Decoding, Task
from summarize import Abstractive, Extract, Extractive, Lead, Summary
from summarize.guard import lost_negation
from summarize.model import Length
from summarize.statement import statement
from tests.summarize.aligned import Aligned
from tests.summarize.scripted import SUMMARIES, ScriptedModel, always
from translate.model import Segment

WRONG = "Harbour master Salim Haddad said that 41 ships had entered before noon."
DAMAGED = Flag("number", "14")
ADDED = Flag("number-added", "41")
INVENTED = "The prime minister of Belgium resigned over the scandal on Monday."


def codes(summary: Summary) -> list[set[str]]:
    return [{flag.code for flag in sentence.flags} for sentence in summary.sentences]


def damaged(article: Article) -> Aligned:
    """The English article with a wrong number in its second sentence, as the translator's guard saw it."""
    return Aligned.of(article, {2: WRONG}, {2: (DAMAGED, ADDED)})


@dataclass(frozen=True)
class Scripted:
    """A translator that gives the sentences of one article for those of the other, with flags."""

    sources: tuple[str, ...]
    aligned: Aligned

    def translate_segments(self, sentences: tuple[str, ...], source: Language, target: Language) -> tuple[Segment, ...]:
        if target != self.aligned.language:
            return tuple(Segment(0, 0, text, self._back(text), 0.0) for text in sentences)
        places = [self.sources.index(text) for text in sentences]
        return tuple(
            Segment(i, 0, self.sources[i], self.aligned.targets[i], 0.0, self.aligned.flags[i]) for i in places
        )

    def _back(self, text: str) -> str:
        return dict(zip(self.aligned.targets, self.sources, strict=True)).get(text, text)


@pytest.mark.parametrize("route", ["direct", "translate-then-summarize"])
def test_a_written_sentence_with_the_translations_wrong_number_is_not_shown(
    port_ar: Article, port_en: Article, route: str
) -> None:
    summary = Abstractive(always(WRONG)).summarize(port_ar, "en", "line", route, damaged(port_en))  # type: ignore[arg-type]
    assert "41" not in summary.text
    assert codes(summary) == [{"replaced"}]


def test_sentences_translated_well_are_taken_first(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en, flags={1: (Flag("loop"),), 2: (DAMAGED,), 4: (Flag("low-confidence"),)})
    summary = Abstractive(always(INVENTED)).summarize(port_ar, "en", "bullets", "direct", aligned)
    assert [sentence.evidence for sentence in summary.sentences] == [(3,), (5,), (6,)]
    assert codes(summary) == [{"replaced"}] * 3


@pytest.mark.parametrize("length", ["headline", "line", "bullets", "paragraph", 40])
@pytest.mark.parametrize("route", ["direct", "translate-then-summarize"])
def test_where_nothing_else_is_there_the_flags_come_along(
    port_ar: Article, port_en: Article, route: str, length: Length
) -> None:
    flags = dict.fromkeys(range(1, 7), (Flag("low-confidence", "-3.10"),)) | {2: (DAMAGED, ADDED)}
    aligned = Aligned.of(port_en, {2: WRONG}, flags)
    summary = Abstractive(always(INVENTED)).summarize(port_ar, "en", length, route, aligned)  # type: ignore[arg-type]
    assert summary.sentences
    for sentence in summary.sentences:
        assert set(flags[sentence.evidence[0]]) <= set(sentence.flags)
        assert sentence.support < 1


def test_what_the_summary_leaves_out_cannot_be_damaged(port_ar: Article, port_en: Article) -> None:
    written = "Harbour master Salim Haddad said that ships had entered before noon."
    summary = Abstractive(always(written)).summarize(port_ar, "en", 12, "direct", damaged(port_en))
    assert (summary.text, codes(summary)) == (written, [set()])


def test_other_faults_of_the_evidence_are_those_of_the_sentence(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en, flags=dict.fromkeys(range(7), (Flag("coverage", "20 -> 9"),)))
    summary = Abstractive(always(port_en.sentences[1].text)).summarize(port_ar, "en", "line", "direct", aligned)
    assert codes(summary) == [{"replaced", "coverage"}]


def test_flags_that_do_no_harm_stay_with_the_translation(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en, flags=dict.fromkeys(range(7), (Flag("term"), Flag("wrapped", "2"))))
    summary = Abstractive(always(port_en.sentences[1].text)).summarize(port_ar, "en", "line", "direct", aligned)
    assert codes(summary) == [set()]


@pytest.mark.parametrize("summarizer", [Lead(2), Extractive()])
def test_the_baselines_show_the_flags_of_what_they_copy(
    port_ar: Article, port_en: Article, summarizer: Lead | Extractive
) -> None:
    aligned = Aligned.of(port_en, flags={1: (Flag("loop"),), 2: (DAMAGED, Flag("term"))})
    summary = summarizer.summarize(port_ar, "en", "bullets", aligned=aligned)
    expected = {1: {"loop"}, 2: {"number"}}
    assert codes(summary) == [expected.get(sentence.evidence[0], set()) for sentence in summary.sentences]


@pytest.mark.parametrize("route", ["translate-then-summarize", "summarize-then-translate"])
def test_a_route_that_translates_itself_keeps_the_flags(port_ar: Article, port_en: Article, route: str) -> None:
    sources = tuple(sentence.text for sentence in port_ar.sentences)
    everything = dict.fromkeys(range(7), (Flag("unfinished"),)) | {2: (DAMAGED, ADDED)}
    translator = Scripted(sources, Aligned.of(port_en, {2: WRONG}, everything))

    def write(source: str, task: Task, decoding: Decoding) -> Sequence[str]:
        return [sources[2] if task.target == "ar" else WRONG]

    model = ScriptedModel(write, SUMMARIES)
    summary = Abstractive(model, translator).summarize(port_ar, "en", "line", route)  # type: ignore[arg-type]
    for sentence in summary.sentences:
        assert {flag.code for flag in sentence.flags} & {"unfinished", "number"}
        assert "41" not in sentence.text or DAMAGED in sentence.flags


def test_a_number_lost_in_translation_is_seen_without_a_translators_flag(port_ar: Article, port_en: Article) -> None:
    everywhere = dict.fromkeys(range(1, 7), "The harbour master said that ships had entered before noon.")
    summary = Abstractive(always(INVENTED)).summarize(port_ar, "en", 200, "direct", Aligned.of(port_en, everywhere))
    flagged = {sentence.evidence[0]: {flag.code for flag in sentence.flags} for sentence in summary.sentences}
    numbered = {1, 2, 3, 4, 6} & flagged.keys()
    assert all("number" in flagged[index] for index in numbered)


def test_aligned_with_too_few_flags_is_refused(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned("en", tuple(sentence.text for sentence in port_en.sentences), ((),))
    with pytest.raises(ValueError, match="flags for 1"):
        Abstractive(always(WRONG)).summarize(port_ar, "en", "line", "direct", aligned)


@pytest.mark.parametrize(
    ("original", "translated", "lost"),
    [
        ("She said that no injuries had been reported.", "قالت إنه أبلغ عن إصابات.", ["no"]),
        ("She said that no injuries had been reported.", "قالت إنه لم تقع إصابات.", []),
        ("The train on line No. 8 stops here.", "يتوقف هنا قطار الخط رقم 8.", []),
        ("They do not only fish.", "إنهم يصطادون ويزرعون.", []),
    ],
)
def test_a_negation_lost_in_translation_is_seen(original: str, translated: str, lost: list[str]) -> None:
    found = lost_negation(statement(original, "en"), statement(translated, "ar"))
    assert [flag.detail for flag in found] == lost


def test_a_copied_sentence_that_lost_its_negation_is_marked(port_ar: Article, port_en: Article) -> None:
    texts = {3: "The storm sank three fishing boats, and somebody was hurt."}
    summary = Extract().summarize(port_ar, "en", 200, aligned=Aligned.of(port_en, texts))
    flagged = {sentence.evidence[0]: {flag.code for flag in sentence.flags} for sentence in summary.sentences}
    assert flagged == {1: set(), 2: set(), 3: {"negation"}, 4: set(), 5: set(), 6: set()}
