"""The words of the synchronous grammar: Arabic and English side by side, with what agreement needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: Arabic singular, dual (nominative, genitive), plural, and both English numbers."""

    singular: str
    dual: tuple[str, str]
    plural: str
    accusative: str
    gender: Gender
    english: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Nation:
    """A country with its adjective in both genders."""

    arabic: str
    masculine: str
    feminine: str
    english: str
    adjective: str


MONTHS: Final = (
    ("يناير", "كانون الثاني", "January"),
    ("فبراير", "شباط", "February"),
    ("مارس", "آذار", "March"),
    ("أبريل", "نيسان", "April"),
    ("مايو", "أيار", "May"),
    ("يونيو", "حزيران", "June"),
    ("يوليو", "تموز", "July"),
    ("أغسطس", "آب", "August"),
    ("سبتمبر", "أيلول", "September"),
    ("أكتوبر", "تشرين الأول", "October"),
    ("نوفمبر", "تشرين الثاني", "November"),
    ("ديسمبر", "كانون الأول", "December"),
)

WEEKDAYS: Final = (
    ("الأحد", "Sunday"),
    ("الاثنين", "Monday"),
    ("الثلاثاء", "Tuesday"),
    ("الأربعاء", "Wednesday"),
    ("الخميس", "Thursday"),
    ("الجمعة", "Friday"),
    ("السبت", "Saturday"),
)

NATIONS: Final = (
    Nation("فرنسا", "الفرنسي", "الفرنسية", "France", "French"),
    Nation("بريطانيا", "البريطاني", "البريطانية", "Britain", "British"),
    Nation("ألمانيا", "الألماني", "الألمانية", "Germany", "German"),
    Nation("روسيا", "الروسي", "الروسية", "Russia", "Russian"),
    Nation("الصين", "الصيني", "الصينية", "China", "Chinese"),
    Nation("تركيا", "التركي", "التركية", "Turkey", "Turkish"),
    Nation("إيران", "الإيراني", "الإيرانية", "Iran", "Iranian"),
    Nation("مصر", "المصري", "المصرية", "Egypt", "Egyptian"),
    Nation("السعودية", "السعودي", "السعودية", "Saudi Arabia", "Saudi"),
    Nation("العراق", "العراقي", "العراقية", "Iraq", "Iraqi"),
    Nation("سوريا", "السوري", "السورية", "Syria", "Syrian"),
    Nation("لبنان", "اللبناني", "اللبنانية", "Lebanon", "Lebanese"),
    Nation("الأردن", "الأردني", "الأردنية", "Jordan", "Jordanian"),
    Nation("اليمن", "اليمني", "اليمنية", "Yemen", "Yemeni"),
    Nation("ليبيا", "الليبي", "الليبية", "Libya", "Libyan"),
    Nation("تونس", "التونسي", "التونسية", "Tunisia", "Tunisian"),
    Nation("الجزائر", "الجزائري", "الجزائرية", "Algeria", "Algerian"),
    Nation("المغرب", "المغربي", "المغربية", "Morocco", "Moroccan"),
    Nation("السودان", "السوداني", "السودانية", "Sudan", "Sudanese"),
    Nation("قطر", "القطري", "القطرية", "Qatar", "Qatari"),
    Nation("الكويت", "الكويتي", "الكويتية", "Kuwait", "Kuwaiti"),
    Nation("إيطاليا", "الإيطالي", "الإيطالية", "Italy", "Italian"),
    Nation("إسبانيا", "الإسباني", "الإسبانية", "Spain", "Spanish"),
    Nation("اليابان", "الياباني", "اليابانية", "Japan", "Japanese"),
    Nation("الهند", "الهندي", "الهندية", "India", "Indian"),
    Nation("باكستان", "الباكستاني", "الباكستانية", "Pakistan", "Pakistani"),
    Nation("كندا", "الكندي", "الكندية", "Canada", "Canadian"),
    Nation("البرازيل", "البرازيلي", "البرازيلية", "Brazil", "Brazilian"),
    Nation("أوكرانيا", "الأوكراني", "الأوكرانية", "Ukraine", "Ukrainian"),
    Nation("اليونان", "اليوناني", "اليونانية", "Greece", "Greek"),
)

