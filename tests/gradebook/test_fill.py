"""A platform's own sheet is filled as its importer wants it, and not a byte of it changes elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import importers
import pytest
from conftest import Run
from downloads import FORWARD
from handed_in import folder
from sheets import ADA, BO, CANVAS, GRADESCOPE, MARKS, MOODLE, NBGRADER, ZOE, filled, mark

from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook import ags, fill, sheet
from grader.gradebook.reading import Person
from grader.gradebook.whom import Class


def test_canvas(tmp_path: Path) -> None:
    """Canvas takes the marks, makes no column, and nobody else's mark changes."""
    after, said = filled(tmp_path / "c.csv", "canvas", CANVAS)
    grades, new = importers.canvas(CANVAS, after)
    assert grades["101"] == {"forward (11)": "3.5", "Essay, long (12)": "7.5"}
    assert grades["102"] == {"forward (11)": "1"}
    assert grades["103"] == {"forward (11)": "EX"}
    assert grades["104"] == {"forward (11)": "2"}
    assert new == []
    assert said == ["Mallory, M: is nobody in the gradebook, and left as it is"]


@pytest.mark.parametrize("name", ["Essay, long", "essay, long (12)"])
def test_a_column_that_is_named(tmp_path: Path, name: str) -> None:
    """An assignment may be called anything: the column that is named is filled, and no other."""
    (tmp_path / "c.csv").write_text(CANVAS, encoding="utf-8", newline="")
    read = sheet.read(tmp_path / "c.csv")
    read.column = name
    made = fill.canvas(read, Class(MARKS), ("forward",))
    grades, _ = importers.canvas(CANVAS, made.sheet.content().decode())
    # Ada's four points are ten in this column; Bo's are not graded, so that nothing is written.
    assert grades["101"] == {"Essay, long (12)": "8.75"}
    assert grades["103"] == {"Essay, long (12)": "EX"}


@pytest.mark.parametrize(
    ("form", "text", "column", "exercises", "says"),
    [
        ("canvas", CANVAS, "Homework", ("forward",), "no column is called 'Homework'"),
        ("canvas", CANVAS, "Section", ("forward",), "holds no marks"),
        ("canvas", CANVAS, "Essay, long", ("forward", "loss"), "is of one exercise"),
        ("gradescope", "SID,Email,HW1,HW1\ns1,a@x.org,,\n", "HW1", ("forward",), "2 columns are called"),
    ],
)
def test_columns_that_are_not_filled(
    tmp_path: Path, form: str, text: str, column: str, exercises: Sequence[str], says: str
) -> None:
    """A column that is not there, holds something else, or is not clear is refused."""
    (tmp_path / "c.csv").write_text(text, encoding="utf-8", newline="")
    read = sheet.read(tmp_path / "c.csv")
    read.column = column
    with pytest.raises(UsageError, match=re.escape(says)):
        fill.FILLERS[form](read, Class(MARKS), exercises)


def test_nothing_else_changes(tmp_path: Path) -> None:
    """Order, quotes, line ends and the encoding's mark stay: without the marks it is the sheet again."""
    after, _ = filled(tmp_path / "c.csv", "canvas", CANVAS)
    assert after.replace(",A,3.5,", ",A,,").replace(",B,EX,", ",B,,") == CANVAS


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """A sheet is written in the encoding in which it came."""
    path = tmp_path / "c.csv"
    path.write_bytes(CANVAS.lstrip("\ufeff").encode(encoding))
    made = fill.canvas(sheet.read(path), Class(MARKS), ("forward",))
    assert "Ünal, Zoë" in made.sheet.content().decode(encoding)


def test_semicolons(tmp_path: Path) -> None:
    """A sheet with semicolons gets decimal commas."""
    text = "Student;ID;Section;forward (11)\n    Points Possible;;;4,00\nKing, Ada;101;A;\n"
    after, _ = filled(tmp_path / "c.csv", "canvas", text, [mark(ADA, 3.5)])
    assert after.endswith("King, Ada;101;A;3,5\n")


