"""Say what an exception means, where its own words tell which of its meanings it has."""

from __future__ import annotations

import re

from grader.inside.observation import Error
from grader.words.message import Said, say

MEANINGS = (
    ("NameError", r"name '\w+' is not defined", "name"),
    ("UnboundLocalError|NameError", r"is not associated with a value|before assignment", "unassigned"),
    ("TypeError", r"argument 'other' .*must be Tensor|argument 'input' .*must be Tensor", "tensor"),
    (
        "TypeError",
        r"unexpected keyword|required (positional|keyword)|arguments? but|takes exactly",
        "arguments",
    ),
    ("TypeError|IndexError", r"not subscriptable|invalid index (to scalar|of a 0-dim)", "entries"),
    ("TypeError", r"operand type|can only concatenate|can't multiply sequence|not supported between", "kind"),
    ("AttributeError", r"^module .* has no attribute", "module"),
    ("AttributeError", r"has no attribute", "attribute"),
    (
        "IndexError",
        r"index \d* ?.*out of (range|bounds)($| \()|is out of bounds for (axis|dimension)",
        "beyond",
    ),
    ("IndexError", r"too many indices", "indices"),
    ("IndexError|AxisError", r"^Dimension out of range|^axis .* out of bounds", "axis"),
    ("IndexError", r"only integers|must be of integer", "whole"),
    ("ZeroDivisionError", r"division|modulo", "zero"),
    ("OverflowError", r"out of range|range error|too large (to convert to|for a) float", "overflow"),
    ("EOFError", r"", "input"),
    ("FileNotFoundError", r"", "file"),
    ("RecursionError", r"recursion depth", "recursion"),
    (
        "ValueError|RuntimeError",
        r"not aligned|core dimension|cannot be multiplied|size mismatch, got",
        "factors",
    ),
    ("ValueError|RuntimeError", r"could not be broadcast|must match the size", "shapes"),
    ("RuntimeError", r"same dtype", "dtype"),
    ("RuntimeError|ValueError", r"leaf [vV]ariable.*in-place|view of a leaf", "leaf"),
    ("RuntimeError", r"Can't call numpy\(\)", "numpy"),
    ("RuntimeError", r"element \d+ of tensors does not require grad", "grad"),
    ("RuntimeError|TypeError", r"assign(ed)? (a )?grad(ient)?\b", "buffer"),
    ("RuntimeError", r"through the graph a second time", "twice"),
)
"""Kinds of exception, what their texts must hold, and the sentence that is true of all such."""


def meaning(error: Error) -> Said | None:
    """Return what an exception means, None where nothing general can be said."""
    for kinds, text, id in MEANINGS:
        if re.fullmatch(kinds, error.kind) and re.search(text, error.text):
            return say(f"explain.{id}")
    return None
