"""Places and given names that news is full of, so that a changed one is seen in Arabic, which has no capitals.

Written by hand; one line a place: Arabic names | English names and demonyms. Nothing is missing from a summary
because it is not in this list: it only helps to tell a name from a common word.
"""

from __future__ import annotations

from typing import Final

from summarize.lexicon import STOP_WORDS, fold

_PLACES: Final = """
مصر مصري | egypt egyptian
القاهرة | cairo
الإسكندرية | alexandria
سوريا سورية سوري | syria syrian
دمشق | damascus
حلب | aleppo
لبنان لبناني | lebanon lebanese
بيروت | beirut
الأردن أردني | jordan jordanian
عمان عماني | amman oman omani
فلسطين فلسطيني | palestine palestinian
القدس | jerusalem
غزة | gaza
إسرائيل إسرائيلي | israel israeli
العراق عراقي | iraq iraqi
بغداد | baghdad
الموصل | mosul
البصرة | basra
السعودية سعودي | saudi arabia
الرياض | riyadh
جدة | jeddah
مكة | mecca makkah
اليمن يمني | yemen yemeni
صنعاء | sanaa
عدن | aden
الكويت كويتي | kuwait kuwaiti
قطر قطري | qatar qatari
الدوحة | doha
البحرين بحريني | bahrain bahraini
المنامة | manama
الإمارات إماراتي | emirates emirati uae
دبي | dubai
ظبي | dhabi
مسقط | muscat
ليبيا ليبي | libya libyan
طرابلس | tripoli
بنغازي | benghazi
تونس تونسي | tunisia tunisian tunis
الجزائر جزائري | algeria algerian algiers
المغرب مغربي | morocco moroccan
الرباط | rabat
طنجة | tangier tangiers
فاس | fez
أغادير | agadir
وهران | oran
قسنطينة | constantine
صفاقس | sfax
مصراتة | misrata
سبها | sabha
أسوان | aswan
الأقصر | luxor
السويس | suez
حمص | homs
حماة | hama
اللاذقية | latakia
نابلس | nablus
أربيل | erbil
كركوك | kirkuk
النجف | najaf
كربلاء | karbala
تعز | taiz
الحديدة | hodeidah
ميونيخ | munich
ميلانو | milan
نابولي | naples
إشبيلية | seville
مرسيليا | marseille
شيكاغو | chicago
بوسطن | boston
سيدني | sydney
مومباي | mumbai
شنغهاي | shanghai
مراكش | marrakesh marrakech
موريتانيا موريتاني | mauritania mauritanian
السودان سوداني | sudan sudanese
الخرطوم | khartoum
الصومال صومالي | somalia somali
إثيوبيا إثيوبي | ethiopia ethiopian
نيجيريا نيجيري | nigeria nigerian
كينيا كيني | kenya kenyan
تشاد تشادي | chad chadian
مالي | mali malian
تركيا تركي | turkey turkish turk
أنقرة | ankara
إسطنبول | istanbul
إيران إيراني | iran iranian
طهران | tehran
أفغانستان أفغاني | afghanistan afghan
كابول | kabul
باكستان باكستاني | pakistan pakistani
الهند هندي | india indian
دلهي | delhi
الصين صيني | china chinese
بكين | beijing
اليابان ياباني | japan japanese
طوكيو | tokyo
كوريا كوري | korea korean
إندونيسيا إندونيسي | indonesia indonesian
ماليزيا ماليزي | malaysia malaysian
أستراليا أسترالي | australia australian
روسيا روسي | russia russian
موسكو | moscow
أوكرانيا أوكراني | ukraine ukrainian
كييف | kyiv kiev
بولندا بولندي | poland polish
ألمانيا ألماني | germany german
برلين | berlin
فرنسا فرنسي | france french
باريس | paris
بريطانيا بريطاني | britain british briton u.k uk
إنجلترا إنجليزي | england english
لندن | london
إيطاليا إيطالي | italy italian
روما | rome
إسبانيا إسباني | spain spanish spaniard
مدريد | madrid
برشلونة | barcelona
البرتغال برتغالي | portugal portuguese
لشبونة | lisbon
اليونان يوناني | greece greek
أثينا | athens
هولندا هولندي | netherlands dutch
بلجيكا بلجيكي | belgium belgian
بروكسل | brussels
سويسرا سويسري | switzerland swiss
جنيف | geneva
النمسا نمساوي | austria austrian
فيينا | vienna
السويد سويدي | sweden swedish swede
النرويج نرويجي | norway norwegian
الدنمارك دنماركي | denmark danish dane
فنلندا فنلندي | finland finnish finn
قبرص قبرصي | cyprus cypriot
أمريكا أمريكي أميركا أميركي | america american u.s us usa
واشنطن | washington
نيويورك | york
كندا كندي | canada canadian
المكسيك مكسيكي | mexico mexican
البرازيل برازيلي | brazil brazilian
الأرجنتين أرجنتيني | argentina argentine argentinian
كولومبيا كولومبي | colombia colombian
فنزويلا فنزويلي | venezuela venezuelan
كوبا كوبي | cuba cuban
تشيلي تشيلي | chile chilean
"""
_GIVEN: Final = """
محمد أحمد محمود مصطفى علي عمر خالد حسن حسين إبراهيم إسماعيل يوسف عبدالله طارق سامي سمير سليم كريم فؤاد فيصل ماجد
فادي نبيل وليد زياد رامي هشام حازم عمرو ياسر أنور منير فارس بلال حمزة عثمان داود سليمان موسى عيسى زكريا نزار
غسان مروان رشيد جابر صلاح هاني أيمن أسامة عماد لؤي أنس إياد إيهاب بدر بسام بشار بشير بهاء تامر تيسير توفيق ثامر
جلال جهاد جورج جوزيف حاتم حبيب حسام حكيم خليل رشاد رضا رفيق رياض زهير سعد سعود سلطان سلمان شادي شاكر صابر طلال
عارف عاطف عدنان عصام علاء عمار غازي فاروق فايز فهد فوزي قاسم قيس كامل لطفي مازن مالك مجدي محسن مدحت مراد معتز
مهند ناجي ناصر نادر نديم نضال هيثم وائل وسام ياسين يحيى يعقوب فاطمة عائشة خديجة مريم ليلى سلمى رانيا دينا سارة
زينب نادية سعاد سميرة نجلاء لبنى سهى رشا غادة ريما نانسي نجوى هيفاء هناء سناء سوسن شيماء صفاء ميساء نهى ندى
أسماء أروى جميلة سهام كاميليا ماجدة مها ميرفت نوال جون جيمس مايكل ديفيد روبرت توماس بول بيتر مارك جورجيا ماري
آنا إيما جاك لويس كارلوس بيدرو فلاديمير دونالد باراك إيمانويل
"""


