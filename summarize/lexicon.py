"""Closed word classes of both languages that decide whether two sentences say the same.

Everything is lower case and in the spelling that `overlap.fold` gives (hamza carriers, alef maqsura and ta marbuta
folded), since it is compared with folded words.
"""

from __future__ import annotations

from typing import Final

from base.languages import Language

_LETTERS: Final = str.maketrans("أإآٱؤئىةء", "ااااوييها")


def fold(word: str) -> str:
    """Return an Arabic word with hamza carriers, alef maqsura and ta marbuta folded; others unchanged."""
    return word.translate(_LETTERS)


def wordset(text: str) -> frozenset[str]:
    """Return the white-space separated words of `text`, folded."""
    return frozenset(fold(text).split())


STOP_WORDS: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset(
        """في من على إلى عن مع أن إن أو ثم كما لكن بل حتى إذا قد لقد كان كانت كانوا يكون تكون سوف هذا هذه ذلك تلك
        هؤلاء الذي التي الذين اللذين اللواتي ما ماذا هو هي هم هن نحن أنت أنا بعد قبل بين خلال عند لدى منذ حول ضد دون
        غير كل بعض أي أية حيث بينما وهو وهي وهم وكان وكانت وقد ولم ولا لا لم لن ليس ليست لها له لهم به بها بهم فيه
        فيها منه منها منهم عليه عليها عليهم إليه إليها عنه عنها أنه أنها أنهم إنه إنها وأن وإن بأن لأن كي لكي أيضا فقط
        نحو تم يتم جرى وذلك مما بما فيما كذلك هناك هنا أما إما سيما ولكن لكنه لكنها وفي ومن وعلى ومع وعن وإلى
        رغم بشأن وسط بسبب حين لماذا كيف نفسه نفسها أنفسهم أحد إحدى إحداهما أحدهما عبر إثر عقب بات باتت أصبح أصبحت
        خلافا يزال تزال لعل عندما بعدما حيال إزاء تجاه وفق وفقا بحسب حسب بدلا مقابل ضمن أثناء طوال طيلة فوق تحت أمام
        وراء قرب سوى عدا إلا كلا كلتا جميع معظم بعضهم بعضها جدا مجددا لو لولا إذ ربما كانا يكونوا وإن الآن لاحقا
        اعتبارا آخر أخرى الأخرى الآخرين الأخيرة الأخير لدى لديه لديها لديهم لدينا ليها منها بينهم بينها بينهما"""
    ),
    "en": wordset(
        """a an the of in on at to from by for with about as into onto over under after before during between since
        until and or but nor so yet if then than that this these those there here which who whom whose what when where
        while is are was were be been being am has have had having do does did doing will would shall should can could
        may might must it its he him his she her hers they them their theirs we us our you your i me my not no also
        only just more most very such some any each both all out up down off through against among per via however
        though although despite amid because while yet still too once unless whether except without within upon
        toward towards beyond across around along behind above below near ahead himself herself itself themselves one
        someone everyone anyone something anything everything another other others instead rather even ever always
        often else thus hence already again later earlier now today's least less much many several own"""
    ),
}

