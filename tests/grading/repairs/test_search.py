"""A change to a student's own code after which its numbers are right says what is wrong, and where."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

from grader.grading.grade import grade
from grader.grading.repaired import MEMORY, SCALED
from grader.grading.repairs.changes.candidates import all_changes
from grader.grading.repairs.changes.weaving import ACTIVE, marks, woven
from grader.grading.repairs.task import is_telling
from grader.grading.verdict import Report
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.sandbox.client import Sandbox
from grader.words.catalogue import has_sentence

LINKS = """
def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


"""

LOOP = """def gradient(w, b, x, y):
    dw, db = 0.0, 0.0
    n = len(x)
    for xi, yi in zip(x, y):
        error = w * xi + b - yi
        dw += 2 * error * xi / n
        db += 2 * error / n
    return dw, db
"""
"""A right gradient; its lines are 10 to 17 of the file."""


MOMENTUM = """import numpy as np


def loss(w, c):
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    return c * w


def momentum_step(w, v, g, lr, beta):
    velocity = beta * v + lr * g
    return w - lr * velocity, velocity


def nesterov_step(w, v, g, lr, beta):
    v_new = beta * v + g
    return w - lr * (g + beta * v_new), v_new


def long_run_step(g, lr, beta):
    return lr * g / (1 - beta)


def descend(w, c, lr, beta, rounds):
    v = np.zeros(len(w))
    history = []
    for _ in range(rounds):
        history.append(loss(w, c))
        w, v = momentum_step(w, v, slope(w, c), lr, beta)
    return w, history
