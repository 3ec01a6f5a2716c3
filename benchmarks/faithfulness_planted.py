"""Errors planted into the abstractive summaries of Jisr's own evaluation set (`eval/own`), for `faithfulness.py`.

Each `Swap` changes one thing in one summary, in both languages; the sentence it stands in then says what the article
does not. `ADDED` are clauses that get appended to true sentences, `MADE_UP` whole sentences about an article's subject.
"""

# ruff: noqa: E501
# fmt: off
from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Swap:
    """`en` and `ar` are (what a summary of `article` says, what is put in its place)."""

    kind: str
    article: str
    en: tuple[str, str]
    ar: tuple[str, str]


SWAPS: Final = (
    Swap("number", "ar-accident-ferry", ("143 passengers", "134 passengers"), ("143 راكبًا", "134 راكبًا")),
    Swap("number", "ar-agriculture-dates", ("3,600 trees", "6,300 trees"), ("٣٬٦٠٠ نخلة", "٦٬٣٠٠ نخلة")),
    Swap("number", "ar-economy-food-company", ("18.6 million", "16.8 million"), ("18.6 مليون", "16.8 مليون")),
    Swap("number", "ar-law-homebuyers", ("217 people", "271 people"), ("٢١٧ شخصًا", "٢٧١ شخصًا")),
    Swap("number", "en-health-walking", ("27%", "37%"), ("27%", "37%")),
    Swap("number", "ar-politics-coalition", ("47 days", "74 days"), ("47 يومًا", "74 يومًا")),
    Swap("number", "en-energy-tidal", ("29,000 homes", "92,000 homes"), ("29 ألف منزل", "92 ألف منزل")),
    Swap("number", "en-science-bees", ("19 minutes", "29 minutes"), ("19 دقيقة", "29 دقيقة")),
    Swap("number", "en-space-lantern", ("11 days", "17 days"), ("11 يومًا", "17 يومًا")),
    Swap("number", "ar-culture-novel-prize", ("182 works", "128 works"), ("182 عملًا", "128 عملًا")),
    Swap("number", "ar-transport-railway", ("31 level crossings", "13 level crossings"), ("31 معبرًا", "13 معبرًا")),
    Swap("number", "en-accident-cablecar", ("62 people", "26 people"), ("62 شخصًا", "26 شخصًا")),
    Swap("magnitude", "ar-transport-railway", ("412 million", "412 billion"), ("412 مليون", "412 مليار")),
    Swap("magnitude", "ar-environment-lagoon", ("€11 million", "€11 billion"), ("11 مليون", "11 مليار")),
    Swap("magnitude", "ar-health-measles", ("$1.4 million", "$1.4 billion"), ("1.4 مليون", "1.4 مليار")),
    Swap("magnitude", "en-education-phones", ("€1.2 million", "€1.2 billion"), ("1.2 مليون", "1.2 مليار")),
    Swap("unit", "ar-agriculture-dates", ("150 dinars", "150 dollars"), ("١٥٠ دينارًا", "١٥٠ دولارًا")),
    Swap("unit", "ar-law-homebuyers", ("48 million riyals", "48 million euros"), ("٤٨ مليون ريال", "٤٨ مليون يورو")),
    Swap("unit", "ar-agriculture-dates", ("26,000 tonnes", "26,000 kilograms"), ("طن من التمور", "كيلوغرام من التمور")),
    Swap("unit", "en-culture-lost-film", ("51 minutes", "51 hours"), ("51 دقيقة", "51 ساعة")),
    Swap("unit", "en-science-bees", ("38 minutes", "38 hours"), ("38 دقيقة", "38 ساعة")),
    Swap("unit", "ar-politics-coalition", ("by 6%", "by 6 percentage points"), ("بنسبة 6%", "بمقدار 6 نقاط مئوية")),
    Swap("unit", "ar-law-homebuyers", ("90 days", "90 months"), ("٩٠ يومًا", "٩٠ شهرًا")),
    Swap("date", "ar-health-measles", ("May 5", "March 5"), ("مايو/أيار", "مارس/آذار")),
    Swap("date", "ar-transport-railway", ("March 1", "August 1"), ("مارس/آذار", "أغسطس/آب")),
    Swap("date", "en-culture-lost-film", ("October 9", "April 9"), ("أكتوبر/تشرين الأول", "أبريل/نيسان")),
    Swap("date", "en-education-phones", ("September 1", "November 1"), ("سبتمبر/أيلول", "نوفمبر/تشرين الثاني")),
    Swap("date", "en-energy-tidal", ("November 30", "June 30"), ("نوفمبر/تشرين الثاني", "يونيو/حزيران")),
    Swap("date", "en-politics-merger", ("March 15", "July 15"), ("مارس/آذار", "يوليو/تموز")),
    Swap("date", "ar-environment-lagoon", ("since 2009", "since 1999"), ("عام 2009", "عام 1999")),
    Swap("date", "en-politics-merger", ("in 1894", "in 1849"), ("عام 1894", "عام 1849")),
    Swap("date", "ar-accident-ferry", ("in July", "in January"), ("يوليو/تموز", "يناير/كانون الثاني")),
    Swap("date", "en-space-lantern", ("end of July", "end of March"), ("يوليو/تموز", "مارس/آذار")),
    Swap("name invented", "ar-accident-ferry", ("Aziz Belqaidi", "Karim Nasser"), ("عزيز بلقايدي", "كريم ناصر")),
    Swap("name invented", "ar-agriculture-dates", ("Halima al-Jeridli", "Rima Khalil"), ("حليمة الجريدلي", "ريما خليل")),
    Swap("name invented", "ar-law-homebuyers", ("Sara Bin Azizan", "Layla Darwish"), ("سارة بن عزيزان", "ليلى درويش")),
    Swap("name invented", "ar-politics-coalition", ("Najla al-Soufani", "Nadia Mansour"), ("نجلاء الصوفاني", "نادية منصور")),
    Swap("name invented", "ar-sport-final", ("Saif al-Hanqari", "Ziad Salman"), ("سيف الهنقري", "زياد سلمان")),
    Swap("name invented", "en-culture-lost-film", ("Mathieu Langlade", "Pierre Dumont"), ("ماتيو لانغلاد", "بيير دومون")),
    Swap("name invented", "en-politics-merger", ("Oliver Stanbridge", "Edward Collins"), ("أوليفر ستانبريدج", "إدوارد كولينز")),
    Swap("name invented", "en-space-lantern", ("Rania al-Hasawi", "Salma Idris"), ("رانيا الحصوي", "سلمى إدريس")),
    Swap("name invented", "ar-archaeology-copper", ("Chiara Bonfanti", "Paola Ricci"), ("كيارا بونفانتي", "باولا ريتشي")),
    Swap("name swapped", "ar-politics-coalition", ("leader Marwan al-Daljawi", "leader Huda Barqawi"), ("ورفض زعيم المعارضة مروان الدلجاوي", "ورفضت زعيمة المعارضة هدى برقاوي")),
    Swap("name swapped", "ar-politics-coalition", ("scientist Huda Barqawi", "scientist Marwan al-Daljawi"), ("رأت أستاذة العلوم السياسية هدى برقاوي", "رأى أستاذ العلوم السياسية مروان الدلجاوي")),
    Swap("name swapped", "ar-archaeology-copper", ("Dr. Hamoud al-Kasbi", "Dr. Chiara Bonfanti"), ("ويرى الدكتور حمود الكاسبي", "وترى الدكتورة كيارا بونفانتي")),
    Swap("name swapped", "ar-agriculture-dates", ("Halima al-Jeridli", "Chokri Ben Meflah"), ("وتدعو رئيسة التعاونية حليمة الجريدلي", "ويدعو رئيس التعاونية شكري بن مفلاح")),
    Swap("name swapped", "ar-law-homebuyers", ("Sara Bin Azizan", "Munira al-Shaghouri"), ("سارة بن عزيزان", "منيرة الشاغوري")),
    Swap("name swapped", "en-politics-merger", ("opponent Oliver Stanbridge", "opponent Marian Kieslovitch"), ("معارضه أوليفر ستانبريدج ينوي", "معارضته ماريان كيسلوفيتش تنوي")),
    Swap("name swapped", "ar-sport-final", ("Jasim al-Duwairij", "Duarte Pimentao"), ("جاسم الدويرج", "دوارتي بيمنتاو")),
    Swap("name swapped", "ar-environment-lagoon", ("ornithologist Ines Bouallaga", "ornithologist Taha al-Serghini"), ("رصدت عالمة الطيور إيناس بوعلاقة", "رصد عالم الطيور طه السرغيني")),
    Swap("place", "ar-economy-food-company", ("factory in Aqaba", "factory in Irbid"), ("في العقبة", "في إربد")),
    Swap("place", "ar-sport-final", ("in Muscat", "in Doha"), ("في مسقط", "في الدوحة")),
    Swap("place", "en-culture-lost-film", ("in Brussels", "in Vienna"), ("في بروكسل", "في فيينا")),
    Swap("place", "ar-transport-railway", ("and Gabès", "and Bizerte"), ("وقابس", "وبنزرت")),
    Swap("place", "ar-archaeology-copper", ("southern Iraq", "southern Iran"), ("جنوب العراق", "جنوب إيران")),
    Swap("place", "en-culture-lost-film", ("south of France", "south of Spain"), ("جنوب فرنسا", "جنوب إسبانيا")),
    Swap("place", "en-health-walking", ("New Zealand cities", "Canadian cities"), ("مدن نيوزيلندية", "مدن كندية")),
    Swap("place", "ar-technology-speech", ("Tunisian start-up", "Algerian start-up"), ("Sawtify التونسية", "Sawtify الجزائرية")),
    Swap("negation", "en-accident-cablecar", ("denies ignoring a warning", "admits ignoring a warning"), ("وينفي تجاهل أي إنذار", "ويقر بتجاهل إنذار")),
    Swap("negation", "ar-sport-final", ("did not blame the referee", "blamed the referee"), ("ولم ينتقد الحكم", "وانتقد الحكم")),
    Swap("negation", "ar-economy-food-company", ("will issue no new shares", "will issue new shares"), ("من دون إصدار أسهم جديدة", "مع إصدار أسهم جديدة")),
    Swap("negation", "ar-law-homebuyers", ("they do not cover older contracts", "they also cover older contracts"), ("لا يشمل العقود القديمة", "يشمل العقود القديمة أيضًا")),
    Swap("negation", "en-education-phones", ("saw no effect", "saw an effect"), ("لم يلحظوا أثرًا في النوم ولا في الوقت", "لحظوا أثرًا في النوم وفي الوقت")),
    Swap("negation", "en-politics-merger", ("without closing any school", "by closing a school"), ("من دون إغلاق أي مدرسة", "مع إغلاق مدرسة")),
    Swap("negation", "en-energy-tidal", ("has approved", "has not approved"), ("أقر مجلس", "لم يقر مجلس")),
    Swap("negation", "ar-sport-final", ("the referee upheld", "the referee did not uphold"), ("وقد أكده الحكم", "ولم يؤكده الحكم")),
    Swap("negation", "en-space-lantern", ("It stopped the spin", "It did not stop the spin"), ("وأوقف القمر دورانه", "ولم يوقف القمر دورانه")),
    Swap("negation", "ar-agriculture-dates", ("have eased the water problem", "have not eased the water problem"), ("خففت بئران جديدتان", "لم تخفف بئران جديدتان")),
    Swap("direction", "ar-economy-food-company", ("cheaper wheat", "dearer wheat"), ("انخفاض أسعار القمح", "ارتفاع أسعار القمح")),
    Swap("direction", "en-health-walking", ("reduced falls", "increased falls"), ("خفضت حالات السقوط", "زادت حالات السقوط")),
    Swap("direction", "en-education-phones", ("marks rose by", "marks fell by"), ("ارتفعت خلالها علامات", "انخفضت خلالها علامات")),
    Swap("direction", "en-politics-merger", ("have approved merging", "have rejected merging"), ("وافق ناخبو إيستفورد وويستفورد على دمج", "رفض ناخبو إيستفورد وويستفورد دمج")),
    Swap("direction", "ar-economy-food-company", ("lifted net profit by", "saw net profit drop by"), ("ارتفع صافي أرباح", "انخفض صافي أرباح")),
    Swap("direction", "ar-politics-coalition", ("cut the deficit", "raise the deficit"), ("بخفض عجز", "برفع عجز")),
)

