"""What the model writes reaches the reader only as far as the article says it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

import summarize.writer
from article.document import build_article
from article.model import Article
from base.errors import InputError, UnsupportedTaskError
from engine.types import Decoding, Task
from summarize import Abstractive, Summary
from summarize.drafts import Draft
from summarize.model import Length
from summarize.windows import Window, windows
from summarize.writer import Reviewed
from tests.summarize.aligned import Aligned
from tests.summarize.scripted import SUMMARIES, TRANSLATIONS, ScriptedModel, always

TRUE_EN = "The port of Marsa Nour is open again after a storm. Fourteen ships entered before noon, said Salim Haddad."
INVENTED_EN = "The prime minister of Belgium resigned over the scandal on Monday."


def codes(summary: Summary) -> list[list[str]]:
    return [[flag.code for flag in sentence.flags] for sentence in summary.sentences]


def test_a_faithful_summary_is_shown_as_it_was_written(port_en: Article) -> None:
    summary = Abstractive(always(TRUE_EN)).summarize(port_en, "en", 25)
    assert summary.text == TRUE_EN
    assert codes(summary) == [[], []]
    assert summary.sentences[0].evidence[0] == 1
    assert summary.sentences[1].evidence[0] == 2
    assert all(sentence.support > 0.5 for sentence in summary.sentences)
    assert summary.route == "direct"
    assert summary.share_read == 1.0
    assert "scripted|1" in summary.signature


def test_the_model_is_asked_again_and_a_better_answer_is_taken(port_en: Article) -> None:
    def write(source: str, task: Task, decoding: Decoding) -> Sequence[str]:
        return [TRUE_EN] if decoding.beam_size > 4 else [INVENTED_EN]

    model = ScriptedModel(write)
    assert Abstractive(model).summarize(port_en, "en", 25).text == TRUE_EN
    assert len(model.calls) == 2


def test_the_second_try_may_not_spell_the_invention_again(port_en: Article) -> None:
    model = always("The port of Marsa Nour reopened after 17 days.")
    Abstractive(model).summarize(port_en, "en", "line")
    assert model.calls[0][2].suppress == ()
    assert "\u258117" in model.calls[1][2].suppress
    assert "\u2581port" not in model.calls[1][2].suppress


def test_of_several_hypotheses_the_supported_one_wins(port_en: Article) -> None:
    summary = Abstractive(always(INVENTED_EN, TRUE_EN)).summarize(port_en, "en", 25)
    assert summary.text == TRUE_EN


@pytest.mark.parametrize("length", ["headline", "line", "bullets", "paragraph", 40])
@pytest.mark.parametrize(
    "written",
    [
        INVENTED_EN,
        "The port of Marsa Nour reopened after 17 days.",
        "Harbour master Omar Farhat said that 14 ships had entered before noon.",
        "The storm sank three fishing boats, and somebody was hurt very badly in the hospital of the capital.",
        "",
        "storm storm storm storm storm storm storm",
        "The port of Marsa Nour reopened on Tuesday and the",
        "Read more: the storm in pictures",
    ],
)
def test_what_is_wrong_is_replaced_by_sentences_of_the_article(port_en: Article, written: str, length: Length) -> None:
    summary = Abstractive(always(written)).summarize(port_en, "en", length)
    originals = [sentence.text for sentence in port_en.sentences]
    assert summary.sentences
    for sentence in summary.sentences:
        flagged = [flag.code for flag in sentence.flags]
        copied = any(sentence.text.rstrip(".") in original for original in originals)
        assert sentence.text != written or not flagged
        assert copied == ("replaced" in flagged)


def test_a_title_is_not_the_summary(port_en: Article) -> None:
    summary = Abstractive(always(INVENTED_EN)).summarize(port_en, "en", "headline")
    assert summary.text != port_en.title


def test_bullets_are_three_and_say_three_things(port_en: Article) -> None:
    summary = Abstractive(always(TRUE_EN, "The port reopened.")).summarize(port_en, "en", "bullets")
    assert len(summary.sentences) == 3
    assert len({sentence.evidence[0] for sentence in summary.sentences}) == 3


@pytest.mark.parametrize("words", [8, 15, 30, 60, 90])
def test_a_word_budget_is_kept_to_a_sentence(port_en: Article, words: int) -> None:
    summary = Abstractive(always(TRUE_EN)).summarize(port_en, "en", words)
    counts = [len(sentence.text.split()) for sentence in summary.sentences]
    assert sum(counts) <= words or sum(counts) - counts[-1] < words
    assert all(sentence.text[-1] in '.!?"”' for sentence in summary.sentences)


def test_an_arabic_article_is_checked_in_arabic(port_ar: Article) -> None:
    true, invented = "أعيد فتح ميناء مرسى نور بعد العاصفة.", "أعيد فتح ميناء مرسى نور بعد 17 يوما."
    assert Abstractive(always(true)).summarize(port_ar, "ar", "line").text == true
    replaced = Abstractive(always(invented)).summarize(port_ar, "ar", "line")
    assert codes(replaced) == [["replaced"]]


def test_a_direct_summary_is_checked_against_the_aligned_translation(port_ar: Article, port_en: Article) -> None:
    aligned = Aligned.of(port_en)
    right = Abstractive(always(TRUE_EN)).summarize(port_ar, "en", 25, "direct", aligned)
    assert right.text == TRUE_EN
    wrong = Abstractive(always(INVENTED_EN)).summarize(port_ar, "en", "line", "direct", aligned)
    assert codes(wrong) == [["replaced"]]
    assert wrong.text in aligned.targets


def backwards(port_en: Article, port_ar: Article, written: str) -> ScriptedModel:
    """A model that translates each sentence of one article into that of the other, and always writes `written`."""
    english = [sentence.text for sentence in port_en.sentences]
    arabic = [sentence.text for sentence in port_ar.sentences]

    def write(source: str, task: Task, decoding: Decoding) -> Sequence[str]:
        if task.kind == "summarize":
            return [written]
        table = dict(zip(arabic, english, strict=True)) | dict(zip(english, arabic, strict=True))
        return [table.get(source, source)]

    return ScriptedModel(write, SUMMARIES | TRANSLATIONS)


def test_without_a_translation_it_is_checked_through_the_models_own(port_ar: Article, port_en: Article) -> None:
    written = port_en.sentences[1].text
    right = Abstractive(backwards(port_en, port_ar, written)).summarize(port_ar, "en", "line", "direct")
    assert right.text == written
    assert right.sentences[0].evidence == (1,)
    wrong = Abstractive(backwards(port_en, port_ar, INVENTED_EN)).summarize(port_ar, "en", "line", "direct")
    assert codes(wrong) == [["replaced"]]
    assert wrong.text in [sentence.text for sentence in port_en.sentences]


def test_without_any_way_to_check_nothing_is_made_up(port_ar: Article) -> None:
    with pytest.raises(UnsupportedTaskError, match="translation"):
        Abstractive(always(TRUE_EN)).summarize(port_ar, "en", "line", "direct")


def test_summarize_then_translate_keeps_the_evidence(port_ar: Article, port_en: Article) -> None:
    model = backwards(port_en, port_ar, port_en.sentences[1].text)
    summary = Abstractive(model).summarize(port_en, "ar", "line")
    assert summary.route == "summarize-then-translate"
    assert summary.text == port_ar.sentences[1].text
    assert summary.sentences[0].evidence == (1,)
    assert codes(summary) == [[]]


def test_translate_then_summarize_reads_the_translation(port_ar: Article, port_en: Article) -> None:
    model = backwards(port_en, port_ar, port_en.sentences[1].text)
    summary = Abstractive(model).summarize(port_ar, "en", "line", "translate-then-summarize")
    assert summary.route == "translate-then-summarize"
    assert summary.text == port_en.sentences[1].text
    asked = [task for _, task, _ in model.calls if task.kind == "summarize"]
    assert set(asked) == {Task("summarize", "en", "en")}


def test_a_wrong_number_in_the_translation_does_not_get_through(port_ar: Article, port_en: Article) -> None:
    good = backwards(port_en, port_ar, port_en.sentences[2].text)

    def write(source: str, task: Task, decoding: Decoding) -> Sequence[str]:
        (text,) = good.write(source, task, decoding)
        return [text.replace("14", "41") if task.kind == "translate" else text]

    model = ScriptedModel(write, SUMMARIES | TRANSLATIONS)
    aligned = Aligned.of(port_ar)
    summary = Abstractive(model).summarize(port_en, "ar", "line", None, aligned)
    assert "41" not in summary.text
    assert "replaced" in codes(summary)[0]


def test_aligned_of_another_article_is_refused(port_ar: Article) -> None:
    with pytest.raises(ValueError, match="targets"):
        Abstractive(always(TRUE_EN)).summarize(port_ar, "en", "line", None, Aligned("en", ("One.",), ((),)))


def long_article(paragraphs: int) -> Article:
    names = ("harbour", "bridge", "school", "market", "tunnel", "museum", "stadium", "library")
    text = "\n\n".join(
        f"The {names[index % 8]} of district {index} was repaired for {index + 100} thousand dollars this spring. "
        f"Residents of district {index} had asked for the repair of the {names[index % 8]} since the flood. "
        f"Workers of district {index} will return to the site after the summer holiday."
        for index in range(paragraphs)
    )
    return build_article(text, language="en")


def first_sentence(source: str, task: Task, decoding: Decoding) -> Sequence[str]:
    return [source.split(". ")[0].rstrip(".") + "."]


def test_all_of_a_long_article_is_read_in_windows_and_merged() -> None:
    article = long_article(60)
    model = ScriptedModel(first_sentence, max_source_pieces=120)
    summary = Abstractive(model).summarize(article, "en", "bullets")
    read = " ".join(source for sources, _, _ in model.calls for source in sources)
    assert all(sentence.text in read for sentence in article.sentences)
    assert summary.share_read == 1.0
    assert len(summary.sentences) == 3
    assert codes(summary) == [[], [], []]
    assert all(len(source.split()) <= 120 for sources, _, _ in model.calls for source in sources)


def test_windows_and_what_was_written_about_them_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    made = 0
    alive: list[tuple[int, ...]] = []

    def counted(*arguments: Any, **settings: Any) -> Iterator[Window]:
        nonlocal made
        for window in windows(*arguments, **settings):
            made += 1
            yield window

    def write(source: str, task: Task, decoding: Decoding) -> Sequence[str]:
        gc.collect()
        kept = [type(one) for one in gc.get_objects() if id(one) not in before]
        alive.append((made, *(kept.count(kind) for kind in (Window, Draft, Reviewed))))
        return first_sentence(source, task, decoding)

    gc.collect()
    # By type, not isinstance: that asks proxies of other packages for their class, and they warn.
    before = {id(one) for one in gc.get_objects() if type(one) in (Window, Draft, Reviewed)}
    monkeypatch.setattr(summarize.writer, "windows", counted)
    Abstractive(ScriptedModel(write, max_source_pieces=250)).summarize(long_article(100), "en", "bullets")
    assert made > 15
    for asked, (built, *kept) in enumerate(alive[:-2]):
        assert built <= asked + 4
        assert max(kept) <= 9


def test_twenty_thousand_words_are_read_a_few_windows_at_a_time() -> None:
    article = long_article(500)
    assert article.words > 20_000
    model = ScriptedModel(first_sentence, max_source_pieces=500)
    summary = Abstractive(model).summarize(article, "en")
    assert summary.share_read == 1.0
    assert max(len(sources) for sources, _, _ in model.calls) <= 8
    assert sum(len(sources) for sources, _, _ in model.calls) >= 40


def test_a_sentence_longer_than_the_encoder_is_read_in_parts() -> None:
    endless = "The report lists " + ", ".join(f"village {index} with its well" for index in range(200)) + "."
    article = build_article(f"{endless} It was published on Monday by the water office.", language="en")
    model = ScriptedModel(lambda *_: ["The report was published on Monday by the water office."], max_source_pieces=80)
    summary = Abstractive(model).summarize(article, "en", "line")
    assert summary.text == "The report was published on Monday by the water office."


@pytest.mark.parametrize("length", ["long", 3])
def test_an_impossible_length_is_refused(port_en: Article, length: Length) -> None:
    with pytest.raises(InputError, match="words"):
        Abstractive(always(TRUE_EN)).summarize(port_en, "en", length)
