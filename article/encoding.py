"""Bytes to text: UTF-8, UTF-16 and UTF-32, and the 8-bit encodings Arabic and English texts still come in.

Order: byte order mark, UTF-16 by its pattern of high bytes, UTF-8, a declared encoding, then the legacy
encodings of `article.legacy`. A guess is taken only when its words look like words and no other guess looks
as good.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final, Literal

from article import legacy
from base.errors import EncodingError, FormatError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EXPECTED: Final = "Expected UTF-8, UTF-16, Windows-1256, ISO-8859-6 or Windows-1252"
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
_HIGH_BYTES: Final = bytes(range(0x80, 0x100))
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_DECLARABLE: Final = re.compile(r"(?:ascii|big5|cp|euc|gb|ibm|iso|koi8|latin|mac|shift|tis|us-ascii|windows)[\w-]*")
_MAX_CONTROL_SHARE: Final = 0.003
_UTF16_SAMPLE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte order mark or lone surrogates, and the Python name of the encoding it came in."""

    text: str
    encoding: str


def decode(data: bytes, *, origin: str = "<bytes>", declared: str | None = None) -> Decoded:
    """Return the text of `data`; `declared` is what the format itself names, such as a `<meta charset>`.

    Raises `EncodingError` naming byte offset, bytes and line for a text with broken bytes, and naming the
    candidates when two encodings fit equally well; `FormatError` for bytes that are no text at all.
    """
    encoding, mark = _unicode_encoding(data)
    if encoding is not None:
        text = _decode_strictly(data[mark:], encoding, origin, mark)
    else:
        encoding, text = _decode_unmarked(data, origin, declared)
    if "\x00" in text:
        raise _nul_error(text, encoding, origin, mark)
    return Decoded(text.removeprefix("\ufeff"), encoding)


def detect_encoding(sample: bytes, *, origin: str = "<bytes>") -> str:
    """Return the encoding of a file of which `sample` is the beginning, possibly cut inside a character.

    UTF-8 with a few broken bytes is `utf-8`: their record has to answer for them. Raises what `decode` raises.
    """
    encoding, _ = _unicode_encoding(sample)
    if encoding is not None:
        return encoding
    if _mostly_utf8(sample) and not _is_binary(sample):
        return "utf-8"
    return decode(_whole_characters(sample), origin=origin).encoding


def byte_order_mark(data: bytes) -> bytes:
    """Return the byte order mark `data` begins with, or nothing."""
    return next((mark for mark, _ in _BOMS if data.startswith(mark)), b"")


def check_surrogates(text: str, *, origin: str, place: str = "") -> None:
    """Raise `EncodingError` naming the first lone surrogate (D800-DFFF) of `text`, if there is one.

    Surrogates DC80-DCFF stand for undecodable bytes, as the error handler `surrogateescape` leaves them.
    """
    match = _SURROGATE.search(text)
    if match is None:
        return
    code, where = ord(match.group()), f"{origin}, {place}" if place else origin
    if 0xDC80 <= code <= 0xDCFF:
        found = f"byte 0x{code - 0xDC00:02X} after {match.start()} characters is no text in the file's encoding"
        remedy = f"{_EXPECTED} throughout: write the file again as UTF-8"
    else:
        found = f"lone surrogate U+{code:04X} after {match.start()} characters, half of a character"
        remedy = "Expected both halves of the pair: write the character itself, in UTF-8"
    raise EncodingError(f"{where}: {found} (after {_tail(text[: match.start()])!r}). {remedy}.")


