"""One line per decision of the splitter; ` | ` marks where a sentence ends."""

import pytest

from article.split import split_sentences

TITLES = """
وصل د. سامي الحلبي إلى المطار. | واستقبله السفير.
كتب ج. ك. رولان روايته الأولى في بيروت. | ثم سافر.
رافقه أ. د. نبيل شمس وم. عادل بركات. | وعادوا مساء.
قابلت د.أحمد ود.سمير في المكتب. | ثم غادرت.
J. K. Alden wrote it. | She lives in Leeds.
Mr. and Mrs. Oakes met Dr. Lin at 5 p.m. | The talks failed.
He moved to St. Louis. | She stayed on Main St. | They write letters.
"""

ABBREVIATIONS = """
رفضت م.ت.ف. العرض. | وقبلته أطراف أخرى.
بني المعبد سنة 400 ق.م. في عهد الملك. | ثم هدم.
عاش نحو سنة 300 ق.م. | وكان قائدا كبيرا.
اشترى أقلاما وكتبا إلخ. | ثم عاد إلى بيته.
اشترى أقلاما، وكتبا، إلخ.، وعاد إلى بيته.
تأسست الجمعية سنة 1445 هـ. في مكة. | ولها ستة فروع.
بدأ الاجتماع الساعة 7.30 م. | وانتهى بعد ساعتين.
بدأ الاجتماع الساعة 7.30 م. بتوقيت دمشق.
راجع ج. 2، ص. 14 من الكتاب. | ستجد الجواب.
See No. 5 for details. | No. | I will not.
The U.S. Senate met the U.K. envoy. | It was late.
They live in the U.S. | He likes it there.
Bring pens, paper, etc. and sit down. | Begin.
It rained, e.g. in Leeds, i.e. near us, vs. none in Kent. | So what?
Harlow Corp. fell. | Benton Inc. rose. | The rest slept.
On Jan. 5 he left. | He came back in Dec. | She did not.
The shop opens at 9 a.m. | Customers were waiting. | It closes at 8 p.m. Monday.
Two Republicans, Sens. Ann Reed and Tom Cole, agreed. | Others did not.
كتبت جي. كيه. رولان روايتها هنا. | ونشرتها لاحقا.
لا يعرف أحد أكان القرار صائبا أم لا. | قبل عام رفضته اللجنة.
يرتبط الدواء بالبروتين S. | وفق الدراسة، يحدث ذلك سريعا.
"""

NUMBERS = """
بلغ السعر 3.5 دولار. | وكان ٣٫٢ أمس.
انتهى العمل في 1.2.2023. | وبدأ آخر في 3/4/2024.
أقلعت الطائرة عند 10:30. | وهبطت عند 12.15 ظهرا.
بيع 3.000.000 سهم. | وارتفع المؤشر.
The rate was 3.5%. | It fell to 2.25 in May. | 15 banks closed.
"""

ADDRESSES = """
زوروا www.mawqi.example/a?b=1. | ثم سجلوا أسماءكم.
التفاصيل على https://mawqi.example/خبر.html?رقم=7! | شاركونا آراءكم.
راسلوا info@mawqi.example. | سنرد سريعا.
افتح الملف report_v2.1.pdf. | وهو في المجلد الأول.
ثبت الإصدار v2.0.1. | وأعد التشغيل.
موقع وزارة.مصر جديد. | وقد حدث أمس.
Run setup.exe now. | Then open example.com. | That is all.
"""

QUOTATIONS = """
قال الوزير: “لن نتراجع”. | وأضاف أن القرار نهائي.
قال الوزير: ”لن نتراجع.“ | وأضاف: ”القرار نهائي.“
«هل أنت خائف؟» سأله أخوه. | ثم سكت.
«أحسنت!» قالت المعلمة. | فابتسم الولد.
سأل: «متى نسافر؟». | فأجاب أبوه: «غدا».
نال فيلم «أين أبي؟» جائزة كبرى.
“نحتاج إلى العون الآن. | لا وقت لدينا للانتظار.” | وعاد إلى مكتبه.
"Who is there?" asked Anna. | Nobody spoke.
"Stop!" Captain Reed shouted. | The men froze.
"Stop!" | The men froze.
“Are you sure?” Herald reporter Kim Dale asked. | Nobody was.
«ألن تحزن؟» في إشارة إلى رحيله. | ثم صمت.
He said, "I am very tired. | I want to go home." | Then he left.
قال الشاهد (وهو يبكي!) إنه رأى كل شيء. | وصدقه القاضي.
وجد الحل (انظر الملحق). | وانتهى الخلاف.
(She always said that.) | Tim went home.
"""