"""
"""A velocity that holds the learning rate, and a step that multiplies it in again."""


@pytest.fixture(scope="module")
def said(sandbox: Sandbox) -> Callable[[str], Report]:
    """Return a function that grades an answer to ``manual_gradient`` by a key without mutants."""
    exercise = page.read(ROOT / "solutions" / "manual_gradient.py")
    key = keymaker.make(exercise, sandbox, seed=1, with_mutants=False)

    def of(text: str) -> Report:
        handed_in = Submission(key.id, "x.py", Program(LINKS + text, filename="x.py"), "0" * 64)
        return grade(handed_in, key, sandbox)

    return of


@pytest.mark.parametrize(
    ("right", "wrong", "kind", "line"),
    [
        ("+ b - yi", "+ b * yi", "operator", 14),
        ("error * xi / n", "error * error / n", "name", 15),
        ("w * xi + b - yi", "w * (xi + b) - yi", "bracket", 14),
        ("2 * error / n\n", "2 * error / n * yi\n", "factor", 16),
        ("    return dw, db", "        return dw + 1, db", "", 0),
        ("2 * error * xi", "2 * error * xi ** 3", "power", 15),
        ("        db += 2 * error / n\n", "    db += 2 * error / n\n", "outside_loop", 16),
        ("return dw, db", "return dw[0], db", "entry", 17),
        ("zip(x, y)", "zip(x[::-1], y)", "turned", 13),
        ("gradient(w, b, x, y)", "gradient(x, y, w, b)", "parameters", 10),
        ("gradient(w, b, x, y)", "gradient(b, w, x, y)", "parameters", 10),
        ("2 * error / n\n", "2(error) / n\n", "star_missing", 16),
        ("2 * error * xi / n", "2 * sum([error * xi], 5) / n", "argument", 15),
        ("        dw += 2", "        error = np.tanh(error)\n        dw += 2", "needless", 15),
        ("error = w * xi + b - yi", "error = (lambda v: v * xi + b + yi)(w)", "sign", 14),
        (
            "        error = w * xi + b - yi\n",
            "        b -= yi\n        error = w * xi + b\n",
            "needed_later",
            14,
        ),
    ],
)
def test_one_change(said: Callable[[str], Report], right: str, wrong: str, kind: str, line: int) -> None:
    """The change that mends a program is found among all others, with its line."""
    found = {one.id: str(one.message) for one in said(LOOP.replace(right, wrong)).diagnoses}
    assert not kind or any(f"Line {line}: " in message for message in found.values()), found
    assert not kind or f"repair.{kind}" in found or "stops.called" in found


def test_an_array_that_is_no_copy() -> None:
    """Where an array itself is stored, or gets a second name, a copy is tried."""
    text = "def f(v, rows):\n    rows.append(v)\n    u = v\n    rows.append(v + 1)\n    return u\n"
    found = [change.line for change in all_changes(ast.parse(text), "f", []) if change.kind == "alias"]
    assert sorted(found) == [2, 3]


def changed(text: str, kind: str) -> set[str]:
    """Return what may stand in the place of the code of a function f, of one kind of change."""
    found = all_changes(ast.parse(text), "f", [])
    others = [
        one.other if isinstance(one.other, ast.expr) else one.other[0] for one in found if one.kind == kind
    ]
    return {ast.unparse(other) for other in others}


def test_variables_of_another_family() -> None:
    """All arguments of a call that end alike are changed together."""
    assert "g(x, y)" in changed("def f(x, y, x_val, y_val):\n    return g(x_val, y_val)\n", "sibling")


@pytest.mark.parametrize(
    ("written", "meant"), [("sqrt(v + e)", "sqrt(v) + e"), ("sqrt(v) + e", "sqrt(v + e)")]
)
def test_a_function_of_one_operand_or_of_both(written: str, meant: str) -> None:
    """A bracket may end before or behind the second operand."""
    assert meant in changed(f"def f(v, e):\n    return {written}\n", "bracket")


@pytest.mark.parametrize(
    ("line", "kind", "meant"),
    [
        ("s.grad = s.data", "quantity", "1"),
        ("s = 3", "number", "len(v)"),
        ("seen.add(v.data)", "attribute", "v"),
        ("return seen[-1]", "entry", "sum(seen) / len(seen)"),
        ("return w[..., ::-1]", "turned", "w"),
        ("return np.dot(w, v) * s", "term_missing", "np.dot(w, v) + seen"),
        ("return np.einsum('ij,jk', w, v)", "term_missing", "np.einsum('ij,jk', w, v) + s[:, None]"),
        ("keep, new = v, 1 - v", "elements", "(1 - v, v)"),
        ("optimiser = Adam(w, lr=v)", "reduction", "SGD(w, lr=v, momentum=0.9)"),
        ("optimiser = SGD(w, lr=v)", "argument_missing", "SGD(w, lr=v, momentum=0.9)"),
        ("return g(v, w)", "reduction", "h(v, w)"),
        ("s = v", "call_missing", "h(w, v)"),
        ("return g(v, w)", "quantity", "seen"),
        ("return x.mean(1, keepdims=True)", "number", "0"),
        ("return v * (1 - s) + w * s", "shares", "s * v + (1 - s) * w"),
        ("return v.mean().log()", "order_of_calls", "v.log().mean()"),
        ("return log(mean(v))", "order_of_calls", "mean(log(v))"),
        ("return seen.index(v) - 1", "end_term", "return seen.index(v)"),
        ("return (v + s) * w", "bend", "(v + s) * (w > 0)"),
        ("return s * w", "term_missing", "w - v"),
        ("return s * w", "product_missing", "s @ v.T"),
        ("return w[:, -1]", "entry", "w.sum(axis=1)"),
        ("w[0] += v", "stored", "s"),
        ("return einsum('ij,jk', w, v)", "letters", "'ij,ji'"),
        ("return max(v)", "reduction", "list(v)[-1]"),
        ("return w.abs() / 2", "term_missing", "w.abs() + v"),
        ("return huber_loss(v, w)", "reduction", "mse_loss(v, w)"),
        ("s = v / (1 - v ** s); w = seen.mean()", "divisor_missing", "seen.mean() / (1 - v ** s)"),
        ("s = g(s, v); w = seen.mean()", "call_missing", "g(seen.mean(), v)"),
        ("return w * (v + s)", "bend", "(v + s) * (w > 0)"),
        ("return v.data ** 2", "quantity", "seen"),
        ("for one in [w, s]: one.zero_()", "slice", "[w, v, s]"),
        ("return [g(one, s) for one in zip((w,), seen)]", "slice", "(w, v)"),
        ("return s < 0.5", "condition", "s < 0.0001"),
        ("return isclose(v, w, atol=0.1)", "condition", "isclose(v, w, atol=1e-06)"),
        ("return max(v - w) > s", "condition", "max(abs(v - w)) > s"),
        ("return norm(v - w)", "reduction", "abs(v - w).max()"),
        ("return norm(v)", "argument_missing", "norm(v, ord=2)"),
    ],
)
def test_what_may_belong_there(line: str, kind: str, meant: str) -> None:
    """Each of these mistakes has its change."""
    others = "def g(a, b):\n    return a\n\n\ndef h(a, b):\n    return b\n"
    assert meant in changed(f"{others}\n\ndef f(v, w, s, seen):\n    {line}\n", kind)


def test_a_layer_that_nothing_goes_through() -> None:
    """What a class holds and never uses may be applied wherever a value of its method stands."""
    init = "    def __init__(self):\n        self.one, self.bend = Linear(), PReLU()\n"
    net = f"class Net:\n{init}    def forward(self, x):\n        return self.one(x)\n"
    found = changed(f"{net}\n\ndef f():\n    return Net()\n", "call_missing")
    assert {"self.bend(x)", "self.bend(self.one(x))"} <= found
    assert not any("self.one(" in one and "self.bend" not in one for one in found)


def test_a_function_inside_another_sees_its_names() -> None:
    """A variable of the function around it may belong where one of its own stands."""
    text = "def f(v, w):\n    def inner(s):\n        return s\n    return inner(v)\n"
    assert "w" in changed(text, "name")


def test_what_stands_elsewhere_with_other_numbers() -> None:
    """What is done to the first of two is done to the second with its own names."""
    text = "def f(m, v, b1, b2, t):\n    m1 = m / (1 - b1 ** t)\n    return m1 + v\n"
    assert {"v / (1 - b1 ** t)", "v / (1 - b2 ** t)"} <= changed(text, "divisor_missing")


def test_a_loop_inside_another_ends_the_function() -> None:
    """What ends the inner loop only may stand for the last return."""
    text = "def f(v):\n    for a in v:\n        for b in a:\n            break\n    return v\n"
    assert changed(text, "leaves") == {"return v"}


def test_a_name_for_a_function() -> None:
    """A function that was given a second name is the task's."""
    assert "g(v) - 1" in changed("def h(v):\n    return g(v) + 1\n\n\nf = h\n", "sign")


