"""Notes say of a file what no single check says."""

from __future__ import annotations

from dataclasses import replace

from grader.grading.notes import cut_short
from grader.grading.repaired import GAVE_UP
from grader.grading.verdict import Diagnosis, Verdict
from grader.inside.observation import Observation, Observed, Outcome, Repair

SEEN = Observed(Observation(Outcome.RETURNED), (), repairs=(Repair("f", GAVE_UP, 0), Repair("g", GAVE_UP, 0)))
FAILED = Verdict("f1", "one", "f", True, "failed", 0.0, 1.0)


def test_a_search_that_ended_too_early() -> None:
    """A task that fails in the open and in which nothing was found is named; others are not."""
    hidden = replace(FAILED, id="g1", task="g", public=False)
    (said,) = cut_short(SEEN, [FAILED, hidden], ())
    assert str(said).startswith("What is wrong in f was not found")


def test_nothing_is_said_of_what_is_known() -> None:
    """Where something was recognised, or nothing was cut short, there is no such note."""
    known = Diagnosis("a", "a", "a", ("f1",), task="f")
    assert cut_short(SEEN, [FAILED], (known,)) == ()
    assert cut_short(replace(SEEN, repairs=()), [FAILED], ()) == ()
