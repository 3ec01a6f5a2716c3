"""A hand-written base of facts for `faithfulness.py`: short stories in both languages, true claims, planted errors.

`{p1}` and the like are filled from `FILLINGS`; a slot that ends in `x` holds a wrong value of the same kind. Even
stories were looked at while the guard was made, odd ones were not.
"""

# ruff: noqa: E501
# fmt: off
from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Claim:
    """A summary sentence in both languages; `kind` is the planted error, "" for a true one."""

    kind: str
    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Story:
    """Sentences of a short article in both languages, aligned, and claims about it."""

    en: tuple[str, ...]
    ar: tuple[str, ...]
    claims: tuple[Claim, ...]


FILLINGS: Final[tuple[dict[str, tuple[str, str]], ...]] = (
    {
        "p1": ("Salim Haddad", "سليم حداد"), "p2": ("Omar Farhat", "عمر فرحات"), "px": ("Tarek Mansour", "طارق منصور"),
        "c1": ("Aleppo", "حلب"), "c2": ("Beirut", "بيروت"), "cx": ("Tripoli", "طرابلس"),
        "n1": ("14", "14"), "n1x": ("41", "41"), "n2": ("36", "36"), "n2x": ("63", "63"),
        "big": ("2.4", "2.4"), "bigx": ("4.2", "4.2"), "pc": ("52", "52"), "pcx": ("58", "58"),
        "day": ("Tuesday", "الثلاثاء"), "dayx": ("Friday", "الجمعة"),
        "month": ("March", "مارس"), "monthx": ("August", "أغسطس"), "year": ("2019", "2019"), "yearx": ("2016", "2016"),
    },
    {
        "p1": ("Karim Nasser", "كريم ناصر"), "p2": ("Fadi Khoury", "فادي خوري"), "px": ("Ziad Salman", "زياد سلمان"),
        "c1": ("Tangier", "طنجة"), "c2": ("Madrid", "مدريد"), "cx": ("Athens", "أثينا"),
        "n1": ("27", "27"), "n1x": ("72", "72"), "n2": ("85", "85"), "n2x": ("58", "58"),
        "big": ("7.5", "7.5"), "bigx": ("5.7", "5.7"), "pc": ("61", "61"), "pcx": ("66", "66"),
        "day": ("Sunday", "الأحد"), "dayx": ("Wednesday", "الأربعاء"),
        "month": ("June", "يونيو"), "monthx": ("November", "نوفمبر"), "year": ("2021", "2021"), "yearx": ("2012", "2012"),
    },
)
"""Slot -> (English, Arabic)."""

