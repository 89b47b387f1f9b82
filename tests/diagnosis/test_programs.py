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
ANSWERED = sorted({program.exercise for program in PROGRAMS})


def titled(program: BenchmarkProgram) -> str:
    """Return a program's name among all programs."""
    return f"{program.exercise}/{program.name}"


def answers(exercise: str) -> list[BenchmarkProgram]:
    """Return an exercise's programs."""
    return [program for program in PROGRAMS if program.exercise == exercise]


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


@pytest.mark.parametrize("exercise", ANSWERED)
def test_headers(exercise: str) -> None:
    """A program says of which kind it is, and has as many tasks and truths as that kind has mistakes."""
    for program in answers(exercise):
        assert program.kind in KINDS, titled(program)
        mistakes = {"right": 0, "wrong": 1, "double": 2, "odd": 1}[program.kind]
        assert len(program.tasks) == len(program.truths) == mistakes, titled(program)
        assert program.foreseen in ("yes", "no", "unknown"), titled(program)
        assert all(program.truths), titled(program)
        assert not (program.passes and program.kind == "right"), titled(program)


@pytest.mark.parametrize("exercise", ANSWERED)
def test_tasks(exercise: str) -> None:
    """The tasks that a header names are functions of the exercise's stub."""
    there = functions(EXERCISES[exercise].read_text(encoding="utf-8"))
    assert [titled(program) for program in answers(exercise) if not set(program.tasks) <= there] == []


@pytest.mark.parametrize("exercise", ANSWERED)
def test_text(exercise: str) -> None:
    """What is graded is Python unless the program is odd, and holds nothing of its headers."""
    for program in answers(exercise):
        if program.kind != "odd":
            ast.parse(program.text, titled(program))
        assert re.search(r"^# (kind|truth|line):", program.text, re.MULTILINE) is None, titled(program)
        whole = (FOLDER / f"{titled(program)}.py").read_text(encoding="utf-8")
        assert program.text.count("\n") == whole.count("\n"), titled(program)


@pytest.mark.parametrize("exercise", ANSWERED)
def test_line(exercise: str) -> None:
    """The line at which a mistake begins is one of code."""
    for program in answers(exercise):
        if program.kind in ("wrong", "double"):
            source = program.text.splitlines()
            assert 1 <= len(program.lines) <= len(program.tasks), titled(program)
            for line in program.lines:
                assert source[line - 1].split("#")[0].strip(), titled(program)


def test_distinct() -> None:
    """No two programs of an exercise have the same text."""
    texts = [(program.exercise, program.text.lstrip("#\n")) for program in PROGRAMS]
    assert len(set(texts)) == len(texts)


def test_read_empties_headers() -> None:
    """Reading a file keeps the number of its lines and empties the headers."""
    program = read(FOLDER / "forward" / "power.py")
    assert program.text.splitlines()[:5] == ["#"] * 5
    assert program.text.splitlines()[program.lines[0] - 1].strip() == "return w ** x"