def test_what_is_compared_may_have_either_sign() -> None:
    """A sign inside a comparison is tried after everything else."""
    found = all_changes(ast.parse("def f(v, w):\n    return (v - w) * (v - w > 0)\n"), "f", [])
    assert [one.kind for one in found[-2:]] == ["sign", "sign"]
    assert "sign" in {one.kind for one in found[:-2]}


def test_no_keyword_stands_twice() -> None:
    """What would be no Python is no change: with it none of the others could be tried."""
    text = "def f(x):\n    return x.mean(keepdims=True) + x.var(0, ddof=1)\n"
    tree = ast.parse(text)
    compile(woven(tree, all_changes(tree, "f", [])), "x.py", "exec")


def test_gradients_that_are_never_cleared() -> None:
    """In a loop that calls backward, an optimiser or a buffer may be cleared before."""
    text = "def f(rows, optimiser):\n    for row in rows:\n        g(row).backward()\n"
    found = [one for one in all_changes(ast.parse(text), "f", []) if one.kind == "clearing_missing"]
    lines = {ast.unparse(one.other[0]) for one in found if isinstance(one.other, list)}
    assert {"optimiser.zero_grad()", "row.grad = None"} <= lines


def test_a_moved_line_beside_a_change_in_another() -> None:
    """A line that is moved, and a change in a line that it passes, are switched on together."""
    lines = ("kept = []", "v = v + 1", "u = v", "kept.append(v)", "return kept[0], u")
    tree = ast.parse("\n    ".join(["def f(v):", *lines]))
    changes = all_changes(tree, "f", [])
    moved = [(n, one) for n, one in enumerate(changes) if one.kind == "order" and one.line == 5]
    order = next(n for n, one in moved if one.anchor is not None and one.anchor.lineno == 3)
    sign = next(n for n, one in enumerate(changes) if one.kind == "sign" and not one.adds)
    space: dict[str, Any] = {}
    exec(woven(tree, changes), space)
    assert space["f"](3) == (4, 4)
    space[ACTIVE].update({order, sign, marks(changes)[sign]})
    assert space["f"](3) == (3, 2)