LIGHT: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset(
        """قال قالت يقول تقول يقولون أعلن أعلنت يعلن إعلان أكد أكدت يؤكد تؤكد يؤكدون أوضح أوضحت يوضح أضاف أضافت يضيف
        أشار أشارت يشير إشارة ذكر ذكرت يذكر رأى رأت يرى ترى يرون اعتبر اعتبرت يعتبر معتبرا معتبرة دعا دعت يدعو تدعو
        طالب طالبت يطالب مطالبا حذر حذرت يحذر تحذير محذرا نبه نبهت ينبه ينبهون شدد شددت يشدد كشف كشفت يكشف أفاد أفادت
        بين بينت أعرب أعربت يعرب يأمل تأمل أمل ينوي تنوي يعتزم تعتزم يخطط تخطط خطة يسعى تسعى سعيا مسعى يريد تريد
        بدأ بدأت يبدأ تبدأ انتهى انتهت ينتهي جاء جاءت يأتي تأتي شهد شهدت يشهد قام قامت يقوم حصل حصلت أدى أدت يؤدي
        صار صارت عاد عادت يعود ساهم ساهمت شارك شاركت يشارك تشارك واجه واجهت يواجه تواجه عقد عقدت أجرى أجرت نفذ نفذت
        اتخذ اتخذت حقق حققت أتاح أتاحت توقع توقعت يتوقع متوقعا يتوقعون مسؤول مسؤولون مسؤولين شخص أشخاص شخصا عدد جديد
        جديدة كبير كبيرة حالي حالية عام عامة مختلف عدة كثير كثيرة كثيرا خاصة بشكل طريقة أمر أمور مسألة قضية حالة نتيجة
        أظهر أظهرت يظهر تظهر بلغ بلغت يبلغ تبلغ وصف وصفت يصف ميدانيا وصل وصلت يشمل تشمل شمل شملت ضم ضمت يضم تضم سبق
        كاتب مقال وجد وجدت يجد تجد لاحظ لاحظت يلحظ يلحظوا لحظوا رصد رصدت ترصد يرصد ينتظر منتظر يتعلق متعلق يستمر تستمر
        استمر مستمر رهن رهنا مدى وجود سر ظل إطار مجال جانب دور مستوى أساس سبيل مقبل مقبلة ماض ماضي ماضية أول أولى"""
    ),
    "en": wordset(
        """say says said saying tell tells told telling call calls called calling ask asks asked asking add adds added
        note notes noted report reports reported announce announces announced describe describes described explain
        explains explained stress stresses stressed warn warns warned warning argue argues argued believe believes
        believed think thinks thought consider considers considered expect expects expected hope hopes hoped want wants
        wanted plan plans planned intend intends intended aim aims aimed seek seeks sought try tries tried help helps
        helped make makes made making take takes took taken taking give gives gave given giving get gets got go goes
        went gone going come comes came coming bring brings brought put puts set sets keep keeps kept hold holds held
        see sees saw seen show shows showed shown find finds found include includes included including involve involves
        involved mean means meant lead leads led use uses used using need needs needed remain remains remained become
        becomes became begin begins began begun start starts started end ends ended continue continues continued follow
        follows followed cite cites cited urge urges urged caution cautions cautioned offer offers offered face faces
        faced look looks looking like likely know known official officials people person group groups part parts number
        time times way ways thing things case cases issue issues matter matters result results side sides recent
        recently previous new old big large small main many various together alongside nearly almost about writer
        author article column order ordered columnist
        writes write wrote recalls recall recalled attributes attribute attributed event events move moves moved
        probably laments hails hailed praises praised assails former future initial early late several meanwhile due
        separately
        further fully similar amid cover covers covered notably especially particularly"""
    ),
}
"""Words that a summary puts around facts: reporting verbs, auxiliaries, general nouns. They say little about what is
told, so that it matters less whether the article uses the same ones."""

NEGATORS: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset("لا لم لن ليس ليست ليسوا غير دون بدون عدم ولا ولم ولن وليس وليست فلا فلم فلن بلا بعدم وعدم لعدم"),
    "en": wordset(
        """not no never without cannot neither nor none n't don't doesn't didn't won't wouldn't can't couldn't isn't
        aren't wasn't weren't hasn't haven't hadn't shouldn't mustn't nobody nothing unable"""
    ),
}

LEXICAL_NEGATION: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset(
        """نفى نفت ينفي تنفي نفيا رفض رفضت يرفض ترفض رفضا منع منعت يمنع تمنع فشل فشلت يفشل تعذر امتنع امتنعت حظر حظرت
        استبعد استبعدت ألغى ألغت أنكر أنكرت عجز عجزت توقف توقفت خلت يخلو خال لولا انعدام غياب باستثناء سوى إلا
        ينفي نافيا نافية ينفون تنفى نافين رافضا رافضة يرفضون عجزه تأخر تأخرت يتأخر تأخير امتناع فشله خلو خلوا
        استثنى استثنت يستثني يستثنى افتقر يفتقر افتقار نقص قليل قليلة نادرا بالكاد"""
    ),
    "en": wordset(
        """deny denies denied denying refuse refuses refused refusing reject rejects rejected fail fails failed failing
        ban bans banned prevent prevents prevented lack lacks lacked lacking rule ruled unlikely impossible absent
        except stop stops stopped cancel cancels cancelled canceled decline declines declined unless barely hardly
        free avoid avoids avoided halt halted unsuccessful unsuccessfully unhurt uninjured unchanged overlook overlooks
        overlooked dispense absence exempt exempts exempted delay delays delayed few little scarcely missing lost
        unclear unknown rather instead"""
    ),
}

PASSIVE: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset("قبل يد جانب تم يتم جرى تعرض تعرضت"),
    "en": wordset("by"),
}

