"""The page with the model that ships."""

from __future__ import annotations

import app
from jisr.web.handlers import Handlers, Preferences
from jisr.web.service import Service
from jisr.web.settings import Settings
from tests.app.conftest import collect

TEXT = "زار الوزير المدينة يوم الأحد.\n\nوقال إن العمل بدأ في 12 مدرسة."


def test_the_embedded_model_serves_the_page() -> None:
    handlers = Handlers(Service(app.load), Settings(model="compact"))
    assert handlers.names[0] == "compact"
    steps = collect(handlers.read(TEXT, None, Preferences(model="compact", length="line")))
    reading = steps[-1].reading
    assert reading is not None, steps[-1].message
    assert [segment.source for segment in reading.translation.segments] == TEXT.split("\n\n")
    assert all(segment.target.strip() for segment in reading.translation.segments)
    assert set(reading.summaries) == {"ar", "en"}
