"""The file that students get: the page above the fold, and the public checks to try at its foot."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader import cut
from grader.compare import graded
from grader.cut import Source, grader_marks, is_grader_import
from grader.key import AnswerKey, KeyCheck
from grader.observation import Leaf, Observation, Scenario
from grader.page import Exercise

LEAF = '''
    def leaf(value, grad=None, requires_grad=True):
        """Return a tensor in double precision with this gradient in its buffer."""
        made = torch.tensor(value, dtype=torch.float64, requires_grad=requires_grad)
        made.grad = None if grad is None else torch.tensor(grad, dtype=torch.float64)
        return made
'''

STATE = '''
    def after(names, task, *arguments):
        """Call a task; return what became of the named parameters, and what it returned."""
        parameters = [item for argument in arguments if isinstance(argument, list) for item in argument]
        result = task(*arguments)
        parts = []
        for name, item in zip(names, parameters):
            parts.append(f"{name} = {text(item)}")
            if item.grad is not None:
                parts.append(f"{name}.grad = {text(item.grad)}")
        return ", ".join(parts if result is None else [*parts, f"returned {text(result)}"])

'''

FOOT = '''if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.
{helpers}
    def text(value):
        """Return numbers with six digits, lists in brackets."""
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(text(item) for item in value) + "]"
        return f"{{value:.6g}}" if isinstance(value, (int, float)) else str(value)

    for title, call, expected in [
{rows}
    ]:
        try:
            got = text(call())
        except NotImplementedError as unfinished:
            got = f"not written yet: {{unfinished}}"
        print(f"{{title}}\\n    got       {{got}}\\n    expected  {{expected}}")
'''


def make(exercise: Exercise, key: AnswerKey) -> str:
    """Return the stub's text.

    Every number in it comes from the key, so that what a student reads is what the grader compares with.
    """
    public = [(check, seen) for check, seen in zip(key.checks, key.reference, strict=True) if check.public]
    callable_ = [(check, seen) for check, seen in public if check.scenario.kind != "experiment"]
    rows = "\n".join(row(check, seen) for check, seen in callable_)
    kinds = {check.scenario.kind for check, _ in callable_}
    helpers = imports(exercise, rows)
    helpers += LEAF if "leaf(" in rows else ""
    helpers += STATE if "state" in kinds else ""
    return head(
        exercise.source, FOOT.format(rows=rows, helpers=helpers.strip("\n") + "\n" if helpers else "")
    )


def imports(exercise: Exercise, rows: str) -> str:
    """Return the imports that the foot needs and the page above the fold lacks."""
    source = exercise.source
    given = {name for node in source.tree.body if source.given(node) for name in cut.bound_names(node)}
    needed = {"np": ("np.array(" in rows, "import numpy as np"), "torch": ("leaf(" in rows, "import torch")}
    lines = [f"    {text}" for name, (used, text) in needed.items() if used and name not in given]
    return "\n".join(lines) + ("\n" if lines else "")


def row(check: KeyCheck, seen: Observation) -> str:
    """Return one line of the foot's list: title, call, expected."""
    return f"        ({check.title!r}, lambda: {call(check.scenario)}, {expected_text(seen)!r}),"


def call(asked: Scenario) -> str:
    """Return a scenario's call as Python source."""
    arguments = ", ".join(source(argument) for argument in asked.args)
    if asked.kind != "state":
        return f"{asked.task}({arguments})"
    names = [name for label in asked.labels for name in asked.parts.get(label, ())]
    return f"after({names!r}, {asked.task}, {arguments})"


def source(value: Any) -> str:
    """Return an input as Python source."""
    if isinstance(value, Leaf):
        grad = "" if value.grad is None else f", grad={value.grad.tolist()!r}"
        data = "" if value.requires_grad else ", requires_grad=False"
        return f"leaf({value.value.tolist()!r}{grad}{data})"
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r})"
    if isinstance(value, list | tuple):
        inner = ", ".join(source(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)"
    return repr(value)


def expected_text(seen: Observation) -> str:
    """Return the expected numbers as a reader would write them."""
    return ", ".join(expected_parts(seen))


def expected_parts(seen: Observation) -> Iterator[str]:
    """Yield "name = numbers" for every value; the flags that should stay as they are are left out."""
    for name in graded(seen):
        array = seen.values[name]
        if array.dtype != np.bool_:
            yield f"{name} = {numbers(array.tolist())}"


def numbers(value: Any) -> str:
    """Return numbers with six digits, lists in brackets."""
    if isinstance(value, list):
        return f"[{', '.join(numbers(item) for item in value)}]"
    return f"{value:.6g}"


# ---- the page above the fold ----


def head(source: Source, foot: str) -> str:
    """Return what students get: the page above the fold, the tasks' bodies taken out, and ``foot``."""
    lines = list(source.lines[: source.fold])
    for name, node in reversed(list(source.tasks.items())):
        start = body_start(node)
        indent = " " * (node.col_offset + 4)
        lines[start - 1 : node.end_lineno] = [f'{indent}raise NotImplementedError("Write {name}.")']
        for mark in reversed(grader_marks(source, node)):
            lines[mark.lineno - 1 : mark.end_lineno or mark.lineno] = []
    for statement in reversed(source.tree.body):
        if is_grader_import(statement) and statement.lineno <= source.fold:
            lines[statement.lineno - 1 : statement.end_lineno] = []
    return tidy("\n".join(lines)) + "\n\n" + foot


def body_start(node: ast.FunctionDef) -> int:
    """Return the first line of a task's body after its docstring, which every task has."""
    return (node.body[0].end_lineno or node.lineno) + 1


def tidy(text: str) -> str:
    """Take out the runs of blank lines that removed statements leave."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or lines[-2:] != ["", ""]:
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip() + "\n"
