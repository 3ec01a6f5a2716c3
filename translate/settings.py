"""What a user may decide about translating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DigitStyle = Literal["western", "arabic-indic"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a `Translator`.

    `beam_size` is that of the first decoding; `batch_tokens` the engine's budget, without influence on
    the results. `retries` is the number of further decodings a segment with findings may get (0 to 2).
    `low_confidence` is the score (mean natural-log probability of a piece) below which a segment is
    flagged; None switches that flag off. It depends on the model: a good value is the score that one
    sentence in a hundred falls short of in a development set that the model translates well. `digits` is
    the style of digits in Arabic output.
    """

    beam_size: int = 4
    batch_tokens: int = 2048
    retries: int = 2
    low_confidence: float | None = None
    digits: DigitStyle = "western"
