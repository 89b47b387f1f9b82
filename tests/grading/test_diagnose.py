"""A known mistake is recognised by its numbers."""

from __future__ import annotations

import random
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from conftest import REPEATS
from programs import PAGES, asked, check, diagnosed, key, known, seen

from grader.grading.comparison import hold
from grader.grading.judge import judge
from grader.grading.source import Source
from grader.grading.verdict import Diagnosis
from grader.inside.observation import (
    NUMERIC,
    Error,
    Limits,
    Observation,
    Outcome,
    Program,
    Scenario,
)
from grader.keys.key import AnswerKey, Mutant
from grader.keys.making import keymaker
from grader.pages import page
from grader.sandbox.client import Sandbox
from grader.words.catalogue import sentence
from grader.words.message import Message

REFERENCE = (seen(f=1.5), seen(f=-4.0), seen(g=2.5), seen(g=7.0))
CHECKS = [check("f1"), check("f2"), check("g1", "g"), check("g2", "g")]


def row(*values: Any) -> tuple[Observation, ...]:
    """Return a row of the four checks; None stands for the right number."""
    names = ("f", "f", "g", "g")
    return tuple(
        right if value is None else value if isinstance(value, Observation) else seen(**{name: value})
        for right, value, name in zip(REFERENCE, values, names, strict=True)
    )


SUMMED = known("summed", ["f"], row(3.3, -9.1, None, None), ["f1", "f2"])
REACHES = known("reaches", ["f"], row(8.3, -2.2, 0.4, None), ["f1", "f2", "g1"])
BOTH = known("both", ["f", "g"], row(6.1, 6.2, 6.3, 6.4), ["f1", "f2", "g1", "g2"])
DIVERGES = known("diverges", ["g"], row(None, None, np.inf, np.nan), ["g1", "g2"])
RAISES = known(
    "raises", ["g"], row(None, None, *[Observation(Outcome.RAISED, error=Error("KeyError", "w"))] * 2), ["g1"]
)


def found(values: Sequence[Any], misconceptions: Sequence[Any] = (), **rest: Any) -> list[Diagnosis]:
    """Return what is recognised in a row."""
    return list(diagnosed(key(CHECKS, REFERENCE, misconceptions, **rest), row(*values)))


def ids(values: Sequence[Any], *misconceptions: Any, **rest: Any) -> list[str]:
    """Return the ids of what is recognised in a row."""
    return [one.id for one in found(values, misconceptions, **rest)]


# ---- the page's misconceptions ----


def test_a_right_row_is_never_diagnosed():
    """Whatever the page describes, nothing is wrong with right numbers, float32 ones included."""
    every = (SUMMED, REACHES, BOTH, DIVERGES, RAISES)
    assert ids([None] * 4, *every) == []
    assert ids([np.float32(1.5), 1.5 - 5.5, 2.5 + 1e-10, 7], *every) == []


def test_a_misconception_is_named():
    """Its numbers on every check of its task are its name; the checks it explains are listed."""
    (one,) = found([3.3, -9.1, None, None], (SUMMED, REACHES, BOTH))
    assert (one.id, one.title, one.message) == ("summed", "summed", "The sentence of summed.")
    assert one.checks == ("f1", "f2")


def test_one_check_is_not_enough():
    """Numbers that fit on one check and not on the other are not the misconception's."""
    assert "summed" not in ids([3.3, -9.0, None, None], SUMMED)


def test_two_that_fit_are_none():
    """Where the numbers do not tell two misconceptions apart, neither is named."""
    twin = known("twin", ["f"], SUMMED.row, ["f1", "f2"])
    assert ids([3.3, -9.1, None, None], SUMMED, twin) != ["summed"]


def test_what_follows_from_a_mistake_is_explained_by_it():
    """A check of another task that fails as the misconception makes it fail has no diagnosis of its own."""
    (one,) = found([8.3, -2.2, 0.4, None], (REACHES,))
    assert one.checks == ("f1", "f2", "g1")


def test_two_mistakes_are_two_diagnoses():
    """Every task is looked at by itself, in the order of the exercise."""
    assert ids([8.3, -2.2, 0.4, 14.0], REACHES) == ["reaches"]
    assert ids([8.3, -2.2, 5.0, 14.0], REACHES) == ["reaches", "relation.scaled"]


def test_a_mistake_in_several_tasks_is_one():
    """A misconception of two tasks shows in both."""
    assert ids([6.1, 6.2, 6.3, 6.4], BOTH) == ["both"]
    assert ids([6.1, 6.2, None, None], BOTH) != ["both"]


