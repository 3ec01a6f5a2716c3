"""A small reading made by hand, with everything in it that an export can get wrong."""

from __future__ import annotations

import pytest

from article.model import Article, Paragraph, Sentence
from base.flags import Flag
from jisr.reading import Reading
from summarize.model import Summary, SummarySentence
from translate.model import Segment, Translation

TITLE = "جسر جديد فوق النهر"
FIRST = "افتتحت شركة Bridge Works الجسر يوم 12 مايو/أيار."
SECOND = "وبلغت الكلفة 3.5% من الموازنة <script>alert(1)</script>."
TEXT = f"{TITLE}\n\n{FIRST} {SECOND}\n"
TARGETS = (
    "New bridge over the river",
    "Bridge Works opened the bridge on May 12.",
    "The cost was 3.5% of the budget <script>alert(1)</script> | a_b *c* of جسر.",
)


def make_article() -> Article:
    sentences = [Sentence(s, TEXT.index(s), TEXT.index(s) + len(s)) for s in (TITLE, FIRST, SECOND)]
    title = Paragraph((sentences[0],), sentences[0].start, sentences[0].end)
    body = Paragraph(tuple(sentences[1:]), sentences[1].start, sentences[2].end)
    return Article(TEXT, (title, body), "ar", has_title=True)


@pytest.fixture
def reading() -> Reading:
    article = make_article()
    segments = tuple(
        Segment(i, p, s.text, TARGETS[i], -0.25 * i, (Flag("number", "12"),) if i == 1 else ())
        for i, p, s in article.located()
    )
    translation = Translation(segments, "\n\n".join(TARGETS), "ar", "en", "test-model")
    arabic = SummarySentence("افتُتح الجسر يوم 12 مايو.", (1,), 0.9)
    english = SummarySentence("The bridge & <b>road</b> opened.", (1, 0), 0.4, (Flag("unsupported"),))
    return Reading(
        article=article,
        translation=translation,
        summaries={
            "ar": Summary("ar", (arabic,), "direct", 1.0, "test-model"),
            "en": Summary("en", (english,), "direct", 1.0, "test-model"),
        },
        flags=(Flag("inconsistent", "12"),),
        timings={"load": 0.1, "translate": 0.2, "summarize": 0.3, "total": 0.6},
        signature="jisr test",
    )
