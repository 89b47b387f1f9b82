"""The list behind the table of platforms names tests that there are."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from downloads import ALL
from downloads_found import FOUND
from downloads_more import KINDS as MORE
from downloads_named import KINDS as NAMED

TEXT = (ROOT / "docs" / "platforms.md").read_text(encoding="utf-8")
CELLS = sorted(set(re.findall(r"`(test_\w+)(?:\.(test_\w+))?(?:\[([^\]`]+)\])?`", TEXT)))


@pytest.mark.parametrize(("file", "test", "case"), CELLS)
def test_the_list_names_a_test(file: str, test: str, case: str) -> None:
    """Each entry names a file, a test in it, and a case of that test."""
    (path,) = (ROOT / "tests").rglob(f"{file}.py")
    text = path.read_text(encoding="utf-8")
    assert f"def {test or 'test_read_as_meant'}(" in text
    assert not case or case in {**ALL, **FOUND, **NAMED, **MORE} or f'"{case}"' in text


def test_each_mark_has_its_test() -> None:
    """A platform with a mark in the table is in the list, one for each of its columns."""
    rows = re.findall(r"^\| ([\w .]+?) \| ([✓–]) \| ([✓–]) \| ([✓–]) \| ([✓–]) \|$", TEXT, re.MULTILINE)
    said = {name: text for name, text in re.findall(r"^- ([\w .]+): ((?:.|\n  )+)", TEXT, re.MULTILINE)}
    columns = ("in", "attempts", "marks", "reports")
    assert len(rows) > 10
    for name, *marks in rows:
        shown = {word for word in columns if re.search(rf"\b{word}\b", re.sub(r"`[^`]+`", "", said[name]))}
        assert shown == {word for word, mark in zip(columns, marks, strict=True) if mark == "✓"}, name
