"""One server outlasts five hundred programs of every fate, and holds no more than before."""

from __future__ import annotations

import endurance
import pytest

from grader.sandbox.client import Sandbox

PROGRAMS = 500
"""``bench/held_for_long.py`` hands in ten thousand."""


@pytest.fixture(scope="module")
def looks() -> tuple[endurance.Held, endurance.Held]:
    """Return what is held before and after."""
    with Sandbox() as sandbox:
        list(endurance.submit(sandbox, 50))
        before = endurance.held()
        list(endurance.submit(sandbox, PROGRAMS))
        return before, endurance.held()


@pytest.mark.parametrize("what", ["files", "server_files", "processes"])
def test_nothing_is_left_open(looks: tuple[endurance.Held, endurance.Held], what: str):
    """Open files and processes are as many as before."""
    before, after = looks
    assert getattr(after, what) == getattr(before, what)


@pytest.mark.parametrize("what", ["memory", "server_memory"])
def test_memory_does_not_grow(looks: tuple[endurance.Held, endurance.Held], what: str):
    """Neither the grader's own memory nor the server's grows by more than what comes and goes."""
    before, after = looks
    assert getattr(after, what) < 1.1 * getattr(before, what) + 2048
