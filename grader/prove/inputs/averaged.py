"""Faults of public checks on which a sum for a mean, or a mean for a sum, is no difference: of one sample."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from grader.keys.key import AnswerKey
from grader.keys.making import mutants
from grader.keys.making.looker import Looker
from grader.keys.making.mutation.tree import SourceMutant, Tree, body_of
from grader.numbers.compare import agree
from grader.prove.evidence.proof import Averaged, Evidence, Fault


def gather(look: Looker, made: AnswerKey) -> Iterator[Averaged]:
    """Yield what each task's reference gives with a sum in place of a mean, and with a mean for a sum."""
    for base in (one for one in mutants.bases(look.exercise) if one.name == one.task):
        function = mutants.definition(base)
        found = list(exchanged(function)) if function is not None else []
        places = [
            place for place, check in enumerate(made.checks) if check.task == base.task and not check.sealed
        ]
        if not found or len({made.checks[place].public for place in places}) < 2:
            continue
        texts = [
            one.text.replace(f"def {base.name}(", f"def mutant_{number}(", 1)
            for number, one in enumerate(found)
        ]
        program = replace(base.program, text="\n".join([base.program.text, *texts]) + "\n")
        calls = [
            mutants.call_mutant(made.scenarios[place], base.task, number)
            for number in range(len(found))
            for place in places
        ]
        row = iter(look.observe(program, calls).row)
        for one in found:
            passed = [
                (place, agree(next(row), made.reference[place], made.checks[place].bound)) for place in places
            ]
            yield Averaged(base.task, one.sentence, tuple(passed))


def exchanged(function: ast.FunctionDef) -> Iterator[SourceMutant]:
    """Yield a function with all its means as sums, and with all its sums as means."""
    nodes = [node for statement in body_of(function) for node in ast.walk(statement)]
    means = {node: named(node, "sum") for node in nodes if is_call(node, "mean")}
    means |= {node: node.left for node in nodes if isinstance(node, ast.BinOp) and is_averaging(node)}
    # A division inside a mean that is exchanged as a whole would be exchanged in a tree that is gone.
    inside = {part for node in means for part in ast.walk(node) if part is not node}
    sums = {node: named(node, "mean") for node in nodes if is_call(node, "sum")}
    tree = Tree(function)
    for words, exchanges in (
        ("a sum in place of its mean", {node: new for node, new in means.items() if node not in inside}),
        ("a mean in place of its sum", {} if means else sums),
    ):
        if exchanges:
            yield SourceMutant(words, tree.with_other(exchanges))


def is_call(node: ast.AST, name: str) -> bool:
    """Tell whether a node calls a function or method of that name."""
    return isinstance(node, ast.Call) and name in (
        getattr(node.func, "attr", ""),
        getattr(node.func, "id", ""),
    )


def named(node: ast.AST, name: str) -> ast.expr:
    """Return a call with a function of another name."""
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Attribute):
        function = ast.Attribute(node.func.value, name, ast.Load())
        return ast.Call(function, node.args, node.keywords)
    values = ", ".join(map(ast.unparse, node.args[:1]))
    text = f"sum({values})" if name == "sum" else f"__import__('numpy').mean(list({values}))"
    return ast.parse(text, mode="eval").body


def is_averaging(node: ast.BinOp) -> bool:
    """Tell whether something is divided by how many there are."""
    return isinstance(node.op, ast.Div) and any(
        is_call(part, "len")
        or (isinstance(part, ast.Attribute) and part.attr in ("size", "shape"))
        or (isinstance(part, ast.Name) and part.id in ("n", "m", "count", "samples"))
        for part in ast.walk(node.right)
    )


def blind_averages(evidence: Evidence) -> Iterator[Fault]:
    """Report public checks that tell no mean from a sum, although a hidden one does."""
    for one in evidence.averaged:
        public = [place for place, _ in one.passes if evidence.key.checks[place].public]
        missed = [place for place, passed in one.passes if place not in public and not passed]
        blind = all(passed for place, passed in one.passes if place in public)
        if blind and missed and not any(evidence.exercise.checks[place].note for place in public):
            yield Fault(
                "blind",
                evidence.line_of_check(public[0]),
                f"with {one.words} {one.task} passes every public check and fails the hidden check "
                f"{evidence.key.checks[missed[0]].title!r}; take a public example in which they differ, of "
                "several samples, or say with note= why it stands here",
            )
