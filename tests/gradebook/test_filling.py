"""Sheets that somebody has edited, or that are not as they should be, never give anybody a wrong mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sheets import ADA, BO, CANVAS, MOODLE, NBGRADER, ZOE, filled, mark

from grader.errors import UsageError
from grader.gradebook import fill, sheet
from grader.gradebook.reading import Person
from grader.gradebook.whom import Class


def test_rows_that_were_sorted(tmp_path: Path) -> None:
    """The row of possible points tells the scale wherever it was moved to."""
    text = 'Student,ID,Section,forward (11)\n"King, Ada",s1,A,\n    Points Possible,,,8\n'
    after, said = filled(tmp_path / "c.csv", "canvas", text, [mark(ADA, 3.5)])
    assert after == text.replace("s1,A,", "s1,A,7")
    assert said == ["forward: 4 points become 8, as the sheet says"]


@pytest.mark.parametrize("own", ["Attended", "Group"])
def test_a_column_of_ones_own_behind_the_grade(tmp_path: Path, own: str) -> None:
    """A column that somebody has put behind the grade is not taken for the largest grades."""
    head, first, *_ = MOODLE.splitlines(keepends=True)
    text = head.replace("Grade,Max", f"Grade,{own},Max") + first.replace(',,"100', ',,5,"100')
    after, _ = filled(tmp_path / "m.csv", "moodle", text, [mark(ADA, 3.5)])
    assert after == text.replace(",,5,", ',"87,5",5,')


def test_a_sheet_without_largest_points(tmp_path: Path) -> None:
    """Where nothing tells how many points there are, marks stay as they are, and that is said."""
    text = 'Student,ID,Section,forward (11)\n"King, Ada",s1,A,\n'
    after, said = filled(tmp_path / "c.csv", "canvas", text, [mark(ADA, 3.5)])
    assert after == text.replace("s1,A,", "s1,A,3.5")
    assert said == [
        "forward: the sheet does not say how many points there are; the marks are filled in as they are"
    ]


@pytest.mark.parametrize("spared", ["EX", "N/A"])
def test_who_is_excused_in_canvas(tmp_path: Path, spared: str) -> None:
    """Whoever Canvas excuses, or has no assignment for, stays so."""
    text = CANVAS.replace("s1,ada,A,,", f"s1,ada,A,{spared},")
    after, said = filled(tmp_path / "c.csv", "canvas", text, [mark(ADA, 3.5)])
    assert after == text
    assert f"King, Ada: has {spared} for forward in the sheet, and is left as it is" in said


def test_what_is_said_of_a_sheet(tmp_path: Path) -> None:
    """A column of another name, a row that is too short and marks that are replaced are named."""
    text = (
        "Student,ID,Section,HW 1 - Forward (11)\n    Points Possible,,,4\n"
        '"King, Ada",s1,A,2.0\n"Li, Bo",s2,A\n"Ünal, Zoë",s3,B,3.5\n'
    )
    marks = [mark(ADA, 3.5), mark(BO, 1), mark(ZOE, 3.5)]
    _, said = filled(tmp_path / "c.csv", "canvas", text, marks)
    assert said == [
        "forward: the marks are filled into the column 'HW 1 - Forward (11)'",
        "Li, Bo: the row ends before the column of forward; no mark was filled in",
        "1 mark that was there is replaced by another",
    ]


def test_a_sheet_in_the_encoding_of_windows_in_china(tmp_path: Path) -> None:
    """A sheet in GBK is filled by names and written in GBK again."""
    path = tmp_path / "c.csv"
    path.write_bytes('Student,ID,forward (11)\n"王, 小明",s1,\n'.encode("gbk"))
    made = fill.canvas(sheet.read(path), Class([mark(Person("s1", "王小明", "", "", True), 3)]), ["forward"])
    assert made.sheet.content().decode("gbk").endswith('"王, 小明",s1,3\n')


@pytest.mark.parametrize("byte", [b"\x81", b"\x8d"])
def test_bytes_of_no_encoding_stay(tmp_path: Path, byte: bytes) -> None:
    """Bytes that no encoding knows are written as they came."""
    path = tmp_path / "c.csv"
    path.write_bytes(b'Student,ID,forward (11)\n"' + byte + b' K",s1,\n')
    made = fill.canvas(sheet.read(path), Class([mark(ADA, 3)]), ["forward"])
    assert made.sheet.content().endswith(byte + b' K",s1,3\n')


def test_a_number_that_is_anothers_here(tmp_path: Path) -> None:
    """A short number alone names nobody where the name beside it is plainly another's."""
    text = "First Name,Last Name,SID,Email,Total Score,Max Points\nBo,Li,101,b@x.org,,4\n"
    ada = Person("101", "Ada King", "", "", False)
    after, said = filled(tmp_path / "g.csv", "gradescope", text, [mark(ada, 3)])
    assert after == text
    assert said == [
        "b@x.org: may be 101 in the gradebook, and left as it is",
        "Ada King: has a mark in forward and no row that is surely theirs",
    ]
    same, _ = filled(tmp_path / "g.csv", "gradescope", text.replace("Bo,Li", "Ada B.,King"), [mark(ada, 3)])
    assert "b@x.org,3,4" in same


def test_a_whole_course_of_gradescope(tmp_path: Path) -> None:
    """In the table of a whole course each assignment has its own largest points."""
    text = "SID,Email,forward,forward - Max Points,forward - Submission Time\ns1,ada@x.org,,8,\n"
    after, _ = filled(tmp_path / "g.csv", "gradescope", text, [mark(ADA, 3.5)])
    assert after == text.replace("org,,8,", "org,7,8,")


def test_two_assignments_for_one_exercise(tmp_path: Path) -> None:
    """Of two assignments that may be of one exercise none is filled."""
    text = NBGRADER + "forward_again,,,s1,,,,0.0,0.0,4.0\n"
    with pytest.raises(UsageError, match="'forward' and 'forward_again' may both be forward"):
        filled(tmp_path / "n.csv", "nbgrader", text)


def test_a_column_of_grades_in_any_language(tmp_path: Path) -> None:
    """The column of grades that is named is filled, whatever Moodle calls it."""
    path = tmp_path / "m.csv"
    path.write_text(MOODLE.replace(",Grade,Max", ",Arvosana,Max"), encoding="utf-8", newline="")
    with pytest.raises(UsageError, match="name it with --column"):
        fill.moodle(sheet.read(path), Class([mark(ADA, 3.5)]), ["forward"])
    read = replace(sheet.read(path), column="Arvosana")
    made = fill.moodle(read, Class([mark(ADA, 3.5)]), ["forward"])
    assert ',"87,5","100,00",Yes' in made.sheet.content().decode()


def test_nbgrader_has_no_column_to_name(tmp_path: Path) -> None:
    """A column that is named is never passed over in silence."""
    path = tmp_path / "n.csv"
    path.write_text(NBGRADER, encoding="utf-8", newline="")
    with pytest.raises(UsageError, match="leave out --column"):
        fill.nbgrader(replace(sheet.read(path), column="score"), Class([mark(ADA, 3)]), ["forward"])