ADDED: Final = (
    ("and the European Union has offered an emergency loan at low interest", "وعرض الاتحاد الأوروبي قرضا طارئا بفائدة منخفضة"),
    ("and police arrested two suspects at a border checkpoint overnight", "وأوقفت الشرطة ليلا مشتبها فيهما عند نقطة حدودية"),
    ("while the army moved tanks and artillery closer to the capital", "فيما حرك الجيش دبابات ومدفعية نحو العاصمة"),
    ("and a famous singer will give a free concert in the main square", "وستحيي مغنية شهيرة حفلة مجانية في الساحة الكبرى"),
    ("although the tax authority fined the owners for hiding foreign accounts", "رغم أن مصلحة الضرائب غرمت المالكين لإخفاء حسابات أجنبية"),
    ("and surgeons removed a bullet from the victim's shoulder at dawn", "واستخرج جراحون عند الفجر رصاصة من كتف الضحية"),
    ("and a museum in Vienna bought the original manuscript at auction", "واشترى متحف في فيينا المخطوطة الأصلية في مزاد"),
    ("while heavy snow closed mountain roads and delayed dozens of flights", "فيما أغلقت ثلوج كثيفة طرقا جبلية وأخرت عشرات الرحلات الجوية"),
    ("and the central bank devalued the currency to protect its reserves", "وخفض المصرف المركزي سعر العملة لحماية احتياطياته"),
    ("and hackers stole the passwords of thousands of bank customers", "وسرق قراصنة كلمات السر لآلاف من عملاء المصارف"),
)
"""Clauses that no article of the set says, in both languages."""

