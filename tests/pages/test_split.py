"""One experiment feeds several checks, each with its own title, points and values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.author import part, returns, split, trains_to
from grader.errors import PageError
from grader.grading.grade import grade
from grader.inside.observation import NUMERIC, Observation, Outcome, Program
from grader.intake.submission import Submission
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.prove.prove import prove
from grader.release import stub
from grader.sandbox.client import Sandbox

PAGE = '''
r"""
# Down a bowl

The loss is w². A step of descent with the rate 0.1 makes w into 0.8·w.
"""

from grader.author import alternative, misconception, part, returns, split, task, uniform


@task
def train(w, rate, rounds):
    """Return the pair (w, losses): the weight after some rounds, and the list of the losses before each.

    w, rate: numbers.  rounds: a whole number.
    """
    losses = []
    for _ in range(rounds):
        losses.append(w**2)
        w = w - rate * 2 * w
    return w, losses


# ---- for instructors ----


@alternative(train)
def by_powers(w, rate, rounds):
    return w * (1 - 2 * rate) ** rounds, [(w * (1 - 2 * rate) ** n) ** 2 for n in range(rounds)]


@misconception(train)
def noted_afterwards(w, rate, rounds):
    """Each loss is noted after the update.

    Hint: What is the loss before anything has moved?
    """
    losses = []
    for _ in range(rounds):
        w = w - rate * 2 * w
        losses.append(w**2)
    return w, losses


@misconception(train)
def uphill(w, rate, rounds):
    """The step goes up.

    Hint: Which way is down?
    """
    losses = []
    for _ in range(rounds):
        losses.append(w**2)
        w = w + rate * 2 * w
    return w, losses


small = True

checks = [
    *split(
        returns(train, 3.0, 0.1, 4, names=["w", "losses"], title="four rounds", public=True),
        part("w after four rounds", "w"),
        part("the losses of four rounds", "losses", points=2),
    ),
    *split(
        returns(train, uniform(1, 2), uniform(0.05, 0.3), 5, names=["w", "losses"], title="fresh"),
        part("w from a fresh start", "w"),
        part("the losses from there", "losses", points=3),
    ),
]
'''


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page into a course and return its path."""
    folder = tmp_path_factory.mktemp("course") / "solutions"
    folder.mkdir()
    (folder / "bowl.py").write_text(PAGE.lstrip(), encoding="utf-8")
    return folder / "bowl.py"


@pytest.fixture(scope="module")
def key(path: Path, sandbox: Sandbox) -> AnswerKey:
    """Return the page's key."""
    return keymaker.make(page.read(path), sandbox, 7)


def points(key: AnswerKey, sandbox: Sandbox, text: str) -> dict[str, float]:
    """Return what a program earns, by the titles of the checks."""
    handed_in = Submission("bowl", "bowl.py", Program(text), "0" * 64)
    return {verdict.title: verdict.points for verdict in grade(handed_in, key, sandbox).verdicts}


def test_right_values_keep_their_points_beside_wrong_ones(key: AnswerKey, sandbox: Sandbox) -> None:
    """Losses that are noted too late cost the losses' points, and the weight's are paid."""
    late = PAGE[PAGE.index("def noted_afterwards") : PAGE.index("@misconception(train)\ndef uphill")]
    assert points(key, sandbox, late.replace("noted_afterwards", "train")) == {
        "w after four rounds": 1,
        "the losses of four rounds": 0,
        "w from a fresh start": 1,
        "the losses from there": 0,
    }


COUNTING = """
calls = 0

def train(w, rate, rounds):
    global calls
    calls += 1
    return calls, [float(calls)] * rounds
"""


def test_an_experiment_is_run_once_for_all_of_its_checks(key: AnswerKey, sandbox: Sandbox) -> None:
    """A program that counts its calls counts two of them for four checks."""
    seen = sandbox.observe(Program(COUNTING), key.scenarios, "numpy").row
    assert [{name: float(value.flat[0]) for name, value in one.values.items()} for one in seen] == [
        {"w": 1},
        {"losses": 1},
        {"w": 2},
        {"losses": 2},
    ]


def test_other_inputs_are_another_experiment(key: AnswerKey, sandbox: Sandbox, path: Path) -> None:
    """Checks drawn from two seeds, observed together, are run for each."""
    other = page.read(path).scenarios(8)
    seen = sandbox.observe(Program(COUNTING), [*key.scenarios, *other], "numpy").row
    assert [int(one.values["w"]) for one in seen if "w" in one.values] == [1, 2, 3, 4]


def test_all_parts_have_the_same_inputs(key: AnswerKey) -> None:
    """What is drawn is drawn for the experiment, not for each of its checks."""
    one, other = key.scenarios[2:]
    assert one.args == other.args
    assert one.seed == other.seed


