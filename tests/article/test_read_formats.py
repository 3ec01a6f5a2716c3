"""What each format gives: the prose a reader would read, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.encoding import decode
from article.extraction import plain_text
from article.formats.markup import strip_markup
from base.errors import EmptyInputError, FormatError, TooLargeError

PAGE = """<!DOCTYPE html>
<html lang="ar"><head><meta charset="utf-8"><title>افتتاح الجسر | صحيفة المدينة</title>
<style>p {color: red}</style></head>
<body><nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav>
<article><h1>افتتاح الجسر</h1>
<p>قالت وزارة النقل إن <b>الجسر</b> الجديد سيفتح أمام&nbsp;السيارات قبل نهاية الشهر &quot;دون تأخير&quot;.</p>
<p>وأضافت أن كلفة المشروع بلغت 45 مليون دينار،
وأن العمل فيه استغرق عامين كاملين.</p>
<ul><li>طول الجسر 800 متر</li><li>عدد المسارات ستة</li></ul>
<pre><code>x = 1
y = 2</code></pre></article>
<footer>جميع الحقوق محفوظة</footer><script>var secret = "نص برمجي";</script></body></html>"""

MARKDOWN = """# افتتاح الجسر

قالت **وزارة النقل** إن [الجسر](https://example.org/a)
سيفتح قبل نهاية `الشهر`.

- طول الجسر 800 متر
- عدد المسارات ستة

    فقرة تبدأ بمسافات

| السنة | الكلفة |
|-------|--------|
| 2023  | 45 مليونا |

```python
print("hello")
```

![صورة الجسر](bridge.png)

> قال المهندس: سنكمل العمل.
"""

SUBTITLES = """1
00:00:01,000 --> 00:00:03,000
<i>وصلنا إلى الجسر</i>
بعد ساعة

2
00:00:03,100 --> 00:00:05,000
{\\an8}من السير.

3
00:00:09,000 --> 00:00:11,000
- هل تعبت؟
- لا، أبدا.
"""


def paragraphs(data: str, name: str) -> list[str]:
    return plain_text(data.encode(), name).text.split("\n\n")


def test_txt_is_taken_as_it_is(arabic: str) -> None:
    text = "  " + arabic.replace("\n", "\r\n") + "\n\n\t"
    assert plain_text(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("name", ["a.html", "a.txt", "", "https://example.org/story?id=7"])
def test_a_page_is_its_article_whatever_its_name(name: str) -> None:
    found = plain_text(PAGE.encode(), name)
    assert (found.format, found.title) == ("html", "افتتاح الجسر")
    assert found.text.split("\n\n") == [
        "افتتاح الجسر",
        'قالت وزارة النقل إن الجسر الجديد سيفتح أمام السيارات قبل نهاية الشهر "دون تأخير".',
        "وأضافت أن كلفة المشروع بلغت 45 مليون دينار، وأن العمل فيه استغرق عامين كاملين.",
        "طول الجسر 800 متر",
        "عدد المسارات ستة",
    ]


def test_a_page_in_windows_1256_by_its_declaration_and_without() -> None:
    for declaration in ('<meta charset="windows-1256">', ""):
        data = PAGE.replace('<meta charset="utf-8">', declaration).encode("cp1256")
        assert "قالت وزارة النقل" in plain_text(data, "a.html").text


def test_a_page_without_an_article_gives_its_visible_text() -> None:
    page = "<html><body><div>سطر قصير</div><div hidden>خفي</div><script>لا</script><p>وآخر<br>بعده</p></body></html>"
    text = plain_text(page.encode(), "a.html").text
    assert text.split() == ["سطر", "قصير", "وآخر", "بعده"]


def test_the_page_name_loses_the_name_of_the_site() -> None:
    page = "<html><head><title>Bridge opens - City News</title></head><body><p>Some text here.</p></body></html>"
    assert plain_text(page.encode(), "a.html").title == "Bridge opens"


def test_a_page_without_text_says_that_it_may_need_a_browser() -> None:
    with pytest.raises(EmptyInputError, match="JavaScript"):
        plain_text(b"<html><body><div id='app'></div><script>load()</script></body></html>", "a.html")


def test_a_page_cannot_read_files_or_grow(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("سر", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        "<html><body><p>قبل &x; &b; بعد</p></body></html>"
    )
    text = plain_text(page.encode(), "a.html").text
    assert "سر" not in text
    assert "aaaa" not in text
    assert text.startswith("قبل")


def test_character_references_to_surrogates_do_not_come_out() -> None:
    for name in ("a.html", "a.txt"):
        text = plain_text("<html><p>قبل &#xD800;&#55296; بعد</p></html>".encode(), name).text
        text.encode("utf-8")
    plain_text("قبل &#xD800; بعد".encode(), "a.txt").text.encode("utf-8")


def test_deep_nesting_is_read_or_refused_but_never_cut_silently() -> None:
    def nested(depth: int) -> bytes:
        return ("<html><body>" + "<div>" * depth + "نص عميق" + "</div>" * depth + "</body></html>").encode()

    assert plain_text(nested(1000), "a.html").text == "نص عميق"
    with pytest.raises(FormatError, match="inside each other"):
        plain_text(nested(3000), "a.html")


def test_markdown_gives_prose_without_code_images_and_marks() -> None:
    found = plain_text(MARKDOWN.encode(), "a.md")
    assert found.title == "افتتاح الجسر"
    assert found.text.split("\n\n") == [
        "افتتاح الجسر",
        "قالت وزارة النقل إن الجسر سيفتح قبل نهاية الشهر.",
        "طول الجسر 800 متر",
        "عدد المسارات ستة",
        "فقرة تبدأ بمسافات",
        "السنة",
        "الكلفة",
        "2023",
        "45 مليونا",
        "قال المهندس: سنكمل العمل.",
    ]


def test_markdown_front_matter_gives_the_title() -> None:
    found = plain_text(b'---\ntitle: "Bridge opens"\ndate: 2024-01-02\n---\n\nThe bridge opened.\n', "a.md")
    assert (found.title, found.text) == ("Bridge opens", "Bridge opens\n\nThe bridge opened.")


def test_markdown_is_recognised_without_a_name_by_its_heading() -> None:
    assert plain_text(b"# Bridge\n\nIt is *open*.").text == "Bridge\n\nIt is open."
    assert plain_text(b"5 * 3 * 2 is 30.\n# not a heading").format == "txt"


def test_docx_in_document_order(docx_bytes: bytes) -> None:
    for name in ("a.docx", "", "a.txt"):
        found = plain_text(docx_bytes, name)
        assert (found.format, found.title) == ("docx", "افتتاح الجسر الجديد")
        assert found.text.split("\n\n") == [
            "افتتاح الجسر الجديد",
            "قالت الوزارة إن الجسر سيفتح قبل نهاية الشهر.",
            "السنة",
            "الكلفة",
            "2023",
            "45 مليونا",
            "خلفية المشروع",
            "بدأ العمل قبل عامين. وتأخر مرتين.",
        ]


def test_docx_with_tracked_changes_content_controls_and_breaks(
    docx_bytes: bytes, repacked: Callable[[bytes, dict[str, bytes]], bytes]
) -> None:
    xml = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:sdt><w:sdtContent><w:p><w:r><w:t>في إطار</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:r><w:t xml:space="preserve">بقي </w:t></w:r><w:ins><w:r><w:t>وأضيف</w:t></w:r></w:ins>
<w:del><w:r><w:delText>وحذف</w:delText></w:r></w:del><w:r><w:br/><w:t>سطر</w:t></w:r></w:p>
</w:body></w:document>"""
    data = repacked(docx_bytes, {"word/document.xml": xml.encode()})
    assert plain_text(data, "a.docx").text.split("\n\n") == ["في إطار", "بقي وأضيف\nسطر"]


def test_docx_external_entities_are_not_read(
    docx_bytes: bytes, repacked: Callable[[bytes, dict[str, bytes]], bytes]
) -> None:
    xml = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>قبل &x; بعد</w:t></w:r></w:p></w:body></w:document>"
    )
    data = repacked(docx_bytes, {"word/document.xml": xml.encode()})
    try:
        text = plain_text(data, "a.docx").text
    except FormatError:
        return
    assert set(text.split()) <= {"قبل", "بعد"}


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_docx_cut_off(docx_bytes: bytes, kept: float) -> None:
    with pytest.raises(FormatError, match=r"a.docx is a damaged docx .*download it again"):
        plain_text(docx_bytes[: int(len(docx_bytes) * kept)], "a.docx")


