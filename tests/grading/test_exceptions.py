"""What an exception means is said where it is true of every exception with such words."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from grader.grading.exceptions import MEANINGS, meaning
from grader.inside.attempt import attempt
from grader.inside.observation import Error
from grader.words.catalogue import has_sentence
from grader.words.message import say

table, row, none = np.ones((2, 3)), torch.ones(3), None
leaf = torch.ones(2, requires_grad=True)


def assigned_too_late() -> None:
    """Read a name of the outer function too early."""

    def inner() -> int:
        return later

    inner()
    later = 1


def read_before() -> None:
    """Read a name of its own too early."""
    local += 1  # noqa: F821, F841


def endless() -> None:
    """Call itself."""
    endless()


def squared_twice() -> None:
    """Go through one graph twice."""
    loss = (leaf**2).sum()
    loss.backward()
    loss.backward()


MEANT: list[tuple[str, Callable[[], Any]]] = [
    ("name", lambda: undefined),  # noqa: F821
    ("unassigned", assigned_too_late),
    ("unassigned", read_before),
    ("tensor", lambda: torch.matmul(row, table)),
    ("tensor", lambda: torch.exp(1.0)),
    ("arguments", lambda: math.sqrt()),
    ("arguments", lambda: (lambda x: x)(1, 2)),
    ("arguments", lambda: (lambda x: x)(y=1)),
    ("arguments", lambda: (lambda x: x)()),
    ("entries", lambda: none[0]),
    ("entries", lambda: np.float64(2)[0]),
    ("entries", lambda: torch.tensor(1)[0]),
    ("kind", lambda: [1] - [2]),
    ("kind", lambda: [1] + 1),
    ("kind", lambda: [1] * 2.0),
    ("kind", lambda: 1 < "a"),
    ("module", lambda: np.nope),
    ("attribute", lambda: none.x),
    ("beyond", lambda: [1][3]),
    ("beyond", lambda: table[7]),
    ("beyond", lambda: row[5]),
    ("indices", lambda: table[0, 0, 0]),
    ("indices", lambda: row[0, 0]),
    ("axis", lambda: row.sum(dim=3)),
    ("axis", lambda: table.sum(axis=3)),
    ("whole", lambda: table[0.5]),
    ("whole", lambda: table[np.array([0.5])]),
    ("zero", lambda: 1 / 0),
    ("zero", lambda: 1 % 0),
    ("overflow", lambda: 2.0**5000),
    ("overflow", lambda: math.exp(1000)),
    ("recursion", endless),
    ("factors", lambda: table @ table),
    ("factors", lambda: table.dot(table)),
    ("factors", lambda: torch.ones(2, 3) @ torch.ones(2, 3)),
    ("shapes", lambda: table + np.ones(2)),
    ("shapes", lambda: row + torch.ones(2)),
    ("dtype", lambda: torch.ones(2, 3) @ row.double()),
    ("leaf", lambda: leaf.add_(1)),
    ("numpy", lambda: leaf.numpy()),
    ("grad", lambda: row.sum().backward()),
    ("twice", squared_twice),
    ("buffer", lambda: setattr(leaf, "grad", 0.0)),
    ("buffer", lambda: setattr(leaf, "grad", np.zeros(2))),
    ("buffer", lambda: setattr(leaf, "grad", torch.tensor(0.0))),
    ("buffer", lambda: setattr(leaf, "grad", torch.zeros(2, dtype=torch.float64))),
]


def error(action: Callable[[], Any]) -> Error:
    """Return the error with which an action stops."""
    found = attempt(action, __file__).error
    assert found is not None
    return found


@pytest.mark.parametrize(("id", "action"), MEANT)
def test_meaning(id: str, action: Callable[[], Any]) -> None:
    """NumPy, torch and Python say it in their own words; the sentence is the same."""
    said = meaning(error(action))
    assert said == say(f"explain.{id}")


@pytest.mark.parametrize(
    "action",
    [
        lambda: [].pop(),
        lambda: int(np.inf),
        lambda: 0.0**-1,
        lambda: np.int64(10**30),
        lambda: torch.dot(torch.ones(2, 1), torch.ones(2)),
        lambda: [1].remove(3),
        lambda: bool(table == 1),
        lambda: float([1]),
        lambda: (leaf * 2).requires_grad_(False),
        lambda: torch.autograd.grad((leaf**2).sum(), row),
        lambda: torch.nn.Linear(2, 1).load_state_dict({"weight": torch.ones(3, 1), "bias": torch.ones(1)}),
    ],
)
def test_nothing_is_guessed(action: Callable[[], Any]) -> None:
    """An exception of a kind that usually means something, with words that mean another thing."""
    assert meaning(error(action)) is None


@pytest.mark.parametrize("kind", ["EOFError", "FileNotFoundError"])
def test_by_the_kind_alone(kind: str) -> None:
    """Some exceptions have one meaning only."""
    assert meaning(Error(kind, "anything")) is not None


def test_a_class_of_the_students_own_means_nothing() -> None:
    """A name that only holds the name of a known exception is another one."""
    assert meaning(Error("MyIndexError", "list index out of range")) is None


@pytest.mark.parametrize("id", sorted({id for _, _, id in MEANINGS}))
def test_each_has_its_sentence(id: str) -> None:
    """No meaning lacks words."""
    assert has_sentence(f"explain.{id}")
