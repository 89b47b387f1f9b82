"""Two misconceptions of a task are put together where they are separate changes to one definition."""

from __future__ import annotations

import ast

from conftest import ROOT
from programs import check, diagnosed, key, known, seen

from grader.keys.key import PAIR, Mutant
from grader.keys.making.pairs import edits_of, pairs, together
from grader.pages import page

TEXT = ["2", "*", "(", "p", "-", "y", ")", "*", "x", "/", "n"]


def test_separate_changes_go_together() -> None:
    """Both are made to the same text."""
    one, other = (edits_of(TEXT, text.split(" ")) for text in ("( p - y ) * x / n", "2 * ( p + y ) * x / n"))
    assert together([f" {piece}" for piece in TEXT], one, other) is None  # no definition: no Python
    text = ["x):", " return ", *TEXT]
    shifted = [[(begin + 2, end + 2, new) for begin, end, new in some] for some in (one, other)]
    assert together(text, *shifted) == "x): return (p+y)*x/n"


def test_changes_of_the_same_place_do_not() -> None:
    """Of two changes that meet one would undo the other."""
    one, other = (
        edits_of(TEXT, text.split(" ")) for text in ("2 * ( p + y ) * x / n", "2 * ( p * y ) * x / n")
    )
    assert together(TEXT, one, other) is None


def test_pairs_of_a_page() -> None:
    """A page's pairs are Python, and name two of its misconceptions of one task."""
    exercise = page.read(ROOT / "solutions" / "manual_gradient.py")
    ids = {one.id: one.targets for one in exercise.misconceptions}
    found = [(base, one) for base, some in pairs(exercise) for one in some]
    assert len(found) > 10
    for base, one in found:
        ast.parse(one.text)
        assert one.sentence == PAIR
        assert ids[one.words["one"]] == ids[one.words["other"]] == (base.task,)


def test_both_are_named() -> None:
    """A program with the numbers of a pair has made both of its mistakes."""
    reference = (seen(f=1.5), seen(f=-4.0))
    single = [
        known(id, ["f"], (seen(f=a), seen(f=b)), ["f1", "f2"])
        for id, a, b in (("a", 2.5, 3.5), ("b", 0.1, 7.3))
    ]
    both = Mutant(PAIR, {"one": "a", "other": "b"}, "f", {"f1": seen(f=8.25), "f2": seen(f=-3.75)})
    checks = [check("f1"), check("f2")]
    (one,) = diagnosed(key(checks, reference, single, mutants=(both,)), (seen(f=8.25), seen(f=-3.75)))
    assert one.id == "a+b"
    assert str(one.message) == "Two mistakes at once, by your numbers: “a” and “b”."
    assert diagnosed(key(checks, reference, single, mutants=(both,)), (seen(f=8.25), seen(f=-4.0))) == ()