def test_docx_with_damaged_content(docx_bytes: bytes, repacked: Callable[[bytes, dict[str, bytes]], bytes]) -> None:
    with pytest.raises(FormatError, match="damaged docx"):
        plain_text(repacked(docx_bytes, {"word/document.xml": b"<w:document"}), "a.docx")
    index = docx_bytes.index(b"word/document.xml") + 60
    with pytest.raises(FormatError, match="damaged docx"):
        plain_text(docx_bytes[:index] + bytes(40) + docx_bytes[index + 40 :], "a.docx")


def test_docx_that_unpacks_to_a_flood(docx_bytes: bytes, repacked: Callable[[bytes, dict[str, bytes]], bytes]) -> None:
    bomb = repacked(docx_bytes, {"word/document.xml": bytes(65_000_000)})
    assert len(bomb) < 1_000_000
    with pytest.raises(TooLargeError, match=r"unpacks to 65,\d{3},\d{3} bytes"):
        plain_text(bomb, "a.docx")


def test_other_zip_archives_are_named(docx_bytes: bytes, repacked: Callable[[bytes, dict[str, bytes]], bytes]) -> None:
    import io
    import zipfile

    for member, kind in (("xl/workbook.xml", "Excel"), ("content.xml", "OpenDocument"), ("a.txt", "zip archive")):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(member, "x")
        with pytest.raises(FormatError, match=kind):
            plain_text(stream.getvalue(), "a.docx")


