"""Say how likely a value that a round shows is its loss."""

from __future__ import annotations

import re

from grader.inside.scripts.rewriting.syntax import is_loss_name

OTHER_DATA = re.compile(r"val(id)?_|test|valid|^d_|^(last|prev|best|old|min)", re.IGNORECASE)
"""Names of losses on data that is not trained on, or of an earlier round."""


GOOD = 5
"""The last rank of what says of itself that it is a loss."""

GUESSED = ("squared", "absolute", "entropy", "threshold", "margin")
"""How a loss is seen that the script never works out: it is made from a difference."""


def is_guess(label: str) -> bool:
    """Tell whether a loss is only guessed from a difference."""
    return label.partition(":")[0] in GUESSED


def is_share(label: str) -> bool:
    """Tell whether a loss is shown divided, as ``cost / n``: then the cost is a part of it."""
    how, _, text = label.partition(":")
    part, divided, _ = text.partition(" / ")
    return how == "kept" and bool(divided) and part.isidentifier()


def rank(label: str) -> int:
    """Say how likely a recorded value is the loss: the lower the likelier."""
    how, _, name = label.partition(":")
    named = is_loss_name(name.partition(" in ")[0].partition("(")[0])
    other = 3 if OTHER_DATA.search(name) else 0
    ranks = {"backward": 0, "name": 1 if named else 6, "call": 2 if named else 7, "list": 2 if named else 7}
    ranks |= {
        "told": 2,
        "kept": 0 if is_share(label) else 2,
        "asked": 3,
        "returned": 3,
        "local": 3,
        "total": 4,
        "shown": 4 if named else 6,
        "probe": 5,
        "assumed": 5,
        **dict.fromkeys(GUESSED, 5),
    }
    return ranks[how] + other


def is_good(label: str) -> bool:
    """Tell whether a value is known as a loss by more than its being one number."""
    return rank(label) <= GOOD
