"""What might stand at a place of a function, by its kind."""

from __future__ import annotations

import ast

import pytest

from grader.grading.repairs.changes.candidates import all_changes


@pytest.mark.parametrize(
    ("line", "kind", "other"),
    [
        ("for one in v: s = one", "unturned", "v[::-1]"),
        ("s = [one for one in v.parts]", "unturned", "v.parts[::-1]"),
        ("s = (f(v), *v)", "elements", "(*v, f(v))"),
        ("s = [[v], [w]]", "elements", "[[w], [v]]"),
        ("s = accumulate(v, max)", "reduction", "min"),
        ("s = np.add.reduce(v, np.minimum)", "reduction", "np.maximum"),
        ("s = np.cbrt(v)", "reduction", "np.sqrt(v)"),
        ("s = sum(v)", "reduction", "sum(list(v)) / len(list(v))"),
        ("s = 0.9 * v + 0.999 * w", "number", "0.999"),
        ("s = 0.8 * v + 0.999 * w", "number", "0.19999999999999996"),
        ("s = np.linalg.norm(v, ord='fro')", "argument", "np.linalg.norm(v, ord=2)"),
        ("s = np.linalg.norm(v)", "argument_missing", "np.linalg.norm(v, ord=2)"),
        ("s = [one for other in v for one in w]", "loops_exchanged", "[one for one in w for other in v]"),
        ("s = v if w else 2 * v", "block", "2 * v"),
        ("s = sorted(v)[len(v) // 2]", "entry", "sum(sorted(v)) / len(sorted(v))"),
        ("s = v[6 - w]", "entry", "1 - w"),
        ("s = v[w:]", "slice_moved", "1 - w"),
        ("s = v @ w", "term_missing", "w - v"),
        ("s = v + 1", "number", "len(w)"),
        ("v += 1; s = w", "number", "len(w)"),
    ],
)
def test_what_might_stand_there(line: str, kind: str, other: str) -> None:
    """A change of this kind puts this in the place of something in the line."""
    tree = ast.parse(f"def f(v, w):\n    {line}\n    return s\n")
    made = [one for one in all_changes(tree, "f", []) if one.kind == kind]
    assert other in [ast.unparse(one.other) for one in made if isinstance(one.other, ast.expr)]


def test_plain_numbers_are_not_exchanged() -> None:
    """The sizes of an array, two plain numbers, are not taken for elements in each other's place."""
    tree = ast.parse("def f(v):\n    return np.zeros((2, 3)) + v\n")
    assert "elements" not in {one.kind for one in all_changes(tree, "f", [])}
