"""A program rewritten with loops computes the same, and really with loops."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.inside.observation import Program
from grader.prove.evidence import looped
from grader.prove.evidence.loops import SPACE, rewrite

BOTH = (
    "L.sum(a)",
    "L.mean(a * b)",
    "L.prod(v)",
    "L.max(a)",
    "L.min(a)",
    "a.sum()",
    "a.mean()",
    "(a - b).prod()",
    "a.max()",
    "a.min()",
    "L.dot(v, u)",
    "v.dot(u)",
    "L.matmul(a, b.T)",
    "L.matmul(a, v)",
    "a @ b.T",
    "a @ v",
    "u @ a.T @ a",
    "v @ u",
    "L.outer(v, u)",
    "L.mean(L.outer(v, u) @ u)",
    "L.sum(a > 0)",
    "L.sum(L.zeros((2, 0)))",
)

NUMPY = (
    "np.sum(a, 0)",
    "np.sum(a, axis=1)",
    "np.mean(a, axis=-1)",
    "a.mean(axis=0, keepdims=True)",
    "np.max(a, axis=0)",
    "a.min(axis=-2)",
    "np.sum([1.0, 2.0, 3.0])",
    "np.sum(3.0)",
    "np.sum(a, dtype=np.float32)",
    "np.sum(a, axis=(0, 1))",
    "np.sum(a[None], axis=1)",
    "np.dot(2.0, v)",
    "np.matmul(a[None], b.T)",
    "np.max(v * np.nan)",
    "np.mean(v.astype(np.float32))",
    "np.outer(a, v)",
)

TORCH = (
    "torch.sum(a, 1)",
    "a.sum(dim=0)",
    "a.mean(1, keepdim=True)",
    "a.mm(b.T)",
    "a.mv(v)",
    "torch.max(a, 1).values",
    "torch.max(a, b)",
)


def evaluate(expression: str, names: Mapping[str, Any], library: str) -> tuple[Any, Any]:
    """Return what an expression gives as it is, and rewritten with loops."""
    text = f"import {library} as L\nimport {library}\nimport numpy as np\nresult = {expression}\n"
    program = rewrite(Program(text))
    spaces: list[dict[str, Any]] = [{**names}, {**names}]
    exec(text, spaces[0])
    exec(program.text, spaces[1])
    assert SPACE in spaces[1], "nothing was rewritten"
    return spaces[0]["result"], spaces[1]["result"]


@pytest.fixture(scope="module")
def names() -> dict[str, np.ndarray]:
    """Return two tables and two vectors."""
    rng = np.random.default_rng(0)
    tables, vectors = rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 4))
    return {"a": tables[0], "b": tables[1], "v": vectors[0], "u": vectors[1]}


@pytest.mark.parametrize("expression", BOTH + NUMPY)
def test_numpy_gives_the_same_with_loops(expression: str, names: dict[str, np.ndarray]) -> None:
    """Value, shape and type of a rewritten NumPy expression are those of the original."""
    before, after = evaluate(expression, names, "numpy")
    np.testing.assert_allclose(after, before, rtol=1e-6 if before.dtype == np.float32 else 1e-13, atol=1e-13)
    assert (after.shape, after.dtype) == (before.shape, before.dtype)


@pytest.mark.parametrize("expression", BOTH + TORCH)
def test_torch_gives_the_same_with_loops_and_autograd_follows(
    expression: str, names: dict[str, np.ndarray]
) -> None:
    """Value, shape and gradient of a rewritten torch expression are those of the original."""
    torch = pytest.importorskip("torch")
    leaves = {name: torch.tensor(array, requires_grad=True) for name, array in names.items()}
    before, after = evaluate(expression, leaves, "torch")
    assert (after.shape, after.dtype) == (before.shape, before.dtype)
    torch.testing.assert_close(after, before)
    if before.requires_grad:
        given = list(leaves.values())
        slopes = [torch.autograd.grad(result.sum(), given, allow_unused=True) for result in (before, after)]
        for one, other in zip(*slopes, strict=True):
            torch.testing.assert_close(
                torch.zeros(()) if other is None else other, torch.zeros(()) if one is None else one
            )


def test_the_loop_really_runs() -> None:
    """A rewritten sum has the last bits of a loop, not those of NumPy's pairwise sum."""
    values = np.random.default_rng(1).normal(size=1000)
    before, after = evaluate("values.sum()", {"values": values}, "numpy")
    assert after == sum(values.tolist())
    assert after != before


@pytest.mark.parametrize(
    ("expression", "error"),
    [
        ("a @ b", ValueError),
        ("np.dot(a, b)", ValueError),
        ("np.max(v[:0])", ValueError),
        ("np.sum(a, 5)", ValueError),
    ],
)
def test_what_numpy_refuses_is_refused_with_loops(
    expression: str, error: type[Exception], names: dict[str, np.ndarray]
) -> None:
    """A misconception that raises raises the same exception when it is rewritten."""
    program = rewrite(Program(f"import numpy as np\nresult = {expression}\n"))
    with pytest.raises(error):
        exec(program.text, dict(names))


def test_other_things_with_such_methods_are_left_alone() -> None:
    """A class of the student's own may have a method named sum or dot."""
    text = "class Pair:\n    def dot(self, other, scale=1):\n        return 6 * scale\n\n"
    text += "result = Pair().dot(1, scale=2)\n"
    space: dict[str, Any] = {}
    exec(rewrite(Program(text)).text, space)
    assert space["result"] == 12


def test_a_program_without_reductions_comes_back_as_it_is() -> None:
    """There is nothing to observe anew then."""
    program = Program("def f(x):\n    return 2 * x\n")
    assert rewrite(program) is program


def test_the_docstring_and_future_imports_stay_in_front() -> None:
    """A program with imports from __future__ can still be compiled."""
    text = (
        '"""Story."""\nfrom __future__ import annotations\nimport numpy as np\nresult = np.sum([1.0, 2.0])\n'
    )
    space: dict[str, Any] = {}
    exec(compile(rewrite(Program(text)).text, "program.py", "exec"), space)
    assert (space["__doc__"], space["result"]) == ("Story.", 3.0)


def test_a_task_may_be_called_like_a_function_of_the_loops() -> None:
    """The loops live in a namespace of their own."""
    text = "import numpy as np\n\ndef product(a, b):\n    return 7.0\n\n"
    text += "result = np.dot(np.ones(3), np.ones(3)) + product(1, 2)\n"
    space: dict[str, Any] = {}
    exec(rewrite(Program(text)).text, space)
    assert space["result"] == 10.0


def test_names_and_the_filename_of_a_program_survive() -> None:
    """A rewritten program offers the tasks under the same names and keeps its file's name."""
    program = Program("import numpy as n\nresult = n.sum([1.0])\n", {"task": "mine"}, "mine.py")
    changed = rewrite(program)
    assert (changed.names, changed.filename) == (program.names, program.filename)
    assert "looped_sum" in changed.text


@settings(deadline=None, max_examples=50)
@given(
    arrays.arrays(
        np.float64,
        arrays.array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=4),
        elements=st.floats(-1e3, 1e3),
    )
)
def test_any_array_sums_alike(values: np.ndarray) -> None:
    """Whatever the shape, an empty one included, the sum is the same up to rounding."""
    np.testing.assert_allclose(looped.looped_sum(np.sum, values), np.sum(values), rtol=1e-12, atol=1e-9)
