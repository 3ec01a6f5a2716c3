"""A small corpus folder in the real layout; all texts were written for the tests."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

PAIRS = [
    ("افتتحت البلدية حديقة جديدة يوم الأحد.", "The municipality opened a new park on Sunday."),
    ("بلغت كلفة المشروع 12 مليون دينار.", "The project cost 12 million dinars."),
    ("قال المدير إن العمل «يسير جيداً».", 'The director said work was "going well".'),
    ("زار كريم منصور المدرسة في مايو 2021.", "Karim Mansour visited the school in May 2021."),
    ("لم يصب أحد في الحادث.", "Nobody was hurt in the accident."),
    ("سيبدأ بيع التذاكر الأسبوع المقبل.", "Ticket sales will start next week."),
]
ARTICLE_AR = " ".join(arabic for arabic, _ in PAIRS)
ARTICLE_EN = " ".join(english for _, english in PAIRS)
SUMMARIES = {"ar": "افتُتحت حديقة كلفت 12 مليون دينار.", "en": "A park that cost 12 million dinars has opened."}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "eval").mkdir(parents=True)
    (folder / "news").mkdir()
    lines = "".join(f"{arabic}\t{english}\n" for arabic, english in PAIRS)
    for name in ("flores200-dev", "tico19-test", "tatoeba-test"):
        (folder / "eval" / f"{name}.tsv").write_text(lines, encoding="utf-8")
    for name, language in (
        ("easc_ar", "ar"),
        ("saudinewsnet_lead_ar", "ar"),
        ("antcorpus_abstract_ar", "ar"),
        ("bbc2005_lead_en", "en"),
        ("bbc_allsides_lead_en", "en"),
        ("cnn_highlights_en", "en"),
        ("guardian_standfirst_en", "en"),
    ):
        row = {"id": "a", "title": "", "text": ARTICLE_AR if language == "ar" else ARTICLE_EN}
        row |= {"summary": SUMMARIES[language]}
        if name == "easc_ar":
            row |= {"summaries": [SUMMARIES["ar"], PAIRS[0][0]]}  # type: ignore[dict-item]
        rows = "".join(json.dumps(row | {"id": str(number)}, ensure_ascii=False) + "\n" for number in range(2))
        with lzma.open(folder / "eval" / f"{name}.eval.jsonl.xz", "wt", encoding="utf-8") as stream:
            stream.write(rows)
    (folder / "news" / "dev.jsonl").write_text(
        "".join(json.dumps(news(number), ensure_ascii=False) + "\n" for number in range(2)), encoding="utf-8"
    )
    return folder


def news(number: int) -> dict[str, object]:
    return {
        "id": f"N{number}",
        "title_ar": "حديقة جديدة",
        "title_en": "A new park",
        "sentences": [list(pair) for pair in PAIRS],
        "summary_ar": SUMMARIES["ar"],
        "summary_en": SUMMARIES["en"],
    }
