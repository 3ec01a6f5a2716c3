"""Articles to summarize."""

from __future__ import annotations

import pytest

from article.document import build_article
from article.model import Article

PORT_EN = """Harbour reopens after storm

The port of Marsa Nour reopened on Tuesday after a storm had kept it closed for nine days. Harbour master Salim Haddad \
said that 14 ships had entered before noon. The storm sank three fishing boats, but nobody was hurt.

Repairs to the eastern pier will cost 2.4 million dollars and take until the end of October. Fishermen have asked the \
government for help with new nets. The minister of transport, Rima Khalil, promised an answer within two weeks."""

PORT_AR = """إعادة فتح الميناء بعد العاصفة

أعيد فتح ميناء مرسى نور يوم الثلاثاء بعد أن أبقته العاصفة مغلقا تسعة أيام. وقال مدير الميناء سليم حداد إن 14 سفينة \
دخلت قبل الظهر. وأغرقت العاصفة ثلاثة قوارب صيد، لكن أحدا لم يصب بأذى.

وستكلف إصلاحات الرصيف الشرقي 2.4 مليون دولار وتستمر حتى نهاية أكتوبر. وطلب الصيادون من الحكومة مساعدة لشراء شباك \
جديدة. ووعدت وزيرة النقل ريما خليل بالرد خلال أسبوعين."""


@pytest.fixture
def port_en() -> Article:
    return build_article(PORT_EN, language="en")


@pytest.fixture
def port_ar() -> Article:
    return build_article(PORT_AR, language="ar")