def test_a_key_file_keeps_the_parts(key: AnswerKey, tmp_path: Path) -> None:
    """Written and read again, each check grades the same values."""
    keyfile.save(key, tmp_path / "bowl.json", "engine")
    assert [asked.only for asked in keyfile.load(tmp_path / "bowl.json").scenarios] == [
        ("w",),
        ("losses",),
    ] * 2


def test_the_stub_shows_each_part(key: AnswerKey, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A right program's own print-out has every number that is expected, under each title."""
    text = stub.make(page.read(path), key)
    right = PAGE[PAGE.index("    losses = []") : PAGE.index("# ---- for")]
    exec(text.replace('    raise NotImplementedError("Write train.")', right), {"__name__": "__main__"})
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == "w after four rounds"
    assert rows[1].replace("got     ", "expected") == rows[2]
    assert rows[3] == "the losses of four rounds"
    assert rows[4].replace("got     ", "expected") == rows[5]


def test_a_page_with_parts_proves(path: Path, sandbox: Sandbox) -> None:
    """The proof finds no fault in it."""
    proof = prove(path, sandbox)
    assert {fault.rule for fault in proof.faults} <= {"stub"}  # which is not written for a single page


def test_an_experiment_of_the_page_may_be_split(path: Path, sandbox: Sandbox) -> None:
    """A function marked as scenario feeds several checks, and is not missed in the list."""
    text = PAGE.replace("split, task", "scenario, split, task").replace(
        "small = True",
        "small = True\n\n\n@scenario(train, title='both ways', rate=uniform(0.05, 0.2))\n"
        "def both(program, rng, rate):\n"
        "    return {'down': program.train(1.5, rate, 3)[0], 'up': program.train(-1.5, rate, 3)[0]}\n",
    )
    more = "    *split(both, part('from above', 'down'), part('from below', 'up')),\n]"
    other = path.with_name("ways.py")
    other.write_text(text.lstrip().rstrip()[:-1] + more + "\n", encoding="utf-8")
    exercise = page.read(other)
    made = keymaker.make(exercise, sandbox, 7)
    assert [list(one.values) for one in made.reference[-2:]] == [["down"], ["up"]]
    assert "outside" not in {fault.rule for fault in prove(other, sandbox).faults}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part("all", "w", "losses")], "two parts or more"),
        ([part("one", "w"), part("other", "w", "losses")], "'w' is graded by two parts"),
    ],
)
def test_parts_that_cannot_be(parts: list[Any], said: str) -> None:
    """One part splits nothing, and a value counts once."""

    def train(w: float) -> tuple[float, list[float]]:
        """Return something."""
        return w, [w]

    with pytest.raises(TypeError, match=said):
        split(returns(train, 1.0, names=["w", "losses"], title="a call"), *parts)


def test_a_part_names_what_it_grades() -> None:
    """Without names, with a place or with a word that is common to all parts, it says what to do."""
    with pytest.raises(TypeError, match=r"name the values: part\('empty', 'w', 'b'\)"):
        part("empty")
    with pytest.raises(TypeError, match="give the items names"):
        part("a place", "train[0]")
    with pytest.raises(TypeError, match="'public' is no word of a part"):
        part("w", "w", public=True)


def test_only_the_part_with_the_losses_is_drawn() -> None:
    """The curve of a training belongs to the check that grades it."""

    def train(params: list[Any]) -> list[float]:
        """Return something."""
        return [0.0 for _ in params]

    whole = trains_to(train, [1.0, 2.0], names={"params": ["w", "b"]}, title="a training")
    ends, losses = split(whole, part("w and b", "w", "b"), part("the losses", "losses"))
    assert (ends.curve, losses.curve) == ("", "losses")


def test_a_name_that_the_reference_does_not_give(path: Path, sandbox: Sandbox) -> None:
    """A misspelt value is named with its check."""
    other = path.with_name("misspelt.py")
    other.write_text(
        PAGE.lstrip().replace('"the losses from there", "losses"', '"the losses from there", "loss"')
    )
    with pytest.raises(PageError, match="gives no 'loss' on the check 'the losses from there'"):
        keymaker.make(page.read(other), sandbox, 7)


def test_values_inside_a_named_one_belong_to_it() -> None:
    """Entries, parts and a buffer go with their name; what is never graded stays."""
    names = ("w", "w.grad", "w[0]", "w.first", "wide", "b", f"{NUMERIC}w")
    seen = Observation(Outcome.RETURNED, {name: np.zeros(1) for name in names})
    assert list(seen.cut_to(("w",)).values) == ["w", "w.grad", "w[0]", "w.first", f"{NUMERIC}w"]
    assert list(seen.cut_to(()).values) == list(names)