_PORT: Final = Story(
    en=(
        "The port of {c1} reopened on {day} after a storm had kept it closed for nine days.",
        "Harbour master {p1} said that {n1} ships had entered before noon.",
        "The storm sank three fishing boats, but no sailor was injured.",
        "Repairs to the eastern pier will cost {big} million dollars and last until the end of {month}.",
        "{p2}, who speaks for the fishermen, asked the government for help with new nets.",
    ),
    ar=(
        "أعيد فتح ميناء {c1} يوم {day} بعد أن أبقته عاصفة مغلقا تسعة أيام.",
        "وقال مدير الميناء {p1} إن {n1} سفينة دخلت قبل الظهر.",
        "وأغرقت العاصفة ثلاثة قوارب صيد، لكن أي بحار لم يصب.",
        "وستكلف إصلاحات الرصيف الشرقي {big} مليون دولار وتستمر حتى نهاية {month}.",
        "وطلب {p2}، المتحدث باسم الصيادين، من الحكومة المساعدة في شراء شباك جديدة.",
    ),
    claims=(
        Claim(
            "", "The port of {c1} is open again after nine days.", "فتح ميناء {c1} من جديد بعد تسعة أيام من الإغلاق."
        ),
        Claim("", "{n1} ships entered before noon, said harbour master {p1}.", "دخلت {n1} سفينة قبل الظهر بحسب {p1}."),
        Claim("", "Repairs to the pier cost {big} million dollars and continue until the end of {month}.", "تكلف إصلاحات الرصيف {big} مليون دولار وتستمر حتى نهاية {month}."),
        Claim("", "Three fishing boats sank in the storm.", "غرقت ثلاثة قوارب صيد في العاصفة."),
        Claim("number", "{n1x} ships entered before noon, said {p1}.", "دخلت {n1x} سفينة قبل الظهر بحسب {p1}."),
        Claim("number", "Repairs to the eastern pier will cost {bigx} million dollars.", "وستكلف إصلاحات الرصيف الشرقي {bigx} مليون دولار."),
        Claim("magnitude", "Repairs to the eastern pier will cost {big} billion dollars.", "وستكلف إصلاحات الرصيف الشرقي {big} مليار دولار."),
        Claim("date", "The port of {c1} reopened on {dayx}.", "أعيد فتح ميناء {c1} يوم {dayx}."),
        Claim(
            "date", "Repairs to the pier last until the end of {monthx}.", "تستمر إصلاحات الرصيف حتى نهاية {monthx}."
        ),
        Claim("name swapped", "Harbour master {p2} said that {n1} ships had entered.", "قال مدير الميناء {p2} إن {n1} سفينة دخلت."),
        Claim("name invented", "Harbour master {px} said that {n1} ships had entered.", "قال مدير الميناء {px} إن {n1} سفينة دخلت."),
        Claim("place", "The port of {cx} reopened after a storm.", "أعيد فتح ميناء {cx} بعد عاصفة."),
        Claim("negation", "The port of {c1} did not reopen on {day}.", "لم يفتح ميناء {c1} يوم {day}."),
        Claim("unit", "Repairs to the eastern pier will cost {big} million euros.", "وستكلف إصلاحات الرصيف الشرقي {big} مليون يورو."),
        Claim("unit", "A storm had kept the port closed for nine weeks.", "أبقت عاصفة الميناء مغلقا تسعة أسابيع."),
        Claim("unsupported", "Tourists filled the hotels of the old town over the holiday.", "امتلأت فنادق المدينة القديمة بالسياح خلال العطلة."),
        Claim("direction", "The port of {c1} closed on {day}.", "أغلق ميناء {c1} يوم {day}."),
    ),
)

_TALKS: Final = Story(
    en=(
        "{p1} accused {p2} of leaking the text of the water agreement.",
        "The two ministers had met in {c1} on {day} to discuss the sharing of the river.",
        "The agreement gives each side {pc} percent of the flow in dry years.",
        "{p2} denied the accusation and said he would publish the minutes.",
        "The next round will be held in {c2} in {month}.",
    ),
    ar=(
        "اتهم {p1} {p2} بتسريب نص اتفاق المياه.",
        "وكان الوزيران قد اجتمعا في {c1} يوم {day} لبحث تقاسم النهر.",
        "ويمنح الاتفاق كل جانب {pc} في المئة من التدفق في سنوات الجفاف.",
        "ونفى {p2} الاتهام وقال إنه سينشر محضر الاجتماع.",
        "وستعقد الجولة المقبلة في {c2} في {month}.",
    ),
    claims=(
        Claim("", "{p1} accused {p2} of leaking the water agreement.", "اتهم {p1} {p2} بتسريب اتفاق المياه."),
        Claim("", "{p2} was accused of the leak by {p1}, which he denied.", "نفى {p2} اتهام {p1} له بالتسريب."),
        Claim("", "The next round takes place in {c2} in {month}.", "تعقد الجولة المقبلة في {c2} في {month}."),
        Claim("", "In dry years each side gets {pc}% of the flow under the agreement.", "يحصل كل جانب بموجب الاتفاق على {pc}% من التدفق في سنوات الجفاف."),
        Claim(
            "role swap", "{p2} accused {p1} of leaking the text of the agreement.", "اتهم {p2} {p1} بتسريب نص الاتفاق."
        ),
        Claim("name invented", "{px} accused {p2} of leaking the text of the agreement.", "اتهم {px} {p2} بتسريب نص الاتفاق."),
        Claim("name swapped", "{p1} denied the accusation.", "ونفى {p1} الاتهام."),
        Claim("number", "The agreement gives each side {pcx} percent of the flow.", "يمنح الاتفاق كل جانب {pcx} في المئة من التدفق."),
        Claim("percent or points", "The agreement gives each side {pc} percentage points of the flow.", "يمنح الاتفاق كل جانب {pc} نقطة مئوية من التدفق."),
        Claim("date", "The two ministers had met in {c1} on {dayx}.", "كان الوزيران قد اجتمعا في {c1} يوم {dayx}."),
        Claim("date", "The next round will be held in {c2} in {monthx}.", "وستعقد الجولة المقبلة في {c2} في {monthx}."),
        Claim("place", "The next round will be held in {cx} in {month}.", "وستعقد الجولة المقبلة في {cx} في {month}."),
        Claim("place", "The next round will be held in {c1} in {month}.", "وستعقد الجولة المقبلة في {c1} في {month}."),
        Claim("negation", "{p1} did not accuse {p2} of leaking the text.", "لم يتهم {p1} {p2} بتسريب النص."),
        Claim("negation", "{p2} said he would not publish the minutes.", "وقال {p2} إنه لن ينشر محضر الاجتماع."),
        Claim("unsupported", "The army moved tanks to the border overnight.", "حرك الجيش دبابات نحو الحدود خلال الليل."),
    ),
)

