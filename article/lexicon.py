"""Word lists behind the rules of sentence splitting; Arabic spelled without hamza and diacritics (`clauses.folded`)."""

from __future__ import annotations

from typing import Final


def listed(words: str) -> frozenset[str]:
    """Return the white-space separated words of a list."""
    return frozenset(words.split())


# Frequent verbs of news and fiction, third person singular masculine of the perfect tense.
PERFECT: Final = listed(
    "قال اضاف اكد اوضح ذكر اشار تابع اعلن كان صار اصبح بات ظل قرر طلب دعا نفي افاد كشف حذر شدد اعتبر "
    "وصف توقع وصل عاد غادر بدا انتهي جاء ذهب خرج دخل جلس وقف نظر سمع عرف ابتسم ضحك بكي صرخ صاح هتف همس "
    "سال اجاب رد تساءل علق كتب نشر نقل وقع فاز خسر سجل بلغ ارتفع انخفض تراجع قفز صعد هبط زاد استمر واصل "
    "عقد التقي استقبل شارك حضر غاب رفض وافق اقر اصدر الغي فتح اغلق اطلق شن اصيب توفي ولد مات عاش ترك "
    "وجد اخذ اعطي ارسل تلقي اشتري باع دفع حكم قضي نص حدد شمل ضم تضمن ادي اسفر ادان رحب انتقد هاجم دافع "
    "نجح فشل حاول استطاع تمكن قدم وعد هدد اتهم اعترف زعم ادعي اقسم فكر ظن شعر احب خاف غضب فرح بقي رجع "
    "سافر انتقل سكن تعلم لعب اكل شرب نام استيقظ ركض مشي سقط نهض التفت رفع خفض وضع حمل سكت صمت نال حصل "
    "انضم انسحب استقال عين انتخب فرض منع سمح شهد ادلي لفت نوه استطرد ختم استدرك"
)
# Verbs of saying.
REPORTING: Final = listed(
    "قال اضاف اكد اوضح ذكر اشار تابع صرخ صاح هتف همس سال اجاب رد تساءل علق كتب نادي اعلن زعم استطرد ختم "
    "استدرك تمتم ردد يقول تقول يضيف تضيف يوكد توكد يسال تسال يجيب تجيب يتساءل تتساءل يرد ترد يوضح توضح "
    "يصرخ تصرخ يهمس تهمس"
)
# Words that begin a main clause.
OPENERS: Final = listed(
    "لم لن لا ليس ليست قد لقد سوف هذا هذه ذلك تلك هو هي هم هما نحن انا انت هناك هنا ربما لعل لعله لعلها "
    "لو لولا كما اما اذا حين حينما عندما هل كيف لماذا متي اين ما"
)
# Those of them that do so whatever went before.
INDEPENDENT: Final = listed("هذا هذه ذلك تلك هو هي هم نحن هناك")
# Words that tie what follows to what went before.
DEPENDENT: Final = listed(
    "لان لانه لانها لانهم لاننا لاني كي لكي حتي اذ حيث بل اي مثل مما منها منهم منه بما شريطة خصوصا خاصة "
    "والا الا او ام التي الذي الذين وهو وهي وهم وهما وذلك سيما"
)
# Words whose first letter looks like the conjunctions `و` and `ف`, but is their own.
NOT_CONJUNCTIONS: Final = listed("في فيها فيه فيما فقط فضلا فوق فور فرق فريق فتح وسط ورق وزير وزارة وفد وقت")
# Words behind a closed quotation that go on with the sentence around it.
CONTINUERS: Final = listed("ثم هو هي هكذا كان كانت كما حسب بحسب وفق")
# Two words that do the same.
QUOTATION_REMARKS: Final = [
    ["هذا", "ما"],
    ["هذه", "كانت"],
    ["هذا", "كان"],
    ["في", "اشارة"],
    ["بهذه", "الكلمات"],
    ["بهذه", "العبارة"],
]
# Nouns and names that end like a verb of the third person feminine.
NOUNS_IN_TEH: Final = listed(
    "بيروت توقيت انترنت كويت تصويت تثبيت تفتيت تشتيت ياقوت حانوت ملكوت تابوت سكوت عفريت كبريت زيوت بيوت "
    "اسمنت روبوت بودكاست ثابت صامت ساكت مميت رافت عزت جودت طلعت حكمت عصمت مدحت بهجت شوكت رفعت ثروت "
    "طاغوت لاهوت"
)
# Words that begin like a verb of the imperfect or future tense.
NOUNS_IN_YEH: Final = listed("يناير يوليو يونيو يورو يوميا يوم يسار يمين يهودي يهود ياباني يمني ستة ستون ستين ستار")
# Words that, with a capital, begin a sentence rather than a name.
ENGLISH_STARTERS: Final = listed(
    "The A An This That These Those He She It They We I You His Her Its Their Our My Your In On At By "
    "For From With After Before During Since Until While When Where Why How What Who Whose Which But "
    "And Or So Yet If Although Though Because As However Meanwhile Moreover Furthermore Nevertheless "
    "Instead Then There Here Now Also Only Still Both Each Every Some Many Most Several All Any No Not "
    "Yes Once Despite Today Yesterday Tomorrow Others Another"
)
# Subject pronouns and linking adverbs.
ENGLISH_INDEPENDENT: Final = listed(
    "i he she it they we you this these those there however therefore moreover furthermore "
    "meanwhile instead otherwise nevertheless nonetheless consequently then thus hence"
)
# Verbs of saying.
ENGLISH_SAYING: Final = listed(
    "said says asked asks replied answered added shouted whispered cried screamed called yelled "
    "murmured muttered exclaimed demanded wondered told wrote repeated insisted explained"
)
