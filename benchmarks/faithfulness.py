"""How well the guard finds what a summary makes up: precision and recall on planted errors.

    python -m benchmarks.faithfulness [--show] [--corpus DIR]

Two sets of planted errors, in both languages; every claim is judged against its article in its own language, and
against the article in the other language through the aligned translation. Intervals are Wilson's at 95 %.

- Short stories with claims close to their words (`faithfulness_facts`). Half of them (`blind`) were not looked at while
  the guard was made.
- The abstractive summaries of `eval/own`, with errors put in (`faithfulness_planted`). An error counts as caught only
  when something is flagged that is not flagged in the true sentence.

`--corpus`, or `--news` for another file, reads articles with true summaries (one JSON object a line: sentences of
[ar, en] pairs, summary_ar, summary_en) and reports how often the guard doubts a true sentence, how often it lets one
about another article pass, and the area under the ROC curve of the support score.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from article.model import Article, Paragraph, Sentence
from article.split import split_sentences
from base.languages import LANGUAGES, Language
from benchmarks.faithfulness_facts import FILLINGS, STORIES, Claim, Story
from benchmarks.faithfulness_planted import ADDED, MADE_UP, SWAPS
from eval.own import read_own
from summarize.judge import Judge, Verdict
from summarize.source import Source

_Z: Final = 1.96


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to be judged: the planted error ("" for none), and whether its story is of the blind half.

    `true` is the sentence before the error was put in, "" where there is none.
    """

    kind: str
    text: str
    judge: Judge
    setting: str
    blind: bool
    true: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its Wilson interval at 95 %."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 for nothing."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (Wilson, 1927)."""
        if not self.total:
            return 0.0, 1.0
        spread = _Z * math.sqrt(self.value * (1 - self.value) / self.total + _Z**2 / (4 * self.total**2))
        centre, scale = self.value + _Z**2 / (2 * self.total), 1 + _Z**2 / self.total
        return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{100 * self.value:5.1f} % ({self.hits}/{self.total}, {100 * low:.1f}-{100 * high:.1f})"


def items() -> Iterator[Item]:
    """Yield every claim in every setting: `ar`, `en` (one language) and `ar>en`, `en>ar` (aligned translation)."""
    for place, story in enumerate(STORIES):
        for filling in FILLINGS:
            for language in LANGUAGES:
                for source in LANGUAGES:
                    judge = _judge(story, filling, source, language)
                    setting = language if source == language else f"{source}>{language}"
                    for claim in (*story.claims, *half_invented(place)):
                        text = _filled(claim.en if language == "en" else claim.ar, filling, language)
                        yield Item(claim.kind, text, judge, setting, place % 2 == 1)


def planted() -> Iterator[Item]:
    """Yield the sentences of Jisr's own abstractive summaries, true and with errors, in all four settings."""
    for place, article in enumerate(read_own()):
        for language in LANGUAGES:
            summaries = article["summaries"][language]
            true = [sentence.text.strip() for text in summaries for sentence in split_sentences(text)]
            wrong = list(_planted_in(article["id"], place, true, language))
            for source in LANGUAGES:
                texts, targets = ([segment[name] for segment in article["segments"]] for name in (source, language))
                judge = make_judge(texts, targets, source, language)
                setting = language if source == language else f"{source}>{language}"
                yield from (Item("", text, judge, setting, blind=False) for text in true)
                yield from (Item(kind, text, judge, setting, blind=False, true=base) for kind, text, base in wrong)


