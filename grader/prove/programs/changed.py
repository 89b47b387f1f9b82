"""Faults of a reference that changes what it was given, and of whose docstring nobody would expect it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.inside.observation import CHANGED
from grader.prove.evidence.proof import Evidence, Fault

TOLD = re.compile(
    r"in[ -]place|chang|updat|overwrit|modif|mov(?:e|es|ed|ing)\b|add(?:s|ed)? to|append|writ|"
    r"set(?:s|ting)?\b|clear|reset|zero|fill|stor|sort|remember|keep",
    re.IGNORECASE,
)
"""Words of a docstring that speaks of what happens to an argument."""

KEPT = re.compile(
    r"stays? as (?:it|they) |(?:is|are) (?:not changed|left)|unchanged|leaves? the", re.IGNORECASE
)
"""Words of a docstring that promises the opposite."""


IN_PLACE = re.compile(
    r"(?:^|\.\s)(?:(?!\b(?:not|never|nothing|no|none|without|or)\b)[^.])*?\bin[ -]place\b(?! of\b)",
    re.IGNORECASE,
)
"""A sentence that promises a change, and denies nothing."""


def unchanged_arguments(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring that says "in place" of a task whose reference leaves its arguments as they were."""
    for name, node in evidence.source.tasks.items():
        pairs = zip(evidence.key.checks, evidence.key.reference, strict=True)
        own = [(check.scenario.kind, seen) for check, seen in pairs if check.task == name]
        changed = any(one.startswith(CHANGED) for _, seen in own for one in seen.values)
        plain = own and all(kind in ("returns", "gradients") for kind, _ in own)
        if plain and not changed and IN_PLACE.search(ast.get_docstring(node) or ""):
            yield Fault(
                "changes",
                node.lineno,
                f"the docstring of {name} says 'in place', and the reference leaves its arguments alone; "
                "correct one of them",
            )


def changed_arguments(evidence: Evidence) -> Iterator[Fault]:
    """Report a reference that changes an argument although its docstring says nothing of it."""
    told: set[str] = set()
    for check, seen in zip(evidence.key.checks, evidence.key.reference, strict=True):
        labels = [name.removeprefix(CHANGED) for name in seen.values if name.startswith(CHANGED)]
        node = evidence.source.tasks[check.task]
        text = ast.get_docstring(node) or ""
        expected = TOLD.search(text) and not KEPT.search(text)
        if labels and not expected and check.task not in told:
            told.add(check.task)
            yield Fault(
                "changes",
                node.lineno,
                f"the reference of {check.task} changes its argument {labels[0]}, and its docstring says "
                "nothing of that; work on a copy, or say in the docstring that it is changed",
            )
