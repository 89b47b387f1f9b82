"""Every small download is read as its platform means it; whatever is unsure is left out and said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest
from downloads import ALL, EXERCISES, FUNCTIONS, PARAMETERS, Download
from handed_in import folder, zipped

from grader.intake.archive import look
from grader.intake.layouts.found import Asked, Listing
from grader.intake.layouts.recognise import listing
from grader.intake.rosters import read


def listed(one: Download, path: Path, form: str) -> Listing:
    """Return what is read in a download, as a folder or as a zip."""
    made = zipped(path / "download.zip", one.files) if form == "zip" else folder(path / "download", one.files)
    roster = None
    if one.roster:
        (path / "roster.csv").write_text(one.roster, encoding="utf-8")
        roster = read(path / "roster.csv")
    return listing(look(made), Asked(EXERCISES, functions=FUNCTIONS, parameters=PARAMETERS, roster=roster))


@pytest.mark.parametrize("form", ["folder", "zip"])
@pytest.mark.parametrize("name", ALL)
def test_read_as_meant(name: str, form: str, tmp_path: Path) -> None:
    """Every file is under its student and exercise, and just the doubtful ones are in doubt."""
    one = ALL[name]
    found = listed(one, tmp_path, form)
    assert found.layout == one.layout
    assert [(row.student, row.exercise, row.entry.path) for row in found.handed] == sorted(one.counts)
    assert [left.name for left in found.doubts] == sorted(one.doubts), found.left_out
    helpers = {row.entry.path: tuple(sorted(row.helpers)) for row in found.handed if row.helpers}
    assert helpers == one.helpers
