"""Arrange a report for reading: what stands under each check, and what is said only once."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from grader.grading.verdict import Diagnosis, Report, Verdict
from grader.words import location
from grader.words.catalogue import in_language, sentence
from grader.words.plain import clip, number, pair, points

UNCALLED = frozenset({"missing", "unfinished", "unreadable", "not_run"})
"""Where no call was made there is neither a call nor a line to show."""

UNMARKED = {"not_judged": "open", "unfinished": "todo"}
"""What is neither right nor wrong, and how it is marked."""


@dataclass(frozen=True)
class Item:
    """A check with what stands under it: a message, unless it has been said above, and labelled values."""

    verdict: Verdict
    message: str
    rows: tuple[tuple[str, str], ...]


def summary(report: Report) -> str:
    """Return one sentence on how many checks passed, and a second one where that is not the whole score."""
    return " ".join(filter(None, (count(report), beyond(report))))


def beyond(report: Report) -> str:
    """Return what stands beside a score of public checks alone; empty where the score is the whole one."""
    return sentence("report.summary.public") if report.public_only and not report.is_open else ""


def held(report: Report) -> str:
    """Return what stood between the program and the machine."""
    words = ", ".join(map(in_language, report.protections)) or sentence("report.protections.none")
    return sentence("report.protections.held", tier=report.tier, protections=words)


def count(report: Report) -> str:
    """Return one sentence on how many checks passed."""
    if report.is_open:
        return sentence("report.summary.open")
    if not is_begun(report):
        return sentence("report.summary.todo")
    total, passed = len(judged(report)), sum(verdict.passed for verdict in report.verdicts)
    if passed == total:
        return sentence("report.summary.one" if total == 1 else "report.summary.all", total=total)
    return sentence("report.summary" if passed else "report.summary.none", passed=passed, total=total)


def is_begun(report: Report) -> bool:
    """Tell whether anything is written that a check calls; hidden ones say only that they did not run."""
    statuses = {verdict.status for verdict in report.verdicts}
    return "unfinished" not in statuses or not statuses <= {"unfinished", "not_run"}


def calm(report: Report) -> Report:
    """Return a report with all checks to do where nothing is begun: a stub is no alarm."""
    if is_begun(report):
        return report
    return replace(report, verdicts=tuple(replace(one, status="unfinished") for one in report.verdicts))


def judged(report: Report) -> Sequence[Verdict]:
    """Return the checks that could be judged."""
    return [verdict for verdict in report.verdicts if verdict.status != "not_judged"]


def score(report: Report) -> str:
    """Return the points earned and those there are; of public checks alone, how many passed."""
    if report.is_open:
        return sentence("report.status.not_judged")
    if report.public_only:
        return sentence("report.points.public", passed=passed(report), total=len(judged(report)))
    return sentence("report.points", points=points(report.score), max_points=points(report.max_score))


def passed(report: Report) -> int:
    """Return how many checks passed."""
    return sum(verdict.passed for verdict in report.verdicts)


def worth(verdict: Verdict) -> str:
    """Return the points a check earned and those it is worth; nothing of a check that is worth none."""
    if not verdict.max_points:
        return ""
    return sentence("report.points", points=points(verdict.points), max_points=points(verdict.max_points))


def status(verdict: Verdict) -> str:
    """Return a word for what became of a check; one that fails and costs nothing follows from another."""
    return sentence("report.status.follows" if verdict.follows else f"report.status.{verdict.status}")


def fate(verdict: Verdict) -> str:
    """Return how a check is to be marked: "passed", "follows", "failed", "open" (not judged) or "todo"."""
    if verdict.status in UNMARKED:
        return UNMARKED[verdict.status]
    return "passed" if verdict.passed else "follows" if verdict.follows else "failed"


def by_urgency(items: Sequence[Item], last: Container[str] = ()) -> tuple[Item, ...]:
    """Return what is wrong first, then what only follows, then what passed, each in the report's order.

    Args:
        items: the checks.
        last: ids of checks that come behind all others of their kind.
    """
    order = ("failed", "open", "todo", "follows", "passed")
    return tuple(sorted(items, key=lambda item: (order.index(fate(item.verdict)), item.verdict.id in last)))


def common(report: Report) -> Verdict | None:
    """Return a verdict that speaks for all of them, where every check failed in one and the same way."""
    verdicts = report.verdicts
    spoken = [verdict for verdict in verdicts if verdict.public] or list(verdicts)
    alike = len({(verdict.status, verdict.message) for verdict in spoken}) == 1
    alike = alike and {verdict.status for verdict in verdicts} <= {spoken[0].status, "not_run"}
    if len(verdicts) < 2 or not alike or any(v.passed or v.got is not None for v in verdicts):
        return None
    return spoken[0]


def spoken(report: Report, verdict: Verdict) -> str:
    """Return what to say where one verdict speaks for all: where nothing was judged, a person has to look."""
    return f"{count(report)} {verdict.message}" if report.is_open else str(verdict.message)


def items(report: Report) -> tuple[Item, ...]:
    """Return the checks in order, each message at the first check that has it."""
    first = common(report)
    if first is not None:
        return tuple(Item(verdict, "", ()) for verdict in report.verdicts)
    said: set[str] = set()
    result = []
    for verdict in report.verdicts:
        message = "" if verdict.message in said else str(verdict.message)
        said.add(message)
        result.append(Item(verdict, message, rows(report, verdict, quote=bool(message))))
    return tuple(result)


def rows(report: Report, verdict: Verdict, quote: bool) -> tuple[tuple[str, str], ...]:
    """Return what to show of a failing check: its numbers, the line that stopped, and the call."""
    if verdict.passed or verdict.status in UNCALLED:
        return ()
    line = quoted(report, verdict) if quote else ()
    call = ((sentence("report.call"), clip(verdict.call, 400, 8)),) if verdict.call else ()
    return (*numbers(verdict), *line, *call)


def numbers(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """Return the labels and numbers that say what is wrong, as far as the message does not."""
    got, expected = pair(verdict.got, verdict.expected)
    rows = (
        ("report.where", verdict.where, verdict.where or ""),
        ("report.got", verdict.got, got),
        ("report.expected", verdict.expected, expected),
    )
    present = [(sentence(label), text) for label, value, text in rows if value is not None]
    if all(tells(str(verdict.message), text) for _, text in present):
        present = []
    if verdict.error is not None:
        present.append((sentence("report.error"), error(verdict.error, verdict.tolerance)))
    return tuple(present)


def tells(message: str, text: str) -> bool:
    """Tell whether a name or number stands in the message by itself."""
    return re.search(rf"(?<![\w.-]){re.escape(text)}(?!\w|\.\d)", message) is not None


def error(off: float, tolerance: float | None) -> str:
    """Return how far off a number is, beside what would have been allowed."""
    if tolerance is None:
        return number(off, 3)
    return sentence("report.error.tolerance", error=number(off, 3), tolerance=number(tolerance, 2))


def quoted(report: Report, verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """Return the line of the source that stopped, unless the message quotes it already."""
    lines = report.source.split("\n")
    if verdict.status in ("unfinished", "unreadable") or not 0 < verdict.line <= len(lines):
        return ()
    line = lines[verdict.line - 1].strip()
    if line in str(verdict.message):
        return ()
    return ((str(location.phrase(report.source, verdict.line)), clip(line, 200, 1)),)


def stops(report: Report) -> frozenset[int]:
    """Return the lines of the source at which a check stopped; no stub's own stop, and no wrong step."""
    return frozenset(
        verdict.line
        for verdict in report.verdicts
        if verdict.line > 0 and verdict.status not in ("passed", "failed", "unfinished")
    )


