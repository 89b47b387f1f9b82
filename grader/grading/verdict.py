"""What a grading says: verdicts, diagnoses, and the report that holds them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from grader.words.message import Said, say

STATUSES = (
    "passed",
    "failed",
    "raised",
    "missing",
    "unfinished",
    "timed_out",
    "out_of_memory",
    "crashed",
    "unreadable",
    "not_judged",
    "not_run",
)
"""Every status a verdict may have; the last stands for all but passed and failed of a hidden check."""

ON_A_SCALE = "relation.approximate"
"""What is said of numbers that come close: asked often enough, it would tell a hidden number."""


@dataclass(frozen=True)
class Verdict:
    """One check's result.

    ``where`` names the number that is furthest off ("w3.grad", "dw[2]"); ``got``, ``expected``, ``error``
    (their absolute difference) and ``tolerance`` (absolute, too) belong to it and are None where there is
    no such number. ``call`` is how the function was called; ``line`` and ``end_line`` say from where to where
    the program stopped, or where a whole script makes a wrong step (0 for none); ``printed`` is what the
    program printed meanwhile. ``follows`` says that the numbers differ by nothing but a mistake made
    elsewhere, which costs nothing here.
    """

    id: str
    title: str
    task: str
    public: bool
    status: str
    points: float
    max_points: float
    message: Said = ""
    where: str | None = None
    got: float | None = None
    expected: float | None = None
    error: float | None = None
    tolerance: float | None = None
    call: str = ""
    line: int = 0
    end_line: int = 0
    printed: str = ""
    follows: bool = False

    @property
    def passed(self) -> bool:
        """Whether the numbers were right."""
        return self.status == "passed"


@dataclass(frozen=True)
class Diagnosis:
    """A mistake recognised by its numbers: the sentence for the student, and where it shows.

    ``checks`` are the ids of the checks it explains; ``hints`` are graded, the mildest first.  ``task`` is
    where it was recognised; ``follows`` are those checks of other tasks in which nothing else is wrong.
    """

    id: str
    title: Said
    message: Said
    checks: tuple[str, ...]
    hints: tuple[Said, ...] = ()
    task: str = ""
    follows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """Numbers of one public check worth drawing: the student's beside the reference's.

    ``kind`` is "curve" (one value per epoch, the x-axis counts from 1; of a script one for each of the
    rounds ``along``), "fit" (one value for each number in
    ``along``, the points ``data`` beside it), "path" (a row of a line's parameters ``names`` for the start
    and each epoch, over the mean squared error of the points ``along``, ``data``), "bars" (one pair per
    name) or "network" (the slopes of w1 … w8 at the edges between nodes whose values are ``along``: x1, x2,
    h1, h2, o1, o2).
    ``got`` and ``expected`` may hold inf or nan and may differ in length. ``wrong`` tells of each pair of
    bars or slopes whether it is out of tolerance.
    """

    kind: str
    check: str
    title: str
    names: tuple[str, ...]
    got: tuple[float, ...]
    expected: tuple[float, ...]
    along: tuple[float, ...] = ()
    data: tuple[float, ...] = ()
    wrong: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Report:
    """One submission, graded. ``seconds`` counts the public checks only.

    ``public_only`` says that the key held no hidden checks, so that this is not the whole score.
    ``right`` says which parts of failing tasks are right. ``translation`` has the texts of the page in the
    reader's language, by the English.
    ``deducted`` is what hints have cost. ``tier`` names what stood between the program and the machine, and
    ``protections`` say it in detail.
    """

    exercise: str
    title: str
    path: str
    sha256: str
    verdicts: tuple[Verdict, ...]
    diagnoses: tuple[Diagnosis, ...] = ()
    right: tuple[Said, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Said, ...] = ()
    protections: tuple[str, ...] = ()
    tier: str = "none"
    environment: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    source: str = ""
    public_only: bool = False
    deducted: float = 0.0
    translation: Mapping[str, str] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """Points earned, less what hints have cost; never below 0."""
        return round(max(0.0, sum(verdict.points for verdict in self.verdicts) - self.deducted), 6)

    @property
    def max_score(self) -> float:
        """Points there are to earn."""
        return round(sum(verdict.max_points for verdict in self.verdicts), 6)

    @property
    def passed(self) -> bool:
        """Whether every check passed that could be judged, and one could be."""
        judged = [verdict for verdict in self.verdicts if verdict.status != "not_judged"]
        return all(verdict.passed for verdict in judged) and bool(judged or not self.verdicts)

    @property
    def is_open(self) -> bool:
        """Whether nothing could be judged, so that a person has to look."""
        return bool(self.verdicts) and all(verdict.status == "not_judged" for verdict in self.verdicts)

    def for_student(self, folded: bool = False) -> Report:
        """Return the report a student may see: of a hidden check whether it passed, failed or did not run.

        ``folded`` leaves of a hidden check no more than whether it passed.

        A mistake that no public check shows is not named either: a program could ask by it what a hidden
        input is.
        """
        public = frozenset(verdict.id for verdict in self.verdicts if verdict.public)
        of_task = {verdict.id: verdict.task for verdict in self.verdicts}
        # A file that is no Python has not been given any input that it might tell of.
        never_ran = all(verdict.status == "unreadable" for verdict in self.verdicts)
        return replace(
            self,
            diagnoses=tuple(
                without_hidden(found, public, of_task)
                for found in self.diagnoses
                if may_be_told(found, public)
            ),
            verdicts=tuple(
                verdict if verdict.public else hide(verdict, never_ran, folded) for verdict in self.verdicts
            ),
            pictures=tuple(picture for picture in self.pictures if picture.check in public),
        )


def may_be_told(found: Diagnosis, public: Collection[str]) -> bool:
    """Tell whether a mistake shows in a public check, and is nothing that hidden numbers are measured by."""
    shows = any(id in public for id in found.checks)
    return shows and (ON_A_SCALE not in found.id or all(id in public for id in found.checks))


def without_hidden(found: Diagnosis, public: Collection[str], of_task: Mapping[str, str]) -> Diagnosis:
    """Return a mistake without those hidden checks of other tasks in which it shows.

    Its own task's checks all show it, and those that are paid say so; of others a program might choose.
    """
    if found.task not in of_task.values():
        return found
    checks = (
        id for id in found.checks if id in public or id in found.follows or of_task.get(id) == found.task
    )
    return replace(found, checks=tuple(checks))


def hide(verdict: Verdict, never_ran: bool = False, folded: bool = False) -> Verdict:
    """Drop everything of a hidden check that depends on its inputs or on the program's own words."""
    status = verdict.status if never_ran or verdict.status in ("passed", "failed") else "not_run"
    # What is said of a check that passed, or that costs nothing, names other checks and tasks and no number.
    message = verdict.message if verdict.passed or verdict.follows else say(f"hidden.{status}")
    if folded and not never_ran and not verdict.passed:
        status, message = "failed", verdict.message if verdict.follows else say("hidden.failed")
    return replace(
        verdict,
        status=status,
        message=message,
        where=None,
        got=None,
        expected=None,
        error=None,
        tolerance=None,
        call="",
        line=0,
        end_line=0,
        printed="",
    )
