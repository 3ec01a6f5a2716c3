"""What a guard has to say about a translation."""

from __future__ import annotations

from dataclasses import dataclass

from base.flags import Flag, FlagCode


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
        """The flag that a reader gets."""
        return Flag(self.code, self.detail)