def told(diagnosis: Diagnosis) -> str:
    """Return a mistake in one text; a whole script's has no more than a title."""
    return ": ".join(filter(None, (str(diagnosis.title), str(diagnosis.message))))


def seen_in(report: Report, diagnosis: Diagnosis) -> tuple[Verdict, ...]:
    """Return the checks that a diagnosis explains, in order; those that follow say so themselves."""
    shown = [verdict for verdict in report.verdicts if verdict.id in diagnosis.checks]
    return tuple(verdict for verdict in shown if not verdict.follows) or tuple(shown)


def blocks(text: str) -> Iterator[tuple[bool, str]]:
    """Split a text into prose and code; lines set in by four spaces are code."""
    run: list[str] = []
    kind = False
    for line in text.split("\n"):
        if run and line.startswith("    ") != kind:
            yield kind, _joined(run)
            run = []
        kind = line.startswith("    ")
        run.append(line)
    yield kind, _joined(run)


def _joined(lines: Sequence[str]) -> str:
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:] for line in lines).strip("\n")


def spans(text: str) -> tuple[tuple[bool, str], ...]:
    """Split prose at its `backticks`: words between two of them are code."""
    parts = re.split(r"`([^`\n]+)`", text)
    return tuple((index % 2 == 1, part) for index, part in enumerate(parts) if part)
