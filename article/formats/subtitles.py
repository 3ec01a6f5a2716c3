"""SubRip subtitles (srt): cues put together to sentences again, formatting removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from article.formats.extracted import ExtractedText
from article.formats.markup import strip_markup
from base.errors import FormatError

if TYPE_CHECKING:
    from srt import Subtitle

_ARROW: Final = re.compile("-{1,3} ?>")
_CLOCK: Final = re.compile(r"\d:\d")
_OPENING: Final = re.compile(r"\s*(?:\d+[ \t]*\r?\n)?\d+:\d\d:\d\d[,.]\d+[ \t]*-->[ \t]*\d+:\d\d:\d\d")
_STYLE: Final = re.compile(r"\{\\[^{}]*\}|\{/?[ibu]\}", re.IGNORECASE)
_SPEAKER: Final = re.compile(r"^\s*[-–—]\s*(?=\S)")
_ENDED: Final = re.compile(r"[.!?؟…۔]['\"”’»)\]]*$")
_PAUSE: Final = timedelta(seconds=2)
_LONG_PAUSE: Final = timedelta(seconds=6)


def looks_like(text: str) -> bool:
    """Say whether `text` begins with a cue: a number on its own line, then a timing."""
    return _OPENING.match(text) is not None


def extract(text: str, origin: str) -> ExtractedText:
    """Return what is said, one paragraph per turn of speech.

    A turn ends where a line begins with a dash, or after a finished sentence followed by 2 seconds of silence, or after
    6 seconds of silence. Raises `FormatError` naming the line where the file is no SubRip.
    """
    turns: list[list[str]] = []
    last = timedelta(0)
    for cue in _cues(text, origin):
        spoken = _spoken(cue.content)
        silence = cue.start - last
        fresh = (
            not turns or silence >= _LONG_PAUSE or (silence >= _PAUSE and _ENDED.search(turns[-1][-1][-8:]) is not None)
        )
        for new_speaker, line in spoken:
            if fresh or new_speaker:
                turns.append([line])
            else:
                turns[-1].append(line)
            fresh = False
        last = max(last, cue.end)
    return ExtractedText("\n\n".join(" ".join(turn) for turn in turns), None, "srt")


def _spoken(content: str) -> list[tuple[bool, str]]:
    """Return the lines of a cue, each with whether a dash marks another speaker."""
    lines = (" ".join(line.split()) for line in strip_markup(_STYLE.sub("", content)).splitlines())
    return [(_SPEAKER.match(line) is not None, _SPEAKER.sub("", line)) for line in lines if line]


def _cues(text: str, origin: str) -> Iterator[Subtitle]:
    import srt

    try:
        for cue in srt.parse(text):
            swallowed = next(filter(_is_almost_timing, cue.content.splitlines()), None)
            if swallowed is not None:
                raise _broken(text, text.index(swallowed), origin)
            yield cue
    except srt.SRTParseError as error:
        raise _broken(text, error.expected_start, origin) from None
    except (srt.TimestampParseError, ValueError, OverflowError):
        raise _broken(text, 0, origin) from None


def _is_almost_timing(line: str) -> bool:
    return _ARROW.search(line) is not None and _CLOCK.search(line) is not None


def _broken(text: str, offset: int, origin: str) -> FormatError:
    """Return an error naming the line at or after `offset` that should have been a timing."""
    offset += len(text[offset:]) - len(text[offset:].lstrip())
    lines = text[offset:].splitlines()
    index = next((index for index, line in enumerate(lines[:3]) if ">" in line or line.count(":") > 1), 0)
    shown = lines[index].strip()[:60] if lines else ""
    return FormatError(
        f"{origin}, line {text.count(chr(10), 0, offset) + index + 1}: {shown!r} is no timing of a cue. "
        "Expected a number, a line such as 00:01:02,500 --> 00:01:04,000, and the text. Correct the line, or "
        "write the file again: ffmpeg -i FILE FIXED.srt."
    )
