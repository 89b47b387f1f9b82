"""Each wrong value of a task is explained by itself, and what is right is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from programs import check, diagnosed, key, known, seen

from grader.grading.comparison import hold
from grader.grading.right import what_is_right

TWO = [check("one", "g", public=True), check("two", "g", public=True)]
RIGHT = (seen(dw=1.5, db=2.5, du=0.5), seen(dw=-3.25, db=5.75, du=4.125))


def row(**values: tuple[float, float]) -> tuple[Any, ...]:
    """Return what a program gives on both checks: the right numbers, but for these."""
    pairs = {"dw": (1.5, -3.25), "db": (2.5, 5.75), "du": (0.5, 4.125)} | values
    return tuple(seen(**{name: pair[place] for name, pair in pairs.items()}) for place in (0, 1))


HALVED = known("halved", ["g"], row(dw=(0.7, -1.6)), ["one", "two"])
SHIFTED = known("shifted", ["g"], row(db=(7.7, 8.8)), ["one", "two"])
BOTH = known("turned", ["g"], row(dw=(2.5, 5.75), db=(1.5, -3.25)), ["one", "two"])


def names(*values: Any, **given: Any) -> list[tuple[str, str]]:
    """Return the diagnoses of a program: their ids and sentences."""
    return [(one.id, str(one.message)) for one in diagnosed(key(TWO, RIGHT, values), row(**given))]


def test_two_mistakes_in_two_values_are_both_named():
    """A misconception in one value and another in a second one are two diagnoses."""
    found = names(HALVED, SHIFTED, dw=(0.7, -1.6), db=(7.7, 8.8))
    assert sorted(id for id, _ in found) == ["halved", "shifted"]
    assert all("In d" in says for _, says in found)
    # The sentence of either may call the other value right.
    assert all("These are the numbers of" in says for _, says in found)


def test_mistakes_in_two_values_beside_flags():
    """Flags that stay as they are do not count as changed by a mistake."""
    flag = {"w.is_leaf": np.array(True)}

    def flagged(**values: tuple[float, float]) -> tuple[Any, ...]:
        return tuple(replace(one, values={**one.values, **flag}) for one in row(**values))

    halved = known("halved", ["g"], flagged(dw=(0.7, -1.6)), ["one", "two"])
    shifted = known("shifted", ["g"], flagged(db=(7.7, 8.8)), ["one", "two"])
    wrong = flagged(dw=(0.7, -1.6), db=(7.7, 8.8))
    found = diagnosed(key(TWO, flagged(), [halved, shifted]), wrong)
    assert sorted(one.id for one in found) == ["halved", "shifted"]


def test_a_mistake_that_would_change_a_right_value_is_another():
    """Where dw is right, a mistake that exchanges dw and db is not what happened to db."""
    assert names(BOTH, db=(1.5, -3.25)) == [("relation.elsewhere", "In db: what belongs to dw stands here.")]


def test_two_values_exchanged():
    """Two of three values have each other's numbers."""
    (found,) = names(dw=(2.5, 5.75), db=(1.5, -3.25))
    assert found == ("relation.swapped", "In dw and db: each has what belongs to the other.")


def test_what_only_numbers_suggest_must_explain_all():
    """One of two wrong values has the other's number, the second is anything: nothing is said."""
    assert names(db=(1.5, -3.25), du=(9.123, 7.321)) == []


def test_small_whole_numbers_are_no_evidence():
    """Counts agree by chance."""
    right = (seen(n=3.0, m=1.0), seen(n=5.0, m=2.0))
    wrong = (seen(n=1.0, m=1.0), seen(n=2.0, m=2.0))
    assert diagnosed(key(TWO, right), wrong) == ()


def test_right_values_are_said():
    """The values that are right in every check stand beside those that are not."""
    (said,) = what_is_right(hold(key(TWO, RIGHT), row(db=(9.1, 9.2))), ["g"])
    assert str(said) == "Right wherever g is called by itself: dw and du. Not right: db."


def test_a_wrong_buffer_is_said_beside_a_right_value():
    """Whoever changes the gradient's buffer and steps rightly reads that the buffer is wrong."""
    right = (seen(**{"w": 1.5, "v": 2.5, "w.grad": 0.5}), seen(**{"w": 3.5, "v": 4.5, "w.grad": 0.25}))
    wrong = (seen(**{"w": 1.5, "v": 9.5, "w.grad": 0.7}), seen(**{"w": 3.5, "v": 9.5, "w.grad": 0.9}))
    (said,) = what_is_right(hold(key(TWO, right), wrong), ["g"])
    assert str(said) == "Right wherever g is called by itself: w. Not right: v and w.grad."


def test_what_a_hidden_check_denies_is_not_said():
    """A value that is wrong on hidden inputs is not called right; hidden checks alone say nothing."""
    checks = [check("one", "g", public=True), check("two", "g", public=False)]
    assert what_is_right(hold(key(checks, RIGHT), row(dw=(1.5, 9.0), db=(9.1, 9.2))), ["g"]) == ()
    assert what_is_right(hold(key(checks, RIGHT), row(db=(2.5, 9.2))), ["g"]) == ()


def test_a_history_is_right_up_to_somewhere():
    """How many entries are right before the first wrong one, the least over the checks."""
    right = (seen(losses=np.array([1.5, 2.5, 3.5])), seen(losses=np.array([4.5, 5.5, 6.5])))
    wrong = (seen(losses=np.array([1.5, 2.5, 9.5])), seen(losses=np.array([4.5, 9.5, 9.9])))
    (said,) = what_is_right(hold(key(TWO, right), wrong), ["g"])
    assert str(said) == "The first entry of losses is right; the second one is the first that is not."


@pytest.mark.parametrize(("wrong_at", "says"), [(4, True), (3, True), (2, False), (0, False)])
def test_a_hidden_check_never_says_where_its_first_wrong_entry_is(wrong_at: int, says: bool):
    """The place is that of the public check; an earlier one in a hidden check makes the sentence untrue."""
    checks = [check("open", "train", public=True), check("hid", "train", public=False)]
    right = (seen(losses=[8.0, 4.0, 2.0, 1.5, 0.5]), seen(losses=[9.0, 3.0, 1.0, 0.75, 0.25]))
    histories = [[8.0, 4.0, 2.0, 7.5, 0.5], [9.0, 3.0, 1.0, 0.75, 0.25]]
    histories[1][wrong_at] += 1.125
    said = what_is_right(hold(key(checks, right), tuple(seen(losses=one) for one in histories)), ["train"])
    sentence = "The first 3 entries of losses are right; the next one is the first that is not."
    assert [str(one) for one in said] == ([sentence] if says else [])
