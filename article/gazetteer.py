"""Look-up of frequent names and demonyms whose Arabic and English forms do not sound alike."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from article.name_table import NAMES
from article.tokens import Token, tokenise

DEMONYMS: Final = """
Egyptian, Egypt | مصر
Moroccan, Morocco | مغرب, مغارب
Algerian, Algeria | جزائر
Tunisian, Tunisia | تونس
Libyan, Libya | ليب
Sudanese, Sudan | سودان
Syrian, Syria | سور
Lebanese, Lebanon | لبنان
Jordanian, Jordan | أردن
Palestinian, Palestine | فلسطين
Iraqi, Iraq | عراق
Saudi, Saudi Arabia | سعود
Emirati, Emirates, UAE | إمارات
Kuwaiti, Kuwait | كويت
Bahraini, Bahrain | بحرين
Qatari, Qatar | قطر
Omani, Oman | عمان
Yemeni, Yemen | يمن
Israeli, Israel | إسرائيل
Iranian, Iran | إيران
Turkish, Turk, Turkey | ترك
Gulf | خليج
Kurdish, Kurd | كرد, أكراد
Arab, Arabic, Arabian | عرب
Muslim, Islamic | مسلم, إسلام
Christian | مسيح
Jewish, Jew | يهود
American, US, U.S., United States, America | أمريك, أميرك
British, Briton, UK, U.K., United Kingdom, Britain | بريطان
English, England | إنجليز, إنكليز
French, France | فرنس
German, Germany | ألمان
Spanish, Spaniard, Spain | إسبان, أسبان
Italian, Italy | إيطال
Dutch, Holland, Netherlands | هولند
Greek, Greece | يونان
Hungarian, Hungary | مجر, هنغار
Austrian, Austria | نمساو
Swiss, Switzerland | سويسر
Swedish, Swede, Sweden | سويد
Norwegian, Norway | نرويج
Danish, Dane, Denmark | دنمارك, دانمارك, دنمرك, دانمرك
Polish, Poland | بولند, بولون
Portuguese, Portugal | برتغال
Russian, Russia | روس
Ukrainian, Ukraine | أوكران
European, EU, Europe | أوروب, أورب
African, Africa | أفريق, إفريق
Asian, Asia | آسيو
Czech, Czechia | تشيك
Yazidi | أيزيدي, إيزيدي, يزيدي
Burmese, Burma | بورم, برماو
Shiite, Shia, Shi'ite | شيع
Sunni | سن
Chinese, China | صين
Japanese, Japan | يابان
Korean, Korea | كور
Indian, India | هند
Pakistani, Pakistan | باكستان
Afghan, Afghanistan | أفغان
Brazilian, Brazil | برازيل
Argentine, Argentinian, Argentina | أرجنتين
Mexican, Mexico | مكسيك
Canadian, Canada | كند
Australian, Australia | أسترال
Ethiopian, Ethiopia | إثيوب
Olympic | أولمب
Democratic, Democrat | ديمقراط, ديموقراط
Republican | جمهور
Mauritanian, Mauritania | موريتان
Somali, Somalia | صومال
Nigerian, Nigeria | نيجير
Kenyan, Kenya | كين
Chadian, Chad | تشاد
Malian, Mali | مال
Indonesian, Indonesia | إندونيس, أندونيس
Malaysian, Malaysia | ماليز
Belgian, Belgium | بلجيك
Finnish, Finn, Finland | فنلند
Cypriot, Cyprus | قبرص
Colombian, Colombia | كولومب
Venezuelan, Venezuela | فنزويل
Cuban, Cuba | كوب
Chilean, Chile | تشيل
"""
"""English forms, the country last | stems that Arabic endings are added to."""
_ENDINGS: Final = frozenset(
    [
        "",
        "ي",
        "يه",
        "يا",
        "يين",
        "يون",
        "يات",
        "يان",
        "يتين",
        "يتان",
        "ين",
        "ون",
        "ه",
        "ا",
        "ان",
        "وي",
        "ويه",
        "اوي",
        "اويه",
    ]
)
_PREFIXES: Final = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "وب", "ول")

Key = tuple[str, ...]


@lru_cache(maxsize=8192)
def words(text: str) -> Key:
    """Return the keys of the words of a name."""
    return tuple(token.key for token in tokenise(text) if token.kind != "mark")


@cache
def _table() -> tuple[dict[Key, frozenset[Key]], dict[Key, frozenset[Key]]]:
    """Return English -> Arabic and Arabic -> English forms."""
    arabic_of: defaultdict[Key, set[Key]] = defaultdict(set)
    english_of: defaultdict[Key, set[Key]] = defaultdict(set)
    for line in NAMES.strip().splitlines():
        english, _, arabic = line.partition("|")
        for one in english.split(","):
            for other in arabic.split(","):
                arabic_of[words(one)].add(words(other))
                english_of[words(other)].add(words(one))
    return (
        {key: frozenset(forms) for key, forms in arabic_of.items()},
        {key: frozenset(forms) for key, forms in english_of.items()},
    )


@cache
def _demonyms() -> dict[str, Key]:
    """Return English demonyms, their plurals, and their countries, with their Arabic stems."""
    stems: dict[str, Key] = {}
    for line in DEMONYMS.strip().splitlines():
        english, _, arabic = line.partition("|")
        for one in english.split(","):
            key = " ".join(words(one))
            stems[key] = stems[f"{key}s"] = words(arabic)
    return stems


def arabic_forms(english: str) -> frozenset[Key]:
    """Return the Arabic forms of an English name as tuples of word keys, empty when it is not in the table."""
    return _table()[0].get(_without_article(words(english)), frozenset())


def english_forms(arabic: str) -> frozenset[Key]:
    """Return the English forms of an Arabic name as tuples of word keys, empty when it is not in the table."""
    return _table()[1].get(words(arabic), frozenset())


def is_known(name: Key, *, arabic: bool) -> bool:
    """Whether the words of a name are in the table."""
    return name in _table()[1 if arabic else 0]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in _table()[1] if name)


def starts_known_name(word: str) -> bool:
    """Whether an Arabic name of the table begins with the word of this key."""
    return word in _first_words()


def is_demonym(english: str, arabic: str) -> bool:
    """Whether an Arabic word is a form of an English demonym or its country: Egyptians, Egypt and المصريين."""
    return any(_strip(arabic, stem) for stem in _demonyms().get(" ".join(words(english)), ()))


def _strip(word: str, stem: str) -> bool:
    place = word.find(stem)
    return place >= 0 and word[:place] in _PREFIXES and word[place + len(stem) :] in _ENDINGS


def _without_article(key: Key) -> Key:
    return key[1:] if key[:1] == ("the",) and len(key) > 1 else key


def is_prefixed_form(tokens: list[Token], start: int, form: Key) -> bool:
    """Whether Arabic `tokens` have `form` at `start`, its first word perhaps with a conjunction or preposition."""
    if start + len(form) > len(tokens) or any(
        tokens[start + place].key != form[place] for place in range(1, len(form))
    ):
        return False
    first = tokens[start].key
    bare = form[0].removeprefix("ال")
    return first.endswith(bare) and first[: len(first) - len(bare)] in _PREFIXES