def test_diverging_alike_is_no_evidence():
    """That two programs leave the finite numbers in the same places does not say why."""
    assert ids([None, None, np.inf, np.nan], DIVERGES) == []


def test_diverging_beside_other_values():
    """A finite number beside those that diverge shows the mistake, if they diverge in the same places."""
    reference = (seen(f=1.0, flag=True, n=3),)
    known_row = (seen(f=np.nan, flag=True, n=4), seen(f=5.0, flag=True, n=4))
    made = key(
        [check("f1"), check("f2")],
        (*reference, *reference),
        [known("diverges", ["f"], known_row, ["f1", "f2"])],
    )
    assert [one.id for one in diagnosed(made, known_row)] == ["diverges"]
    other = (seen(f=np.inf, flag=True, n=4), seen(f=5.0, flag=True, n=4))
    assert "diverges" not in [one.id for one in diagnosed(made, other)]


@pytest.mark.parametrize(("text", "expected"), [("w", ["raises"]), ("other", [])])
def test_failing_alike_needs_the_same_words(text: str, expected: list[str]):
    """A misconception that raises is told by the type and text of its exception, never by the type alone."""
    faults = [Observation(Outcome.RAISED, error=Error("KeyError", text))] * 2
    assert ids([None, None, *faults], RAISES) == expected


def test_what_is_not_written_is_not_diagnosed():
    """A missing or unfinished task has no mistake to name."""
    for outcome in (Outcome.MISSING, Outcome.UNFINISHED):
        assert ids([Observation(outcome)] * 2 + [None] * 2, SUMMED) == []


# ---- relations and slips ----


def test_a_factor_is_named_in_plain_words():
    """The sentence names the value and the factor."""
    (one,) = found([3.0, -8.0, None, None])
    assert (one.id, str(one.title)) == ("relation.scaled", "Off by a factor")
    assert str(one.message) == sentence("relation.scaled", where="f", factor="2")


def test_a_slip_is_named():
    """Numbers of a derived slip are told in the slip's own words."""
    slip = Mutant("other_name", {"name": "y"}, "f", {"f1": seen(f=0.3), "f2": seen(f=9.9)})
    (one,) = found([0.3, 9.9, None, None], mutants=[slip])
    assert (one.id, one.checks) == ("derived.other_name", ("f1", "f2"))
    assert "y" in str(one.message)
    assert ids([0.3, 9.8, None, None], mutants=[slip]) != ["derived.other_name"]


def test_a_plain_factor_comes_before_a_slip():
    """The plainest words are taken where both fit."""
    slip = Mutant("squared", {}, "f", {"f1": seen(f=3.0), "f2": seen(f=-8.0)})
    assert ids([3.0, -8.0, None, None], mutants=[slip]) == ["relation.scaled"]


@pytest.mark.parametrize(
    ("values", "relation"), [([0.0, 0.0], "relation.zero"), ([5.5, 5.5], "relation.constant")]
)
def test_a_number_that_never_changes_is_no_slip(values: list[float], relation: str):
    """What gives the same whatever it is asked has said all there is to say."""
    slip = Mutant("other_name", {"name": "x"}, "f", {"f1": seen(f=values[0]), "f2": seen(f=values[1])})
    assert ids([*values, None, None], mutants=[slip]) == [relation]


def test_no_loop_is_blamed_where_there_is_none():
    """A slip in a loop is recognised in programs with a loop only."""
    slip = Mutant("one_round_less", {}, "f", {"f1": seen(f=0.3), "f2": seen(f=9.9)})
    made = key(CHECKS, REFERENCE, mutants=[slip])
    wrong = row(0.3, 9.9, None, None)
    assert [one.id for one in diagnosed(made, wrong)] == ["derived.one_round_less"]
    assert [one.id for one in diagnosed(made, wrong, Source("def f(x):\n    return x\n"))] == []


def test_a_factor_on_top_of_a_mistake():
    """A known mistake times a factor is both."""
    (one,) = found([6.6, -18.2, None, None], (SUMMED,))
    assert one.id == "summed+relation.scaled"
    assert str(one.message).startswith(
        "Two mistakes at once, by your numbers. One is “summed”. Apart from it: "
    )


