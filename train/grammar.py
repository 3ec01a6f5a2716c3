"""A small synchronous grammar: news-like sentence pairs with agreement, equal numbers on both sides.

It covers what general corpora lack and wire copy is full of: dates with both month names, counted nouns (Arabic
counts 1, 2, 3 to 10, 11 to 99 and hundreds each in their own way), percentages, amounts, officials with names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Final

from train.corpus import Pair
from train.grammar_words import (
    BODIES,
    CLAIMS,
    CURRENCIES,
    MEASURES,
    MONTHS,
    NATIONS,
    NOUNS,
    ONES,
    PERIODS,
    PLACES,
    SAYING,
    TENS,
    TITLES,
    WEEKDAYS,
    Gender,
    Noun,
)

Both = tuple[str, str]
Names = Sequence[Both]


def counted(number: int, noun: Noun, *, genitive: bool = False, words: bool = False) -> Both:
    """Return `number` things in Arabic and English, the Arabic noun in the form its number asks for.

    One is an adjective after the noun, two the dual, 3 to 10 take the plural, 11 to 99 the accusative singular,
    round hundreds the singular. `words` spells numbers up to 10 and round tens out; they take the opposite gender.
    """
    english = f"{_english_number(number, words)} {noun.english[number != 1]}"
    if number == 1:
        return f"{noun.singular} {ONES[0][noun.gender == 'f']}", english
    if number == 2:
        return noun.dual[genitive], english
    last = number % 100
    if number <= 10:
        figure = ONES[number - 1][noun.gender == "f"] if words else str(number)
        return f"{figure} {noun.plural}", english
    figure = str(number)
    if words and number < 100 and number % 10 == 0:
        figure = TENS[number // 10 - 2][genitive]
    form = noun.plural if 3 <= last <= 10 else noun.accusative if last > 10 else noun.singular
    return f"{figure} {form}", english


def date(random: Random) -> Both:
    """Return a day of a month, with one or both Arabic month names, and sometimes its weekday and year."""
    day, (western, eastern, month) = random.randint(1, 28), random.choice(MONTHS)
    arabic = f"{day} {random.choice((western, f'{western}/{eastern}', f'{eastern}/{western}', eastern))}"
    year = random.randint(1950, 2030) if random.random() < 0.5 else None
    english = f"{month} {day}" if random.random() < 0.6 else f"{day} {month}"
    if year is not None:
        arabic, english = f"{arabic} {year}", f"{english}{',' if english.endswith(str(day)) else ''} {year}"
    if random.random() < 0.4:
        name, weekday = random.choice(WEEKDAYS)
        return f"يوم {name} {arabic}", f"on {weekday}, {english}"
    return f"في {arabic}", f"on {english}"


def amount(random: Random) -> Both:
    """Return a sum of money, in the genitive: `3.5 مليون دولار`, 3.5 million dollars."""
    currency, english = random.choice(CURRENCIES)
    figure = random.choice((str(random.randint(11, 900)), f"{random.randint(1, 99)}.{random.randint(1, 9)}"))
    scale, english_scale = random.choice((("مليون", "million"), ("مليار", "billion")))
    return f"{figure} {scale} {currency}", f"{figure} {english_scale} {english}"


def percentage(random: Random) -> Both:
    """Return a percentage in one of the spellings of the press."""
    figure = random.choice((str(random.randint(1, 99)), f"{random.randint(0, 99)}.{random.randint(1, 9)}"))
    arabic = random.choice((f"{figure}%", f"{figure} في المئة", f"{figure} بالمئة", f"{figure} في المائة"))
    return arabic, random.choice((f"{figure}%", f"{figure} percent", f"{figure} per cent"))


def person(random: Random, names: Names) -> Both:
    """Return one or two name tokens in both scripts."""
    tokens = [random.choice(names) for _ in range(random.choice((1, 2, 2)))]
    return " ".join(token[0] for token in tokens), " ".join(token[1] for token in tokens)


def official(random: Random, names: Names) -> tuple[str, str, Gender]:
    """Return a titled official, with nationality and name, and the gender that the verb must agree with."""
    gender: Gender = "f" if random.random() < 0.2 else "m"
    masculine, feminine, title = random.choice(TITLES)
    nation, (arabic_name, name) = random.choice(NATIONS), person(random, names)
    adjective = nation.feminine if gender == "f" else nation.masculine
    arabic = f"{feminine if gender == 'f' else masculine} {adjective} {arabic_name}"
    return arabic, f"{nation.adjective} {title} {name}", gender


def said(random: Random, names: Names) -> Both:
    """Return `X said that ...`: the verb agrees with an official or with a feminine body."""
    masculine, feminine, particle, english_verb = random.choice(SAYING)
    by_person = random.random() < 0.6
    claim, english_claim = random.choice(CLAIMS if by_person else IMPERSONAL_CLAIMS)
    subject, english_subject, gender = official(random, names) if by_person else _body(random)
    if gender == "f":
        claim = claim.replace("بلاده", "بلادها")
        english_claim = english_claim.replace("his country", "her country")
    verb = feminine if gender == "f" else masculine
    when, english_when = random.choice(((), (), *WEEKDAYS)) or ("", "")
    middle = f" يوم {when}" if when else ""
    english_middle = f" on {english_when}" if when else ""
    return (
        f"{verb} {subject}{middle} {particle} {claim}.",
        f"{english_subject} {english_verb.replace(' that', english_middle + ' that')} {english_claim}.",
    )


def casualties(random: Random) -> Both:
    """Return who was killed and injured where: counted nouns in the nominative after a passive verb."""
    noun, number = random.choice(NOUNS), _count(random)
    things, english = counted(number, noun, words=random.random() < 0.4)
    place, english_place = random.choice(PLACES)
    arabic_verb, verb = random.choice((("قتل", "killed"), ("أصيب", "injured"), ("اعتقل", "arrested")))
    if noun.gender == "f":
        arabic_verb += "ت"
    when, english_when = date(random)
    was = "was" if number == 1 else "were"
    return (
        f"{arabic_verb} {things} في {place} {when}.",
        f"{english[0].upper()}{english[1:]} {was} {verb} in {english_place} {english_when}.",
    )


def change(random: Random) -> Both:
    """Return what rose or fell by how much."""
    measure, gender, english = random.choice(MEASURES)
    arabic_verb, verb = random.choice((("ارتفع", "rose"), ("انخفض", "fell"), ("تراجع", "declined")))
    share, english_share = percentage(random)
    period, english_period = counted(_count(random, 24), random.choice(PERIODS), genitive=True)
    ending = "ت" if gender == "f" else ""
    return (
        f"{arabic_verb}{ending} {measure} بنسبة {share} خلال {period}.",
        f"{english[0].upper()}{english[1:]} {verb} by {english_share} in {english_period}.",
    )


def spending(random: Random) -> Both:
    """Return who will pay how much for what."""
    nation, (money, english) = random.choice(NATIONS), amount(random)
    goal, english_goal = random.choice(
        (
            ("لدعم اللاجئين", "to support refugees"),
            ("لإعادة الإعمار", "for reconstruction"),
            ("لبناء المدارس", "to build schools"),
            ("لمساعدة المتضررين من الزلزال", "to help those affected by the earthquake"),
        )
    )
    return (
        f"أعلنت الحكومة {nation.feminine} تخصيص {money} {goal}.",
        f"The {nation.adjective} government announced the allocation of {english} {english_goal}.",
    )


def visit(random: Random, names: Names) -> Both:
    """Return an official who arrives in a country on a date."""
    subject, english, gender = official(random, names)
    nation, (when, english_when) = random.choice(NATIONS), date(random)
    verb = "وصلت" if gender == "f" else "وصل"
    return f"{verb} {subject} إلى {nation.arabic} {when}.", f"{english} arrived in {nation.english} {english_when}."


IMPERSONAL_CLAIMS: Final = tuple(claim for claim in CLAIMS if "بلاده" not in claim[0])

_WITH_NAMES: Final[tuple[Callable[[Random, Names], Both], ...]] = (said, said, visit, person)
_WITHOUT_NAMES: Final[tuple[Callable[[Random], Both], ...]] = (casualties, casualties, change, spending)


def generate(count: int, names: Names, seed: int = 0) -> Iterator[Pair]:
    """Yield `count` pairs; `names` are (Arabic, English) name tokens. The same seed gives the same pairs."""
    random = Random(seed)
    for _ in range(count):
        if random.random() < 0.5:
            arabic, english = random.choice(_WITH_NAMES)(random, names)
        else:
            arabic, english = random.choice(_WITHOUT_NAMES)(random)
        yield Pair("grammar", arabic, english)


def _body(random: Random) -> tuple[str, str, Gender]:
    arabic, english = random.choice(BODIES)
    nation = random.choice(NATIONS)
    return f"{arabic} {nation.feminine}", f"The {nation.adjective} {english}", "f"


def _count(random: Random, most: int = 300) -> int:
    return random.choice((1, 2, random.randint(3, 10), random.randint(11, 99), random.randint(3, most)))


def _english_number(number: int, words: bool) -> str:
    if number == 1 or (words and number <= 10):
        return ONES[number - 1][2]
    if words and number < 100 and number % 10 == 0:
        return TENS[number // 10 - 2][2]
    return str(number)
