"""What a guard has to say about a translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from base.flags import Flag, FlagCode

_LONGEST_DETAIL: Final = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found in a target.

    `cost` is how much worse a hypothesis is for it, when hypotheses are compared; a finding of cost 0 is
    information and no reason to translate again. One that is not `reported` is a suspicion: enough for
    another attempt, too weak for a flag.
    """

    code: FlagCode
    detail: str = ""
    cost: float = 1.0
    reported: bool = True

    @property
    def flag(self) -> Flag:
        """The flag that a reader gets; a detail of many words is cut."""
        detail = self.detail if len(self.detail) <= _LONGEST_DETAIL else self.detail[:_LONGEST_DETAIL] + "…"
        return Flag(self.code, detail)
