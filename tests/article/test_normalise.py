import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.normalise import normalise, normalise_for_model

letters = st.sampled_from(
    [*"ابتثةىيكکی أإآؤئ لاab 12٣٤۵,.٫٬٪“”«»’–…\u064b\u0651\u0653\u0654\u0670ـ\u200f\u200d\u00a0\n\tﷲﻻﺏﷺ"]
)
texts = st.lists(letters | st.characters(), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("كَتَبَ الـــوَلَدُ", "كتب الولد"),
        ("٣٫٥ و۱۲٬۰۰۰ و٥٠٪", "3.5 و12,000 و50%"),
        ("“نعم” «لا» ’لم‘", '"نعم" "لا" \'لم\''),
        ("2019–2020 — نهاية…", "2019-2020 - نهاية..."),
        ("\u200fقال\u200f \u202bنعم\u202c\ufeff", "قال نعم"),
        ("ﻻ ﺑﺄس، ﷲ", "لا بأس، الله"),
        ("صلى ﷺ عليه", "صلى صلى الله عليه وسلم عليه"),
        ("رئیس کبیر", "رئيس كبير"),
        ("ا\u0653ل ا\u0654م", "آل أم"),
        ("  سطر\n\tآخر\u00a0 ", "سطر آخر"),
        ("عين\ud800\x00ة", "عينة"),
        ("cafe\u0301 naïve", "café naïve"),
        ("", ""),
        ("\u200f \u0640", ""),
    ],
)
def test_one_spelling(original: str, expected: str) -> None:
    assert normalise_for_model(original) == expected
    assert normalise(original).text == expected


def test_diacritics_stay_when_asked() -> None:
    assert normalise_for_model("كَتَـبَ", keep_diacritics=True) == "كَتَبَ"
    assert normalise("كَتَـبَ", keep_diacritics=True).text == "كَتَبَ"


def test_a_span_of_the_result_leads_back_to_the_original() -> None:
    original = "قال  د. كَرِيم: «٣٫٥»…"
    found = normalise(original)
    start = found.text.index("كريم")
    assert found.original_span(start, start + 4) == (8, 14)
    assert original[8:14] == "كَرِيم"
    start = found.text.index("3.5")
    assert original[slice(*found.original_span(start, start + 3))] == "٣٫٥"
    start = found.text.index("...")
    assert original[slice(*found.original_span(start, start + 1))] == "…"


@pytest.mark.parametrize("span", [(0, 0), (2, 1), (-1, 1), (0, 5)])
def test_an_empty_or_outer_span_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="empty or outside"):
        normalise("قال!").original_span(*span)


@given(texts, st.booleans())
@settings(max_examples=100, deadline=None)
def test_both_functions_agree_and_offsets_are_sound(text: str, keep: bool) -> None:
    found = normalise(text, keep_diacritics=keep)
    assert found.text == normalise_for_model(text, keep_diacritics=keep)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)


@given(texts, st.booleans())
@settings(max_examples=100, deadline=None)
def test_normalising_twice_changes_nothing_more(text: str, keep: bool) -> None:
    once = normalise_for_model(text, keep_diacritics=keep)
    assert normalise_for_model(once, keep_diacritics=keep) == once
    assert once == once.strip(" ")
    assert "  " not in once
