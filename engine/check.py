"""Known sentences that a freshly loaded model has to get through before anything of its output is shown.

A checkpoint can load without a complaint and still be garbage: weights that were converted wrongly, a vocabulary
of another model, a fine-tuning that never happened. Such a model loops, copies, answers everything with the same
words, writes in the wrong script, or writes words that have nothing to do with the source. A weak model does none
of these on most of a handful of easy sentences.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.errors import ModelCheckError, OutputError
from base.files import write_atomic
from base.languages import NAMES, Language
from engine.cache import cache_folder, make_folder
from engine.registry import describe
from engine.types import Decoding, Hypothesis, Model, Task

VERSION: Final = 1
"""Part of every marker; raise it when sentences or rules change, so that models are checked again."""

MINIMUM_RECOGNISED: Final = 2
"""Outputs of one task that must hold a word the source calls for."""


@dataclass(frozen=True, slots=True)
class Known:
    """A source, and beginnings of words of which a sensible output in either language has at least one."""

    source: str
    arabic: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the model made of one known source; `problem` is "" where nothing is wrong with it."""

    task: Task
    source: str
    output: str
    problem: str
    recognised: bool


_PRESIDENT: Final = (("رئيس", "قاهر", "اثنين"), ("president", "cairo", "monday"))
_SCHOOL: Final = (("مدرس", "سبتمبر", "ايلول", "فتح"), ("school", "september", "open"))
_WATER: Final = (("ماء", "مياه", "مهم", "حيا"), ("water", "important", "life"))
_PRICES: Final = (("سعر", "اسعار", "ارتفع", "عشر"), ("price", "percent", "per cent", "ten", "year"))
_BROTHER: Final = (("اخ", "شقيق", "لندن", "عائل", "اسر"), ("brother", "london", "family", "live"))
_ATTACK: Final = (("شخص", "قتل", "هجوم"), ("people", "person", "kill", "attack"))
_PORT: Final = (("ميناء", "سفين", "سفن", "عاصف"), ("port", "ship", "storm"))
_HOSPITAL: Final = (("مستشف", "طبيب", "اطباء", "مرض"), ("hospital", "doctor", "patient"))

TRANSLATIONS: Final[dict[Language, tuple[Known, ...]]] = {
    "en": (
        Known("The president arrived in Cairo on Monday.", *_PRESIDENT),
        Known("The school opens its doors in September.", *_SCHOOL),
        Known("Water is important for life.", *_WATER),
        Known("Prices rose by ten percent last year.", *_PRICES),
        Known("My brother lives in London with his family.", *_BROTHER),
        Known("Two people were killed in the attack.", *_ATTACK),
    ),
    "ar": (
        Known("وصل الرئيس إلى القاهرة يوم الاثنين.", *_PRESIDENT),
        Known("تفتح المدرسة أبوابها في شهر سبتمبر.", *_SCHOOL),
        Known("الماء مهم للحياة.", *_WATER),
        Known("ارتفعت الأسعار بنسبة عشرة في المئة العام الماضي.", *_PRICES),
        Known("يعيش أخي في لندن مع عائلته.", *_BROTHER),
        Known("قتل شخصان في الهجوم.", *_ATTACK),
    ),
}
SUMMARIES: Final[dict[Language, tuple[Known, ...]]] = {
    "en": (
        Known(
            "The port of the city was closed on Tuesday because of a strong storm. Eleven ships had to wait "
            "outside the harbour. The authorities expect the port to open again on Thursday morning.",
            *_PORT,
        ),
        Known(
            "A new hospital was opened in the north of the country. It has two hundred beds and ninety doctors. "
            "Until now patients had to travel to the capital for an operation.",
            *_HOSPITAL,
        ),
    ),
    "ar": (
        Known(
            "أغلق ميناء المدينة يوم الثلاثاء بسبب عاصفة قوية. واضطرت إحدى عشرة سفينة إلى الانتظار خارج المرفأ. "
            "وتتوقع السلطات أن يفتح الميناء من جديد صباح الخميس.",
            *_PORT,
        ),
        Known(
            "افتتح مستشفى جديد في شمال البلاد. ويضم المستشفى مئتي سرير وتسعين طبيبا. "
            "وكان المرضى حتى الآن يسافرون إلى العاصمة لإجراء العمليات.",
            *_HOSPITAL,
        ),
    ),
}
_FOLD: Final = str.maketrans("أإآٱىة", "اااايه", "".join(chr(code) for code in range(0x064B, 0x0653)) + "\u0640")


