"""The page in a real browser. Screenshots go to artifacts/, which git ignores."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest

from tests.app.conftest import ARTIFACTS, Site
from tests.app.fake import ARABIC_ARTICLE, ENGLISH_ARTICLE, PAIRS
from tests.app.test_web import SRT

EVIL = (
    "The teacher wrote <script>window.hacked = 1</script> and <img src=x onerror='window.hacked = 2'> on the board. "
    "Then she added ${window.hacked = 3} and {{constructor.constructor('window.hacked = 4')()}} below. "
    "Nobody wiped </style><svg onload='window.hacked = 5'> away, and <b>all</b> &lt;laughed&gt;."
)
MILLISECONDS = 15_000
# Gradio and what it stands on warn about each other while they serve.
pytestmark = pytest.mark.filterwarnings("ignore")


class Visitor:
    """A person with a browser window on the page."""

    def __init__(self, context: Any, site: Site, language: str, width: int) -> None:
        self.page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.set_default_timeout(MILLISECONDS)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.open(site.url, language)

    def open(self, url: str, language: str) -> None:
        self.page.goto(url)
        # The choices come with the first answer of the server; what is clicked before would be too early.
        self.page.wait_for_selector(f"html[lang={language}][data-jisr=ready] #jisr-read")

    def read(self, text: str) -> None:
        self.page.fill("#jisr-text textarea", text)
        self.page.click("#jisr-read")
        self.finished()

    def finished(self) -> None:
        self.page.wait_for_selector("#jisr-take:visible")
        self.page.wait_for_selector(".jisr-progress", state="hidden")
        self.page.wait_for_selector("#jisr-read:visible")

    def lit(self) -> list[tuple[str, str]]:
        found = self.page.eval_on_selector_all(
            ".jisr-segment.jisr-on", "all => all.map(one => [one.closest('[dir]').lang, one.dataset.segment])"
        )
        return sorted(tuple(one) for one in found)

    def texts(self, selector: str) -> list[str]:
        return [text.strip() for text in self.page.locator(selector).all_text_contents()]

    def wait(self, expression: str) -> None:
        self.page.wait_for_function(expression)

    def picture(self, name: str) -> None:
        ARTIFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)


@pytest.fixture(scope="module")
def contexts(browser: Any) -> Iterator[Any]:
    """Browser profiles by language and scheme, kept so that the page's scripts are loaded once."""
    found: dict[tuple[str, str], Any] = {}

    def context(locale: str, scheme: str) -> Any:
        if (locale, scheme) not in found:
            made = browser.new_context(
                locale=locale, color_scheme=scheme, reduced_motion="reduce", accept_downloads=True
            )
            made.grant_permissions(["clipboard-read", "clipboard-write"])
            found[locale, scheme] = made
        return found[locale, scheme]

    yield context
    for made in found.values():
        made.close()


@pytest.fixture(scope="module")
def reader(contexts: Any, site: Site) -> Visitor:
    """Someone who has read the Arabic article, for tests that only look at it."""
    visitor = Visitor(contexts("en", "light"), site, "en", 1280)
    visitor.read(ARABIC_ARTICLE)
    return visitor


@pytest.fixture
def visit(contexts: Any, site: Site) -> Iterator[Any]:
    visitors: list[Visitor] = []

    def come(*, locale: str = "en", width: int = 1280, scheme: str = "light") -> Visitor:
        visitors.append(Visitor(contexts(locale, scheme), site, locale, width))
        return visitors[-1]

    yield come
    for visitor in visitors:
        visitor.page.goto(site.url + "theme.css")
        visitor.page.evaluate("localStorage.clear()")
        visitor.page.close()
        assert not visitor.errors