@pytest.mark.parametrize("name", ["a.srt", "a.txt", ""])
def test_subtitles_become_sentences(name: str) -> None:
    assert paragraphs(SUBTITLES, name) == ["وصلنا إلى الجسر بعد ساعة من السير.", "هل تعبت؟", "لا، أبدا."]


def test_subtitles_with_crlf_and_mark() -> None:
    data = SUBTITLES.replace("\n", "\r\n").encode("utf-8-sig")
    assert plain_text(data, "a.srt").text.startswith("وصلنا إلى الجسر بعد ساعة من السير.")


@pytest.mark.parametrize(
    ("good", "bad", "line"),
    [
        ("00:00:03,100 --> 00:00:05,000", "00:00:03,100 -> 00:00:05,000", 7),
        ("00:00:01,000 --> 00:00:03,000", "00:00 --> later", 2),
        ("00:00:09,000 --> 00:00:11,000", "00:00:09,000 --> ", 11),
    ],
)
def test_subtitles_with_a_broken_timing_name_its_line(good: str, bad: str, line: int) -> None:
    with pytest.raises(FormatError, match=rf"a.srt, line {line}: .*Expected .*-->.*ffmpeg"):
        plain_text(SUBTITLES.replace(good, bad).encode(), "a.srt")


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF", "pdftotext"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG", "tesseract"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG", "tesseract"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "old Word", "docx"),
        (b"{\\rtf1\\ansi Hello}", "RTF", "docx"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip", "gunzip"),
        (b"\x7fELF\x02\x01\x01", "program", "txt"),
        (b"PK\x05\x06" + bytes(18), "empty zip", "Unpack"),
        (bytes(range(256)) * 4, "binary data", "export"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi", "WebVTT", "ffmpeg"),
    ],
)
def test_what_is_no_text_is_named_with_the_way_out(data: bytes, kind: str, remedy: str) -> None:
    for name in ("a.txt", ""):
        with pytest.raises(FormatError) as caught:
            plain_text(data, name)
        assert kind in str(caught.value)
        assert remedy in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf"])
def test_empty_and_blank(data: bytes) -> None:
    with pytest.raises(EmptyInputError, match=r"a\.txt is empty"):
        plain_text(data, "a.txt")


def test_json_in_one_array_gets_the_command_that_turns_it_into_lines() -> None:
    with pytest.raises(FormatError, match=r"jq -c '\.\[\]'"):
        plain_text(b'[{"text": "a"},\n {"text": "b"}]', "a.json")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("قال <b>الوزير</b> نعم", "قال الوزير نعم"),
        ("a<br/>b<BR>c", "a\nb\nc"),
        ('<p class="x">one</p><p>two</p>', "\none\n\ntwo\n"),
        ("x < y and y > z", "x < y and y > z"),
        ("if a <b and c> d", "if a <b and c> d"),
        ("1 <2> 3 <foo> <ب>", "1 <2> 3 <foo> <ب>"),
        ("AT&T &amp; R&D &quot;x&quot; &nosuch;", 'AT&T & R&D "x" &nosuch;'),
        ('<a href="https://x.org/?a=1&b=2">link</a>', "link"),
        ("<script>var x = 1;</script>text<!-- note -->", "text"),
        ("mail <someone@example.org> now", "mail <someone@example.org> now"),
    ],
)
def test_only_markup_of_html_goes(text: str, plain: str) -> None:
    assert strip_markup(text) == plain


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="<&"), max_size=80))
def test_text_without_markup_comes_back_unchanged(text: str) -> None:
    assert strip_markup(text) == text


@settings(max_examples=60, deadline=None)
@given(st.text("<>/!-bpre &#;xa=\"' \n", max_size=60))
def test_markup_of_any_shape_is_survived(text: str) -> None:
    strip_markup(text).encode("utf-8")


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80),
    st.sampled_from(["a.md", "a.html", "a.srt", "a.csv"]),
)
def test_any_text_in_any_format_gives_text_or_an_input_error(text: str, name: str) -> None:
    try:
        found = plain_text(text.encode(), name)
    except (FormatError, EmptyInputError):
        return
    found.text.encode("utf-8")
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize("piece", ["<!--", "<script>", "<a ", "</", "<br x=", "&#", '<a href="', " ", "<p "])
def test_hostile_markup_is_left_in_linear_time(piece: str) -> None:
    text = "ن" + piece * 100_000 + "ن"
    assert strip_markup(text) == text
