"""Of changes that public checks cannot tell apart, only what all of them share is told."""

from __future__ import annotations

import ast

from grader.grading.repairs.changes.change import Change
from grader.grading.repairs.choice import in_all
from grader.grading.repairs.task import Found

LINES = ast.parse("sign\nname\nterm\n").body


def found(*kinds: str) -> Found:
    """Return changes of some kinds, each in a line of its own, that make everything right."""
    lines = {line.value.id: line.value for line in LINES if isinstance(line, ast.Expr | ast.Name)}  # type: ignore[union-attr]
    changes = tuple(Change(kind, lines[kind], lines[kind]) for kind in kinds)
    return Found(changes, tuple(range(len(kinds))), frozenset({"w"}), True)


def test_what_all_pairs_share() -> None:
    """One change that is in every pair is told, and that there is one more."""
    pairs = [found("sign", "name"), found("sign", "term")]
    (told,) = in_all("f", pairs[:1], pairs)
    assert (told.kind, told.line, told.together) == ("sign", 1, 2)


def test_nothing_in_common() -> None:
    """Pairs that share nothing, and a single change that would do, leave nothing to be told."""
    pair = found("sign", "name")
    assert in_all("f", [pair], [pair, found("term", "name"), found("sign", "term")]) == []
    assert in_all("f", [pair], [pair, found("term")]) == []
    assert in_all("f", [pair], []) == []
