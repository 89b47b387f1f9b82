"""Checks of more than numbers: dictionaries, instances, exceptions, and arguments that stay as they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.pages.page import Exercise
from grader.release import stub
from grader.sandbox.client import Sandbox

PAGE = '''
r"""
# More than numbers

Story.
"""

import numpy as np
import torch

from grader.author import calls, fits, leaf, leaves_unchanged, misconception, normal, raises, returns
from grader.author import task, tensor, vectorised


class ShapeError(ValueError):
    """Two shapes do not fit."""


class Line:
    """A line y = w·x + b."""

    def __init__(self, w, b):
        self.w, self.b = w, b


@task
def scaled(x, w):
    """Return w·x. x: an array, which stays as it is."""
    return x * w


@task
def shifted(parameters):
    """Return the parameters plus 1. parameters: a list of tensors, which stay as they are."""
    return [one + 1 for one in parameters]


@task
def fitted(x, y):
    """Return a Line through two points."""
    w = (y[1] - y[0]) / (x[1] - x[0])
    return Line(w, y[0] - w * x[0])


@task
def slopes(x, y):
    """Return {"dw": ..., "db": ...}. Raise ShapeError where x and y are not of one length."""
    if len(x) != len(y):
        raise ShapeError(f"the lengths {len(x)} and {len(y)} differ")
    return {"dw": np.mean(y * x), "db": np.mean(y)}


@task
def root(x):
    """Return the root of x. Raise ValueError where x is negative."""
    if x < 0:
        raise ValueError("x is negative")
    return x**0.5


@misconception(scaled)
def in_place(x, w):
    """The array that you were given is another one afterwards. Whose is it?

    Hint: Print it before and after.
    """
    x *= w
    return x


def samples(rng, size):
    """So many samples and a factor."""
    return {"x": rng.normal(size=size), "w": 2.5}


COUNTED = ["np.outer", "sorted", "root"]

checks = [
    vectorised(scaled, inputs=samples, title="no loop", public=True),
    calls(scaled, np.arange(4.0), 2.5, of=COUNTED, title="nothing else", public=True),
    fits(scaled, np.ones(1_000), 2.5, megabytes=0.05, title="little memory", public=True),
    returns(scaled, x=np.array([1.0, 3.0]), w=2.5, title="scaled", public=True),
    leaves_unchanged(scaled, x=normal(size=4), w=2.5, names=["x"], title="x stays", public=True),
    returns(shifted, [leaf(2.5), leaf([3.5, 1.5])], title="shifted"),
    leaves_unchanged(shifted, [tensor([2.5]), tensor([3.5])], names=["parameters"], title="parameters stay"),
    returns(fitted, x=[1.0, 4.0], y=[5.0, 9.5], attributes=["w", "b"], title="a line", public=True),
    returns(slopes, x=np.array([1.0, 3.0]), y=np.array([2.0, 7.0]), title="two slopes", public=True),
    raises(slopes, np.ones(2), np.ones(3), error=ShapeError, says="Lengths", title="lengths", public=True),
    returns(root, 9.0, title="a root"),
    raises(root, -1.0, error=ValueError, title="no root"),
]
'''.lstrip()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """Return the page."""
    path = tmp_path_factory.mktemp("pages") / "how.py"
    path.write_text(PAGE, encoding="utf-8")
    return page.read(path)


@pytest.fixture(scope="module")
def key(read: Exercise, sandbox: Sandbox) -> AnswerKey:
    """Return its key."""
    return keymaker.make(read, sandbox, 0, with_mutants=False)


def report(key: AnswerKey, read: Exercise, sandbox: Sandbox, old: str, new: str) -> Report:
    """Grade the reference with one piece of its text exchanged."""
    assert old in read.reference.text
    text = read.reference.text.replace(old, new)
    return grade(Submission("how", "how.py", Program(text, filename="how.py"), "0" * 64), key, sandbox)


def failing(key: AnswerKey, read: Exercise, sandbox: Sandbox, old: str, new: str) -> dict[str, str]:
    """Return the titles of the failing checks with what is said of them."""
    graded = report(key, read, sandbox, old, new)
    return {verdict.title: str(verdict.message) for verdict in graded.verdicts if not verdict.passed}


def test_the_reference_passes(key: AnswerKey, read: Exercise, sandbox: Sandbox) -> None:
    """Every kind of check holds for a right program."""
    assert failing(key, read, sandbox, "Story.", "Story.") == {}


@pytest.mark.parametrize(
    ("old", "new", "title", "words"),
    [
        (
            "return x * w",
            "x *= w\n    return x",
            "x stays",
            "scaled changes the x that it is given. Whoever calls it may still need it as it was: work on a",
        ),
        (
            "return [one + 1 for one in parameters]",
            "made = [one + 1 for one in parameters]; parameters.append(1); return made",
            "parameters stay",
            "",
        ),
        (
            "return x * w",
            "[one * w for one in x[::3]]; return x * w",
            "no loop",
            "depends on the number of samples",
        ),
        (
            "return x * w",
            "return np.r_[list(map(lambda one: one * w, x[:25])), x[25:] * w]",
            "no loop",
            "work on whole arrays",
        ),
        (
            "return x * w",
            "import sys; sys.settrace(None); return x * w",
            "no loop",
            "switched off what counts",
        ),
        (
            "return x * w",
            "exec('for one in x: one * w'); global __file__; __file__ = 'a'; return x * w",
            "no loop",
            "depends on the number of samples",
        ),
        (
            "return x * w",
            "import sys; sys.setprofile(None); return x * w",
            "nothing else",
            "switched off what counts",
        ),
        (
            "return x * w",
            "sorted([2, 1]); return x * w",
            "nothing else",
            "scaled calls sorted 1× here; it should be 0×.",
        ),
        ("return x * w", "root(4.0), root(4.0); return x * w", "nothing else", "calls root 2× here"),
        ("return x * w", "return np.outer(x, w)[:, 0]", "nothing else", "calls numpy.outer 1× here"),
        (
            "return x * w",
            "x = np.tile(x, (9, 1)); return x[0] * w",
            "little memory",
            "more than 0.05 million bytes at a",
        ),
        ("return Line(w, ", "return Line(w, 0 * ", "a line", "fitted.b"),
        (
            "self.w, self.b = w, b",
            "self.w, self.c = w, b",
            "a line",
            "fitted.b is missing from what fitted gave",
        ),
        ('"db": np.mean(y)', '"db": np.sum(y)', "two slopes", "slopes.db"),
        (
            '"db": np.mean(y)',
            '"d": np.mean(y)',
            "two slopes",
            "slopes.db is missing from what slopes gave back.",
        ),
        (
            "if len(x) != len(y)",
            "if False",
            "lengths",
            "operands could not be broadcast",
        ),
        (
            "raise ShapeError(f",
            "return 0, (f",
            "lengths",
            "slopes should raise ShapeError here, and it returned.",
        ),
        (
            "the lengths {",
            "the shapes {",
            "lengths",
            "The ShapeError that slopes raises should say what is wrong: the word “Lengths” is not in its",
        ),
        ("raise ValueError(", "raise KeyError(", "no root", ""),
        ("if x < 0:", "if x > 100:", "no root", ""),
    ],
)
def test_what_is_said(
    old: str, new: str, title: str, words: str, key: AnswerKey, read: Exercise, sandbox: Sandbox
) -> None:
    """One check fails, with a sentence that is true of the program; hidden ones say nothing more."""
    found = failing(key, read, sandbox, old, new)
    assert list(found) == [title]
    assert words in str(found[title])


ON_THE_FIRST_CALL = [
    "if not hasattr(np, 'mine'): np.mine = [one for one in range(99)]\n    return x * w",
    "import unittest.mock, xml.dom.minidom, email.mime.text, decimal, fractions; return x * w",
    "from collections import namedtuple; both = namedtuple('Pair', 'a b')(x, w); return both.a * both.b",
    "if x.size > 9:\n        x = x + 0\n        x = x + 0\n        x = x + 0\n    return x * w",
    "for start in range(0, x.size, 10): x[start:start + 10]\n    return x * w",
]
"""Bodies without a loop over the samples, of which other lines run in the first call, or for many samples."""


@pytest.mark.parametrize("body", ON_THE_FIRST_CALL)
def test_only_a_loop_over_the_samples_is_one(
    body: str, key: AnswerKey, read: Exercise, sandbox: Sandbox
) -> None:
    """Another branch, an import or a cache makes other lines run, and costs nothing."""
    assert failing(key, read, sandbox, "return x * w", body) == {}


def test_a_subclass_is_such_an_exception(key: AnswerKey, read: Exercise, sandbox: Sandbox) -> None:
    """Whoever raises something more special is right."""
    new = "class Mine(ShapeError): pass\n        raise Mine(f"
    assert failing(key, read, sandbox, "raise ShapeError(f", new) == {}


def test_a_class_of_the_same_name_is_none(key: AnswerKey, read: Exercise, sandbox: Sandbox) -> None:
    """Python's own ValueError is meant, whatever the program calls its own."""
    new = "class ValueError(Exception): pass\n        raise ValueError("
    assert list(failing(key, read, sandbox, "raise ValueError(", new)) == ["no root"]


