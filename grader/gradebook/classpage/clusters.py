"""Find students whose wrong numbers are the same and unknown: each group may share a mistake to describe."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from grader.gradebook.reading import Standing
from grader.grading.verdict import Report, Verdict
from grader.words.plain import clip

SHOWN_AT_MOST = 12
"""Groups on the page, the largest first."""

SIDE_BY_SIDE = 3
"""Different programs of a group that stand beside each other."""

LINES, CHARACTERS = 40, 4000
"""As much of a program as is shown."""


@dataclass(frozen=True)
class Group:
    """Students with the same wrong numbers in one task, and a few of their different programs."""

    exercise: str
    task: str
    checks: tuple[str, ...]
    students: tuple[tuple[str, str], ...]
    programs: tuple[Standing, ...]
    different: int


@dataclass
class Gather:
    """Groups in the making, by exercise, task and fingerprint."""

    found: dict[tuple[str, str, str], list[tuple[str, str, str]]] = field(default_factory=dict)
    programs: dict[tuple[str, str, str], dict[str, Standing]] = field(default_factory=dict)
    checks: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)

    def add(self, one: Standing) -> None:
        """Take in what is unknown of one standing."""
        for unknown in one.grade.unknown:
            place = (one.attempt.exercise, unknown.task, unknown.print)
            self.found.setdefault(place, []).append(
                (one.attempt.student, one.attempt.name, one.attempt.sha256)
            )
            self.checks[place] = unknown.checks
            kept = self.programs.setdefault(place, {})
            if len(kept) < SIDE_BY_SIDE:
                kept.setdefault(one.attempt.sha256, one)

    def groups(self) -> tuple[Group, ...]:
        """Return the groups of two or more students, the largest first."""
        made = [
            Group(
                exercise=place[0],
                task=place[1],
                checks=self.checks[place],
                students=tuple((student, name) for student, name, _ in members),
                programs=tuple(self.programs[place].values()),
                different=len({sha256 for *_, sha256 in members}),
            )
            for place, members in sorted(self.found.items())
            if len(members) > 1
        ]
        return tuple(sorted(made, key=lambda group: (-len(group.students), group.exercise, group.task)))


@dataclass(frozen=True)
class Excerpt:
    """One student's definition of the task."""

    student: str
    text: str


@dataclass(frozen=True)
class Cluster:
    """A group ready to show: its wrong numbers, its programs side by side, and a misconception to paste."""

    group: Group
    verdicts: tuple[Verdict, ...]
    excerpts: tuple[Excerpt, ...]
    proposal: str


def describe(groups: Sequence[Group], judge: Callable[[Standing], Report | None]) -> tuple[Cluster, ...]:
    """Return the largest groups with what they gave and what they wrote."""
    found = []
    for group in groups[:SHOWN_AT_MOST]:
        reports = [(one, judge(one)) for one in group.programs]
        known = [(one, report) for one, report in reports if report is not None]
        if not known:
            continue
        verdicts = tuple(verdict for verdict in known[0][1].verdicts if verdict.id in group.checks)
        excerpts = tuple(
            Excerpt(one.attempt.name or one.attempt.student, definition(report.source, group.task))
            for one, report in known
        )
        found.append(Cluster(group, verdicts, excerpts, proposal(excerpts[0].text, group.task)))
    return tuple(found)


def definition(text: str, task: str) -> str:
    """Return a task's definition from a program's text; the beginning of the text where there is none."""
    name = task.rpartition(".")[2]
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        nodes = []
    found = [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name == name]
    segment = ast.get_source_segment(text, found[-1]) if found else None
    return clip(segment or text.strip(), CHARACTERS, LINES)


def proposal(text: str, task: str) -> str:
    """Return a misconception as an author would paste it into the page, to be named and explained."""
    match = re.match(r"(async )?def \w+", text)
    if not match:
        return ""
    head, _, rest = text.partition("\n")
    renamed = re.sub(r"def \w+", "def name_of_the_mistake", head, count=1)
    sentence = '    """Say what these numbers come from; the student reads this."""'
    return f"@misconception({task})\n{renamed}\n{sentence}\n{rest}"
