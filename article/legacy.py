"""The 8-bit encodings of Arabic and English texts, told apart by whether the words they give look like words.

Windows-1256 and ISO-8859-6 put the same letters on different bytes, and every byte is something in
Windows-1256, so that a strict decoder tells nothing. What tells: in a wrong decoding Latin letters stand
inside Arabic words, ة and ى stand inside words, capitals follow small letters, and the article ال and the
commonest words are not there.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from dataclasses import dataclass
from typing import Final

from base.errors import EncodingError

NAMES: Final = {"cp1256": "Windows-1256", "iso8859-6": "ISO-8859-6", "cp1252": "Windows-1252"}
_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        """
        في من على إلى عن مع أن إن ان أو لا ما لم لن قد كان كانت هذا هذه ذلك تلك التي الذي الذين هو هي هم كما
        بعد قبل بين حتى كل أي غير عند عبر ضد منذ خلال حول دون نحو لكن ثم إذا قال قالت يوم عام سنة فيه فيها به
        بها له لها أنه أنها وفي ومن وقد وأن ولا وهو وهي وقال وأضاف نعم سلام مرحبا شكرا جدا أنا أنت نحن ليس
        """,
    )
)
_DIACRITICS: Final = re.compile("[\u064b-\u0652]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]+")
_ARABIC_LETTER: Final = re.compile(r"[\u0621-\u064a]")
_MISPLACED_MARK: Final = re.compile(
    r"(?<![\u0621-\u0652])[\u064b-\u0652]|[\u064c\u064d][\u0621-\u064a]|\u064b[\u0621-\u0626\u0628-\u064a]"
)
_MISSHAPEN: Final = re.compile(r"[ةى][\u0621-\u064a]|^[ئؤ].?$|ءء|اا|أأ|إإ|إ$")
_WITH_ARTICLE: Final = re.compile(r"[وف]?(?:[بك]?ال|لل)[\u0621-\u064a]{2,}")
_LATIN_WORD: Final = re.compile(r"[^\W\d_]?[a-zà-öø-ÿœšžß]*|[A-ZÀ-ÖØ-ÞŒŠŽ]+")
_LATIN_SINGLE: Final = frozenset("àéèêóúáíÀÉÈÊÓÚÁÍöåæøÖÅÆØ")
_TYPOGRAPHIC: Final = frozenset("‘’‚“”„…–—€£¥¢§©®™°±²³¼½¾×÷·•«»¿¡\xa0\xad´†‡‰‹›ˆ˜µ¶ªº،؛؟ـ")
_HINT_SAMPLE: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decoding whose words look like words; `known` of its `words` are common ones or have ال."""

    encoding: str
    text: str
    words: int
    known: int

    def stands_out(self, rival: Candidate) -> bool:
        """Say whether this reading is so much better than `rival` that it may be taken without asking."""
        return self.known >= 2 and self.known / self.words > 2 * rival.known / rival.words + 0.1


def decode(data: bytes, origin: str) -> tuple[str, str]:
    """Return (encoding, text) of 8-bit `data`.

    Raises `EncodingError` when no candidate gives words, or when two differ and neither stands out.
    """
    found = candidates(data)
    if not found:
        raise _unknown_error(data, origin)
    best = found[0]
    for rival in found[1:]:
        if rival.text != best.text and not best.stands_out(rival):
            raise _undecided_error(best, rival, origin)
    return best.encoding, best.text


def candidates(data: bytes) -> list[Candidate]:
    """Return the plausible decodings of `data`, the likeliest first."""
    found: list[Candidate] = []
    for encoding in NAMES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        candidate = _latin(text) if encoding == "cp1252" else _arabic(text, encoding)
        if candidate is not None:
            found.append(candidate)
    return sorted(found, key=lambda candidate: -candidate.known / candidate.words)


