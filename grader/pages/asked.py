"""What every kind of check understands: words of its own, and the task's inputs."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from grader.pages.check import Check
from grader.pages.inputs import Inputs
from grader.pages.marks import names_of

#
# Every kind takes the task, then its inputs by name (or by position), and these words:
#   title       what the student reads; one of a kind on a page
#   points      what it is worth, 1 by default
#   public      whether the student sees its numbers
#   inputs      a function of a generator that draws inputs which depend on each other, or a dictionary of
#               inputs by name, for parameters that are called like one of these words
#   uses        tasks, beside its own, whose mistakes reach this check
#   curve       the name of a returned list to plot, one value an epoch, beside the reference's
#   along, data for a fitted line: the inputs that give the curve's x-axis, and the points it should meet
#   tolerance   normally left out, because it is measured
#   note        why the check stands here although it catches no known mistake

Given = Inputs | Mapping[str, Any] | None
"""What ``inputs=`` takes."""


def asked(function: Any, args: Sequence[Any], rest: Mapping[str, Any], inputs: Given, **own: Any) -> Check:
    """Return a check of a task with its inputs bound; ``own`` are the words of its kind.

    Raises:
        TypeError: an input is missing, or something is neither an input nor a word of a check.
    """
    words, named = split_words(rest)
    given, draw = given_inputs(named, inputs)
    labels, bound = bind(function, args, given, draw)
    return Check(task=function.__qualname__, labels=labels, inputs=bound, draw=draw, **{**words, **own})


def given_inputs(named: Mapping[str, Any], inputs: Given) -> tuple[dict[str, Any], Inputs | None]:
    """Return the inputs that are given by name, in the call or in ``inputs=``, and what draws others.

    Raises:
        TypeError: ``inputs`` is neither a function nor a dictionary.
    """
    if isinstance(inputs, Mapping):
        return {**named, **inputs}, None
    if inputs is not None and not callable(inputs):
        raise TypeError("inputs= takes a function of a generator, or a dictionary of inputs by name")
    return dict(named), inputs


def texts(names: str | Sequence[str]) -> tuple[str, ...]:
    """Return names as they are given, one or several."""
    return (names,) if isinstance(names, str) else tuple(names)


WORDS = ("points", "public", "uses", "tolerance", "note", "curve", "along", "data")


def split_words(rest: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the words that every check understands from the inputs of the task."""
    words = {name: value for name, value in rest.items() if name in WORDS}
    if "uses" in words:
        words["uses"] = names_of(words["uses"])
    return words, {name: value for name, value in rest.items() if name not in WORDS}


def refuse(given: Mapping[str, Any], labels: Sequence[str]) -> None:
    """Raise TypeError for a word that is neither an input nor one of a check, with the nearest that is."""
    for name in given:
        if name not in labels:
            known = (*labels, *WORDS, "title", "inputs", "names")
            close = difflib.get_close_matches(name, known, 1)
            remedy = f"did you mean {close[0]!r}?" if close else f"inputs: {', '.join(labels) or 'none'}"
            raise TypeError(f"{name!r} is neither an input nor a word of a check; {remedy}")


def bind(
    function: Any, args: Sequence[Any], given: Mapping[str, Any], draw: Inputs | None
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Match inputs with the task's parameters, in its order; defaults fill what is not given."""
    signature = inspect.signature(function)
    if not any(one.kind is one.VAR_KEYWORD for one in signature.parameters.values()):
        refuse(given, tuple(signature.parameters))
    bound = signature.bind_partial(*args, **given)
    bound.apply_defaults()
    if draw is None:
        demand_inputs(signature, bound)
    return tuple(signature.parameters), dict(bound.arguments)


def demand_inputs(signature: inspect.Signature, bound: inspect.BoundArguments) -> None:
    """Raise TypeError where an input is missing; one that is called like a word has a way of its own."""
    missing = [name for name in signature.parameters if name not in bound.arguments]
    taken = next((name for name in missing if name in TAKEN), None)
    if taken is not None:
        raise TypeError(f"{taken}= is a word of checks; give the input as inputs={{{taken!r}: …}}")
    signature.bind(*bound.args, **bound.kwargs)


TAKEN = frozenset({*WORDS, "title", "inputs", "names", "attributes", "of", "wrt", "losses", "among"}) | {
    *("error", "says", "megabytes", "function"),
}
"""Words that no input can be given by; it is given in ``inputs=``."""
