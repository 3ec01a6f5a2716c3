"""What a flag says to a person, in the reader's language."""

from __future__ import annotations

from typing import Final

from base.flags import Flag, FlagCode
from base.languages import Language

_MESSAGES: Final[dict[FlagCode, tuple[str, str]]] = {
    "number": (
        "A number, date or amount of the source may be missing or different here",
        "قد يكون رقم أو تاريخ أو مبلغ في النص الأصلي ناقصًا أو مختلفًا هنا",
    ),
    "number-added": ("A number here is not in the source", "هنا رقم لا يوجد في النص الأصلي"),
    "coverage": (
        "The translation is much shorter than its source: something may have been left out",
        "الترجمة أقصر بكثير من أصلها، وقد يكون جزء منه قد سقط",
    ),
    "overlong": (
        "The translation is much longer than its source: something may have been made up",
        "الترجمة أطول بكثير من أصلها، وقد تكون فيها زيادة",
    ),
    "loop": ("The same words are repeated", "تتكرر الكلمات نفسها"),
    "leftover": ("Stray symbols are left in the text", "بقيت رموز غريبة في النص"),
    "untranslated": ("This may not have been translated", "قد لا تكون هذه الجملة قد تُرجمت"),
    "unfinished": ("The sentence may be cut off", "قد تكون الجملة مبتورة"),
    "low-confidence": ("The model is unsure of this sentence", "النموذج غير واثق من هذه الجملة"),
    "term": (
        "A term of the glossary was not used here",
        "لم يُستعمل هنا مصطلح من المسرد",
    ),
    "wrapped": (
        "A very long sentence was translated in parts",
        "تُرجمت هذه الجملة الطويلة جدًا على أجزاء",
    ),
    "unsupported": (
        "No sentence of the article supports this one",
        "لا تؤيد هذه الجملةَ أيُّ جملة من المقال",
    ),
    "name": ("A name here was not found in the article", "هنا اسم لم يُعثر عليه في المقال"),
    "negation": (
        "This denies what the article affirms, or the other way round",
        "تنفي هذه الجملة ما يثبته المقال أو العكس",
    ),
    "repeated": ("This repeats another summary sentence", "تكرر هذه الجملة جملة أخرى من الملخص"),
    "replaced": (
        "Taken from the article: the model's own words were not kept, or there were too few of them",
        "مأخوذة من المقال: لم يُحتفظ بعبارة النموذج أو لم تكن كافية",
    ),
    "inconsistent": ("The two summaries differ here", "يختلف الملخصان هنا"),
    "mixed-language": (
        "Part of the article is already in the other language",
        "جزء من المقال مكتوب باللغة الأخرى أصلًا",
    ),
}


def message(flag: Flag, language: Language = "en") -> str:
    """Return the sentence for a flag, with its detail in parentheses where it has one."""
    english, arabic = _MESSAGES[flag.code]
    text = arabic if language == "ar" else english
    return f"{text} ({flag.detail})" if flag.detail else text
