"""Kinds of files that hold no text to read, known by their first bytes."""

from __future__ import annotations

import re
from typing import Final

from base.errors import FormatError

ZIP: Final = b"PK\x03\x04"
_PDF_REMEDY: Final = "Take its text first: pdftotext FILE.pdf FILE.txt, or save it as docx in a word processor"
_OLD_WORD_REMEDY: Final = "Save it as docx without a password in a word processor"
_IMAGE_REMEDY: Final = "Text in a picture must be recognised first: tesseract -l ara+eng FILE OUT"
_SOUND_REMEDY: Final = "Speech must be transcribed first, for example to srt"
_ARCHIVE_REMEDY: Final = "Unpack it and give the article inside"
_OTHER_REMEDY: Final = "Give the article itself as txt, Markdown, HTML, docx, jsonl, csv, tsv or srt"
_KINDS: Final = (
    (rb"%PDF-", "a PDF file", _PDF_REMEDY),
    (rb"\xd0\xcf\x11\xe0", "an old Word file (.doc) or a password-protected one", _OLD_WORD_REMEDY),
    (rb"\{\\rtf", "an RTF file", "Save it as docx or txt in a word processor"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture", _IMAGE_REMEDY),
    (rb"\xff\xd8\xff", "a JPEG picture", _IMAGE_REMEDY),
    (rb"GIF8[79]a", "a GIF picture", _IMAGE_REMEDY),
    (rb"II\*\x00", "a TIFF picture", _IMAGE_REMEDY),
    (rb"MM\x00\*", "a TIFF picture", _IMAGE_REMEDY),
    (rb"RIFF....WEBP", "a WebP picture", _IMAGE_REMEDY),
    (rb"RIFF....WAVE", "a WAV recording", _SOUND_REMEDY),
    (rb"RIFF....AVI ", "an AVI film", _SOUND_REMEDY),
    (rb"\x00\x00..ftyp", "an MP4 or HEIC file", _SOUND_REMEDY),
    (rb"ID3[\x02-\x04]\x00", "an MP3 recording", _SOUND_REMEDY),
    (rb"OggS\x00", "an Ogg recording", _SOUND_REMEDY),
    (rb"fLaC", "a FLAC recording", _SOUND_REMEDY),
    (rb"\x1a\x45\xdf\xa3", "a Matroska or WebM film", _SOUND_REMEDY),
    (rb"\x1f\x8b", "a gzip archive", "Unpack it first: gunzip FILE"),
    (rb"BZh[1-9]1AY", "a bzip2 archive", "Unpack it first: bunzip2 FILE"),
    (rb"\xfd7zXZ\x00", "an xz archive", "Unpack it first: unxz FILE"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _ARCHIVE_REMEDY),
    (rb"Rar!\x1a\x07", "a RAR archive", _ARCHIVE_REMEDY),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive", "Unpack it first: unzstd FILE"),
    (rb".{257}ustar", "a tar archive", _ARCHIVE_REMEDY),
    (rb"PK\x05\x06", "an empty zip archive", _ARCHIVE_REMEDY),
    (rb"\x7fELF", "a program", _OTHER_REMEDY),
    (rb"SQLite format 3\x00", "an SQLite database", "Export a table as csv and give that"),
    (rb"PAR1", "a Parquet file", "Export it as jsonl or csv and give that"),
    (rb"%!PS", "a PostScript file", "Take the text out first: ps2ascii FILE > FILE.txt"),
)


def refuse_binary(data: bytes, origin: str) -> None:
    """Raise `FormatError` naming the kind of file and the way to a readable one, if `data` is of such a kind."""
    for pattern, kind, remedy in _KINDS:
        if re.match(pattern, data, re.DOTALL):
            raise FormatError(f"{origin} is {kind}, which Jisr does not read. {remedy}.")
