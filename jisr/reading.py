"""What a reader gets: the article, its translation, both summaries, and what to check."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from article.model import Article
from base.files import write_atomic
from base.flags import Flag
from base.languages import Language
from jisr import __version__
from jisr.messages import message
from summarize.model import Summary
from translate.model import Translation


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read: everything an export needs.

    `summaries` are keyed by language. `flags` concern the whole reading; those of segments and summary
    sentences are on them. `timings` are seconds by stage, with `total`. `signature` names the versions and models
    that made it.
    """

    article: Article
    translation: Translation
    summaries: Mapping[Language, Summary]
    flags: tuple[Flag, ...]
    timings: Mapping[str, float]
    signature: str

    def to_dict(self) -> dict[str, object]:
        """Return the reading as plain data; every key is always present."""
        article = self.article
        return {
            "jisr": __version__,
            "signature": self.signature,
            "article": {
                "title": article.title,
                "language": article.language,
                "paragraphs": len(article.paragraphs),
                "sentences": len(article.sentences),
                "words": article.words,
                "origin": article.origin,
            },
            "target_language": self.translation.target_language,
            "segments": [
                {
                    "id": segment.id,
                    "paragraph": segment.paragraph,
                    "source": segment.source,
                    "target": segment.target,
                    "score": round(segment.score, 4),
                    "flags": _flags(segment.flags),
                }
                for segment in self.translation.segments
            ],
            "summaries": {language: _summary(summary) for language, summary in self.summaries.items()},
            "flags": _flags(self.flags),
            "timings": {stage: round(seconds, 4) for stage, seconds in self.timings.items()},
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return `to_dict()` as JSON, Arabic left readable."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_html(self, *, language: Language = "en") -> str:
        """Return a self-contained page: summaries on top, facing pages below; `language` is the interface's."""
        from jisr.exports.html import page

        return page(self, language)

    def to_markdown(self) -> str:
        """Return Markdown with right-to-left blocks marked."""
        from jisr.exports.markdown import document

        return document(self)

    def to_docx(self) -> bytes:
        """Return a Word document whose Arabic paragraphs are really right-to-left."""
        from jisr.exports.docx import document

        return document(self)

    def to_terminal(self, *, width: int = 100) -> str:
        """Return plain text for a terminal that orders right-to-left text itself, `width` columns wide."""
        from jisr.exports.terminal import render

        return render(self, width=width)

    def save(self, path: str | Path) -> None:
        """Write the reading to `path` as its suffix says: .json, .html, .md or .docx.

        Raises `ValueError` for another suffix and `OutputError` when the file cannot be written.
        """
        path = Path(path)
        makers: dict[str, Callable[[], str | bytes]] = {
            ".json": self.to_json,
            ".html": self.to_html,
            ".md": self.to_markdown,
            ".docx": self.to_docx,
        }
        if path.suffix not in makers:
            raise ValueError(f"{path}: unknown suffix {path.suffix!r}; use one of {', '.join(makers)}")
        write_atomic(path, makers[path.suffix]())


def _flags(flags: Iterable[Flag]) -> list[dict[str, str]]:
    return [{"code": flag.code, "detail": flag.detail, "message": message(flag)} for flag in flags]


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "text": summary.text,
        "route": summary.route,
        "share_read": round(summary.share_read, 4),
        "sentences": [
            {
                "text": sentence.text,
                "evidence": list(sentence.evidence),
                "support": round(sentence.support, 4),
                "flags": _flags(sentence.flags),
            }
            for sentence in summary.sentences
        ],
    }
