"""A misspelt word as the known word that was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word that a misspelt one is nearest to, empty where none is near.

    Where no whole word is near, it may be the beginning of one, as ``bckprop`` of ``backprop_222``.
    """
    plain = re.sub(r"\W+", "_", word.lower()).strip("_")
    whole = difflib.get_close_matches(plain, known, 1, cutoff=0.75)
    if whole:
        return whole[0]
    parts = plain.count("_") + 1
    heads = ["_".join(one.split("_")[:parts]) for one in known]
    near = difflib.get_close_matches(plain, heads, 1, cutoff=0.75)
    begun = [one for one, head in zip(known, heads, strict=True) if head in near]
    return begun[0] if len(begun) == 1 else ""
