"""Points are given for right numbers, and given back where only another task's mistake shows."""

from __future__ import annotations

from programs import check, key, seen

from grader.grading.carried_forward import carry_forward
from grader.grading.comparison import hold
from grader.grading.judge import judge
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Limits, Observation, Outcome

LOADED = Observation(Outcome.RETURNED)


def test_what_follows_costs_nothing():
    """A check that a diagnosis accounts for has its points and says whose mistake it shows; others cost."""
    made = key([check("loss", "loss"), check("train", "train")], (seen(loss=1.0), seen(train=2.0)))
    verdicts = judge(hold(made, (seen(loss=5.0), seen(train=6.0))), LOADED, Limits())
    found = Diagnosis("wrong", "", "", ("loss", "train"), task="loss", follows=("train",))
    after = carry_forward(verdicts, [found], made.checks)
    assert [one.points for one in after] == [0, 1]
    assert not after[1].passed
    assert "the mistake in loss" in str(after[1].message)


def test_an_easy_check_waits_for_its_prerequisite():
    """A check that a do-nothing program passes counts once the other one passes as well."""
    made = key([check("easy", prerequisite="hard"), check("hard")], (seen(f=0.0), seen(f=3.0)))
    for got, expected in ((0.5, [0, 0]), (3.0, [1, 1])):
        judged = judge(hold(made, (seen(f=0.0), seen(f=got))), LOADED, Limits())
        verdicts = carry_forward(judged, [], made.checks)
        assert [verdict.points for verdict in verdicts] == expected
    assert verdicts[0].passed


def test_an_easy_check_counts_where_its_prerequisite_only_follows():
    """A mistake elsewhere costs once: what it does to another check holds no points back here."""
    made = key([check("easy", prerequisite="hard"), check("hard")], (seen(f=0.0), seen(f=3.0)))
    judged = judge(hold(made, (seen(f=0.0), seen(f=0.5))), LOADED, Limits())
    found = Diagnosis("wrong", "", "", ("hard",), task="another", follows=("hard",))
    assert [verdict.points for verdict in carry_forward(judged, [found], made.checks)] == [1, 1]
