"""The page's rooms without a browser: texts, limits, views, files, glossary, comparison."""

from __future__ import annotations

import base64
import io
import json
import logging
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest
import srt
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import app
from article.cues import shared_out
from article.document import build_article
from base import errors
from base.errors import EmptyInputError, FormatError, InputError, JisrError, OfflineError
from base.flags import Flag
from jisr.exports.html import to_check
from jisr.pipeline import Pipeline
from jisr.reading import Reading
from jisr.web import compare, downloads, scores, terms
from jisr.web.errors import PageLimitError, explain
from jisr.web.examples import examples
from jisr.web.handlers import Handlers, Preferences, message
from jisr.web.models import choices, table
from jisr.web.settings import Limits, Settings
from jisr.web.source import Source, chosen, from_bytes, from_link, from_upload
from jisr.web.texts import _TEXTS, texts
from jisr.web.view import View, plain
from tests.app.conftest import collect, make_pipeline
from tests.app.fake import ARABIC_ARTICLE, ENGLISH_ARTICLE, PAIRS, DictionaryModel

EVIL = "<script>alert(1)</script> ${alert(2)} {{alert(3)}} </style><img src=x onerror=alert(4)>"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return make_pipeline(DictionaryModel()).read(build_article(ARABIC_ARTICLE))


@pytest.mark.parametrize("key", sorted(_TEXTS))
def test_every_text_is_there_in_both_languages_with_the_same_fields(key: str) -> None:
    english, arabic = texts("en")[key], texts("ar")[key]
    fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (english, arabic)]
    assert fields[0] == fields[1]
    if re.search("[a-z]", english) and english not in ("Markdown", "Word", "JSON") and "://" not in english:
        assert re.search("[\u0621-\u064a]", arabic)


def every_error() -> list[type[JisrError]]:
    return [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, JisrError)]


@pytest.mark.parametrize("kind", every_error())
def test_every_error_speaks_the_language_of_the_page(kind: type[JisrError]) -> None:
    error = kind("what was found")
    assert explain(error, "en").text == "what was found"
    arabic = explain(error, "ar")
    assert re.search("[\u0621-\u064a]", arabic.text)
    assert arabic.detail == "what was found"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_unexpected_error_shows_and_logs_nothing_of_the_text(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        told = message(ValueError("secret words of the article"), language)  # type: ignore[arg-type]
    assert "secret" not in str(told)
    assert "secret" not in caplog.text
    assert "ValueError" in caplog.text


def test_limits_are_named_with_what_was_found() -> None:
    with pytest.raises(PageLimitError, match=r"11 characters.*10"):
        Source("hello world").article(Limits(characters=10))
    with pytest.raises(PageLimitError, match=r"5 bytes.*4"):
        from_bytes(b"hello", "a.txt", Limits(bytes=4))
    assert "4" in PageLimitError("bytes", 4, 5).text("ar")


@pytest.mark.parametrize("content", [ARABIC_ARTICLE.encode(), b"", b"\xff\xfe\x00"])
def test_an_upload_is_deleted_whatever_comes_of_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    try:
        assert from_upload(path, Limits()).text == ARABIC_ARTICLE
    except InputError:
        assert content != ARABIC_ARTICLE.encode()
    assert not path.exists()


@pytest.mark.parametrize("settings", [Settings(offline=True), Settings(links=False)])
def test_links_can_be_switched_off(settings: Settings) -> None:
    with pytest.raises(OfflineError, match="give the file"):
        from_link("https://example.org/a", settings)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/x", "localhost:7860", "http://169.254.169.254/latest", "file:///etc/passwd", "ftp://a.b/c"],
)
def test_links_into_the_own_network_are_refused(address: str) -> None:
    with pytest.raises(InputError):
        from_link(address, Settings())


def test_a_changed_text_is_no_longer_that_of_the_file() -> None:
    given_source = Source("text of the file", "a.srt", "Title", b"...")
    assert chosen("text of the file", given_source) is given_source
    assert chosen("another text", given_source) == Source("another text")


