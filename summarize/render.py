"""Summaries as text and as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from article.model import Article
from base.flags import Flag
from base.languages import NAMES, Language
from summarize.model import Summary, SummarySentence


def summary_dict(summary: Summary) -> dict[str, object]:
    """Return a summary as JSON values; text, sentences and flags have the keys of `jisr read --json`."""
    return {
        "text": summary.text,
        "sentences": [
            {
                "text": sentence.text,
                "evidence": list(sentence.evidence),
                "support": sentence.support,
                "flags": [flag_dict(flag) for flag in sentence.flags],
            }
            for sentence in summary.sentences
        ],
        "route": summary.route,
        "share_read": summary.share_read,
        "signature": summary.signature,
    }


def flag_dict(flag: Flag) -> dict[str, str]:
    """Return a flag as JSON values."""
    return {"code": flag.code, "detail": flag.detail}


def article_dict(
    article: Article, summaries: Mapping[Language, Summary], differences: tuple[Flag, ...]
) -> dict[str, object]:
    """Return an article's summaries as one JSON object; `flags` are those of `consistency`."""
    return {
        "article": {
            "origin": article.origin,
            "title": article.title,
            "language": article.language,
            "sentences": len(article.sentences),
            "words": article.words,
        },
        "summaries": {language: summary_dict(summary) for language, summary in summaries.items()},
        "flags": [flag_dict(flag) for flag in differences],
    }


def summary_text(summary: Summary, article: Article, *, bullets: bool, evidence: bool) -> str:
    """Return a summary for a terminal or a file: one sentence a line when `bullets` or `evidence`.

    Flags stand in brackets behind their sentence. With `evidence`, the supporting sentences of the article follow
    each sentence, with their ids, the best first.
    """
    marked = [_marked(sentence) for sentence in summary.sentences]
    if evidence:
        return "\n".join(
            "\n".join([text, *_evidence(sentence, article)])
            for text, sentence in zip(marked, summary.sentences, strict=True)
        )
    return "\n".join(f"• {text}" for text in marked) if bullets else " ".join(marked)


def heading(language: Language) -> str:
    """Return the line above a summary when there are several."""
    return f"== {NAMES[language]} =="


def _marked(sentence: SummarySentence) -> str:
    if not sentence.flags:
        return sentence.text
    notes = "; ".join(f"{flag.code}: {flag.detail}" if flag.detail else flag.code for flag in sentence.flags)
    return f"{sentence.text} [{notes}]"


def _evidence(sentence: SummarySentence, article: Article) -> list[str]:
    lines = [f"    support {sentence.support:.2f}"]
    return lines + [f"    #{index} {article.sentences[index].text}" for index in sentence.evidence]
