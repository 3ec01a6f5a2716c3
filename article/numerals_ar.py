"""Arabic numbers: digits with scales, cardinals, ordinals and fractions in words, with attached prefixes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from article.numerals import HALF, SOFT_LIMIT, Numeral, digits, slashed
from article.tokens import Token, adjacent, key_at
from article.words_ar import (
    FRACTIONS,
    GIVEN_NAMES,
    NOTHING,
    PARTS,
    TEEN,
    VERB_PARTICLES,
    NumberWord,
    fraction_words,
    number_words,
    soft_words,
)


def _word(tokens: list[Token], index: int) -> tuple[NumberWord, int]:
    """Return the number word at `index` and the index after it; a waw written apart counts as a prefix."""
    key = key_at(tokens, index)
    if key == "و":
        word = number_words().get(key_at(tokens, index + 1), NOTHING)
        return (word._replace(conjoined=True, plain=False), index + 2) if word.plain else (NOTHING, index + 2)
    return number_words().get(key, NOTHING), index + 1


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the Arabic number that starts at token `index`, or None."""
    token = tokens[index]
    if token.kind == "number":
        return _sum(tokens, index)
    key = token.key
    if key in number_words() and (key != "وست" or key_at(tokens, index - 1) in number_words()):
        return _sum(tokens, index)
    if key in fraction_words():
        return _fraction(tokens, index)
    value = soft_words().get(key)
    if value is None:
        return None
    if value <= 2 and key_at(tokens, index + 1) == "ونصف":
        return Numeral(value + HALF, index + 2, soft=value < 2)
    group = _below_hundred(tokens, index) if value == 1 else None
    return _sum(tokens, index) if group and group[0] > 1 else Numeral(value, index + 1, soft=True)


def _scaled(tokens: list[Token], value: Fraction, index: int) -> Numeral:
    factor, end = _scale(tokens, index)
    return Numeral(value * factor, end, scale=factor)


def _scale(tokens: list[Token], index: int) -> tuple[Fraction, int]:
    """Return the product of the ascending scale words at `index` (1 without any) and the index after them."""
    pair, end = _word(tokens, index)
    if pair.role == "pair" and pair.plain and tokens[index - 1].kind == "number":
        return Fraction(pair.value, 2), end
    product, last = Fraction(1), 1
    while True:
        word, end = _word(tokens, index)
        if word.role not in ("scale", "scales") or not word.plain or word.value <= last or word.value == 100:
            return product, index
        product, last, index = product * word.value, word.value, end


def _below_hundred(tokens: list[Token], index: int) -> tuple[int, int, bool] | None:
    """Return (value, end, ordinal) of 1..99 in words."""
    word, end = _word(tokens, index)
    if word.role == "ten":
        return word.value, end, False
    if word.role not in ("unit", "ordinal", "bound", "bound ordinal") or word.value < 0:
        if key_at(tokens, index) not in ("واحد", "واحده", "وواحد", "وواحده"):
            return None
        if key_at(tokens, index + 1) in TEEN:
            return 11, index + 2, False
        ten, after = _word(tokens, index + 1)
        return (1 + ten.value, after, False) if ten.role == "ten" and ten.conjoined else (1, index + 1, False)
    ordinal = word.role.endswith("ordinal")
    if word.role == "ordinal" and word.value == 1:
        return word.value, end, ordinal
    if word.value < 10 and key_at(tokens, end) in TEEN:
        return word.value + 10, end + 1, ordinal
    ten, after = _word(tokens, end)
    if word.value < 10 and ten.role == "ten" and ten.conjoined:
        return word.value + ten.value, after, ordinal
    return None if word.role.startswith("bound") else (word.value, end, ordinal)


def _below_thousand(tokens: list[Token], index: int) -> tuple[int, int, bool] | None:
    """Return (value, end, ordinal) of 1..999 in words."""
    word, end = _word(tokens, index)
    if word.role in ("hundred", "hundreds"):
        return _with_rest(tokens, word.value, end)
    small = _below_hundred(tokens, index)
    if small is None:
        return None
    hundred, after = _word(tokens, small[1])
    if 3 <= small[0] <= 9 and not small[2] and hundred.value == 100 and hundred.plain:
        return _with_rest(tokens, small[0] * 100, after)
    return small


def _with_rest(tokens: list[Token], value: int, end: int) -> tuple[int, int, bool]:
    """Add tens and units to hundreds: a hundred and five, but not a hundred and five hundred."""
    rest = _below_hundred(tokens, end) if _is_conjoined(tokens, end) else None
    if rest is None or rest[2]:
        return value, end, False
    follower = _word(tokens, rest[1])[0]
    if follower.value == 100 and follower.plain:
        return value, end, False
    return value + rest[0], rest[1], False