def test_a_mistake_made_twice_comes_before_another_number(said: Callable[[str], Report]) -> None:
    """Where both would do, what is written twice is told, not the number that makes up for it."""
    wrong = LOOP.replace("n = len(x)", "n = len(x) - 0").replace("/ n", "/ (n + 1)")
    (found,) = said(wrong).diagnoses
    assert found.id == "repair.term"
    assert "+ 1" in str(found.message)


def test_two_parts_that_do_not_go_together(sandbox: Sandbox) -> None:
    """Where changes that mend a value each do not mend both, the two that do are told instead."""
    exercise = page.read(ROOT / "solutions" / "momentum.py")
    key = keymaker.make(exercise, sandbox, seed=1, with_mutants=False)
    text = MOMENTUM.replace("velocity = beta * v + lr * g", "velocity = beta * v + (1 - beta) * g")
    text = text.replace("return w - lr * velocity,", "return w - lr * (velocity + g),")
    handed_in = Submission(key.id, "x.py", Program(text, filename="x.py"), "0" * 64)
    found = [one for one in grade(handed_in, key, sandbox).diagnoses if one.task == "momentum_step"]
    assert [one.id for one in found] == ["repair.factor", "repair.term"]
    assert all("one more thing changed" in str(one.message) for one in found)


def test_what_the_file_has_fixed(said: Callable[[str], Report]) -> None:
    """Data of the file in the place of the arguments are told, several of them at once."""
    text = "x_data, y_data = np.array([1.0, 2.0]), np.array([2.0, 3.0])\n\n\n" + LOOP.replace(
        "zip(x, y)", "zip(x_data, y_data)"
    ).replace("len(x)", "len(x_data)")
    assert [one.id for one in said(f"import numpy as np\n{text}").diagnoses] == ["repair.fixed"]


def test_the_same_mistake_twice(said: Callable[[str], Report]) -> None:
    """A mistake that is made in two places of a line is told once."""
    text = LOOP.replace("+ b - yi", "+ b - yi + max(xi) - max(yi)").replace("max(", "abs(")
    wrong = text.replace("w * xi + b - yi + abs(xi) - abs(yi)", "w * abs(xi) + b - abs(yi)")
    found = said(wrong).diagnoses
    assert [one.id for one in found] == ["repair.call"]
    assert "in two places" in str(found[0].message)


def test_a_change_and_a_factor(said: Callable[[str], Report]) -> None:
    """Of two mistakes one of which is a factor of all numbers, both are told."""
    wrong = LOOP.replace("+ b - yi", "- yi").replace("2 * error", "error")
    found = {one.id: str(one.message) for one in said(wrong).diagnoses}
    assert list(found) == ["repair.term_missing", "repair.scaled"]
    assert "With this and one more change" in found["repair.term_missing"]
    assert "times ½" in found["repair.scaled"]


def test_a_result_that_is_another_array_is_no_forgotten_one(said: Callable[[str], Report]) -> None:
    """That a line forgets what was there before is not said where it reads it."""
    changes = all_changes(ast.parse("def f(v):\n    v = v - 2\n    u = 1\n    return v\n"), "f", [])
    assert {change.line for change in changes if change.kind == "overwritten"} == {3}
    assert {change.line for change in changes if change.kind == "rebound"} == {2}


def test_flags_and_small_whole_numbers_are_no_evidence() -> None:
    """Numbers that many a formula hits are not taken for evidence of a guess."""
    assert not is_telling(np.array([True, False]))
    assert not is_telling(np.array([1, -1, 20]))
    assert is_telling(np.array([1.0, 0.5]))


@pytest.mark.parametrize(
    "lines",
    [
        "    for i in range(v):\n        s = i\n        if s > 2:\n            break\n    return s\n",
        "    global g\n    g = v\n    s = g + 1\n    g = s\n    return s\n",
        "    for i in range(v):\n        if i > 2:\n            s = i\n    return s\n",
        "    return (lambda u: u + v)(v) ** 2\n",
        "    return v[:, v + 1 : 2], v[v, 1 - v]\n",
        "    for one in v:\n        v = (one, *v)\n    return v if v else [w for u in v for w in u]\n",
    ],
)
def test_what_is_woven_is_python(lines: str) -> None:
    """With whatever change, a loop is left only inside a loop, and names are declared before use."""
    tree = ast.parse(f"def f(v):\n{lines}")
    compile(woven(tree, all_changes(tree, "f", [])), "x.py", "exec")


