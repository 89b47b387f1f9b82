"""The benchmark's programs have the form that their readers rely on."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import TypeGuard

import pytest
from conftest import ROOT
from diagnosis.programs import FOLDER, KINDS, BenchmarkProgram, read, read_all

PROGRAMS = read_all()
EXERCISES = {path.stem: path for path in (ROOT / "exercises").glob("*.py")}


def titled(program: BenchmarkProgram) -> str:
    """Return a program's name among all programs."""
    return f"{program.exercise}/{program.name}"


def functions(text: str) -> set[str]:
    """Return the names of the functions at the top level of a text, and of its classes' methods."""
    body = ast.parse(text).body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    methods = {f"{node.name}.{one.name}" for node in classes for one in node.body if is_function(one)}
    return methods | {node.name for node in body if is_function(node)}


def is_function(node: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    """Tell whether a statement defines a function."""
    return isinstance(node, ast.FunctionDef)


def test_exercises() -> None:
    """Every program answers an exercise of the course."""
    assert {program.exercise for program in PROGRAMS} <= set(EXERCISES)


def test_kinds() -> None:
    """Every exercise that has programs has right and wrong ones."""
    counts = Counter((program.exercise, program.kind) for program in PROGRAMS)
    for exercise in {program.exercise for program in PROGRAMS}:
        assert counts[exercise, "right"]
        assert counts[exercise, "wrong"]


@pytest.mark.parametrize("program", PROGRAMS, ids=titled)
def test_headers(program: BenchmarkProgram) -> None:
    """A program says of which kind it is, and has as many tasks and truths as that kind has mistakes."""
    assert program.kind in KINDS
    mistakes = {"right": 0, "wrong": 1, "double": 2, "odd": 1}[program.kind]
    assert len(program.tasks) == len(program.truths) == mistakes
    assert program.foreseen in ("yes", "no", "unknown")
    assert all(program.truths)
    assert not (program.passes and program.kind == "right")


@pytest.mark.parametrize("program", PROGRAMS, ids=titled)
def test_tasks(program: BenchmarkProgram) -> None:
    """The tasks that a header names are functions of the exercise's stub."""
    stub = EXERCISES[program.exercise].read_text(encoding="utf-8")
    assert set(program.tasks) <= functions(stub)


@pytest.mark.parametrize("program", PROGRAMS, ids=titled)
def test_text(program: BenchmarkProgram) -> None:
    """What is graded is Python unless the program is odd, and holds nothing of its headers."""
    if program.kind != "odd":
        ast.parse(program.text)
    assert re.search(r"^# (kind|truth|line):", program.text, re.MULTILINE) is None
    assert program.text.count("\n") == (FOLDER / f"{titled(program)}.py").read_text(encoding="utf-8").count(
        "\n"
    )


@pytest.mark.parametrize("program", [p for p in PROGRAMS if p.kind in ("wrong", "double")], ids=titled)
def test_line(program: BenchmarkProgram) -> None:
    """The line at which a mistake begins is one of code."""
    source = program.text.splitlines()
    assert 1 <= len(program.lines) <= len(program.tasks)
    for line in program.lines:
        assert source[line - 1].split("#")[0].strip()


def test_distinct() -> None:
    """No two programs of an exercise have the same text."""
    texts = [(program.exercise, program.text.lstrip("#\n")) for program in PROGRAMS]
    assert len(set(texts)) == len(texts)


def test_read_empties_headers() -> None:
    """Reading a file keeps the number of its lines and empties the headers."""
    program = read(FOLDER / "forward" / "power.py")
    assert program.text.splitlines()[:5] == ["#"] * 5
    assert program.text.splitlines()[program.lines[0] - 1].strip() == "return w ** x"