def test_a_right_value_is_no_second_mistake():
    """A known mistake that was made for one of two values only is one mistake."""
    reference = (seen(w=1.5, u=3.0), seen(w=-2.5, u=7.0))
    row = (seen(w=0.7, u=-3.0), seen(w=0.1, u=-7.0))
    cleared = known("cleared", ["f"], row, ["f1", "f2"])
    (one,) = diagnosed(
        key([check("f1"), check("f2")], reference, (cleared,)), (seen(w=0.7, u=3.0), seen(w=0.1, u=7.0))
    )
    assert one.id == "cleared.partly"
    assert str(one.message) == "In w: These are the numbers of “cleared”, but not all others are."


def test_exchanged_values_are_told():
    """The right numbers under each other's names."""
    reference = (seen(dw=1.0, db=2.0), seen(dw=-3.0, db=5.0))
    wrong = (seen(dw=2.0, db=1.0), seen(dw=5.0, db=-3.0))
    (one,) = diagnosed(key([check("f1"), check("f2")], reference), wrong)
    assert one.id == "relation.exchanged"
    assert "db, dw" in str(one.message)


def test_values_with_one_relation_are_taken_together():
    """A factor that all values share is said once, and different ones one by one."""
    reference = (seen(dw=1.0, db=2.0), seen(dw=-3.0, db=5.0))
    checks = [check("f1"), check("f2")]
    (one,) = diagnosed(key(checks, reference), (seen(dw=2.0, db=4.0), seen(dw=-6.0, db=10.0)))
    assert str(one.message) == sentence("relation.scaled.many", where="dw and db", factor="2")
    (one,) = diagnosed(key(checks, reference), (seen(dw=2.0, db=-2.0), seen(dw=-6.0, db=-5.0)))
    assert sentence("relation.sign", where="db") in str(one.message)


def test_an_experiment_has_no_plain_relation():
    """Several calls put together are no evidence for a factor; the direct calls are."""
    scenario = asked("f", kind="experiment")
    checks = [check("f1"), check("f2", scenario=scenario)]
    (one,) = diagnosed(key(checks, (seen(f=1.0), seen(e=2.0))), (seen(f=2.0), seen(e=17.0)))
    assert (one.id, one.checks) == ("relation.scaled", ("f1", "f2"))
    assert diagnosed(key(checks, (seen(f=1.0), seen(e=2.0))), (seen(f=1.0), seen(e=4.0))) == ()


# ---- the student's own loss ----


def gradient_key(of: str = "loss") -> AnswerKey:
    """Return a key of a loss and its gradient."""
    scenario = Scenario("gradients", "gradient", (1.0,), ("w",), of=of)
    checks = [check("loss", "loss"), check("gradient", "gradient", scenario)]
    return key(checks, (seen(loss=1.0), seen(gradient=4.0)))


def with_slope(gradient: float, slope: float) -> Observation:
    """Return a gradient observed beside the central difference of the program's own loss."""
    return Observation(
        Outcome.RETURNED,
        {"gradient": np.asarray(gradient), f"{NUMERIC}w": np.asarray(slope)},
        {"gradient": "float"},
    )


def test_a_right_gradient_of_another_loss():
    """Where the gradient is the derivative of the program's own loss, it is the loss that differs."""
    found = diagnosed(gradient_key(), (seen(loss=1.0), with_slope(7.3, 7.3 + 1e-7)))
    assert [one.id for one in found] == ["own_loss"]


@pytest.mark.parametrize(("gradient", "slope"), [(7.3, 7.4), (7.3, 0.0), (0.0, 0.0), (7.3, np.nan)])
def test_a_gradient_that_is_no_derivative(gradient: float, slope: float):
    """A gradient that does not belong to the program's own loss either is not excused."""
    found = diagnosed(gradient_key(), (seen(loss=1.0), with_slope(gradient, slope)))
    assert "own_loss" not in [one.id for one in found]


def test_a_loss_that_could_not_be_differenced():
    """Without central differences nothing is known of the program's own loss."""
    assert "own_loss" not in [
        one.id for one in diagnosed(gradient_key(), (seen(loss=1.0), seen(gradient=7.3)))
    ]


def test_a_given_loss_excuses_nothing():
    """Where the loss is given, a gradient of another one is simply wrong."""
    found = diagnosed(gradient_key("given"), (seen(loss=1.0), with_slope(7.3, 7.3)))
    assert "own_loss" not in [one.id for one in found]


# ---- calls that gave no numbers ----


