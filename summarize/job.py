"""One run of the command line: articles in, summaries on standard output, failures counted and reported."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, cast

import click

from article.model import Article
from base.errors import JisrError
from base.languages import LANGUAGES, Language
from base.progress import Progress, ProgressCallback
from summarize.abstractive import Abstractive
from summarize.consistency import consistency
from summarize.model import Length, Route, Summarizer, Summary
from summarize.render import article_dict, heading, summary_text

STDIN: Final = "-"
MakeSummarizer = Callable[[], Summarizer]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line; `languages` of None are the method's own default."""

    languages: tuple[Language, ...] | None
    length: Length
    route: Route | None
    evidence: bool
    as_json: bool


@dataclass(slots=True)
class Job:
    """Summarizes the articles of files, one after the other; one that fails does not stop the others."""

    request: Request
    summarizer: Summarizer
    progress: ProgressCallback
    failures: list[JisrError] = field(default_factory=list)

    def run(self, files: Sequence[str]) -> int:
        """Print the summaries, tell on standard error what failed, and return the exit code."""
        for number, article in enumerate(self._articles(files)):
            try:
                click.echo(self._report(article, first=number == 0))
            except JisrError as error:
                self.failures.append(type(error)(f"{article.origin}: {error}"))
            self.progress(Progress("summarize", number + 1, 0))
        for failure in self.failures:
            click.echo(f"error: {failure}", err=True)
        return max((failure.exit_code for failure in self.failures), default=0)

    def _articles(self, files: Sequence[str]) -> Iterator[Article]:
        """Yield the articles of all files; what cannot be read is a failure, and the next one goes on."""
        from article.read import read_articles

        for name in files:
            try:
                with tempfile.TemporaryDirectory() as folder:
                    path = _spooled(Path(folder)) if name == STDIN else Path(name)
                    for record in read_articles(path):
                        if record.article is not None:
                            yield record.article
                        elif record.error is not None:
                            self.failures.append(record.error)
            except JisrError as error:
                self.failures.append(error)

    def _report(self, article: Article, *, first: bool) -> str:
        """Return what is printed for one article."""
        wanted = self.request
        languages = wanted.languages or self._default_languages(article)
        summaries = {
            language: self.summarizer.summarize(article, language, wanted.length, wanted.route)
            for language in languages
        }
        differences = consistency(*summaries.values()) if len(summaries) == len(LANGUAGES) else ()
        if wanted.as_json:
            return json.dumps(article_dict(article, summaries, differences), ensure_ascii=False)
        return _readable(article, summaries, wanted, first=first)

    def _default_languages(self, article: Article) -> tuple[Language, ...]:
        """Return both languages where the summarizer can cross from one to the other, else the article's."""
        crosses = isinstance(self.summarizer, Abstractive) or getattr(self.summarizer, "translator", None) is not None
        return LANGUAGES if crosses else (article.language,)


def _spooled(folder: Path) -> Path:
    """Return a file that holds standard input: the readers need to look ahead."""
    path = folder / "stdin"
    path.write_bytes(cast(BinaryIO, getattr(sys.stdin, "buffer", sys.stdin)).read())
    return path


def _readable(article: Article, summaries: dict[Language, Summary], request: Request, *, first: bool) -> str:
    bullets = request.length == "bullets"
    blocks = []
    for language, summary in summaries.items():
        text = summary_text(summary, article, bullets=bullets, evidence=request.evidence)
        blocks.append(f"{heading(language)}\n{text}" if len(summaries) > 1 else text)
    return ("" if first else "\n") + "\n\n".join(blocks)