_FACTORY: Final = Story(
    en=(
        "A carmaker will build a battery factory near {c1} that is to employ {n1} engineers and {n2} technicians.",
        "Building starts in {month} {year} and takes three years, project manager {p1} said.",
        "The investment of {big} billion dollars is the largest in the region since the war.",
        "Residents did not object to the plan, although the plant will use water from the lake.",
        "{p2}, an environmental scientist, warned that the lake had lost {pc} percent of its water.",
    ),
    ar=(
        "ستبني شركة سيارات مصنعا للبطاريات قرب {c1} يوظف {n1} مهندسا و{n2} فنيا.",
        "ويبدأ البناء في {month} {year} ويستغرق ثلاث سنوات، بحسب مدير المشروع {p1}.",
        "ويعد الاستثمار البالغ {big} مليار دولار الأكبر في المنطقة منذ الحرب.",
        "ولم يعترض السكان على الخطة رغم أن المصنع سيستخدم مياه البحيرة.",
        "وحذر عالم البيئة {p2} من أن البحيرة فقدت {pc} في المئة من مياهها.",
    ),
    claims=(
        Claim(
            "", "A battery factory near {c1} will employ {n1} engineers.", "سيوظف مصنع للبطاريات قرب {c1} {n1} مهندسا."
        ),
        Claim("", "With {big} billion dollars, the investment is the region's largest since the war.", "الاستثمار البالغ {big} مليار دولار هو الأكبر في المنطقة منذ الحرب."),
        Claim("", "Building is to start in {month} {year}, said {p1}.", "يبدأ البناء في {month} {year} بحسب {p1}."),
        Claim("", "The lake has lost {pc}% of its water, warned scientist {p2}.", "فقدت البحيرة {pc}% من مياهها كما حذر العالم {p2}."),
        Claim("number", "The factory near {c1} is to employ {n1x} engineers.", "يوظف المصنع قرب {c1} {n1x} مهندسا."),
        Claim("numbers exchanged", "The factory is to employ {n2} engineers and {n1} technicians.", "يوظف المصنع {n2} مهندسا و{n1} فنيا."),
        Claim("magnitude", "The investment of {big} million dollars is the largest in the region.", "ويعد الاستثمار البالغ {big} مليون دولار الأكبر في المنطقة."),
        Claim("date", "Building starts in {monthx} {year}, project manager {p1} said.", "ويبدأ البناء في {monthx} {year}، بحسب مدير المشروع {p1}."),
        Claim("date", "Building starts in {month} {yearx}, project manager {p1} said.", "ويبدأ البناء في {month} {yearx}، بحسب مدير المشروع {p1}."),
        Claim(
            "unit", "Building starts in {month} and takes three months.", "ويبدأ البناء في {month} ويستغرق ثلاثة أشهر."
        ),
        Claim("name swapped", "Building takes three years, project manager {p2} said.", "ويستغرق البناء ثلاث سنوات، بحسب مدير المشروع {p2}."),
        Claim("name invented", "{px}, an environmental scientist, warned that the lake had lost water.", "وحذر عالم البيئة {px} من أن البحيرة فقدت مياهها."),
        Claim("negation", "Residents objected to the plan.", "واعترض السكان على الخطة."),
        Claim(
            "place", "A carmaker will build a battery factory near {cx}.", "ستبني شركة سيارات مصنعا للبطاريات قرب {cx}."
        ),
        Claim("percent or points", "The lake had lost {pc} percentage points of its water.", "فقدت البحيرة {pc} نقطة مئوية من مياهها."),
        Claim("unsupported", "The singer cancelled her summer tour because of illness.", "ألغت المغنية جولتها الصيفية بسبب المرض."),
    ),
)

