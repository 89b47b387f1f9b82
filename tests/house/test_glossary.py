"""The glossary names what there is: classes, commands, and the columns of exported tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from conftest import ROOT

from grader import cli
from grader.gradebook.tables import COLUMNS

ROWS = re.findall(
    r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$",
    (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
ENTRIES = [row for row in ROWS if row[0] not in ("word", "---")]
NAMED = {name for _, names, _ in ENTRIES for name in re.findall(r"`([^`]+)`", names)}


def classes() -> Iterator[str]:
    """Yield the names of the grader's classes and of its types."""
    for path in (ROOT / "grader").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield node.name
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                yield node.targets[0].id


COMMANDS = {f"grade {name}" for name in cli.COMMANDS}
CLASSES = set(classes())


@pytest.mark.parametrize("name", sorted(NAMED))
def test_what_the_glossary_names_is_there(name: str) -> None:
    """Every name in the glossary is a class, a command or a column."""
    assert name in CLASSES | COMMANDS | set(COLUMNS)


@pytest.mark.parametrize("name", sorted(COMMANDS | set(COLUMNS)))
def test_every_command_and_column_is_explained(name: str) -> None:
    """No command and no column of a table is missing from the glossary."""
    assert name in NAMED


def test_one_word_for_one_thing() -> None:
    """No word is explained twice, and no name stands beside two words."""
    words = [word for word, _, _ in ENTRIES]
    names = [name for _, found, _ in ENTRIES for name in re.findall(r"`([^`]+)`", found)]
    assert len(words) == len(set(words)) > 30
    assert len(names) == len(set(names))
