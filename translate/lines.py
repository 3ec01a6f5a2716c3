"""Line mode: one line in, one line out, in memory that does not grow with the input."""

from __future__ import annotations

import io
import select
from collections.abc import Iterator
from typing import BinaryIO, Final

from article.language import detect_language
from article.model import Article, Paragraph
from article.split import split_sentences
from base.errors import EncodingError, LanguageError
from base.languages import LANGUAGES, Language, other

_READ: Final = 1 << 16
_FIRST: Final = 32
_CHUNK: Final = 1024
_PATIENCE: Final = 0.05
_SURE: Final = 20


def read_chunks(stream: BinaryIO) -> Iterator[list[str]]:
    """Yield the lines of a stream, without their line feed, in chunks.

    Only a line feed ends a line, as for `wc -l`; a last line without one counts. Chunks grow from 32 to 1,024
    lines; when whoever writes at the other end pauses, what is there already is given out. Bytes that are no
    UTF-8 come as lone surrogates (PEP 383).
    """
    size, rest, lines = _FIRST, b"", list[str]()
    while data := _read_some(stream):
        *whole, rest = (rest + data).split(b"\n")
        lines += [line.decode("utf-8", "surrogateescape") for line in whole]
        while len(lines) >= size:
            yield lines[:size]
            lines, size = lines[size:], _CHUNK
        if lines and not _more_ready(stream):
            yield lines
            lines = []
    if rest:
        lines.append(rest.decode("utf-8", "surrogateescape"))
    if lines:
        yield lines


def line_article(line: str, source: Language) -> Article:
    """Return a line as an article of one paragraph, or none when it is blank."""
    sentences = tuple(split_sentences(line))
    paragraphs = (Paragraph(sentences, sentences[0].start, sentences[-1].end),) if sentences else ()
    return Article(line, paragraphs, source, origin="<line>")


def target_of(lines: list[str], wanted: Language | None, name: str) -> Language | None:
    """Return the language to translate the lines into, or None when there are no letters to tell from.

    Raises `LanguageError` for lines in neither language, as far as there are enough of them to be sure, and
    `EncodingError` when they are not UTF-8.
    """
    text = "\n".join(lines)
    _check_encoding(lines, name)
    words = sum(any(map(str.isalpha, word)) for word in text.split())
    if not words:
        return None
    found = detect_language(text)
    if found.language in LANGUAGES and wanted is None:
        return other(found.language)
    if found.language not in LANGUAGES and (wanted is None or words >= _SURE):
        raise LanguageError(
            f"{name}: found {found.name}, expected Arabic or English. "
            "If that is wrong, name the target language with --to ar or --to en."
        )
    return wanted


def _check_encoding(lines: list[str], name: str) -> None:
    damaged = [number for number, line in enumerate(lines, start=1) if _is_damaged(line)]
    if damaged and len(damaged) > len(lines) / 2:
        raise EncodingError(
            f"{name}: line {damaged[0]} is not UTF-8, nor are most of the others, and --lines expects UTF-8. "
            "Convert the file first, for example: iconv -f windows-1256 -t utf-8"
        )


def _is_damaged(line: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in line)


def _read_some(stream: BinaryIO) -> bytes:
    """Read what there is, waiting only when there is nothing."""
    read1 = getattr(stream, "read1", None)
    return bytes(read1(_READ) if read1 is not None else stream.read(_READ))


def _more_ready(stream: BinaryIO) -> bool:
    """Say whether more can be read without waiting long; True where the system cannot tell."""
    try:
        return bool(select.select([stream.fileno()], [], [], _PATIENCE)[0])
    except (OSError, ValueError, io.UnsupportedOperation):
        return True
