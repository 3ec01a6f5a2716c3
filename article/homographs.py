"""Names of places that are other words as well: قطر is Qatar and a diameter, مسقط رأسه is where he was born.

Arabic has no capitals to tell them apart. A few words beside them do; some names are too often the other word to be
taken for the place on their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from article.numerals import listed
from article.tokens import Token, tokenise
from article.words_ar import number_words

_MEASURED: Final = frozenset(
    listed(
        "سم ملم مم كم متر مترا امتار مترات سنتيمتر سنتيمترا سنتيمترات مليمتر مليمترا مليمترات ملليمتر كيلومتر كيلومترا"
    )
    + listed("كيلومترات ميل ميلا اميال بوصه بوصات انش قدم قدما اقدام ميكرون ميكرومتر نانومتر ميكرونا")
)
_REACH: Final = 6


@dataclass(frozen=True, slots=True)
class _Other:
    """Where a word is not the place: keys of the word before it, beginnings of the word after it, and measures."""

    before: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    measured: bool = False


_OTHERS: Final = {
    "قطر": _Other(
        frozenset(listed("نصف بنصف ذات ذو بقطر")),
        listed("دائر الدائر انبوب الانبوب كره الكره الفوه الثقب الحفر العدس الاسطوان الجذع السلك القمر الكوكب الارض"),
        measured=True,
    ),
    "مسقط": _Other(after=("راس",)),
    "النيل": _Other(frozenset(listed("محاوله محاولات بهدف بقصد الي في")), ("من",)),
    "الرباط": _Other(
        frozenset(listed("قطع تمزق التواء جراحه")), ("الصليبي", "الداخلي", "الخارجي", "الجانبي", "المقدس", "الحلقي")
    ),
    "المغرب": _Other(frozenset(listed("صلاه اذان لصلاه بعد قبيل قبل عقب مدفع")), ("والعشاء",)),
    "الهند": _Other(frozenset(("جوز",))),
    "الجولان": _Other(frozenset(listed("حركه معلوم حظر منع السير"))),
    "اليمن": _Other(after=("والبرك", "والخير")),
}
"""Word -> where it is another one. After قطر a length that comes soon tells a diameter."""
_DIAMETERS: Final = frozenset(("قطره", "قطرها", "قطرهما"))
DOUBTFUL: Final = frozenset(
    listed(
        """مجري جده فاس اقصر خليل حلب تعز حديده شارقه موصل ناصره حماه كوبا تشاد تركي سوداني اسيا كولونيا عدن قرم فرات
        سبها"""
    )
)
"""Names, without the article, that are too often another word to be evidence of a place alone: فاس is an axe, حديدة a
piece of iron, جدة a grandmother."""


def is_doubtful(word: str) -> bool:
    """Whether the key of a word, with or without what is attached to it, is one of `DOUBTFUL`."""
    return not DOUBTFUL.isdisjoint(form.removeprefix("ال") for form in _forms(word))


def is_other_word(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at `index` stands where it is not the place of that name."""
    forms = _forms(tokens[index].key)
    other = next((_OTHERS[form] for form in forms if form in _OTHERS), None)
    if other is None:
        return not _DIAMETERS.isdisjoint(forms) and _is_measured(tokens, index)
    before = tokens[index - 1].key if index else ""
    after = tokens[index + 1].key if index + 1 < len(tokens) else ""
    beside = before in other.before or any(map(after.startswith, other.after))
    return beside or (other.measured and _is_measured(tokens, index))


@lru_cache(maxsize=256)
def other_words(text: str) -> frozenset[str]:
    """Return the words of a text, as they are spelled, that stand where they are not the place of that name."""
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    return frozenset(token.text for index, token in enumerate(tokens) if is_other_word(tokens, index))


def _forms(key: str) -> tuple[str, ...]:
    """Return a key as it is, and without an attached conjunction or preposition."""
    bare = key[1:] if key[:1] in tuple("وفبلك") else key
    return (key, bare, *(f"ال{form[2:]}" for form in (key, bare) if form.startswith("لل")))


def _is_measured(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number and a unit of length follow soon, as in a diameter of some three metres."""
    seen = False
    for token in tokens[index + 1 : index + 1 + _REACH]:
        if seen and token.key in _MEASURED:
            return True
        seen = seen or token.kind == "number" or token.key in number_words()
    return False
