"""Grade a listing: read each file, watch what is not known of it yet, judge it, store it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from grader.batch.garbage import collect
from grader.batch.judged import grade_of
from grader.batch.ready import Ready
from grader.batch.results import SETTLED, Result, Tally
from grader.errors import SandboxError, UsageError
from grader.gradebook import packing
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.observations import New, Seen
from grader.gradebook.records import NOT_GRADED, UNREADABLE, Attempt, Grade, Settled
from grader.grading.grade import report
from grader.grading.verdict import Report
from grader.inside.observation import Limits, Observed
from grader.intake.layouts.tree.found import Handed
from grader.intake.submission import Submission, demand_size, limit, parse, with_modules
from grader.keys.key import AnswerKey
from grader.words.message import say

AHEAD = 8
"""Submissions under way for each sandbox: enough that none waits, few enough that memory stays flat."""

FAULTS_AT_MOST = 5
"""After so many submissions in a row on which the sandbox fails, the run ends: the next would fail too."""


class Observer(Protocol):
    """Whatever can watch a submission on a key's scenarios: this machine's sandboxes, or a cluster's."""

    jobs: int
    limits: Limits

    def submit(self, submission: Submission, key: AnswerKey) -> Future[Observed]:
        """Have it watched; the future may raise SandboxError."""


@dataclass(frozen=True)
class Task:
    """A file to grade, at its place in the listing."""

    place: int
    handed: Handed
    attempt: Attempt
    data: bytes
    submission: Submission
    helpers: Mapping[str, bytes] = field(default_factory=dict)


@dataclass
class Job:
    """A program under way, what is asked of it, and everyone who handed it in."""

    ready: Ready
    program: bytes
    missing: tuple[int, ...]
    known: Seen
    tasks: list[Task] = field(default_factory=list)


