"""Watch the mutants that follow from a page's right definitions, and keep those that tell something."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

import numpy as np

from grader.inside.observation import NUMERIC, Observation, Outcome, Program, Scenario
from grader.keys.key import Mutant, Row
from grader.keys.making.mutation.mutations import PROCEDURE, source_mutants
from grader.keys.making.mutation.tree import SourceMutant, body_of
from grader.numbers.compare import SMALLEST, Bound
from grader.pages import slices
from grader.pages.page import Exercise

MUTANT = "mutant_"
"""What the names of the functions begin with that are mutants."""

MUTANTS_AT_MOST = 600
"""Mutants of one definition that are watched; a longer function has more than are worth knowing."""


CHECKS_AT_MOST = 4
"""Checks of its task on which a mutant is watched."""

IN_FORMULAS = frozenset(
    ("abs", "cos", "dot", "exp", "log", "maximum", "mean", "minimum", "outer", "sin", "sqrt", "sum", "tanh")
)
"""Functions that stand in a formula under these names, whoever writes it."""

PLAINER: Mapping[str, str] = MappingProxyType(
    {
        "other_name": "other_quantity",
        "fixed_number": "other_quantity",
        "function_missing": "statement_missing",
        "function_twice": "step_twice",
        "arguments_exchanged": "other_quantity",
    }
)
"""The sentence for a mutant whose own sentence would name what stands in the solution only."""


@dataclass(frozen=True)
class Base:
    """A right program, the task it defines, and the name under which its definition stands."""

    task: str
    name: str
    program: Program


@dataclass(frozen=True)
class Watched:
    """A mutant with what it gives on its task's checks, its number, and the program that holds it."""

    mutant: Mutant
    number: int
    program: Program


def bases(exercise: Exercise) -> Iterator[Base]:
    """Yield the right definitions of every task: the reference's, then the alternatives'."""
    for task in exercise.tasks:
        yield Base(task, task, exercise.reference)
    for variant in exercise.alternatives:
        if len(variant.targets) == 1 and variant.targets[0] in exercise.tasks:
            yield Base(variant.targets[0], variant.id, variant.program)


def program(base: Base, shown: Collection[str]) -> tuple[Program, list[SourceMutant]]:
    """Return one program that holds all mutants of a base, as functions ``mutant_0``, ``mutant_1`` and so on.

    ``shown`` are the names that students know; no mutant's words hold another one.
    """
    function = definition(base)
    if function is None:
        return base.program, []
    entries = None if base.name == base.task else PROCEDURE
    found = list(islice(unlike(source_mutants(function, entries)), MUTANTS_AT_MOST))
    sayable = {*shown, *IN_FORMULAS, *(argument.arg for argument in function.args.args)}
    return holding(base, found), [said_plainly(mutant, sayable) for mutant in found]


def holding(base: Base, found: Sequence[SourceMutant]) -> Program:
    """Return the program of a base with mutants of it, as functions ``mutant_0``, ``mutant_1`` and so on."""
    texts = [
        mutant.text.replace(f"def {base.name}(", f"def {MUTANT}{place}(", 1)
        for place, mutant in enumerate(found)
    ]
    return replace(base.program, text="\n".join([base.program.text, *texts]) + "\n")


REBOUND = """
import types as kinds_of_things

def program_with(task, mutant):
    space = dict(globals())
    for name, thing in list(space.items()):
        if isinstance(thing, kinds_of_things.FunctionType) and thing.__globals__ is globals():
            space[name] = kinds_of_things.FunctionType(
                thing.__code__, space, name, thing.__defaults__, thing.__closure__
            )
    space[task] = space[mutant]
    return kinds_of_things.SimpleNamespace(**space)

"""
"""What makes a program anew in which a mutant stands in its task's place, for those that call the task."""


def in_place(program: Program, task: str, numbers: Iterable[int]) -> Program:
    """Return a program of mutants with ``after_0``…: all of the page, that mutant in the task's place."""
    lines = (f'after_{number} = program_with("{task}", "{MUTANT}{number}")' for number in numbers)
    return replace(program, text="\n".join([program.text, REBOUND, *lines]) + "\n")


def unlike(found: Iterable[SourceMutant]) -> Iterator[SourceMutant]:
    """Yield each changed text once, under the first sentence that leads to it."""
    texts: set[str] = set()
    for mutant in found:
        if mutant.text not in texts:
            texts.add(mutant.text)
            yield mutant


