"""Look for garbage between hand-ins, and never while a thread parses."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

EVERY = 64
"""Hand-ins after which garbage is looked for: what they leave in circles is small."""


@contextmanager
def collected_between() -> Iterator[None]:
    """Have garbage looked for only by ``collect``, and not in what is there already: keys are large and stay.

    Where Python 3.11 looks for garbage inside ``ast.parse``, what is called back there may let another thread
    parse, and then either of them ends with "AST constructor recursion depth mismatch" (gh-106905).
    """
    enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if enabled:
            gc.enable()


def collect(place: int) -> None:
    """Look for garbage before some hand-ins, by their places in the listing."""
    if place % EVERY == EVERY - 1:
        gc.collect()