@pytest.mark.parametrize(
    ("form", "text", "says"),
    [
        ("canvas", "Student,ID,Section,forward\nKing,1,A,\n", "has no number, so that Canvas would make"),
        ("canvas", "Student,ID,Section,forward (1),forward (2)\nKing,1,A,,\n", "may both be forward"),
        ("canvas", "Student,ID,Section,Essay (1)\nKing,1,A,\n", "no column is called as an exercise is"),
        ("canvas", "Name,Points\nAda,3\n", "is no gradebook of Canvas"),
        ("canvas", "x", "is no table"),
        ("moodle", "Name,Grade\nAda,3\n", "is no grading worksheet"),
        ("moodle", "Identifier,Name,Mark\nParticipant 1,Ada,3\n", "has no column of grades that I know"),
        ("gradescope", "Name,Grade\nAda,3\n", "is no table of Gradescope's"),
        ("nbgrader", "Name,Grade\nAda,3\n", "is no export of nbgrader's"),
    ],
)
def test_refused(tmp_path: Path, form: str, text: str, says: str) -> None:
    """What would make a new column, or is another sheet, is refused."""
    with pytest.raises(UsageError, match=says):
        filled(tmp_path / "s.csv", form, text)


@pytest.mark.parametrize("form", ["moodle", "gradescope"])
def test_sheets_of_one_assignment(tmp_path: Path, form: str) -> None:
    """A sheet of one assignment is not filled with several exercises."""
    text = {"moodle": MOODLE, "gradescope": GRADESCOPE}[form]
    with pytest.raises(UsageError, match="say which with --exercise"):
        filled(tmp_path / "s.csv", form, text, exercises=("forward", "loss"))


def test_moodle(tmp_path: Path) -> None:
    """Moodle takes the marks in its own points and decimals; locked rows and others' cells stay."""
    marks = [mark(ADA, 3.5), mark(BO, None, "missing"), mark(ZOE, 4.0)]
    after, said = filled(tmp_path / "m.csv", "moodle", MOODLE, marks)
    assert importers.moodle(after) == {"7": 87.5, "8": 12.0}
    assert after.replace(',"87,5",', ",,") == MOODLE
    assert said == [
        "forward: 4 points become 100, as the sheet says",
        "Zoë Ünal: is locked in Moodle and left as it is",
    ]


def test_moodle_in_another_language(tmp_path: Path) -> None:
    """The columns are found in a sheet whose header is not English."""
    head = "ID;Vollständiger Name;E-Mail-Adresse;Status;Bewertung;Bestwertung\n"
    text = head + "Teilnehmer/in7;Ada;ada@x.org;;;4,00\n"
    after, _ = filled(tmp_path / "m.csv", "moodle", text, [mark(ADA, 3.5)])
    assert after.endswith("ada@x.org;;3,5;4,00\n")


def test_namesakes_are_left(tmp_path: Path) -> None:
    """Of two people with one name none is marked by it; a row that means two people means none."""
    twin = Person("s7", "Ada King", "twin@x.org", "A", True)
    head = "Student,ID,SIS User ID,Section,forward (11)\n"
    text = head + '"King, Ada",1,,A,\n"King, Ada",2,s1,A,\nLi,s2,s1,B,\n'
    after, said = filled(tmp_path / "c.csv", "canvas", text, [mark(ADA, 3), mark(twin, 2), mark(BO, 1)])
    assert after == text.replace("2,s1,A,", "2,s1,A,3")
    assert "Li: may be s1 or s2 in the gradebook, and left as it is" in said
    assert "Bo Li: has a mark in forward and no row that is surely theirs" in said
    assert "Ada King: has a mark in forward and no row that is surely theirs" in said


def test_gradescope_and_nbgrader(tmp_path: Path) -> None:
    """The total of Gradescope's table and the score in nbgrader's are filled."""
    after, _ = filled(tmp_path / "g.csv", "gradescope", GRADESCOPE)
    assert after == GRADESCOPE.replace("A,,4.0", "A,3.5,4.0")
    after, _ = filled(tmp_path / "n.csv", "nbgrader", NBGRADER)
    assert after == NBGRADER.replace("forward,,,s1,,,,0.0,0.0", "forward,,,s1,,,,0.0,3.5")


