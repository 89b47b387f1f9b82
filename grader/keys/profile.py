"""Which of the sandbox's profiles a program runs in: with torch only where something may and does use it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from grader.inside.observation import Function, Leaf, Program, Scenario
from grader.keys.code import read_code
from grader.keys.keyhead import Torch


def torch_of(scenarios: Iterable[Scenario], allows_torch: bool) -> Torch:
    """Tell what experiments on an exercise mean for torch."""
    if not allows_torch:
        return "refused"
    uses = any("torch" in asked.text or needs_torch(asked.args) for asked in scenarios)
    return "needed" if uses else "allowed"


def needs_torch(value: object) -> bool:
    """Tell whether an input holds a tensor, or a function that uses them."""
    if isinstance(value, dict):
        return needs_torch(list(value.values()))
    if isinstance(value, list | tuple):
        return any(needs_torch(item) for item in value)
    return isinstance(value, Leaf) or (isinstance(value, Function) and "torch" in value.text)


def profile_of(program: Program, torch: Torch) -> str:
    """Choose the server for a program: one with torch where it is needed, or allowed and mentioned."""
    texts = (program.text, *program.modules.values())
    if torch == "refused" or not (torch == "needed" or mentioned("torch", texts)):
        return "numpy"
    return "optim" if mentioned("optim", texts) else "torch"


def mentioned(word: str, texts: Iterable[str]) -> bool:
    """Tell whether the code of some texts mentions a word."""
    # Python reads full-width letters as plain ones.
    return any(
        word in unicodedata.normalize("NFKC", text) and read_code(text).mentions({word}) for text in texts
    )
