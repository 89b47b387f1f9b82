"""Faults of a check's words: names that are none, names in another order than the values they name."""

from __future__ import annotations

import ast
import builtins
import difflib
import re
import sys
from collections.abc import Collection, Iterator

import numpy as np

from grader.inside.observation import Observation, is_slope
from grader.pages.check import Check
from grader.prove.evidence.proof import Evidence, Fault


def unknown_words(evidence: Evidence) -> Iterator[Fault]:
    """Report a word of a check that names nothing: an input, a task, a value, a parameter of the loss."""
    for place, check in enumerate(evidence.exercise.checks):
        for word, name, known in named(evidence, place):
            if name not in known:
                message = (
                    f"in the check {check.title!r} {word} names {name!r}, which is none{nearest(name, known)}"
                )
                yield Fault("words", evidence.line_of_check(place), message)


def named(evidence: Evidence, place: int) -> Iterator[tuple[str, str, Collection[str]]]:
    """Yield every name that a check gives, the word that gives it, and the names that there are."""
    check, seen = evidence.exercise.checks[place], evidence.key.reference[place]
    tasks, labels = list(evidence.source.tasks), check.labels
    yield from (("uses=", name, tasks) for name in check.uses)
    yield from (("wrt=", name, check.of_args) for name in check.wrt)
    yield from (("along=", name, labels) for name in (check.along,) if name)
    yield from (("data=", name, labels) for name in (check.data,) if name)
    yield from (("curve=", name, values(seen)) for name in (check.curve,) if name)
    if check.kind == "calls":
        yield from (("of=", name, callables(evidence, name)) for name in check.fields)
    if check.draw is not None:
        drawn = check.draw(np.random.default_rng(evidence.key.seed))
        yield from (("inputs=", name, labels) for name in drawn)
    for label, names in check.parts.items():
        yield from (("names=", label, labels) for _ in names[:1] if label)
        yield from (("names=", name, values(seen)) for name in names)


def callables(evidence: Evidence, name: str) -> Collection[str]:
    """Return the name itself where it leads to a function, as a program reaches it; else the page's tasks."""
    first, *rest = name.split(".")
    found = (
        sys.modules.get(first) if rest else evidence.exercise.constants.get(first, vars(builtins).get(first))
    )
    for part in rest:
        found = getattr(found, part, None)
    return [name] if callable(found) else list(evidence.source.tasks)


def values(seen: Observation) -> list[str]:
    """Return the names under which an observation holds something, without the parts behind a dot."""
    names = (name for name in (*seen.values, *seen.kinds) if name and not is_slope(name))
    return sorted({re.split(r"[.\[]", name)[0] for name in names})


def nearest(name: str, known: Collection[str]) -> str:
    """Return what to say of the nearest name, or of all where none is near."""
    close = difflib.get_close_matches(name, known, 1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; there are: {', '.join(map(str, known)) or 'none'}"


# ---- hints --------------------------------------------------------------------------------------


def misspelt_hints(evidence: Evidence) -> Iterator[Fault]:
    """Report a paragraph that was meant as a hint and does not begin with ``Hint:``."""
    for variant in evidence.exercise.misconceptions:
        text = "\n".join(evidence.exercise.constants[variant.id].text.splitlines())
        for begin in re.findall(r"^\s*(\w+\s*[:.])\s", text, re.MULTILINE):
            word = begin.rstrip(":. ")
            if begin != "Hint:" and difflib.SequenceMatcher(None, word.lower(), "hint").ratio() >= 0.75:
                message = (
                    f"the misconception {variant.id} has a paragraph that begins with {begin!r}; write Hint:"
                )
                yield Fault("words", evidence.line_of(variant.id), message)


# ---- the order of names --------------------------------------------------------------------------


def exchanged_names(evidence: Evidence) -> Iterator[Fault]:
    """Report names of a gradient's parts that stand in another order than the parameters."""
    orders: dict[str, tuple[str, ...]] = {}
    for place, check in enumerate(evidence.exercise.checks):
        names = check.parts.get("", ())
        message = disorder(check, names) or exchanged(evidence.source.tasks[check.task], names)
        earlier = orders.setdefault(check.task, names) if names else names
        if not message and names != earlier and sorted(names) == sorted(earlier):
            message = (
                f"names its parts {listed(names)}, and an earlier check of {check.task} {listed(earlier)}"
            )
        if message:
            yield Fault(
                "order",
                evidence.line_of_check(place),
                f"the check {check.title!r} {message}; give each part the name of its own place",
            )


def disorder(check: Check, names: tuple[str, ...]) -> str:
    """Say where a gradient's names do not fit the parameters; empty where they do."""
    # A single parameter may be a list of all weights, whose slopes have names of their own.
    if check.kind != "gradients" or not names or len(check.wrt) < 2:
        return ""
    if len(names) != len(check.wrt):
        return f"has names for {len(names)} parts, and wrt= has {len(check.wrt)} parameters"
    for place, name in enumerate(names):
        meant = [other for other, wrt in enumerate(check.wrt) if wrt in stems(name)]
        if meant and place not in meant:
            return f"calls the slope in {check.wrt[place]} {name!r}"
    if len(set(names)) < len(names):
        return f"gives one name twice: {listed(names)}"
    return ""


def exchanged(task: ast.FunctionDef, names: tuple[str, ...]) -> str:
    """Say which variable a task returns under the name of another one; empty where it does not."""
    for node in ast.walk(task):
        if not isinstance(node, ast.Return) or not isinstance(node.value, ast.Tuple):
            continue
        returned = [ast.unparse(item) for item in node.value.elts]
        for given, own in zip(names, returned, strict=False):
            if len(names) == len(returned) and given != own and own in names:
                return f"calls the returned {own} {given!r}"
    return ""


def stems(name: str) -> set[str]:
    """Return the parameters that a slope's name may mean: ``dw`` and ``w_grad`` mean ``w``."""
    return {
        name,
        re.sub(r"^(?:d[lL]_?(?:over_)?d|d_?|grad_?(?:of_)?|slope_?(?:of_)?)", "", name),
        re.sub(r"_(?:grad|slope|gradient)$", "", name),
    }


def listed(names: tuple[str, ...]) -> str:
    """Return names as a list in a sentence."""
    return ", ".join(names)
