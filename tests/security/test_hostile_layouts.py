"""No name in one hand-in decides how a class is read: the layout is the one that most of them bear."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from downloads import EXERCISES, FORWARD, FUNCTIONS, MOODLE, zipped
from handed_in import folder, gradescope_list

from grader.intake.archive import look
from grader.intake.layouts.recognise import listing
from grader.intake.layouts.tree.found import Asked, Listing

CLASS = {f"s{number}/forward.py": FORWARD for number in range(4)}
CANVAS = {f"king{number}_1{number}_900{number}_forward.py": FORWARD for number in range(4)}
OTHERS = tuple(f"s{number}" for number in range(4))

INSIDE: Mapping[str, Mapping[str, str]] = {
    "okpy": {"ada/bo@x.org/1/info.json": '{"group": ["s1"]}', "ada/bo@x.org/1/forward.py": FORWARD},
    "moodle": {f"ada/s1_8_{MOODLE}/forward.py": FORWARD},
    "sakai": {"ada/x(s1)/Submission attachment(s)/forward.py": FORWARD},
    "nbgrader": {"ada/ps1/forward.py": FORWARD, "ada/ps1/timestamp.txt": "2026-03-01 12:00:00 UTC"},
    "brightspace": {"ada/1-9 - s1 - Mar 1, 2026 1201 PM/forward.py": FORWARD},
    "blackboard": {"ada/HW 1_s1_attempt_2026-03-01-12-00-00_forward.py": FORWARD},
    "canvas": {"ada/s1_12_9001_forward.py": FORWARD},
    "ilias": {"ada/King_Bo_s1_77/forward.py": FORWARD},
    "gradescope": {
        "ada/submission_metadata.yml": gradescope_list({"submission_1": [("B", "s1", "")]}),
        "ada/submission_1/forward.py": FORWARD,
    },
    "github": {"ada/hw1-s1/.git/config": "x", "ada/hw1-s1/forward.py": FORWARD},
}
"""What one person's folder may hold to look like a platform's, with the name of another in it."""


def listed(path: Path, files: Mapping[str, str | bytes], known: Mapping[str, str] | None = None) -> Listing:
    """Return what is read in a folder."""
    asked = Asked(EXERCISES, functions=FUNCTIONS, known=known or {})
    return listing(look(folder(path / "class", files)), asked)


@pytest.mark.parametrize("platform", INSIDE)
def test_a_folder_in_a_folder(platform: str, tmp_path: Path) -> None:
    """It is the work of the one in whose folder it lies, and everybody else is read as ever."""
    found = listed(tmp_path, {**CLASS, **INSIDE[platform]})
    assert found.layout == "folders"
    assert [one.student for one in found.handed] == ["ada", *OTHERS]


@pytest.mark.parametrize("platform", INSIDE)
def test_much_of_it(platform: str, tmp_path: Path) -> None:
    """However many files one person hands in: they are one hand-in."""
    many = {
        f"{name.rpartition('/')[0]}/{number}_{name.rpartition('/')[2]}": text
        for name, text in INSIDE[platform].items()
        for number in range(9)
    }
    found = listed(tmp_path, {**CLASS, **INSIDE[platform], **many})
    assert [one.student for one in found.handed if one.student != "ada"] == [*OTHERS]


@pytest.mark.parametrize(
    "name",
    [
        "x_8_assignsubmission_file_forward.py",
        "x_attempt_2026-03-01-12-00-00_forward.py",
        "1-9 - Bo - Mar 1, 2026 1201 PM - forward.py",
    ],
)
def test_a_file_on_canvas(name: str, tmp_path: Path) -> None:
    """A file's own name stands behind what Canvas writes, whatever it looks like."""
    found = listed(tmp_path, {**CANVAS, f"king7_17_9008_{name}": FORWARD})
    assert found.layout == "canvas"
    assert [one.student for one in found.handed] == ["10", "11", "12", "13", "17"]


@pytest.mark.parametrize("name", [f"Bo Li_8_{MOODLE}/forward.py", "kingbo_1_2_forward.py"])
def test_an_archive_on_canvas(name: str, tmp_path: Path) -> None:
    """What lies in somebody's archive is theirs."""
    found = listed(tmp_path, {**CANVAS, "king7_17_9007_w.zip": zipped({name: FORWARD})})
    assert [one.student for one in found.handed] == ["10", "11", "12", "13", "17"]


@pytest.mark.parametrize("platform", ["okpy", "gradescope", "sakai", "moodle", "nbgrader"])
def test_somebody_known_alone(platform: str, tmp_path: Path) -> None:
    """Where one person alone has handed in, and is known, their folder is not looked through for a layout."""
    found = listed(tmp_path, INSIDE[platform], {"ada": "ada"})
    assert [one.student for one in found.handed] == ["ada"]