def test_ags(tmp_path: Path) -> None:
    """A graded mark is final, one that is not graded is pending, and nothing is sent for the others."""
    (tmp_path / "u.csv").write_text("user_id,email\nu-1,ada@x.org\n", encoding="utf-8")
    users = ags.lti_users(sheet.read(tmp_path / "u.csv"), Class(MARKS))
    first, second = (json.loads(line) for line in ags.scores(MARKS, users).splitlines())
    assert (first["userId"], first["scoreGiven"], first["scoreMaximum"]) == ("u-1", 3.5, 4.0)
    assert (first["gradingProgress"], second["gradingProgress"]) == ("FullyGraded", "Pending")
    assert "scoreGiven" not in second
    (tmp_path / "u.csv").write_text("who,email\nu-1,ada@x.org\n", encoding="utf-8")
    with pytest.raises(UsageError, match="has no column user_id"):
        ags.lti_users(sheet.read(tmp_path / "u.csv"), Class(MARKS))


def test_from_download_to_sheet(run: Run, tmp_path: Path, small_course: Course) -> None:
    """From a Canvas download to a filled gradebook: two commands, and the sheet as downloaded stays."""
    grades = ("--grades", tmp_path / "g")
    (tmp_path / "gradebook.csv").write_text(CANVAS, encoding="utf-8", newline="")
    download = folder(tmp_path / "in", {"kingada_101_9001_forward.py": FORWARD})
    roster = ("--roster", tmp_path / "gradebook.csv")
    assert run("batch", download, *roster, *grades, on=small_course).exit_code == 0
    words = ("export", "--format", "canvas", "--fill", tmp_path / "gradebook.csv", *grades)
    done = run(*words, on=small_course)
    assert (done.exit_code, "1 mark filled in" in done.output) == (0, True), done.output
    after = (tmp_path / "gradebook-filled.csv").read_bytes().decode()
    taken, new = importers.canvas(CANVAS, after)
    assert (float(taken["101"]["forward (11)"]) > 0, taken["102"], new) == (True, {"forward (11)": "1"}, [])
    assert (tmp_path / "gradebook.csv").read_bytes().decode() == CANVAS
    assert run("export", "--format", "moodle", *grades, on=small_course).exit_code == 2
    out = ("--out", tmp_path / "s.jsonl")
    assert run("export", "--format", "ags", *out, *grades, on=small_course).exit_code == 0
    assert json.loads((tmp_path / "s.jsonl").read_text())["userId"] == "s1"


BLIND = (
    "Identifier,Status,Grade,Maximum Grade,Grade can be changed,Last modified (grade),Feedback comments\n"
    "Participant 7,Submitted,,4.00,Yes,-,\nParticipant 8,No submission,,4.00,Yes,-,\n"
)


def test_moodle_blind(tmp_path: Path) -> None:
    """A sheet without names is filled by the numbers that the download has in their place."""
    hidden = Person("Participant 7", "Participant 7", "", "", True)
    after, said = filled(tmp_path / "m.csv", "moodle", BLIND, [mark(hidden, 3)])
    assert importers.moodle(after) == {"7": 3.0}
    assert said == ["Participant 8: is nobody in the gradebook, and left as it is"]


def test_moodle_blind_in_german(tmp_path: Path) -> None:
    """What a file's name cannot hold of Moodle's word makes no other person."""
    hidden = Person("Teilnehmerin 7", "Teilnehmerin 7", "", "", True)
    text = BLIND.replace("Participant ", "Teilnehmer/in").replace(",Grade,", ",Bewertung,")
    after, _ = filled(tmp_path / "m.csv", "moodle", text, [mark(hidden, 3)])
    assert after == text.replace("7,Submitted,,", "7,Submitted,3,")


def test_a_name_written_together_is_asked_about(tmp_path: Path) -> None:
    """A login that reads as somebody's name may be theirs: both lines say so, and nothing is filled in."""
    text = 'Student,ID,SIS User ID,Section,forward (11)\n"Wei, Li",1,,A,\n'
    after, said = filled(
        tmp_path / "c.csv", "canvas", text, [mark(Person("liwei", "liwei", "", "", False), 3)]
    )
    assert (after, said) == (
        text,
        [
            "Wei, Li: may be liwei in the gradebook, and left as it is",
            "liwei: has a mark in forward and no row that is surely theirs",
        ],
    )
