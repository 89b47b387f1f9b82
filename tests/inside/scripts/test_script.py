"""What the text of a loop says, and whose a failure is."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.faults import is_of_round
from grader.inside.scripts.trials.reading import is_chosen

TABLE = "for t in range(9):\n    s = draw()\n    V[s] += 0.1 * d"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TABLE, True),
        (TABLE.replace("V[s]", "V[0]"), False),
        (TABLE.replace("V[s]", "U[s]"), False),
        ("for t in range(9):\n    for k in range(2):\n        V[k] -= 0.1 * g[k]", False),
        ("for t in range(9):\n    V[t % 2] -= 0.1 * g", True),
    ],
)
def test_a_round_that_chooses_an_entry_is_seen(text: str, expected: bool) -> None:
    """An inner loop that goes over all entries chooses none."""
    (loop,) = ast.parse(text).body
    assert isinstance(loop, ast.For)
    assert is_chosen(loop, {"V"}) is expected


@pytest.mark.parametrize(("name", "expected"), [("__look_body__", True), ("elsewhere", False)])
def test_a_failure_is_that_of_a_round_or_ours(name: str, expected: bool) -> None:
    """What is tried around a round is no fault of the script's."""
    space: dict[str, object] = {}
    exec(f"def {name}():\n    1 / 0", space)
    with pytest.raises(ZeroDivisionError) as caught:
        eval(f"{name}()", space)
    assert is_of_round(caught.value) is expected
