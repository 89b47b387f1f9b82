"""What came of running a script up to one of its loops."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.inside.scripts.rewriting.loops import TRAINS, Loop
from grader.inside.scripts.trials.found import Found

NOTHING = ("no_loss", "no_parameter", "cut")
"""What is known of a loop that does not train, unless a statement in it looks like a step."""


@dataclass
class Seen:
    """What came of running a script up to one of its loops."""

    loop: Loop | None = None
    why: str = ""
    found: Found | None = None
    fault: BaseException | None = None
    before: float = 0.0
    line: int = 0
    skipped: list[BaseException] = field(default_factory=list)

    def settle(self) -> None:
        """Say that no loop trains where this one shows nothing and no statement in it looks like a step."""
        if self.loop is not None and self.loop.score < TRAINS and self.why in NOTHING:
            self.why = "no_loop"

    @property
    def worth(self) -> int:
        """How much was learnt."""
        if self.found is not None:
            return 4 + min(len(self.found.losses), 1)
        return {
            "no_loss": 3,
            "many_steps": 3,
            "too_many": 3,
            "gathers": 3,
            "out_of_time": 3,
            "no_parameter": 2,
            "never_stepped": 2,
            "nothing_moves": 3,
            "rebound": 3,
            "cut": 3,
            "not_finite": 3,
            "no_loop": 0,
        }.get(self.why, 1 if self.why else 0)