# Masculine and feminine title, and the English one; a nationality adjective may follow the Arabic.
TITLES: Final = (
    ("وزير الخارجية", "وزيرة الخارجية", "Foreign Minister"),
    ("وزير الدفاع", "وزيرة الدفاع", "Defense Minister"),
    ("وزير الداخلية", "وزيرة الداخلية", "Interior Minister"),
    ("وزير المالية", "وزيرة المالية", "Finance Minister"),
    ("وزير الصحة", "وزيرة الصحة", "Health Minister"),
    ("وزير التعليم", "وزيرة التعليم", "Education Minister"),
    ("وزير الزراعة", "وزيرة الزراعة", "Agriculture Minister"),
    ("وزير النفط", "وزيرة النفط", "Oil Minister"),
    ("رئيس الوزراء", "رئيسة الوزراء", "Prime Minister"),
    ("الرئيس", "الرئيسة", "President"),
    ("نائب الرئيس", "نائبة الرئيس", "Vice President"),
    ("السفير", "السفيرة", "Ambassador"),
)

# Masculine and feminine verb before `إن`, and the English verb before `that`.
SAYING: Final = (
    ("قال", "قالت", "إن", "said that"),
    ("وقال", "وقالت", "إن", "said that"),
    ("أكد", "أكدت", "أن", "confirmed that"),
    ("وأضاف", "وأضافت", "أن", "added that"),
    ("أعلن", "أعلنت", "أن", "announced that"),
    ("وأوضح", "وأوضحت", "أن", "explained that"),
    ("ذكر", "ذكرت", "أن", "mentioned that"),
    ("وأشار", "وأشارت", "إلى أن", "pointed out that"),
)

# Feminine bodies that speak: ministries, agencies.
BODIES: Final = (
    ("وزارة الصحة", "Health Ministry"),
    ("وزارة الداخلية", "Interior Ministry"),
    ("وزارة الدفاع", "Defense Ministry"),
    ("وزارة الخارجية", "Foreign Ministry"),
    ("وزارة المالية", "Finance Ministry"),
    ("وزارة التعليم", "Education Ministry"),
    ("الحكومة", "government"),
    ("الشرطة", "police"),
)

# What is said: an Arabic clause after `أن` (subject first) and its English.
CLAIMS: Final = (
    ("المحادثات بين الجانبين كانت مثمرة", "the talks between the two sides were fruitful"),
    ("بلاده تدعم الحل السياسي للأزمة", "his country supports a political solution to the crisis"),
    ("الوضع في المنطقة لا يزال صعبا", "the situation in the region remains difficult"),
    ("التحقيق في الحادث لا يزال جاريا", "the investigation into the incident is still under way"),
    ("الانتخابات ستجرى في موعدها", "the elections will be held on schedule"),
    ("الاتفاق سيدخل حيز التنفيذ الشهر المقبل", "the agreement will take effect next month"),
    ("الإجراءات الجديدة تهدف إلى حماية المدنيين", "the new measures aim to protect civilians"),
    ("القوات سيطرت على المدينة بعد معارك عنيفة", "the forces took control of the city after fierce fighting"),
    ("المساعدات الإنسانية وصلت إلى المناطق المحاصرة", "humanitarian aid had reached the besieged areas"),
    ("المشروع سيوفر فرص عمل للشباب", "the project will provide jobs for young people"),
    ("أسعار النفط ستواصل الارتفاع", "oil prices will continue to rise"),
    ("المفاوضات وصلت إلى طريق مسدود", "the negotiations had reached a dead end"),
    ("العقوبات ستبقى سارية حتى إشعار آخر", "the sanctions will remain in force until further notice"),
    ("الحدود ستفتح أمام المسافرين قريبا", "the borders will soon open to travelers"),
)

