"""Observe an exercise's programs: the sandbox, the profile that a program needs, and its limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from grader.errors import PageError
from grader.inside.observation import Limits, Observed, Outcome, Program, Scenario
from grader.keys.key import Row
from grader.keys.making.remembering import Remembering, Watching
from grader.keys.profile import profile_of, torch_of
from grader.pages.page import Exercise


@dataclass(frozen=True)
class Looker:
    """An exercise's programs, the sandbox to watch them in, and limits other than its own."""

    exercise: Exercise
    sandbox: Watching
    limits: Limits | None = None

    def again(self) -> Looker:
        """Return one that really observes a program a second time."""
        return replace(self, sandbox=self.sandbox.again()) if isinstance(self.sandbox, Remembering) else self

    def observe(self, program: Program, scenarios: Sequence[Scenario]) -> Observed:
        """Return what a program does, loading included."""
        profile = profile_of(program, torch_of(scenarios, self.exercise.allows_torch))
        return self.sandbox.observe(program, scenarios, profile, self.limits)

    def numbers(self, program: Program, scenarios: Sequence[Scenario]) -> Row:
        """Return what a program of mutants gives; of what gives no numbers maybe the outcome alone."""
        profile = profile_of(program, torch_of(scenarios, self.exercise.allows_torch))
        if isinstance(self.sandbox, Remembering):
            return self.sandbox.numbers(program, scenarios, profile, self.limits)
        return self.sandbox.observe(program, scenarios, profile, self.limits).row

    def ahead(self, program: Program, sets: Sequence[Sequence[Scenario]]) -> None:
        """Have a program observed on several lists of scenarios at once, where rows are remembered."""
        if isinstance(self.sandbox, Remembering):
            profile = profile_of(program, torch_of(sets[0], self.exercise.allows_torch))
            self.sandbox.foresee(program, sets, profile, self.limits)

    def row(self, program: Program, scenarios: Sequence[Scenario]) -> Row:
        """Return what a program of the page gives on the scenarios.

        Raises:
            PageError: its text does not even load.
        """
        seen = self.observe(program, scenarios)
        if seen.load.outcome is not Outcome.RETURNED:
            path, line = self.exercise.source.path, seen.load.line
            raise PageError(path, line, f"this program of the page does not load: {seen.load.error}")
        return seen.row

    def versions(self) -> Mapping[str, str]:
        """Return the versions of the libraries that the reference was observed with."""
        profile = profile_of(self.exercise.reference, torch_of((), self.exercise.allows_torch))
        return self.sandbox.versions(profile)
