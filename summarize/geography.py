"""Which country a summary may name for an article that only names its cities, or speaks of it by a title.

`article.places` knows the places of the news themselves; here are those that only tell where a story happens. A
summary written for readers elsewhere says `Saudi Arabia` where the article has Jazan, or "the Kingdom".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from article.places import country_of, place_of
from summarize.lexicon import fold

_CITIES: Final = {
    "saudi arabia": """jazan jizan tabuk taif abha asir najran hail qassim buraidah unaizah yanbu dammam khobar dhahran
        ahsa jubail madinah medina makkah mecca jeddah riyadh baha bisha hafr arar arafat muzdalifah jouf
        جازان جيزان تبوك الطائف أبها عسير نجران حائل القصيم بريدة عنيزة ينبع الدمام الظهران الأحساء الجبيل جدة مكة
        الرياض الباحة بيشة عرعر الجوف عرفات مزدلفة""",
    "morocco": """tetouan tangier fes fez marrakesh marrakech agadir oujda nador meknes casablanca rabat laayoune
        hoceima ouarzazate essaouira settat kenitra khouribga errachidia rif
        تطوان طنجة فاس مراكش أكادير الناظور مكناس الرباط الحسيمة ورزازات سطات القنيطرة خريبكة""",
    "algeria": "oran constantine annaba tizi setif blida وهران قسنطينة عنابة سطيف البليدة",
    "tunisia": """sousse sfax gabes monastir kairouan bizerte gafsa kasserine jendouba manouba carthage tataouine
        medenine nabeul سوسة صفاقس قابس المنستير القيروان بنزرت قفصة القصرين جندوبة منوبة قرطاج تطاوين مدنين نابل""",
    "libya": "benghazi misrata sirte derna tobruk sabha بنغازي مصراتة سرت درنة طبرق سبها",
    "egypt": """alexandria giza aswan luxor suez mansoura tanta ismailia damietta minya sinai
        الإسكندرية الجيزة أسوان الأقصر السويس المنصورة طنطا الإسماعيلية دمياط المنيا سيناء""",
    "sudan": "omdurman darfur kassala khartoum دارفور كسلا الخرطوم",
    "syria": """aleppo homs hama idlib latakia tartus raqqa daraa hasakah qamishli palmyra
        حلب حمص حماة إدلب اللاذقية طرطوس الرقة درعا الحسكة القامشلي تدمر""",
    "lebanon": "sidon baalbek zahle بعلبك زحلة",
    "jordan": "amman irbid zarqa aqaba karak mafraq إربد الزرقاء العقبة الكرك المفرق",
    "palestine": """gaza rafah ramallah nablus jenin hebron bethlehem tulkarm jericho
        غزة رفح نابلس جنين طولكرم أريحا""",
    "israel": "haifa jaffa aqsa jerusalem حيفا يافا الأقصى القدس",
    "iraq": """basra mosul erbil kirkuk najaf karbala fallujah ramadi tikrit samarra anbar sulaymaniyah diyala
        البصرة الموصل أربيل كركوك النجف كربلاء الفلوجة الرمادي تكريت سامراء الأنبار السليمانية ديالى""",
    "yemen": "aden taiz hodeidah marib lahij saada hadramawt عدن تعز الحديدة مأرب لحج صعدة حضرموت",
    "united arab emirates": "dubai sharjah ajman fujairah دبي الشارقة عجمان الفجيرة",
    "oman": "muscat salalah sohar nizwa مسقط صلالة صحار نزوى",
    "turkey": "istanbul izmir antalya adana bursa diyarbakir إسطنبول أزمير أنطاليا أضنة",
    "peru": "lima ليما",
}
"""Country -> words for its cities and regions."""
_PEOPLES: Final = {
    "burkina faso": "burkinabe burkina faso بوركينا فاسو بوركينابي",
    "ghana": "ghana ghanaian ghanaians غانا غاني الغاني",
    "senegal": "senegal senegalese السنغال سنغالي السنغالي",
    "guinea": "guinea guinean غينيا غيني الغيني",
    "peru": "peru peruvian peruvians بيرو بيروفي",
    "mali": "mali malian",
    "niger": "niger النيجر",
    "comoros": "comoros comorian القمر",
}
"""Country -> words for it and its people that `article.places` does not have."""
_TITLES: Final = (
    (re.compile(r"\bCustodian of the Two Holy Mosques\b|\bthe Kingdom\b(?! of)|خادم الحرمين"), "saudi arabia"),
    (re.compile("(?:ال|لل)مملك[ةه](?! (?:المغربية|المتحدة|الأردنية|الاردنية))"), "saudi arabia"),
    (re.compile(r"\b(?:Al-)?Aqsa\b|قوات الاحتلال|\boccupation forces\b"), "israel"),
)
"""What a country is called without its name."""


@cache
def _table(words_of: str) -> dict[str, str]:
    found = _CITIES if words_of == "cities" else _PEOPLES
    return {fold(word): country for country, words in found.items() for word in words.split()}


def country_named(word: str) -> str | None:
    """Return the place that a word names for `article.places`, or the country or people that it names here."""
    return place_of(word) or _table("peoples").get(_plain(word))


def is_place(word: str) -> bool:
    """Say whether a word names a place or people at all."""
    return country_named(word) is not None or _plain(word) in _table("cities")


def implied_countries(text: str, words: tuple[str, ...]) -> frozenset[str]:
    """Return the countries that a text speaks of by a city, by a people, or by a title; `words` are the text's."""
    found = {country for word in words if (country := _table("cities").get(_plain(word)))}
    found |= {country_of(place) for word in words if (place := country_named(word))}
    return frozenset(found | {country for pattern, country in _TITLES if pattern.search(text)})


def _plain(word: str) -> str:
    """Return a word folded, in lower case, without possessive or one-letter prefix; "" for one without its capital."""
    if word[:1].islower():
        return ""
    folded = fold(word.casefold().removesuffix("'s").removeprefix("al-").removeprefix("el-"))
    known = folded in _table("cities") or folded in _table("peoples")
    return folded[1:] if not known and len(folded) > 4 and folded[0] in "وبلف" else folded
