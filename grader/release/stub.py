"""The file that students get: the page above the fold, and the public checks to try at its foot."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from grader.inside.observation import Function, Leaf, Observation, Scenario, Seeded
from grader.keys.key import AnswerKey, KeyCheck
from grader.numbers.compare import graded
from grader.pages import scripts, slices
from grader.pages.calls import value_text
from grader.pages.page import Exercise
from grader.pages.page import imports as imports_of
from grader.pages.slices import Source, grader_marks, is_grader_import

LEAF = '''
    def leaf(value, grad=None, requires_grad=True):
        """Return a tensor in double precision with this gradient in its buffer."""
        made = torch.tensor(value, dtype=torch.float64, requires_grad=requires_grad)
        made.grad = None if grad is None else torch.tensor(grad, dtype=torch.float64)
        return made
'''

STATE = '''
    def after(places, results, task, *arguments):
        """Call a task; return what it returned and what became of the parameters, by name."""
        held = [list(item) if isinstance(item, (list, tuple)) else [item] for item in arguments]
        values = named(results, task(*arguments))
        for place, names in places.items():
            for name, item in zip(names, held[place]):
                values[name] = item
                # A buffer that was never filled is as good as one that is 0.
                values[name + ".grad"] = torch.zeros_like(item) if item.grad is None else item.grad
        return values
'''

KEYED = '''
    def keyed(name, value, attributes=()):
        """Put names to the items of a dictionary, or to an instance's attributes."""
        if attributes:
            value = {key: getattr(value, key) for key in attributes if hasattr(value, key)}
        if not isinstance(value, dict):
            return {name: value}
        found = {}
        for key, item in value.items():
            found.update({str(key): item, **keyed(f"{name}.{key}", item)})
        return found
