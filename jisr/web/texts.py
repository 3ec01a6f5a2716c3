"""What the page says, in both of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from base.languages import Language

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # the page
    "tagline": (
        "Read an Arabic or English article in both languages, every sentence checked.",
        "اقرأ المقال العربي أو الإنجليزي باللغتين، وقد رُوجعت كل جملة فيه.",
    ),
    "theme": ("Light or dark", "فاتح أو داكن"),
    "tab_read": ("Read", "اقرأ"),
    "tab_evaluate": ("Evaluate", "قيّم"),
    "tab_models": ("Models", "النماذج"),
    # what is read
    "text": ("Article", "المقال"),
    "text_placeholder": (
        "Paste an Arabic or English article here",
        "الصق هنا مقالًا بالعربية أو الإنجليزية",
    ),
    "file": (
        "Or a file: txt, Markdown, HTML, Word, srt, csv, jsonl",
        "أو ملف: نص أو Markdown أو HTML أو Word أو srt أو csv أو jsonl",
    ),
    "link": ("Or a link", "أو رابط"),
    "link_placeholder": ("https://example.org/article", "https://example.org/article"),
    "examples": ("Or an example:", "أو مثال:"),
    "read": ("Read", "اقرأ"),
    "stop": ("Stop", "أوقف"),
    # choices
    "settings": ("Settings", "الإعدادات"),
    "direction": ("Direction", "الاتجاه"),
    "direction_auto": ("Detect", "اكتشفه"),
    "direction_ar": ("Arabic to English", "من العربية إلى الإنجليزية"),
    "direction_en": ("English to Arabic", "من الإنجليزية إلى العربية"),
    "length": ("Summary", "الملخص"),
    "length_headline": ("Headline", "عنوان"),
    "length_line": ("One sentence", "جملة واحدة"),
    "length_bullets": ("Three points", "ثلاث نقاط"),
    "length_paragraph": ("Paragraph", "فقرة"),
    "model": ("Model", "النموذج"),
    "diacritics": ("Show Arabic diacritics", "أظهِر الحركات العربية"),
    "glossary": ("Glossary", "مسرد المصطلحات"),
    "glossary_help": (
        "Terms to translate in one way, in either direction. They stay in this browser.",
        "مصطلحات تُترجم بصيغة واحدة في الاتجاهين، وتبقى في هذا المتصفح.",
    ),
    "glossary_table": ("Terms", "المصطلحات"),
    "glossary_upload": ("Add a csv or TBX file", "أضف ملف csv أو TBX"),
    "glossary_clear": ("Remove all terms", "احذف كل المصطلحات"),
    "arabic": ("Arabic", "العربية"),
    "english": ("English", "الإنجليزية"),
    # while it works
    "working": ("Translating", "تجري الترجمة"),
    "summarizing": ("Writing the summaries", "يُكتب الملخصان"),
    "preparing": ("Reading the article", "يُقرأ المقال"),
    "done": ("{n} sentences in {s:.1f} seconds", "عدد الجمل {n} في {s:.1f} ثانية"),
    "failed": ("Not finished: what is here stays", "لم يكتمل العمل، وما أُنجز باقٍ"),
    "stopped": ("Stopped: what is here stays", "توقف العمل، وما أُنجز باقٍ"),
    "empty": (
        "The article and its translation appear here, side by side.",
        "يظهر هنا المقال وترجمته جنبًا إلى جنب.",
    ),
    "detail": ("Details", "التفاصيل"),
    # what is taken away
    "take": ("Take away", "احفظ"),
    "copy_ar": ("Copy the Arabic", "انسخ العربية"),
    "copy_en": ("Copy the English", "انسخ الإنجليزية"),
    "copied": ("Copied", "نُسخ"),
    "download_html": ("Web page", "صفحة وب"),
    "download_markdown": ("Markdown", "Markdown"),
    "download_docx": ("Word", "Word"),
    "download_json": ("JSON", "JSON"),
    "download_srt": ("Subtitles", "ترجمة مرئية"),
    # evaluation
    "score_title": ("Score against a reference", "قارن بترجمة مرجعية"),
    "score_help": (
        "Read an article first. Then paste a human translation of it, or one of its summaries, and see how near the "
        "machine came. A reference with one line for each sentence is compared sentence by sentence, any other as one "
        "text.",
        "اقرأ مقالًا أولًا، ثم الصق ترجمة بشرية له أو لأحد ملخصيه لترى مدى قرب الآلة منها. المرجع الذي فيه سطر لكل "
        "جملة يُقارن جملة جملة، وغيره يُقارن نصًا واحدًا.",
    ),
    "score_kind": ("The reference is", "المرجع هو"),
    "score_translation": ("a translation", "ترجمة"),
    "score_summary_ar": ("an Arabic summary", "ملخص بالعربية"),
    "score_summary_en": ("an English summary", "ملخص بالإنجليزية"),
    "reference": ("Reference", "المرجع"),
    "reference_file": ("Or a text file", "أو ملف نصي"),
    "score": ("Score", "احسب"),
    "score_none": ("Read an article first, in the tab Read.", "اقرأ مقالًا أولًا في لسان «اقرأ»."),
    "score_missing": (
        "Scores need packages that are not installed. Install them with: pip install 'jisr[eval]'",
        "تحتاج الدرجات إلى حزم غير مثبّتة. ثبّتها بالأمر: pip install 'jisr[eval]'",
    ),
    "score_by_sentence": ("Compared sentence by sentence.", "قورنت جملة جملة."),
    "score_as_text": ("Compared as one text.", "قورنت نصًا واحدًا."),
    "metric": ("Metric", "المقياس"),
    "value": ("Score", "الدرجة"),
    "signature": ("Signature", "التوقيع"),
    "compare_title": ("Compare two models", "قارن نموذجين"),
    "compare_help": (
        "The article in the tab Read, translated by both. Words that only one of them has are marked.",
        "المقال الذي في لسان «اقرأ» بترجمة النموذجين، والكلمات التي ينفرد بها أحدهما معلَّمة.",
    ),
    "first_model": ("First model", "النموذج الأول"),
    "second_model": ("Second model", "النموذج الثاني"),
    "compare": ("Compare", "قارن"),
    "compare_same": ("{n} of {total} sentences are the same.", "تتطابق {n} جملة من أصل {total}."),
    "only_one_model": (
        "There is one model on this machine. Another one makes a comparison: see the tab Models.",
        "على هذا الجهاز نموذج واحد. أحضر نموذجًا آخر للمقارنة: انظر لسان «النماذج».",
    ),
    # models
    "models_help": (
        "What is on this machine can be chosen under Settings. The others are fetched with the command shown.",
        "ما على هذا الجهاز يُختار في الإعدادات، وغيره يُحضَر بالأمر المبيَّن.",
    ),
    "model_name": ("Model", "النموذج"),
    "model_use": ("For", "لأجل"),
    "model_licence": ("Licence", "الرخصة"),
    "model_size": ("Size", "الحجم"),
    "model_get": ("Get it", "احصل عليه"),
    "model_here": ("on this machine", "على هذا الجهاز"),
    "non_commercial": ("non-commercial", "لغير التجارة"),
    "megabytes": ("{n:,} MB", "{n:,} م.ب"),
}
_BY_LANGUAGE: Final[dict[Language, dict[str, str]]] = {
    "en": {key: english for key, (english, _) in _TEXTS.items()},
    "ar": {key: arabic for key, (_, arabic) in _TEXTS.items()},
}


def texts(language: Language) -> Mapping[str, str]:
    """Return what the page says in `language`, by key."""
    return _BY_LANGUAGE[language]