def test_preferences_survive_anything_a_browser_may_have_stored() -> None:
    for stored in (
        None,
        [],
        "x",
        {"language": 3, "length": "epic", "glossary": "no", "model": None},
        {"glossary": [1]},
    ):
        found = Preferences.of(stored, "ar-EG", ["compact"])
        assert found == Preferences("ar", model="compact")
    wanted = Preferences("ar", "en", "line", "compact", diacritics=False, glossary=(("بنك", "bank"),))
    assert Preferences.of(json.loads(json.dumps(wanted.stored())), "en", ["compact"]) == wanted


class Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(html: str) -> Text:
    found = Text()
    found.feed(html)
    return found


def test_the_view_sends_user_text_as_text(handlers: Handlers) -> None:
    text = f"{ENGLISH_ARTICLE}\n\nThe teacher wrote {EVIL} on the board."
    steps = collect(handlers.read(text, None, Preferences(model="compact")))
    changes = steps[-1].view["changes"]  # type: ignore[index]
    html = "".join(str(part) for change in changes for part in change if str(part).startswith("<"))  # type: ignore[attr-defined]
    found = parsed(html)
    assert not {"script", "img", "style"} & set(found.tags)
    assert "${alert(2)} {{alert(3)}}" in found.words


def test_the_view_only_grows_while_an_article_is_read(handlers: Handlers) -> None:
    steps = collect(handlers.read(ARABIC_ARTICLE, None, Preferences(model="compact")))
    views = [step.view for step in steps if step.view]
    assert len({view["run"] for view in views}) == 1
    for before, after in pairwise(views):
        assert after["changes"][: len(before["changes"])] == before["changes"]  # type: ignore[index,arg-type]
    assert [step.running for step in steps] == [True] * (len(steps) - 1) + [False]
    names = [change[0] for change in views[-1]["changes"]]  # type: ignore[attr-defined]
    assert names.count("segment") == 7
    assert names[-1] == "status"


@pytest.mark.parametrize("text", ["", "  \n", "12 34", "Это не арабский и не английский текст, а русский."])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_cannot_be_read_is_a_message_and_leaves_the_view(handlers: Handlers, text: str, language: str) -> None:
    (step,) = collect(handlers.read(text, None, Preferences(language, model="compact")))  # type: ignore[arg-type]
    assert step.message
    assert step.view is None
    assert not step.running
    assert bool(re.search("[\u0621-\u064a]", step.message["text"])) == (language == "ar")


def test_a_model_that_is_not_offered_is_refused(handlers: Handlers) -> None:
    (step,) = collect(handlers.read(ARABIC_ARTICLE, None, Preferences(model="../../etc")))
    assert step.message is not None
    assert "not offered" in step.message["text"]


def test_the_direction_can_be_overruled(handlers: Handlers) -> None:
    request = handlers.request(Source("OK جسر OK جسر"), Preferences(direction="en", model="compact"))
    assert request.article.language == "en"
    assert request.target == "ar"


def test_diacritics_are_left_out_of_the_view_only(reading: Reading) -> None:
    shown = plain(reading)
    assert not re.search("[\u064b-\u0652]", shown.translation.segments[1].source)
    assert reading.translation.segments[1].source == PAIRS[1][0]
    view = View("en", diacritics=False)
    view.show(reading)
    assert "جسرا جديدا" in str(view.changes[0][1])
    assert "جسرًا" not in str(view.changes[0][1])


@pytest.mark.parametrize(
    ("kind", "beginning"), [("html", b"<!doctype html>"), ("markdown", b"# "), ("docx", b"PK"), ("json", b"{")]
)
def test_downloads_are_whole_files(reading: Reading, kind: downloads.FileKind, beginning: bytes) -> None:
    made = downloads.make(kind, reading, "ar")
    assert made.data.startswith(beginning)
    assert made.name.startswith("جسر جديد يربط ضفتي النهر.")
    assert base64.b64decode(made.value()["data"]) == made.data


