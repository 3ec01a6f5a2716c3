"""A model with a dictionary of whole sentences, so that pages in tests read like pages."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.types import Decoding, Hypothesis, Task

PAIRS: tuple[tuple[str, str], ...] = (
    ("جسر جديد يربط ضفتي النهر", "A new bridge joins the two banks of the river"),
    (
        "افتتحت مدينة الرافدين يوم الأحد جسرًا جديدًا للمشاة طوله 240 مترًا.",
        "The city of Al-Rafidain opened a new footbridge of 240 metres on Sunday.",
    ),
    (
        "وقالت المهندسة سلمى الحداد إن العمل استغرق 18 شهرًا وكلّف 3.5 مليون دولار.",
        "The engineer Salma al-Haddad said the work took 18 months and cost 3.5 million dollars.",
    ),
    (
        "وصمّمت شركة Blue Arc الجسر بحيث يتحمل رياحًا سرعتها 120 كيلومترًا في الساعة.",
        "The company Blue Arc designed the bridge to bear winds of 120 kilometres an hour.",
    ),
    (
        "ويعبر النهر كل يوم نحو 6,000 شخص، وكانوا ينتظرون العبّارة قبل ذلك أربعين دقيقة.",
        "About 6,000 people cross the river every day, and they used to wait forty minutes for the ferry.",
    ),
    (
        "ويسأل السكان: متى تُفتح الطريق الجديدة إلى السوق؟",
        "Residents ask: when will the new road to the market open?",
    ),
    (
        "وأجابت البلدية بأن الطريق ستكون جاهزة قبل نهاية الربيع.",
        "The municipality answered that the road will be ready before the end of spring.",
    ),
    ("تلاميذ الجزيرة يدرسون النجوم", "Pupils of the island study the stars"),
    (
        "بنى أربعة عشر تلميذًا مرصدًا صغيرًا فوق سطح مدرستهم في جزيرة لورن.",
        "Fourteen pupils built a small observatory on the roof of their school on Lorne Island.",
    ),
    (
        "ويبلغ عرض المرآة 30 سنتيمترًا، وقد صقلوها بأيديهم طوال الشتاء.",
        "The mirror is 30 centimetres wide, and they polished it by hand all winter.",
    ),
    (
        "وقالت المعلمة: «لم يعد أحد هنا ينام مبكرًا».",
        "\"Nobody here goes to bed early any more,\" the teacher said.",
    ),
)  # fmt: skip
ARABIC_ARTICLE = "\n\n".join(
    (PAIRS[0][0], " ".join(a for a, _ in PAIRS[1:4]), PAIRS[4][0], " ".join(a for a, _ in PAIRS[5:7]))
)
ENGLISH_ARTICLE = "\n\n".join((PAIRS[7][1], " ".join(e for _, e in PAIRS[8:11])))
WITHOUT_NUMBER = "The company Blue Arc designed the bridge to bear the strongest winds of the region."

_TO_ENGLISH = dict(PAIRS)
_TO_ARABIC = {english: arabic for arabic, english in PAIRS}


def _key(text: str) -> str:
    return re.sub(r"[\u064b-\u0652«»\"“”]", "", text).strip()


@dataclass
class DictionaryModel:
    """Translates the sentences it knows, spells the others; summarizes by the first sentences it reads.

    `seconds` is what a batch takes. `wrong` replaces translations, to make guards speak. `calls` holds
    (sources, task) of each batch.
    """

    name: str = "compact"
    seconds: float = 0.0
    batch: int = 4
    wrong: dict[str, str] = field(default_factory=dict)
    signature: str = "dictionary@1"
    max_source_pieces: int = 400
    calls: list[tuple[tuple[str, ...], Task]] = field(default_factory=list)
    gate: threading.Event | None = None

    def supports(self, task: Task) -> bool:
        return task.kind == "summarize" or task.source != task.target

    def count_pieces(self, texts: Sequence[str], task: Task) -> list[int]:
        return [len(text.split()) for text in texts]

    def generate(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> list[tuple[Hypothesis, ...]]:
        found = dict(self.stream(sources, task, decoding))
        return [found[index] for index in range(len(sources))]

    def stream(
        self, sources: Sequence[str], task: Task, decoding: Decoding = Decoding()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for start in range(0, len(sources), self.batch):
            if self.gate is not None:
                self.gate.wait(10)
            time.sleep(self.seconds)
            chosen = tuple(sources[start : start + self.batch])
            self.calls.append((chosen, task))
            for place, source in enumerate(chosen):
                yield start + place, self._hypotheses(source, task, decoding)

    def _hypotheses(self, source: str, task: Task, decoding: Decoding) -> tuple[Hypothesis, ...]:
        text = self._summary(source, task) if task.kind == "summarize" else self._translation(source, task)
        return (Hypothesis(text, -0.2, tuple(text.split())),) * min(1, decoding.num_hypotheses)

    def _translation(self, source: str, task: Task) -> str:
        table = _TO_ENGLISH if task.target == "en" else _TO_ARABIC
        for known, target in table.items():
            if _key(known) == _key(source):
                return self.wrong.get(target, target)
        return spell(source, task.target)

    def _summary(self, source: str, task: Task) -> str:
        sentences = [pair for pair in PAIRS if _key(pair[task.source == "en"]) in _key(source)][:3]
        side = 1 if task.target == "en" else 0
        return " ".join(pair[side] for pair in sentences[1:]) or spell(source[:80], task.target)


_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى"
_LATIN = "abtojhkdzrxsfpldzeghqklmnhwyeaaiweta"
_SPELL_LATIN = str.maketrans(_ARABIC, _LATIN) | {ord("،"): ",", ord("؛"): ";", ord("؟"): "?"}
_SPELL_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابكدهفغحيجكلمنوبقرستوفوكيز")


def spell(text: str, target: str) -> str:
    """Write a text in the letters of the target language: nothing lost, nothing added."""
    return text.translate(_SPELL_LATIN).capitalize() if target == "en" else text.lower().translate(_SPELL_ARABIC)
