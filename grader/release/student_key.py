"""Keep of an answer key what a student may take home: the public checks, and the mistakes they show."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import replace

from grader.grading.comparison import hold_known
from grader.grading.diagnose import diagnose
from grader.inside.observation import INTERMEDIATE, Error, Observation, Scenario, is_slope
from grader.keys.key import AnswerKey, KeyCheck, Known, Row
from grader.numbers.equivalence import print_of
from grader.numbers.sealed import Sealed

# Every record is built anew from the fields named here. What is not named stays behind, a field that
# somebody adds later included.


def public_part(key: AnswerKey) -> AnswerKey:
    """Return the part of a key that may be handed out.

    It holds the public checks and, on these alone, the rows of the reference and of those misconceptions
    that they tell from all others. Nothing tells how many checks were left out, or which.
    """
    whole = narrowed(key)
    named = nameable(whole)
    return narrowed(key, tuple(known for known in key.misconceptions if known.id in named))


def nameable(public: AnswerKey) -> frozenset[str]:
    """Return the misconceptions that a narrowed key recognises by their own rows."""
    return frozenset(
        known.id
        for known in public.misconceptions
        if [found.id for found in diagnose(hold_known(public, known.row))] == [known.id]
    )


def named_in_public(key: AnswerKey) -> frozenset[str]:
    """Return the misconceptions of a whole key that its public checks alone tell from all others."""
    return nameable(narrowed(key))


def narrowed(key: AnswerKey, misconceptions: Sequence[Known] | None = None) -> AnswerKey:
    """Return a key with its public checks only, and with these misconceptions (all by default)."""
    places = tuple(place for place, check in enumerate(key.checks) if check.public)
    shown = tuple(key.checks[place] for place in places)
    kept = key.misconceptions if misconceptions is None else misconceptions
    rows = [key.reference, *(known.row for known in kept)]
    return AnswerKey(
        id=key.id,
        title=key.title,
        story=key.story,
        tasks=key.tasks,
        allows_torch=key.allows_torch,
        checks=tuple(
            check_of(check, {other.id for other in shown}, [row[place] for row in rows])
            for place, check in zip(places, shown, strict=True)
        ),
        reference=row_of(key.reference, places),
        alternatives=(),
        misconceptions=tuple(known_of(known, key, places) for known in kept),
        mutants=(),
        seed=0,
        digest=key.digest,
        environment=key.environment,
        public_only=True,
    )


def check_of(check: KeyCheck, shown: set[str], rows: Iterable[Observation]) -> KeyCheck:
    """Return a public check with what known programs give; for one that is left out it waits no longer."""
    return KeyCheck(
        id=check.id,
        title=check.title,
        task=check.task,
        uses=check.uses,
        points=check.points,
        public=True,
        scenario=scenario_of(check.scenario),
        bound=check.bound,
        prerequisite=check.prerequisite if check.prerequisite in shown else "",
        curve=check.curve,
        along=check.along,
        data=check.data,
        call=check.call,
        sealed=seal_of(check.sealed, rows),
    )


def seal_of(sealed: Sealed | None, rows: Iterable[Observation]) -> Sealed | None:
    """Return a seal that knows the programs of these rows only."""
    if sealed is None:
        return None
    marks = {float(array) for seen in rows for array in seen.values.values() if array.ndim == 0}
    return Sealed(
        salt=sealed.salt,
        width=sealed.width,
        known={digest: mark for digest, mark in sealed.known.items() if mark in marks},
    )


def scenario_of(asked: Scenario) -> Scenario:
    """Return a scenario without its author's words, and without a seed that nothing draws with."""
    return Scenario(
        kind=asked.kind,
        task=asked.task,
        args=asked.args,
        labels=asked.labels,
        parts=asked.parts,
        result=asked.result,
        fields=asked.fields,
        of=asked.of,
        of_args=asked.of_args,
        wrt=asked.wrt,
        text=code_of(asked.text),
        seed=asked.seed if asked.text else 0,
        names=asked.names,
        intermediates=asked.intermediates,
    )


def code_of(text: str) -> str:
    """Return Python text without comments and docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module) and has_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree) + "\n" if text else ""


def has_docstring(node: ast.FunctionDef | ast.ClassDef | ast.Module) -> bool:
    """Tell whether a body begins with a text."""
    return ast.get_docstring(node, clean=False) is not None


def known_of(known: Known, key: AnswerKey, places: Sequence[int]) -> Known:
    """Return a misconception as the public checks show it.

    A helper that students do not see stays unnamed: the task in which it shows stands for it.
    """
    shown = [key.checks[place] for place in places]
    changed = tuple(check.id for check in shown if check.id in known.changed)
    tasks = tuple(target for target in known.targets if target in key.tasks)
    return Known(
        id=known.id,
        title=known.title,
        message=known.message,
        hints=known.hints,
        targets=tasks or tuple(check.task for check in shown if check.id in changed[:1]),
        row=tuple(map(without_intermediates, row_of(known.row, places))),
        changed=changed,
    )


def row_of(row: Row, places: Sequence[int]) -> Row:
    """Return a row on some checks: outcomes, graded numbers, of an exception its type and a mark."""
    return tuple(bare(row[place]) for place in places)


def without_intermediates(seen: Observation) -> Observation:
    """Return an observation without the variables that are compared with the reference's alone."""
    values = {name: array for name, array in seen.values.items() if not name.startswith(INTERMEDIATE)}
    return replace(seen, values=values)


def bare(seen: Observation) -> Observation:
    """Return an observation without a word of the program that was observed."""
    return Observation(
        outcome=seen.outcome,
        values={name: array for name, array in seen.values.items() if not is_slope(name)},
        kinds=seen.kinds,
        error=seen.error and Error(seen.error.kind, print_of(seen.error.text), source=seen.error.source),
    )
