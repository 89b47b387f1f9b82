"""Inputs of every kind that a homework uses reach the sandbox, the key, the stub and the page of a report."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from grader.errors import PageError
from grader.inside.observation import Function, Leaf, Outcome, Scenario, Seeded
from grader.inside.requests import read_request, request
from grader.inside.wire import NONCE_BYTES
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.pages.page import Exercise
from grader.release import stub
from grader.sandbox.client import Sandbox

PAGE = '''
r"""
# Inputs of every kind

Story.
"""

import numpy as np
import torch

from grader.author import draw, generator, integers, misconception, normal, returns, task, tensor, uniform


def cube(x):
    """Return x³."""
    return x * square(x)


def square(x):
    """Return x²."""
    return x * x


@task
def step(parameters, gradients, rate):
    """Return new parameters. parameters, gradients: dictionaries of arrays."""
    return {name: parameters[name] - rate * gradients[name] for name in parameters}


@task
def chosen(x, places, kept):
    """Return x[places] where kept. places: integers.  kept: truth values."""
    return x[places] * kept


@task
def picked(z, c):
    """Return the logits of the right classes. z: a tensor (n, k).  c: a tensor of n class numbers."""
    return z[torch.arange(len(c)), c]


@task
def dropout(x, p, rng):
    """Return x with dropped entries. rng: an np.random.Generator."""
    return x * (rng.random(x.shape) > p) / (1 - p)


@task
def slope(f, x):
    """Return the slope of a function f at x, by a central difference."""
    return (f(x + 1e-4) - f(x - 1e-4)) / 2e-4


@task
def descend(slope, x):
    """Return x after a step along slope(f, x) for f = x²."""
    return x - 0.1 * slope(lambda u: u * u, x)


@task
def initial(n, scheme, seed):
    """Return the spread of a scheme's weights. scheme: "he" or "xavier".  seed: a number or None."""
    return np.sqrt({"he": 2.0, "xavier": 1.0}[scheme] / n) * (2.0 if seed is None else 1.0)


def below(x):
    return x * 3.0


