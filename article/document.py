"""A text becomes an article: paragraphs, the title among them, sentences, and the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from article.characters import EMOJI, INVISIBLE
from article.language import NO_LETTERS, Detection, detect_language, identify, words_by_script
from article.layout import paragraph_spans
from article.model import Article, Paragraph, Sentence
from article.profiles import LATIN
from article.split import sentences_within
from base.errors import EmptyInputError, InputError, LanguageError
from base.languages import LANGUAGES, Language

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ITEM: Final = re.compile(r"\s*(?:[•\-–—*]\s|[\d٠-٩]{1,3}[.)\-–]|\w\))")
_FINAL: Final = re.compile(rf"[.!…:؛;،,۔][\s{INVISIBLE}\"'“”„«»‘’)\]]*$")
_QUESTION: Final = re.compile(rf"[?؟][\s{INVISIBLE}\"'“”„«»‘’)\]]*$")
_TITLE_WORDS: Final = 20
_TITLE_LENGTH: Final = 160


@dataclass(frozen=True, slots=True)
class LanguageShares:
    """The share of the words of an article that stand in sentences of each language; they sum to 1."""

    arabic: float
    english: float
    other: float

    @property
    def minor(self) -> float:
        """The share of the words outside of the dominant language."""
        return 1.0 - max(self.arabic, self.english, self.other)


def build_article(
    text: str, *, origin: str = "<text>", title: str | None = None, language: Language | None = None
) -> Article:
    """Return `text` as an article.

    A given `title` that the text does not begin with is put in front of it. Without one, a short first line without
    a full stop is the title when something longer follows. `language` overrules the detection.
    Raises `EmptyInputError` for a text without letters, `LanguageError` for one in a third language, and `InputError`
    for a lone surrogate; `origin` (a path, a URL) is named in the message.
    """
    _refuse_surrogates(text, origin)
    if title is not None and title.strip():
        _refuse_surrogates(title, origin)
        text = _with_title(text, title.strip())
    detection = detect_language(text)
    _refuse_wordless(text, detection, origin)
    paragraphs = tuple(_paragraphs(text))
    titled = bool(title and title.strip()) or _has_title(text, paragraphs)
    return Article(text, paragraphs, language or _accepted(detection, origin), titled, origin)


def language_shares(article: Article) -> LanguageShares:
    """Return how the words of `article` are spread over languages, sentence by sentence.

    Names and terms in the other script inside of a sentence do not count against it.
    """
    words: dict[str, list[str]] = {"arabic": [], "latin": []}
    foreign = 0.0
    for sentence in article.sentences:
        arabic, latin = words_by_script(sentence.text)
        words["arabic" if len(arabic) >= len(latin) else "latin"] += arabic + latin
        foreign += 0 if arabic or latin else len(sentence.text.split()) * any(map(str.isalpha, sentence.text))
    total = len(words["arabic"]) + len(words["latin"]) + foreign
    latin_share = len(words["latin"]) / total if total else 0.0
    arabic_share = len(words["arabic"]) / total if total else 0.0
    if words["latin"] and identify(words["latin"], LATIN)[0].code != "en":
        return LanguageShares(arabic_share, 0.0, 1.0 - arabic_share)
    return LanguageShares(arabic_share, latin_share, max(0.0, 1.0 - arabic_share - latin_share))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for start, end in paragraph_spans(text):
        sentences: tuple[Sentence, ...] = tuple(sentences_within(text, start, end))
        if sentences:
            yield Paragraph(sentences, sentences[0].start, sentences[-1].end)


def _with_title(text: str, title: str) -> str:
    """Return `text` beginning with `title` in a line of its own, unchanged when it does already."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.split() == title.split():
        return text
    return f"{' '.join(title.split())}\n\n{text}"


def _has_title(text: str, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Tell whether the first paragraph is a title: short, no full stop, not a list item, with more text behind."""
    if len(paragraphs) < 2:
        return False
    first, second = (text[paragraph.start : paragraph.end] for paragraph in paragraphs[:2])
    length = len(first.split())
    if length > _TITLE_WORDS or len(first) > _TITLE_LENGTH or _ITEM.match(first) or _FINAL.search(first):
        return False
    body = len(text[paragraphs[1].start :].split())
    if _QUESTION.search(first):
        return len(paragraphs[0].sentences) == 1 and len(second.split()) >= 2 * length
    return body >= 2 * length and _is_running(text, paragraphs[1:4])


def _is_running(text: str, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Tell whether there is running text among `paragraphs`, rather than the lines of a list, a poem or a chat."""
    return any(
        len(paragraph.sentences) > 1
        or (len(written := text[paragraph.start : paragraph.end]) > 40 and _FINAL.search(written))
        or len(written) > _TITLE_LENGTH
        for paragraph in paragraphs
    )


def _accepted(detection: Detection, origin: str) -> Language:
    """Return the detected language; raises `LanguageError` when it is a third one."""
    for language in LANGUAGES:
        if detection.language == language:
            return language
    scripts = ", ".join(f"{share:.0%} {script}" for script, share in detection.shares.scripts[:3])
    raise LanguageError(
        f"{origin}: the text is in {detection.name} (letters: {scripts}), expected Arabic or English. "
        "If that is wrong, name the language with language='ar' or language='en'."
    )


def _refuse_surrogates(text: str, origin: str) -> None:
    found = _SURROGATE.search(text)
    if found:
        raise InputError(
            f"{origin}: a lone surrogate U+{ord(found.group()):04X} at character {found.start()}, expected text. "
            "Decode the bytes as UTF-8, or drop it: text.encode('utf-8', 'ignore').decode('utf-8')."
        )


def _refuse_wordless(text: str, detection: Detection, origin: str) -> None:
    """Raise `EmptyInputError` when there are no words, saying what there is instead."""
    if detection.name != NO_LETTERS:
        return
    if not text.strip():
        found = "nothing" if not text else "only white space"
    else:
        digits = sum(map(str.isdecimal, text))
        emoji = len(re.findall(rf"(?![\u200d\ufe0f])[{EMOJI}]", text))
        letters = sum(map(str.isalpha, text))
        rest = sum(not c.isspace() for c in text) - digits - emoji - letters
        kinds = {"emoji": emoji, "digits": digits, "other signs": rest}
        named = [f"{count} {kind}" for kind, count in kinds.items() if count]
        found = "only " + ("web addresses or tags" if letters else ", ".join(named))
    raise EmptyInputError(f"{origin}: found {found}, expected an article in Arabic or English. Give a text with words.")