def test_file_names_are_safe() -> None:
    article = build_article('../..\\evil: <b>"name"</b>?*\n\nThe teacher opened the observatory on the island today.')
    assert downloads.file_name(make_pipeline(DictionaryModel()).read(article)) == "evil b name b"


SRT = """1
00:00:01,000 --> 00:00:03,500
Fourteen pupils built a small observatory

2
00:00:03,600 --> 00:00:06,000
on the roof of their school on Lorne Island.

3
00:00:07,000 --> 00:00:09,000
<i>The mirror is 30 centimetres wide,</i>

4
00:00:09,000 --> 00:00:11,000
and they polished it by hand all winter.
"""


def test_subtitles_keep_their_times_and_lose_no_word() -> None:
    data = SRT.encode()
    source = from_bytes(data, "film.srt", Limits())
    reading = make_pipeline(DictionaryModel()).read(source.article(Limits()))
    out = list(srt.parse(downloads.make("srt", reading, "en", source.subtitles).data.decode()))
    assert [(c.start, c.end) for c in out] == [(c.start, c.end) for c in srt.parse(SRT)]
    words = " ".join(c.content for c in out).replace("\u200f", "").split()
    assert words == " ".join(s.target for s in reading.translation.segments).split()
    assert all(c.content.startswith("\u200f") for c in out)
    assert out[0].content.replace("\u200f", "").split()[0] == "بنى"
    assert out[2].content.replace("\u200f", "").startswith("ويبلغ")


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_words_are_shared_out_without_loss(counts: list[int], number: int) -> None:
    words = [str(n) for n in range(number)]
    parts = shared_out(words, 0, sum(counts), counts)
    assert [word for _, part in parts for word in part] == words
    assert [cue for cue, _ in parts] == list(range(len(counts)))


def test_subtitles_of_an_article_that_was_none_are_refused(reading: Reading) -> None:
    with pytest.raises(InputError, match=r"\.srt"):
        downloads.make("srt", reading, "en")


def test_glossary_rows_and_files(tmp_path: Path) -> None:
    assert terms.to_glossary([["", ""], ["بنك", None]]) is None
    path = tmp_path / "terms.csv"
    path.write_text("ar,en\nمرصد,observatory\n", encoding="utf-8")
    assert terms.from_upload(path, [["بنك", "bank"], ["", ""]]) == [["بنك", "bank"], ["مرصد", "observatory"]]
    assert not path.exists()
    path.write_text("one column\n", encoding="utf-8")
    with pytest.raises(FormatError):
        terms.from_upload(path, [])
    assert not path.exists()


def test_a_glossary_reaches_the_guards(handlers: Handlers) -> None:
    wanted = Preferences(model="compact", glossary=(("مرصد", "watchtower"),))
    (*_, last) = collect(handlers.read("\n\n".join(a for a, _ in PAIRS[7:10]), None, wanted))
    assert last.reading is not None
    assert [f.detail for s in last.reading.translation.segments for f in s.flags if f.code == "term"]  # type: ignore[comparison-overlap]


def test_differences_are_marked_and_text_is_escaped() -> None:
    assert compare.marked("the <b>old</b> bridge", "the new bridge") == (
        "the <mark>&lt;b&gt;old&lt;/b&gt;</mark> bridge"
    )
    assert compare.marked("same words", "same words") == "same words"


def test_two_models_are_compared(reading: Reading) -> None:
    other = make_pipeline(DictionaryModel(wrong={PAIRS[1][1]: EVIL})).read(build_article(ARABIC_ARTICLE))
    html = compare.table(reading.translation, other.translation, ("a", "b"), "en")
    assert "6 of 7" in html
    assert "<script" not in html
    assert parsed(html).tags.count("mark") >= 2