def test_nothing_was_returned():
    """None in every check is a missing return."""
    nothing = Observation(Outcome.RETURNED, {}, {"f": "NoneType"})
    reference = Observation(Outcome.RETURNED, {"f": np.asarray(1.0)}, {"f": "float"})
    (one,) = diagnosed(key([check("f1"), check("f2")], [reference] * 2), [nothing] * 2)
    assert one.id == "nothing_returned"


def test_a_part_was_returned():
    """One value where several are due."""
    part = Observation(Outcome.RETURNED, {"f": np.asarray(1.0)}, {"f": "float"})
    reference = Observation(
        Outcome.RETURNED,
        {"a": np.asarray(1.0), "b": np.asarray(2.0)},
        {"f": "tuple", "a": "float", "b": "float"},
    )
    (one,) = diagnosed(key([check("f1"), check("f2")], [reference] * 2), [part] * 2)
    assert one.id == "part_returned"


@pytest.mark.parametrize(("kind", "id"), [("str", "text_returned"), ("dict", "mapping_returned")])
def test_what_no_numbers_stand_in(kind: str, id: str):
    """A text and a dictionary are called so, whatever they can be taken apart into."""
    given = Observation(Outcome.RETURNED, {}, {"f": kind})
    reference = Observation(
        Outcome.RETURNED,
        {"a": np.asarray(1.0), "b": np.asarray(2.0)},
        {"f": "tuple", "a": "float", "b": "float"},
    )
    (one,) = diagnosed(key([check("f1"), check("f2")], [reference] * 2), [given] * 2)
    assert one.id == id


def test_the_same_exception_everywhere():
    """What such an exception usually means is said once; one without a meaning is left to its message."""
    fault, other = (
        Observation(Outcome.RAISED, error=Error(kind, "name 'x' is not defined"))
        for kind in ("NameError", "OddError")
    )
    (one,) = found([fault, fault, None, None])
    assert (one.id, one.checks) == ("stops", ("f1", "f2"))
    assert "NameError" in str(one.message)
    assert found([other, other, None, None]) == []
    assert found([fault, other, None, None]) == []


def test_an_error_in_several_tasks_is_said_once():
    """Tasks that stop with the same words have one explanation; with other words each has its own."""
    fault, other = (
        Observation(Outcome.RAISED, error=Error("NameError", f"name '{name}' is not defined"))
        for name in ("np", "x")
    )
    (one,) = found([fault] * 4)
    assert (one.id, one.checks) == ("stops", ("f1", "f2", "g1", "g2"))
    assert str(one.message).startswith("f and g stop with NameError")
    assert [each.checks for each in found([fault, fault, other, other])] == [("f1", "f2"), ("g1", "g2")]


def test_what_stops_because_of_a_part_is_no_second_mistake():
    """A training that stops where the loss that it calls is wrong, and known, is not diagnosed by itself."""
    fault = Observation(Outcome.RAISED, error=Error("NameError", "name 'x' is not defined"))
    checks = [check("loss", "loss"), check("one", "train", uses=("loss",)), check("two", "train")]
    slip = Mutant("squared", {}, "loss", {"loss": seen(loss=[5.7, 6.1])})
    made = key(checks, (seen(loss=[1.0, 2.0]), seen(train=2.0), seen(train=3.0)), mutants=[slip])
    for loss, ids in (([5.7, 6.1], ["derived.squared"]), ([9.3, 2.2], ["stops"]), ([1.0, 2.0], ["stops"])):
        assert [one.id for one in diagnosed(made, (seen(loss=loss), fault, fault))] == ids


BEYOND = Observation(Outcome.RAISED, error=Error("IndexError", "index 4 is out of bounds"))


@pytest.mark.parametrize(
    ("lengths", "due", "is_fixed"),
    [
        ((5, 5, 5), (4, 11, 7), True),
        ((0, 5, 5), (4, 11, 7), True),
        ((0, 0, 5), (4, 3, 7), True),
        ((5, 5, 6), (4, 11, 7), False),
        ((0, 0, 0), (4, 3, 2), False),
        ((5, 5, 5), (4, 5, 7), False),  # the second has the right length and is wrong all the same
    ],
)
def test_a_length_of_its_own(lengths: tuple[int, ...], due: tuple[int, ...], is_fixed: bool):
    """A result that is as long whatever is given has a fixed length; 0 stands for going beyond the end."""
    row = [
        seen(f=np.arange(got) ** 1.5 + right) if got else BEYOND
        for got, right in zip(lengths, due, strict=True)
    ]
    reference = [seen(f=np.cos(np.arange(right) * 1.0)) for right in due]
    ids = [one.id for one in diagnosed(key([check("a"), check("b"), check("c")], reference), row)]
    assert ("fixed_length" in ids) == is_fixed


