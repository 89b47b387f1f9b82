"""A good page that is broken in one place has a fault that it did not have before."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from page_mutations import KINDS, Mutation, mutations
from samples import NIGHTLY

from grader.keys.making.remembering import Remembering
from grader.prove.prove import prove

PAGES = ("tests/small_pages/one_slope.py", "solutions/loss.py", "solutions/forward.py")
ALL = [
    (name, mutation)
    for name in PAGES[: len(PAGES) if NIGHTLY else 1]
    for mutation in mutations((ROOT / name).read_text(encoding="utf-8"))
]
LEAST = 0.95
"""The part of the broken pages that must be caught."""


def chosen() -> list[tuple[str, Mutation]]:
    """Return one broken page a kind, and all in a nightly run."""
    return ALL if NIGHTLY else list({mutation.kind: (name, mutation) for name, mutation in ALL}.values())


def test_nearly_all_broken_pages_are_caught(tmp_path: Path, remembering: Remembering) -> None:
    """At least 95 of 100 pages that are broken in one place have a fault beside the missing stub."""
    missed = []
    for name, mutation in chosen():
        path = tmp_path / Path(name).name
        path.write_text(mutation.text, encoding="utf-8")
        if not {fault.rule for fault in prove(path, remembering).faults} - {"stub"}:
            missed.append((name, mutation.kind, mutation.where))
    assert len(missed) <= (1 - LEAST) * len(chosen()), missed


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_breaks_a_page(kind: str) -> None:
    """No kind is tried on nothing."""
    assert any(mutation.kind == kind for _, mutation in ALL)