_ELECTION: Final = Story(
    en=(
        "{p1} won the mayoral election in {c1} with {pc} percent of the vote.",
        "He defeated {p2}, who had governed the city since {year}.",
        "Turnout rose to {n2} percent, officials said on {day}.",
        "{p2} did not accept the result and asked for a recount in {n1} districts.",
        "The winner takes office on 12 {month}.",
    ),
    ar=(
        "فاز {p1} بانتخابات رئاسة بلدية {c1} بنسبة {pc} في المئة من الأصوات.",
        "وهزم {p1} منافسه {p2} الذي حكم المدينة منذ {year}.",
        "وارتفعت نسبة المشاركة إلى {n2} في المئة، بحسب ما قال مسؤولون يوم {day}.",
        "ولم يقبل {p2} النتيجة وطلب إعادة الفرز في {n1} دائرة.",
        "ويتولى الفائز منصبه في 12 {month}.",
    ),
    claims=(
        Claim("", "{p1} has been elected mayor of {c1} with {pc}% of the vote.", "انتخب {p1} رئيسا لبلدية {c1} بنسبة {pc}% من الأصوات."),
        Claim(
            "", "Turnout in the election rose to {n2} percent.", "ارتفعت نسبة المشاركة في الانتخابات إلى {n2} في المئة."
        ),
        Claim("", "{p2} asked for a recount in {n1} districts.", "طلب {p2} إعادة الفرز في {n1} دائرة."),
        Claim("", "The winner takes office on 12 {month}.", "يتولى الفائز منصبه يوم 12 {month}."),
        Claim("number", "{p1} won the election with {pcx} percent of the vote.", "فاز {p1} بالانتخابات بنسبة {pcx} في المئة من الأصوات."),
        Claim("number", "{p2} asked for a recount in {n1x} districts.", "طلب {p2} إعادة الفرز في {n1x} دائرة."),
        Claim("date", "The winner takes office on 21 {month}.", "ويتولى الفائز منصبه في 21 {month}."),
        Claim("date", "The winner takes office on 12 {monthx}.", "ويتولى الفائز منصبه في 12 {monthx}."),
        Claim("date", "{p2} had governed the city since {yearx}.", "حكم {p2} المدينة منذ {yearx}."),
        Claim("direction", "Turnout fell to {n2} percent, officials said.", "وانخفضت نسبة المشاركة إلى {n2} في المئة، بحسب مسؤولين."),
        Claim("name swapped", "{p2} won the mayoral election in {c1} with {pc} percent of the vote.", "فاز {p2} بانتخابات رئاسة بلدية {c1} بنسبة {pc} في المئة من الأصوات."),
        Claim("name invented", "{px} won the mayoral election in {c1}.", "فاز {px} بانتخابات رئاسة بلدية {c1}."),
        Claim("negation", "{p2} accepted the result of the election.", "وقبل {p2} نتيجة الانتخابات."),
        Claim("place", "{p1} won the mayoral election in {cx}.", "فاز {p1} بانتخابات رئاسة بلدية {cx}."),
        Claim("percent or points", "Turnout rose by {n2} percentage points, officials said.", "وارتفعت نسبة المشاركة {n2} نقطة مئوية، بحسب مسؤولين."),
        Claim("unsupported", "Farmers expect a poor olive harvest this autumn.", "يتوقع المزارعون محصولا ضعيفا من الزيتون هذا الخريف."),
    ),
)

