"""What the command line tells about a translation: JSON for programs, one line for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from translate.model import Segment, Translation


def translation_json(translation: Translation, place: Mapping[str, str | int]) -> str:
    """Return one line of JSON; `place` says where the text came from (a file, and a line of it)."""
    return json.dumps(
        {
            **place,
            "source_language": translation.source_language,
            "target_language": translation.target_language,
            "signature": translation.signature,
            "text": translation.text,
            "segments": [segment_record(segment) for segment in translation.segments],
        },
        ensure_ascii=False,
    )


def segment_record(segment: Segment) -> dict[str, object]:
    """Return a segment as it appears in JSON."""
    return {
        "id": segment.id,
        "paragraph": segment.paragraph,
        "source": segment.source,
        "target": segment.target,
        "score": round(segment.score, 4),
        "flags": [{"code": flag.code, "detail": flag.detail} for flag in segment.flags],
    }


def count_flags(segments: Sequence[Segment]) -> Counter[str]:
    """Count segments with any flag under `""`, and with each flag under its code."""
    counts: Counter[str] = Counter()
    for segment in segments:
        counts.update({""} if segment.flags else ())
        counts.update({flag.code for flag in segment.flags})
    return counts


def flag_summary(counts: Counter[str], total: int) -> str:
    """Return a sentence on the flags of `total` sentences, empty when there are none."""
    if not counts[""]:
        return ""
    codes = ", ".join(f"{number} {code}" for code, number in sorted(counts.items()) if code)
    return f"{counts['']} of {total} sentences are flagged ({codes}); --json shows which."
