"""Every small download is read as its platform means it; whatever is unsure is left out and said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest
from downloads import ALL, EXERCISES, FORWARD, FUNCTIONS, LOSS, PARAMETERS, Download
from downloads_found import FOUND
from downloads_more import KINDS as MORE
from downloads_named import KINDS as NAMED
from downloads_several import KINDS
from handed_in import folder, zipped

from grader.intake.archive import look
from grader.intake.layouts.recognise import listing
from grader.intake.layouts.tree.found import Asked, Listing
from grader.intake.rosters import read

EVERY = {**ALL, **FOUND, **KINDS, **NAMED, **MORE}


def listed(one: Download, path: Path, form: str) -> Listing:
    """Return what is read in a download, as a folder or as a zip."""
    made = zipped(path / "download.zip", one.files) if form == "zip" else folder(path / "download", one.files)
    roster = None
    if one.roster:
        (path / "roster.csv").write_text(one.roster, encoding="utf-8")
        roster = read(path / "roster.csv")
    return listing(look(made), Asked(EXERCISES, functions=FUNCTIONS, parameters=PARAMETERS, roster=roster))


@pytest.mark.parametrize("form", ["folder", "zip"])
@pytest.mark.parametrize("name", EVERY)
def test_read_as_meant(name: str, form: str, tmp_path: Path) -> None:
    """Every file is under its student and exercise, and just the doubtful ones are in doubt."""
    one = EVERY[name]
    found = listed(one, tmp_path, form)
    assert found.layout == one.layout
    assert [(row.student, row.exercise, row.entry.path) for row in found.handed] == sorted(one.counts)
    assert [left.name for left in found.doubts] == sorted(one.doubts), found.left_out
    helpers = {row.entry.path: tuple(sorted(row.helpers)) for row in found.handed if row.helpers}
    assert helpers == one.helpers


def test_another_exercise_in_the_file_is_said(tmp_path: Path) -> None:
    """A file that is called for one exercise and holds another, too, says so; not where that has a file."""
    files = {
        "ada/forward.py": FORWARD + LOSS,
        "bo/forward.py": FORWARD + LOSS,
        "bo/loss.py": LOSS,
        "cy/forward.py": "def forward(x, w):\n    return 0\n",
    }
    found = listed(Download("folders", files, ()), tmp_path, "folder")
    assert [(one.student, one.exercise, one.how) for one in found.handed] == [
        ("ada", "forward", "its name; it defines the functions of loss, too"),
        ("bo", "forward", "its name"),
        ("bo", "loss", "its name"),
        ("cy", "forward", "its name"),
    ]


def test_somebody_without_a_program_is_named(tmp_path: Path) -> None:
    """Of somebody who handed in no program the first file is in doubt, and says whose it is."""
    files = {"Ada King_1_assignsubmission_file/a.pdf": "x", "Ada King_1_assignsubmission_file/b.pdf": "x"}
    files["Bo Li_2_assignsubmission_file/forward.py"] = FORWARD
    found = listed(Download("moodle", files, ()), tmp_path, "folder")
    assert [(one.name.rpartition("/")[2], one.why) for one in found.doubts] == [
        ("a.pdf", "is no Python file and no notebook; nothing of Ada King can be graded")
    ]


def test_a_paper_in_a_persons_folder(tmp_path: Path) -> None:
    """Who has handed in a paper alone is named; papers beside a program are not in doubt."""
    files = {
        "ada/forward.py": FORWARD,
        "ada/plot.png": "x",
        "bo/solution.pdf": "x",
        "bo/scan.jpg": "x",
        "data/points.csv": "x",
    }
    found = listed(Download("folders", files, ()), tmp_path, "folder")
    assert [(one.name, one.why) for one in found.doubts] == [
        ("bo/scan.jpg", "is no Python file and no notebook; nothing of bo can be graded")
    ]


@pytest.mark.parametrize(("called", "how"), [("kingada", ""), ("team7", "; Canvas calls them team7")])
def test_a_group_on_canvas(called: str, how: str, tmp_path: Path) -> None:
    """A group's one file is under the group's name and a member's number: the listing says so."""
    files = {f"{called}_101_9001_forward.py": FORWARD}
    roster = 'Student,ID,SIS User ID,SIS Login ID,Section\n"King, Ada",101,s1,ada,A\n'
    (row,) = listed(Download("canvas", files, (), roster=roster), tmp_path, "folder").handed
    assert (row.student, row.how) == ("s1", f"its name{how}")


def test_names_of_many_words(tmp_path: Path) -> None:
    """Where it is open which of a name's words is the last name, they stay as ILIAS has them."""
    files = {"Lovelace_Ada_al_1/forward.py": FORWARD, "von_der_Heide_Bo_bh_2/forward.py": FORWARD}
    found = listed(Download("ilias", files, ()), tmp_path, "folder")
    assert [one.name for one in found.handed] == ["Ada Lovelace", "von der Heide Bo"]


def stub(name: str) -> str:
    """Return what is handed out of an exercise: a function in which nothing is written yet."""
    return f"def {name}():\n    raise NotImplementedError\n"


@pytest.mark.parametrize(
    ("begun", "many", "counts"),
    [("a", 7, ["a"]), ("a", 4, ["a", "c", "d"]), ("", 7, ["a", "b", "c", "d", "e", "f", "g"])],
)
def test_what_was_handed_out_replaces_no_answer(
    begun: str, many: int, counts: list[str], tmp_path: Path
) -> None:
    """Of a whole course what nobody has begun is left out, and else where an answer is known; never all."""
    names = "abcdefg"[:many]
    work = {one: f"def {one}():\n    return 1\n" if one == begun else stub(one) for one in names}
    asked = Asked(
        tuple(names),
        functions={one: frozenset({one}) for one in names},
        stubs={one: stub(one) for one in names},
        answered={"ada": frozenset({"b"})},
    )
    made = folder(tmp_path / "download", {f"ada/{one}.py": text for one, text in work.items()})
    found = listing(look(made), asked)
    assert [one.exercise for one in found.handed] == counts
    assert {one.why for one in found.left_out} == {
        f"holds {one} as it was handed out" for one in names if one not in counts
    }
    assert not found.doubts
