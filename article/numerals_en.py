"""English numbers: digits with scales and suffixes, cardinals, ordinals and fractions in words."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final

from article.numerals import HALF, SOFT_LIMIT, Numeral, digits, listed, slashed
from article.tokens import Token, adjacent, key_at

UNITS: Final = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS: Final = listed("twenty thirty forty fifty sixty seventy eighty ninety")
SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_SMALL: Final = {word: value for value, word in enumerate(UNITS)}
_TENS: Final = {word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)}
_SCALES: Final = SCALES | {"mln": 10**6, "mn": 10**6, "bn": 10**9, "bln": 10**9, "trn": 10**12, "tn": 10**12}
_SUFFIXES: Final = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_ORDINALS: Final = {
    **dict(
        zip(
            listed("first second third fourth fifth sixth seventh eighth ninth tenth"),
            range(1, 11),
            strict=True,
        )
    ),
    **dict(zip(listed("eleventh twelfth thirteenth fourteenth fifteenth sixteenth"), range(11, 17), strict=True)),
    **dict(zip(["seventeenth", "eighteenth", "nineteenth"], range(17, 20), strict=True)),
    **{word.removesuffix("y") + "ieth": value for word, value in _TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    **dict(zip(listed("firstly secondly thirdly fourthly fifthly"), range(1, 6), strict=True)),
}
_FRACTIONS: Final = {
    "half": HALF,
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
    **{f"{word}s": Fraction(1, value) for word, value in _ORDINALS.items() if 3 <= value <= 10},
}
_FRACTION_SIGNS: Final = {"½": HALF, "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_SOFT_WORDS: Final[dict[str, int | Fraction]] = {
    **dict.fromkeys(["once", "single", "alone", "sole"], 1),
    **dict.fromkeys(
        listed("twice double doubled doubling doubles both couple pair twofold duo twin twins bilateral"),
        2,
    ),
    **dict.fromkeys(listed("thrice triple tripled tripling threefold trio trilateral tripartite triplets triad"), 3),
    **dict.fromkeys(listed("quadruple quadrupled quartet fourfold quadrilateral"), 4),
    "quintet": 5,
    "fivefold": 5,
    "tenfold": 10,
    "decade": 10,
    "decades": 10,
    "century": 100,
    "semi": HALF,
    "fortnight": 14,
    "hundredfold": 100,
    "nil": 0,
}
_INDEFINITE: Final = frozenset(listed("several few many some couple of these those the"))
_ROMAN: Final = {
    word: value for value, word in enumerate(listed("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI"), 1)
}
_ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the English number that starts at token `index`, or None."""
    token = tokens[index]
    if token.kind == "number":
        return _in_digits(tokens, index)
    if token.kind == "mark":
        value = _FRACTION_SIGNS.get(token.key)
        return Numeral(value, index + 1) if value else None
    if token.key in _starters():
        return _in_words(tokens, index)
    return _roman(tokens, index)


@cache
def _starters() -> frozenset[str]:
    words = {"a", "an", "dozen", "hundred"}
    return frozenset(words.union(_SMALL, _TENS, SCALES, _ORDINALS, _FRACTIONS, _SOFT_WORDS))


def _next(tokens: list[Token], index: int) -> int:
    """Return `index`, or the one after it when a hyphen joins its neighbours."""
    return index + 1 if key_at(tokens, index) == "-" and adjacent(tokens, index + 1) else index


def _in_digits(tokens: list[Token], index: int) -> Numeral:
    value, also = digits(tokens[index])
    end = index + 1
    follower = key_at(tokens, end)
    if follower in _ORDINAL_SUFFIXES and adjacent(tokens, end):
        return Numeral(value, end + 1, soft=value <= SOFT_LIMIT, ordinal=True)
    if follower in _FRACTION_SIGNS:
        return Numeral(value + _FRACTION_SIGNS[follower], end + 1)
    if follower in _SUFFIXES and adjacent(tokens, end):
        scale = Fraction(_SUFFIXES[follower])
        return Numeral(value * scale, end + 1, also=(value,), scale=scale)
    scaled = _scale(tokens, end + (follower == "+"))
    if scaled:
        factor, end = scaled
        return Numeral(value * factor, end, tuple(other * factor for other in also), scale=factor)
    fraction = slashed(tokens, index)
    if fraction:
        return Numeral(*fraction)
    return Numeral(value, end, also)


