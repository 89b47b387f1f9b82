"""Try changes on every task of a program that fails, one after the other, and those that it calls first."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from grader.grading.comparison import Comparison
from grader.grading.diagnose import UNKNOWABLE
from grader.grading.listed import is_open_to_doubt, named
from grader.grading.mutants import recognised
from grader.grading.repaired import AGAIN, BESIDE, FACTOR, FOLLOWS, GAVE_UP, KNOWN, LISTED, MEMORY, SCALED
from grader.grading.repairs.changes.change import Change
from grader.grading.repairs.choice import chosen
from grader.grading.repairs.experiment import Run
from grader.grading.repairs.search import repairs
from grader.grading.repairs.task import Found, first_check
from grader.grading.source import Source
from grader.inside.observation import Function, Outcome, Program, Repair
from grader.keys.key import KeyCheck
from grader.numbers.compare import agree


def repaired(compared: Comparison, program: Program, run: Run) -> tuple[Repair, ...]:
    """Return the changes that make failing tasks right, of those in which no listed mistake is recognised.

    A task that calls wrong ones is tried with these mended, where a change mends each of them.
    """
    if not compared.failing:
        return ()
    try:
        tree = ast.parse(program.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    source = Source(program.text)
    cut: set[str] = set()
    trying = Trying(compared, partial(repairs, compared, program, tree, run=run, cut=cut))
    made: list[Repair] = []
    for task in compared.key.tasks:
        following = {one.task for one in made if one.kind == FOLLOWS}
        if task in following or not is_open(compared, task):
            continue
        wrong = called_by(compared, task, source) - following
        if wrong:
            made += beside(trying, task, wrong)
        elif recognised(compared, task) is None or is_open_to_doubt(compared, task, source):
            found = trying.found(task)
            made += chosen(compared, task, found) or memory(compared, task, program, run)
            made += followers(task, found)
        elif source.reorders(task, compared.labels(task)):
            found = tuple(one for one in trying.found(task) if is_order(one))
            made += chosen(compared, task, found)
            made += followers(task, found)
    explained = {one.task for one in made}
    return (*made, *(Repair(task, GAVE_UP, 0) for task in sorted(cut - explained)))


def is_order(one: Found) -> bool:
    """Tell whether a task is right with its parameters in the page's order and nothing else changed."""
    return [change.kind for change in one.changes] == ["parameters"]


@dataclass(frozen=True)
class Trying:
    """A submission on which changes are tried, and what was found for each task so far."""

    compared: Comparison
    repairs: Callable[..., tuple[Found, ...]]
    seen: dict[str, tuple[Found, ...]] = field(default_factory=dict)

    def found(self, task: str, made: Sequence[Change] = ()) -> tuple[Found, ...]:
        """Return the changes that mend a task, or a part of it, beside those that are ``made``."""
        if task not in self.seen:
            self.seen[task] = self.repairs(name=task, made=made)
        return self.seen[task]

    def sources(self, wrong: Collection[str]) -> list[str]:
        """Return those of some wrong tasks that are wrong by themselves, not because they call another."""
        left: list[str] = []
        following: set[str] = set()
        for name in self.compared.key.tasks:
            if name in wrong and name not in following:
                left.append(name)
                following |= {one.task for one in followers(name, self.found(name))}
        return left

    def mending(self, task: str) -> tuple[Change, ...]:
        """Return the changes after which a task is right, none where none were found."""
        whole = [one for one in self.found(task) if one.whole and not one.factor]
        return min(whole, key=lambda one: one.adding).changes if whole else ()


def beside(trying: Trying, task: str, called: Collection[str]) -> list[Repair]:
    """Return the one change that makes a task right once the tasks that it calls are; none where these do."""
    compared = trying.compared
    listed = [found for found in (named(compared, name) for name in called) if found is not None]
    failing = {compared.checks[index].check.id for index in compared.failing_of(task)}
    if named(compared, task) is not None or any(failing <= set(found.checks) for found in listed):
        return []
    wrong = trying.sources(called)
    made = [trying.mending(name) for name in wrong]
    if not all(made):
        return []
    follows = Repair(task, FOLLOWS, 0, {"task": wrong[0]})
    if any(one.task == task for name in wrong for one in followers(name, trying.found(name))):
        return [follows]
    found = trying.found(task, [change for changes in made for change in changes])
    others = " ".join(wrong)
    if found and found[0].listed:
        return [Repair(task, LISTED, 0, {KNOWN: found[0].listed, BESIDE: others})]
    if found and not found[0].changes:
        return [follows]
    alone = (one for one in chosen(compared, task, found) if one.together == 1)
    return [
        replace(one, words={**one.words, BESIDE: others})
        for one in alone
        if one.kind != SCALED and not {AGAIN, FACTOR} & set(one.words)
    ]


def followers(task: str, found: Sequence[Found]) -> list[Repair]:
    """Return which tasks fail only because they call this one."""
    return [Repair(other, FOLLOWS, 0, {"task": task}) for other in (found[0].follows if found else ())]


def memory(compared: Comparison, task: str, program: Program, run: Run) -> list[Repair]:
    """Return that a task keeps something between calls, where a call by itself is right."""
    first = first_check(compared, task)
    if first is None or compared.row[first].outcome is not Outcome.RETURNED:
        return []
    one = compared.checks[first]
    alone = run(program, [one.check.scenario]).row[0]
    return [Repair(task, MEMORY, 0)] if agree(alone, one.expected, one.check.bound) else []


def is_open(compared: Comparison, task: str) -> bool:
    """Tell whether a task fails by its numbers, and was written."""
    # Otherwise its numbers are right already, or nobody may tell them.
    failing = compared.failing_of(task)
    written = any(compared.row[index].outcome not in UNKNOWABLE for index in failing)
    return written and compared.has_wrong_numbers(task)


def called_by(compared: Comparison, task: str, source: Source) -> set[str]:
    """Return the other tasks that fail and that this one calls: nothing else need be wrong in it."""
    called = source.reached_from(task).names & set(compared.key.tasks)
    checks = [compared.checks[index].check for index in compared.failing_of(task)]
    # Which method of its own an expression calls is not seen in it.
    called |= {used for one in checks for used in (one.uses if "." in task else reaching(one))}
    return {used for used in called - {task} if compared.failing_of(used)}


def reaching(check: KeyCheck) -> tuple[str, ...]:
    """Return the tasks that a check itself may call, beside its own: by its text, or as given functions."""
    given = (one for value in check.scenario.args for one in (value if isinstance(value, list) else [value]))
    if any(isinstance(one, Function) for one in given):
        return check.uses
    if check.scenario.kind == "experiment":
        return tuple(task for task in check.uses if re.search(rf"\b{task}\b", check.scenario.text))
    return () if check.scenario.is_direct else check.uses