@pytest.mark.parametrize(
    ("got", "is_deeper"), [((1, 4), True), ((4, 1), False), ((1, 3), False), ((1,), False)]
)
def test_an_axis_too_many(got: tuple[int, ...], is_deeper: bool):
    """A result in a tuple or list of one is called so, where what is inside has the right shape."""
    size = int(np.prod(got))
    row = [seen(f=np.arange(size).reshape(got) ** 1.5 + place) for place in (1, 2)]
    reference = [seen(f=np.cos(np.arange(4.0)))] * 2
    ids = [one.id for one in diagnosed(key([check("a"), check("b")], reference), row)]
    assert ("one_too_deep" in ids) == is_deeper


# ---- whatever a program answers ----


@pytest.fixture(scope="module")
def made(sandbox: Sandbox) -> Mapping[str, AnswerKey]:
    """Return the keys of the test pages without torch."""
    names = ("unit_line", "unit_value")
    pages = [page.read(PAGES / f"{name}.py") for name in names]
    return {read.id: keymaker.make(read, sandbox, 0, with_mutants=False) for read in pages}


@pytest.mark.parametrize("name", ["unit_line", "unit_value"])
def test_every_misconception_is_recognised(made: Mapping[str, AnswerKey], name: str):
    """Each wrong program of a page is named as itself, through page, sandbox and key; a right one is not."""
    for one in made[name].misconceptions:
        assert [found.id for found in diagnosed(made[name], one.row)] == [one.id]
    for one in made[name].alternatives:
        assert diagnosed(made[name], one.row) == ()


def test_a_students_class_is_diagnosed(made: Mapping[str, AnswerKey], sandbox: Sandbox):
    """A whole file with a class of the student's own is observed and recognised."""
    text = (PAGES / "unit_value.py").read_text(encoding="utf-8")
    reference = page.read(PAGES / "unit_value.py").reference.text
    assert "slope * other.data, slope * self.data" in text
    wrong = reference.replace(
        "slope * other.data, slope * self.data", "slope * self.data, slope * other.data"
    )
    row = sandbox.observe(Program(wrong), made["unit_value"].scenarios, "numpy").row
    assert [found.id for found in diagnosed(made["unit_value"], row)] == ["own_factor"]


ODD = (0, 1, -1, 0.5, np.nan, np.inf, -np.inf, 1e308, 5e-324, -0.0)
TYPES = ("?", "<i1", "<u1", "<i2", "<i4", "<i8", "<f4", "<f8", "<c16")
SHAPES = ((), (0,), (1,), (2, 2), (0, 3))
WORDS = ("", "float", "NoneType", "\x1b[31m", "{where}", "KeyError: {0}", "ValueError", "x" * 8000, "Exit: 1")


def forged(luck: random.Random, right: Observation) -> Observation:
    """Return an observation such as only a forger would send: any types, shapes, words and lines."""
    values: dict[str, np.ndarray] = {}
    for name, array in right.values.items():
        with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
            odd = np.full(luck.choice([array.shape] * 5 + [*SHAPES]), luck.choice(ODD)).astype(
                luck.choice(TYPES)
            )
        values |= luck.choice([{}, {name: odd}, {name: odd}, {name: np.asarray(array * -2.5)}])
    kinds = {name: luck.choice(WORDS) for name in (*right.values, "more") if luck.random() < 0.8}
    outcome = luck.choice([*Outcome, *[Outcome.RETURNED] * 10])
    return Observation(
        outcome,
        values,
        kinds,
        Error(luck.choice(WORDS), luck.choice(WORDS), luck.choice([0, 2, 2**31])),
        luck.choice(WORDS),
    )


@pytest.mark.parametrize("name", ["unit_line", "unit_value"])
def test_no_answer_breaks_the_grader(made: Mapping[str, AnswerKey], name: str):
    """A forged row is judged and diagnosed like any other, without an exception or a warning."""
    luck = random.Random(name)
    loaded = Observation(Outcome.RETURNED)
    for _ in range(60 * REPEATS):
        answer = tuple(forged(luck, right) for right in made[name].reference)
        verdicts = judge(hold(made[name], answer), loaded, Limits(), "def f():\n    pass\n")
        assert all(
            isinstance(one.message, Message | str) for one in (*verdicts, *diagnosed(made[name], answer))
        )