ELLIPSES = """
نحن “نراقب عن كثب… احتمال زيارة الوفد” كما قيل.
قال إنه… لا يعرف شيئا.
توقفت المعركة بعد الظهر... | وعاد الناس إلى بيوتهم.
توقفت المعركة... لكن السلام لم يأت.
من أجمل ما كتب (…) وقد قرأته مرتين.
Well... I suppose so.
The yard was empty... or so it seemed.
By noon the rain had stopped… | They went out.
"""

SEMICOLONS = """
رفض النواب مشروع القانون الجديد؛ وأعلنت الحكومة أنها ستعدله قريبا.
غاب عن الجلسة نواب كثيرون؛ لأن الطريق كان مغلقا بسبب الثلوج.
تشمل الخطة ثلاثة ملفات كبيرة: تطوير التعليم؛ تحسين الصحة؛ إصلاح الطرق.
The storm hit the coast at dawn; | it destroyed two hundred homes.
Three towns lost power: Milford; Easton, which is new; and Harwich.
Use &amp; and &quot;quotes&quot; as they are written here; thanks.
"""
SEMICOLONS = SEMICOLONS.replace("؛ وأعلنت", "؛ | وأعلنت")

MARKS = """
معقول؟! | لا أصدق!!! | حقا…؟ | نعم.
ماذا ؟ | لا أعرف !
لماذا؟ | وكيف؟ | ومتى؟
شكرا جزيلا! 🌹🌹 | نلتقي غدا.
شكرا 🌹 نلتقي غدا.
خلف الإعصار دمارا.[3] | وقدرت الخسائر.[4][5]
حضر الوفد، ثم غادر: لا أحد يعرف السبب، كما قيل.
يستخدمه كثيرون. | iOS هو الأشهر بينها.
omg did you see that?? | it was insane! | call me.
#القدس تستقبل زوارها. | #أهلا_بكم في مدينتنا.
- كيف حالك؟ | - بخير.
"""

ITEMS = """
1. افتح الباب ببطء.
١- اجلس. | ثم قم.
أ) اخلط الطحين. | ثم اتركه.
2) Mix it. | Wait.
المادة 7. لكل مواطن حق التنقل. | ولا يقيد إلا بحكم.
تشمل الخطة: 1. توسيع الشبكة 2. إصلاح الطرق 3. بناء مدرستين. | وستبدأ قريبا.
• حضر تسعة أعضاء. | واعتذر عضوان.
"""

VOCALISED = """
كَانَ مَلِكٌ عَادِلًا. | وَكَانَتْ لَهُ ابْنَةٌ.
قَالَ د. سَعِيدٌ: اقْرَؤُوا! | فَقَرَأُوا.
أعلن الحـــزب موقفه.\u200f | \u200fوقـال رئيسه ذلك.\u200f
وصل د.\u200f أحمد. | \u202bفهل يبقى؟\u202c | لا.
"""


def cases(*blocks: str) -> list[str]:
    return [line for block in blocks for line in block.strip().splitlines()]


@pytest.mark.parametrize(
    "marked",
    cases(TITLES, ABBREVIATIONS, NUMBERS, ADDRESSES, QUOTATIONS, ELLIPSES, SEMICOLONS, MARKS, ITEMS, VOCALISED),
)
def test_sentence_ends(marked: str) -> None:
    expected = marked.split(" | ")
    assert [sentence.text for sentence in split_sentences(" ".join(expected))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انتهى.وقال الوزير", ["انتهى.", "وقال الوزير"]),
        ("لماذا؟لا أعرف", ["لماذا؟", "لا أعرف"]),
        ("It ended.Then he left", ["It ended.", "Then he left"]),
        ("Node.js is fast", ["Node.js is fast"]),
    ],
)
def test_missing_space_behind_the_end(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_line_ends_end_sentences(end: str) -> None:
    assert [s.text for s in split_sentences(f"عنوان بلا نقطة{end}  نص يليه.{end}")] == ["عنوان بلا نقطة", "نص يليه."]


def test_long_text_without_marks_is_one_sentence() -> None:
    text = " ".join(["وقال الرجل إنه رأى البحر"] * 600)
    assert [sentence.text for sentence in split_sentences(text)] == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f", " \u200b\n\ufeff"])
def test_nothing_visible_gives_nothing(text: str) -> None:
    assert split_sentences(text) == []


@pytest.mark.parametrize("text", ["...", "؟", "***", "😀😀", "---"])
def test_a_line_of_signs_is_a_sentence(text: str) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == [text]
