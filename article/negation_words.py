"""The words of negation in both languages, spelled as `article.tokens.fold` makes them."""

from __future__ import annotations

import re
from typing import Final

from article.tokens import fold
from base.languages import Language


def _listed(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _phrases(lines: str) -> frozenset[str]:
    return frozenset(" ".join(map(fold, line.split())) for line in lines.split(","))


PLAIN: Final[dict[Language, frozenset[str]]] = {
    "ar": _listed(
        "لا فلا لم ولم فلم لن ولن فلن ليس وليس فليس ليست وليست فليست ليسوا وليسوا ليسا ليستا لسنا ولسنا لست ولست لستم"
    ),
    "en": _listed("not cannot never no nobody nothing none nowhere neither"),
}
"""Negators proper; in English also every word with `n't`."""

IDIOMS: Final[dict[Language, frozenset[str]]] = {
    "ar": _phrases(
        """لا يزال,لا تزال,لا يزالون,لا يزالان,لا تزالان,لا نزال,لا أزال,لا زال,لا زالت,لا زالوا,لم يزل,لم تزل,
        لا سيما,لا بد,لا شك,لا ريب,لا محالة,لا غرابة,لا غرو,لا عجب,لا جدال,لا مفر,لا مناص,لا محال,لا بل,لا غير,لا غنى,
        لا ينفك,لا تنفك,لا يخفى,لا مثيل,لا حصر,لا يحصى,لا تحصى,لا يعدو,لا تعدو,لم يلبث,لم تلبث,لم يكد,لم تكد,لا يكاد,
        لا تكاد,ليس فقط,ليس فحسب,ليست فقط,ليس أقل,ليس آخر,ليس آخرها,ليس أولها,لا فقط,لا تفوت,لا يفوت,لا ينسى,لا تنسى,
        لا يستهان,لا نهاية,لا نهائي,لا نهائية,لا إرادي,لا إرادية,لا مركزي,لا مركزية,لم يسبق,لا سابق,لا يضاهى,
        لا تضاهى,لا ليغا,لا يوصف,لا توصف,لا جرم,لا بأس,لا داعي,لا يصدق,لا تصدق,لا يتجزأ,لا تتجزأ,لا ريونيون,
        لا غازيتا"""
    ),
    "en": _phrases(
        """not only,not just,not merely,not simply,not least,not until,not to mention,not unlike,
        no doubt,no matter,no wonder,no sooner,no different,no exception,no stranger,
        nothing but,nothing less,none other,never mind,cannot but,can't help,couldn't help,cannot help"""
    ),
}
"""A negator and the word after it that together deny nothing that the other language would have to deny."""

IDIOMS_BEFORE: Final[dict[Language, frozenset[str]]] = {
    "ar": _phrases("أم لا,أو لا,ما لا,مما لا,بما لا,ام لم,سواء لم,وإن لم,وإلا لم,إن لم,لو لم"),
    "en": _phrases("or not,if not,why not,whether not,or no,if never,or never,of nothing,for nothing,of nowhere"),
}
"""A word and the negator after it, likewise."""

NO_CLAUSE_AFTER_MA: Final = _listed("هو هي هم هذا هذه ذلك الذي التي الذين إذا دام دامت دمت زال زالت زالوا لم لا يلي")
"""Behind a ما that opens a clause these tell that it asks or refers and does not negate."""

EXCEPTIONS: Final[dict[Language, frozenset[str]]] = {
    "ar": _listed("إلا سوى فحسب فقط"),
    "en": _listed("until unless except"),
}
"""Behind a negator these make an `only` or an `until`, which the other language can say without one."""

LIMITS: Final[dict[Language, frozenset[str]]] = {
    "ar": _phrases(
        """لا يقل,لا تقل,لا يتجاوز,لا تتجاوز,لم يتجاوز,لم تتجاوز,لا يزيد,لا تزيد,لم يزد,لم تزد,لا يتعدى,
        لا تتعدى,لم يتعد,لم تتعد"""
    ),
    "en": _phrases("no more,no less,no fewer,no later,not more,not less"),
}
"""A negator and the word after it that set a limit, which can be said without a negation (`at most`, `على الأكثر`)."""

LIMITING: Final[dict[Language, frozenset[str]]] = {
    "ar": _listed("أقل الأقل أقصى أقصاه أقصاها أدنى الأدنى حد بحد الأكثر حتى دون تحت ضمن خلال يصل تصل فقط فأقل قبل"),
    "en": _listed("less least under below within maximum minimum only fewer limit limited before"),
}
"""Words that say the same without one."""

LIMITING_PHRASES: Final = _phrases("at most,up to")

HOWEVER: Final = _phrases("غير أن,غير أنه,غير أنها,غير أنهم,إلا أن,إلا أنه,إلا أنها,إلا أنهم,إلا أنني,إلا أننا")
"""Two words that mean `however` and neither deny nor except anything."""

CARRIERS: Final[dict[Language, frozenset[str]]] = {
    "ar": _listed(
        """غير دون بدون بدونه بدونها عدم بلا ولا ألا وألا لئلا كيلا إلا سوى باستثناء عدا ماعدا لولا كلا أليس أليست ألم
        أفليس أفلا نفى نفت ينفي تنفي نفيا نفي نافيا نافية نفوا رفض رفضت يرفض ترفض رفضا رفضه رفضها رفضهم رفضوا رافضا
        رافضة رافضين يرفضون رافض مرفوض مرفوضة منع منعت يمنع تمنع منعا منعه منعها ممنوع ممنوعة يمنعه يمنعها يمنعهم
        تمنعهم فشل فشلت يفشل تفشل فشله فشلها فشلهم فشلوا فاشل فاشلة أخفق أخفقت يخفق إخفاق تعذر يتعذر متعذر متعذرا
        امتنع امتنعت يمتنع تمتنع امتناع ممتنع حظر حظرت يحظر تحظر حظرا محظور محظورة استبعد استبعدت يستبعد تستبعد
        استبعاد مستبعد مستبعدا أنكر أنكرت ينكر تنكر إنكار أنكروا عجز عجزت يعجز تعجز عاجز عاجزة عاجزين عاجزون انعدام
        انعدمت ينعدم تنعدم منعدم منعدمة معدوم معدومة غياب افتقار يفتقر تفتقر افتقر افتقرت نادرا قلما بالكاد قلة قليل
        قليلة ندرة مستحيل مستحيلا مستحيلة استحالة يستحيل مجهول مجهولة مجهولين خال خالية خاليا خلا خلت يخلو تخلو خلو
        حرمان يحرم تحرم يصعب لاسلكي لاعنف مهما مازال مازالت مازالوا"""
    ),
    "en": _listed(
        """without nor ain't deny denies denied denying denial refuse refuses refused refusing refusal reject rejects
        rejected rejecting rejection fail fails failed failing failure prevent prevents prevented preventing ban
        bans banned banning prohibit prohibits prohibited forbid forbids forbidden lack lacks lacked lacking absent
        absence hardly barely scarcely rarely seldom few little only unless except otherwise non still too incapable
        inability impossible impossibly impossibility illegal illegally illegitimate illiterate illogical irregular
        irrelevant irresponsible irreversible irregularities immoral impatient imperfect impractical improper
        inaccurate inactive inadequate inadequately inadmissible inappropriate incomplete inconclusive inconsistent
        incorrect incorrectly incredible incredibly indefinite indefinitely indescribable indirect indirectly
        ineffective inefficient ineligible inevitable inevitably inexperienced infinite informal inhumane inhuman
        innumerable insecure insecurity insignificant instability insufficient insufficiently intolerable
        intolerance invalid invisible involuntary indispensable inseparable integral dishonest disagree disagreed
        disagreement disagrees disapprove dissatisfied disproportionate disproportionately asymptomatic exclude
        excluded excludes impunity immune"""
    ),
}
"""Words that carry a negation within them. Those in Arabic may have a prefix."""

CARRIER_PHRASES: Final[dict[Language, frozenset[str]]] = {
    "ar": _phrases("بدلا من,عوضا عن,خارج نطاق,بعيد عن,بعيدا عن,مفروغ منه"),
    "en": _phrases("rather than,instead of,anything but,other than,yet to,far from,out of,free of,free from"),
}
"""Two words that carry a negation together."""

NEGATIVE_FORM: Final = re.compile(r"un[a-z]{4,}|non[a-z]{3,}|[a-z]{3,}less(?:ly|ness)?")
"""English words that deny by their form."""
NO_NEGATIVE_FORM: Final = _listed(
    """under underground underlying underline underlined underlines undergo undergone underwent undergoing undertake
    undertaken undermine undermined undermines undermining understand understands understanding understood underwater
    underway undersecretary underestimate union unions unique uniquely unit units united unite unites unity universe
    universal universally university universities uniform uniforms unify unified unification unilateral unilaterally
    unanimous unanimously unicef unesco unhcr unctad uncle uncles until unless undp unicorn unicorns unison unrwa untied
    nonetheless nonstop bless regardless nevertheless wireless doubtless"""
)
