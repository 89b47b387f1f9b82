"""Lay reports out as JUnit XML, which continuous integration reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as xml

from grader.grading.verdict import Report
from grader.report.platforms.rows import STOPPED, Row, rows, shown, unjudged
from grader.words.plain import points

COMMAND = re.compile(r":(?=:)|#(?=#\[)")
"""What GitHub takes for a command: ``::error`` at the head of a line, ``##[error]`` anywhere in it."""


def render(reports: Sequence[Report]) -> str:
    """Return the XML: a suite a report, a case a public check, one for all hidden ones.

    A wrong answer is a failure, a program that stopped an error; what was not judged is skipped.
    """
    root = xml.Element("testsuites", name="grade")
    for report in reports:
        root.append(suite(shown(report)))
    xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{quiet(xml.tostring(root, encoding="unicode"))}\n'


def quiet(text: str) -> str:
    """Return XML of the same meaning in which no line reads as a command to the service that logs it."""
    return COMMAND.sub(lambda found: f"&#{ord(found[0])};", text)


def suite(report: Report) -> xml.Element:
    """Return one report as a suite."""
    all_rows, left = rows(report), unjudged(report)
    failed = [row for row in all_rows if not row.passed]
    errors = sum(row.status in STOPPED for row in failed)
    made = xml.Element(
        "testsuite",
        name=report.exercise,
        tests=str(len(all_rows) + len(left)),
        failures=str(len(failed) - errors),
        errors=str(errors),
        skipped=str(len(left)),
        time=f"{report.seconds:.3f}",
    )
    properties(made, {"score": points(report.score), "max_score": points(report.max_score)})
    made.extend([case(report.exercise, row) for row in (*all_rows, *left)])
    if report.diagnoses:
        said = "\n\n".join(f"{found.title}\n{found.message}" for found in report.diagnoses)
        xml.SubElement(made, "system-out").text = said
    return made


def case(exercise: str, row: Row) -> xml.Element:
    """Return one row as a case, with its points as properties."""
    made = xml.Element("testcase", classname=exercise, name=row.name, time="0")
    properties(made, {"points": points(row.points), "max_points": points(row.max_points)})
    if row.status == "not_judged":
        xml.SubElement(made, "skipped", message=row.message)
    elif not row.passed:
        kind = "error" if row.status in STOPPED else "failure"
        words = [row.message, *(f"{label}: {value}" for label, value in row.details)]
        found = xml.SubElement(made, kind, message=row.message.partition("\n")[0], type=row.status)
        found.text = "\n".join(filter(None, words))
    if row.printed:
        xml.SubElement(made, "system-out").text = row.printed
    return made


def properties(made: xml.Element, values: dict[str, str]) -> None:
    """Add properties to a suite or a case."""
    around = xml.SubElement(made, "properties")
    for name, value in values.items():
        xml.SubElement(around, "property", name=name, value=value)