def _unicode_encoding(data: bytes) -> tuple[str | None, int]:
    """Return the encoding told by a byte order mark or by the high bytes of UTF-16, and the mark's length."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    return _utf16_pattern(data[:_UTF16_SAMPLE]), 0


def _utf16_pattern(data: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """Recognise UTF-16 without a mark: every second byte, and no other, is 00 (ASCII) or 06 (Arabic)."""
    size = len(data) // 2
    if size == 0:
        return None
    even, odd = (sum(half.count(byte) for byte in b"\x00\x06") / size for half in (data[::2], data[1::2]))
    if max(even, odd) < 0.7 or min(even, odd) > 0.1:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_unmarked(data: bytes, origin: str, declared: str | None) -> tuple[str, str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_binary(data):
            raise _binary_error(data, origin) from None
        if _mostly_utf8(data):
            raise _broken_error(data, error, "UTF-8", origin, 0) from None
    else:
        if _is_binary(data):
            raise _binary_error(data, origin)
        return "utf-8", text
    return _declared(data, declared) or legacy.decode(data, origin)


def _declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    """Decode as the document says it is encoded, unless it says something that cannot be."""
    label = (declared or "").strip().strip("\"'").lower()
    if not _DECLARABLE.fullmatch(label):
        return None
    if label in ("iso-8859-1", "latin1", "ascii", "us-ascii"):
        label = "cp1252"  # as the Encoding Standard of WHATWG reads these labels
    try:
        return codecs.lookup(label).name, data.decode(label)
    except (LookupError, UnicodeError, ValueError):
        return None


def _decode_strictly(data: bytes, encoding: str, origin: str, shift: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken_error(data, error, encoding.upper(), origin, shift) from None


def _is_binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > (max(2.0, _MAX_CONTROL_SHARE * len(data)) if len(data) >= 64 else 0.1 * len(data))


def _mostly_utf8(data: bytes) -> bool:
    """Say whether damaged bytes are the exception in a text that has UTF-8 characters beyond ASCII."""
    rest, whole = _MULTIBYTE.subn(b"", data)
    return whole > len(rest) - len(rest.translate(None, _HIGH_BYTES))


def _whole_characters(sample: bytes) -> bytes:
    """Cut the beginning of a file after its last line end, or before a UTF-8 character cut in two."""
    line_end = sample.rfind(b"\n")
    if line_end > 0:
        return sample[: line_end + 1]
    for back in range(1, min(4, len(sample))):
        if sample[-back] >= 0xC0:
            whole = _MULTIBYTE.fullmatch(sample[-back:])
            return sample if whole else sample[:-back]
        if sample[-back] < 0x80:
            break
    return sample


def _broken_error(data: bytes, error: UnicodeDecodeError, encoding: str, origin: str, shift: int) -> EncodingError:
    before = data[: error.start].decode(error.encoding, "replace")
    shown = " ".join(f"0x{byte:02X}" for byte in data[error.start : max(error.end, error.start + 1)][:4])
    if "end of data" in error.reason or "truncated" in error.reason:
        state = "the file ends in the middle of a character"
        remedy = "It was cut off: copy or download it again"
    else:
        state = f"not valid {encoding}, although the text around is"
        remedy = (
            f"Repair the character there, or drop the broken bytes: iconv -c -f {encoding} -t UTF-8 FILE > REPAIRED"
        )
    return EncodingError(
        f"{origin}: bytes {shown} at offset {error.start + shift} (line {_line(before)}, "
        f"after {_tail(before)!r}): {state}. {_EXPECTED} throughout. {remedy}."
    )


def _binary_error(data: bytes, origin: str) -> FormatError:
    first = next(index for index, byte in enumerate(data) if byte in _CONTROLS)
    return FormatError(
        f"{origin}: binary data, not text (control byte 0x{data[first]:02X} at offset {first}). Expected an "
        "article as txt, Markdown, HTML, docx, jsonl, csv, tsv or srt: export it to one of these first."
    )


def _nul_error(text: str, encoding: str, origin: str, mark: int) -> EncodingError:
    before = text[: text.index("\x00")]
    offset = len(before.encode(encoding)) + mark
    return EncodingError(
        f"{origin}: NUL character at byte offset {offset} (line {_line(before)}, "
        f"after {_tail(before)!r}), which no text has. The file is damaged or is not text. "
        "To remove them from a UTF-8 file: tr -d '\\000' < FILE > REPAIRED."
    )


def _line(before: str) -> int:
    return before.count("\n") + 1


def _tail(text: str) -> str:
    return text[-12:].rpartition("\n")[2]
