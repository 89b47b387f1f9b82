"""A misspelt word as the known word that was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word that a misspelt one is nearest to, empty where none is near."""
    plain = re.sub(r"\W+", "_", word.lower()).strip("_")
    return next(iter(difflib.get_close_matches(plain, known, 1, cutoff=0.75)), "")