weights = {"W1": np.ones((2, 3)), "b1": np.array([0.5, 2.0])}
checks = [
    returns(step, weights, {"W1": np.ones((2, 3)), "b1": np.ones(2)}, 0.1, title="two arrays", public=True),
    returns(
        step,
        parameters={"W1": uniform(0, 1, (2, 3)), "b": (normal(size=2))},
        gradients={"W1": uniform(0, 1, (2, 3)), "b": normal(size=2)},
        rate=0.3,
        title="drawn in dictionaries",
    ),
    returns(
        chosen,
        x=np.array([5.0, 7.0, 9.0]),
        places=np.array([2, 0]),
        kept=np.array([True, False]),
        title="places",
        public=True,
    ),
    returns(
        chosen,
        x=normal(size=6),
        places=integers(0, 6, 4, dtype=int),
        kept=draw(lambda rng: rng.random(4) < 0.5),
        title="drawn places",
    ),
    returns(picked, z=tensor([[1.0, 2.0], [0.5, 0.1]]), c=tensor([0, 1]), title="classes", public=True),
    returns(
        picked, z=tensor(normal(size=(5, 3))), c=tensor(integers(0, 3, 5, dtype=int)), title="drawn classes"
    ),
    returns(dropout, x=np.ones(5), p=0.5, rng=np.random.default_rng(0), title="one seed", public=True),
    returns(dropout, x=normal(size=7), p=0.3, rng=generator(), title="a fresh seed"),
    returns(slope, f=cube, x=2.0, title="a cube", public=True),
    returns(slope, f=np.tanh, x=0.3, title="a function of NumPy", public=True),
    returns(slope, f=below, x=uniform(1, 2), title="a function below"),
    returns(descend, slope=slope, x=2.0, title="a task as an input", public=True),
    returns(initial, n=18, scheme="he", seed=None, title="text and nothing", public=True),
]
'''.lstrip()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """Return the page."""
    path = tmp_path_factory.mktemp("pages") / "kinds.py"
    path.write_text(PAGE, encoding="utf-8")
    return page.read(path)


@pytest.fixture(scope="module")
def key(read: Exercise, sandbox: Sandbox) -> AnswerKey:
    """Return its key."""
    return keymaker.make(read, sandbox, 0, with_mutants=False)


def inputs(key: AnswerKey, title: str) -> Mapping[str, object]:
    """Return the inputs of a check by name."""
    asked = next(check.scenario for check in key.checks if check.title == title)
    return dict(zip(asked.labels, asked.args, strict=True))


def number(key: AnswerKey, title: str) -> float:
    """Return the sum of all that the reference gives on a check."""
    place = next(place for place, check in enumerate(key.checks) if check.title == title)
    return float(sum(array.sum() for array in key.reference[place].values.values()))


def test_the_reference_runs_on_every_kind(key: AnswerKey) -> None:
    """Every check has numbers."""
    assert {seen.outcome for seen in key.reference} == {Outcome.RETURNED}
    assert all(seen.values for seen in key.reference)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("two arrays", 6 * 0.9 + 0.4 + 1.9),
        ("places", 9.0),
        ("classes", 1.1),
        ("one seed", 2.0 * int((np.random.default_rng(0).random(5) > 0.5).sum())),
        ("a cube", 12.0),
        ("a function of NumPy", 1 - np.tanh(0.3) ** 2),
        ("a function below", 3.0),
        ("a task as an input", 1.6),
        ("text and nothing", 2 / 3),
    ],
)
def test_the_task_gets_what_the_page_says(title: str, expected: float, key: AnswerKey) -> None:
    """Dictionaries, indices, seeds, functions and texts arrive as they were written."""
    assert number(key, title) == pytest.approx(expected, abs=1e-6)


def test_draws_inside_dictionaries_are_taken(key: AnswerKey) -> None:
    """Each is an array of its own."""
    drawn = inputs(key, "drawn in dictionaries")
    assert drawn["parameters"]["W1"].shape == (2, 3)  # type: ignore[index]
    assert not np.array_equal(drawn["parameters"]["W1"], drawn["gradients"]["W1"])  # type: ignore[index]


def test_whole_numbers_and_truth_values_stay_what_they_are(key: AnswerKey) -> None:
    """Indices, masks and class numbers are not turned into floats."""
    drawn = inputs(key, "drawn places")
    assert (drawn["places"].dtype.kind, drawn["kept"].dtype.kind) == ("i", "b")  # type: ignore[attr-defined]
    classes = inputs(key, "drawn classes")["c"]
    assert isinstance(classes, Leaf)
    assert (classes.value.dtype, classes.requires_grad) == (np.int64, False)


def test_a_fresh_seed_hangs_on_the_keys_seed(read: Exercise) -> None:
    """``generator()`` draws a seed, the same for the same key."""
    seeds = [read.scenarios(seed)[7].args[2] for seed in (0, 0, 1)]
    assert isinstance(seeds[0], Seeded)
    assert seeds[0] == seeds[1] != seeds[2]


def test_a_task_as_an_input_is_the_students_own(key: AnswerKey) -> None:
    """It travels by its name, and the check says that it uses it."""
    check = next(check for check in key.checks if check.title == "a task as an input")
    assert check.scenario.args[0] == Function("slope")
    assert check.uses == ("slope",)


def test_a_function_travels_with_what_it_calls(key: AnswerKey) -> None:
    """A function of the page comes with its helpers, and with no task."""
    text = inputs(key, "a cube")["f"].text  # type: ignore[attr-defined]
    assert "def square(x):" in text
    assert "def step(" not in text


def test_the_key_file_keeps_them(key: AnswerKey, tmp_path: Path) -> None:
    """What is written and read again asks the same."""
    keyfile.save(key, tmp_path / "key.json", "engine")
    again = keyfile.load(tmp_path / "key.json")
    for one, other in zip(key.scenarios, again.scenarios, strict=True):
        assert request(one, b"n" * NONCE_BYTES) == request(other, b"n" * NONCE_BYTES)


@pytest.mark.parametrize(
    "value",
    [{1: "a", (2, 3): np.ones(2)}, {"a": {"b": (1, None)}}, Seeded(2**100), Function("f", "text"), True, {}],
    ids=repr,
)
def test_the_wire_carries_them(value: object) -> None:
    """Also keys that are no texts, and seeds beyond 64 bits."""
    body = request(Scenario("returns", "task", (value,)), b"n" * NONCE_BYTES)[4 + NONCE_BYTES :]
    asked = read_request(body)
    assert isinstance(asked, Scenario)
    assert repr(asked.args) == repr((value,))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("two arrays", "parameters={'W1': [[1, 1, 1], [1, 1, 1]], 'b1': [0.5, 2]}"),
        ("classes", "c=tensor([0, 1])"),
        ("one seed", "rng=np.random.default_rng(0)"),
        ("a cube", "f=cube"),
        ("a function of NumPy", "f=np.tanh"),
        ("text and nothing", "scheme='he', seed=None"),
    ],
)
def test_the_call_reads_well(title: str, words: str, key: AnswerKey) -> None:
    """A report shows the call as a student would write it."""
    assert words in next(check.call for check in key.checks if check.title == title)


def test_the_stub_calls_them(read: Exercise, key: AnswerKey, tmp_path: Path) -> None:
    """With right definitions in it the stub gives what it expects, on every public check."""
    text = stub.make(read, key)
    head, foot = text.split('if __name__ == "__main__":')
    solved = read.reference.text + '\nif __name__ == "__main__":' + foot
    (tmp_path / "kinds.py").write_text(solved, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "kinds.py")], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    pairs = re.findall(r"got +(.*)\n +expected +(.*)", done.stdout)
    assert len(pairs) == sum(check.public for check in key.checks)
    assert "NotImplementedError" in head


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("rng=np.random.default_rng(0)", "rng=used", "gives a generator that was drawn from"),
        ("f=cube", "f=lambda x: x", "the function <lambda> is not defined with def at the top level"),
        ("f=cube", "f=below", "gives students the function below, which they do not see"),
        ("f=cube", "f=reaching", "reaches reaching → step, which students must not see"),
    ],
)
def test_what_cannot_be_an_input(old: str, new: str, words: str, tmp_path: Path) -> None:
    """A page error says what is wrong and what to do."""
    more = (
        "used = np.random.default_rng(0)\nused.random()\n\n\n"
        "def reaching(x):\n    return step(x, x, x)\n\n\nweights ="
    )
    path = tmp_path / "kinds.py"
    path.write_text(PAGE.replace(old, new).replace("weights =", more), encoding="utf-8")
    with pytest.raises(PageError, match=re.escape(words)):
        page.read(path).scenarios(0)
