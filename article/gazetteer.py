"""Frequent names whose Arabic and English forms do not sound alike, or are often abbreviated.

Each line: English forms | Arabic forms, alternatives separated by a comma. Demonyms give the stem that Arabic endings
are added to.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from article.tokens import Token, tokenise

_NAMES: Final = """
Egypt | مصر
Morocco | المغرب
Algeria | الجزائر
Algiers | الجزائر, الجزائر العاصمة
Austria | النمسا
Vienna | فيينا
Greece | اليونان
Athens | أثينا
Hungary | المجر, هنغاريا
India | الهند
China | الصين
Japan | اليابان
Jordan | الأردن
Syria | سوريا, سورية, الشام
Damascus | دمشق
Aleppo | حلب
Homs | حمص
Lebanon | لبنان
Tyre | صور
Sidon | صيدا
Tripoli | طرابلس
Palestine | فلسطين
Jerusalem | القدس, أورشليم
West Bank | الضفة الغربية, الضفة
Gaza, Gaza Strip | غزة, قطاع غزة
Hebron | الخليل
Nablus | نابلس
Bethlehem | بيت لحم
Nazareth | الناصرة
Jaffa | يافا
Acre | عكا
Jericho | أريحا
Israel | إسرائيل
Tel Aviv | تل أبيب
Iraq | العراق
Baghdad | بغداد
Mosul | الموصل
Basra | البصرة
Erbil, Irbil | أربيل, إربيل
Kurdistan | كردستان
Saudi Arabia, Kingdom of Saudi Arabia | السعودية, المملكة العربية السعودية, المملكة
Mecca, Makkah | مكة, مكة المكرمة
Medina, Madinah | المدينة المنورة, المدينة
Riyadh | الرياض
United Arab Emirates, UAE, Emirates | الإمارات, الإمارات العربية المتحدة
Abu Dhabi | أبوظبي, أبو ظبي
Kuwait | الكويت
Bahrain | البحرين
Qatar | قطر
Doha | الدوحة
Oman | عمان, عُمان
Muscat | مسقط
Amman | عمان, عمّان
Yemen | اليمن
Sanaa, Sana'a | صنعاء
Aden | عدن
Sudan | السودان
South Sudan | جنوب السودان
Khartoum | الخرطوم
Libya | ليبيا
Tunisia | تونس
Tunis | تونس, تونس العاصمة
Cairo | القاهرة
Alexandria | الإسكندرية
Giza | الجيزة
Suez, Suez Canal | السويس, قناة السويس
Sinai | سيناء
Nile | النيل
Luxor | الأقصر
Rabat | الرباط
Casablanca | الدار البيضاء
Marrakesh, Marrakech | مراكش
Fez, Fes | فاس
Tangier, Tangiers | طنجة
Western Sahara | الصحراء الغربية, الصحراء
Sahara | الصحراء
Ceuta | سبتة
Melilla | مليلية
Mauritania | موريتانيا
Nouakchott | نواكشوط
Ethiopia | إثيوبيا, الحبشة
Ivory Coast, Cote d'Ivoire | ساحل العاج, كوت ديفوار
Cape Verde | الرأس الأخضر
Cameroon | الكاميرون
Senegal | السنغال
Comoros | جزر القمر
South Africa | جنوب أفريقيا, جنوب إفريقيا
Africa | أفريقيا, إفريقيا
Cape Town | كيب تاون, كيب تاون
Central African Republic | جمهورية أفريقيا الوسطى, أفريقيا الوسطى
Germany | ألمانيا
Berlin | برلين
Munich | ميونيخ, ميونخ
Cologne | كولونيا
France | فرنسا
Paris | باريس
Spain | إسبانيا, أسبانيا
Andalusia | الأندلس
Seville | إشبيلية
Granada | غرناطة
Cordoba | قرطبة
Toledo | طليطلة
Portugal | البرتغال
Lisbon | لشبونة, ليشبونة
Italy | إيطاليا
Venice | البندقية, فينيسيا
Florence | فلورنسا
Naples | نابولي
Sicily | صقلية
Switzerland | سويسرا
Geneva | جنيف
Britain, Great Britain, United Kingdom, UK, U.K. | بريطانيا, المملكة المتحدة, بريطانيا العظمى
England | إنجلترا, إنكلترا
Wales | ويلز
London | لندن
Scotland | اسكتلندا, أسكتلندا
Ireland | أيرلندا, إيرلندا
Netherlands, Holland | هولندا
Hague, The Hague | لاهاي
Belgium | بلجيكا
Brussels | بروكسل
Norway | النرويج
Sweden | السويد
Denmark | الدنمارك, الدانمارك
Finland | فنلندا
Poland | بولندا, بولونيا
Czech Republic, Czechia | التشيك, جمهورية التشيك
Romania | رومانيا
Croatia | كرواتيا
Serbia | صربيا
Albania | ألبانيا
Cyprus | قبرص
Nicosia | نيقوسيا
Turkey, Turkiye | تركيا
Istanbul, Constantinople | إسطنبول, اسطنبول, القسطنطينية
Antioch | أنطاكية
Russia | روسيا
Moscow | موسكو
Kremlin | الكرملين
Ukraine | أوكرانيا
Kyiv, Kiev | كييف
Crimea | القرم, شبه جزيرة القرم
Caucasus | القوقاز
Chechnya | الشيشان
Armenia | أرمينيا
Georgia | جورجيا
Europe | أوروبا, أوربا
European Union, EU | الاتحاد الأوروبي, الاتحاد الأوربي
European Commission | المفوضية الأوروبية
Asia | آسيا
Australia | أستراليا
New Zealand | نيوزيلندا, نيوزيلاندا
United States, United States of America, US, U.S. | الولايات المتحدة, الولايات المتحدة الأمريكية
United States, United States of America, US, U.S. | الولايات المتحدة الأميركية, أمريكا, أميركا
USA, America | الولايات المتحدة, أمريكا, أميركا
Washington | واشنطن
White House | البيت الأبيض
New York | نيويورك
Pentagon | البنتاغون, البنتاجون, وزارة الدفاع الأمريكية, وزارة الدفاع الأميركية
Congress | الكونغرس, الكونجرس
Senate | مجلس الشيوخ
House of Representatives | مجلس النواب
House of Commons | مجلس العموم
House of Lords | مجلس اللوردات
Parliament | البرلمان, مجلس النواب
State Department | وزارة الخارجية الأمريكية, الخارجية الأمريكية, الخارجية الأميركية, وزارة الخارجية الأميركية
Federal Reserve, Fed | الاحتياطي الفيدرالي, الاحتياطي الاتحادي, المركزي الأمريكي, المركزي الأميركي
Supreme Court | المحكمة العليا
Mexico | المكسيك
Brazil | البرازيل
Argentina | الأرجنتين
Chile | تشيلي, شيلي
Colombia | كولومبيا
Venezuela | فنزويلا
Peru | بيرو
Cuba | كوبا
Canada | كندا
Ottawa | أوتاوا
Latin America | أمريكا اللاتينية, أميركا اللاتينية
Iran | إيران
Tehran | طهران
Persia | فارس, بلاد فارس
Afghanistan | أفغانستان
Kabul | كابول, كابل
Pakistan | باكستان
Bangladesh | بنغلاديش, بنجلاديش
Sri Lanka | سريلانكا, سري لانكا
Philippines | الفلبين, الفليبين
North Korea | كوريا الشمالية
South Korea | كوريا الجنوبية
Pyongyang | بيونغ يانغ, بيونج يانج, بيونغيانغ
Seoul | سيول, سول
Beijing | بكين, بيجين
Hong Kong | هونغ كونغ, هونج كونج
Taiwan | تايوان
Tokyo | طوكيو
Burma, Myanmar | ميانمار, بورما
Vietnam | فيتنام
Indonesia | إندونيسيا, أندونيسيا
Maldives | المالديف, جزر المالديف
United Nations, UN, U.N. | الأمم المتحدة
Security Council, UN Security Council | مجلس الأمن, مجلس الأمن الدولي
General Assembly | الجمعية العامة
World Health Organization, WHO | منظمة الصحة العالمية, الصحة العالمية
World Bank | البنك الدولي
International Monetary Fund, IMF | صندوق النقد الدولي, صندوق النقد
World Trade Organization, WTO | منظمة التجارة العالمية
International Atomic Energy Agency, IAEA | الوكالة الدولية للطاقة الذرية
International Criminal Court, ICC | المحكمة الجنائية الدولية, الجنائية الدولية
International Court of Justice, ICJ | محكمة العدل الدولية
Red Cross | الصليب الأحمر
Red Crescent | الهلال الأحمر
UNICEF | اليونيسف, اليونيسيف, يونيسف
UNESCO | اليونسكو, يونسكو
UNRWA | الأونروا, أونروا
NATO, North Atlantic Treaty Organization | الناتو, حلف شمال الأطلسي, الأطلسي, حلف الناتو
OPEC | أوبك
Arab League, League of Arab States | جامعة الدول العربية, الجامعة العربية
African Union, AU | الاتحاد الأفريقي, الاتحاد الإفريقي
Gulf Cooperation Council, GCC | مجلس التعاون الخليجي, مجلس التعاون
Muslim Brotherhood | الإخوان المسلمين, الإخوان المسلمون, الإخوان
Hezbollah, Hizbullah | حزب الله
Hamas | حماس
Fatah | فتح
Houthis, Houthi | الحوثيون, الحوثيين, الحوثي
Islamic State, ISIS, ISIL, Daesh | داعش, الدولة الإسلامية, تنظيم الدولة
al-Qaeda, al-Qaida, Qaeda | القاعدة
Taliban | طالبان
Palestinian Authority | السلطة الفلسطينية
Labour, Labour Party, Labor Party | حزب العمال, العمال
Conservatives, Conservative Party | المحافظين, حزب المحافظين, المحافظون
Democrats, Democratic Party | الديمقراطيون, الديمقراطيين, الحزب الديمقراطي, الديموقراطيين
Republicans, Republican Party | الجمهوريون, الجمهوريين, الحزب الجمهوري
Mediterranean, Mediterranean Sea | المتوسط, البحر المتوسط, البحر الأبيض المتوسط
Red Sea | البحر الأحمر
Dead Sea | البحر الميت
Black Sea | البحر الأسود
Atlantic, Atlantic Ocean | الأطلسي, المحيط الأطلسي
Pacific, Pacific Ocean | المحيط الهادئ, الهادئ, المحيط الهادي
Gulf, Persian Gulf, Arabian Gulf | الخليج, الخليج العربي, الخليج الفارسي
Middle East | الشرق الأوسط
Euphrates | الفرات
Tigris | دجلة
Golan Heights | الجولان, هضبة الجولان, مرتفعات الجولان
Alps | الألب, جبال الألب
Premier League | الدوري الإنجليزي, الدوري الإنجليزي الممتاز
Champions League | دوري أبطال أوروبا, دوري الأبطال
World Cup | كأس العالم, المونديال
Olympics, Olympic Games | الأولمبياد, الألعاب الأولمبية, دورة الألعاب الأولمبية
Jesus, Christ, Jesus Christ | المسيح, يسوع, عيسى, السيد المسيح
Moses | موسى
Abraham | إبراهيم
Joseph | يوسف
Jacob | يعقوب
John | يوحنا, جون
David | داود, داوود, ديفيد
Solomon | سليمان
Mary | مريم, ماري
Pope | البابا
Vatican | الفاتيكان
Bible | الكتاب المقدس, الإنجيل
Koran, Quran, Qur'an | القرآن
Ramadan | رمضان
Christmas | عيد الميلاد, الميلاد
Easter | عيد الفصح, الفصح
Aristotle | أرسطو
Plato | أفلاطون
Averroes | ابن رشد
Avicenna | ابن سينا
Saladin | صلاح الدين
"""
_DEMONYMS: Final = """
Egyptian | مصر
Moroccan | مغرب
Algerian | جزائر
Tunisian | تونس
Libyan | ليب
Sudanese | سودان
Syrian | سور
Lebanese | لبنان
Jordanian | أردن
Palestinian | فلسطين
Iraqi | عراق
Saudi | سعود
Emirati | إمارات
Kuwaiti | كويت
Bahraini | بحرين
Qatari | قطر
Omani | عمان
Yemeni | يمن
Israeli | إسرائيل
Iranian | إيران
Turkish, Turk | ترك
Kurdish, Kurd | كرد
Arab, Arabic, Arabian | عرب
Muslim, Islamic | مسلم, إسلام
Christian | مسيح
Jewish, Jew | يهود
American | أمريك, أميرك
British, Briton | بريطان
English | إنجليز, إنكليز
French | فرنس
German | ألمان
Spanish | إسبان, أسبان
Italian | إيطال
Dutch | هولند
Greek | يونان
Hungarian | مجر, هنغار
Austrian | نمساو
Swiss | سويسر
Swedish | سويد
Norwegian | نرويج
Danish | دنمارك
Polish | بولند
Portuguese | برتغال
Russian | روس
Ukrainian | أوكران
European | أوروب, أورب
African | أفريق, إفريق
Asian | آسيو
Chinese | صين
Japanese | يابان
Korean | كور
Indian | هند
Pakistani | باكستان
Afghan | أفغان
Brazilian | برازيل
Argentine, Argentinian | أرجنتين
Mexican | مكسيك
Canadian | كند
Australian | أسترال
Ethiopian | إثيوب
Olympic | أولمب
Democratic, Democrat | ديمقراط, ديموقراط
Republican | جمهور
"""
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
    for line in _NAMES.strip().splitlines():
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
    """Return the English demonyms, their plurals included, with their Arabic stems."""
    stems: dict[str, Key] = {}
    for line in _DEMONYMS.strip().splitlines():
        english, _, arabic = line.partition("|")
        for one in english.split(","):
            stems[one.strip().lower()] = stems[one.strip().lower() + "s"] = words(arabic)
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


def is_demonym(english: str, arabic: str) -> bool:
    """Whether an Arabic word is a form of an English demonym: Egyptians and المصريين."""
    return any(_strip(arabic, stem) for stem in _demonyms().get(english.lower(), ()))


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
