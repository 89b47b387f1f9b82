"""A key is made by watching every program of a page."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from programs import PAGES, line_of, seen, write_page

from grader.errors import PageError
from grader.inside.observation import Outcome
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.keys.making.baselines import LAZY, constant_answers, lazy_programs
from grader.keys.staleness import code_digest
from grader.pages import page
from grader.sandbox.client import Sandbox


@pytest.fixture(scope="module")
def line(sandbox: Sandbox) -> AnswerKey:
    """Return the key of the page of lines."""
    return keymaker.make(page.read(PAGES / "unit_line.py"), sandbox, 3, with_mutants=False)


def test_a_key_holds_the_references_numbers(line: AnswerKey):
    """One observation a check, all returned and finite."""
    assert [seen.outcome for seen in line.reference] == [Outcome.RETURNED] * 6
    assert line.reference[2].values["slope"] == pytest.approx(-28 / 3)
    assert line.points == 7


def test_a_key_holds_no_solution(line: AnswerKey):
    """No text of a task's body is anywhere in it."""
    assert "w * x - y" not in "".join(scenario.text for scenario in line.scenarios).replace(
        "(w * x - y) ** 2", ""
    )
    assert "twice(" not in repr(line)


def test_programs_know_the_checks_they_change(line: AnswerKey):
    """A misconception differs on some checks, an alternative on none."""
    changed = {known.id: known.changed for known in (*line.misconceptions, *line.alternatives)}
    assert changed["helper_left_out"] == ("one-slope", "a-fresh-slope", "downhill")
    assert changed["with_a_loop"] == changed["in_single_precision"] == ()


def test_a_check_that_nothing_passes_has_a_prerequisite(line: AnswerKey):
    """A slope of 0 pays only together with a check that a do-nothing program fails."""
    found = {check.id: check.prerequisite for check in line.checks if check.prerequisite}
    assert found == {"flat": "one-slope"}


def test_a_check_knows_its_call(line: AnswerKey):
    """The call is written as a reader would write it, an experiment as nothing."""
    calls = {check.id: check.call for check in line.checks}
    assert calls["three-errors"] == "residual(w=1, x=[1, 2, 3], y=[2, 4, 6])"
    assert calls["downhill"] == ""


def test_single_precision_may_be_further_off(line: AnswerKey):
    """Each check has a tolerance for each precision."""
    assert all(0 < check.bound.double < 1e-6 < check.bound.single <= 1e-3 for check in line.checks)


def test_a_flat_gradient_has_a_scale(line: AnswerKey):
    """What is 0 at the optimum is measured against its size beside it."""
    flat = next(check for check in line.checks if check.id == "flat")
    assert flat.bound.scales["slope"] > 0.01


def test_the_same_seed_makes_the_same_key(line: AnswerKey, sandbox: Sandbox):
    """A key made again is the same to the last bit; another seed redraws what is drawn."""
    read = page.read(PAGES / "unit_line.py")
    again, other = (keymaker.make(read, sandbox, seed, with_mutants=False) for seed in (3, 4))
    fresh = [place for place, check in enumerate(line.checks) if "fresh" in check.id]
    for place in range(6):
        values = [key.reference[place].values for key in (line, again, other)]
        for name, array in values[0].items():
            assert np.array_equal(array, values[1][name])
            assert np.array_equal(array, values[2][name]) == (place not in fresh and place != 5)


def test_a_class_is_watched_like_a_function(sandbox: Sandbox):
    """Methods are tasks, and a class of several wrong methods is one misconception."""
    made = keymaker.make(page.read(PAGES / "unit_value.py"), sandbox, 0)
    assert [known.id for known in made.misconceptions] == ["own_factor", "set_anew", "Unrecorded"]
    assert made.reference[0].values["slopes"].tolist() == [5.0, 2.0]
    assert made.misconceptions[0].row[0].values["slopes"].tolist() == [2.0, 5.0]
    assert made.misconceptions[2].changed == tuple(check.id for check in made.checks)
    assert made.mutants == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_that_is_saved_while_its_key_is_made(sandbox: Sandbox, tmp_path: Path, end: str):
    """The key has the digest of the text that it was made from. This page saves itself as another one."""
    path = write_page(tmp_path)
    new = path.read_text(encoding="utf-8").replace("2 * x", "3 * x")
    saves = f"with open(__file__, 'w', encoding='utf-8') as file:\n    file.write({new!r})\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{saves}", encoding="utf-8", newline=end)
    before = code_digest(path)
    made = keymaker.make(page.read(path), sandbox, 0, with_mutants=False)
    assert made.digest == before != code_digest(path)


# ---- faults ----


@pytest.mark.parametrize(
    ("old", "new", "says", "at"),
    [
        ("return 2 * x", "return 1 / 0", "fails on its own check 'one and a half': raised ZeroD", "1 / 0"),
        ("return 2 * x", 'return "2x"', "the reference gives no number on the check 'one and a half'", ""),
        ("return 2 * x", "return x * np.inf", "not finite on the check 'one and a half'; look at", "a half"),
        ("return 2 * x", "return 0 * x", "a program that does nothing passes every check of double", ""),
    ],
)
def test_a_page_that_gives_no_key(sandbox: Sandbox, tmp_path: Path, old: str, new: str, says: str, at: str):
    """The reference must give finite numbers that a program of no understanding does not give."""
    path = write_page(tmp_path, old, new)
    with pytest.raises(PageError, match=r"twice\.py") as fault:
        keymaker.make(page.read(path), sandbox, 0)
    assert says in str(fault.value)
    assert fault.value.line == (line_of(path, at) if at else 0)


def test_a_program_that_does_not_load(sandbox: Sandbox, tmp_path: Path):
    """A program of the page that works only where it was written is named with its line."""
    here_only = "import numpy as np\nimport sys\n\nsys.modules['grader'].author"
    path = write_page(tmp_path, "import numpy as np", here_only)
    with pytest.raises(PageError, match="this program of the page does not load: AttributeError") as fault:
        keymaker.make(page.read(path), sandbox, 0)
    assert fault.value.line == line_of(path, "sys.modules")


# ---- programs that have understood nothing ----


def test_lazy_programs_answer_everything_alike(sandbox: Sandbox):
    """One program for each answer, with every task replaced."""
    read = page.read(PAGES / "unit_line.py")
    scenarios = read.scenarios(0)[:3]
    rows = [sandbox.observe(program, scenarios, "numpy").row for program in lazy_programs(read)]
    assert len(rows) == len(LAZY)
    assert [row[2].kinds["slope"] for row in rows[:3]] == ["NoneType", "float", "float"]
    assert rows[3][2].values["slope"] == 1.0


def test_constant_answers_have_the_right_shape():
    """Zeros and ones in the shape that is asked for, and none for a state or an experiment."""
    checks = page.read(PAGES / "unit_line.py").checks
    zeros, ones = constant_answers(checks[0], seen(residual=[1.0, 2.0, 3.0]))
    assert (zeros.values["residual"].tolist(), ones.values["residual"].tolist()) == ([0] * 3, [1] * 3)
    assert constant_answers(checks[5], seen(w=1.0)) == []
