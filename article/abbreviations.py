"""Abbreviations whose full stop need not end a sentence, by how they behave; Arabic ones without hamza."""

from __future__ import annotations

import re
from typing import Final

from article.lexicon import listed

# Always followed by what they belong to: a name, a number, an explanation.
BOUND: Final = listed(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm amb rev hon pres "
    "messrs mme mlle sens reps govs gens profs drs "
    "e.g i.e eg ie vs cf viz approx ca incl esp resp "
    "د ا م ج ص ط ع ا.د د.م م.م ص.ب تح مج هامش جي كيه جيه اتش اف دبليو ايه كيو"
)
# Followed by a number when abbreviated; a word of its own otherwise ("No. 5", but "No. I did not.").
BEFORE_NUMBER: Final = listed(
    "no nos fig figs art arts sec secs vol vols p pp ch chap ver v eq para paras tel "
    "jan feb mar apr jun jul aug sep sept oct nov dec ص ج مج ط ت تلفون رقم"
)
# May end a sentence: the next word decides.
OPEN: Final = listed(
    "inc corp co ltd plc llc bros cos jr sr esq phd ph.d al dept est univ assn inst govt ave blvd rd sq bldg st mt ft "
    "mon tue tues wed thu thurs fri "
    "calif fla mass pa va ill tex ga conn colo wash ariz minn wis mich tenn ont ore ft oz lb lbs "
    "م ه ق.م ب.م ق.ه كم سم مم ملم كغ كلم كجم غ طن هات"
)
# Those of them that are written without a capital; the others are plain words then ("sat.", "mass.").
SMALL: Final = listed("esq al ft oz lb lbs est plc")
# Never followed by a name, but by these: a capital letter begins a sentence otherwise.
HOURS: Final = listed("a.m p.m")
MONTHS: Final = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
AFTER_HOURS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday est edt et cst cdt ct mst pst pdt pt gmt utc "
    "bst cet cest eastern central mountain pacific greenwich"
)
# Era and time marks that stand behind a number.
UNITS: Final = listed("م ص ه ق.م ب.م ق.ه كم سم مم ملم كغ كلم كجم غ ق ظ")

_LATIN_ACRONYM: Final = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ARABIC_ACRONYM: Final = re.compile("(?:[\u0621-\u064a]{1,2}\\.)+[\u0621-\u064a]{1,2}")

# Top-level domains in Arabic letters (IANA root zone), folded, that end a name without a space: "وزارة.مصر".
ARABIC_DOMAINS: Final = listed(
    "مصر السعودية امارات الاردن فلسطين المغرب قطر تونس عمان سوريا سورية الجزائر العراق لبنان اليمن ليبيا "
    "السودان سودان الكويت البحرين موريتانيا موقع شبكة بازار كوم عرب ايران"
)


def is_acronym(token: str) -> bool:
    """Tell whether `token` is an acronym with inner full stops, without the last one: `U.S`, `م.ت.ف`."""
    return bool(_LATIN_ACRONYM.fullmatch(token) or _ARABIC_ACRONYM.fullmatch(token))