'''

FOOT = '''if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.
{helpers}
    def named(names, value):
        """Put names to what a function returned, in its order."""
        value = value.tolist() if hasattr(value, "tolist") else value
        several = len(names) > 1 and isinstance(value, (list, tuple))
        return dict(zip(names, value)) if several else dict.fromkeys(names[:1], value)

    def text(value):
        """Return numbers with six digits, lists in brackets."""
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(text(item) for item in value) + "]"
        return f"{{value:.6g}}" if type(value) in (int, float) else str(value)

    for title, call, expected in [
{rows}
    ]:
        try:
            values = call()
            got = ", ".join(f"{{name}} = {{text(values.get(name, 'nothing'))}}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {{unfinished}}"
        right = ", ".join(f"{{name}} = {{number}}" for name, number in expected.items())
        print(f"{{title}}\\n    got       {{got}}\\n    expected  {{right}}")
'''


WITHOUT_TORCH = "# This exercise is solved without torch."
"""What stands below the story where no program of the page uses torch."""


def make(exercise: Exercise, key: AnswerKey) -> str:
    """Return the stub's text.

    Every number in it comes from the key, so that what a student reads is what the grader compares with.
    """
    if exercise.is_script:
        return scripts.stub(exercise.source)
    public = [(check, seen) for check, seen in zip(key.checks, key.reference, strict=True) if check.public]
    callable_ = [(check, seen) for check, seen in public if check.scenario.is_direct]
    rows = "\n".join(row(check, seen) for check, seen in callable_)
    kinds = {check.scenario.kind for check, _ in callable_}
    helpers = imports(exercise, rows)
    helpers += LEAF if "leaf(" in rows else ""
    helpers += STATE if "state" in kinds else ""
    helpers += KEYED if "keyed(" in rows else ""
    return head(
        exercise.source, FOOT.format(rows=rows, helpers=helpers.strip("\n") + "\n" if helpers else "")
    )


def imports(exercise: Exercise, rows: str) -> str:
    """Return the imports that the foot needs and the page above the fold lacks."""
    source = exercise.source
    given = {name for node in source.tree.body if source.given(node) for name in slices.bound_names(node)}
    needed = {
        "math": (r"\bmath\.", "import math"),
        "np": (r"\bnp\.", "import numpy as np"),
        "torch": (r"\bleaf\(|\btorch\.", "import torch"),
    }
    used = {name for name, (pattern, _) in needed.items() if re.search(pattern, rows)}
    lines = [f"    {needed[name][1]}" for name in sorted(used - given)]
    return "\n".join(lines) + ("\n" if lines else "")


def row(check: KeyCheck, seen: Observation) -> str:
    """Return one line of the foot's list: title, call, expected numbers by name."""
    expected = dict(expected_parts(seen))
    return f"        ({check.title!r}, lambda: {call(check.scenario, list(expected), seen)}, {expected!r}),"


def call(asked: Scenario, names: Sequence[str], seen: Observation) -> str:
    """Return a scenario's call as Python source, which gives its results by these names."""
    arguments = ", ".join(source(argument) for argument in asked.args)
    if asked.only and asked.kind != "state":  # what is shown is a part of what is returned
        names = list(asked.parts.get("", names))
    if asked.kind != "state" and (asked.fields or seen.kinds.get(asked.task) == "dict"):
        attributes = f", {list(asked.fields)!r}" if asked.fields else ""
        return f"keyed({asked.task!r}, {asked.task}({arguments}){attributes})"
    if asked.kind != "state":
        return f"named({names!r}, {asked.task}({arguments}))"
    places = {
        place: list(asked.parts[label]) for place, label in enumerate(asked.labels) if label in asked.parts
    }
    of_arguments = {name for items in places.values() for name in items}
    results = [name for name in names if name.removesuffix(".grad") not in of_arguments]
    return f"after({places!r}, {results!r}, {asked.task}, {arguments})"


def source(value: Any) -> str:
    """Return an input as Python source."""
    if isinstance(value, Leaf) and value.value.dtype.kind != "f":
        return f"torch.tensor({value.value.tolist()!r})"
    if isinstance(value, Leaf):
        grad = "" if value.grad is None else f", grad={value.grad.tolist()!r}"
        data = "" if value.requires_grad else ", requires_grad=False"
        return f"leaf({value.value.tolist()!r}{grad}{data})"
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r})"
    if isinstance(value, Seeded | Function):
        return value_text(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {source(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        inner = ", ".join(source(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)"
    return repr(value)


def expected_parts(seen: Observation) -> Iterator[tuple[str, str]]:
    """Yield every value's name and numbers, without a parameter's flags, which should stay as they are."""
    for name in graded(seen):
        array = seen.values[name]
        if array.dtype != np.bool_ or "." not in name:
            yield name, numbers(array.tolist())


def numbers(value: Any) -> str:
    """Return numbers with six digits, lists in brackets."""
    if isinstance(value, list):
        return f"[{', '.join(numbers(item) for item in value)}]"
    return str(value) if isinstance(value, bool) else f"{value:.6g}"


# ---- the page above the fold ----


def head(source: Source, foot: str) -> str:
    """Return what students get: the page above the fold, the tasks' bodies taken out, and ``foot``."""
    lines = list(source.lines[: source.fold])
    for name, node in reversed(list(source.tasks.items())):
        start = body_start(node)
        indent = " " * (node.col_offset + 4)
        lines[start - 1 : body_end(lines, node)] = [f'{indent}raise NotImplementedError("Write {name}.")']
        for mark in reversed(grader_marks(source, node)):
            lines[mark.lineno - 1 : mark.end_lineno or mark.lineno] = []
    for statement in reversed(source.tree.body):
        if is_grader_import(statement) and statement.lineno <= source.fold:
            lines[statement.lineno - 1 : statement.end_lineno] = []
    story = source.tree.body[0].end_lineno or 0
    lines[story:story] = [] if "torch" in imports_of(source) else ["", WITHOUT_TORCH]
    return tidy("\n".join(lines)) + "\n\n" + foot


def body_start(node: ast.FunctionDef) -> int:
    """Return the first line of a task's body after its docstring, which every task has."""
    return (node.body[0].end_lineno or node.lineno) + 1


def body_end(lines: Sequence[str], node: ast.FunctionDef) -> int:
    """Return the last line of a task's body, the comments behind its last statement included."""
    last = end = node.end_lineno or node.lineno
    for number, line in enumerate(lines[end:], end + 1):
        indent = len(line) - len(line.lstrip())
        if line.strip() and not (line.lstrip().startswith("#") and indent > node.col_offset):
            break
        last = number if line.strip() else last
    return last


def tidy(text: str) -> str:
    """Take out the runs of blank lines that removed statements leave."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or lines[-2:] != ["", ""]:
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip() + "\n"