def _scale(tokens: list[Token], index: int) -> tuple[Fraction, int] | None:
    """Return the product of the ascending scale words at `index` (`thousand billion`) and the index after them."""
    product, last, end = Fraction(1), 1, index
    while (scale := _SCALES.get(key_at(tokens, _next(tokens, end)), 0)) > last:
        product, last, end = product * scale, scale, _next(tokens, end) + 1
    return (product, end) if product > 1 else None


def _below_hundred(tokens: list[Token], index: int) -> tuple[int, int, bool] | None:
    """Return (value, end, ordinal) of 0..99 in words."""
    word = key_at(tokens, index)
    if word in _TENS:
        after = _next(tokens, index + 1)
        unit = key_at(tokens, after)
        if 0 < _SMALL.get(unit, 0) < 10:
            return _TENS[word] + _SMALL[unit], after + 1, False
        if _ORDINALS.get(unit, 10) < 10:
            return _TENS[word] + _ORDINALS[unit], after + 1, True
        return _TENS[word], index + 1, False
    if word in _SMALL:
        return _SMALL[word], index + 1, False
    if word in _ORDINALS:
        return _ORDINALS[word], index + 1, True
    return None


def _below_thousand(tokens: list[Token], index: int) -> tuple[int, int, bool] | None:
    first = (1, index + 1, False) if key_at(tokens, index) in ("a", "an") else _below_hundred(tokens, index)
    if first is None and key_at(tokens, index) == "hundred":
        first = (1, index, False)
    if first is None or first[2]:
        return first
    value, end, _ = first
    after = _next(tokens, end)
    if key_at(tokens, after) != "hundred":
        year = _year(tokens, value, end)
        return year or first
    value, end = value * 100, after + 1
    rest = _below_hundred(tokens, _skip_and(tokens, end))
    if rest and rest[0] and key_at(tokens, _next(tokens, rest[1])) != "hundred":
        return value + rest[0], rest[1], rest[2]
    return value, end, False


def _year(tokens: list[Token], value: int, end: int) -> tuple[int, int, bool] | None:
    """Return a year read in pairs: nineteen forty-eight, twenty twenty."""
    if not 10 < value <= 20 or (key_at(tokens, end) not in _TENS and not _SMALL.get(key_at(tokens, end), 0) > 9):
        return None
    rest = _below_hundred(tokens, end)
    return (value * 100 + rest[0], rest[1], False) if rest and not rest[2] else None


def _skip_and(tokens: list[Token], index: int) -> int:
    index = _next(tokens, index)
    return _next(tokens, index + 1) if key_at(tokens, index) == "and" else index


def _cardinal(tokens: list[Token], index: int) -> tuple[Fraction, int, bool, Fraction] | None:
    """Return (value, end, ordinal, first scale): groups below a thousand with descending scales."""
    total, limit, first_scale, end, ordinal = Fraction(0), Fraction(0), Fraction(1), index, False
    start = index
    while (group := _below_thousand(tokens, start)) is not None:
        value, after, ordinal_group = Fraction(group[0]), group[1], group[2]
        factor, after = (not ordinal_group and _scale(tokens, after)) or (Fraction(1), after)
        if limit and (value * factor >= limit or not value):
            break
        total, end, ordinal = total + value * factor, after, ordinal_group
        first_scale = first_scale if limit else factor
        limit = factor
        start = _skip_and(tokens, end)
        if factor == 1 or ordinal or key_at(tokens, start) in ("a", "an"):
            break
    return (total, end, ordinal, first_scale) if end > index else None


def _in_words(tokens: list[Token], index: int) -> Numeral | None:
    word, previous = tokens[index].key, key_at(tokens, index - 1)
    if word in ("a", "an") and _below_article(tokens, index + 1) is None:
        return None
    if word in _FRACTIONS:
        return _fraction(tokens, index)
    if word in SCALES or (word == "hundred"):
        return None if previous in _INDEFINITE else _bare_scale(tokens, index)
    if word == "dozen":
        return None if previous in _INDEFINITE else Numeral(Fraction(12), index + 1, soft=True)
    if word in _SOFT_WORDS:
        return Numeral(Fraction(_SOFT_WORDS[word]), index + 1, soft=True)
    cardinal = _cardinal(tokens, index)
    if cardinal is None:
        return None
    value, end, ordinal, scale = cardinal
    return _finish(tokens, index, Numeral(value, end, ordinal=ordinal, scale=scale))


