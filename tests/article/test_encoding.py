"""Bytes become the text that was written, or an error that says where and what to do."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.encoding import byte_order_mark, check_surrogates, decode, detect_encoding
from base.errors import EncodingError, FormatError

NEWS = (
    "أعلنت وزارة الطاقة، يوم الأحد، أن إنتاج المحطة الجديدة ارتفع بنسبة 12.5%.\n"
    "وأضاف المتحدث باسمها في مؤتمر صحفي: إن العمل سيستمر حتى نهاية العام؛ فهل يكفي ذلك؟"
)
SHORT = ["سلام", "مرحبا بكم", "وصل الوفد إلى العاصمة", "لا تعليق من الوزارة", "ارتفاع أسعار القمح", "ما رأيك في هذا"]
ENGLISH = "The minister said “no” – it’s a café in Málaga, after all – and paid £5…"
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", [*UNICODE, "cp1256", "iso8859-6"])
def test_arabic_news_comes_out_as_written(encoding: str) -> None:
    assert decode(NEWS.encode(encoding)).text == NEWS


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_a_short_arabic_text_is_right_or_refused_with_both_candidates(text: str, encoding: str) -> None:
    decoded, refusal = text, "Windows-1256 ISO-8859-6 iconv"
    try:
        decoded = decode(text.encode(encoding)).text
    except EncodingError as error:
        refusal = str(error)
    assert decoded == text
    assert all(word in refusal for word in ("Windows-1256", "ISO-8859-6", "iconv"))


@pytest.mark.parametrize("encoding", [*UNICODE, "cp1252"])
def test_english_with_typographic_characters(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


def test_french_in_windows_1252_is_decoded_since_language_is_judged_later() -> None:
    text = "L'été dernier, les élèves étaient à l'école où ça plaît à Noël."
    assert decode(text.encode("cp1252")).text == text


def test_english_with_an_arabic_name_in_windows_1256() -> None:
    text = "The newspaper الأيام الجديدة wrote on Monday that talks had begun in the capital."
    decoded = decode(text.encode("cp1256"))
    assert (decoded.text, decoded.encoding) == (text, "cp1256")


def test_vocalised_arabic_in_windows_1256() -> None:
    text = "قَالَ الوَزِيرُ إِنَّ العَمَلَ سَيَبْدَأُ غَدًا فِي المَدِينَةِ."
    assert decode(text.encode("cp1256")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Привет, как дела? Это русский текст о погоде и о городе.", "cp1251"),
        ("Γειά σου κόσμε, καλημέρα σε όλους τους φίλους μας", "cp1253"),
        ("שלום עולם, זהו טקסט קצר על מזג האוויר", "cp1255"),
        ("これは天気についての短い文章です。", "shift_jis"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
    ],
)
def test_other_legacy_encodings_are_refused_and_not_guessed(text: str, encoding: str) -> None:
    with pytest.raises(EncodingError, match=r"offset \d+ \(line 1\).*iconv -f"):
        decode(text.encode(encoding))


def test_two_candidates_that_both_fit_are_named_with_what_they_give() -> None:
    data = "سلم سلم".encode("iso8859-6")
    assert data.decode("cp1256") == "سنه سنه"
    with pytest.raises(EncodingError) as caught:
        decode(data)
    assert "Windows-1256 (“سنه سنه”)" in str(caught.value)
    assert "ISO-8859-6 (“سلم سلم”)" in str(caught.value)


@pytest.mark.parametrize("position", [0, 7, 60])
def test_a_broken_byte_in_utf8_is_named_with_offset_bytes_and_line(position: int) -> None:
    before = NEWS[:position].encode()
    data = before + b"\xff" + NEWS[position:].encode()
    with pytest.raises(EncodingError) as caught:
        decode(data, origin="news.txt")
    message = str(caught.value)
    assert message.startswith("news.txt: bytes 0xFF ")
    assert f"offset {len(before)} (line 1" in message
    assert "iconv -c" in message


def test_a_broken_byte_on_a_later_line() -> None:
    data = NEWS.encode() + b"\n" + NEWS.encode() + b" \xc3\x28 " + NEWS.encode()
    with pytest.raises(EncodingError, match=r"line 4"):
        decode(data)


def test_a_file_cut_inside_a_character_says_so() -> None:
    with pytest.raises(EncodingError, match=r"ends in the middle of a character.*download it again"):
        decode("سلام عليكم".encode()[:-1])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_cut_in_half_or_with_a_lone_surrogate(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    with pytest.raises(EncodingError, match="middle of a character"):
        decode(mark + NEWS.encode(encoding)[:-1])
    with pytest.raises(EncodingError, match=r"offset 10 "):
        decode(mark + "سلام\ud800 عليكم".encode(encoding, "surrogatepass"))


def test_surrogates_written_as_utf8_do_not_come_out() -> None:
    with pytest.raises(EncodingError):
        decode(NEWS.encode() + "\ud83d".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("size", [3, 40, 2000, 100_000])
def test_random_bytes_are_an_error_and_never_a_text(size: int) -> None:
    data = random.Random(size).randbytes(size)
    with pytest.raises((EncodingError, FormatError)):
        decode(data)


def test_nul_in_a_text_is_named() -> None:
    with pytest.raises(EncodingError, match=r"NUL character at byte offset 8 \(line 1"):
        decode("سلام\0 عليكم ".encode() + NEWS.encode())


def test_declared_encoding_is_believed_only_when_it_can_be() -> None:
    assert decode(NEWS.encode("cp1256"), declared="windows-1256").encoding == "cp1256"
    assert decode(NEWS.encode(), declared="windows-1256").text == NEWS
    assert decode(NEWS.encode("cp1256"), declared="no-such-encoding").text == NEWS
    russian = "Привет, это русский текст"
    assert decode(russian.encode("cp1251"), declared="windows-1251").text == russian


@pytest.mark.parametrize("declared", ["utf-7", "hex", "rot13", "undefined", "idna", "unicode_escape", "mbcs", "\0"])
def test_a_hostile_declaration_does_no_harm(declared: str) -> None:
    assert decode(NEWS.encode("cp1256"), declared=declared).text == NEWS


def test_ascii_needs_no_guess() -> None:
    assert decode(b"Plain text.").encoding == "utf-8"


@pytest.mark.parametrize("encoding", [*UNICODE, "cp1256"])
@pytest.mark.parametrize("cut", [200, 201, 202, 203])
def test_the_beginning_of_a_file_tells_its_encoding_wherever_it_is_cut(encoding: str, cut: int) -> None:
    data = NEWS.replace("\n", " ").encode(encoding)
    found = detect_encoding(data[:cut])
    assert data.decode(found).removeprefix("\ufeff") == NEWS.replace("\n", " ")


def test_byte_order_mark() -> None:
    assert byte_order_mark("س".encode("utf-8-sig")) == b"\xef\xbb\xbf"
    assert byte_order_mark(b"abc") == b""


def test_surrogates_are_named_by_what_they_stand_for() -> None:
    check_surrogates("سلام 😀", origin="x")
    with pytest.raises(EncodingError, match=r"x, line 3: byte 0x92 after 3 characters"):
        check_surrogates("it\udc92s"[:2] + " \udc92s", origin="x", place="line 3")
    with pytest.raises(EncodingError, match=r"lone surrogate U\+D83D"):
        check_surrogates("\ud83d", origin="x")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == text.removeprefix("\ufeff")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_give_a_writable_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode(data).text
    except (EncodingError, FormatError):
        return
    assert "\x00" not in text
    text.encode("utf-8")