def _planted_in(name: str, place: int, true: Sequence[str], language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield (kind of error, sentence with it, sentence without it) for the summaries of one article."""
    for swap in SWAPS:
        old, new = swap.en if language == "en" else swap.ar
        if swap.article == name:
            base = next(text for text in true if old in text)
            yield swap.kind, base.replace(old, new, 1), base
    for number, base in enumerate(true):
        english, arabic = ADDED[(place + number) % len(ADDED)]
        clause = f", {english}." if language == "en" else f"، {arabic}."
        yield "half invented", base.rstrip(" .;؛") + clause, base
    yield "unsupported", MADE_UP[name][0 if language == "en" else 1], ""


def half_invented(place: int) -> tuple[Claim, ...]:
    """Return the true claims of a story, each with a clause about something else."""
    true = [claim for claim in STORIES[place].claims if not claim.kind]
    strange = [claim for story in STORIES for claim in story.claims if claim.kind == "unsupported"]
    return tuple(
        Claim(
            "half invented",
            f"{claim.en.rstrip('.')}, and {other.en[0].lower()}{other.en[1:]}",
            f"{claim.ar.rstrip('.')}، و{other.ar}",
        )
        for claim, other in zip(true, (strange * 2)[place + 1 :], strict=False)
    )


def make_article(sentences: Sequence[str], language: Language) -> Article:
    """Return an article of one paragraph a sentence, without a title."""
    found, position = [], 0
    for text in sentences:
        found.append(Sentence(text, position, position + len(text)))
        position += len(text) + 1
    paragraphs = tuple(Paragraph((sentence,), sentence.start, sentence.end) for sentence in found)
    return Article("\n".join(sentences), paragraphs, language)


def make_judge(source: Sequence[str], targets: Sequence[str], spoken: Language, language: Language) -> Judge:
    """Return a judge of claims in `language` about the article `source`, with its translation where they differ."""
    read = Source(make_article(source, spoken), tuple(source), tuple(range(len(source))))
    return Judge(read, language, None if spoken == language else tuple(targets))


def judged_planted() -> list[tuple[Item, Verdict]]:
    """Return the items of `planted` with verdicts; flags that the true sentence has too do not count."""
    found = []
    for item in planted():
        verdicts = item.judge.verdicts([item.text, item.true] if item.true else [item.text])
        before = {flag.code for flag in verdicts[1].flags} if item.true else set()
        new = tuple(flag for flag in verdicts[0].flags if flag.code not in before)
        found.append((item, replace(verdicts[0], flags=new)))
    return found


def report(found: Sequence[tuple[Item, Verdict]]) -> list[str]:
    """Return the lines of the table: recall by kind, false alarms, precision; all, by half and by setting."""
    kinds = dict.fromkeys(item.kind for item, _ in found if item.kind)
    rates = {kind: caught([pair for pair in found if pair[0].kind == kind]) for kind in kinds}
    lines = ["planted errors caught", *(f"  {kind:20}{rate}" for kind, rate in rates.items())]
    groups = {"all": found}
    if any(item.blind for item, _ in found):
        groups["seen stories"] = [pair for pair in found if not pair[0].blind]
        groups["blind stories"] = [pair for pair in found if pair[0].blind]
    for setting in dict.fromkeys(item.setting for item, _ in found):
        groups[setting] = [pair for pair in found if pair[0].setting == setting]
    for name, group in groups.items():
        lines += [f"{name}", f"  caught              {caught(group)}", f"  false alarms        {false_alarms(group)}"]
        lines.append(f"  precision           {precision(group)}")
    return lines


def caught(found: Sequence[tuple[Item, Verdict]]) -> Rate:
    """Return the share of planted errors that were flagged (recall)."""
    planted = [verdict for item, verdict in found if item.kind]
    return Rate(sum(not verdict.ok for verdict in planted), len(planted))


def false_alarms(found: Sequence[tuple[Item, Verdict]]) -> Rate:
    """Return the share of true claims that were flagged."""
    true = [verdict for item, verdict in found if not item.kind]
    return Rate(sum(not verdict.ok for verdict in true), len(true))


def precision(found: Sequence[tuple[Item, Verdict]]) -> Rate:
    """Return the share of flagged claims that have an error."""
    flagged = [item for item, verdict in found if not verdict.ok]
    return Rate(sum(bool(item.kind) for item in flagged), len(flagged))


def judged() -> list[tuple[Item, Verdict]]:
    """Return all items with their verdicts."""
    return [(item, item.judge.verdicts([item.text])[0]) for item in items()]


def news_lines(path: Path, most: int) -> list[str]:
    """Return the table for articles with true summaries; `most` limits their number."""
    with path.open(encoding="utf-8") as file:
        articles = [json.loads(line) for line, _ in zip(file, range(most), strict=False)]
    lines = []
    for language in LANGUAGES:
        for spoken in LANGUAGES:
            true, foreign = _news_verdicts(articles, spoken, language)
            doubted = Counter(flag.code for verdict in true for flag in {f.code: f for f in verdict.flags}.values())
            lines.append(f"{language}, articles in {spoken}: {len(articles)} articles")
            lines.append(f"  true, doubted       {Rate(sum(not verdict.ok for verdict in true), len(true))}")
            lines.append(f"    of them           {', '.join(f'{code} {count}' for code, count in doubted.items())}")
            lines.append(f"  foreign, passed     {Rate(sum(verdict.ok for verdict in foreign), len(foreign))}")
            lines.append(f"  support, AUC        {_auc(true, foreign):.4f}")
    return lines


def _news_verdicts(
    articles: Sequence[dict[str, list[list[str]]]], spoken: Language, language: Language
) -> tuple[list[Verdict], list[Verdict]]:
    side = {"ar": 0, "en": 1}
    true: list[Verdict] = []
    foreign: list[Verdict] = []
    for place, article in enumerate(articles):
        pairs = article["sentences"]
        source, targets = ([pair[side[name]] for pair in pairs] for name in (spoken, language))
        judge = make_judge(source, targets, spoken, language)
        own, strange = (
            [sentence.text for sentence in split_sentences(str(entry[f"summary_{language}"]))]
            for entry in (article, articles[(place + 1) % len(articles)])
        )
        true += judge.verdicts(own)
        foreign += judge.verdicts(strange)
    return true, foreign


def _auc(true: Sequence[Verdict], foreign: Sequence[Verdict]) -> float:
    """Return the chance that a true sentence has more support than a foreign one, ties counting half."""
    low = sorted(verdict.evidence.support for verdict in foreign)
    wins = sum(
        sum(value < verdict.evidence.support for value in low)
        + 0.5 * sum(value == verdict.evidence.support for value in low)
        for verdict in true
    )
    return wins / (len(true) * len(low))


def _judge(story: Story, filling: dict[str, tuple[str, str]], spoken: Language, language: Language) -> Judge:
    source, targets = (
        [_filled(text, filling, name) for text in (story.en if name == "en" else story.ar)]
        for name in (spoken, language)
    )
    return make_judge(source, targets, spoken, language)


def _filled(text: str, filling: dict[str, tuple[str, str]], language: Language) -> str:
    return text.format(**{slot: values[0 if language == "en" else 1] for slot, values in filling.items()})


@click.command()
@click.option("--show", is_flag=True, help="Show what was missed or doubted in the stories that may be looked at.")
@click.option("--news", type=click.Path(path_type=Path, exists=True), help="Articles with true summaries, JSON Lines.")
@click.option("--corpus", type=click.Path(path_type=Path, exists=True), help="Folder with news/dev.jsonl, as --news.")
@click.option("--most", default=1000, show_default=True, help="Articles to read of them.")
def main(show: bool, news: Path | None, corpus: Path | None, most: int) -> None:
    """Measure the faithfulness guard of the summaries."""
    found, own = judged(), judged_planted()
    print("\n".join(["# Short stories", *report(found), "", "# Abstractive summaries of eval/own", *report(own)]))
    for item, verdict in [*found, *own] if show else []:
        if not item.blind and bool(item.kind) == verdict.ok:
            print(f"{item.setting} | {item.kind or 'TRUE'} | {item.text} | {verdict.flags} {verdict.evidence}")
    if news is None and corpus is not None:
        news = corpus / "news" / "dev.jsonl"
    if news is not None:
        print("\n".join(news_lines(news, most)))


if __name__ == "__main__":
    main()
