"""Which language is this text in: Arabic, English, or which other one; and what share of it each script has.

Scripts come from the names of the characters in the Unicode Character Database. Inside of a script, frequent short
words decide (`article.profiles`); they are what headlines and single sentences have.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from article.characters import ARABIC_LETTERS, bare
from article.profiles import ARABIC, LATIN, SCRIPT_LANGUAGES, Profile
from base.languages import LANGUAGES

NO_LETTERS: Final = "no letters"
_NOT_PROSE: Final = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+|<[^<>]{1,200}>|&#?\w{1,10};|(?<!\w)@\w+")
_LATIN_LETTERS: Final = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a"
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’\u064b-\u065f\u0670\u200c-\u200f]*")
_ARABIC_LETTER: Final = re.compile(f"[{ARABIC_LETTERS}]")
_LATIN_LETTER: Final = re.compile(f"[{_LATIN_LETTERS}]")
_ARTICLE: Final = re.compile("[وفبكل]?ال..|[وف]?لل..")
_SAMPLE: Final = 3000
_PRIOR: Final = 0.6
_UNSPACED: Final = frozenset({"Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"})


@dataclass(frozen=True, slots=True)
class ScriptShares:
    """The share of each script among the letters of a text, in [0, 1], largest first; empty without letters."""

    scripts: tuple[tuple[str, float], ...]

    def of(self, script: str) -> float:
        """Return the share of a script by its Unicode name, such as `Cyrillic`; 0.0 when it does not occur."""
        return next((share for name, share in self.scripts if name == script), 0.0)

    @property
    def arabic(self) -> float:
        """The share of Arabic script, whatever the language."""
        return self.of("Arabic")

    @property
    def latin(self) -> float:
        """The share of Latin script, whatever the language."""
        return self.of("Latin")

    @property
    def other(self) -> float:
        """The share of all other scripts together."""
        return sum(share for name, share in self.scripts if name not in {"Arabic", "Latin"})


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    `name` is its English name (`French`, `Persian`), the script when the language is not known
    (`a language in Cyrillic script`), or `no letters`. `confidence` in [0, 1] is about the language named: the share
    of its script times the share of the evidence that speaks for it.
    """

    language: Literal["ar", "en", "other"]
    name: str
    shares: ScriptShares
    confidence: float