@pytest.mark.parametrize(
    ("article", "pairs", "languages"),
    [
        (ARABIC_ARTICLE, [(a, e) for a, e in PAIRS[:7]], ("ar", "en")),
        (ENGLISH_ARTICLE, [(e, a) for a, e in PAIRS[7:]], ("en", "ar")),
    ],
)
def test_an_article_is_read_on_both_sides(visit: Any, article: str, pairs: Any, languages: tuple[str, str]) -> None:
    visitor = visit()
    visitor.read(article)
    source, target = languages
    assert visitor.texts(f".jisr-side[lang={source}] .jisr-segment") == [pair[0] for pair in pairs]
    shown = visitor.texts(f".jisr-side[lang={target}] .jisr-segment")
    assert [one for one in shown if one in [pair[1] for pair in pairs]] == [p[1] for p in pairs if p[1] in shown]
    assert len(shown) == len(pairs)
    directions = visitor.page.eval_on_selector_all(
        ".jisr-side", "all => [...new Set(all.map(one => one.lang + getComputedStyle(one).direction))].sort()"
    )
    assert directions == ["arrtl", "enltr"]
    english, arabic = (
        visitor.page.locator(f".jisr-side[lang={language}]").first.bounding_box() for language in ("en", "ar")
    )
    assert english["x"] < arabic["x"]
    assert abs(english["y"] - arabic["y"]) < 2
    assert visitor.page.locator(".jisr-summary li").count() >= 2
    assert not visitor.page.locator(".jisr-waiting").count()
    assert {urlparse(url).netloc for url in visitor.requests if not url.startswith(("data:", "blob:"))} == {
        urlparse(visitor.page.url).netloc
    }
    visitor.picture(f"read-{source}-{target}")


def test_pointing_lights_both_sides_and_evidence(reader: Visitor) -> None:
    visitor = reader
    visitor.page.hover(".jisr-side[lang=en] .jisr-segment[data-segment='2']")
    visitor.wait("document.querySelectorAll('.jisr-on').length === 2")
    assert visitor.lit() == [("ar", "2"), ("en", "2")]
    visitor.page.hover(".jisr-side[lang=ar] .jisr-segment[data-segment='4']")
    assert visitor.lit() == [("ar", "4"), ("en", "4")]
    claim = visitor.page.locator(".jisr-summary[lang=en] .jisr-claim").first
    evidence = claim.get_attribute("data-evidence").split()
    claim.click()
    assert claim.get_attribute("aria-pressed") == "true"
    assert visitor.lit() == sorted((language, one) for language in ("ar", "en") for one in evidence)
    visitor.picture("evidence")


def test_warnings_are_quiet_marks_and_a_list_that_jumps(reader: Visitor) -> None:
    visitor = reader
    assert visitor.page.locator(".jisr-check li").count() >= 1
    note = visitor.page.locator(".jisr-side .jisr-note")
    assert not note.is_visible()
    visitor.page.click(".jisr-check a[data-jump='3']")
    assert note.is_visible()
    assert "120" in note.inner_text()
    assert visitor.lit() == [("ar", "3"), ("en", "3")]
    assert visitor.page.evaluate("document.activeElement.dataset.segment") == "3"
    visitor.page.keyboard.press("Escape")


def test_everything_works_with_the_keyboard_alone(visit: Any) -> None:
    visitor = visit()
    page = visitor.page
    order = []
    for _ in range(40):
        page.keyboard.press("Tab")
        order.append(page.evaluate("(document.activeElement.closest('[id^=jisr]') || {}).id || ''"))
        if order[-1] == "jisr-read":
            break
    wanted = ["jisr-theme", "jisr-language", "jisr-tabs", "jisr-text", "jisr-file", "jisr-link", "jisr-read"]
    assert [name for name in dict.fromkeys(order) if name in wanted] == wanted
    page.focus("#jisr-text textarea")
    page.keyboard.insert_text(ARABIC_ARTICLE)
    page.focus("#jisr-read")
    page.keyboard.press("Enter")
    visitor.finished()
    claim = page.locator(".jisr-summary[lang=ar] .jisr-claim").first
    claim.focus()
    page.keyboard.press("Space")
    assert claim.get_attribute("aria-pressed") == "true"
    page.focus(".jisr-segment[tabindex='0']")
    steps = {"ArrowDown": "ar1", "ArrowLeft": "en1", "End": "en6", "ArrowRight": "ar6", "Home": "ar0"}
    for key, expected in steps.items():
        page.keyboard.press(key)
        found = page.evaluate("document.activeElement.closest('[dir]').lang + document.activeElement.dataset.segment")
        assert found == expected
        assert len(visitor.lit()) == 2
    assert page.locator(".jisr-segment[tabindex='0']").count() == 1
    page.keyboard.press("Escape")
    assert not visitor.lit()


