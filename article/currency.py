"""Currencies: their signs, ISO 4217 codes and names in both languages."""

from __future__ import annotations

from functools import cache
from typing import Final

from article.tokens import Token, key_at
from base.languages import Language

SIGNS: Final = {
    "$": "dollar",
    "€": "EUR",
    "£": "pound",
    "¥": "JPY",
    "₪": "ILS",
    "₺": "lira",
    "₹": "rupee",
    "₽": "RUB",
    "﷼": "riyal",
}

# name: (English forms, Arabic forms, {country: ISO code}); a name with one code only is that code itself.
_FAMILIES: Final = {
    "dollar": (
        "dollar dollars buck bucks",
        "دولار دولارا دولارات دولاران دولارين",
        "us USD canada CAD australia AUD newzealand NZD hongkong HKD singapore SGD",
    ),
    "EUR": ("euro euros", "يورو اليورو يوروهات اورو", ""),
    "pound": ("pound pounds sterling", "جنيه جنيها جنيهات جنيهين جنيهان استرليني", "egypt EGP uk GBP sudan SDG"),
    "riyal": (
        "riyal riyals rial rials sr",
        "ريال ريالا ريالات ريالين ريالان ر",
        "saudi SAR qatar QAR yemen YER oman OMR iran IRR",
    ),
    "dirham": ("dirham dirhams", "درهم درهما دراهم درهمين درهمان", "uae AED morocco MAD"),
    "dinar": (
        "dinar dinars",
        "دينار دينارا دنانير دينارين ديناران",
        "kuwait KWD bahrain BHD jordan JOD iraq IQD libya LYD algeria DZD tunisia TND serbia RSD",
    ),
    "lira": ("lira liras", "ليره ليرات ليرتين ليرتان", "turkey TRY syria SYP lebanon LBP"),
    "rupee": ("rupee rupees", "روبيه روبيات روبيتين روبيتان", "india INR pakistan PKR"),
    "RUB": ("ruble rubles rouble roubles", "روبل روبلا روبلات", ""),
    "JPY": ("yen", "ين", ""),
    "CNY": ("yuan renminbi", "يوان يوانا رنمينبي رنمينبيا", ""),
    "ILS": ("shekel shekels", "شيكل شيكلا شيقل شيقلا", ""),
    "franc": ("franc francs", "فرنك فرنكا", "switzerland CHF"),
    "KRW": ("won", "وون", ""),
    "IRR-toman": ("toman tomans", "تومان تومانا", ""),
}
_COUNTRIES: Final = {
    "us": "us american امريكي امريكيا اميركي اميركيا",
    "canada": "canadian كندي كنديا",
    "australia": "australian استرالي استراليا",
    "hongkong": "",
    "egypt": "egyptian مصري مصريا مصريه",
    "uk": "british sterling استرليني استرلينيا بريطاني",
    "sudan": "sudanese سوداني سودانيا",
    "saudi": "saudi سعودي سعوديا سعوديه",
    "qatar": "qatari قطري قطريا",
    "yemen": "yemeni يمني يمنيا",
    "oman": "omani عماني عمانيا",
    "iran": "iranian ايراني ايرانيا",
    "uae": "emirati uae اماراتي اماراتيا",
    "morocco": "moroccan مغربي مغربيا",
    "kuwait": "kuwaiti كويتي كويتيا",
    "bahrain": "bahraini بحريني بحرينيا",
    "jordan": "jordanian اردني اردنيا",
    "iraq": "iraqi عراقي عراقيا",
    "libya": "libyan ليبي ليبيا",
    "algeria": "algerian جزائري جزائريا",
    "tunisia": "tunisian تونسي تونسيا",
    "serbia": "serbian صربي",
    "turkey": "turkish تركي تركيه",
    "syria": "syrian سوري سوريه",
    "lebanon": "lebanese لبناني لبنانيه",
    "india": "indian هندي هنديه",
    "pakistan": "pakistani باكستاني باكستانيه",
    "switzerland": "swiss سويسري سويسريا",
}
_LETTERS: Final = ("و", "ب", "ل", "ف")


@cache
def _names() -> dict[str, str]:
    names = {word: family for family, forms in _FAMILIES.items() for word in " ".join(forms[:2]).split()}
    return names | {code.lower(): code for codes in _codes().values() for code in codes.values()}


@cache
def _codes() -> dict[str, dict[str, str]]:
    """Map family -> country -> ISO code."""
    return {
        family: dict(zip(forms[2].split()[::2], forms[2].split()[1::2], strict=True))
        for family, forms in _FAMILIES.items()
    }


@cache
def _nationalities() -> dict[str, str]:
    return {word: country for country, words in _COUNTRIES.items() for word in words.split()}


@cache
def _family_of_code() -> dict[str, str]:
    return {code: family for family, codes in _codes().items() for code in codes.values()}


def family(unit: str) -> str:
    """Return the name that currencies of several countries share (`dinar` for `KWD`), else the unit itself."""
    return _family_of_code().get(unit, unit)


def compatible(one: str, other: str) -> bool:
    """Whether two units can be the same currency: equal, or one of them does not tell the country."""
    return one == other or one == family(other) or other == family(one)


def read_before(tokens: list[Token], index: int) -> str | None:
    """Return the currency whose sign or code is token `index`, such as `$`, `USD`."""
    token = tokens[index]
    if token.key in SIGNS:
        return SIGNS[token.key]
    return _names().get(token.key) if token.text.isupper() and len(token.text) == 3 else None


def implied(tokens: list[Token], index: int, language: Language) -> tuple[int, str, int] | None:
    """Return (count, currency, end) of a currency without a number: one, or two in the Arabic dual.

    English needs `a` or `one` before it, and the bare Arabic singular must have no number before it.
    """
    if language == "en":
        found = read_after(tokens, index + 1) if key_at(tokens, index) in ("a", "an", "one") else None
        return (1, *found) if found else None
    key = key_at(tokens, index)
    name, prefix = _names().get(key), ""
    if name is None and key[:1] in _LETTERS:
        name, prefix = _names().get(key[1:]), key[:1]
    if name is None or len(key) < 4 or not key.isalpha() or key.isascii():
        return None
    found = read_after([tokens[index]._replace(key=key[len(prefix) :]), *tokens[index + 1 : index + 3]], 0)
    stem = key[len(prefix) : -2]
    dual = key.endswith(("ين", "ان")) and (stem in _names() or f"{stem[:-1]}ه" in _names())
    count = 2 if dual else 1
    return (count, found[0], index + found[1]) if found else None


def read_after(tokens: list[Token], index: int) -> tuple[str, int] | None:
    """Return (currency, end) for the currency named at token `index`, its nationality before or after it."""
    key = key_at(tokens, index)
    if key in SIGNS:
        return SIGNS[key], index + 1
    start, country = index, _nationalities().get(key)
    if country == "us" and key_at(tokens, index) == "u":
        country = None
    if key == "u" and key_at(tokens, index + 2) == "s":
        start, country = index + 3 + (key_at(tokens, index + 3) == "."), "us"
    elif country:
        start = index + 1
    name = _names().get(key_at(tokens, start))
    if country and name is None:
        country, start, name = None, index, _names().get(key)
    if name is None or (name == "JPY" and key_at(tokens, start) == "ين" and start != index):
        return None
    after = _nationalities().get(key_at(tokens, start + 1))
    if not country and after and after in _codes().get(name, {}):
        return _codes()[name][after], start + 2
    return _codes().get(name, {}).get(country or "", name), start + 1
