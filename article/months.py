"""The months of the Gregorian and the Hijri calendar in Arabic and English."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from article.numerals import listed
from article.tokens import Token, adjacent, key_at
from base.languages import Language

Calendar = Literal["gregorian", "hijri"]

_ENGLISH_MONTHS: Final = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_ARABIC_MONTHS: Final = (
    "يناير جانفي كانون_الثاني",
    "فبراير فيفري شباط",
    "مارس اذار",
    "ابريل افريل نيسان",
    "مايو ماي ايار",
    "يونيو يونيه جوان حزيران",
    "يوليو يوليه جويليه يوليوز تموز",
    "اغسطس اوت غشت اب",
    "سبتمبر شتنبر ايلول",
    "اكتوبر تشرين_الاول",
    "نوفمبر نونبر تشرين_الثاني",
    "ديسمبر دجنبر كانون_الاول",
)
_ENGLISH_HIJRI: Final = (
    "muharram",
    "safar",
    "rabi_al-awwal rabi_al-awal rabi_i",
    "rabi_al-thani rabi_al-akhir rabi_ath-thani rabi_ii",
    "jumada_al-awwal jumada_al-ula jumada_al-awal",
    "jumada_al-thani jumada_al-akhirah jumada_al-akhira jumada_al-thaniyah",
    "rajab",
    "shaban shaaban sha'ban",
    "ramadan ramadhan",
    "shawwal",
    "dhu_al-qadah dhu_al-qi'dah dhul-qadah dhul_qadah dhu_al-qidah",
    "dhu_al-hijjah dhu_al-hijja dhul-hijjah dhul_hijjah",
)
_ARABIC_HIJRI: Final = (
    "محرم",
    "صفر",
    "ربيع_الاول",
    "ربيع_الثاني ربيع_الاخر",
    "جمادي_الاولي جمادي_الاول",
    "جمادي_الاخره جمادي_الثانيه جمادي_الثاني",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو_القعده ذي_القعده",
    "ذو_الحجه ذي_الحجه",
)
# These are other words or given names as well, so that they are months only beside a day, a year or the word month.
_AMBIGUOUS: Final = frozenset(
    listed("نيسان مايو march may mar jan sep dec مارس ماي جوان اب اوت safar محرم صفر رجب شعبان رمضان ramadan")
)
MONTH_WORDS: Final = frozenset(
    listed(
        "شهر اشهر بشهر لشهر وشهر في منذ حتي الي من"
        " during in since until by from last next of early late mid this through between"
    )
)
WORDS_AFTER_MONTHS: Final = frozenset(listed("الماضي الماضيين المقبل القادم الجاري الحالي المنصرم الفائت"))
_PREFIXES: Final = listed("و ف ب ل ك")
_PAIR_MARKS: Final = frozenset(listed("/ ( - [ |"))
_CLOSING: Final = frozenset([")", "]"])


class Month(NamedTuple):
    """A month that ends before token `end`; `ambiguous` when the word has other meanings."""

    number: int
    calendar: Calendar
    end: int
    ambiguous: bool


@cache
def _months(language: Language) -> dict[str, tuple[int, Calendar]]:
    """Map month keys to (number, calendar); names of several words have `_` between them."""
    english = language == "en"
    tables: tuple[tuple[Calendar, tuple[str, ...]], ...] = (
        ("hijri", _ENGLISH_HIJRI if english else _ARABIC_HIJRI),
        ("gregorian", _ENGLISH_MONTHS if english else _ARABIC_MONTHS),
    )
    months: dict[str, tuple[int, Calendar]] = {}
    for calendar, table in tables:
        months |= {name: (n, calendar) for n, names in enumerate(table, 1) for name in names.split()}
    if not english:
        months |= {prefix + name: value for prefix in _PREFIXES for name, value in months.items()}
    return months


def read_month(tokens: list[Token], index: int, language: Language) -> Month | None:
    """Return the month at `index`, together with its second name in `September/Aylul` or `Aylul (September)`."""
    month = _single_month(tokens, index, language)
    if month is None:
        return None
    marked = key_at(tokens, month.end) in _PAIR_MARKS
    second = _single_month(tokens, month.end + marked, language)
    if second is None or second[:2] != month[:2]:
        return month
    closed = marked and key_at(tokens, second.end) in _CLOSING
    return Month(month.number, month.calendar, second.end + closed, False)


def _single_month(tokens: list[Token], index: int, language: Language) -> Month | None:
    key = key_at(tokens, index)
    months = _months(language)
    for length in (4, 2, 1):
        name = key if length == 1 else _joined_name(tokens, index, length) if key in _first_words(language) else ""
        if name in months and _is_written_as_month(tokens[index], name):
            number, calendar = months[name]
            end = index + length
            short = language == "en" and len(name) <= 4 and name not in ("may", "june", "july")
            end += short and key_at(tokens, end) == "." and adjacent(tokens, end)
            return Month(number, calendar, end, name.lstrip("وفبلك") in _AMBIGUOUS or name in _AMBIGUOUS)
    return None


@cache
def _first_words(language: Language) -> frozenset[str]:
    return frozenset(name.split("_")[0].split("-")[0] for name in _months(language) if "_" in name or "-" in name)


def _joined_name(tokens: list[Token], index: int, length: int) -> str:
    """Return `rabi_al-awwal` for the tokens rabi, al, -, awwal."""
    keys = [key_at(tokens, index + offset) for offset in range(length)]
    return f"{keys[0]}_{''.join(keys[1:])}" if all(keys) else ""


def _is_written_as_month(token: Token, name: str) -> bool:
    """English months are capitalised; Arabic August has a madda, unlike the word for father."""
    if name.isascii():
        return not token.text[0].islower()
    return not name.endswith("اب") or "آب" in token.text