def test_nothing_is_said_of_a_right_program(said: Callable[[str], Report]) -> None:
    """A right program is not diagnosed."""
    assert said(LOOP).diagnoses == ()


def test_two_values(said: Callable[[str], Report]) -> None:
    """Of two mistakes in two values each is told by itself, with what its change makes right."""
    text = LOOP.replace("error * xi / n", "error * error / n").replace("2 * error / n", "yi * error / n")
    found = [str(one.message) for one in said(text).diagnoses]
    assert len(found) == 2
    assert any("dw would be right in" in message for message in found)
    assert any("db would be right in" in message for message in found)


def test_two_changes_at_once(said: Callable[[str], Report]) -> None:
    """Two mistakes in one line of thought are both told, where a pair of changes mends them."""
    text = LOOP.replace("+ b - yi", "+ b + yi").replace("error * xi / n", "error * error / n")
    found = said(text).diagnoses
    assert [one.id for one in found] == ["repair.sign", "repair.name"]
    assert all("one more thing changed" in str(one.message) for one in found)


def test_a_change_around_another(said: Callable[[str], Report]) -> None:
    """A change in a part of a formula and one around it are tried together."""
    wrong = LOOP.replace("dw += 2 * error * xi / n", "dw += 2 * error + xi ** 2 / n")
    found = said(wrong).diagnoses
    assert [one.id for one in found] == ["repair.operator"]
    assert "takes a power" in str(found[0].message)
    assert "With both changed" in str(found[0].message)


def test_one_mistake_in_two_lines(said: Callable[[str], Report]) -> None:
    """A mistake that was made in several lines is told once, with all of them."""
    found = said(LOOP.replace("2 * error", "2 * error ** 2")).diagnoses
    assert len(found) == 1
    assert "So it is in line 16. With all of these changed" in str(found[0].message)


def test_a_swap_that_fits_one_value_is_chance(said: Callable[[str], Report]) -> None:
    """Where dw is what db should be, nothing is said of an exchange: it would mend db alone."""
    wrong = LOOP.replace("error * xi / n", "error / n").replace("db += 2 * error / n", "db += 2 * error * n")
    assert not any(one.id == "repair.results_exchanged" for one in said(wrong).diagnoses)


def test_a_name_without_brackets(said: Callable[[str], Report]) -> None:
    """A line that only names a function is told, whatever its numbers look like."""
    text = "class Sum:\n    total = 1.0\n\n    def clear(self):\n        self.total = 0.0\n\n\n"
    body = LOOP.replace("    n = len(x)\n", "    n = len(x)\n    s = Sum()\n    s.clear\n").replace(
        "return dw,", "return dw + s.total,"
    )
    assert [one.id for one in said(text + body).diagnoses] == ["repair.not_called"]


def test_what_only_follows(sandbox: Sandbox) -> None:
    """A task that is right as soon as the one that it calls is mended costs nothing."""
    exercise = page.read(ROOT / "solutions" / "momentum.py")
    key = keymaker.make(exercise, sandbox, seed=1, with_mutants=False)
    handed_in = Submission(key.id, "x.py", Program(MOMENTUM, filename="x.py"), "0" * 64)
    report = grade(handed_in, key, sandbox)
    (found,) = report.diagnoses
    assert (found.id, found.task) == ("repair.factor", "momentum_step")
    paid = {one.id: one.points == one.max_points for one in report.verdicts if one.task == "descend"}
    assert set(found.follows) == {id for id in paid if "rounds" in id}
    assert all(paid.values())


def test_what_is_kept_between_calls(said: Callable[[str], Report]) -> None:
    """A function whose first call is right and whose later ones are not keeps something."""
    text = f"calls = []\n\n\n{LOOP}".replace(
        "    return", "    calls.append(dw)\n    return 1.0 * sum(calls),"
    )
    found = [one.id for one in said(text.replace("sum(calls), dw, db", "sum(calls), db")).diagnoses]
    assert found in (["repair.memory"], ["repair.name"], ["repair.reduction"], ["repair.quantity"])