_OPPOSITES: Final = (
    ("ارتفع ارتفعت يرتفع ترتفع ارتفاع ارتفاعا زاد زادت يزيد زيادة صعد صعدت صعود نما نمت نمو قفز قفزت", "up"),
    ("rise rises rose risen rising increase increases increased increasing climb climbs climbed", "up"),
    ("grow grew grown growth", "up"),
    ("jump jumps jumped soar soared gain gains gained higher raise raises raised raising lift lifts lifted", "up"),
    ("رفع رفعت يرفع ترفع برفع ورفع غلاء dearer boost boosts boosted", "up"),
    ("انخفض انخفضت ينخفض تنخفض انخفاض انخفاضا تراجع تراجعت يتراجع هبط هبطت هبوط نقص نقصت تقلص تقلصت", "down"),
    (
        "fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped decline declines",
        "down",
    ),
    ("shrink shrank shrunk lower plunge plunged tumbled cut cuts cutting reduce reduces reduced reducing", "down"),
    ("خفض خفضت يخفض تخفض بخفض تخفيض قلل قللت قلت cheaper fewer less", "down"),
    ("admit admits admitted admitting أقر أقرت يقر تقر اعترف اعترفت يعترف", "admit"),
    ("deny denies denied denying نفى نفت ينفي تنفي", "deny"),
    ("فاز فازت يفوز تفوز فوز انتصر انتصرت تغلب تغلبت win wins won winning beat beats defeated victory", "win"),
    ("خسر خسرت يخسر تخسر خسارة انهزم انهزمت هزيمة lose loses lost losing loss defeat", "lose"),
    (
        "وافق وافقت يوافق توافق موافقة قبل قبلت أقر أقرت accept accepts accepted approve approves approved approval",
        "yes",
    ),
    ("agree agrees agreed back backs backed support supports supported أيد أيدت يؤيد تأييد", "yes"),
    ("رفض رفضت يرفض ترفض رفضا reject rejects rejected refuse refuses refused oppose opposes opposed", "no"),
    ("عارض عارضت يعارض معارضة", "no"),
    ("فتح فتحت يفتح افتتح افتتحت افتتاح open opens opened opening reopen reopened", "open"),
    ("أغلق أغلقت يغلق إغلاق close closes closed closing closure shut shuts", "close"),
    ("بدأ بدأت يبدأ تبدأ بداية استأنف استأنفت start starts started begin begins began begun launch launched", "start"),
    ("أنهى أنهت انتهى انتهت ينتهي نهاية أوقف أوقفت end ends ended finish finished halt halted stop stopped", "end"),
    ("دخل دخلت يدخل وصل وصلت يصل وصول arrive arrives arrived arrival enter entered", "arrive"),
    ("غادر غادرت يغادر مغادرة رحل leave leaves left depart departed departure", "leave"),
    ("اشترى اشترت يشتري شراء buy buys bought buying purchase purchased", "buy"),
    ("باع باعت يبيع بيع sell sells sold selling", "sell"),
    ("أكثر most more", "more"),
    ("أقل fewer less least", "less"),
    ("شمال شمالي الشمال شمالية north northern", "north"),
    ("جنوب جنوبي الجنوب جنوبية south southern", "south"),
    ("شرق شرقي الشرق شرقية east eastern", "east"),
    ("غرب غربي الغرب غربية west western", "west"),
    ("نجا نجت ناج ناجين survive survived survivor survivors rescued", "live"),
    ("مات ماتت توفي توفيت قتل قتلت مقتل قتيل قتلى die dies died dead killed kill death deaths", "die"),
)
_PAIRS: Final = (
    ("up", "down"), ("win", "lose"), ("yes", "no"), ("open", "close"), ("start", "end"), ("arrive", "leave"),
    ("buy", "sell"), ("admit", "deny"), ("more", "less"), ("north", "south"), ("north", "east"), ("north", "west"),
    ("south", "east"), ("south", "west"), ("east", "west"), ("live", "die"),
)  # fmt: skip


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for text, name in _OPPOSITES:
        for word in wordset(text):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


SENSES: Final = _classes()
"""Word -> the senses it has an opposite for."""

OPPOSITES: Final[dict[str, frozenset[str]]] = {
    name: frozenset(
        {right for left, right in _PAIRS if left == name} | {left for left, right in _PAIRS if right == name}
    )
    for name in {name for pair in _PAIRS for name in pair}
}
"""Sense -> its opposites."""