def _part(tokens: list[Token], index: int) -> Numeral | None:
    """Return one group of a number with its scale: three hundred thousand, 1.5 million, two thousand, million."""
    token = tokens[index]
    if token.kind == "number":
        fraction = slashed(tokens, index)
        if fraction:
            return Numeral(*fraction)
        value, also, end = _decimal_with_reh(tokens, index) or (*digits(token), index + 1)
        factor, end = _scale(tokens, end)
        return Numeral(value * factor, end, tuple(other * factor for other in also), scale=factor)
    word, end = _word(tokens, index)
    if word.role == "pair":
        name = token.key.endswith("الفي") and "أ" not in token.text
        return Numeral(Fraction(word.value), end, soft=name, scale=Fraction(word.value, 2))
    if word.role == "scale":
        factor, after = _scale(tokens, end) if word.value == 1000 else (Fraction(1), end)
        numeral = _bare_scale(token, word.value * factor, after)
        # The same letters are a verb: who wrote, has composed.
        verb = token.key in ("الف", "والف") and key_at(tokens, index - 1) in VERB_PARTICLES
        return replace(numeral, soft=True) if verb else numeral
    group = _below_thousand(tokens, index)
    if group is None:
        return None
    if group[2]:
        soft = group[0] <= SOFT_LIMIT or token.key in GIVEN_NAMES
        return Numeral(Fraction(group[0]), group[1], soft=soft, ordinal=True)
    return _scaled(tokens, Fraction(group[0]), group[1])


def _decimal_with_reh(tokens: list[Token], index: int) -> tuple[Fraction, tuple[Fraction, ...], int] | None:
    """Return (value, others, end) of the news agencies' `5ر33`, which is 33.5 with its parts in reading order."""
    if key_at(tokens, index + 1) != "ر" or not (adjacent(tokens, index + 1) and adjacent(tokens, index + 2)):
        return None
    first, last = tokens[index].key, tokens[index + 2].key
    if not (first.isdecimal() and last.isdecimal() and len(first + last) < 20):
        return None
    readings = [Fraction(f"{whole}.{decimals}") for whole, decimals in ((last, first), (first, last))]
    return readings[0], (readings[1],), index + 3


def _bare_scale(token: Token, value: Fraction, end: int) -> Numeral:
    """Return a scale word without a number; with final alef it can also be the dual in the construct state."""
    if token.key.endswith("ا"):
        return Numeral(value, end, also=(2 * value,), soft=token.key == "الفا", scale=value)
    definite = token.key.startswith(("ال", "وال", "بال", "لل")) and not token.key.startswith("الف")
    return Numeral(value, end, soft=definite, scale=value)


def _sum(tokens: list[Token], index: int) -> Numeral | None:
    """Return the sum of parts with descending scales, joined by waw, and what fraction follows."""
    first = _part(tokens, index)
    if first is None:
        return None
    total, end, limit, also, soft = first.value, first.end, first.scale, first.also, first.soft
    while limit > 1 and not first.ordinal:
        start = _joined(tokens, end)
        part = _part(tokens, start) if start is not None else None
        if part is None or part.ordinal or part.value >= limit:
            break
        total, end, limit, also = total + part.value, part.end, part.scale, ()
    numeral = Numeral(total, end, also, soft, first.ordinal, limit if limit > 1 else first.scale)
    return numeral if numeral.ordinal else _with_fraction(tokens, numeral, limit)


def _joined(tokens: list[Token], index: int) -> int | None:
    """Return where the part after a waw starts, the waw included when it is a prefix; None without a waw."""
    if key_at(tokens, index) == "و" and index + 1 < len(tokens) and tokens[index + 1].kind == "number":
        return index + 1
    return index if _is_conjoined(tokens, index) else None


def _is_conjoined(tokens: list[Token], index: int) -> bool:
    """Whether the number word at `index` begins with a waw that is not its own, as in وأحد عشر but not in واحد."""
    key = key_at(tokens, index)
    other = key == "واحد" and "أ" in tokens[index].text
    return other or key in ("وواحد", "وواحده") or _word(tokens, index)[0].conjoined


def _with_fraction(tokens: list[Token], numeral: Numeral, limit: Fraction) -> Numeral:
    value, end = numeral.value, numeral.end
    key = key_at(tokens, end)
    if key in ("ونصف", "وربع", "وثلث"):
        after = end + 1
        word, behind = _word(tokens, after)
        if word.role == "scale" and word.value == limit and not word.conjoined:
            after = behind
        return Numeral(value + FRACTIONS[key[1:]] * limit, after, scale=numeral.scale)
    if key in PARTS and value < PARTS[key]:
        return Numeral(value / PARTS[key], end + 1)
    word_two = tokens[end - 1].kind == "word" and value <= SOFT_LIMIT
    return Numeral(value, end, numeral.also, numeral.soft or word_two, scale=numeral.scale)


def _fraction(tokens: list[Token], index: int) -> Numeral:
    value = fraction_words()[tokens[index].key]
    word, end = _word(tokens, index + 1)
    if word.role == "scale" and not word.conjoined:
        return Numeral(value * word.value, end, scale=Fraction(word.value))
    # A noun can stand before: an hour and a half.
    also = (value + 1,) if tokens[index].key.startswith("و") else ()
    return Numeral(value, index + 1, also, soft=value.numerator == 1)