_VACCINE: Final = Story(
    en=(
        "A vaccine against dengue fever protected {pc} percent of {n2} volunteers in {c1}, a study has found.",
        "The trial began in {month} {year} and was led by {p1} of the university hospital.",
        "Side effects were mild, and no patient had to leave the trial.",
        "{p2}, who was not involved, called for a larger study in {c2}.",
        "A dose costs {n1} dollars and must be kept below 8 degrees.",
    ),
    ar=(
        "وجدت دراسة أن لقاحا ضد حمى الضنك وفر الحماية لنسبة {pc} في المئة من {n2} متطوعا في {c1}.",
        "وبدأت التجربة في {month} {year} بقيادة {p1} من المستشفى الجامعي.",
        "وكانت الآثار الجانبية خفيفة، ولم يضطر أي مريض إلى ترك التجربة.",
        "ودعا {p2}، الذي لم يشارك فيها، إلى دراسة أوسع في {c2}.",
        "وتكلف الجرعة {n1} دولارا ويجب حفظها في أقل من 8 درجات.",
    ),
    claims=(
        Claim("", "A dengue vaccine protected {pc}% of the volunteers in {c1}.", "وفر لقاح لحمى الضنك الحماية لنسبة {pc}% من المتطوعين في {c1}."),
        Claim("", "{p1} led the trial, which started in {month} {year}.", "قاد {p1} التجربة التي بدأت في {month} {year}."),
        Claim("", "One dose costs {n1} dollars.", "تكلف الجرعة الواحدة {n1} دولارا."),
        Claim("", "{p2} wants a larger study in {c2}.", "يدعو {p2} إلى دراسة أوسع في {c2}."),
        Claim("number", "A vaccine against dengue fever protected {pcx} percent of volunteers.", "وفر لقاح ضد حمى الضنك الحماية لنسبة {pcx} في المئة من المتطوعين."),
        Claim("number", "A dose costs {n1x} dollars.", "وتكلف الجرعة {n1x} دولارا."),
        Claim("date", "The trial began in {monthx} {year}.", "وبدأت التجربة في {monthx} {year}."),
        Claim("date", "The trial began in {month} {yearx}.", "وبدأت التجربة في {month} {yearx}."),
        Claim("name swapped", "The trial was led by {p2} of the university hospital.", "وبدأت التجربة بقيادة {p2} من المستشفى الجامعي."),
        Claim("name invented", "The trial was led by {px} of the university hospital.", "وبدأت التجربة بقيادة {px} من المستشفى الجامعي."),
        Claim("place", "The vaccine protected volunteers in {cx}, a study has found.", "وجدت دراسة أن اللقاح وفر الحماية لمتطوعين في {cx}."),
        Claim("unit", "A dose costs {n1} euros.", "وتكلف الجرعة {n1} يورو."),
        Claim("negation", "Side effects were not mild.", "ولم تكن الآثار الجانبية خفيفة."),
        Claim("negation", "The vaccine did not protect the volunteers in {c1}, a study has found.", "وجدت دراسة أن اللقاح لم يوفر الحماية للمتطوعين في {c1}."),
        Claim("percent or points", "The vaccine protected {pc} percentage points of volunteers.", "وفر اللقاح الحماية لنسبة {pc} نقطة مئوية من المتطوعين."),
        Claim("unsupported", "The airline will open a new route to the capital next week.", "ستفتح شركة الطيران خطا جديدا إلى العاصمة الأسبوع المقبل."),
    ),
)

_MATCH: Final = Story(
    en=(
        "{c1} beat {c2} on {day} and reached the final of the cup.",
        "{p1} scored twice before a crowd of {n1} thousand people.",
        "Coach {p2} said his team had never trained harder.",
        "The captain did not play because of a knee injury and will be out for six weeks.",
        "The final takes place on 23 {month}.",
    ),
    ar=(
        "هزم فريق {c1} فريق {c2} يوم {day} وبلغ نهائي الكأس.",
        "وسجل {p1} هدفين أمام {n1} ألف متفرج.",
        "وقال المدرب {p2} إن فريقه لم يتدرب قط بجهد أكبر.",
        "ولم يلعب القائد بسبب إصابة في الركبة وسيغيب ستة أسابيع.",
        "وتقام المباراة النهائية في 23 {month}.",
    ),
    claims=(
        Claim("", "{c1} reached the cup final by beating {c2}.", "بلغ فريق {c1} نهائي الكأس بعد أن هزم {c2}."),
        Claim("", "{p1} scored twice.", "سجل {p1} هدفين."),
        Claim("", "The captain is out for six weeks with a knee injury.", "يغيب القائد ستة أسابيع بسبب إصابة في الركبة."),
        Claim("", "The final is on 23 {month}.", "تقام النهائية يوم 23 {month}."),
        Claim("role swap", "{c2} beat {c1} on {day} and reached the final of the cup.", "هزم فريق {c2} فريق {c1} يوم {day} وبلغ نهائي الكأس."),
        Claim("number", "{p1} scored before a crowd of {n1x} thousand people.", "وسجل {p1} أمام {n1x} ألف متفرج."),
        Claim("magnitude", "{p1} scored before a crowd of {n1} hundred people.", "وسجل {p1} هدفين أمام {n1} مليون متفرج."),
        Claim("date", "{c1} beat {c2} on {dayx}.", "هزم فريق {c1} فريق {c2} يوم {dayx}."),
        Claim("date", "The final takes place on 23 {monthx}.", "وتقام المباراة النهائية في 23 {monthx}."),
        Claim("date", "The final takes place on 13 {month}.", "وتقام المباراة النهائية في 13 {month}."),
        Claim("name swapped", "{p2} scored twice before a crowd of {n1} thousand people.", "وسجل {p2} هدفين أمام {n1} ألف متفرج."),
        Claim("name invented", "Coach {px} said his team had never trained harder.", "وقال المدرب {px} إن فريقه لم يتدرب قط بجهد أكبر."),
        Claim("place", "{cx} beat {c2} and reached the final of the cup.", "هزم فريق {cx} فريق {c2} وبلغ نهائي الكأس."),
        Claim("unit", "The captain will be out for six months.", "وسيغيب القائد ستة أشهر."),
        Claim("negation", "The captain played in spite of a knee injury.", "ولعب القائد رغم إصابة في الركبة."),
        Claim("unsupported", "Heavy snow closed the mountain road for lorries.", "أغلقت الثلوج الكثيفة طريق الجبل أمام الشاحنات."),
    ),
)

