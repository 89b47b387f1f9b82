"""Faults of what a docstring says of a result: its axes and sizes, one number, the order of a pair."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grader.inside.observation import Observation, Outcome
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded
from grader.prove.docstrings.docstrings import described_shapes, parameters
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault
from grader.words.plain import many

SENTENCE = re.compile(r"\bReturns?\b.*?(?:\.(?=\s)|:(?=\s)|$)", re.DOTALL)
"""What is said of a result, up to the end of the sentence."""

SHAPE = re.compile(r"(?:(?<=Return )|(?<=Returns )|(\w+),\s+)an array of shape\s*\(([^()]*)\)\s*\.?$")
"""The shape of the whole result, at the end of its sentence; the word before it, if there is one."""

NAMED_SHAPE = re.compile(
    r"^Returns? the (?:(?!\bof\b)[\w ])*?(\w+), (?:of )?shape\s*\(([^()]*)\)(?:, of [^,]*)?\.?$"
)
"""The same of a result with a name: ``Return the weights w, shape (d,), of …``."""

NUMBER = re.compile(r"(?:(?<=Return )|(?<=Returns )|(\w+),\s+)(?:one|a)\s+number\s*\.?$")
"""The same for a result that is one number."""

IN_BRACKETS = re.compile(r"\(([^()]+,[^()]+)\)")
"""Parts of a result in their order: ``the pair (w, b)``."""

PAIR = re.compile(r"Returns? (?:the|a) (?:pair|triple)\b(?! of (?:one|a))")
"""How a docstring says that two or three things come back."""

SEVERAL = re.compile(r"\b(?:or|if|where|when|unless|otherwise|for each|pair|triple|tuple|list|dict\w*)\b")
"""Words of a sentence in which a shape may be that of a part, or of one case."""

LOOKED_AT = ("returns", "gradients")
"""Kinds of check whose values are what the task returns."""

Seen = tuple[KeyCheck, Observation]


@dataclass(frozen=True)
class Told:
    """What a docstring says of a result: its shape as text, "" for one number."""

    shape: str

    @property
    def axes(self) -> list[str]:
        """The sizes, as they are written."""
        return [size.strip() for size in self.shape.split(",") if size.strip()]


def wrong_results(evidence: Evidence) -> Iterator[Fault]:
    """Report a task's docstring that gives the result another shape than every check sees."""
    for name, node in evidence.source.tasks.items():
        told, seen = told_of(node), list(seen_of(evidence, name))
        words = {told and contradiction(told, node, *one) for one in seen}
        if told and seen and "" not in words:
            said = f"an array of shape ({told.shape})" if told.shape else "one number"
            yield Fault(
                "docstring",
                node.lineno,
                f"the docstring of {name} says that it returns {said}, and the reference returns "
                f"{min(map(str, words))}; correct one of them",
            )


def missing_parts(evidence: Evidence) -> Iterator[Fault]:
    """Report a task's docstring that says that it returns a pair, where every check sees a single number."""
    for name, node in evidence.source.tasks.items():
        pair = next((found[0] for one in sentences(node)[:1] if (found := PAIR.match(one))), "")
        seen = [one for check, one in seen_of(evidence, name) if not check.scenario.only]
        single = all(len(graded(one)) == 1 and one.values[graded(one)[0]].size == 1 for one in seen)
        if pair and seen and single:
            message = f"the docstring of {name} says that it returns a {pair.split()[-1]}"
            yield Fault(
                "docstring",
                node.lineno,
                f"{message}, and the reference returns one number; correct one of them",
            )


def seen_of(evidence: Evidence, task: str) -> Iterator[Seen]:
    """Yield the checks that see what a task returns, each with what the reference returned."""
    for check, seen in zip(evidence.key.checks, evidence.key.reference, strict=True):
        plain = check.task == task and check.scenario.kind in LOOKED_AT and not check.scenario.fields
        if plain and seen.outcome is Outcome.RETURNED and graded(seen):
            yield check, seen


def sentences(node: ast.FunctionDef) -> list[str]:
    """Return the sentences of a docstring that say what is returned, each on one line."""
    text = ast.get_docstring(node) or ""
    return [" ".join(found.split()) for block in text.split("\n\n") for found in SENTENCE.findall(block)]


def told_of(node: ast.FunctionDef) -> Told | None:
    """Return what a docstring says of the whole result; None where it says nothing, or several things."""
    said = sentences(node)
    if any(SEVERAL.search(one) for one in said):
        return None
    described = {label: Told(shape) for label, shape in described_shapes(node)}
    found = []
    for one in said:
        shape, number = SHAPE.search(one) or NAMED_SHAPE.search(one), NUMBER.search(one)
        match = shape or number
        told = Told(match[2] if shape else "") if match else None
        # "the mean of x, an array of shape (n,)" may tell of x.
        if match and told and (match[1] not in parameters(node) or described.get(match[1], told) != told):
            found.append(told)
    return found[0] if len(found) == 1 else None


def contradiction(told: Told, node: ast.FunctionDef, check: KeyCheck, seen: Observation) -> str:
    """Say what the reference returns on a check where it is not what is told; empty where it may be."""
    names = graded(seen)
    if len(names) > 1:
        return f"{len(names)} parts" if told.shape == "" else ""
    got = seen.values[names[0]]
    if got.dtype.kind not in "biuf":
        return ""
    if not told.shape:
        return "" if got.size == 1 else f"an array of {many(got.ndim, 'axis', 'axes')}"
    if got.ndim != len(told.axes):
        return f"an array of {many(got.ndim, 'axis', 'axes')}" if got.ndim else "one number"
    sizes = known_sizes(node, check)
    for word, size in zip(told.axes, got.shape, strict=True):
        if sizes.get(word, size) != size:
            return f"an array in which {word} is not the {word} of its arguments"
    return ""


def known_sizes(node: ast.FunctionDef, check: KeyCheck) -> Mapping[str, int]:
    """Return what the letters in the shapes of a task's arguments stand for on a check, where all agree."""
    given = arrays(check.scenario)
    sizes: dict[str, set[int]] = {}
    for label, shape in described_shapes(node):
        words = [size.strip() for size in shape.split(",") if size.strip()]
        if label in given and given[label].ndim == len(words):
            for word, size in zip(words, given[label].shape, strict=True):
                sizes.setdefault(word, set()).add(size)
    return {word: min(found) for word, found in sizes.items() if word.isidentifier() and len(found) == 1}


def exchanged_parts(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring that names the parts of a result in another order than its checks do."""
    for check in evidence.exercise.checks:
        names, node = check.parts.get("", ()), evidence.source.tasks[check.task]
        names = names or tuple(f"d{name}" for name in check.wrt)
        for said in sentences(node):
            for found in IN_BRACKETS.findall(said):
                told = tuple(slope(one.strip()) for one in found.split(","))
                if told != names and sorted(told) == sorted(names):
                    yield Fault(
                        "order",
                        node.lineno,
                        f"the docstring of {check.task} says that it returns ({found}), and the check "
                        f"{check.title!r} names the parts {', '.join(names)}; correct one of them",
                    )
                    return


def slope(name: str) -> str:
    """Return the name of a variable for a slope: dL/dw is ``dw``."""
    return re.sub(r"^[d∂]\w*/[d∂](?=\w)", "d", name)
