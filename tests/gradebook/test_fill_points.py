"""Blackboard's and Brightspace's own tables are filled, each by what its importer goes by."""

from __future__ import annotations

import re
from pathlib import Path

import importers
import pytest
from sheets import MARKS, filled

from grader.errors import UsageError

BLACKBOARD = (
    '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Availability"'
    '\t"Weighted Total [Total Pts: up to 8] |7"\t"forward [Total Pts: 8 Score] |12"\r\n'
    '"King"\t"Ada"\t"aking"\t"s1"\t"Yes"\t"0"\t""\r\n"Li"\t"Bo"\t"bli"\t"s2"\t"Yes"\t"0"\t"1"\r\n'
)
BRIGHTSPACE = (
    "OrgDefinedId,Username,Last Name,First Name,Email,forward Points Grade <Numeric MaxPoints:4 Weight:10>,"
    "Calculated Final Grade Numerator,End-of-Line Indicator\n"
    "#s1,#aking,King,Ada,ada@x.org,,0,#\n#s2,#bli,Li,Bo,bo@x.org,1,0,#\n#s9,#zed,King,Ada,,,0,#\n"
)


def test_blackboard(tmp_path: Path) -> None:
    """A mark goes to the user's row and the column's number, in its points; nothing else changes."""
    after, _ = filled(tmp_path / "b.xls", "blackboard", BLACKBOARD)
    assert importers.blackboard(after) == {"aking": {"7": "0", "12": "7"}, "bli": {"7": "0", "12": "1"}}
    assert after.replace('"7"\r\n', '""\r\n') == BLACKBOARD


def test_brightspace(tmp_path: Path) -> None:
    """A mark goes to the person with the number, not to a namesake, and the end of each line stays."""
    after, said = filled(tmp_path / "b.csv", "brightspace", BRIGHTSPACE)
    assert importers.brightspace(after) == {
        "s1": {"forward": "3.5"},
        "s2": {"forward": "1"},
        "s9": {"forward": ""},
    }
    assert said == ["s9: is nobody in the gradebook, and left as it is"]


@pytest.mark.parametrize(
    ("form", "text", "says"),
    [
        ("blackboard", "Name,Mark\nada,1\n", "is no table of Blackboard"),
        ("blackboard", BLACKBOARD.replace(" |12", ""), "has no number"),
        ("brightspace", BRIGHTSPACE.replace("End-of-Line", "End"), "is no table of grades of Brightspace"),
        ("brightspace", BRIGHTSPACE.replace("Points Grade", "Letter Grade"), "is not one of points"),
    ],
)
def test_refused(tmp_path: Path, form: str, text: str, says: str) -> None:
    """Another table, or a column that the importer would not know, is refused."""
    with pytest.raises(UsageError, match=re.escape(says)):
        filled(tmp_path / "b.csv", form, text)


@pytest.mark.parametrize(
    ("rows", "marks"),
    [
        ('"King, Ada",101,s1,ada,A,\n"King, Ada",102,s9,ak,B,\n', {"101": "3.5"}),
        ('"King, Ada",101,x1,ada,A,\n"King, Ada",102,x2,ak,B,\n', {}),
    ],
)
def test_two_rows_that_mean_one_person(tmp_path: Path, rows: str, marks: dict[str, str]) -> None:
    """A number stands before a name; two rows that only bear the name are both left as they are."""
    text = f'Student,ID,SIS User ID,SIS Login ID,Section,forward (11)\n"    Points Possible",,,,,4\n{rows}'
    after, said = filled(tmp_path / "c.csv", "canvas", text, MARKS[:1])
    grades, _ = importers.canvas(text, after)
    assert {who: one["forward (11)"] for who, one in grades.items() if one} == marks
    assert "King, Ada: may be s1 in the gradebook, and left as it is" in said
    assert ("Ada King: has a mark in forward and no row that is surely theirs" in said) == (not marks)
