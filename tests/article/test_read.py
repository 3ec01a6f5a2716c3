"""A file becomes an article, or an error that names the place and the remedy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from article import source
from article.read import Record, plain_text, read_article, read_articles, read_bytes
from base.errors import EmptyInputError, EncodingError, FormatError, InputError, LanguageError, TooLargeError

Write = Callable[[str, str | bytes], Path]
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", ["politics.ar.txt", "economy.ar.txt", "science.ar.txt", "world.en.txt"])
def test_the_examples_are_articles_with_title_and_paragraphs(name: str) -> None:
    article = read_article(EXAMPLES / name)
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    assert article.text == text
    assert article.language == name.split(".")[1]
    assert article.title == text.splitlines()[0]
    assert len(article.paragraphs) == len(text.splitlines())
    assert 220 <= article.words <= 350
    assert article.origin == str(EXAMPLES / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_arabic_in_every_encoding(write: Write, arabic: str, encoding: str) -> None:
    article = read_article(write("news.txt", arabic.encode(encoding)))
    assert (article.text, article.language) == (arabic, "ar")


def test_bytes_and_paths_give_the_same(write: Write, arabic: str) -> None:
    path = write("news.txt", arabic)
    assert read_bytes(arabic.encode(), str(path)) == read_article(str(path)) == read_article(path)


def test_formats_agree_on_the_text(write: Write, arabic: str, docx_bytes: bytes) -> None:
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in arabic.splitlines()) + "</body></html>"
    files = {
        "a.md": arabic.replace("\n", "\n\n"),
        "a.html": page,
        "a.jsonl": json.dumps({"text": arabic}),
        "a.csv": f'id,text\n1,"{arabic}"\n',
        "a.tsv": f'id\ttext\n1\t"{arabic}"\n',
    }
    expected = [sentence.text for sentence in read_bytes(arabic.encode()).sentences]
    for name, content in files.items():
        assert [sentence.text for sentence in read_article(write(name, content)).sentences] == expected, name
    article = read_article(write("a.docx", docx_bytes))
    assert (article.title, article.language) == ("افتتاح الجسر الجديد", "ar")


def test_the_title_of_a_page_is_there_once(arabic: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in arabic.splitlines())
    for heading in ("افتتاح الجسر", "افتتاح الجسر الجديد في المدينة"):
        page = (
            '<html><head><title>افتتاح الجسر | صحيفة</title><meta property="og:title" content="افتتاح الجسر"></head>'
            f"<body><article><h1>{heading}</h1>{body}</article></body></html>"
        )
        article = read_bytes(page.encode(), "a.html")
        assert article.title == heading
        assert article.text.count("افتتاح الجسر") == 1
    untitled = page.replace(f"<h1>{heading}</h1>", "")
    assert read_bytes(untitled.encode(), "a.html").title == "افتتاح الجسر"


def test_html_tags_inside_a_txt_do_not_reach_the_article() -> None:
    article = read_bytes("قال <b>الوزير</b> إن الجسر &quot;آمن&quot; تماما.<br>وأضاف أنه سيفتح غدا.".encode(), "a.txt")
    assert [sentence.text for sentence in article.sentences] == [
        'قال الوزير إن الجسر "آمن" تماما.',
        "وأضاف أنه سيفتح غدا.",
    ]


def test_mixed_arabic_and_english_is_read_in_the_language_of_most_of_it(arabic: str, english: str) -> None:
    assert read_bytes(f"{arabic}\n{english[:60]}".encode()).language == "ar"
    assert read_bytes(f"{english}\n{arabic[:40]}".encode()).language == "en"
    assert read_bytes(english.encode(), language="ar").language == "ar"


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", EmptyInputError, "is empty"),
        (b" \n\t ", EmptyInputError, "is empty"),
        ("😀 🎉\n👍".encode(), EmptyInputError, "emoji"),
        (b"12 345,678 90%\n2024", EmptyInputError, "digits"),
        (
            "Le ministre a déclaré hier que le pont serait ouvert avant la fin du mois.".encode(),
            LanguageError,
            "French",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), FormatError, "PNG"),
        (bytes(range(256)), FormatError, "binary data"),
        ("نص عربي سليم ".encode() + b"\xff" + " وبقيته سليمة".encode(), EncodingError, "offset 23"),
        (b"PK\x03\x04 this is no archive", FormatError, "damaged docx"),
    ],
)
def test_bad_input_says_what_was_found(write: Write, data: bytes, error: type[InputError], message: str) -> None:
    path = write("bad.txt", data)
    with pytest.raises(error, match=message) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    with pytest.raises(error, match=message):
        read_bytes(data, "bad.txt")


def test_a_folder_names_a_file_in_it(write: Write) -> None:
    path = write("news.txt", "x")
    with pytest.raises(InputError, match=r"is a folder\. Expected a file, such as .*news\.txt"):
        read_article(path.parent)


def test_a_missing_file_names_similar_ones(write: Write) -> None:
    path = write("politics.txt", "x")
    with pytest.raises(InputError, match=r"no such file.*Did you mean .*politics\.txt\?"):
        read_article(path.with_name("politcs.txt"))
    with pytest.raises(InputError, match="Check its spelling"):
        read_article(path.with_name("zzzzzzzz"))
    with pytest.raises(InputError, match="there is no folder"):
        read_article(path.parent / "none" / "a.txt")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_names(name: str) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_article(name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(write: Write) -> None:
    path = write("news.txt", "x")
    path.chmod(0)
    with pytest.raises(InputError, match=r"no permission.*chmod u\+r"):
        read_article(path)


def test_permission_errors_have_a_remedy_even_for_root(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(source.io, "FileIO", refuse)
    with pytest.raises(InputError, match=r"no permission.*chmod u\+r"):
        read_article(write("news.txt", "x"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of Unix")
@pytest.mark.parametrize("name", ["pipe", "pipe.csv"])
def test_a_pipe_is_read_once_and_whole(tmp_path: Path, arabic: str, name: str) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    content = f'text\n"{arabic}"\n' if name.endswith("csv") else arabic
    writer = threading.Thread(target=lambda: pipe.write_text(content, encoding="utf-8"))
    writer.start()
    assert read_article(pipe).text == arabic
    writer.join()


def test_five_megabytes_are_read_whole(write: Write, arabic: str) -> None:
    line = arabic.splitlines()[1] + "\n"
    text = line * (5_000_000 // len(line.encode()) + 1)
    article = read_article(write("long.txt", text))
    assert article.text == text
    assert len(article.sentences) == text.count("\n")


def test_beyond_the_limit_nothing_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 1000)
    with pytest.raises(TooLargeError, match=r"larger than 1,000 bytes.*jsonl or csv"):
        read_article(write("long.txt", "word " * 300))
    with pytest.raises(TooLargeError):
        read_bytes(b"word " * 300)


GOOD = "قالت الوزارة إن الجسر سيفتح غدا."


def jsonl(*records: object) -> str:
    return "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records)


def test_records_of_jsonl(write: Write) -> None:
    path = write(
        "a.jsonl", jsonl({"id": 7, "title": "الجسر", "text": GOOD}, "", {"body": "The bridge opened on Monday."})
    )
    first, second = read_articles(path)
    assert (first.id, first.place, first.error) == ("7", "line 1", None)
    assert first.article is not None
    assert (first.article.title, first.article.origin) == ("الجسر", f"{path}, line 1")
    assert (second.id, second.place) == ("2", "line 3")
    assert second.article is not None
    assert second.article.language == "en"


def test_paragraphs_in_an_array(write: Write) -> None:
    (record,) = read_articles(write("a.jsonl", jsonl({"text": [GOOD, "وهو طويل جدا."]})))
    assert record.article is not None
    assert len(record.article.paragraphs) == 2


def test_broken_json_on_line_7_does_not_end_the_file(write: Write) -> None:
    good = {"text": GOOD}
    path = write("news.jsonl", jsonl(*[good] * 6, '{"text": "بلا نهاية', *[good] * 3))
    records = list(read_articles(path))
    assert [record.error is None for record in records] == [True] * 6 + [False] + [True] * 3
    message = str(records[6].error)
    assert isinstance(records[6].error, FormatError)
    assert message.startswith(f"{path}, line 7, column 10: broken JSON")
    assert "sed -n 7p" in message
    assert records[6].place == "line 7"


@pytest.mark.parametrize(
    ("line", "error", "message"),
    [
        ('["a"]', FormatError, "found a JSON array"),
        ('"a"', FormatError, "found a JSON string"),
        ('{"text": 5}', FormatError, "'text' is a JSON number"),
        ('{"text": null}', FormatError, "'text' is a JSON null"),
        ('{"texte": "a", "titre": "b"}', FormatError, "There are: 'texte', 'titre'"),
        ("{}", FormatError, "There are: none"),
        ('{"text": ""}', EmptyInputError, "expected an article"),
        ('{"text": "نص \\ud83d مبتور"}', EncodingError, r"lone surrogate U\+D83D"),
        ('{"text": "Bonjour à tous, le pont est ouvert depuis hier."}', LanguageError, "French"),
        ("[" * 100_000, FormatError, "JSON beyond what can be read|broken JSON"),
    ],
)
def test_bad_records_of_jsonl(write: Write, line: str, error: type[InputError], message: str) -> None:
    good = {"text": GOOD}
    bad: list[Record] = []
    path = write("a.jsonl", jsonl(good, line, good))
    assert [record.id for record in read_articles(path, on_error=bad.append)] == ["1", "3"]
    (record,) = bad
    assert isinstance(record.error, error)
    assert record.article is None
    with pytest.raises(error, match=message):
        raise record.error
    assert "line 2" in str(record.error)


def test_a_broken_byte_in_one_line(write: Write) -> None:
    line = jsonl({"text": GOOD}).encode()
    records = list(read_articles(write("a.jsonl", line + line[:10] + b"\xff" + line[10:] + line)))
    assert [record.error is None for record in records] == [True, False, True]
    assert isinstance(records[1].error, EncodingError)
    assert "line 2: byte 0xFF" in str(records[1].error)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso8859-6"])
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_records_in_every_encoding(write: Write, encoding: str, name: str) -> None:
    content = f"text\n{GOOD}\n{GOOD}\n" if name == "a.csv" else jsonl({"text": GOOD}, {"text": GOOD})
    records = list(read_articles(write(name, content.encode(encoding))))
    assert [record.article.text for record in records if record.article] == [GOOD, GOOD]


def test_utf16_cut_in_a_later_line_ends_with_an_error(write: Write) -> None:
    data = jsonl(*[{"text": GOOD}] * 3).encode("utf-16")[:-1]
    records = list(read_articles(write("a.jsonl", data)))
    assert [record.error is None for record in records][:2] == [True, True]
    assert isinstance(records[-1].error, EncodingError)


def test_jsonl_is_recognised_without_its_name(write: Write) -> None:
    path = write("data.txt", jsonl({"text": GOOD}, {"text": GOOD}))
    assert [record.error for record in read_articles(path)] == [None, None]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_with_quoted_line_ends_commas_and_quotes(write: Write, delimiter: str, end: str) -> None:
    text = f'قال: ""الجسر آمن، ومتين"",{end}وأضاف; أنه سيفتح | غدا.'
    rows = [delimiter.join(("id", "headline", "text")), delimiter.join(("n1", "الجسر", f'"{text}"')), ""]
    (record,) = read_articles(write("a.csv", "\ufeff" + end.join(rows)))
    assert record.article is not None
    assert record.article.text == "الجسر\n\n" + text.replace('""', '"')
    assert (record.id, record.article.title, record.place) == ("n1", "الجسر", "line 2")


def test_named_columns(write: Write) -> None:
    path = write("a.csv", f"key,top,story\nk1,الجسر,{GOOD}\n")
    (record,) = read_articles(path, column="story", title_column="TOP", id_column="key")
    assert record.article is not None
    assert (record.id, record.article.title, record.article.sentences[-1].text) == ("k1", "الجسر", GOOD)
    assert read_article(path, column="story").text == GOOD


def test_a_table_of_one_column_needs_no_name(write: Write) -> None:
    assert read_article(write("a.csv", f"خبر\n{GOOD}\n")).text == GOOD


def test_a_missing_column_lists_those_there_are(write: Write) -> None:
    path = write("a.csv", f"key,story\n1,{GOOD}\n")
    with pytest.raises(FormatError, match=r"There are: 'key', 'story'.*column='story'"):
        list(read_articles(path))
    with pytest.raises(FormatError, match=r"no field 'txt'. There are: 'key', 'story'"):
        list(read_articles(path, column="txt"))
    with pytest.raises(FormatError, match=r"no field 'name' for the title"):
        list(read_articles(path, column="story", title_column="name"))


def test_bad_rows_of_a_table_do_not_end_it(write: Write) -> None:
    path = write("a.csv", f'id,text\n1,{GOOD}\n2,"نصف" اقتباس\n3,نص, بفاصلة\n\n5,{GOOD}\n6,"بلا نهاية\n')
    records = list(read_articles(path))
    assert [record.error is None for record in records] == [True, False, False, True, False]
    messages = [str(record.error) for record in records if record.error]
    assert "line 3: broken csv" in messages[0]
    assert "line 4: 3 fields, and the header has 2" in messages[1]
    assert "broken csv" in messages[2]
    assert [record.place for record in records] == ["line 2", "line 3", "line 4", "line 6", "line 7"]


def test_an_empty_table(write: Write) -> None:
    for content in ("", "\n\n", "id,text\n"):
        with pytest.raises(EmptyInputError):
            read_article(write("a.csv", content))
    assert list(read_articles(write("a.csv", "id,text\n"))) == []


def test_markup_in_a_record_is_removed(write: Write) -> None:
    page = f"<html><head><title>الجسر</title></head><body><p>{GOOD}</p></body></html>"
    first, second = read_articles(write("a.jsonl", jsonl({"text": page}, {"text": f"<i>{GOOD}</i>"})))
    assert first.article is not None
    assert second.article is not None
    assert (first.article.title, second.article.text) == ("الجسر", GOOD)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_several_records_are_no_single_article(write: Write, name: str) -> None:
    content = f"text\n{GOOD}\n{GOOD}\n" if name == "a.csv" else jsonl({"text": GOOD}, {"text": GOOD})
    path = write(name, content)
    for read in (lambda: read_article(path), lambda: plain_text(path.read_bytes(), name)):
        with pytest.raises(FormatError, match=r"several articles.*read_articles"):
            read()


def test_a_file_of_another_format_is_one_record(write: Write, arabic: str) -> None:
    (record,) = read_articles(write("news.txt", arabic))
    assert record.article is not None
    assert (record.id, record.article.text) == ("news", arabic)
    (record,) = read_articles(write("zahlen.txt", "1 2 3"))
    assert isinstance(record.error, EmptyInputError)


def test_reading_many_records_keeps_memory_flat(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    line = jsonl({"text": " ".join([GOOD] * 40)})
    with path.open("w", encoding="utf-8") as stream:
        for _ in range(1600):
            stream.write(line)
    records = read_articles(path)
    next(records)
    tracemalloc.start()
    for _ in range(80):
        next(records)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    records.close()  # type: ignore[attr-defined]
    assert path.stat().st_size > 3_000_000
    assert peak < 2_000_000


def test_importing_loads_no_library_of_a_format() -> None:
    code = (
        "import sys, article.read, article.fetch; "
        "heavy = ('trafilatura', 'docx', 'lxml', 'srt', 'markdown_it', 'httpx', 'charset_normalizer'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
