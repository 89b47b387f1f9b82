"""A page's text is cut into programs in which every line keeps its number."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from programs import PAGES, TINY, line_of

from grader.errors import PageError
from grader.pages import slices
from grader.pages.slices import Source, bound_names, paragraphs, used_names

LINE = PAGES / "unit_line.py"
VALUE = PAGES / "unit_value.py"


def source(path: Path) -> Source:
    """Return a page as the cutter sees it."""
    return Source(path, path.read_text(encoding="utf-8"))


def ran(text: str) -> dict[str, Any]:
    """Run a program and return its names."""
    space: dict[str, Any] = {}
    exec(compile(text, "program.py", "exec"), space)
    return space


def programs(path: Path) -> dict[str, str]:
    """Return the text of every program of a page."""
    page = source(path)
    marked = {
        name: [ast.literal_eval(target) if isinstance(target, ast.Constant) else ast.unparse(target)]
        for name, node in page.definitions.items()
        for mark in getattr(node, "decorator_list", [])
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) in ("misconception", "alternative")
        for target in mark.args[:1]
    }
    return {"reference": slices.reference(page)} | {
        name: slices.variant(page, name, targets) for name, targets in marked.items()
    }


# ---- what a program is ----


@pytest.mark.parametrize("path", [LINE, VALUE])
def test_every_line_keeps_its_number(path: Path):
    """A line of a program is blank or the page's own, but for a name that was exchanged."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, text in programs(path).items():
        for number, line in enumerate(text.split("\n")[: len(lines)], 1):
            exchanged = line.replace("reference_", "")
            assert line.strip() == "" or exchanged == lines[number - 1], f"{name}, line {number}"


@pytest.mark.parametrize("path", [LINE, VALUE])
def test_programs_run_without_the_grader(path: Path):
    """Nothing of the grader is left in a program, and each runs by itself."""
    for text in programs(path).values():
        assert "grader" not in text
        ran(text)


def test_the_reference_keeps_what_its_tasks_use():
    """Given code, tasks and the helpers below the fold that they call; no other data, program or check."""
    names = {name for name in ran(slices.reference(source(LINE))) if not name.startswith("__")}
    assert names == {"np", "samples", "loss", "residual", "slope", "twice"}


def test_comments_above_the_fold_stay():
    """Comments inside the tasks are part of the program's text, and so are the given code's."""
    text = slices.reference(source(LINE))
    assert "# The secret of the first task." in text
    assert "# given to students" in text


def test_a_variant_binds_its_definition_to_the_target():
    """What calls the task reaches the wrong definition."""
    space = ran(programs(LINE)["turned_round"])
    assert space["residual"](1.0, 2.0, 5.0) == 3.0
    assert space["slope"](1.0, space["np"].array([2.0]), 5.0) == 12.0


def test_a_variant_that_calls_its_own_target_reaches_the_reference():
    """Every use of the name is exchanged, whatever stands before it in the line."""
    text = programs(LINE)["summed"]
    assert 'ŝ, ŵ = len("ŷ") * reference_slope(w, x, y), reference_slope(w, x, y)' in text
    space = ran(text)
    x = space["np"].array([1.0, 2.0])
    assert space["slope"](1.0, x, 0 * x) == 2 * ran(slices.reference(source(LINE)))["slope"](1.0, x, 0 * x)


def test_a_helper_may_be_replaced():
    """A helper below the fold is a target too."""
    space = ran(programs(LINE)["helper_left_out"])
    assert space["slope"](1.0, space["np"].array([1.0]), 0.0) == 1.0


def test_a_method_may_be_replaced():
    """A dotted target changes the class for everyone who uses it."""
    Value = ran(programs(VALUE)["own_factor"])["Value"]
    assert (Value(2.0) * Value(5.0)).chain(1.0) == (2.0, 5.0)


def test_several_targets_are_taken_from_a_class():
    """Each target is replaced by the class's method of that name."""
    text = slices.variant(source(VALUE), "Unrecorded", ("Value.__mul__", "Value.backward"))
    Value = ran(text)["Value"]
    product = Value(2.0) * Value(5.0)
    product.backward()
    assert (product.parents, product.grad) == ((), 0.5)


def test_marks_of_several_lines_are_blank():
    """A decorator of the grader's is taken out from its @ to its last bracket."""
    text = programs(LINE)["turned_round"].split("\n")
    start = line_of(LINE, "@misconception(\n".strip())
    assert text[start - 1 : start + 4] == ["", "", "", "", "def turned_round(w, x, y):"]


def test_other_marks_stay():
    """A decorator that is not the grader's is part of the program."""
    text = TINY.replace("@task\n", "import functools\n\n@functools.cache\n@task\n")
    space = ran(slices.reference(Source(Path("p.py"), text)))
    assert space["double"].cache_info().currsize == 0


@pytest.mark.parametrize("sign", ["\f", "\x1c", "\u2028", "\x85"])
def test_lines_end_where_python_ends_them(sign: str):
    """A form feed or a line separator in a text moves no line."""
    text = TINY.replace("Take a number", f"Take {sign} a number")
    assert slices.reference(Source(Path("p.py"), text)).replace(sign, "") == slices.reference(
        Source(Path("p.py"), text.replace(sign, ""))
    )


# ---- what a page is ----


def test_tasks_are_found_in_classes():
    """Tasks are functions and methods, by dotted name, in order."""
    assert list(source(LINE).tasks) == ["residual", "slope"]
    assert list(source(VALUE).tasks) == ["Value.__mul__", "Value.backward"]


def test_the_fold_is_the_last_tasks_end():
    """Students see the page up to the end of the last task, or of the class that holds it."""
    assert source(LINE).fold == line_of(LINE, "return np.mean(twice(")
    assert source(VALUE).fold == line_of(VALUE, "parent.backward(part)")


def test_text_that_is_no_python():
    """A syntax error is the author's, with its line."""
    with pytest.raises(PageError, match=r"p.py:2: this is not Python \('\(' was never closed\)"):
        Source(Path("p.py"), "x = 1\ny = (\n").tree  # noqa: B018


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("def f(): x = 1", ["f"]),
        ("class C: x = 1", ["C"]),
        ("import a.b, c as d", ["a", "d"]),
        ("from m import a, b as c", ["a", "c"]),
        ("x, (y, *z) = 1, (2, 3)", ["x", "y", "z"]),
        ("x = [y for y in range(3)]", ["x"]),
        ("for i in range(3): total = i", ["i", "total"]),
        ("x += 1", ["x"]),
        ("x: int = 1", ["x"]),
        ("print(x)", []),
    ],
)
def test_what_a_statement_binds(text: str, names: list[str]):
    """Definitions, imports and assignments bind names; what lives inside a comprehension does not."""
    assert bound_names(ast.parse(text).body[0]) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("def f(a, b=c): return a + d", {"c", "d"}),
        ("@mark(e)\ndef f(a): return a", set()),
        ("def f():\n    x = y\n    return x", {"y"}),
        ("class C(base):\n    def f(self): return g(self)", {"base", "g", "self"}),
        ("x = y + z.w", {"y", "z"}),
    ],
)
def test_what_a_statement_reads(text: str, names: set[str]):
    """A function's own parameters and variables are not the page's; its marks are left aside."""
    assert used_names(ast.parse(text).body[0]) == names


def test_paragraphs():
    """A docstring's paragraphs are one line each."""
    assert paragraphs("One\n    two.\n\n    Three.\n") == ["One two.", "Three."]
    assert paragraphs(None) == []
