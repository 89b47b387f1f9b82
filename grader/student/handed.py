"""Grade all that one person handed in on a platform, against the keys that were packed for it.

A pack is a folder with ``pack.json``, ``keys/`` and ``exercises/``; ``grade pack`` makes it. There is no
course beside it and none is looked for, so that nothing that is handed in can take its place.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.grading.grade import grade
from grader.grading.verdict import Report, Verdict
from grader.inside.observation import Limits
from grader.intake import archive
from grader.intake.entry import Refused
from grader.intake.layouts import alone
from grader.intake.layouts.tree.code import asked_by
from grader.intake.layouts.tree.found import Asked, Handed
from grader.intake.submission import demand_size, limit, parse, with_modules
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.sandbox.client import Sandbox
from grader.sandbox.tiers import Demand
from grader.words.message import Said, say

REMEDY = "make the pack again with `grade pack`"


@dataclass(frozen=True)
class Pack:
    """What was packed: the exercises in their order, and the seconds that a program may take in all."""

    root: Path
    exercises: tuple[str, ...]
    seconds: float

    def key(self, id: str) -> AnswerKey:
        """Return an exercise's key.

        Raises:
            UsageError: it is missing or damaged.
        """
        return keyfile.load(self.root / "keys" / f"{id}.json", REMEDY)

    def stub(self, id: str) -> str:
        """Return the text with which an exercise was handed out."""
        return (self.root / "exercises" / f"{id}.py").read_text(encoding="utf-8")


def read_pack(root: Path) -> Pack:
    """Return the pack in a folder.

    Raises:
        UsageError: there is none.
    """
    path = root / "pack.json"
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Pack(root, tuple(said["exercises"]), float(said["seconds"]))
    except (OSError, ValueError, LookupError, TypeError) as fault:
        raise UsageError(f"{path}: cannot be read ({fault}); {REMEDY}") from None


def graded(pack: Pack, folder: Path, demand: Demand) -> tuple[Report, ...]:
    """Return a report on every exercise of the pack; one without a file says so and has no points.

    Raises:
        UsageError: the folder or the pack cannot be read.
        SandboxError: the sandbox failed; nothing is graded then, and nobody loses points.
    """
    single = pack.exercises[0] if len(pack.exercises) == 1 else ""
    functions = {id: asked_by(pack.stub(id)) for id in pack.exercises}
    found = alone.listing(archive.look(folder), Asked(pack.exercises, single, functions))
    handed = {one.exercise: one for one in found.handed}
    return tuple(
        report_on(pack, id, handed[id], demand) if id in handed else absent(pack.key(id), found.doubts)
        for id in pack.exercises
    )


def report_on(pack: Pack, id: str, handed: Handed, demand: Demand) -> Report:
    """Return the report on one file; a text that cannot be read has no points and says why.

    Raises:
        SandboxError: the sandbox failed.
    """
    key, path = pack.key(id), Path(handed.entry.path)
    try:
        data = handed.entry.data(limit(path))
        demand_size(data, path)
        made = parse(data, path, id, (), lambda _: (tuple(key.tasks), pack.stub(id)))
        made = with_modules(made, {name: entry.data() for name, entry in handed.helpers.items()})
    except UsageError as fault:
        return without(key, str(path), "unreadable", str(fault))
    with Sandbox(Limits(), ahead=False, demand=demand, total=pack.seconds) as sandbox:
        return grade(made, key, sandbox)


def absent(key: AnswerKey, doubts: Sequence[Refused]) -> Report:
    """Return the report on an exercise without a file; files in doubt are named, with the reason."""
    notes = tuple(f"{one.name}: {one.why}" for one in doubts)
    return without(key, f"{key.id}.py", "missing", say("platform.missing", exercise=key.id), notes)


def without(key: AnswerKey, path: str, status: str, message: Said, notes: tuple[Said, ...] = ()) -> Report:
    """Return a report of one row, on a file that is missing or cannot be read."""
    row = Verdict("file", str(say("platform.file")), "", True, status, 0.0, key.points, message)
    return Report(
        key.id,
        key.title,
        path,
        "",
        (row,),
        notes=notes,
        public_only=key.public_only,
        environment=key.environment,
    )