_COURT: Final = Story(
    en=(
        "A court in {c1} sentenced the former banker {p1} to {n1} years in prison on {day}.",
        "He was convicted of moving {big} million euros to accounts abroad.",
        "Judge {p2} rejected the request to release him on bail.",
        "The defence lawyers did not comment on the verdict.",
        "The case was opened in {month} {year} after a customer complained.",
    ),
    ar=(
        "حكمت محكمة في {c1} على المصرفي السابق {p1} بالسجن {n1} عاما يوم {day}.",
        "وأدين بتحويل {big} مليون يورو إلى حسابات في الخارج.",
        "ورفض القاضي {p2} طلب الإفراج عنه بكفالة.",
        "ولم يعلق محامو الدفاع على الحكم.",
        "وفتحت القضية في {month} {year} بعد شكوى من أحد العملاء.",
    ),
    claims=(
        Claim("", "Former banker {p1} must go to prison for {n1} years.", "حكم على المصرفي السابق {p1} بالسجن {n1} عاما."),
        Claim("", "He moved {big} million euros to foreign accounts abroad.", "حول {big} مليون يورو إلى حسابات خارجية."),
        Claim("", "The request for bail was rejected by judge {p2}.", "رفض القاضي {p2} الإفراج عنه بكفالة."),
        Claim("", "The case goes back to {month} {year}.", "تعود القضية إلى {month} {year}."),
        Claim("number", "A court in {c1} sentenced {p1} to {n1x} years in prison.", "حكمت محكمة في {c1} على {p1} بالسجن {n1x} عاما."),
        Claim("unit", "A court in {c1} sentenced {p1} to {n1} months in prison.", "حكمت محكمة في {c1} على {p1} بالسجن {n1} شهرا."),
        Claim("unit", "He was convicted of moving {big} million dollars abroad.", "وأدين بتحويل {big} مليون دولار إلى الخارج."),
        Claim("magnitude", "He was convicted of moving {big} billion euros abroad.", "وأدين بتحويل {big} مليار يورو إلى الخارج."),
        Claim("date", "A court in {c1} sentenced the former banker on {dayx}.", "حكمت محكمة في {c1} على المصرفي السابق يوم {dayx}."),
        Claim("date", "The case was opened in {monthx} {year}.", "وفتحت القضية في {monthx} {year}."),
        Claim("name swapped", "A court in {c1} sentenced the former banker {p2} to prison.", "حكمت محكمة في {c1} على المصرفي السابق {p2} بالسجن."),
        Claim("name invented", "Judge {px} rejected the request to release him.", "ورفض القاضي {px} طلب الإفراج عنه."),
        Claim("place", "A court in {cx} sentenced the former banker {p1}.", "حكمت محكمة في {cx} على المصرفي السابق {p1}."),
        Claim("direction", "Judge {p2} accepted the request to release him on bail.", "ووافق القاضي {p2} على طلب الإفراج عنه بكفالة."),
        Claim("negation", "The defence lawyers commented on the verdict.", "وعلق محامو الدفاع على الحكم."),
        Claim("unsupported", "The museum bought a painting of the harbour at night.", "اشترى المتحف لوحة للميناء في الليل."),
    ),
)

