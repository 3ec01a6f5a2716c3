"""What ROUGE takes for a word. Three answers, since published scores were made with different ones.

`google` is that of the package `rouge_score`: a-z and 0-9, everything else is white space. It has no Arabic letter.
`xlsum` is that of the XL-Sum evaluation script (Hasan et al. 2021): punctuation of any script is white space.
`normalised` compares Arabic as a reader does: no diacritics or tatweel, one digit script, one alef, yeh and heh.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, Literal

from article.normalise import normalise_for_model
from base.extras import require
from base.languages import Language

TokenizerName = Literal["google", "google-porter", "xlsum", "normalised"]
Tokenizer = Callable[[str], list[str]]

_GOOGLE: Final = re.compile("[a-z0-9]+")
_WORD: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d]+")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_STEMMED_FROM: Final = 4
_SNOWBALL: Final[dict[Language, str]] = {"ar": "arabic", "en": "english"}

# ALEF WITH MADDA, WITH HAMZA ABOVE, WITH HAMZA BELOW and WASLA become ALEF; ALEF MAKSURA becomes YEH;
# TEH MARBUTA becomes HEH. Writers and models mix these freely.
_FOLDED: Final = str.maketrans("\u0622\u0623\u0625\u0671\u0649\u0629", "\u0627\u0627\u0627\u0627\u064a\u0647")


def tokenizer(name: TokenizerName, language: Language) -> Tokenizer:
    """Return the function from a text in `language` to its tokens.

    `xlsum` stems words of four letters and more with the Snowball stemmer of the language, `google-porter` with NLTK's
    Porter stemmer as `rouge_score` does. Raises `MissingExtraError` when the stemmer is not installed.
    """
    if name == "google":
        return google_tokens
    if name == "google-porter":
        stem = _porter()
        return lambda text: [_long(word, stem) for word in google_tokens(text)]
    if name == "xlsum":
        stem = _snowball(language)
        return lambda text: [_long(word, stem) for word in unpunctuated(text)]
    return normalised_tokens


def signature(name: TokenizerName, language: Language) -> str:
    """Return the part of a signature that tells of the tokenizer: `tok:xlsum|stem:snowball-arabic`."""
    stemmers = {"google-porter": "porter", "xlsum": f"snowball-{_SNOWBALL[language]}"}
    return f"tok:{name.partition('-')[0]}|stem:{stemmers.get(name, 'no')}"


def google_tokens(text: str) -> list[str]:
    """Return the runs of a-z and 0-9 in lower case: nothing of an Arabic text."""
    return _GOOGLE.findall(text.lower())


def unpunctuated(text: str) -> list[str]:
    """Return lower-case words between white space and punctuation (ASCII signs, Unicode categories P*).

    Control and format characters are dropped, as the XL-Sum script does; diacritics and tatweel stay.
    """
    return "".join(map(_without_punctuation, text.lower())).split()


def normalised_tokens(text: str) -> list[str]:
    """Return lower-case words in model-side spelling with alef, yeh and teh marbuta folded.

    A number stays whole (`3.5`, `1,500` as `1500`) and apart from letters that are written to it.
    """
    plain = _THOUSANDS.sub("", normalise_for_model(text).lower().translate(_FOLDED))
    return _WORD.findall(plain)


@lru_cache(maxsize=1 << 12)
def _without_punctuation(character: str) -> str:
    if character in "\t\n\r" or unicodedata.category(character) == "Zs":
        return " "
    category = unicodedata.category(character)
    if category[0] == "C" or character == "\ufffd":
        return ""
    is_sign = character.isascii() and not character.isalnum()
    return " " if is_sign or category[0] == "P" else character


def _long(word: str, stem: Callable[[str], str]) -> str:
    return stem(word) if len(word) >= _STEMMED_FROM else word


@cache
def _snowball(language: Language) -> Callable[[str], str]:
    module = require("snowballstemmer", "eval", "stem words for ROUGE")
    return lru_cache(maxsize=1 << 17)(module.stemmer(_SNOWBALL[language]).stemWord)


@cache
def _porter() -> Callable[[str], str]:
    module = require("nltk.stem.porter", "eval", "stem words for ROUGE as rouge_score does")
    return lru_cache(maxsize=1 << 17)(module.PorterStemmer().stem)
