"""What runs scenarios on a program, as the path of a grading sees it: a sandbox here, or one elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from grader.inside.observation import Limits, Observed, Program, Scenario


class Observer(Protocol):
    """Whatever runs scenarios on a program and says what happened, within a total of seconds."""

    def observe(
        self,
        program: Program,
        scenarios: Sequence[Scenario],
        profile: str,
        limits: Limits | None = None,
        *,
        total: float = 0.0,
    ) -> Observed:
        """Return what happened; raise SandboxError where nothing is known."""
