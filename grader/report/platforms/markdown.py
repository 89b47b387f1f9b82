"""Lay reports out as Markdown: for a summary on GitHub, a pull request's comment, or Gradescope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.platforms.rows import Row, rows, shown
from grader.words.catalogue import sentence
from grader.words.lists import with_commas
from grader.words.plain import clip, no_commands, points

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~:@$^=])")
"""What has a meaning in some dialect of Markdown; HTML, mentions and formulas included."""


def render(reports: Sequence[Report]) -> str:
    """Return reports as one Markdown text, a heading each."""
    return no_commands("\n".join("\n".join(section(shown(report))) for report in reports))


def section(report: Report) -> Iterator[str]:
    """Yield the lines of one report that ``shown`` has laid out."""
    yield f"## {escaped(f'{report.exercise}  {report.title}'.strip())}: {escaped(outline.score(report))}\n"
    yield from diagnosis(report)
    yield from table(rows(report))
    for row in rows(report):
        if not row.passed and (text := body(row)):
            yield f"### {escaped(row.name)}\n\n{text}\n"
    yield from listed("report.notes", report.notes)
    yield f"{escaped(outline.summary(report))}\n"


def diagnosis(report: Report) -> Iterator[str]:
    """Yield what went wrong, and what is right beside it."""
    for found in report.diagnoses:
        yield f"**{escaped(str(found.title))}**\n\n{prose(str(found.message))}\n"
        seen = [verdict.title for verdict in outline.seen_in(report, found) if verdict.public]
        if seen:
            yield f"{escaped(sentence('report.seen_in', checks=with_commas(seen)))}\n"
    yield from listed("report.right", report.right)


def table(all_rows: Sequence[Row]) -> Iterator[str]:
    """Yield a table of the checks."""
    yield f"| | {escaped(sentence('report.checks'))} | {escaped(sentence('report.points.word'))} |"
    yield "|---|---|---|"
    for row in all_rows:
        sign = "✅" if row.passed else "❌"
        yield f"| {sign} | {escaped(row.name)} | {points(row.points)} / {points(row.max_points)} |"
    yield ""


def listed(heading: str, said: Sequence[object]) -> Iterator[str]:
    """Yield a heading with a list under it, nothing where there is nothing to list."""
    if said:
        yield f"**{escaped(sentence(heading))}**\n"
        yield from (f"- {prose(str(one)).replace(chr(10), chr(10) + '  ')}" for one in said)
        yield ""


def body(row: Row) -> str:
    """Return what there is to say of a row: its message, its values, what was printed."""
    parts = [prose(clip(row.message))] if row.message else []
    parts += [f"{escaped(label)}: {code(value)}" for label, value in row.details]
    if row.printed.strip():
        parts.append(f"{escaped(sentence('report.printed'))}:\n\n{fenced(clip(row.printed, 240, 4))}")
    return "\n\n".join(parts)


def prose(text: str) -> str:
    """Return a message: its code stays code, everything else is harmless."""
    return "\n\n".join(
        fenced(part) if is_code else spans(part) for is_code, part in outline.blocks(text) if part.strip()
    )


def spans(text: str) -> str:
    """Return prose with the code in its lines."""
    return "".join(code(part) if is_code else escaped(part) for is_code, part in outline.spans(text))


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", text).replace("\\<", "&lt;").replace("\\&", "&amp;").replace("\\@", "&#64;")


def code(text: str) -> str:
    """Return a text as code within a line; in a table it would need more than that."""
    if "\n" in text:
        return f"\n\n{fenced(text)}"
    ticks = "`" * (longest(text) + 1)
    return f"{ticks} {text} {ticks}" if longest(text) else f"{ticks}{text}{ticks}"


def fenced(text: str) -> str:
    """Return lines as a block of code that nothing in them can end."""
    ticks = "`" * max(3, longest(text) + 1)
    return f"{ticks}text\n{text}\n{ticks}"


def longest(text: str) -> int:
    """Return the length of the longest run of backticks."""
    return max(map(len, re.findall(r"`+", text)), default=0)
