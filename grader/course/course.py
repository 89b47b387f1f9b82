"""Where things are: pages, stubs, keys, the students' last results."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course import settings
from grader.course.engine import engine
from grader.course.notes import Notes, has_passed
from grader.course.page_processes import Synopsis, make_keys, read_synopses
from grader.course.small import small_text
from grader.errors import UsageError
from grader.keys import keyhead
from grader.keys.keyhead import Heading
from grader.keys.staleness import text_digest
from grader.words.catalogue import sentence
from grader.words.language import ENGLISH, language, spoken
from grader.words.nearest import nearest

if TYPE_CHECKING:
    from grader.keys.key import AnswerKey

GET_ANEW = "get this folder anew from your instructor"
"""The remedy for whatever is wrong with a key that was handed out."""


@dataclass(frozen=True)
class Unit:
    """Some exercises under one heading."""

    title: str
    exercises: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """The title in the language in force."""
        return self.titles.get(language(), self.title)


@dataclass(frozen=True)
class Course:
    """A folder with ``solutions/`` and ``exercises/``; what is derived from them lies in ``.grade/``.

    A folder that was handed out has ``keys/`` in place of ``solutions/``.
    """

    root: Path

    @property
    def released(self) -> bool:
        """Whether this folder was handed out: it has public keys and no pages."""
        return (self.root / "keys").is_dir() and not (self.root / "solutions").is_dir()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of ``course.toml``, without pages that are not there; pages it does not name come last.

        Raises:
            UsageError: course.toml cannot be read.
        """
        pages = {path.stem for path in self.root.glob("keys/*.json" if self.released else "solutions/*.py")}
        units = [
            Unit(unit.title, tuple(id for id in unit.exercises if id in pages), unit.titles)
            for unit in self.settings.units
        ]
        rest = sorted(pages - {id for unit in units for id in unit.exercises})
        return tuple(unit for unit in (*units, Unit("", tuple(rest))) if unit.exercises)

    @property
    def order(self) -> tuple[str, ...]:
        """The exercises' ids in teaching order.

        Raises:
            UsageError: course.toml cannot be read.
        """
        return tuple(id for unit in self.units for id in unit.exercises)

    def builds_on(self, id: str) -> tuple[str, ...]:
        """Return the exercises that one builds on."""
        return self.settings.builds_on.get(id, ())

    @property
    def hint_cost(self) -> float:
        """The points that a hint costs, 0 where course.toml does not say."""
        return self.settings.hints.cost

    @property
    def language(self) -> str:
        """The language that the course speaks, empty where course.toml names none that we know."""
        try:
            return spoken(self.settings.language)
        except UsageError:  # said by whoever needs the file
            return ""

    @property
    def per_student(self) -> bool:
        """Whether the inputs are drawn for each student anew."""
        return bool(self.settings.seed)

    @property
    def folds_hidden(self) -> bool:
        """Whether students are told of a hidden check no more than whether it passed."""
        return not self.settings.feedback.not_run

    @property
    def seconds(self) -> float:
        """The processor time that one submission may take in all, 0 where course.toml does not say."""
        return self.settings.limits.seconds

    @property
    def settings(self) -> settings.CourseFile:
        """What ``course.toml`` says; where there is none, what holds without it.

        Raises:
            UsageError: it cannot be read, or says what nobody knows.
        """
        return settings.read(self.root / "course.toml")

    def page(self, id: str) -> Path:
        """Return the path of an exercise's page.

        Raises:
            UsageError: there is no such exercise, or this folder was handed out without its pages.
        """
        self.demand(id)
        if self.released:
            raise UsageError(sentence("asked.handed_out", path=self.root))
        return self.root / "solutions" / f"{id}.py"

    def demand(self, id: str) -> None:
        """Raise UsageError unless there is such an exercise; the message names the nearest."""
        if id not in self.order:
            near = nearest(id, self.order)
            said = "refused.no_exercise.near" if near else "refused.no_exercise"
            raise UsageError(sentence(said, asked=repr(id), path=self.root, near=near))

    def stub(self, id: str) -> Path:
        """Return the path of an exercise's stub."""
        return self.root / "exercises" / f"{id}.py"

    def handout(self, id: str) -> tuple[tuple[str, ...], str]:
        """Return an exercise's tasks, and the text of its stub, empty where there is none.

        Raises:
            GraderError: as ``key`` does.
        """
        return self.heading(id).tasks, small_text(self.stub(id))

    def heading(self, id: str) -> Heading:
        """Return what the first line of an exercise's key says, for which no NumPy is loaded.

        Raises:
            GraderError: as ``key`` does.
        """
        self.demand(id)
        self.refresh([id])
        told = keyhead.heading(self.key_path(id))
        if told is not None:
            return told
        from grader.keys.profile import torch_of

        key = self.key(id)
        return Heading(tuple(key.tasks), torch_of(key.scenarios, key.allows_torch))

    @property
    def rows(self) -> Path:
        """The file in which it is remembered what the pages' programs did."""
        return self.root / ".grade" / "rows.sqlite"

    def translation_path(self, id: str, code: str) -> Path:
        """Return where the texts of an exercise lie in another language, compiled by ``grade translate``."""
        return self.root / ("keys" if self.released else "solutions") / code / f"{id}.json"

    def translation(self, id: str) -> Mapping[str, str]:
        """Return the texts of an exercise in the language in force, by the English.

        Nothing where nobody has translated it, or the file is damaged: the English stands in for it.
        """
        text = "{}" if language() == ENGLISH else small_text(self.translation_path(id, language()))
        try:
            found = json.loads(text or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def key_path(self, id: str) -> Path:
        """Return where an exercise's key is kept."""
        return self.root / ("keys" if self.released else ".grade/keys") / f"{id}.json"

    def key(self, id: str) -> AnswerKey:
        """Return an exercise's key, made anew where the page or the grader has changed.

        Raises:
            UsageError: there is no such exercise.
            PageError: the page does not hold.
            SandboxError: the sandbox failed.
        """
        # Imported here: it takes NumPy, which no list of exercises needs.
        from grader.keys import keyfile

        if self.released:
            return self.handed_out(id)
        self.refresh([id])
        try:
            return keyfile.load(self.key_path(id))
        except UsageError:  # current, and damaged behind its first line
            make_keys(self.root, [self.page(id)])
            return keyfile.load(self.key_path(id))

    def handed_out(self, id: str) -> AnswerKey:
        """Return a key that came with the folder.

        Raises:
            UsageError: there is none, it is damaged, or it belongs to another version of the exercise.
        """
        from grader.keys import keyfile

        self.demand(id)
        path = self.key_path(id)
        key = keyfile.load(path, GET_ANEW)
        if not key.public_only or key.digest != (self.settings.released or {}).get(id):
            raise UsageError(sentence("refused.other_version", path=path))
        return key

    def is_old(self, key: AnswerKey) -> bool:
        """Tell whether a key that was handed out comes from another version of the grader."""
        return self.released and keyhead.stale(self.key_path(key.id), key.digest, engine())

    def synopses(self, ids: Sequence[str]) -> dict[str, Synopsis]:
        """Return what exercises are about, from their keys where these are of the pages, else from the pages.

        Nobody waits for a key to be made only to read a title, whichever grader made the one that is there.
        """
        for id in {*ids} - {*self.order}:
            self.demand(id)
        changed = [id for id in ids if not self.released and not self.has_key_of_page(id)]
        found = read_synopses([self.page(id) for id in changed]) if changed else []
        told = dict(zip(changed, found, strict=True))
        return {id: told[id] if id in told else self.synopsis(id) for id in ids}

    def has_key_of_page(self, id: str) -> bool:
        """Tell whether an exercise's key was made from its page as it is."""
        return keyhead.is_of(self.key_path(id), text_digest(self.root / "solutions" / f"{id}.py"))

    def synopsis(self, id: str) -> Synopsis:
        """Return what a key says of its exercise."""
        head = keyhead.head(self.key_path(id))
        try:
            return Synopsis(str(head["title"]), float(head["points"]), str(head["story"]))
        except (LookupError, TypeError, ValueError):
            return Synopsis(fault=sentence("refused.key_unread", path=self.key_path(id)))

    def is_stale(self, id: str) -> bool:
        """Tell whether an exercise's key is missing, or older than its page or the grader."""
        return keyhead.stale(self.key_path(id), text_digest(self.page(id)), engine(), of="page")

    def refresh(self, ids: Sequence[str]) -> None:
        """Make those of the keys that are not current.

        That is done by a process of its own, so that the pages, their solutions and their libraries are
        never in the memory of the one that grades. A key that was handed out cannot be made.
        """
        if self.released:
            return
        stale = [id for id in ids if self.is_stale(id)]
        if stale:
            print(f"grade: making the answer key of {', '.join(stale)} (once)", file=sys.stderr)
            make_keys(self.root, [self.page(id) for id in stale])

    @property
    def notes(self) -> Notes:
        """What was kept of a student's work here."""
        return Notes(self.root / ".grade")

    def unfinished(self) -> tuple[str, ...]:
        """Return the exercises whose last result was not a pass, in teaching order."""
        results = self.notes.results()
        return tuple(id for id in self.order if not has_passed(results.get(id)))
