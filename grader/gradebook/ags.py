"""Write scores for LTI's grade service (AGS), one JSON object a line, for whoever talks to the server."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping

from grader.gradebook.filling import refusal, text_of
from grader.gradebook.final import EXEMPT, MISSING, FinalMark
from grader.gradebook.sheet import Sheet
from grader.gradebook.whom import Class
from grader.intake.naming import fold


def scores(marks: Iterable[FinalMark], users: Mapping[str, str]) -> str:
    """Return a score of LTI's grade service for every mark, a JSON object a line; ``users`` are its own ids.

    What is not graded is pending, which the platform does not record; what is missing is not sent.
    """
    stamp = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    lines = []
    for one in marks:
        if one.state in (MISSING, EXEMPT):
            continue
        known = one.score is not None
        score = {"scoreGiven": round(one.score or 0, 6), "scoreMaximum": one.max_score} if known else {}
        lines.append(
            {
                "userId": users.get(one.person.student, one.person.student),
                "exercise": one.exercise,
                **score,
                "comment": "; ".join(one.comments),
                "timestamp": stamp,
                "activityProgress": "Submitted",
                "gradingProgress": "FullyGraded" if known else "Pending",
            }
        )
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)


def lti_users(sheet: Sheet, people: Class) -> dict[str, str]:
    """Return LTI's id of everybody: the column ``user_id`` beside any by which people are known.

    Raises:
        UsageError: there is no such column.
    """
    header = [fold(name) for name in sheet.header]
    place = next((header.index(name) for name in ("user id", "userid", "lti user id") if name in header), -1)
    if place < 0:
        raise refusal("no_user_id", sheet)
    rest = [column for column in range(len(header)) if column != place]
    found = {
        people.find([text_of(row, column) for column in rest]): text_of(row, place) for row in sheet.rows[1:]
    }
    return {student: user for student, user in found.items() if student and user}