PLACES: Final = (
    ("العاصمة", "the capital"),
    ("شمال البلاد", "the north of the country"),
    ("جنوب البلاد", "the south of the country"),
    ("شرق المدينة", "the east of the city"),
    ("مدينة حلب", "the city of Aleppo"),
    ("مدينة الموصل", "the city of Mosul"),
    ("مدينة عدن", "the city of Aden"),
    ("قطاع غزة", "the Gaza Strip"),
    ("القاهرة", "Cairo"),
    ("بغداد", "Baghdad"),
    ("دمشق", "Damascus"),
    ("باريس", "Paris"),
)

NOUNS: Final = (
    Noun("شخص", ("شخصان", "شخصين"), "أشخاص", "شخصا", "m", ("person", "people")),
    Noun("جندي", ("جنديان", "جنديين"), "جنود", "جنديا", "m", ("soldier", "soldiers")),
    Noun("مدني", ("مدنيان", "مدنيين"), "مدنيين", "مدنيا", "m", ("civilian", "civilians")),
    Noun("طفل", ("طفلان", "طفلين"), "أطفال", "طفلا", "m", ("child", "children")),
    Noun("عامل", ("عاملان", "عاملين"), "عمال", "عاملا", "m", ("worker", "workers")),
    Noun("صحفي", ("صحفيان", "صحفيين"), "صحفيين", "صحفيا", "m", ("journalist", "journalists")),
    Noun("امرأة", ("امرأتان", "امرأتين"), "نساء", "امرأة", "f", ("woman", "women")),
    Noun("طالبة", ("طالبتان", "طالبتين"), "طالبات", "طالبة", "f", ("female student", "female students")),
)

PERIODS: Final = (
    Noun("يوم", ("يومان", "يومين"), "أيام", "يوما", "m", ("day", "days")),
    Noun("شهر", ("شهران", "شهرين"), "أشهر", "شهرا", "m", ("month", "months")),
    Noun("أسبوع", ("أسبوعان", "أسبوعين"), "أسابيع", "أسبوعا", "m", ("week", "weeks")),
    Noun("سنة", ("سنتان", "سنتين"), "سنوات", "سنة", "f", ("year", "years")),
    Noun("ساعة", ("ساعتان", "ساعتين"), "ساعات", "ساعة", "f", ("hour", "hours")),
)

CURRENCIES: Final = (
    ("دولار", "dollars"),
    ("يورو", "euros"),
    ("جنيه", "pounds"),
    ("ريال", "riyals"),
    ("درهم", "dirhams"),
    ("دينار", "dinars"),
)

# Things that rise and fall; the gender is the Arabic subject's.
MEASURES: Final[tuple[tuple[str, Gender, str], ...]] = (
    ("معدل البطالة", "m", "the unemployment rate"),
    ("عدد السكان", "m", "the population"),
    ("سعر النفط", "m", "the price of oil"),
    ("أسعار الغذاء", "f", "food prices"),
    ("أرباح الشركة", "f", "the company's profits"),
    ("الصادرات", "f", "exports"),
    ("نسبة التضخم", "f", "the inflation rate"),
    ("الإنتاج", "m", "production"),
)

ONES: Final = (
    ("واحد", "واحدة", "one"),
    ("اثنان", "اثنتان", "two"),
    ("ثلاثة", "ثلاث", "three"),
    ("أربعة", "أربع", "four"),
    ("خمسة", "خمس", "five"),
    ("ستة", "ست", "six"),
    ("سبعة", "سبع", "seven"),
    ("ثمانية", "ثماني", "eight"),
    ("تسعة", "تسع", "nine"),
    ("عشرة", "عشر", "ten"),
)

# Nominative and genitive tens.
TENS: Final = (
    ("عشرون", "عشرين", "twenty"),
    ("ثلاثون", "ثلاثين", "thirty"),
    ("أربعون", "أربعين", "forty"),
    ("خمسون", "خمسين", "fifty"),
    ("ستون", "ستين", "sixty"),
    ("سبعون", "سبعين", "seventy"),
    ("ثمانون", "ثمانين", "eighty"),
    ("تسعون", "تسعين", "ninety"),
)
