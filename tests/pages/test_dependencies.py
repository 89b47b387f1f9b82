"""An experiment travels with everything that it may reach, and with nothing that students must not see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from programs import PAGES, TINY, line_of, write_page

from grader.errors import PageError
from grader.pages import page
from grader.pages.dependencies import experiment

GIVEN = """
import functools
from dataclasses import dataclass

table = np.array([[1.0, 2.0], [3.0, 4.0]])
settings = {"rate": 0.1, "names": ("a", "b")}


@dataclass
class Point:
    x: float


@functools.cache
def half(x):
    return settings["rate"] * x / 2


def quarter(x):
    return half(x) / 2


@task
"""


def with_experiment(folder: Path, body: str, given: str = GIVEN, below: str = "") -> Path:
    """Write a page whose third check is an experiment of that body."""
    check = (
        f"\n{below}\n\n@scenario(double, title='an experiment')\ndef walk(program, rng):\n    {body}\n\n\n"
    )
    text = TINY.replace("\n@task\n", given, 1).replace("\nchecks = [", f"{check}checks = [\n    walk,")
    return write_page(folder, text=text)


def text_of(path: Path) -> str:
    """Return the text that the page's experiment travels as."""
    return page.read(path).scenarios(0)[0].text


def ran(text: str, program: Any = None) -> dict[str, Any]:
    """Run an experiment as the sandbox does."""
    space: dict[str, Any] = {"np": np}
    exec(compile(text, "experiment.py", "exec"), space)
    results: dict[str, Any] = space["experiment"](program, np.random.default_rng(0))
    return results


def test_an_experiment_brings_what_it_names(tmp_path: Path):
    """Given functions, classes and imports travel, with what they name themselves and their marks."""
    path = with_experiment(tmp_path, "return {'q': quarter(4.0), 'p': Point(2.0).x, 't': table.sum()}")
    assert ran(text_of(path)) == {"q": pytest.approx(0.1), "p": 2.0, "t": 10.0}


def test_constants_travel_as_values(tmp_path: Path):
    """An array of the page is written out, so that how it was made stays behind."""
    path = with_experiment(tmp_path, "return {'n': numbers}", below="numbers = np.arange(3) * 2.0")
    text = text_of(path)
    assert "numbers = np.array([0.0, 2.0, 4.0])" in text
    assert "arange" not in text


def test_nothing_else_travels(tmp_path: Path):
    """What the experiment does not name is left at home: the tasks' bodies above all."""
    text = text_of(with_experiment(tmp_path, "return {'x': program.double(1.0)}"))
    assert text.split("\n\n") == [
        "def walk(program, rng):\n    return {'x': program.double(1.0)}",
        "experiment = walk\n",
    ]


def test_a_local_name_is_not_the_pages(tmp_path: Path):
    """A variable of the experiment's own may be called like a task."""
    ran(text_of(with_experiment(tmp_path, "double = 1.0; return {'x': double}")))


@pytest.mark.parametrize(
    ("body", "below", "chain"),
    [
        ("return {'x': double(1.0)}", "", "walk → double"),
        ("return {'x': tripled}", "", "walk → tripled"),
        ("return {'x': secret(1.0)}", "def secret(x):\n    return 2 * x", "walk → secret"),
    ],
)
def test_what_an_experiment_must_not_reach(tmp_path: Path, body: str, below: str, chain: str):
    """A task's body, a misconception and a helper below the fold are named with the way that leads there."""
    path = with_experiment(tmp_path, body, below=below)
    with pytest.raises(
        PageError, match=f"this experiment reaches {chain}, which students must not see"
    ) as fault:
        text_of(path)
    assert fault.value.line == line_of(path, "def walk")


def test_the_whole_chain_is_named(tmp_path: Path):
    """A given function that calls a task leads there just as well."""
    given = GIVEN.replace("return half(x) / 2", "return double(x) / 2")
    path = with_experiment(tmp_path, "return {'x': quarter(1.0)}", given=given)
    says = r"reaches walk → quarter → double, .* call program\.double for the student's own"
    with pytest.raises(PageError, match=says):
        text_of(path)


@pytest.mark.parametrize(
    ("below", "chain"),
    [
        ("answer = double(2.0)", "walk → answer → double"),
        ("base = double(2.0)\nanswer = [base]", "walk → answer → base → double"),
        ("def helper(x):\n    return double(x)\n\n\nanswer = helper(2.0)", "walk → answer → helper → double"),
    ],
)
def test_numbers_of_the_reference_are_not_reached(tmp_path: Path, below: str, chain: str):
    """A constant that a task worked out is an expected value, and stays at home."""
    path = with_experiment(tmp_path, "return {'x': answer}", below=below)
    with pytest.raises(PageError, match=f"this experiment reaches {chain}, numbers of the reference"):
        text_of(path)


def test_a_task_of_a_class_is_out_of_reach(tmp_path: Path):
    """A class that holds a task is reached through the program only."""
    text = (PAGES / "unit_value.py").read_text(encoding="utf-8")
    path = write_page(tmp_path, "left, right = program.Value(a)", "left, right = Value(a)", text)
    with pytest.raises(PageError, match=r"reaches product → Value, .* call program\.Value"):
        page.read(path).scenarios(0)


def test_the_grader_is_out_of_reach(tmp_path: Path):
    """There is no grader in the sandbox."""
    path = with_experiment(tmp_path, "return {'x': returns}")
    with pytest.raises(PageError, match="an experiment cannot use returns of the grader"):
        text_of(path)


def test_what_cannot_be_written_down(tmp_path: Path):
    """A constant that is no plain value has to be an input of the check."""
    path = with_experiment(tmp_path, "return {'x': rule(1.0)}", below="rule = abs")
    with pytest.raises(PageError, match="cannot use a builtin_function_or_method; pass it as an input"):
        text_of(path)


def test_an_experiment_stands_at_the_top_level(tmp_path: Path):
    """A lambda, or a function inside another, has no text that could travel."""
    check = "checks = [\n    scenario(double, title='hidden')(lambda program, rng: {}),"
    path = write_page(tmp_path, "checks = [", check)
    with pytest.raises(PageError, match="the experiment <lambda> is not defined with def at the top level"):
        page.read(path).scenarios(0)


def test_the_good_pages_experiment():
    """An experiment of the test page reaches its given loss and samples, and runs on any program."""
    read = page.read(PAGES / "unit_line.py")
    text = experiment(read.source, "descent", read.constants)
    assert "samples = np.array([1.0, 2.0, 3.0])" in text
    assert "def loss(w, x, y):" in text
    assert "residual" not in text