def said_plainly(mutant: SourceMutant, sayable: Collection[str]) -> SourceMutant:
    """Return a mutant that names nothing but what its reader knows."""
    if set(mutant.words.values()) <= set(sayable):
        return mutant
    return replace(mutant, sentence=PLAINER[mutant.sentence], words={})


def shown_names(exercise: Exercise) -> frozenset[str]:
    """Return the names that a page shows to students: its given code and its tasks."""
    source = exercise.source
    given = (slices.bound_names(node) for node in source.tree.body if source.given(node))
    return frozenset(exercise.tasks).union(*given)


def definition(base: Base) -> ast.FunctionDef | None:
    """Return the syntax tree of a base's definition, its docstring left out.

    None for a method, whose mutants nobody could call.
    """
    for node in ast.parse(base.program.text).body:
        if isinstance(node, ast.FunctionDef) and node.name == base.name:
            node.body = body_of(node) or [ast.Pass()]
            return node
    return None


def asked(exercise: Exercise, scenarios: Sequence[Scenario], task: str) -> dict[int, Scenario]:
    """Return the first few checks of a task, by place: the simple ones, which tell the mutants apart."""
    own = (place for place, check in enumerate(exercise.checks) if check.task == task)
    places = [place for place in own if not exercise.checks[place].within]
    return {place: scenarios[place] for place in places[:CHECKS_AT_MOST]}


def reached(exercise: Exercise, scenarios: Sequence[Scenario], task: str) -> dict[int, Scenario]:
    """Return the checks of other tasks that a mistake in a task reaches, by place."""
    return {
        place: scenarios[place]
        for place, check in enumerate(exercise.checks)
        if task in check.uses and check.task != task and not check.within
    }


def call_mutant(scenario: Scenario, task: str, number: int) -> Scenario:
    """Return the scenario on a mutant in place of the task; its loss need not be differenced again."""
    kind = "returns" if scenario.kind == "gradients" else scenario.kind
    return replace(scenario, kind=kind, names={task: f"{MUTANT}{number}"}, intermediates=())


def call_after(scenario: Scenario, tasks: Iterable[str], number: int) -> Scenario:
    """Return the scenario on the page with a mutant in its task's place."""
    kind = "returns" if scenario.kind == "gradients" else scenario.kind
    names = {task: f"after_{number}.{task}" for task in tasks}
    return replace(scenario, kind=kind, names=names, intermediates=())


def telling(
    watched: Sequence[Watched],
    reference: Row,
    known: Mapping[str, Sequence[Row]],
    bounds: Mapping[str, Bound],
) -> tuple[Watched, ...]:
    """Keep the mutants with finite numbers of their own, which neither reference nor misconception gives.

    ``known`` holds the rows of the misconceptions of each task, ``bounds`` every check's by its id, in the
    order of the rows. Of several mutants that give the same numbers the first is kept: they stand
    in order of likelihood.
    """
    seen: set[tuple[str, str]] = set()
    for task, ids in {one.task: list(one.seen) for one in (each.mutant for each in watched)}.items():
        for row in (reference, *known.get(task, ())):
            named = dict(zip(bounds, row, strict=True))
            seen.add((task, fingerprint({id: named[id] for id in ids}, bounds)))
    kept = []
    for one in watched:
        mark = fingerprint(one.mutant.seen, bounds)
        if mark and (one.mutant.task, mark) not in seen:
            seen.add((one.mutant.task, mark))
            kept.append(one)
    return tuple(kept)


def fingerprint(row: Mapping[str, Observation], bounds: Mapping[str, Bound]) -> str:
    """Return the numbers of some checks, by id, rounded to what grading can tell apart.

    Empty where a call gave none, or none that is finite: such a row says too little to recognise anything by.
    """
    parts = []
    finite = False
    for id, observation in row.items():
        if observation.outcome is not Outcome.RETURNED:
            return ""
        for name, array in observation.values.items():
            if name.startswith(NUMERIC):
                continue
            if array.dtype.kind == "c" or array.size > 1000:
                return ""
            numbers = array.astype(float)
            finite = finite or bool(np.isfinite(numbers).all())
            step = 1e-7 * max(bounds[id].scales.get(name, 0.0), SMALLEST)
            with np.errstate(over="ignore", invalid="ignore"):
                rounded = np.round(numbers / step) + 0.0  # adding 0 turns a rounded -0 into 0
            parts.append(f"{id} {name} {array.shape} {rounded.tolist()}")
    return "\n".join(parts) if finite else ""