@dataclass
class Run:
    """One run over a listing. ``keep`` is given every new report with the attempt it is about."""

    book: Gradebook
    observer: Observer
    exercises: Mapping[str, Ready | str]
    tally: Tally
    keep: Callable[[Attempt, Report], None]
    number: int = 0
    runtime: int = 0
    layout: str = ""
    faults: int = 0
    own: Mapping[tuple[str, str], Ready | str] = field(default_factory=dict)
    flying: dict[Future[Observed], Job] = field(default_factory=dict)

    def ready_of(self, handed: Handed) -> Ready | str:
        """Return what a file is graded by: the student's own numbers, where there are any."""
        return self.own.get((handed.exercise, handed.student), self.exercises[handed.exercise])

    def grade(self, handed: Sequence[Handed]) -> None:
        """Grade every file; store each as soon as it is known.

        Raises:
            StoreError: the gradebook cannot be written. What was stored before stays.
            SandboxError: the sandbox fails again and again.
        """
        settled = self.book.settled()
        for place, one in enumerate(handed):
            collect(place)
            while len(self.flying) >= AHEAD * self.observer.jobs:
                self.land()
            task = self.take(place, one)
            if task is not None:
                self.begin(task, settled.get((one.student, one.exercise)))
        while self.flying:
            self.land()

    def take(self, place: int, handed: Handed) -> Task | None:
        """Read a file; what cannot be read is settled here."""
        path = Path(handed.entry.path)
        try:
            data = handed.entry.data(limit(path))
            helpers = {name: entry.data() for name, entry in handed.helpers.items()}
        except UsageError as fault:
            self.end(place, handed, self.attempt_of(handed, b"", {}), b"", Grade(NOT_GRADED, str(fault)))
            return None
        attempt = self.attempt_of(handed, data, helpers)
        ready = self.ready_of(handed)
        if isinstance(ready, str):
            self.end(place, handed, attempt, data, Grade(NOT_GRADED, ready))
            return None
        try:
            demand_size(data, path)
            submission = parse(data, path, handed.exercise, (), lambda _: ready.handout)
            submission = with_modules(submission, helpers)
        except UsageError as fault:
            grade = Grade(UNREADABLE, str(fault), 0.0, ready.key.points)
            self.end(place, handed, attempt, data, grade, ready.digest)
            return None
        return Task(place, handed, attempt, data, submission, helpers)

    def begin(self, task: Task, settled: Settled | None) -> None:
        """Have a program watched on those scenarios of which nothing is known yet."""
        ready = self.ready_of(task.handed)
        assert isinstance(ready, Ready)
        now = (task.attempt.sha256, ready.digest, self.runtime)
        if settled and (settled.sha256, settled.key, settled.runtime) == now and settled.state != NOT_GRADED:
            if (settled.layout, settled.order) != (task.attempt.layout, task.attempt.order):
                self.book.renew(self.number, task.attempt, task.data, task.helpers)
            self.tally.add(task.place, Result(task.handed, SETTLED, Grade(SETTLED)))
            return
        program = packing.program_digest(task.submission.program)
        for job in self.flying.values():
            if (job.program, job.ready.digest) == (program, ready.digest):
                job.tasks.append(task)
                return
        known = self.book.seen(program, self.runtime)
        missing = tuple(
            place for place, digest in enumerate(ready.scenarios) if digest not in known.by_scenario
        )
        job = Job(ready, program, missing, known, [task])
        if known.load is not None and not missing:
            self.judge(job, None)
            return
        key = replace(ready.key, checks=tuple(ready.key.checks[place] for place in missing))
        same = replace(task.submission.program, filename=f"{ready.key.id}.py")
        self.flying[self.observer.submit(replace(task.submission, program=same), key)] = job

    def land(self) -> None:
        """Wait for the next program that has been watched, and settle everyone who handed it in."""
        done, _ = wait(self.flying, return_when=FIRST_COMPLETED)
        for future in done:
            job = self.flying.pop(future)
            try:
                seen = future.result()
            except SandboxError as fault:
                self.failed(job, fault)
            except FAULTS as fault:
                for task in job.tasks:
                    self.settle(task, fault_of_ours(fault))
            else:
                self.faults = 0
                self.judge(job, seen)

    def failed(self, job: Job, fault: SandboxError) -> None:
        """Note that nobody of a job is graded; the next run tries again."""
        for task in job.tasks:
            self.settle(task, Grade(NOT_GRADED, str(fault)))
        self.faults += 1
        if self.faults >= FAULTS_AT_MOST:
            raise SandboxError(f"the sandbox fails again and again: {fault}")

    def judge(self, job: Job, seen: Observed | None) -> None:
        """Judge a program for each student who handed it in, by what is stored and what was just seen."""
        digests = [job.ready.scenarios[place] for place in job.missing]
        fresh = dict(zip(digests, seen.row, strict=True)) if seen is not None else {}
        load = seen.load if seen is not None else job.known.load
        assert load is not None
        row = [fresh.get(digest) or job.known.by_scenario[digest] for digest in job.ready.scenarios]
        whole = packing.observed(load, row, packing.held(seen) if seen is not None else job.known.held)
        new = New(job.program, digests, seen) if seen is not None else None
        for task in job.tasks:
            grade = self.judged(task, job.ready.key, whole)
            self.settle(task, grade, job.ready.digest, new)
            new = None

    def judged(self, task: Task, key: AnswerKey, seen: Observed) -> Grade:
        """Judge one submission. A fault of ours costs this one its grade and nobody else."""
        try:
            made = report(task.submission, key, seen, self.observer.limits)
            if made.is_open:
                return Grade(NOT_GRADED, str(say("whole.nobody", reason=made.verdicts[0].message)))
            self.keep(task.attempt, made)
            return grade_of(made, key, seen.row)
        except FAULTS as fault:
            return fault_of_ours(fault)

    def settle(self, task: Task, grade: Grade, key: str = "", new: New | None = None) -> None:
        """Store what became of a task, and say so."""
        self.end(task.place, task.handed, task.attempt, task.data, grade, key, new, task.helpers)

    def end(
        self,
        place: int,
        handed: Handed,
        attempt: Attempt,
        data: bytes,
        grade: Grade,
        key: str = "",
        new: New | None = None,
        helpers: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        """Store what became of a file, and say so."""
        self.book.save(self.number, attempt, data, grade, key, self.runtime, new, helpers)
        self.tally.add(place, Result(handed, grade.state, grade))

    def attempt_of(self, handed: Handed, data: bytes, helpers: Mapping[str, bytes]) -> Attempt:
        """Return what the gradebook keeps of a file."""
        return Attempt(
            student=handed.student,
            name=handed.name,
            exercise=handed.exercise,
            sha256=digest_of(data, helpers),
            path=handed.entry.path,
            late=handed.late,
            handed_in=handed.when,
            email=handed.email,
            section=handed.section,
            layout=handed.layout or self.layout,
            order=handed.order,
        )


FAULTS = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What a mistake in the grader raises."""


def fault_of_ours(fault: BaseException) -> Grade:
    """Return that nobody was graded because of a fault of the grader."""
    why = f"{type(fault).__name__}: {fault}; this is a fault of the grader, please report it"
    return Grade(NOT_GRADED, why)


def digest_of(data: bytes, helpers: Mapping[str, bytes]) -> str:
    """Return a file's digest; with other files beside it that it imports, it is another program."""
    whole = hashlib.sha256(data)
    for name, text in sorted(helpers.items()):
        whole.update(b"\0" + name.encode() + b"\0" + hashlib.sha256(text).digest())
    return whole.hexdigest()
