"""A page's other programs as functions: what a mistake or another right way really computes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from conftest import ROOT

from grader.pages import page as pages


@functools.cache
def read(exercise: str) -> pages.Exercise:
    """Read a page of the course, once."""
    return pages.read(ROOT / "solutions" / f"{exercise}.py")


def variant(exercise: str, id: str, **given: Any) -> Callable[..., Any]:
    """Return a variant's definition, run as its program; ``given`` names take the place of the program's."""
    page = read(exercise)
    (found,) = (one for one in page.variants if one.id == id)
    return run(found.program.text, **given)[found.targets[0] if found.targets else id]


def run(text: str, **given: Any) -> dict[str, Any]:
    """Run a program's text and return its names."""
    space: dict[str, Any] = {"__name__": "variant"}
    exec(text, space)
    space.update(given)
    return space
