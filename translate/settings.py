"""What a user may decide about translating, and what was found best for a model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

DigitStyle = Literal["western", "arabic-indic"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a `Translator`; None takes what is best for the model.

    `beam_size`, `length_penalty` and `no_repeat_ngram` are those of the first decoding; `batch_tokens` the engine's
    budget, without influence on the results. `retries` is the number of further decodings a segment with findings may
    get (0 to 2). `low_confidence` is the score (mean natural-log probability of a piece) below which a segment is
    flagged, minus infinity for never; None takes the model's own calibration (`translate.confidence`), and flags
    nothing for a model without one. `digits` is the style of digits in Arabic output.
    """

    beam_size: int = 4
    length_penalty: float | None = None
    no_repeat_ngram: int | None = None
    batch_tokens: int = 2048
    retries: int = 2
    low_confidence: float | None = None
    digits: DigitStyle = "western"

    def for_model(self, name: str) -> Settings:
        """Return the settings with what was left open filled in for the model of this name."""
        best = _BEST.get(name, _PLAIN)
        return replace(
            self,
            length_penalty=best.length_penalty if self.length_penalty is None else self.length_penalty,
            no_repeat_ngram=best.no_repeat_ngram if self.no_repeat_ngram is None else self.no_repeat_ngram,
        )


_PLAIN: Final = Settings(length_penalty=1.0, no_repeat_ngram=0)
_BEST: Final = {"compact": Settings(length_penalty=1.4, no_repeat_ngram=3)}
"""Found with beam 4 on every sixth sentence of the development sets, chrF by direction (FLORES-200 ar-en, news ar-en,
FLORES-200 en-ar, news en-ar): penalty 1.4 without blocking 37.2, 42.0, 30.0, 37.5; blocked trigrams 37.5, 42.4, 30.5,
37.8, with a penalty of 1.0 37.3, 42.1, 30.3, 37.4. Beam 6 gives up to 0.7 more for half as much time again, beam 2
0.7 to 1.8 less.
"""
