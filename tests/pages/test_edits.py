"""A slip and a rewrite are edits of a definition's text."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from programs import TINY, line_of

from grader.author import alternative, rewrite, slip
from grader.errors import PageError
from grader.pages import edits, page
from grader.pages.page import Exercise
from grader.pages.variants import Variant


def with_edit(folder: Path, edit: str, task: str = "") -> Path:
    """Write the tiny page with one more statement before its checks, and perhaps another task."""
    text = TINY.replace("    return 2 * x\n", task) if task else TINY
    path = folder / "twice.py"
    path.write_text(text.replace("\nchecks = [", f"\n{edit}\n\nchecks = ["), encoding="utf-8")
    return path


def read(folder: Path, edit: str, task: str = "") -> Exercise:
    """Read the page that ``with_edit`` writes."""
    return page.read(with_edit(folder, edit, task))


def last(exercise: Exercise) -> Variant:
    """Return the page's last variant: the edit."""
    return exercise.variants[-1]


def ran(variant: Variant) -> dict[str, Any]:
    """Run a variant's program and return its names."""
    space: dict[str, Any] = {}
    exec(compile(variant.program.text, "twice.py", "exec"), space)
    return space


def test_a_slip_is_the_reference_with_a_piece_exchanged(tmp_path: Path):
    """Its name is that of the page, its title the name in words."""
    variant = last(
        read(tmp_path, 'half = slip(double, "2 *", "0.5 *").says("""\n    Less?\n    Hint: Add.""")')
    )
    assert (variant.id, variant.title, variant.right, variant.targets) == ("half", "Half", False, ("double",))
    assert (variant.message, variant.hints) == ("Less?", ("Add.",))
    assert ran(variant)["double"](3.0) == 1.5


def test_what_a_slip_says_may_be_given_as_words(tmp_path: Path):
    """A sentence, a list of hints, a title."""
    edit = 'half = slip(double, "2", "3", says="Less?", hints=["Add.", "Count."], title="By half")'
    variant = last(read(tmp_path, edit))
    assert (variant.title, variant.message, variant.hints) == ("By half", "Less?", ("Add.", "Count."))


def test_a_rewrite_is_right(tmp_path: Path):
    """An edit may also be another right definition."""
    variant = last(read(tmp_path, 'added = rewrite(double, "2 * x", "x + x")'))
    assert variant.right
    assert ran(variant)["double"](3.0) == 6.0


def test_edits_are_made_at_the_same_time(tmp_path: Path):
    """Two pieces may be exchanged for each other."""
    task = "    a, b = x, 2 * x\n    return a - b\n"
    variant = last(
        read(tmp_path, 'turned = rewrite(double, "a - b", "b - a", "x, 2 * x", "-x, -2 * x")', task)
    )
    assert ran(variant)["double"](3.0) == -3.0


def test_all_of_the_code_may_be_exchanged(tmp_path: Path):
    """Three dots stand for it, and what stands in its place may be several lines."""
    task = "    a = x\n    return 2 * a\n"
    variant = last(read(tmp_path, 'other = rewrite(double, ..., "y = x + x\\n    return y")', task))
    assert ran(variant)["double"](3.0) == 6.0


def test_an_old_piece_is_no_part_of_a_longer_name(tmp_path: Path):
    """``x`` is not found in ``xs`` nor ``2`` in ``12``."""
    task = "    xs = 12 * x\n    return xs / 12 * 2\n"
    variant = last(read(tmp_path, 'other = rewrite(double, "x", "x + 1", "2", "4")', task))
    assert ran(variant)["double"](3.0) == (12 * 3 + 1) / 12 * 4


@pytest.mark.parametrize("number", ["2.5", "2.", "5.2", ".2", "1e-2", "1E+2", "2e5", "1_2"])
def test_an_old_number_is_no_part_of_a_longer_one(tmp_path: Path, number: str):
    """``2`` is not found in a number with a point or an exponent."""
    task = f"    return {number} * x + 2\n"
    variant = last(read(tmp_path, 'other = rewrite(double, "2", "3")', task))
    assert ran(variant)["double"](10.0) == float(number) * 10.0 + 3


@pytest.mark.parametrize("piece", ["2.5", "2.", ".5", "x2", "x2.T", ".T", "+ 2."])
def test_a_number_with_a_point_is_found_as_a_whole(piece: str):
    """So is a name that ends in a digit before its attribute."""
    assert re.findall(edits.pattern(piece), "2.5 * x2.T + 2. * .5") == [piece]


