"""What went wrong, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from base import errors
from base.languages import Language

LimitKind = Literal["characters", "bytes", "seconds"]

_LIMITS: Final[dict[LimitKind, tuple[str, str]]] = {
    "characters": (
        "The text has {found:,} characters, and this page takes {limit:,} at a time. Shorten it, or read it in parts.",
        "في النص {found:,} حرفًا، وهذه الصفحة تقبل {limit:,} حرف في المرة الواحدة. اختصره أو اقرأه على أجزاء.",
    ),
    "bytes": (
        "The file has {found:,} bytes, and this page takes {limit:,}. Give a smaller one, or paste the text.",
        "حجم الملف {found:,} بايت، وهذه الصفحة تقبل {limit:,} بايت. أعطِ ملفًا أصغر أو الصق النص.",
    ),
    "seconds": (
        "The work was stopped after {limit:,} seconds, which is the limit of this page. Read a shorter text, or try "
        "again when fewer people read.",
        "توقف العمل بعد {limit:,} ثانية، وهي حدّ هذه الصفحة. اقرأ نصًا أقصر أو أعد المحاولة حين يقل القراء.",
    ),
}

_ARABIC: Final[tuple[tuple[type[errors.JisrError], str], ...]] = (
    (errors.EmptyInputError, "لا نص هنا. الصق مقالًا بالعربية أو الإنجليزية، أو أعطِ ملفًا أو رابطًا."),
    (errors.EncodingError, "تعذّر فهم ترميز الملف. احفظه بترميز UTF-8 وأعد المحاولة."),
    (errors.FormatError, "تعذّرت قراءة الملف: صيغته غير معروفة أو هو تالف."),
    (errors.LanguageError, "النص ليس عربيًا ولا إنجليزيًا. إن كان هذا خطأ فاختر الاتجاه في الإعدادات."),
    (errors.TooLargeError, "النص أكبر مما تقبله هذه الصفحة."),
    (errors.InputError, "تعذّرت قراءة ما أعطيت."),
    (errors.MissingModelError, "هذا النموذج ليس على هذا الجهاز."),
    (errors.UnknownModelError, "لا نموذج بهذا الاسم."),
    (errors.LicenceError, "يجب قبول رخصة هذا النموذج قبل استعماله."),
    (errors.UnsupportedTaskError, "هذا النموذج لا يؤدي هذه المهمة. اختر نموذجًا آخر."),
    (errors.ModelError, "تعذّر استعمال النموذج."),
    (errors.MissingExtraError, "هذه الميزة تحتاج إلى حزمة غير مثبّتة."),
    (errors.OfflineError, "الصفحة تعمل دون اتصال، ولا تُفتح الروابط."),
    (errors.JisrError, "تعذّر إتمام العمل."),
)
_UNEXPECTED: Final[dict[Language, str]] = {
    "en": "Something went wrong on our side. Your text is unchanged: try again.",
    "ar": "حدث خطأ من جانبنا. نصك كما هو: أعد المحاولة.",
}


class PageLimitError(errors.TooLargeError):
    """A request is beyond a limit of the page."""

    def __init__(self, kind: LimitKind, limit: float, found: int = 0) -> None:
        self.kind = kind
        self.limit = limit
        self.found = found
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """Return the message in `language`."""
        english, arabic = _LIMITS[self.kind]
        pattern = arabic if language == "ar" else english
        limit = int(self.limit) if float(self.limit).is_integer() else self.limit
        return pattern.format(found=self.found, limit=limit)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A message for a person: `text` in the page's language, `detail` in English where it says more."""

    text: str
    detail: str = ""


def explain(error: BaseException, language: Language) -> Explanation:
    """Return what to tell a person; only errors that Jisr raises on purpose are quoted."""
    if isinstance(error, PageLimitError):
        return Explanation(error.text(language))
    if not isinstance(error, errors.JisrError):
        return Explanation(_UNEXPECTED[language])
    if language == "en":
        return Explanation(str(error))
    arabic = next(text for kind, text in _ARABIC if isinstance(error, kind))
    return Explanation(arabic, str(error))
