"""Tell by their names which slots are weights and biases."""

from __future__ import annotations

import re

from grader.inside.scripts.state.slots import Slot

WEIGHT = re.compile(r"^(w|b|weights?|bias(es)?|theta|beta)_?\w{0,2}$", re.IGNORECASE)
BIAS = re.compile(r"^(b|bias(es)?|intercept)_?\d?$", re.IGNORECASE)


def is_weight(slot: Slot) -> bool:
    """Tell whether a slot is called as people call weights and biases."""
    return bool(WEIGHT.search(str(slot).rpartition(".")[2]))


def is_bias(slot: Slot) -> bool:
    """Tell whether a slot is called as people call a bias."""
    return bool(BIAS.search(str(slot).rpartition(".")[2]))


def is_entry(slot: Slot) -> bool:
    """Tell whether a slot is an entry of a dictionary under a parameter's name, as ``p["b1"]`` is."""
    how, key = slot.steps[-1] if slot.steps else ("", "")
    return how == "item" and isinstance(key, str) and bool(WEIGHT.search(key))
