"""Words tell which modules a program imports, however it says so."""

from __future__ import annotations

import pytest

from grader.intake.modules import imported


@pytest.mark.parametrize(
    ("text", "package", "modules"),
    [
        ("import a.b as c, d", "", {"a.b", "d"}),
        ("from a import *", "", {"a"}),
        ("from a import b as c, d", "", {"a", "a.b"}),
        ("from a import (\n    b,\n    d,\n)", "", {"a", "a.b", "a.d"}),
        ("from a import \\\n    b", "", {"a"}),
        ("from .a import b", "pack", {"pack.a", "pack.a.b"}),
        ("from . import a", "pack", {"pack", "pack.a"}),
        ("from ..a import b", "pack.inner", {"pack.a", "pack.a.b"}),
        ("from .a import *", "", {"a"}),
        ("try:\n    from a import b\nexcept ImportError: import c", "", {"a", "a.b", "c"}),
        ("import\\\n a", "", set()),
    ],
)
def test_imported(text: str, package: str, modules: set[str]) -> None:
    """A module by its dotted name; what is taken from one may be a module, too."""
    assert imported(text.encode(), package) >= modules


@pytest.mark.parametrize("text", ["from", "from a", "import a", "from .", "import a as"])
def test_a_run_of_spaces_ends(text: str) -> None:
    """Nothing is tried over and over again: with 100,000 spaces that would never end."""
    assert imported(f"{text}{' ' * 100_000}!".encode()) <= {"a"}