def test_references_are_paired_by_sentence_where_they_fit(reading: Reading) -> None:
    lines = "\n".join(english for _, english in PAIRS[:7])
    paired = scores.pair(reading, lines, "translation")
    assert paired.by_sentence
    assert len(paired.hypotheses) == len(paired.references) == 7
    assert not scores.pair(reading, lines.replace("\n", " "), "translation").by_sentence
    assert scores.pair(reading, "ملخص", "summary-ar").language == "ar"
    with pytest.raises(EmptyInputError):
        scores.pair(reading, " \n ", "translation")


def test_scores_that_are_missing_a_package_say_how_to_get_it(handlers: Handlers, reading: Reading) -> None:
    html, told = handlers.score(reading, "A reference.", None, "translation", {})
    assert html is None
    assert told is not None
    assert "pip install 'jisr[eval]'" in told["text"]


def test_models_are_listed_with_their_licence_and_how_to_get_them() -> None:
    found = choices()
    html = table(found, "en")
    assert next(choice for choice in found if choice.name == "compact").ready
    assert "jisr models pull opus" in html
    assert "non-commercial" in html
    assert "لغير التجارة" in table(found, "ar")


def test_examples_are_those_of_the_project() -> None:
    assert [(one.name, one.language) for one in examples()] == [
        ("politics", "ar"), ("economy", "ar"), ("science", "ar"), ("world", "en"),
    ]  # fmt: skip
    for one in examples():
        article = one.source.article(Limits())
        assert article.language == one.language
        assert article.has_title


def test_nothing_of_a_text_is_logged(handlers: Handlers, caplog: pytest.LogCaptureFixture) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    try:
        with caplog.at_level(logging.DEBUG):
            collect(handlers.read(f"{ARABIC_ARTICLE} {EVIL}", None, Preferences(model="compact")))
            handlers.example(99, {"language": "en"})
    finally:
        logging.getLogger().removeHandler(handler)
    assert "IndexError" in stream.getvalue()
    assert "الرافدين" not in stream.getvalue() + caplog.text
    assert "alert" not in stream.getvalue() + caplog.text


def test_a_pipeline_with_an_extractive_summarizer_serves_as_well(model: DictionaryModel) -> None:
    from jisr.web.service import Service
    from summarize.extractive import Extractive
    from translate.translator import Translator

    translator = Translator(model)
    served = Handlers(Service(Pipeline(translator, Extractive("centroid", translator))), Settings(), ["compact"])
    last = collect(served.read(ENGLISH_ARTICLE, None, Preferences(model="compact")))[-1]
    assert last.reading is not None
    assert set(last.reading.summaries) == {"ar", "en"}


def test_options_are_environment_variables_too(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Settings] = []
    monkeypatch.setattr(app, "build_app", lambda source, settings: source)
    monkeypatch.setattr(app, "serve", lambda blocks, settings: served.append(settings))
    environment = {"JISR_PORT": "8123", "JISR_ROOT_PATH": "/jisr", "JISR_MAX_BYTES": "1000", "JISR_QUEUE": "5"}
    done = CliRunner().invoke(app.main, ["--host", "0.0.0.0", "--offline", "--max-seconds", "9"], env=environment)
    assert done.exit_code == 0, done.output
    expected = Limits(bytes=1000, seconds=9, queue=5)
    assert served == [Settings("0.0.0.0", 8123, "/jisr", offline=True, limits=expected)]
    assert not served[0].share
    assert "JISR_PORT" in CliRunner().invoke(app.main, ["--help"]).output


def test_what_may_be_wrong_comes_before_how_it_was_made(reading: Reading) -> None:
    made = Flag("replaced")
    sentences = tuple(replace(sentence, flags=(made, made)) for sentence in reading.summaries["en"].sentences)
    segments = (
        replace(reading.translation.segments[0], flags=(Flag("number", "7"),)),
        *reading.translation.segments[1:],
    )
    flagged = replace(
        reading,
        summaries={"en": replace(reading.summaries["en"], sentences=sentences)},
        translation=replace(reading.translation, segments=segments),
    )
    assert to_check(flagged) == [("1", Flag("number", "7")), ("en", made)]
