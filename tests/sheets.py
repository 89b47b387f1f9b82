"""Sheets as platforms hand them out, and marks to fill into them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.gradebook import fill, sheet
from grader.gradebook.final import FinalMark
from grader.gradebook.reading import Person
from grader.gradebook.whom import Class

ADA = Person("s1", "Ada King", "ada@x.org", "A", True)
BO = Person("s2", "Bo Li", "bo@x.org", "A", True)
ZOE = Person("s3", "Zoë Ünal", "zoe@x.org", "B", True)


def mark(person: Person, score: float | None, state: str = "graded", exercise: str = "forward") -> FinalMark:
    """Return a mark of so many points of four."""
    return FinalMark(person, exercise, state, score, score, 4.0)


MARKS = [mark(ADA, 3.5), mark(BO, None, "not graded"), mark(ZOE, None, "exempt")]

CANVAS = (
    '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,forward (11),"Essay, long (12)",Total (read only)\r\n'
    '"    Points Possible",,,,,4.00,10,(read only)\r\n'
    '"King, Ada",101,s1,ada,A,,"7,5",\r\n"Li, Bo",102,s2,bo,A,1,,\r\n"Ünal, Zoë",103,s3,zoe,B,,,\r\n'
    '"Mallory, M",104,s9,mal,B,2,,\r\n"Student, Test",9,,,A,,,\r\n'
)
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (grade),Feedback comments\n"
    'Participant 7,Ada King,ada@x.org,"Submitted, late",,"100,00",Yes,-,\n'
    'Participant 8,Bo Li,bo@x.org,,"12,00","100,00",Yes,-,"Well, well"\n'
    'Participant 9,Zoë Ünal,zoe@x.org,,,"100,00",No,-,\n'
)
GRADESCOPE = (
    "First Name,Last Name,SID,Email,Sections,Total Score,Max Points,Status\nAda,King,s1,ada@x.org,A,,4.0,\n"
)
NBGRADER = (
    "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,score,max_score\n"
    "forward,,,s1,,,,0.0,0.0,4.0\nps2,,,s1,,,,0.0,0.0,4.0\n"
)


def filled(
    path: Path,
    form: str,
    text: str,
    marks: Sequence[FinalMark] = MARKS,
    exercises: Sequence[str] = ("forward",),
) -> tuple[str, list[str]]:
    """Return a filled sheet, and what was said about it."""
    path.write_text(text, encoding="utf-8", newline="")
    made = fill.FILLERS[form](sheet.read(path), Class(marks), exercises)
    return made.sheet.content().decode(), made.said