_CAPITALS: Final = {
    "cairo": "egypt", "damascus": "syria", "beirut": "lebanon", "jerusalem": "israel", "baghdad": "iraq",
    "riyadh": "saudi", "sanaa": "yemen", "doha": "qatar", "manama": "bahrain", "dhabi": "emirates",
    "khartoum": "sudan", "rabat": "morocco", "tripoli": "libya", "ankara": "turkey", "tehran": "iran",
    "kabul": "afghanistan", "delhi": "india", "beijing": "china", "tokyo": "japan", "moscow": "russia",
    "kyiv": "ukraine", "berlin": "germany", "paris": "france", "london": "britain", "rome": "italy",
    "madrid": "spain", "lisbon": "portugal", "athens": "greece", "brussels": "belgium", "washington": "america",
    "england": "britain",
}  # fmt: skip


def _places() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    canonical: dict[str, str] = {}
    forms: dict[str, set[str]] = {}
    for line in _PLACES.strip().splitlines():
        arabic, english = (part.split() for part in line.split("|"))
        for word in (*arabic, *english):
            canonical[fold(word)] = english[0]
            forms.setdefault(english[0], set()).add(fold(word))
    return canonical, {name: frozenset(found) for name, found in forms.items()}


PLACES, FORMS = _places()
"""Folded word of either language -> the place's English name; that name -> all its words."""
_WITH_MAQSURA: Final = frozenset(word for word in _GIVEN.split() if word.endswith("ى"))
GIVEN_NAMES: Final = frozenset(fold(word) for word in _GIVEN.split())


def place_of(word: str) -> str | None:
    """Return the place that a word names, also with an Arabic prefix or nisba ending; None for other words."""
    folded = fold(word.casefold())
    for form in (*_bare(folded), folded.removesuffix("'s"), folded.removesuffix("s")):
        if form in PLACES:
            return PLACES[form]
    return None


def country_of(place: str) -> str:
    """Return the country whose government news calls by this capital (`Cairo` for Egypt), else the place itself."""
    return _CAPITALS.get(place, place)


def is_given_name(word: str) -> bool:
    """Say whether an Arabic word, without a one-letter prefix, is a frequent given name."""
    if word in STOP_WORDS["ar"] or word.endswith("ى"):
        return word in _WITH_MAQSURA
    folded = fold(word)
    return folded in GIVEN_NAMES or (folded[:1] in "ولب" and folded[1:] in GIVEN_NAMES)


def _bare(word: str) -> list[str]:
    """Return the forms a place name can have without what Arabic writes onto it."""
    forms = [word]
    if len(word) > 4 and word[0] in "وبلكف":
        forms.append(word[1:])
    for form in tuple(forms):
        for prefix, replacement in (("ال", ""), ("لل", ""), ("لل", "ال")):
            if form.startswith(prefix) and len(form) - len(prefix) >= 3:
                forms.append(replacement + form[len(prefix) :])
    for form in tuple(forms):
        for suffix in ("يين", "يون", "يه", "يات", "ين", "ون", "ه"):
            if form.endswith(suffix) and len(form) - len(suffix) >= 3:
                forms.extend((form.removesuffix(suffix), form.removesuffix(suffix) + "ي"))
    return forms
