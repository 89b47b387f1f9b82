"""Points are given for right numbers, and given back where only another task's mistake shows."""

from __future__ import annotations

from programs import check, key, seen

from grader.grading.judge import follow_through, judge
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Limits, Observation, Observed, Outcome

LOADED = Observation(Outcome.RETURNED)


def test_what_follows_costs_nothing():
    """A check that a diagnosis accounts for has its points and says whose mistake it shows; others cost."""
    made = key([check("loss", "loss"), check("train", "train")], (seen(loss=1.0), seen(train=2.0)))
    verdicts = judge(made, Observed(LOADED, (seen(loss=5.0), seen(train=6.0))), Limits())
    found = Diagnosis("wrong", "", "", ("loss", "train"), task="loss", follows=("train",))
    after = follow_through(made, verdicts, [found])
    assert [one.points for one in after] == [0, 1]
    assert not after[1].passed
    assert "the mistake in loss" in after[1].message


def test_an_easy_check_pays_with_its_partner():
    """A check that a do-nothing program passes counts once the other one passes as well."""
    made = key([check("easy", pays_with="hard"), check("hard")], (seen(f=0.0), seen(f=3.0)))
    for got, expected in ((0.5, [0, 0]), (3.0, [1, 1])):
        verdicts = judge(made, Observed(LOADED, (seen(f=0.0), seen(f=got))), Limits())
        assert [verdict.points for verdict in verdicts] == expected
    assert verdicts[0].passed
