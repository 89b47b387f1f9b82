"""Files as learning platforms hand them out: nbgrader, Canvas, Moodle, Gradescope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from grader.errors import UsageError
from grader.intake.archive import LISTING_AT_MOST, Entry, Refused
from grader.intake.layouts.found import Asked, Handed, exercise_of, is_program, why_not

CANVAS_ANONYMOUS = re.compile(r"(?:(?P<late>LATE)_)?anon_(?P<user>[^_]+)_(?P<upload>\d+)_(?P<file>.+)")
CANVAS = re.compile(r"(?P<name>.+?)(?:_(?P<late>LATE))?_(?P<user>\d+)_(?P<upload>\d+)_(?P<file>.+)")
MOODLE = re.compile(r"(?P<name>.+?)_(?P<user>\d+)_assignsubmission_(?P<kind>[a-z]+)_?(?P<file>.+)?")
GRADESCOPE_LIST = "submission_metadata.yml"
UNNAMED = "names no exercise; name it with --exercise ID"


def nbgrader(entries: Sequence[Entry], asked: Asked) -> Iterator[Handed | Refused]:
    """Read ``submitted/<student>/<assignment>/``, with ``timestamp.txt`` in it."""
    lifted = 1 if all(entry.parts[0] == "submitted" for entry in entries) else 0
    times = {entry.parts[:-1]: timestamp(entry) for entry in entries if entry.parts[-1] == "timestamp.txt"}
    for entry in entries:
        parts = entry.parts[lifted:]
        if entry.parts[-1] == "timestamp.txt":
            yield Refused(entry.name, "tells the time of handing in")
        elif not is_program(entry):
            yield Refused(entry.name, why_not(entry))
        elif len(parts) < 3:
            yield Refused(entry.name, "lies in no folder <student>/<assignment>")
        else:
            exercise = exercise_of(asked, *reversed(parts[1:]))
            when = times.get(entry.parts[: lifted + 2], "")
            yield (
                Handed(parts[0], parts[0], exercise, entry, when=when)
                if exercise
                else Refused(entry.name, UNNAMED)
            )


def timestamp(entry: Entry) -> str:
    """Return the time in nbgrader's file, empty where it cannot be read."""
    try:
        return entry.data(200).decode("utf-8", "replace").strip()[:40]
    except UsageError:
        return ""


def canvas(entries: Sequence[Entry], asked: Asked) -> Iterator[Handed | Refused]:
    """Read ``<name>[_LATE]_<user>_<attachment>_<file>``; a later attachment has a higher number."""
    for entry in entries:
        base = entry.parts[-1]
        match = canvas_name(base)
        if re.search(r"_(text|link)\.html$", base):
            yield Refused(entry.name, "is text typed into the platform, not a file")
        elif not is_program(entry):
            yield Refused(entry.name, why_not(entry))
        elif len(entry.parts) > 1 or match is None:
            yield Refused(entry.name, "is not named as Canvas names files")
        else:
            yield from_canvas(entry, match.groupdict(), asked)


def canvas_name(name: str) -> re.Match[str] | None:
    """Take a file's name apart as Canvas puts it together."""
    return CANVAS_ANONYMOUS.fullmatch(name) or CANVAS.fullmatch(name)


def from_canvas(entry: Entry, said: Mapping[str, str | None], asked: Asked) -> Handed | Refused:
    """Return the file that a name of Canvas describes."""
    exercise = exercise_of(asked, renamed(str(said["file"]), asked))
    if not exercise:
        return Refused(entry.name, UNNAMED)
    return Handed(
        student=str(said["user"]),
        name=said.get("name") or f"anonymous {said['user']}",
        exercise=exercise,
        entry=entry,
        late=said["late"] is not None,
        order=int(str(said["upload"])),
    )


def renamed(name: str, asked: Asked) -> str:
    """Take off the ``-1`` of a file handed in again to Canvas, where the rest is an exercise's file."""
    match = re.fullmatch(r"(.+)-\d+(\.(?:py|ipynb))", name)
    return match[1] + match[2] if match and match[1].lower() in asked.exercises else name


def moodle(entries: Sequence[Entry], asked: Asked) -> Iterator[Handed | Refused]:
    """Read ``<Full name>_<participant>_assignsubmission_file/``, with ``_`` at its end or not, or flat."""
    for entry in entries:
        match = MOODLE.fullmatch(entry.parts[0])
        if match is None:
            yield Refused(entry.name, "is not named as Moodle names files")
        elif match["kind"] != "file":
            yield Refused(entry.name, "is text typed into the platform, not a file")
        elif not is_program(entry):
            yield Refused(entry.name, why_not(entry))
        else:
            names = [*reversed(entry.parts[1:]), *([match["file"]] if match["file"] else [])]
            exercise = exercise_of(asked, *names)
            name = match["name"].replace("_", " ")
            yield Handed(match["user"], name, exercise, entry) if exercise else Refused(entry.name, UNNAMED)


def gradescope(entries: Sequence[Entry], asked: Asked) -> Iterator[Handed | Refused]:
    """Read ``submission_<id>/`` and the list of who handed them in; a group's file is each member's."""
    said = submissions(next(entry for entry in entries if entry.name == GRADESCOPE_LIST))
    for entry in entries:
        if entry.name == GRADESCOPE_LIST:
            yield Refused(entry.name, "tells who handed in what")
        elif not is_program(entry):
            yield Refused(entry.name, why_not(entry))
        elif entry.parts[0] not in said or len(entry.parts) < 2:
            yield Refused(entry.name, f"is of no submission that {GRADESCOPE_LIST} names")
        else:
            yield from from_gradescope(entry, said[entry.parts[0]], asked)


def from_gradescope(entry: Entry, said: Mapping[str, Any], asked: Asked) -> Iterator[Handed | Refused]:
    """Yield a file once for every member of the group that handed it in."""
    exercise = exercise_of(asked, *reversed(entry.parts[1:]))
    people = [one for one in said.get(":submitters") or () if isinstance(one, dict)]
    if not exercise or not people:
        yield Refused(entry.name, UNNAMED if people else f"{GRADESCOPE_LIST} names nobody for it")
        return
    number = re.sub(r"\D", "", entry.parts[0]) or "0"
    for one in people:
        sid, email, name = (str(one.get(key) or "") for key in (":sid", ":email", ":name"))
        yield Handed(
            student=sid or email or name,
            name=name or email or sid,
            exercise=exercise,
            entry=entry,
            when=str(said.get(":created_at") or ""),
            order=int(number),
            email=email,
        )


def submissions(entry: Entry) -> Mapping[str, Mapping[str, Any]]:
    """Return what Gradescope's list says of every submission.

    Raises:
        UsageError: it is no YAML, or says something else.
    """
    import yaml

    data = entry.data(LISTING_AT_MOST)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(data, loader)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        reason = " ".join(str(fault).split())[:200]
        raise UsageError(f"{entry.name}: cannot be read ({reason}); export the submissions again") from None
    if not isinstance(found, dict):
        raise UsageError(f"{entry.name}: does not list submissions; export the submissions again")
    return {str(key): value for key, value in found.items() if isinstance(value, dict)}
