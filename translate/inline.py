"""What stands inside a sentence and is no language: addresses, @names, #tags and markup, kept away from the model.

Models translate, respell or drop such things. A sentence is cut around them, its parts are translated each by itself,
and they are put back as they were: few models can be trusted with placeholders.
"""

from __future__ import annotations

import re
from typing import Final

from base.languages import Language
from translate.scripts import DOMAIN, DOMAIN_ENDS, LETTER, URL

_HASHTAG: Final = r"(?<![\w&/#])#(?=[^\W\d]|_)\w+"
_TAG: Final = r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--[^<>]*-->"
INLINE: Final = re.compile(rf"{URL.pattern}|{_TAG}|{_HASHTAG}|{DOMAIN}")
# Most sentences have none of it: these find out at a tenth of the price.
_SIGNS: Final = ("@", "#", "<", "://", "www.", *DOMAIN_ENDS)
_LANGUAGE: Final = re.compile(r"([\s).,;:!?،؛؟\]]*)(.*?)([\s(\[]*)", re.DOTALL)
_MARKS: Final = {"ar": str.maketrans("?;,", "؟؛،"), "en": str.maketrans("؟؛،", "?;,")}
_CONJUNCTIONS: Final = {"ar": {"and": "و", "or": "أو"}, "en": {"و": "and ", "أو": "or"}}

Part = tuple[str, bool]
"""A text, and whether it is to be translated."""


def split_inline(text: str, target: Language) -> tuple[Part, ...]:
    """Return the parts of a text, in order; a single one to be translated where there is nothing to protect.

    White space and punctuation around an item are carried over with it, in the signs of `target`.
    """
    if not any(sign in text for sign in _SIGNS) or not INLINE.search(text):
        return ((text, True),)
    parts: list[Part] = []
    end = 0
    for match in INLINE.finditer(text):
        parts += _between(text[end : match.start()], target)
        parts.append((match.group(), False))
        end = match.end()
    return (*parts, *_between(text[end:], target))


def _between(text: str, target: Language) -> list[Part]:
    """Return what stands between two items: marks, language, marks."""
    if not LETTER.search(text):
        return [(text.translate(_MARKS[target]), False)] if text else []
    found = _LANGUAGE.fullmatch(text)
    assert found is not None
    before, body, after = found.groups()
    word = _CONJUNCTIONS[target].get(body.casefold())
    middle: Part = (body, True) if word is None else (word, False)
    around = ((before.translate(_MARKS[target]), False), middle, (after, False))
    return [part for part in around if part[0]]