def test_the_docstring_is_not_edited(tmp_path: Path):
    """A word of it may stand in the code as well."""
    variant = last(read(tmp_path, 'other = rewrite(double, "x", "(x + 1)")'))
    assert ran(variant)["double"](1.0) == 4.0
    assert ast.get_docstring(variant.definition) is None  # type: ignore[arg-type]


def test_an_alternative_may_be_edited(tmp_path: Path):
    """The slip stands for the same target."""
    edit = (
        "@alternative(double)\ndef added(x):\n    return x + x\n\n\n"
        'square = slip(added, "x + x", "x * x").says("Plus?")'
    )
    variant = last(read(tmp_path, edit))
    assert variant.targets == ("double",)
    assert ran(variant)["double"](5.0) == 25.0


def test_what_an_edit_puts_in_may_be_the_reference(tmp_path: Path):
    """As in a misconception's body, the target's own name is the reference's."""
    variant = last(read(tmp_path, 'again = slip(double, "2 * x", "double(double(x))").says("Once?")'))
    assert ran(variant)["double"](1.0) == 4.0


def test_what_an_edit_puts_in_may_be_a_helper(tmp_path: Path):
    """A helper below the fold is brought along, as for any other program."""
    edit = 'def helper(x):\n    return -x\n\n\nless = slip(double, "2 * x", "helper(x)").says("Sign?")'
    assert ran(last(read(tmp_path, edit)))["double"](1.0) == -1.0


def test_a_method_may_be_edited(tmp_path: Path):
    """It is named as text, and its decorators other than the grader's stay."""
    text = TINY.replace(
        '@task\ndef double(x):\n    """Return twice x."""\n    return 2 * x\n',
        "class Number:\n    @task\n    @staticmethod\n    def double(x):\n"
        '        """Return twice x."""\n        return 2 * x\n\n\ndouble = Number.double\n',
    )
    text = text.replace(
        "@misconception(double)",
        'more = slip("Number.double", "2", "3").says("More?")\n\n\n@misconception("Number.double")',
    )
    path = tmp_path / "twice.py"
    path.write_text(text, encoding="utf-8")
    variant = page.read(path).variants[0]
    assert ran(variant)["Number"].double(2.0) == 6.0


def test_a_page_keeps_its_lines_in_an_edits_program(tmp_path: Path):
    """The edited definition stands below all lines of the page."""
    exercise = read(tmp_path, 'half = slip(double, "2 *", "0.5 *").says("Less?")')
    lines = last(exercise).program.text.split("\n")
    own = exercise.reference.text.rstrip("\n").split("\n")
    assert lines[: len(own)] == own
    assert "def half(x):" in lines[len(own) :]


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        ('e = slip(double, "3", "4").says("?")', "'3' stands 0 times in the code of double; give a piece"),
        ('e = slip(double, " ", "").says("?")', "' ' stands 7 times in the code of double; give a piece"),
        ('e = slip(double, ..., "return 1", "2", "3").says("?")', "two of these edits overlap"),
        ('e = slip(double, "", "4").says("?")', "'' stands"),
        (
            'e = slip(double, "2 *", "3 *", "* x", "").says("?")',
            "two of these edits overlap; write them as one",
        ),
        ('e = slip(double, "2 *", "3 )").says("?")', "this edit of double leaves no Python (unmatched ')')"),
        ('e = slip("np.sum", "2", "3").says("?")', "np.sum is no function whose text could be edited"),
        ('e = slip("nobody", "2", "3").says("?")', "there is no nobody to replace"),
        ('e = slip(double, "2", "3")', "this misconception says nothing"),
        ('e = slip(double, "2")', "TypeError: give an old piece of code and a new one"),
        ('e = slip(double, 2, "3").says("?")', "TypeError: 2 is no piece of code; write it as text: '2'"),
        ('e = rewrite(double, "2", ...)', "TypeError: Ellipsis is no piece of code; write it as text"),
        ("e = slip(double)", "TypeError: give an old piece of code and a new one"),
        ('e = slip(rewrite(double, "2", "3"), "3", "4")', "TypeError: an edit of an edit"),
    ],
)
def test_a_faulty_edit_is_named_with_its_line(tmp_path: Path, edit: str, says: str):
    """What is wrong, where it stands, and what to do about it."""
    path = with_edit(tmp_path, edit)
    with pytest.raises(PageError) as fault:
        page.read(path)
    assert says in str(fault.value)
    assert fault.value.line == line_of(path, edit[:9])


def test_an_edit_knows_what_it_edits():
    """The target is a function, a name as text, or an alternative of one."""

    def double(x: float) -> float:
        return 2 * x

    other = alternative(double)(double)
    assert slip("Value.half", "a", "b").base == "Value.half"
    assert rewrite(other, "a", "b").targets == other.targets
