"""Faults of sentences that name something: a value that is right, an input that plays no part."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator

import numpy as np

from grader.numbers.compare import graded
from grader.pages.slices import inner_names
from grader.pages.variants import Variant
from grader.prove.docstrings.docstrings import parameters
from grader.prove.evidence.proof import Evidence, Fault, Line

RIGHT = re.compile(r"^\s*Your (\w+) (?:are|is) right\b(?! (?:for|where|when|only|in|at|up)\b)")
"""How a sentence says that a value is right: ``Your weights are right.``"""

FIRST_LETTER = {"weights": "w", "biases": "b"}
"""Words for all values that begin with a letter."""

STILL = (
    re.compile(r"^\s*Your [\w ]+? (?:is|are) the same (?:for every|whatever) (\w+)\b"),
    re.compile(r"^\s*Your [\w ]+? do(?:es)? not (?:notice when|change with|depend on|hang on) (\w+)\b"),
)
"""How a sentence says that an input plays no part."""


def contradicted_names(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that calls a value right which is wrong, or an input unused which it uses."""
    lines = {line.id: line for line in evidence.trials[0].wrong}
    for variant in evidence.exercise.misconceptions:
        if len(variant.targets) != 1 or variant.targets[0] not in evidence.source.tasks:
            continue
        for sentence in re.findall(r"[^.?!]+[.?!]", " ".join(variant.message.split())):
            said = wrong_value(evidence, variant, lines[variant.id], sentence)
            said = said or used_input(evidence, variant, sentence)
            if said:
                message = f"the misconception {variant.id} says {sentence.strip()!r}, and {said}"
                yield Fault("says", evidence.line_of(variant.id), f"{message}; correct the sentence")
                break


def wrong_value(evidence: Evidence, variant: Variant, line: Line, sentence: str) -> str:
    """Say that the values which a sentence calls right are wrong, and no others; empty where they are not."""
    found = RIGHT.match(sentence)
    for place, check in enumerate(evidence.key.checks):
        seen, right = line.row[place], evidence.key.reference[place]
        if not found or check.task not in variant.targets or line.passes[place]:
            continue
        names = graded(right)
        meant = meant_by(found[1], names)
        wrong = [name for name in names if not same(evidence, place, line, name)]
        if meant and set(meant) < set(names) and set(wrong) == set(meant) and seen.values:
            return f"on the check {check.title!r} {', '.join(meant)} is what is wrong, and nothing else"
    return ""


def meant_by(word: str, names: Collection[str]) -> list[str]:
    """Return the values of a check that a word means: its own name, or all that begin with its letter."""
    letter = FIRST_LETTER.get(word, "")
    roots = {name: re.split(r"[.\[]", name)[0] for name in names}
    return [
        name
        for name, root in roots.items()
        if root == word or (letter and re.fullmatch(rf"d?{letter}\d*", root))
    ]


def same(evidence: Evidence, place: int, line: Line, name: str) -> bool:
    """Tell whether a program has one value of a check right."""
    got, right = line.row[place].values.get(name), evidence.key.reference[place].values[name]
    if got is None or got.shape != right.shape:
        return False
    if {got.dtype.kind, right.dtype.kind} - set("iuf"):
        return bool(np.array_equal(got, right))
    return bool(np.allclose(got.astype(float), right.astype(float), rtol=1e-6, atol=1e-9))


def used_input(evidence: Evidence, variant: Variant, sentence: str) -> str:
    """Say that a program uses an input which is said to play no part, and not another one; else empty."""
    task = evidence.source.tasks[variant.targets[0]]
    own, reads = parameters(task), read_by(variant.definition)
    dropped = [name for name in own if name in read_by(task) and name not in reads]
    for pattern in STILL:
        found = pattern.match(sentence)
        if found and found[1] in own and found[1] in reads and dropped:
            return f"its program uses {found[1]}, and not {dropped[0]}"
    return ""


def read_by(node: ast.AST) -> set[str]:
    """Return the names that a definition reads, its parameters among them."""
    return {name.id for name in inner_names(node) if isinstance(name.ctx, ast.Load)}
