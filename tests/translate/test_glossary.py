from __future__ import annotations

from pathlib import Path

import pytest

from base.errors import EncodingError, FormatError, InputError
from engine.types import Decoding, Task
from tests.translate.scripted import ScriptedModel, article_of
from translate import Entry, Glossary, Translator, read_glossary
from translate.glossary import check_terms, contains_term

BANK = Entry("البنك المركزي", "central bank")
BANKS = Glossary((BANK, Entry("بنك", "bank"), Entry("تضخم", "inflation"), Entry("مجلس الأمن", "Security Council")))
TO_ENGLISH = Task("translate", "ar", "en")
TO_ARABIC = Task("translate", "en", "ar")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("وبالبنك المركزي ترتبط السياسة.", "البنك المركزي"),
        ("للبنك المركزي دور كبير.", "البنك المركزي"),
        ("قال بنك مركزي أوروبي.", "البنك المركزي"),
        ("اجتمع مجلس الامن أمس.", "مجلس الأمن"),
        ("معدلات التضخم وتضخمها.", "تضخم"),
        ("زارت الوزيرة المعلمات.", "معلمة"),
    ],
)
def test_arabic_terms_are_found_with_what_is_attached_to_them(text: str, term: str) -> None:
    assert contains_term(text, term, "ar")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("البنك المحلي المركزي.", "البنك المركزي"),
        ("بنوك مركزية كثيرة.", "البنك المركزي"),
        ("عقد مجلس النواب جلسة.", "مجلس الأمن"),
    ],
)
def test_other_arabic_words_are_not_taken_for_the_term(text: str, term: str) -> None:
    assert not contains_term(text, term, "ar")


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Central banks raised rates.", "central bank", True),
        ("The Security Council's vote.", "Security Council", True),
        ("The bank is central.", "central bank", False),
        ("Embankment", "bank", False),
        ("Two companies merged.", "company", True),
    ],
)
def test_english_terms_are_found_in_inflected_forms(text: str, term: str, found: bool) -> None:
    assert contains_term(text, term, "en") is found


def test_missing_terms_are_reported_with_both_sides() -> None:
    (finding,) = check_terms(BANKS, "رفع البنك المركزي الفائدة.", "The main bank raised rates.", TO_ENGLISH)
    assert (finding.code, finding.detail) == ("term", "البنك المركزي -> central bank")


def test_a_term_inside_a_longer_one_is_not_asked_for() -> None:
    assert check_terms(BANKS, "رفع البنك المركزي الفائدة.", "The central bank raised rates.", TO_ENGLISH) == ()
    assert BANKS.wanted("رفع البنك المركزي الفائدة.", "ar") == [(BANK,)]


def test_any_of_several_alternatives_will_do() -> None:
    glossary = Glossary((Entry("هاتف", "phone"), Entry("هاتف", "telephone")))
    assert check_terms(glossary, "رن الهاتف.", "The telephone rang.", TO_ENGLISH) == ()
    assert check_terms(glossary, "رن الهاتف.", "The bell rang.", TO_ENGLISH)[0].detail == "هاتف -> phone"


def test_glossaries_work_in_both_directions() -> None:
    assert check_terms(BANKS, "The Security Council met.", "اجتمع مجلس الأمن.", TO_ARABIC) == ()
    assert len(check_terms(BANKS, "The Security Council met.", "اجتمع المجلس.", TO_ARABIC)) == 1


def test_a_missing_term_is_looked_for_among_other_hypotheses() -> None:
    good = "The central bank raised the interest rate."

    def script(source: str, task: Task, decoding: Decoding) -> list[str]:
        return ["The main bank raised the interest rate.", good]

    article = article_of("رفع البنك المركزي سعر الفائدة.")
    model = ScriptedModel(script)
    assert Translator(model).translate(article, glossary=BANKS).text == good
    assert Translator(model).translate(article).text != good


def test_a_term_that_no_hypothesis_has_is_flagged(model: ScriptedModel) -> None:
    (segment,) = Translator(model).translate(article_of("رفع البنك المركزي الفائدة."), glossary=BANKS).segments
    assert [flag.code for flag in segment.flags] == ["term"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.csv", "ar,en\nميناء,port\nسفينة,ship\n"),
        ("g.csv", "port,ميناء\nship,سفينة\n"),
        ("g.csv", "\ufeffميناء;port\nسفينة;ship\n"),
        ("g.tsv", "# ours\nميناء\tport\n\nسفينة\tship\tnote\n"),
        (
            "g.tbx",
            "<martif><text><body>"
            "<termEntry><langSet xml:lang='ar'><tig><term>ميناء</term></tig></langSet>"
            "<langSet xml:lang='en-GB'><tig><term>port</term></tig></langSet></termEntry>"
            "<termEntry><langSet xml:lang='en'><tig><term>ship</term></tig></langSet>"
            "<langSet xml:lang='ar'><tig><term>سفينة</term></tig></langSet></termEntry>"
            "</body></text></martif>",
        ),
        (
            "g.tbx",
            "<tbx xmlns='urn:iso:std:iso:30042:ed-2'><text><body><conceptEntry>"
            "<langSec xml:lang='ar'><termSec><term>ميناء</term></termSec></langSec>"
            "<langSec xml:lang='en'><termSec><term>port</term></termSec></langSec></conceptEntry><conceptEntry>"
            "<langSec xml:lang='ar'><termSec><term>سفينة</term></termSec></langSec>"
            "<langSec xml:lang='en'><termSec><term>ship</term></termSec></langSec></conceptEntry>"
            "</body></text></tbx>",
        ),
    ],
)
def test_glossary_files(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert read_glossary(path).entries == (Entry("ميناء", "port"), Entry("سفينة", "ship"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("g.csv", "ميناء\n", r"line 1: found 1 column"),
        ("g.csv", "ميناء,port\nship,boat\n", r"line 2: 'ship' and 'boat'"),
        ("g.csv", "\n\n", "holds no entry"),
        ("g.tbx", "<martif>", "no well-formed XML"),
        ("g.tbx", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "entities"),
        ("g.tbx", "<martif/>", "holds no entry"),
    ],
)
def test_broken_glossary_files(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match=message):
        read_glossary(path)


def test_unreadable_glossary_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Cannot read the glossary"):
        read_glossary(tmp_path / "none.csv")
    path = tmp_path / "g.csv"
    path.write_bytes("ميناء,port".encode("windows-1256"))
    with pytest.raises(EncodingError, match="not UTF-8"):
        read_glossary(path)