def check_model(model: Model, tasks: Sequence[Task], advice: str) -> None:
    """Raise `ModelCheckError` when the output of `model` on known sentences is garbage for one of `tasks`.

    A pass is remembered in the cache under the model's signature, and not repeated. `advice` ends the message:
    what to do about this model.
    """
    if was_passed(model.signature):
        return
    for task in tasks:
        findings = examine(model, task)
        reason = verdict(findings)
        if reason:
            raise ModelCheckError(_message(model, task, findings, reason, advice))
    remember(model.signature)


def examine(model: Model, task: Task) -> tuple[Finding, ...]:
    """Run the known sources of a task through the model in one batch, and judge each output."""
    known = (TRANSLATIONS if task.kind == "translate" else SUMMARIES)[task.source]
    outputs = model.generate([entry.source for entry in known], task, Decoding(beam_size=1, max_length=96))
    return tuple(_finding(task, entry, output[0]) for entry, output in zip(known, outputs, strict=True))


def verdict(findings: Sequence[Finding]) -> str:
    """Say in a few words why these findings of one task are garbage, or "" when they are not."""
    bad = [finding for finding in findings if finding.problem]
    if len({finding.output for finding in findings}) == 1 and len(findings) > 1:
        return "it gives the same output for every sentence"
    if 2 * len(bad) > len(findings):
        return f"{len(bad)} of {len(findings)} known sentences come out as garbage"
    recognised = sum(finding.recognised for finding in findings)
    if recognised < min(MINIMUM_RECOGNISED, len(findings)):
        return f"only {recognised} of {len(findings)} outputs have anything to do with their sentence"
    return ""


def was_passed(signature: str) -> bool:
    """Say whether a model of this signature passed before, by these rules."""
    return _marker(signature).is_file()


def remember(signature: str) -> None:
    """Remember that a model of this signature passed."""
    content = json.dumps({"signature": signature, "version": VERSION, "passed": True}) + "\n"
    try:
        make_folder(cache_folder() / "checks")
        write_atomic(_marker(signature), content)
    except OutputError:
        # A cache that cannot be written only means that the check runs again next time.
        return


def forget(signature: str) -> None:
    """Forget that a model of this signature passed."""
    _marker(signature).unlink(missing_ok=True)


def problem(source: str, hypothesis: Hypothesis, task: Task) -> str:
    """Say what is wrong with an output without knowing the right one, or "" when nothing is."""
    output = hypothesis.text.strip()
    if not output:
        return "empty"
    if output == source:
        return "a copy of the source" if task.kind == "translate" else ""
    if is_loop(output):
        return "the same words again and again"
    if script_share(output, task.target) < 0.5:
        return f"not written in {NAMES[task.target]} script"
    if not hypothesis.finished or len(output.split()) > 3 * len(source.split()) + 10:
        return "much longer than its source"
    return ""


def is_loop(text: str) -> bool:
    """Say whether a text of eight words or more keeps repeating a few of them, or one letter fills it."""
    words = text.split()
    if len(words) >= 8 and len(set(words)) <= 0.4 * len(words):
        return True
    letters = text.replace(" ", "")
    return len(letters) >= 20 and len(set(letters)) <= 3


def script_share(text: str, language: Language) -> float:
    """Return the share of the letters of `text` that are of the script of `language`, in [0, 1]; 0 without letters."""
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc" for letter in letters)
    latin = sum(letter < "\u0250" for letter in letters)
    return (arabic if language == "ar" else latin) / len(letters) if letters else 0.0


def _finding(task: Task, entry: Known, hypothesis: Hypothesis) -> Finding:
    stems = entry.arabic if task.target == "ar" else entry.english
    folded = hypothesis.text.lower().translate(_FOLD)
    recognised = any(stem in folded for stem in stems)
    return Finding(task, entry.source, hypothesis.text, problem(entry.source, hypothesis, task), recognised)


def _message(model: Model, task: Task, findings: Sequence[Finding], reason: str, advice: str) -> str:
    """Name the model, the task, the first bad sentence with its output, and the way out."""
    shown = next((finding for finding in findings if finding.problem or not finding.recognised), findings[0])
    output = shown.output if len(shown.output) <= 120 else shown.output[:120] + "..."
    why = shown.problem or "nothing of the source in it"
    return (
        f"The model {model.name} loads but cannot {describe(task)}: {reason}. For example {shown.source!r} gave "
        f"{output!r} ({why}). {advice}"
    )


def _marker(signature: str) -> Path:
    name = hashlib.sha256(f"{VERSION}\0{signature}".encode()).hexdigest()[:32]
    return cache_folder() / "checks" / f"{name}.json"