def _below_article(tokens: list[Token], index: int) -> str | None:
    """Return the word that makes `a ...` a number: a hundred, a million, a dozen; never `a few hundred`."""
    word = key_at(tokens, index)
    return word if word == "hundred" or word in SCALES or word == "dozen" else None


def _bare_scale(tokens: list[Token], index: int) -> Numeral:
    value = SCALES.get(tokens[index].key, 100)
    return Numeral(Fraction(value), index + 1, soft=True)


def _finish(tokens: list[Token], index: int, numeral: Numeral) -> Numeral:
    """Add what can follow a cardinal: dozen, a half, a denominator."""
    value, end = numeral.value, numeral.end
    if numeral.ordinal:
        also = (1 / value,) if value > SOFT_LIMIT else ()
        return Numeral(value, end, also, soft=value <= SOFT_LIMIT, ordinal=True)
    after = _next(tokens, end)
    word = key_at(tokens, after)
    if word == "dozen":
        return Numeral(value * 12, after + 1, (value * 10,), soft=value == 1)
    if word in _FRACTIONS and value < 10 and not (word == "half" and value > 1):
        return _scaled_fraction(tokens, value * _FRACTIONS[word], after + 1)
    half = _and_fraction(tokens, end)
    if half:
        part, after = half
        if numeral.scale > 1:
            return Numeral(value + part * numeral.scale, after, scale=numeral.scale)
        return _scaled_fraction(tokens, value + part, after)
    article = tokens[index].key in ("a", "an") and numeral.scale == 1 and value == 1
    return Numeral(value, end, soft=article or value <= SOFT_LIMIT, scale=numeral.scale)


def _and_fraction(tokens: list[Token], index: int) -> tuple[Fraction, int] | None:
    """Return the part and the end of `and a half`."""
    index = _next(tokens, index)
    if key_at(tokens, index) != "and":
        return None
    index = _next(tokens, index + 1)
    if key_at(tokens, index) not in ("a", "one"):
        return None
    index = _next(tokens, index + 1)
    word = key_at(tokens, index)
    return (_FRACTIONS[word], index + 1) if word in ("half", "quarter") else None


def _fraction(tokens: list[Token], index: int) -> Numeral | None:
    word = tokens[index].key
    if word not in ("half", "quarter"):
        return None
    end = _next(tokens, index + 1)
    if key_at(tokens, end) == "of":
        end += 1
    if key_at(tokens, end) in ("a", "an", "one"):
        end = _next(tokens, end + 1)
    if key_at(tokens, end) in SCALES:
        return _scaled_fraction(tokens, _FRACTIONS[word], end)
    if key_at(tokens, end) == "dozen":
        return Numeral(_FRACTIONS[word] * 12, end + 1, soft=True)
    # A noun can stand before: an hour and a half.
    behind = (key_at(tokens, index - 2), key_at(tokens, index - 1)) == ("and", "a")
    return Numeral(_FRACTIONS[word], index + 1, (_FRACTIONS[word] + 1,) if behind else (), soft=True)


def _scaled_fraction(tokens: list[Token], value: Fraction, end: int) -> Numeral:
    scaled = _scale(tokens, end)
    if scaled:
        return Numeral(value * scaled[0], scaled[1], scale=scaled[0])
    return Numeral(value, end, soft=value in (HALF, Fraction(1, 4)))


def _roman(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number of `Charles III`; `I` and `V` alone are words."""
    token = tokens[index]
    value = _ROMAN.get(token.text.removesuffix("'s").removesuffix("’s"))
    capital = index > 0 and tokens[index - 1].text[:1].isupper()
    if value is None or index == 0 or token.text == "I" or (len(token.text) == 1 and not capital):
        return None
    return Numeral(Fraction(value), index + 1, soft=True, ordinal=True)
