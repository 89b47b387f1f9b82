"""Faults of what a page does beside its programs: it prints, or its inputs hang on the run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.pages.slices import Definition, bound_names
from grader.prove.evidence.proof import Evidence, Fault

CHANGING = frozenset(
    {"getpid", "today", "now", "time", "perf_counter", "monotonic", "urandom", "uuid4", "getenv"}
    | {"gethostname", "cpu_count", "getcwd", "getlogin", "listdir", "scandir", "glob", "iterdir", "token_hex"}
)
"""Functions of libraries, by their last names, that give something else in the next run or elsewhere."""

ORDERED = frozenset({"list", "tuple", "iter", "enumerate", "array", "asarray", "next", "zip", "join"})
"""Functions that take the order of what they are given."""


def printing_pages(evidence: Evidence) -> Iterator[Fault]:
    """Report a reference that prints, or a page that does while it is read."""
    source = evidence.source
    for name, node in source.tasks.items():
        line = first_call(node, "print")
        if line:
            message = f"the reference of {name} prints on every call; take the print out"
            yield Fault("prints", line, message)
    for statement in source.tree.body:
        line = first_call(statement, "print") if not isinstance(statement, Definition) else 0
        if line and not (isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)):
            yield Fault("prints", line, "the page prints whenever it is read; take the print out")


def changing_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report an input that comes from what changes with the run: the time, a hash, the order of a set."""
    source = evidence.source
    programs = {variant.id for variant in evidence.exercise.variants}
    for statement in source.tree.body:
        if source.given(statement) or programs & set(bound_names(statement)):
            continue
        for part in ast.walk(statement):
            what = changing(part, in_function=isinstance(statement, Definition))
            if what:
                message = (
                    f"{what} something else in the next run, and a grade could "
                    "not be worked out again; draw with uniform(…), normal(…), or write the number down"
                )
                yield Fault("unsteady", getattr(part, "lineno", statement.lineno), message)


def changing(part: ast.AST, in_function: bool) -> str:
    """Return what gives something else in the next run, with its verb; empty where nothing does.

    A function may well tell instances apart by their ``id``, as a walk through a graph does.
    """
    if isinstance(part, ast.Call) and is_changing(part.func, in_function):
        return f"{ast.unparse(part.func)}(…) gives"
    if isinstance(part, ast.Attribute) and part.attr == "environ":
        return f"{ast.unparse(part)} holds"
    takers = [part.iter] if isinstance(part, ast.For | ast.comprehension) else []
    if isinstance(part, ast.Call) and getattr(part.func, "attr", getattr(part.func, "id", "")) in ORDERED:
        takers = part.args
    held = next((taken for taken in takers if is_set_of_texts(taken)), None)
    return f"the order of {ast.unparse(held)} is" if held is not None else ""


def is_set_of_texts(node: ast.expr) -> bool:
    """Tell whether an expression is a set of texts, whose order hangs on the process."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("set", "frozenset"):
        node = node.args[0] if node.args else node
    elif not isinstance(node, ast.Set):
        return False
    inner = node.elts if isinstance(node, ast.Set | ast.List | ast.Tuple) else [node]
    return any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in inner)


def is_changing(function: ast.expr, in_function: bool) -> bool:
    """Tell whether a called function hangs on the process, the time or the machine."""
    if isinstance(function, ast.Name):
        return function.id in ("hash", "id") and not in_function
    return isinstance(function, ast.Attribute) and function.attr in CHANGING


def first_call(node: ast.AST, name: str) -> int:
    """Return the line of the first call of a function of Python's own; 0 where there is none."""
    calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
    return next((one.lineno for one in calls if getattr(one.func, "id", "") == name), 0)
