"""A quantity in the natural spelling of a language, to put a lost number back where it belongs."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from article.calendar import PartialDate
from article.clock import ClockTime
from article.numerals import listed
from article.quantity import Quantity
from base.languages import Language

_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": listed("January February March April May June July August September October November December"),
    "ar": listed("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
}
_HIJRI: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        *("Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Awwal", "Jumada al-Thani"),
        *("Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah"),
    ),
    "ar": (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
}
_SCALES: Final[dict[Language, tuple[tuple[int, str], ...]]] = {
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    "ar": ((10**12, "تريليون"), (10**9, "مليار"), (10**6, "مليون")),
}
_SIGNS: Final = {"dollar": "$", "USD": "$", "EUR": "€", "GBP": "£", "pound": "£", "JPY": "¥"}
_ENGLISH_UNITS: Final = {"riyal": "riyals", "dirham": "dirhams", "dinar": "dinars", "lira": "liras", "rupee": "rupees"}
_ENGLISH_UNITS_MORE: Final = {"franc": "francs", "EGP": "Egyptian pounds", "SAR": "Saudi riyals", "IRR-toman": "tomans"}
_ARABIC_UNITS: Final = {
    "dollar": "دولار",
    "USD": "دولار أمريكي",
    "EUR": "يورو",
    "pound": "جنيه",
    "GBP": "جنيه إسترليني",
    "JPY": "ين",
    "riyal": "ريال",
    "dirham": "درهم",
    "dinar": "دينار",
    "lira": "ليرة",
    "rupee": "روبية",
    "franc": "فرنك",
    "RUB": "روبل",
    "CNY": "يوان",
    "ILS": "شيكل",
    "KRW": "وون",
    "IRR-toman": "تومان",
    "EGP": "جنيه مصري",
    "SAR": "ريال سعودي",
    "QAR": "ريال قطري",
    "YER": "ريال يمني",
    "OMR": "ريال عماني",
    "IRR": "ريال إيراني",
    "AED": "درهم إماراتي",
    "MAD": "درهم مغربي",
    "KWD": "دينار كويتي",
    "BHD": "دينار بحريني",
    "JOD": "دينار أردني",
    "IQD": "دينار عراقي",
    "LYD": "دينار ليبي",
    "DZD": "دينار جزائري",
    "TND": "دينار تونسي",
    "TRY": "ليرة تركية",
    "SYP": "ليرة سورية",
    "LBP": "ليرة لبنانية",
    "CAD": "دولار كندي",
    "AUD": "دولار أسترالي",
    "SDG": "جنيه سوداني",
    "INR": "روبية هندية",
    "PKR": "روبية باكستانية",
    "CHF": "فرنك سويسري",
    "RSD": "دينار صربي",
}


_CENTURIES: Final = {18: "الثامن عشر", 19: "التاسع عشر", 20: "العشرين", 21: "الحادي والعشرين"}


def rendered(quantity: Quantity, language: Language) -> str:
    """Return the spelling of `quantity` in `language`: `6,000`, `12.5%`, `$1.5 billion`, `10 سبتمبر 2023`."""
    value = quantity.value
    if isinstance(value, PartialDate):
        return _date(value, language)
    if isinstance(value, ClockTime):
        return f"{value.hour}:{value.minute:02d}"
    if quantity.kind == "decade":
        return f"{value}s" if language == "en" else _arabic_decade(int(value))
    if quantity.kind == "percent":
        return f"{number(value, language)}%"
    if quantity.kind == "money":
        return _money(value, quantity.unit, language)
    if quantity.kind == "ordinal" and value.denominator == 1:
        return f"{value}{_suffix(int(value))}" if language == "en" else f"الـ{value}"
    if value.denominator == 1 and quantity.text.isdecimal():
        return str(value)
    return number(value, language)


def number(value: Fraction, language: Language) -> str:
    """Return a number in digits, with a scale word from a million on where that is exact and short."""
    if value < 0:
        return f"-{number(-value, language)}"
    for scale, word in _SCALES[language]:
        if value >= scale and (value * 100 / scale).denominator == 1:
            return f"{_digits(value / scale)} {word}"
    return _digits(value)


def _digits(value: Fraction) -> str:
    whole, rest = divmod(value, 1)
    if not rest:
        return f"{whole:,}"
    exact = next((places for places in range(1, 7) if (value * 10**places).denominator == 1), None)
    if exact is None:
        return f"{value.numerator}/{value.denominator}" if value < 1 else f"{float(value):,.2f}"
    decimals = int(rest * 10**exact)
    return f"{whole:,}.{decimals:0{exact}d}"


def _money(value: Fraction, unit: str, language: Language) -> str:
    amount = number(value, language)
    if language == "ar":
        return f"{amount} {_ARABIC_UNITS.get(unit, unit)}"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{amount}"
    return f"{amount} {(_ENGLISH_UNITS | _ENGLISH_UNITS_MORE).get(unit, unit)}"


def _date(date: PartialDate, language: Language) -> str:
    months = (_HIJRI if date.calendar == "hijri" else _MONTHS)[language]
    if date.swapped and date.month and date.day:
        return "/".join(str(part) for part in (date.day, date.month, date.year) if part)
    month = months[date.month - 1] if date.month else None
    day = str(date.day) if date.day else None
    year = str(date.year) if date.year else None
    if language == "en" and month and day and date.calendar == "gregorian":
        return f"{month} {day}, {year}" if year else f"{month} {day}"
    return " ".join(part for part in (day, month, year) if part)


def _suffix(value: int) -> str:
    if 10 < value % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _arabic_decade(value: int) -> str:
    stems = dict(zip(range(20, 100, 10), listed("عشر ثلاث أربع خمس ست سبع ثمان تسع"), strict=True))
    stem = stems.get(value % 100)
    if stem is None:
        return f"عقد {value}"
    century = _CENTURIES.get(value // 100 + 1)
    return f"{stem}ينيات القرن {century}" if century else f"{stem}ينيات"
