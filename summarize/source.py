"""What of an article a summarizer reads, and when there is nothing to summarize."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from article.model import Article
from base.errors import EmptyInputError, InputError
from base.languages import Language
from summarize.clean import is_boilerplate, same_text, strip_dateline
from summarize.overlap import words

_SHORTEST_SENTENCE: Final = 4
_FIGURES: Final = 0.3
_VERSE_WORDS: Final = 9
_LOST: Final = re.compile("\ufffd|(?<=\\w)\\?(?=\\w)")
_LOST_SHARE: Final = 0.02
_STOP: Final = re.compile("[.!?؟…؛:»\"'”)]\\s*$")


@dataclass(frozen=True)
class Source:
    """An article as the summarizer reads it.

    `texts[i]` is sentence i of the article without its agency dateline. `body` are the ids that say something
    about the subject: not the title, not boilerplate, not fragments (unless there is nothing else).
    """

    article: Article
    texts: tuple[str, ...]
    body: tuple[int, ...]

    @property
    def language(self) -> Language:
        """The article's language."""
        return self.article.language

    @cached_property
    def word_counts(self) -> tuple[int, ...]:
        """White-space separated words of each sentence of the article."""
        return tuple(len(text.split()) for text in self.texts)

    @cached_property
    def body_words(self) -> int:
        """Words of the body."""
        return sum(self.word_counts[index] for index in self.body)

    @cached_property
    def is_prose(self) -> bool:
        """Whether the body is running text: not a table, a list of scores, or verse.

        Models trained on news invent stories for such texts, so only sentences of the text itself are shown.
        """
        tokens = [word for index in self.body for word in words(self.texts[index])]
        figures = sum(any(letter.isdigit() for letter in word) for word in tokens)
        if not tokens or figures / len(tokens) > _FIGURES:
            return False
        closed = sum(_STOP.search(self.texts[index]) is not None for index in self.body)
        average = self.body_words / len(self.body)
        return len(self.body) < 3 or closed * 2 >= len(self.body) or average > _VERSE_WORDS


def read_source(article: Article) -> Source:
    """Return what a summarizer reads of `article`.

    Raises `EmptyInputError` when there are no words, `InputError` when characters of the text were lost.
    """
    _refuse_lost(article.text)
    texts = tuple(strip_dateline(sentence.text) for sentence in article.sentences)
    heading = _title_ids(article)
    useful = [index for index in range(len(texts)) if index not in heading and words(texts[index])]
    body = [index for index in useful if not is_boilerplate(texts[index])]
    if article.title is not None:
        body = [index for index in body if not same_text(texts[index], article.title)]
    whole = [index for index in body if len(texts[index].split()) >= _SHORTEST_SENTENCE]
    chosen = whole or body or useful or [index for index in range(len(texts)) if words(texts[index])]
    if not chosen:
        raise EmptyInputError(
            f"There is nothing to summarize in {article.origin}: no words were found. Give it a text with sentences."
        )
    return Source(article, texts, tuple(chosen))


def _title_ids(article: Article) -> range:
    return range(len(article.paragraphs[0].sentences) if article.has_title else 0)


def _refuse_lost(text: str) -> None:
    lost = len(_LOST.findall(text))
    letters = sum(character.isalpha() for character in text)
    if lost > max(3, _LOST_SHARE * (letters + lost)):
        raise InputError(
            f"{lost} characters of the text are lost (shown as \ufffd or ? inside words), beside {letters} letters: "
            "a summary would have to guess them. Save the text again as UTF-8, or give the original file."
        )