def test_changes_are_of_the_tasks_own_functions() -> None:
    """Another task's function is left alone; a function of the file that the task calls is not."""
    bodies = {"h": "v + 1", "f": "h(v) * g(v)", "g": "v"}
    text = "".join(f"def {name}(v):\n    return {body}\n" for name, body in bodies.items())
    assert {change.line for change in all_changes(ast.parse(text), "f", ["g"])} == {2, 4}


def test_a_loop_that_may_never_end_comes_last() -> None:
    """What a while holds is changed after all other lines, and of its head only the comparison."""
    text = "def f(v):\n    while v > 1:\n        v = v - 2\n    return v - 3\n"
    found = all_changes(ast.parse(text), "f", [])
    assert [change.line for change in found if change.kind == "sign" and not change.adds] == [4, 4, 3, 3]
    assert {ast.unparse(change.place) for change in found if change.kind == "condition"} == {"v > 1"}


def test_the_tasks_own_code_comes_first() -> None:
    """Changes in the functions that a task calls come behind the like in its own."""
    text = "def g(v):\n    return v - 1\n\n\ndef f(v):\n    return g(v) - 2\n"
    lines = [change.line for change in all_changes(ast.parse(text), "f", []) if change.kind == "sign"]
    assert lines.index(6) < lines.index(2)


def test_every_kind_of_change_can_be_said() -> None:
    """Whatever a change is called, there are a sentence and a title for it."""
    files = (ROOT / "grader/grading/repairs").rglob("*.py")
    text = "".join(one.read_text(encoding="utf-8") for one in files)
    kinds = {*re.findall(r'Change\(\s*"(\w+)"', text), "term", "factor", MEMORY, SCALED}
    assert len(kinds) > 30
    assert all(has_sentence(f"repair.{kind}") and has_sentence(f"repair.{kind}.title") for kind in kinds)


def test_a_task_that_calls_a_wrong_one(sandbox: Sandbox) -> None:
    """Of two mistakes in two tasks of which one calls the other, both are named."""
    exercise = page.read(ROOT / "solutions" / "momentum.py")
    key = keymaker.make(exercise, sandbox, seed=1, with_mutants=False)
    note, move = "history.append(loss(w, c))", "w, v = momentum_step(w, v, slope(w, c), lr, beta)"
    text = MOMENTUM.replace("beta * v + lr * g", "beta * v + g").replace("- lr * velocity", "- velocity")
    text = text.replace(f"{note}\n        {move}", f"{move}\n        {note}")
    handed_in = Submission(key.id, "x.py", Program(text, filename="x.py"), "0" * 64)
    found = {one.task: str(one.message) for one in grade(handed_in, key, sandbox).diagnoses}
    assert "every check of momentum_step passes" in found["momentum_step"]
    assert "and momentum_step right, every check of descend passes" in found["descend"]


def test_what_a_listed_mistake_in_another_task_does(sandbox: Sandbox) -> None:
    """A task is not taken for wrong where mending the one that it calls makes it right."""
    exercise = page.read(ROOT / "solutions" / "momentum.py")
    key = keymaker.make(exercise, sandbox, seed=1, with_mutants=False)
    right = MOMENTUM.replace("beta * v + lr * g", "beta * v + g")
    text = right.replace("velocity = beta * v + g", "velocity = beta * v + (1 - beta) * g")
    handed_in = Submission(key.id, "x.py", Program(text, filename="x.py"), "0" * 64)
    report = grade(handed_in, key, sandbox)
    assert {one.task for one in report.diagnoses} == {"momentum_step"}
    failing = [one for one in report.verdicts if one.task == "descend" and not one.passed]
    assert failing
    assert all(one.follows for one in failing)


def test_a_listed_mistake_keeps_its_name_in_another_order_of_parameters(
    keys: Mapping[str, AnswerKey], sandbox: Sandbox
) -> None:
    """Only the order itself may tell against it, and w + x is the same either way."""
    text = "def forward(w, x):\n    return w + x\n"
    handed_in = Submission("forward", "forward.py", Program(text), "0" * 64)
    found = grade(handed_in, keys["forward"], sandbox).diagnoses
    assert [one.title for one in found] == ["Added in place of multiplied"]
