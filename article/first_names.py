"""Frequent first names in Arabic script, which has no capitals to tell them by.

Nothing is missed for not being in this list: it only helps to tell a name from a common word.
"""

from __future__ import annotations

from typing import Final

from article.tokens import fold

_NAMES: Final = """
محمد أحمد محمود مصطفى عمر خالد حسن حسين إبراهيم إسماعيل يوسف عبدالله طارق سامي سمير سليم كريم فؤاد فيصل ماجد
فادي نبيل وليد زياد رامي هشام حازم عمرو ياسر أنور منير فارس بلال حمزة عثمان داود سليمان موسى عيسى زكريا نزار
غسان مروان رشيد جابر صلاح هاني أيمن أسامة عماد لؤي أنس إياد إيهاب بدر بسام بشار بشير بهاء تامر تيسير توفيق ثامر
جلال جهاد جورج جوزيف حاتم حبيب حسام حكيم خليل رشاد رضا رفيق رياض زهير سعد سعود سلطان سلمان شادي شاكر صابر طلال
عارف عاطف عدنان عصام علاء عمار غازي فاروق فايز فهد فوزي قاسم قيس كامل لطفي مازن مالك مجدي محسن مدحت مراد معتز
مهند ناجي ناصر نادر نديم نضال هيثم وائل وسام ياسين يحيى يعقوب فاطمة عائشة خديجة مريم ليلى سلمى رانيا دينا سارة
زينب نادية سعاد سميرة نجلاء لبنى سهى رشا غادة ريما نانسي نجوى هيفاء هناء سناء سوسن شيماء صفاء ميساء نهى ندى
أسماء أروى جميلة سهام كاميليا ماجدة مها ميرفت نوال جون جيمس مايكل ديفيد روبرت توماس بول بيتر مارك جورجيا ماري
إيما جاك لويس كارلوس بيدرو فلاديمير دونالد باراك إيمانويل
"""
_WITH_MAQSURA: Final = frozenset(word for word in _NAMES.split() if word.endswith("ى"))
_FOLDED: Final = frozenset(map(fold, _NAMES.split()))


def is_first_name(word: str) -> bool:
    """Say whether an Arabic word, without a one-letter prefix, is a frequent first name."""
    if word.endswith("ى"):
        return word in _WITH_MAQSURA
    folded = fold(word)
    return folded in _FOLDED or (folded[:1] in "ولب" and folded[1:] in _FOLDED)
