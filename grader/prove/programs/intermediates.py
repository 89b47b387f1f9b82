"""Faults of the quantities on the way that a page names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.grading.intermediates import hold, mine
from grader.pages.marks import Intermediates
from grader.prove.evidence.proof import Evidence, Fault


def unsaid_intermediates(evidence: Evidence) -> Iterator[Fault]:
    """Report a quantity that students cannot know by its name, or that no public check records."""
    seen = {
        (check.task, name)
        for check, row in zip(evidence.key.checks, evidence.key.reference, strict=True)
        for name in mine(row.values, check.scenario.intermediates)
    }
    for task, names in evidence.exercise.intermediates.items():
        told = f"{evidence.exercise.story}\n{ast.get_docstring(evidence.source.tasks[task])}"
        for name in names:
            if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told):
                message = (
                    f"neither the story nor the docstring of {task} says what {name} is; explain it there"
                )
                yield Fault("intermediates", line_of(evidence, task), message)
            elif (task, name) not in seen:
                message = f"no public check of {task} sees numbers in {name}; add a check, or take it out"
                yield Fault("intermediates", line_of(evidence, task), message)


def other_intermediates(evidence: Evidence) -> Iterator[Fault]:
    """Report a right program in which a quantity of that name is another one: students would be misled."""
    for line in evidence.trials[0].right:
        for place, check in enumerate(evidence.key.checks):
            names = check.scenario.intermediates
            got, right = (mine(row[place].values, names) for row in (line.row, evidence.key.reference))
            for quantity in hold(got, right, check.bound):
                if quantity.how != "right":
                    message = (
                        f"{line.name} means something else by {quantity.name} than the reference; "
                        "rename one of them, or leave it out of the intermediates"
                    )
                    yield Fault("intermediates", evidence.line_of(line.id), message)
                    return


def line_of(evidence: Evidence, task: str) -> int:
    """Return the page's line where a task's intermediates are named."""
    marks = evidence.exercise.constants.items()
    found = (name for name, mark in marks if isinstance(mark, Intermediates) and mark.task == task)
    return evidence.line_of(next(found, ""))
