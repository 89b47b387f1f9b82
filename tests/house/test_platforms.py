"""The table of platforms names tests that there are."""

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
def test_a_cell_names_a_test(file: str, test: str, case: str) -> None:
    """Each cell names a file, a test in it, and a case of that test."""
    (path,) = (ROOT / "tests").rglob(f"{file}.py")
    text = path.read_text(encoding="utf-8")
    assert f"def {test or 'test_read_as_meant'}(" in text
    assert not case or case in {**ALL, **FOUND, **NAMED, **MORE} or f'"{case}"' in text
