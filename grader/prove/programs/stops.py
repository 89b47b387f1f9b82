"""Faults of misconceptions that stop by a slip of the author's and not by the mistake they describe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.inside.observation import Error, Outcome, Source
from grader.pages.variants import Variant
from grader.prove.docstrings.results import LOOKED_AT
from grader.prove.evidence.proof import Evidence, Fault, Line

UNKNOWN = re.compile(r"name '(\w+)' is not defined|local variable '(\w+)'|has no attribute '(\w+)'")
"""How Python says that it does not know a name."""

SIGNATURE = re.compile(r"unexpected keyword argument|positional argument|multiple values for argument")
"""How Python says that a function is called in another way than it is written."""

SLIPS = (
    "NameError",
    "UnboundLocalError",
    "ImportError",
    "ModuleNotFoundError",
    "SyntaxError",
    "IndentationError",
)

TELLS_OF_A_STOP = re.compile(
    r"\b(stop|(?:of|by|with) (?:the|an) error\b|error message|error's|last line|does not take|expects?\b"
    r"|\w+Error\b|rais|crash|refus|fail|exception|runs?\b|argument|attribute|none\b|empty|known?\b|python"
    r"|ever end|endless|types?\b|returns nothing)",
    re.IGNORECASE,
)
"""Words of which a message to somebody whose code stops has at least one."""

OF_SHAPES = re.compile(
    r"\bshapes?\b|\bsizes?\b|dimension|broadcast|mismatch|inhomogeneous|out of bounds|out of range",
    re.IGNORECASE,
)
"""What Python says where shapes or sizes do not fit."""

TELLS_OF_SHAPES = re.compile(
    r"\b(shape|sizes\b|length|rows?\b|column|dimension|transpos|turned|fits?\b|axis|axes|broadcast|match|index|entr"
    r"|matri(?:x|ces)|as many|how many)",
    re.IGNORECASE,
)
"""Words of which a message to somebody whose shapes do not fit has one, where it does not speak of a stop."""


def slipped_misconceptions(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that stops by an error that is not its meaning."""
    variants = {variant.id: variant for variant in evidence.exercise.misconceptions}
    for line in evidence.trials[0].wrong:
        error = own_slip(evidence, line, variants[line.id])
        if error is not None:
            yield Fault(
                "stops",
                line_of(evidence, variants[line.id], error),
                f"{line.name} stops by an error of its own ({error}), and a student's error of that kind "
                f"would be taken for it; {remedy(error)}, or say in its docstring that this is the mistake",
            )


def remedy(error: Error) -> str:
    """Return what to do about an error: a program may be as it is meant and run away on its inputs."""
    runs_away = error.kind in ("OverflowError", "FloatingPointError", "ZeroDivisionError")
    return "take inputs on which it goes on, or correct the line" if runs_away else "correct the line"


def silent_misconceptions(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that returns nothing and does not say so, as unfinished work does."""
    variants = {variant.id: variant for variant in evidence.exercise.misconceptions}
    for line in evidence.trials[0].wrong:
        own = [
            seen.kinds.get(check.task)
            for seen, check in zip(line.row, evidence.key.checks, strict=True)
            if check.task in variants[line.id].targets and check.scenario.kind in LOOKED_AT
        ]
        if own and set(own) == {"NoneType"} and not SILENT.search(text_of(variants[line.id])):
            yield Fault(
                "stops",
                evidence.line_of(line.id),
                f"{line.name} returns nothing, and a function without its return would be taken for it; "
                "return its wrong numbers, or say in its docstring that this is the mistake",
            )


SILENT = re.compile(r"return|nothing|\bnone\b|give back|gives? you", re.IGNORECASE)
"""Words of a message to somebody whose function returns nothing."""


def line_of(evidence: Evidence, variant: Variant, error: Error) -> int:
    """Return the page's line where a misconception stops, or where the edit stands that it is."""
    return error.line if 0 < error.line <= len(evidence.source.lines) else evidence.line_of(variant.id)


def own_slip(evidence: Evidence, line: Line, variant: Variant) -> Error | None:
    """Return the error by which a misconception stops although its text tells of none; None for none."""
    own = [
        seen
        for seen, check in zip(line.row, evidence.key.checks, strict=True)
        if check.task in variant.targets or not set(variant.targets) & set(evidence.source.tasks)
    ]
    errors = [seen.error for seen in line.row if seen.outcome is Outcome.RAISED and seen.error is not None]
    slips = [error for error in errors if is_slip(evidence, error, variant)]
    if slips:
        return slips[0]
    always = own and not any(seen.outcome is Outcome.RETURNED for seen in own)
    # On some checks alone a program may stop for what their inputs are, but not for shapes.
    told = [error for error in errors if always or OF_SHAPES.search(error.text)]
    return told[0] if told and not tells_of(told[0], text_of(variant)) else None


def tells_of(error: Error, text: str) -> bool:
    """Tell whether a text speaks to somebody whose program ended with this error."""
    shapes = OF_SHAPES.search(error.text) and TELLS_OF_SHAPES.search(text)
    return bool(shapes or TELLS_OF_A_STOP.search(text))


def is_slip(evidence: Evidence, error: Error, variant: Variant) -> bool:
    """Tell whether an error is one of the author's: a name that is none, a call that does not fit."""
    if error.source is Source.CALL or SIGNATURE.search(error.text):
        return not re.search(r"\barguments?\b|\bparameters?\b", text_of(variant))
    found = UNKNOWN.search(error.text)
    name = next((part for part in found.groups() if part), "") if found else ""
    if error.kind in SLIPS:
        # A message about a name that Python does not know says so.
        return not re.search(rf"\bnames?\b|\bimport|{error.kind}|`{re.escape(name)}`", text_of(variant))
    if error.kind == "AttributeError" and name:
        return not is_known_attribute(evidence, variant, name)
    return False


def is_known_attribute(evidence: Evidence, variant: Variant, name: str) -> bool:
    """Tell whether an attribute is meant: the page speaks of it elsewhere as well."""
    node = evidence.source.definitions[variant.id]
    lines = evidence.source.lines
    elsewhere = "\n".join(
        (*lines[: node.lineno - 1], *lines[node.end_lineno or node.lineno :], text_of(variant))
    )
    return re.search(rf"\b{re.escape(name)}\b", elsewhere) is not None


def text_of(variant: Variant) -> str:
    """Return all that a student may read about a misconception."""
    return "\n".join((variant.title, variant.message, *variant.hints))