MADE_UP: Final = {
    "ar-accident-ferry": ("The ferry's owner was arrested at the airport while trying to leave the country.", "اعتقل مالك العبّارة في المطار وهو يحاول مغادرة البلاد."),
    "ar-agriculture-dates": ("A French supermarket chain signed a contract for dates from the oasis.", "وقعت سلسلة متاجر فرنسية عقدا لشراء تمور الواحة."),
    "ar-archaeology-copper": ("Thieves broke into the workshop and stole gold jewellery from a royal tomb.", "اقتحم لصوص الورشة وسرقوا حليا ذهبية من قبر ملكي."),
    "ar-culture-novel-prize": ("A streaming service bought the rights and will film the novel in Jordan.", "اشترت منصة بث حقوق الرواية وستصورها في الأردن."),
    "ar-economy-food-company": ("The company dismissed its auditor and closed its bakery in Amman.", "أقالت الشركة مدقق حساباتها وأغلقت مخبزها في عمّان."),
    "ar-environment-lagoon": ("A hotel group wants to build a golf course beside the lagoon.", "تريد مجموعة فندقية بناء ملعب غولف بجوار البحيرة."),
    "ar-health-measles": ("Doctors went on strike over unpaid salaries and blocked the hospital gates.", "أضرب الأطباء بسبب رواتب متأخرة وأغلقوا بوابات المستشفى."),
    "ar-law-homebuyers": ("The judge received threats and was given a police guard at home.", "تلقى القاضي تهديدات ووضعت حراسة من الشرطة أمام منزله."),
    "ar-politics-coalition": ("The outgoing president fled abroad after protesters stormed the palace.", "فر الرئيس المنتهية ولايته إلى الخارج بعدما اقتحم محتجون القصر."),
    "ar-sport-final": ("The striker signed a lucrative contract with a Spanish club.", "وقع المهاجم عقدا مغريا مع ناد إسباني."),
    "ar-technology-speech": ("Apple sued the start-up over a patent for voice assistants.", "رفعت آبل دعوى على الشركة بشأن براءة اختراع للمساعدات الصوتية."),
    "ar-transport-railway": ("A Chinese manufacturer will supply electric locomotives for the line.", "ستورد شركة صينية قاطرات كهربائية لهذا الخط."),
    "en-accident-cablecar": ("The mayor resigned and the ski resort filed for bankruptcy.", "استقال العمدة وأشهر منتجع التزلج إفلاسه."),
    "en-culture-lost-film": ("Hollywood producers plan a musical about the director's secret marriage.", "يعتزم منتجون في هوليوود إعداد مسرحية غنائية عن زواج المخرجة السري."),
    "en-education-phones": ("Teachers must hand over laptops and smart watches before lessons.", "على المعلمين تسليم حواسيبهم وساعاتهم الذكية قبل الدروس."),
    "en-energy-tidal": ("The navy objected because submarines pass through the bay at night.", "اعترضت البحرية لأن غواصات تعبر الخليج ليلا."),
    "en-health-walking": ("A pharmaceutical company withdrew its painkiller after the findings.", "سحبت شركة أدوية مسكنها بعد ظهور النتائج."),
    "en-politics-merger": ("The governor vetoed the budget and called out the national guard.", "نقض الحاكم الموازنة واستدعى الحرس الوطني."),
    "en-science-bees": ("Wasps destroyed the laboratory's greenhouse during a thunderstorm.", "دمرت الدبابير دفيئة المختبر في أثناء عاصفة رعدية."),
    "en-space-lantern": ("A Russian cosmonaut repaired the antenna during a spacewalk.", "أصلح رائد فضاء روسي الهوائي في أثناء سير في الفضاء."),
}
"""Article -> a sentence about its subject that it does not say (English, Arabic)."""