def test_the_arabic_page_is_mirrored_and_remembered(visit: Any, site: Site) -> None:
    visitor = visit(locale="ar")
    page = visitor.page
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.inner_text("#jisr-read") == "اقرأ"
    text, link = page.locator("#jisr-text").bounding_box(), page.locator("#jisr-link").bounding_box()
    assert text["x"] > link["x"]
    visitor.read(ARABIC_ARTICLE)
    assert "راجِع" in page.inner_text(".jisr-check summary")
    visitor.picture("arabic")
    page.click("#jisr-language")
    page.wait_for_selector("html[lang=en]")
    assert page.evaluate("document.documentElement.dir") == "ltr"
    visitor.wait("document.querySelector('.jisr-check summary').textContent.includes('Check these first')")
    assert page.inner_text("#jisr-read") == "Read"
    page.wait_for_timeout(300)
    visitor.open(site.url, "en")


def test_choices_are_remembered(visit: Any, site: Site) -> None:
    visitor = visit()
    page = visitor.page
    page.click("#jisr-settings button")
    page.click("#jisr-length input")
    page.get_by_role("option", name="One sentence").click()
    page.click("#jisr-diacritics input")
    page.click("#jisr-model input")
    page.get_by_role("option", name="careful").click()
    page.wait_for_timeout(500)
    visitor.open(site.url, "en")
    page.click("#jisr-settings button")
    assert page.input_value("#jisr-length input") == "One sentence"
    assert page.input_value("#jisr-model input") == "careful"
    assert not page.is_checked("#jisr-diacritics input")
    visitor.read(ARABIC_ARTICLE)
    assert "جسرا جديدا" in visitor.texts(".jisr-side[lang=ar] .jisr-segment")[1]
    page.click("#jisr-diacritics input")
    visitor.wait("document.querySelectorAll('.jisr-side[lang=ar] .jisr-segment')[1].textContent.includes('جسرًا')")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_phone_shows_paragraph_under_paragraph(visit: Any, locale: str) -> None:
    visitor = visit(width=390, locale=locale, scheme="dark")
    visitor.read(ARABIC_ARTICLE)
    page = visitor.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    source, target = (
        page.locator(f".jisr-row:nth-child(3) .jisr-side[lang={one}]").bounding_box() for one in ("ar", "en")
    )
    assert source["y"] + source["height"] <= target["y"] + 1
    page.locator(".jisr-side[lang=ar] .jisr-segment").nth(2).click()
    assert visitor.lit() == [("ar", "2"), ("en", "2")]
    visitor.picture(f"phone-{locale}")


def test_the_other_side_is_shown_when_it_cannot_be_in_view(visit: Any) -> None:
    visitor = visit(width=390)
    visitor.page.set_viewport_size({"width": 390, "height": 260})
    visitor.read(ARABIC_ARTICLE)
    visitor.page.locator(".jisr-side[lang=ar] .jisr-segment").nth(1).click()
    peek = visitor.page.locator(".jisr-peek")
    box = visitor.page.locator(".jisr-side[lang=en] .jisr-segment").nth(1).bounding_box()
    assert peek.is_visible() or 0 <= box["y"] <= 260
    if peek.is_visible():
        assert peek.inner_text() == PAIRS[1][1]


