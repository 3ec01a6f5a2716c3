"""The words of Arabic numbers, with the prefixes that can be attached to them.

Tables hold keys as `article.tokens.fold` makes them: bare alef, heh for teh marbuta, no diacritics.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final, Literal, NamedTuple

from article.numerals import HALF, listed

Role = Literal["unit", "bound", "ordinal", "bound ordinal", "ten", "hundred", "hundreds", "scale", "scales", "pair"]

_UNITS: Final = {
    2: "اثنان اثنين اثنتان اثنتين",
    3: "ثلاث ثلاثه ثلاثا",
    4: "اربع اربعه اربعا",
    5: "خمس خمسه خمسا",
    6: "ست سته ستا",
    7: "سبع سبعه سبعا",
    8: "ثمان ثماني ثمانيه ثمانيا",
    9: "تسع تسعه تسعا",
    10: "عشر عشره عشرا",
}
_BOUND: Final = {1: "احد احدي", 2: "اثنا اثني اثنتا اثنتي"}
_ORDINALS: Final = {
    1: "اول اولي اولا",
    2: "ثان ثاني ثانيه ثانيا",
    3: "ثالث ثالثه ثالثا",
    4: "رابع رابعه رابعا",
    5: "خامس خامسه خامسا",
    6: "سادس سادسه سادسا",
    7: "سابع سابعه سابعا",
    8: "ثامن ثامنه ثامنا",
    9: "تاسع تاسعه تاسعا",
    10: "عاشر عاشره عاشرا",
}
_TENS: Final = dict(zip(range(20, 100, 10), listed("عشر ثلاث اربع خمس ست سبع ثمان تسع"), strict=True))
_HUNDRED_STEMS: Final = {"ثلاث": 3, "ثلث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9}
_SCALES: Final = {
    10**3: ("الف", "الاف"),
    10**6: ("مليون", "ملايين"),
    10**9: ("مليار", "مليارات"),
    10**12: ("تريليون", "تريليونات"),
}
_SCALE_VARIANTS: Final = {"بليون": 10**9, "ملايير": 10**9, "بلايين": 10**9, "ترليون": 10**12}
TEEN: Final = frozenset({"عشر", "عشره"})
FRACTIONS: Final = {
    "نصف": HALF,
    "ثلث": Fraction(1, 3),
    "ربع": Fraction(1, 4),
    "ثلثا": Fraction(2, 3),
    "ثلثي": Fraction(2, 3),
    "ثلثين": Fraction(2, 3),
    "ثلثان": Fraction(2, 3),
}
PARTS: Final = {"ارباع": 4, "اخماس": 5, "اسداس": 6, "اسباع": 7, "اثمان": 8, "اتساع": 9, "اعشار": 10, "اثلاث": 3}
_SOFT_WORDS: Final = {
    "صفر": 0,
    "واحد": 1,
    "واحدا": 1,
    "واحده": 1,
    "دزينه": 12,
    "ثنائي": 2,
    "ثنائيه": 2,
    "كلا": 2,
    "كلتا": 2,
    "ضعف": 2,
    "ضعفي": 2,
    "ضعفين": 2,
    "ثلاثي": 3,
    "ثلاثيه": 3,
    "رباعي": 4,
    "رباعيه": 4,
    "خماسي": 5,
    "خماسيه": 5,
    "سداسي": 6,
    "خمسي": 5,
    "خمسيه": 5,
    "مئويه": 100,
    "الفيه": 1000,
    "عقدين": 20,
    "عقدان": 20,
    "قرن": 100,
    "قرنين": 200,
}
_DUAL_NOUNS: Final = listed(
    "دولار ريال دينار درهم جنيه"
    " يوم شهر عام اسبوع قرن شخص رجل طفل كتاب بلد مليم هدف فريق طرف جانب حزب خيار قتيل جريح عنصر مدني"
    " جندي شرطي مسلح مشتبه متر كيلومتر طن لاعب مرشح جزء قسم نوع صاروخ انفجار هجوم حادث اجتماع اخ ولد"
    " بيت مبني موقع عمود اثر سبب شرط قرار مشروع اتجاه مستوي باب فصل سهم منتخب مسوول شقيق عامل ضابط"
    " قسط كلب"
)
_DUAL_FEMININE_NOUNS: Final = listed(
    "لير سن مر ساع دقيق ثاني ليل جلس مباراه دول مدين شرك مجموع مرحل جول فتا امرا طائر سيار حال نقط خطو"
    " طلق ضرب قذيف غار جث كلم ورق غرف صفح لجن جبه قض فئ منطق محافظ قري رحل مكالم مهم ميزان درج قناه"
    " جائز حافل سفين"
)
_PREFIXES: Final = listed("و ف ب ل ك ال وال فال بال كال لل ولل وب ول وك فب فل وبال")
_NEVER: Final = frozenset(
    listed("واحد واحده واحدا لست ولست وست بست فست الاثنين والاثنين الاثنان الثلاثا والثلاثا الاربعا والاربعا والاحد")
)
VERB_PARTICLES: Final = frozenset({"الذي", "والذي", "التي", "والتي", "قد", "وقد", "ثم", "لقد", "ولقد", "كما"})
GIVEN_NAMES: Final = frozenset({"رابعه"})


class NumberWord(NamedTuple):
    """A number word: `conjoined` with a leading waw, `plain` without any prefix."""

    role: Role
    value: int
    conjoined: bool = False
    plain: bool = True


NOTHING: Final = NumberWord("unit", -1)


@cache
def _roots() -> dict[str, NumberWord]:
    roots: dict[str, NumberWord] = {}
    tables: tuple[tuple[Role, dict[int, str]], ...] = (
        ("unit", _UNITS),
        ("bound", _BOUND),
        ("ordinal", _ORDINALS),
        ("bound ordinal", {1: "حادي حاديه"}),
    )
    for role, table in tables:
        roots |= {word: NumberWord(role, value) for value, words in table.items() for word in words.split()}
    for value, stem in _TENS.items():
        roots |= {stem + ending: NumberWord("ten", value) for ending in ("ون", "ين")}
    for hundred in ("مئ", "مائ", "ماي"):
        roots[f"{hundred}ه"] = NumberWord("hundred", 100)
        roots[f"{hundred}ات"] = NumberWord("scales", 100)
        roots |= {f"{hundred}ت{ending}": NumberWord("hundreds", 200) for ending in ("ان", "ين", "ي", "ا")}
        roots |= {f"{stem}{hundred}ه": NumberWord("hundreds", 100 * n) for stem, n in _HUNDRED_STEMS.items()}
    for scale, (one, many) in _SCALES.items():
        roots |= _scale_words(one, scale) | {many: NumberWord("scales", scale)}
    for one, scale in _SCALE_VARIANTS.items():
        roots |= _scale_words(one, scale)
    return roots


def _scale_words(one: str, scale: int) -> dict[str, NumberWord]:
    pairs = {one + ending: NumberWord("pair", 2 * scale) for ending in ("ان", "ين", "ي")}
    return {one: NumberWord("scale", scale), f"{one}ا": NumberWord("scale", scale)} | pairs


@cache
def number_words() -> dict[str, NumberWord]:
    """Return every number word with every prefix that can be attached to it."""
    roots = _roots()
    forms = {
        prefix + root: word._replace(conjoined=prefix in ("و", "وال"), plain=False)
        for prefix in _PREFIXES
        for root, word in roots.items()
    }
    forms |= roots
    for key in _NEVER - {"وست"}:
        forms.pop(key, None)
    return forms


def is_prefixed(key: str) -> bool:
    """Whether the first letter of a number word is not of the word itself: a conjunction or preposition."""
    if key[:1] not in tuple("وفبلك") or key in _roots() or key in _SOFT_WORDS:
        return False
    return any(key[1:] in words for words in (number_words(), soft_words(), fraction_words()))


@cache
def soft_words() -> dict[str, Fraction]:
    """Return the words that can stand for a number, among them common dual nouns, with every prefix."""
    words = {word: Fraction(value) for word, value in _SOFT_WORDS.items()}
    words |= {noun + ending: Fraction(2) for noun in _DUAL_NOUNS for ending in ("ين", "ان")}
    words |= {noun + ending: Fraction(2) for noun in _DUAL_FEMININE_NOUNS for ending in ("تين", "تان")}
    return words | {prefix + word: value for prefix in _PREFIXES for word, value in words.items()}


@cache
def fraction_words() -> dict[str, Fraction]:
    """Return the words of fractions, with every prefix."""
    words = FRACTIONS | {
        word + ending: value for word, value in FRACTIONS.items() for ending in ("ها", "هم", "هن", "نا")
    }
    return words | {prefix + word: value for prefix in _PREFIXES for word, value in words.items()}
