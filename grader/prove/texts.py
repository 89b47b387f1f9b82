"""Faults of a page's texts: too few programs, hints that are missing or give the answer away, a stale stub."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.prove.proof import Evidence, Fault

MISCONCEPTIONS_AT_LEAST = 6
ALTERNATIVES_AT_LEAST = 3


def programs_are_enough(evidence: Evidence) -> Iterator[Fault]:
    """A page describes at least six misconceptions and three alternatives."""
    wrong, right = len(evidence.exercise.misconceptions), len(evidence.exercise.alternatives)
    if wrong < MISCONCEPTIONS_AT_LEAST:
        yield Fault(
            "misconceptions",
            0,
            f"{count(wrong, 'misconception')}; describe at least {MISCONCEPTIONS_AT_LEAST}, "
            "the ones that students really have",
        )
    if right < ALTERNATIVES_AT_LEAST:
        yield Fault(
            "alternatives",
            0,
            f"{count(right, 'alternative')}; write at least {ALTERNATIVES_AT_LEAST} other right solutions, "
            "such as a loop, a matrix form and single precision",
        )


def count(number: int, what: str) -> str:
    """Write a number of things."""
    return f"only {number} {what}{'' if number == 1 else 's'}"


def misconceptions_have_hints(evidence: Evidence) -> Iterator[Fault]:
    """Every misconception has a hint for those whom its sentence does not help."""
    for variant in evidence.exercise.misconceptions:
        if not variant.hints:
            yield Fault(
                "hints",
                evidence.line_of(variant.id),
                f"the misconception {variant.id} has no hint; add a paragraph that begins with Hint: to its docstring",
            )


def texts_keep_the_answer(evidence: Evidence) -> Iterator[Fault]:
    """No message and no hint holds what the reference returns, as code."""
    answers = [
        (task, pattern(text)) for task, node in evidence.source.tasks.items() for text in solutions(node)
    ]
    for variant in evidence.exercise.misconceptions:
        texts = (variant.message, *variant.hints)
        task = next((task for task, answer in answers if any(map(answer.search, texts))), None)
        if task is not None:
            yield Fault(
                "answer",
                evidence.line_of(variant.id),
                f"a text of the misconception {variant.id} holds the reference's code of {task}; "
                "ask a question that leads there instead",
            )


def solutions(task: ast.FunctionDef) -> list[str]:
    """Return the expressions that give a task away: what it returns, or what it assigns if it returns nothing."""
    nodes = list(ast.walk(task))
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    if not returned:
        return [ast.unparse(node) for node in nodes if isinstance(node, ast.Assign | ast.AugAssign)]
    parts = [item for value in returned for item in (value.elts if isinstance(value, ast.Tuple) else [value])]
    return [ast.unparse(part) for part in parts if telling(part)]


def telling(expression: ast.expr) -> bool:
    """Tell whether an expression is more than a name or a number."""
    return any(isinstance(node, ast.BinOp | ast.Call) for node in ast.walk(expression))


def pattern(code: str) -> re.Pattern[str]:
    """Return a pattern for code with any spacing, that is no part of a longer expression."""
    words = [re.escape(word) for word in re.findall(r"\w+|[^\w\s]", code)]
    return re.compile(r"(?<![\w.])(?<![*/] )(?<![*/])" + r"\s*".join(words) + r"(?!\w|\(|\[|\.\w|\s*\*)")


# ---- the stub -----------------------------------------------------------------------------------


def stub_is_current(evidence: Evidence) -> Iterator[Fault]:
    """The committed stub is what the page says."""
    if evidence.stub.committed == evidence.stub.text:
        return
    state = "is not written yet" if evidence.stub.committed is None else "is not what the page says"
    yield Fault("stub", 0, f"its stub {state}; write it with `grade stub {evidence.exercise.id}`")


def stub_runs(evidence: Evidence) -> Iterator[Fault]:
    """The stub runs as a script where the grader is not installed."""
    if evidence.stub.status != 0:
        yield Fault(
            "script",
            0,
            f"its stub does not run as a script without the grader ({evidence.stub.words}); "
            "correct the code above the last task, or the public checks",
        )