_BANK: Final = Story(
    en=(
        "The central bank in {c1} raised its interest rate by 2 percentage points to {n1} percent on {day}.",
        "Inflation fell to {pc} percent in {month}, governor {p1} said.",
        "Food prices rose faster than wages, according to the statistics office.",
        "Exports to {c2} reached {big} billion dollars in {year}.",
        "{p2}, an economist, said the bank should not wait any longer.",
    ),
    ar=(
        "رفع البنك المركزي في {c1} سعر الفائدة نقطتين مئويتين إلى {n1} في المئة يوم {day}.",
        "وانخفض التضخم إلى {pc} في المئة في {month}، بحسب المحافظ {p1}.",
        "وارتفعت أسعار الغذاء أسرع من الأجور، وفق مكتب الإحصاء.",
        "وبلغت الصادرات إلى {c2} {big} مليار دولار في {year}.",
        "وقال الخبير الاقتصادي {p2} إن البنك يجب ألا ينتظر أكثر.",
    ),
    claims=(
        Claim("", "The interest rate of the central bank rises to {n1}%.", "ارتفع سعر فائدة البنك المركزي إلى {n1}%."),
        Claim("", "Inflation fell to {pc}% in {month}.", "انخفض التضخم إلى {pc}% في {month}."),
        Claim("", "Exports to {c2} were {big} billion dollars in {year}.", "كانت الصادرات إلى {c2} {big} مليار دولار في {year}."),
        Claim("", "Food prices are rising faster than wages.", "ترتفع أسعار الغذاء أسرع من الأجور."),
        Claim("number", "Inflation fell to {pcx} percent in {month}.", "وانخفض التضخم إلى {pcx} في المئة في {month}."),
        Claim("number", "The bank raised its interest rate to {n1x} percent.", "رفع البنك سعر الفائدة إلى {n1x} في المئة."),
        Claim("percent or points", "Inflation fell by {pc} percentage points in {month}.", "وانخفض التضخم {pc} نقطة مئوية في {month}."),
        Claim("direction", "Inflation rose to {pc} percent in {month}.", "وارتفع التضخم إلى {pc} في المئة في {month}."),
        Claim("direction", "Food prices fell faster than wages.", "وانخفضت أسعار الغذاء أسرع من الأجور."),
        Claim("magnitude", "Exports to {c2} reached {big} million dollars in {year}.", "وبلغت الصادرات إلى {c2} {big} مليون دولار في {year}."),
        Claim("unit", "Exports to {c2} reached {big} billion euros.", "وبلغت الصادرات إلى {c2} {big} مليار يورو."),
        Claim("date", "Inflation fell to {pc} percent in {monthx}.", "وانخفض التضخم إلى {pc} في المئة في {monthx}."),
        Claim("date", "Exports to {c2} reached {big} billion dollars in {yearx}.", "وبلغت الصادرات إلى {c2} {big} مليار دولار في {yearx}."),
        Claim("name swapped", "Inflation fell to {pc} percent, governor {p2} said.", "وانخفض التضخم إلى {pc} في المئة، بحسب المحافظ {p2}."),
        Claim("name invented", "{px}, an economist, said the bank should not wait.", "وقال الخبير الاقتصادي {px} إن البنك يجب ألا ينتظر."),
        Claim("place", "Exports to {cx} reached {big} billion dollars.", "وبلغت الصادرات إلى {cx} {big} مليار دولار."),
        Claim("negation", "The central bank did not raise its interest rate.", "لم يرفع البنك المركزي سعر الفائدة."),
        Claim("negation", "{p2} said the bank should wait longer.", "وقال الخبير {p2} إن البنك يجب أن ينتظر أكثر."),
        Claim("unsupported", "Children planted trees along the school fence.", "زرع الأطفال أشجارا بجانب سور المدرسة."),
    ),
)

STORIES: Final = (_PORT, _VACCINE, _TALKS, _MATCH, _FACTORY, _COURT, _ELECTION, _BANK)
"""Those at even places were looked at while the guard was made."""