def test_a_misconception_may_change_its_arguments(key: AnswerKey, read: Exercise, sandbox: Sandbox) -> None:
    """A mistake that no number shows is recognised by what becomes of the arguments."""
    found = report(key, read, sandbox, "return x * w", "x *= w\n    return x")
    assert [diagnosis.id for diagnosis in found.diagnoses] == ["in_place"]


def test_doing_nothing_earns_nothing(key: AnswerKey) -> None:
    """A program that returns nothing leaves its arguments alone; that pays only with the right numbers."""
    waits = {check.title: check.prerequisite for check in key.checks}
    assert (waits["x stays"], waits["parameters stay"]) == ("scaled", "shifted")


def test_the_stub_shows_dictionaries_and_instances(read: Exercise, key: AnswerKey, tmp_path: Path) -> None:
    """What a right program gives stands beside what is expected, name by name."""
    foot = stub.make(read, key).partition('if __name__ == "__main__":')[2]
    text = f'{read.reference.text}\nif __name__ == "__main__":{foot}'
    (tmp_path / "how.py").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "how.py")], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    for line in ("fitted.w = 1.5, fitted.b = 3.5", "slopes.dw = 11.5, slopes.db = 4.5"):
        assert (f"got       {line}" in done.stdout, f"expected  {line}" in done.stdout) == (True, True)