_UNITS: Final = {
    "percent": "% percent % بالمئة بالمائة المئة المائة مئوية per-cent pct",
    "point": "point points نقطة نقاط نقطتين",
    "km": "km kilometre kilometres kilometer kilometers كيلومتر كيلومترا كيلومترات كم",
    "mile": "mile miles ميل أميال ميلا",
    "m": "metre metres meter meters متر مترا أمتار",
    "cm": "cm centimetre centimetres centimeter centimeters سنتيمتر سنتيمترا سنتيمترات سم",
    "foot": "foot feet ft قدم أقدام قدما",
    "kg": "kg kilogram kilograms kilogramme kilogrammes kilo kilos كيلوغرام كيلوغراما كيلوغرامات كيلو",
    "g": "gram grams gramme grammes غرام غراما غرامات",
    "tonne": "tonne tonnes ton tons طن طنا أطنان",
    "barrel": "barrel barrels برميل برميلا براميل",
    "litre": "litre litres liter liters لتر لترا لترات",
    "second": "second seconds ثانية ثوان ثواني",
    "minute": "minute minutes دقيقة دقائق",
    "hour": "hour hours ساعة ساعات",
    "day": "day days يوم يوما أيام",
    "week": "week weeks أسبوع أسبوعا أسابيع",
    "month": "month months شهر شهرا أشهر شهور",
    "year": "year years سنة سنوات عام عاما أعوام سنين",
    "dollar": "dollar dollars $ دولار دولارا دولارات usd",
    "euro": "euro euros € يورو eur",
    "pound": "pound pounds £ جنيه جنيها جنيهات",
    "dinar": "dinar dinars دينار دينارا دنانير",
    "dirham": "dirham dirhams درهم درهما دراهم",
    "riyal": "riyal riyals rial rials ريال ريالا ريالات",
    "lira": "lira liras ليرة ليرات",
    "degree": "degree degrees درجة درجات",
    "hectare": "hectare hectares هكتار هكتارا هكتارات",
    "acre": "acre acres فدان فدانا أفدنة",
    "megawatt": "megawatt megawatts mw ميغاواط ميغاوات",
    "kilowatt": "kilowatt kilowatts kw كيلوواط كيلووات",
}
UNITS: Final = {word: unit for unit, text in _UNITS.items() for word in wordset(text)}
"""Word or sign -> unit."""

_WEEKDAYS: Final = {
    "sun": "sunday الأحد", "mon": "monday الاثنين الإثنين", "tue": "tuesday الثلاثاء", "wed": "wednesday الأربعاء",
    "thu": "thursday الخميس", "fri": "friday الجمعة", "sat": "saturday السبت",
    "yesterday": "yesterday أمس", "today": "today اليوم", "tomorrow": "tomorrow غدا",
}  # fmt: skip
WEEKDAYS: Final = {word: day for day, text in _WEEKDAYS.items() for word in wordset(text)}
"""Word -> day it names."""

SPEECH: Final[dict[Language, frozenset[str]]] = {
    "ar": wordset(
        """قال قالت يقول تقول وقال وقالت أعلن أعلنت وأعلن وأعلنت أكد أكدت وأكد وأكدت صرح صرحت وصرح ذكر ذكرت وذكر وذكرت
        أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح وأوضحت أشار أشارت وأشار التقى التقت زار زارت استقبل استقبلت دعا دعت
        ودعا طالب طالبت وطالب انتقد انتقدت فاز فازت وصل وصلت غادر غادرت وقع وقعت افتتح افتتحت رفض رفضت نفى نفت اتهم
        اتهمت هزم هزمت عين عينت انتخب انتخبت سجل سجلت"""
    ),
    "en": wordset(
        """said says told announced added confirmed denied warned stressed stated insisted argued wrote visited met
        signed accused beat defeated won scored resigned arrived left opened called urged is was has will"""
    ),
}
TITLES: Final = wordset(
    """السيد السيدة الدكتور الدكتورة المهندس المهندسة العميد العقيد الجنرال اللواء القاضي مدينة بلدة قرية محافظة ولاية
    جزيرة"""
)
"""Arabic words that a name nearly always follows."""

COMMON_OPENERS: Final = wordset(
    """police officials authorities government experts doctors residents people scientists researchers workers
    investigators prosecutors parliament ministers lawmakers students teachers critics analysts supporters opponents
    rescuers firefighters witnesses two three four five six seven eight nine ten one dozens hundreds thousands
    millions many several few another other others more most nearly almost around despite however although because
    meanwhile earlier later last next new according yesterday today tomorrow thousands local work talks
    president minister mayor king queen prime"""
)
"""English words that open a sentence with a capital and are no names."""
