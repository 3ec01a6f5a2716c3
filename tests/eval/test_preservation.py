from __future__ import annotations

import pytest

from base.languages import Language
from eval.faults import fault_metrics, faults
from eval.preservation import (
    NumberEvent,
    Segments,
    name_metric,
    number_events,
    number_metrics,
    quotation_metrics,
    quotations,
)


def segments(
    source: str, hypothesis: str, reference: str | None = None, direction: tuple[Language, Language] = ("en", "ar")
) -> Segments:
    return Segments([source], [hypothesis], [[reference]] if reference else [], *direction)


def test_numbers_in_other_spellings_are_kept() -> None:
    one = segments("The bridge cost 6,000 dinars and took three years.", "كلف الجسر ٦٠٠٠ دينار واستغرق ثلاث سنوات.")
    kept, _, new = number_metrics(one, number_events(one))
    assert (kept.value, kept.n) == (100.0, 2)
    assert new.value == 0.0


def test_what_became_of_each_number() -> None:
    one = segments("In 2019 the club had 6,000 members and 14 coaches.", "كان للنادي في عام 2019 نحو 6 أعضاء.")
    events = number_events(one)
    assert NumberEvent(0, "number", "changed", "6,000", "6") in events
    assert NumberEvent(0, "number", "lost", "14") in events
    kept, dates, new = number_metrics(one, events)
    # A lone year counts as a number or a date, whichever `article.quantities` says.
    assert kept.table[0].sum() + dates.table[0].sum() == 1 + 3
    assert (new.table[0, 0], new.n) == (1, 2)


def test_only_what_a_reference_keeps_is_asked_for() -> None:
    source, hypothesis = "The clubs met 15 times.", "التقى الفريقان مراراً."
    free = number_metrics(segments(source, hypothesis), number_events(segments(source, hypothesis)))[0]
    bound = segments(source, hypothesis, "التقى الفريقان مرات كثيرة.")
    assert free.n >= 1
    assert number_metrics(bound, number_events(bound))[0].n == 0


def test_dates_are_counted_apart() -> None:
    one = segments("It opened on 12 May 2021.", "افتتح في 12 مايو 2021.")
    kept, dates, _ = number_metrics(one, number_events(one))
    assert (dates.n, dates.value, kept.n) == (1, 100.0, 0)
    other = segments("It opened on 12 May 2021.", "افتتح في 13 يونيو 2021.")
    assert number_metrics(other, number_events(other))[1].value == 0.0


def test_names_across_the_languages() -> None:
    source = "President Karim Mansour met Lina Haddad in Amman."
    kept = name_metric(segments(source, "التقى الرئيس كريم منصور لينا حداد في عمان."))
    lost = name_metric(segments(source, "التقى الرئيس ضيفته في عمان."))
    assert kept.value == 100.0
    assert kept.n >= 2
    assert lost.value < 60


def test_names_of_an_arabic_source_are_those_that_the_reference_has_too() -> None:
    source, reference = "وصل كريم منصور إلى دمشق.", "Karim Mansour arrived in Damascus."
    good = name_metric(segments(source, "Kareem Mansour reached Damascus.", reference, ("ar", "en")))
    bad = name_metric(segments(source, "He reached the city.", reference, ("ar", "en")))
    assert (good.value, good.n) == (100.0, 2)
    assert (bad.value, bad.n) == (0.0, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no marks at all", (0, True)),
        ('He said "yes" and "no".', (2, True)),
        ("قال «نعم» ثم مضى", (1, True)),
        ("“outer ”, and a stray ”", (1, False)),
        ('left "open', (0, False)),
        ("« never closed", (0, False)),
    ],
)
def test_quotations(text: str, expected: tuple[int, bool]) -> None:
    assert quotations(text) == expected


def test_quotations_kept_and_paired() -> None:
    several = Segments(['"a" and "b"', "none"], ["«أ» و«ب", "لا شيء"], [], "en", "ar")
    kept, paired = quotation_metrics(several)
    assert (kept.value, kept.n) == (50.0, 2)
    assert (paired.value, paired.n) == (0.0, 1)


@pytest.mark.parametrize(
    ("hypothesis", "expected"),
    [
        ("افتتحت المدينة أمس جسراً جديداً فوق النهر بعد عامين من العمل المتواصل.", set()),
        ("", {"blank"}),
        ("نعم نعم نعم نعم نعم نعم نعم نعم نعم نعم نعم نعم", {"looping"}),
        ("The city opened a new bridge over the river yesterday after two years of steady work.", {"untranslated"}),
        ("افتتحت المدينة أمس جسراً جديداً فوق النهر &quot;بعد عامين من العمل المتواصل&quot;.", {"leftovers"}),
        ("جسر.", {"dropped text"}),
    ],
)
def test_faults(hypothesis: str, expected: set[str]) -> None:
    source = "The city opened a new bridge over the river yesterday after two years of steady work."
    assert faults(source, hypothesis, "ar") == expected


def test_fault_shares_are_of_segments() -> None:
    source = "Work on the old harbour will begin next week."
    rows = Segments([source, source], ["", "سيبدأ العمل في الميناء القديم الأسبوع المقبل."], [], "en", "ar")
    found = {metric.name: metric.value for metric in fault_metrics(rows)}
    assert found["blank"] == 50.0
    assert sum(found.values()) == 50.0