def _arabic(text: str, encoding: str) -> Candidate | None:
    """Return the reading of `text` as one with Arabic words, or None when it cannot be Arabic."""
    words = Counter(_WORD.findall(_DIACRITICS.sub("", text)))
    foreign = Counter({word: count for word, count in words.items() if not word.isascii()})
    arabic = Counter({word: count for word, count in foreign.items() if _ARABIC.fullmatch(word)})
    mixed = sum(count for word, count in (foreign - arabic).items() if _ARABIC_LETTER.search(word))
    total = arabic.total()
    if max(map(len, arabic), default=0) < 2 or not _punctuation_fits(Counter(text)):
        return None
    if mixed > 0.02 * foreign.total() or total < 0.8 * foreign.total():
        return None
    misshapen = sum(count for word, count in arabic.items() if _MISSHAPEN.search(word))
    misshapen += len(_MISPLACED_MARK.findall(text))
    known = sum(count for word, count in arabic.items() if word in _COMMON or _WITH_ARTICLE.fullmatch(word))
    long = total >= 15
    if misshapen > max(0.04 * total, long) or (long and known < 0.1 * total):
        return None
    return Candidate(encoding, text, total, known)


def _latin(text: str) -> Candidate | None:
    """Return the reading of `text` as one of ordinary Latin words, or None when it cannot be one."""
    counts = Counter(text)
    letters = sum(count for character, count in counts.items() if character.isalpha())
    ascii_letters = sum(counts[letter] for letter in string.ascii_letters)
    if not letters or ascii_letters < 0.75 * letters or not _punctuation_fits(counts):
        return None
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    if not all(_is_latin(word) for word in words):
        return None
    return Candidate("cp1252", text, max(len(words), 2), max(len(words), 2))


def _is_latin(word: str) -> bool:
    return word in _LATIN_SINGLE if len(word) == 1 else _LATIN_WORD.fullmatch(word) is not None


def _punctuation_fits(counts: Counter[str]) -> bool:
    """Say whether what is neither ASCII nor a letter or mark is nearly always typographic."""
    odd = other = 0
    for character, count in counts.items():
        if character >= "\x80" and not character.isalpha() and not "\u064b" <= character <= "\u0652":
            odd += count
            other += count * (character not in _TYPOGRAPHIC)
    return other <= 0.02 * odd


def _undecided_error(best: Candidate, rival: Candidate, origin: str) -> EncodingError:
    first, second = NAMES[best.encoding], NAMES[rival.encoding]
    return EncodingError(
        f"{origin}: the bytes are not UTF-8, and two encodings fit: {first} (“{_shown(best.text)}”) and "
        f"{second} (“{_shown(rival.text)}”). Expected one that stands out. Convert the file with the right "
        f"one: iconv -f {first.upper()} -t UTF-8 FILE > CONVERTED, or the same with {second.upper()}."
    )


def _unknown_error(data: bytes, origin: str) -> EncodingError:
    offset = next(index for index, byte in enumerate(data) if byte >= 0x80)
    line = data.count(b"\n", 0, offset) + 1
    guess = _other_guess(data)
    hint = f"It may be {guess}. " if guess else ""
    return EncodingError(
        f"{origin}: byte 0x{data[offset]:02X} at offset {offset} (line {line}) is not UTF-8, and as "
        f"Windows-1256, ISO-8859-6 or Windows-1252 the text has no readable Arabic or English words. {hint}"
        "Expected a text in one of these. Convert the file: "
        f"iconv -f {guess or 'ENCODING'} -t UTF-8 FILE > CONVERTED."
    )


def _other_guess(data: bytes) -> str | None:
    """Return what charset-normalizer takes the bytes for, as a hint only."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_HINT_SAMPLE], enable_fallback=False).best()
    if match is None or match.encoding in ("ascii", "utf_8", *NAMES):
        return None
    return match.encoding.upper().replace("_", "-")


def _shown(text: str) -> str:
    start = next((index for index, character in enumerate(text) if character >= "\u0600"), 0)
    return " ".join(text[start : start + 24].split())
