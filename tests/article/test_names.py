import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.names import THRESHOLD, find_name, name_matches, names
from base.languages import Language

TEXTS = st.text(max_size=40) | st.text(alphabet="ABab cdé'-.محمدبنال ولعةًـ\u200f", max_size=40)


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_scores_are_shares_for_any_text(arabic: str, english: str) -> None:
    assert 0 <= name_matches(arabic, english) <= 1


@given(TEXTS, TEXTS, st.sampled_from(["ar", "en"]), st.sampled_from(["ar", "en"]))
@settings(max_examples=200, deadline=None)
def test_any_name_can_be_looked_for_in_any_text(name: str, text: str, one: Language, other: Language) -> None:
    assert 0 <= find_name(name, one, text, other) <= 1


@given(TEXTS, st.sampled_from(["ar", "en"]))
@settings(max_examples=200, deadline=None)
def test_names_are_spans_of_the_text(text: str, language: Language) -> None:
    place = 0
    for name in names(text, language):
        assert place <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        place = name.end


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("عبد الرحمن", "Abdulrahman"),
        ("عبدالرحمن", "Abdel-Rahman"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("القذافي", "Gaddafi"),
        ("القذافي", "Qadhafi"),
        ("غوتيريش", "Guterres"),
        ("جوتيريش", "Guterres"),
        ("شكسبير", "Shakespeare"),
        ("تشرشل", "Churchill"),
        ("فيليب", "Philip"),
        ("خوان", "Juan"),
        ("ثروت", "Tharwat"),
        ("ذو الفقار", "Zulfiqar"),
        ("الشمس", "ash-Shams"),
        ("فاطِمة", "Fatima"),
        ("ضياء", "Dia"),
        ("باوزير", "Bawazir"),
        ("الكوبي", "Cuban"),
    ],
)
def test_spellings_of_one_name_match(arabic: str, english: str) -> None:
    assert name_matches(arabic, english) >= THRESHOLD


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("باريس", "London"),
        ("أحمد", "Mohammed"),
        ("تميم", "Karim"),
        ("ميركل", "Macron"),
        ("دمشق", "Damietta"),
        ("سعاد", "Samir"),
    ],
)
def test_other_names_do_not(arabic: str, english: str) -> None:
    assert name_matches(arabic, english) < THRESHOLD


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("مصر", "Egypt"),
        ("المغرب", "Morocco"),
        ("النمسا", "Austria"),
        ("الأمم المتحدة", "United Nations"),
        ("الأمم المتحدة", "the UN"),
        ("الولايات المتحدة", "U.S."),
        ("بيونغ يانغ", "Pyongyang"),
        ("المصريين", "Egyptians"),
        ("المغاربة", "Moroccans"),
        ("الأميركية", "American"),
    ],
)
def test_frequent_names_that_are_translated(arabic: str, english: str) -> None:
    assert name_matches(arabic, english) == 1


ARABIC = "وصلت الوزيرة ليلى حداد إلى القاهرة أمس، والتقت بنظيرها النرويجي إريك لارسن وبمندوب الأمم المتحدة."
ENGLISH = "Minister Layla Haddad arrived in Cairo yesterday and met Norway's Erik Larsen and the United Nations envoy."


@pytest.mark.parametrize(
    "name", ["Layla Haddad", "Haddad", "Cairo", "Erik Larsen", "Larsen", "Norwegian", "Norway", "United Nations"]
)
def test_english_names_are_found_in_arabic(name: str) -> None:
    assert find_name(name, "en", ARABIC, "ar") >= THRESHOLD


@pytest.mark.parametrize("name", ["Angela Merkel", "Germany", "Alexandria", "Oslo", "Boutros", "European Union"])
def test_invented_english_names_are_not(name: str) -> None:
    assert find_name(name, "en", ARABIC, "ar") < THRESHOLD


@pytest.mark.parametrize("name", ["ليلى حداد", "حداد", "القاهرة", "للقاهرة", "إريك لارسن", "الأمم المتحدة"])
def test_arabic_names_are_found_in_english(name: str) -> None:
    assert find_name(name, "ar", ENGLISH, "en") >= THRESHOLD


@pytest.mark.parametrize("name", ["ميركل", "ألمانيا", "الإسكندرية", "بطرس", "الاتحاد الأوروبي"])
def test_invented_arabic_names_are_not(name: str) -> None:
    assert find_name(name, "ar", ENGLISH, "en") < THRESHOLD


def test_names_are_found_in_the_same_language() -> None:
    assert find_name("Haddad", "en", ENGLISH, "en") == 1
    assert find_name("Merkel", "en", ENGLISH, "en") < THRESHOLD
    assert find_name("القاهرة", "ar", "غادروا بالقاهرة", "ar") == 1


def test_english_names() -> None:
    text = "The Ministry of Health said on Tuesday that Dr. Layla al-Khatib, head of the WHO office, met Egypt's envoy."
    found = {name.text: name.spelled for name in names(text, "en")}
    assert found == {"Ministry of Health": False, "Layla al-Khatib": True, "WHO": True, "Egypt": True}


def test_a_word_that_opens_a_sentence_is_no_name_unless_known() -> None:
    assert names("Markets rose. Officials left.", "en") == ()
    assert [name.text for name in names("Egypt won.", "en")] == ["Egypt"]


def test_titles_part_english_names() -> None:
    found = names("They met U.S. Secretary of State Jane Roe and Prime Minister Omar Said.", "en")
    assert [name.text for name in found] == ["U.S.", "Jane Roe", "Omar Said"]


def test_arabic_names() -> None:
    found = [name.text for name in names("قال رئيس الوزراء نيكوس بابادوبولوس إن مصر ترحب بسالم بن راشد.", "ar")]
    assert found == ["نيكوس بابادوبولوس", "مصر", "بسالم بن راشد"]