def test_what_a_person_writes_is_text_everywhere(visit: Any, tmp_path: Path) -> None:
    visitor = visit()
    page = visitor.page
    visitor.read(f"{ENGLISH_ARTICLE}\n\n{EVIL}")
    shown = " ".join(visitor.texts(".jisr-side[lang=en] .jisr-segment"))
    assert " ".join(shown.split()) == " ".join(f"{ENGLISH_ARTICLE} {EVIL}".split())
    assert page.locator(".jisr-host :is(script, img, svg, style, b:not(.jisr-check b))").count() == 0
    page.click("#jisr-language")
    page.wait_for_selector("html[lang=ar]")
    assert page.evaluate("window.hacked") is None
    with page.expect_download() as download:
        page.click("#jisr-html")
    download.value.save_as(tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector(".jisr-segment")
    assert page.evaluate("window.hacked") is None
    assert "${window.hacked = 3}" in page.inner_text(".jisr-pages")


def test_an_exported_page_works_by_itself(reader: Visitor, tmp_path: Path) -> None:
    with reader.page.expect_download() as download:
        reader.page.click("#jisr-html")
    assert download.value.suggested_filename == f"{PAIRS[0][0]}.html"
    download.value.save_as(tmp_path / "page.html")
    page, requests = reader.page.context.new_page(), list[str]()
    page.on("request", lambda request: requests.append(request.url))
    page.goto((tmp_path / "page.html").as_uri())
    page.hover(".jisr-side[lang=en] .jisr-segment[data-segment='1']")
    assert page.locator(".jisr-segment.jisr-on").count() == 2
    page.click(".jisr-check a[data-jump='3']")
    assert page.locator(".jisr-side .jisr-note").is_visible()
    assert [url for url in requests if not url.startswith("file:")] == []
    page.screenshot(path=ARTIFACTS / "exported.png", full_page=True)
    page.close()


def test_everything_can_be_taken_away(reader: Visitor) -> None:
    visitor, page = reader, reader.page
    for kind, beginning in (("markdown", b"# "), ("docx", b"PK"), ("json", b"{")):
        with page.expect_download() as download:
            page.click(f"#jisr-{kind}")
        data = Path(download.value.path()).read_bytes()
        assert data.startswith(beginning)
    assert json.loads(data)["segments"][0]["source"] == PAIRS[0][0]
    page.click("#jisr-copy-ar")
    visitor.wait("document.querySelector('.jisr-status').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == ARABIC_ARTICLE


def test_subtitles_come_in_as_a_file_and_go_out_translated(visit: Any, tmp_path: Path) -> None:
    visitor = visit()
    page = visitor.page
    (tmp_path / "film.srt").write_text(SRT, encoding="utf-8")
    page.set_input_files("#jisr-file input[type=file]", tmp_path / "film.srt")
    visitor.finished()
    assert "Fourteen pupils" in page.input_value("#jisr-text textarea")
    with page.expect_download() as download:
        page.click("#jisr-srt")
    assert "00:00:03,600 --> 00:00:06,000" in Path(download.value.path()).read_text(encoding="utf-8")


def test_an_example_is_one_click(visit: Any) -> None:
    visitor = visit()
    visitor.page.click("#jisr-example-world")
    visitor.finished()
    assert len(visitor.texts(".jisr-side[lang=ar] .jisr-segment")) > 5
    assert visitor.page.input_value("#jisr-text textarea")


def test_what_goes_wrong_is_said_and_the_reading_stays(visit: Any, tmp_path: Path) -> None:
    visitor = visit()
    page = visitor.page
    visitor.read(ARABIC_ARTICLE)
    message = page.locator("#jisr-message .jisr-message")
    page.fill("#jisr-text textarea", "1234")
    page.click("#jisr-read")
    message.wait_for(state="visible")
    assert "expected an article" in message.inner_text()
    page.fill("#jisr-link input, #jisr-link textarea", "http://127.0.0.1:1/secret")
    page.press("#jisr-link input, #jisr-link textarea", "Enter")
    visitor.wait("document.querySelector('#jisr-message').textContent.includes('127.0.0.1')")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    page.set_input_files("#jisr-file input[type=file]", tmp_path / "broken.docx")
    visitor.wait("document.querySelector('#jisr-message').textContent.includes('broken.docx')")
    page.click("#jisr-language")
    page.wait_for_selector("html[lang=ar]")
    page.fill("#jisr-text textarea", "Это русский текст, и он довольно длинный.")
    page.click("#jisr-read")
    visitor.wait("/[\\u0621-\\u064a]/.test(document.querySelector('.jisr-message').textContent)")
    assert "Traceback" not in page.content()
    assert len(visitor.texts(".jisr-side[lang=ar] .jisr-segment")) == 7
    visitor.picture("error")


def test_sentences_stream_in_and_stopping_works_at_once(visit: Any, site: Site) -> None:
    visitor = visit()
    page, model = visitor.page, site.models["compact"]
    before, model.batch, model.seconds = len(model.calls), 1, 0.4
    sentences = " ".join(f"Reader number {number} opened the old book again." for number in range(80))
    try:
        page.fill("#jisr-text textarea", sentences)
        page.click("#jisr-read")
        page.wait_for_selector(".jisr-side[lang=ar] .jisr-segment")
        assert page.locator(".jisr-waiting").count() > 60
        bar = page.locator(".jisr-progress")
        assert bar.get_attribute("aria-valuemax") == "80"
        assert 0 < int(bar.get_attribute("aria-valuenow")) < 80
        visitor.picture("streaming")
        page.click("#jisr-stop")
        visitor.wait("document.querySelector('.jisr-status').textContent.startsWith('Stopped')")
        page.wait_for_selector("#jisr-read:visible")
        assert page.locator(".jisr-side[lang=ar] .jisr-segment").count() > 0
        page.wait_for_timeout(1200)
        stopped = len(model.calls)
        page.wait_for_timeout(1000)
        assert len(model.calls) == stopped
        assert stopped - before < 60
    finally:
        model.batch, model.seconds = 4, 0.0
    visitor.read(ENGLISH_ARTICLE)


def test_models_are_compared_and_scored(visit: Any, site: Site) -> None:
    pytest.importorskip("sacrebleu", reason="scores need the extra eval: pip install 'jisr[eval]'")
    visitor = visit()
    page = visitor.page
    visitor.read(ARABIC_ARTICLE)
    page.get_by_role("tab", name="Evaluate").click()
    page.fill("#jisr-reference textarea", "\n".join(english for _, english in PAIRS[:7]))
    page.click("#jisr-score")
    page.wait_for_selector("#jisr-scores table")
    table = page.inner_text("#jisr-scores")
    for name in ("BLEU", "chrF", "ROUGE"):
        assert name.lower() in table.lower()
    assert re.search(r"nrefs|version|tok", table)
    page.click("#jisr-compare")
    page.wait_for_selector("#jisr-comparison mark")
    assert "6 of 7" in page.inner_text("#jisr-comparison")
    visitor.picture("evaluate")
    page.get_by_role("tab", name="Models").click()
    assert "jisr models pull opus" in page.inner_text("#jisr-models")
    visitor.picture("models")


def test_a_glossary_is_uploaded_shown_and_remembered(visit: Any, site: Site, tmp_path: Path) -> None:
    visitor = visit()
    page = visitor.page
    (tmp_path / "terms.csv").write_text("مرصد,watchtower\n", encoding="utf-8")
    page.click("#jisr-settings button")
    page.click("#jisr-glossary button")
    page.set_input_files("input[accept*='.tbx']", tmp_path / "terms.csv")
    visitor.wait("document.querySelector('#jisr-terms').textContent.includes('watchtower')")
    page.wait_for_timeout(500)
    visitor.picture("glossary")
    visitor.open(site.url, "en")
    visitor.read("\n\n".join(arabic for arabic, _ in PAIRS[7:10]))
    assert "watchtower" in page.inner_text(".jisr-check")


def test_readers_at_the_same_time_do_not_see_each_other(visit: Any) -> None:
    first, second = visit(), visit()
    first.page.fill("#jisr-text textarea", ARABIC_ARTICLE)
    second.page.fill("#jisr-text textarea", ENGLISH_ARTICLE)
    first.page.click("#jisr-read")
    second.page.click("#jisr-read")
    first.finished()
    second.finished()
    assert first.texts(".jisr-side[lang=ar] .jisr-segment")[0] == PAIRS[0][0]
    assert second.texts(".jisr-side[lang=en] .jisr-segment")[0] == PAIRS[7][1]
    assert threading.active_count() < 100


CONTRAST = """() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
  const back = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > .5) return c; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll('.gradio-container *')) {
    const own = Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!own || !box.width || !box.height || getComputedStyle(e).visibility === 'hidden') continue;
    if (e.closest('[disabled], [aria-hidden=true]')) continue;
    const a = lum(parse(getComputedStyle(e).color)), b = lum(back(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const size = parseFloat(getComputedStyle(e).fontSize), bold = getComputedStyle(e).fontWeight >= 700;
    if (ratio < (size >= 24 || (size >= 18.66 && bold) ? 3 : 4.5))
      bad.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
  }
  return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_labels_and_languages(visit: Any, scheme: str) -> None:
    visitor = visit(scheme=scheme)
    page = visitor.page
    visitor.read(ARABIC_ARTICLE)
    page.locator(".jisr-claim").first.click()
    page.locator(".jisr-side .jisr-flag").first.click()
    page.click("#jisr-settings button")
    page.wait_for_timeout(300)
    assert page.evaluate(CONTRAST) == []
    unnamed = page.evaluate(
        """() => Array.from(document.querySelectorAll('button, input:not([type=file]), textarea, a, [role=button]'))
        .filter(e => e.offsetParent && !(e.ariaLabel || e.textContent.trim() || e.title || e.closest('label') || e.id
          && document.querySelector(`label[for="${e.id}"]`))).map(e => e.outerHTML.slice(0, 160))"""
    )
    assert unnamed == []
    assert set(page.eval_on_selector_all(".jisr-host [lang]", "all => all.map(one => one.lang)")) == {
        "ar",
        "en",
    }
    visitor.picture(f"contrast-{scheme}")