def script_shares(text: str) -> ScriptShares:
    """Return the share of each script among the letters of `text`; marks, digits and signs do not count."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha() and character != "\u0640":
            counts[_script(character)] += count
    total = counts.total()
    return ScriptShares(tuple((name, count / total) for name, count in counts.most_common()))


def detect_language(text: str) -> Detection:
    """Return the language of `text`, the dominant one where it is mixed; fit for a few words and for whole articles.

    URLs, addresses, mentions and tags do not count. Text in Latin script without
    any evidence, such as a list of names, counts as English.
    """
    prose = _NOT_PROSE.sub(" ", text)
    shares = script_shares(prose)
    if not shares.scripts:
        return Detection("other", NO_LETTERS, shares, 1.0)
    arabic, latin = words_by_script(prose)
    foreign, weight = _foreign(prose, shares)
    if weight > max(len(arabic), len(latin)):
        return Detection("other", foreign, shares, shares.other)
    in_arabic = (len(arabic), shares.arabic) >= (len(latin), shares.latin)
    words, profiles = (arabic, ARABIC) if in_arabic else (latin, LATIN)
    profile, certainty = identify(words, profiles)
    share = len(words) / max(1.0, len(arabic) + len(latin) + weight)
    language = profile.code if profile.code in LANGUAGES else "other"
    return Detection(language, profile.name, shares, round(share * certainty, 3))


def words_by_script(text: str) -> tuple[list[str], list[str]]:
    """Return the words of `text` in Arabic and in Latin script, whatever their language."""
    words = _WORD.findall(text)
    return [w for w in words if _ARABIC_LETTER.search(w)], [w for w in words if _LATIN_LETTER.search(w)]


def identify(words: list[str], profiles: tuple[Profile, ...]) -> tuple[Profile, float]:
    """Return the language of words of one script, and the share of the evidence for it.

    The first profile, which is Arabic or English, wins when there is next to no evidence; words in plain ASCII need
    more of it, because English shares its short words with many languages (`come`, `war`, `die`).
    """
    counted = Counter(bare(word).lower().replace("’", "'").strip("'") for word in words[:_SAMPLE])
    weights = _weights(profiles)
    scores = [_score(counted, profile, weights) for profile in profiles]
    total = sum(sorted(scores)[-2:])
    shares = [score / total if total else 0.5 for score in scores]
    scores[0] += _PRIOR * (2 if all(map(str.isascii, counted)) else 1)
    best = max(range(len(profiles)), key=lambda index: (scores[index], -index))
    return profiles[best], shares[best]


@cache
def _weights(profiles: tuple[Profile, ...]) -> dict[str, float]:
    """Return what each frequent word is worth: less the more languages share it, and little for single letters."""
    holders = Counter(word for profile in profiles for word in profile.words)
    return {word: (1.0 if len(word) > 1 else 0.4) / count for word, count in holders.items()}


def _score(counted: Counter[str], profile: Profile, weights: dict[str, float]) -> float:
    """Return the evidence for a language: up to one for a frequent word, less for a telling letter or an ending."""
    score = 0.0
    for word, count in counted.items():
        known = word if word in profile.words else _elided(word) if profile.elides else ""
        if known in profile.words:
            score += weights[known] * count
        elif profile.code == "ar" and _is_arabic_word(word, profile):
            score += count
        elif not profile.letters.isdisjoint(word):
            score += 0.5 * count
        elif len(word) > 4 and profile.endings and word.endswith(profile.endings):
            score += 0.25 * count
    return score


def _is_arabic_word(word: str, profile: Profile) -> bool:
    """Tell whether a word is frequent Arabic or has the Arabic article, also as typed on a Persian keyboard."""
    plain = word.replace("ی", "ي").replace("ک", "ك")
    return plain in profile.words or bool(_ARTICLE.match(plain))


def _elided(word: str) -> str:
    """Return the full form of an elided first word: `l'état` gives `le`, which French and Italian profiles hold."""
    head, mark, _ = word.partition("'")
    return {"l": "le", "d": "de", "qu": "que", "n": "ne", "s": "se", "dell": "dell"}.get(head, "") if mark else ""


def _script(letter: str) -> str:
    """Return the script of a letter, after its Unicode name: `CYRILLIC SMALL LETTER A`, `CJK UNIFIED IDEOGRAPH`."""
    name = unicodedata.name(letter, "Unknown")
    first = name.removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ").split()[0]
    if first in {"FEMININE", "MASCULINE", "MODIFIER", "MATHEMATICAL", "SCRIPT", "DOUBLE-STRUCK", "BLACK-LETTER"}:
        return "Latin"
    return "Han" if first == "CJK" else first.capitalize()


def _foreign(text: str, shares: ScriptShares) -> tuple[str, float]:
    """Return the language of the largest other script, and how many words of it there are."""
    others = [(name, share) for name, share in shares.scripts if name not in {"Arabic", "Latin"}]
    if not others:
        return "", 0.0
    script = others[0][0]
    letters = sum(1 for character in text if character.isalpha() and character != "\u0640")
    kana = shares.of("Hiragana") + shares.of("Katakana")
    weight = shares.other * letters / (2 if script in _UNSPACED else 5)
    if script == "Han" or kana > 0.05:
        return ("Japanese" if kana > 0.05 else "Chinese"), weight
    if script == "Cyrillic":
        return _cyrillic(text), weight
    return SCRIPT_LANGUAGES.get(script, f"a language in {script} script"), weight


def _cyrillic(text: str) -> str:
    letters = Counter(text.lower())
    if letters["ї"] + letters["є"] + letters["і"] > letters["ы"] + letters["э"]:
        return "Ukrainian"
    return "Russian" if letters["ы"] + letters["э"] else "a language in Cyrillic script"
