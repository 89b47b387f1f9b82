"""Kinds of check: what a page may ask of a student's function."""

from __future__ import annotations

import difflib
import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.pages.check import Check
from grader.pages.inputs import Inputs
from grader.pages.marks import names_of

#
# Every kind takes the task, then its inputs by name (or by position), and these words:
#   title       what the student reads; one of a kind on a page
#   points      what it is worth, 1 by default
#   public      whether the student sees its numbers
#   inputs      a function of a generator that draws inputs which depend on each other
#   uses        tasks, beside its own, whose mistakes reach this check
#   curve       the name of a returned list to plot, one value an epoch, beside the reference's
#   along, data for a fitted line: the inputs that give the curve's x-axis, and the points it should meet
#   tolerance   normally left out, because it is measured
#   note        why the check stands here although it catches no known mistake


def returns(
    function: Any,
    *args: Any,
    title: str,
    names: Sequence[str] = (),
    attributes: Sequence[str] = (),
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task and compare what it returns; ``names`` names the items of a returned sequence.

    Where the task returns an instance, ``attributes`` names those of its attributes that are compared.
    """
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        fields=texts(attributes),
        title=title,
        task=function.__qualname__,
        kind="returns",
        labels=labels,
        inputs=bound,
        draw=inputs,
        parts={"": texts(names)} if names else {},
        **words,
    )


def leaves_unchanged(
    function: Any,
    *args: Any,
    names: Sequence[str],
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task and look whether the named arguments, arrays, tensors, lists, are what they were."""
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="unchanged",
        labels=labels,
        inputs=bound,
        draw=inputs,
        fields=texts(names),
        **words,
    )


def vectorised(
    function: Any,
    *,
    inputs: Callable[[np.random.Generator, int], Mapping[str, Any]],
    title: str,
    few: int = 5,
    many: int = 50,
    **words: Any,
) -> Check:
    """Call a task with few samples and with many: no loop of its own may go over them.

    ``inputs`` draws the task's arguments by name for so many samples. No line of the student's own text may
    run for each sample, or for every third of them; what NumPy or torch do inside does not count.
    """
    names = tuple(inspect.signature(function).parameters)

    def both(rng: np.random.Generator) -> Mapping[str, Any]:
        return {"few": dict(inputs(rng, few)), "many": dict(inputs(rng, many))}

    words, given = _split(words)
    _refuse(given, ())
    return Check(
        title=title,
        task=function.__qualname__,
        kind="vectorised",
        labels=("few", "many"),
        inputs={},
        draw=both,
        of_args=names,
        fields=(str(few), str(many)),
        **words,
    )


def calls(
    function: Any,
    *args: Any,
    of: Sequence[str],
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task and count its calls of the functions ``of``: as many as the reference's, which may be none.

    They are named as the program reaches them, by no abbreviation: ``"numpy.linalg.lstsq"``,
    ``"torch.autograd.grad"``, ``"torch.Tensor.backward"``, ``"sorted"``, or a function of the page.
    """
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="calls",
        labels=labels,
        inputs=bound,
        draw=inputs,
        fields=texts(of),
        **words,
    )


def fits(
    function: Any,
    *args: Any,
    megabytes: float,
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task and look whether it holds at most so much memory at a time, in millions of bytes.

    Counted is what Python and NumPy ask for during the call; torch's tensors are not.
    """
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="fits",
        labels=labels,
        inputs=bound,
        draw=inputs,
        fields=(f"{megabytes:g}",),
        **words,
    )


def raises(
    function: Any,
    *args: Any,
    error: type[Exception],
    says: Sequence[str] = (),
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task that should raise ``error``, with a text that holds the words ``says``, in any case.

    The exception is Python's own, or a class that the page gives to students.
    """
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="raises",
        labels=labels,
        inputs=bound,
        draw=inputs,
        of=error.__name__,
        fields=texts(says),
        **words,
    )


def predict(function: Any, *, within: float, title: str, public: bool = True, **words: Any) -> Check:
    """Compare a number that is to be worked out before anything runs; the task takes no arguments.

    An answer counts as right up to ``within`` from the reference's, and as wrong from twice that on. Keys
    hold it sealed (``grader.numbers.sealed``), and no report, stub or notebook shows it.
    """
    if inspect.signature(function).parameters:
        raise TypeError(f"{function.__qualname__} takes arguments; a prediction is a task without any")
    if not 0 < within < math.inf:
        raise TypeError(f"within={within!r} is no distance; give a number above 0, such as 0.01")
    words, given = _split(words)
    _refuse(given, ())
    return Check(
        title=title,
        task=function.__qualname__,
        kind="predict",
        labels=(),
        inputs={},
        public=public,
        within=float(within),
        **words,
    )


def chooses(
    function: Any,
    *args: Any,
    among: Sequence[str],
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task that returns one of the texts ``among``, and compare which, to the letter."""
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="chooses",
        labels=labels,
        inputs=bound,
        draw=inputs,
        fields=tuple(among),
        **words,
    )


def gradients(
    function: Any,
    *args: Any,
    of: Any,
    wrt: str | Sequence[str],
    title: str,
    names: Sequence[str] = (),
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Compare a gradient; ``of`` is the page's loss and ``wrt`` the parameters it is differentiated in.

    Beside the gradient the program's own loss is differenced numerically (ungraded), so that the
    report can tell a wrong derivative from the right derivative of a wrong loss. ``of`` takes its
    arguments from the task's by their names.
    """
    if not callable(of):
        raise TypeError(f"of={of!r} is no function; write the name of a loss, without quotation marks")
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="gradients",
        labels=labels,
        inputs=bound,
        draw=inputs,
        parts={"": texts(names)} if names else {},
        of=of.__qualname__,
        of_args=tuple(inspect.signature(of).parameters),
        wrt=texts(wrt),
        **words,
    )


def state_after(
    function: Any,
    *args: Any,
    names: Mapping[str, Sequence[str]],
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a task for what it does to its arguments.

    ``names`` maps each argument to look at to the names of its items: ``{"params": ["w", "b"]}``. Of
    every tensor the value, ``.grad``, ``.requires_grad`` and ``.is_leaf`` are compared.
    """
    words, given = _split(rest)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="state",
        labels=labels,
        inputs=bound,
        draw=inputs,
        parts={label: texts(items) for label, items in names.items()},
        fields=("value", "grad", "requires_grad", "is_leaf"),
        **words,
    )


def trains_to(
    function: Any,
    *args: Any,
    names: Mapping[str, Sequence[str]],
    losses: str = "losses",
    title: str,
    inputs: Inputs | None = None,
    **rest: Any,
) -> Check:
    """Call a training function; compare the parameters it leaves behind and the losses it returns.

    The inputs set the initial parameters and their order, so that a training has one right result.
    """
    words, given = _split(rest)
    words.setdefault("curve", losses)
    labels, bound = _bind(function, args, given, inputs)
    return Check(
        title=title,
        task=function.__qualname__,
        kind="state",
        labels=labels,
        inputs=bound,
        draw=inputs,
        parts={label: texts(items) for label, items in names.items()},
        fields=("value",),
        result=losses,
        **words,
    )


def scenario(
    *tasks: Any, title: str, inputs: Inputs | None = None, **rest: Any
) -> Callable[[Callable[..., Any]], Check]:
    """Turn a function into a check: a small experiment on the student's program.

    The function gets the program as a namespace (``program.train``), a seeded generator and the inputs,
    and returns a dictionary of named arrays. It may use imports, the code given to students and arrays
    of the page; a task's body, a misconception or a helper below the fold is out of its reach.
    """
    words, given = _split(rest)
    words.setdefault("uses", names_of(tasks[1:]))

    def build(function: Callable[..., Any]) -> Check:
        labels = tuple(inspect.signature(function).parameters)[2:]
        _refuse(given, labels)
        return Check(
            title=title,
            task=tasks[0].__qualname__,
            kind="experiment",
            labels=labels,
            inputs=given,
            draw=inputs,
            experiment=function,
            **words,
        )

    return build


def texts(names: str | Sequence[str]) -> tuple[str, ...]:
    """Return names as they are given, one or several."""
    return (names,) if isinstance(names, str) else tuple(names)


WORDS = ("points", "public", "uses", "tolerance", "note", "curve", "along", "data")


def _split(rest: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the words that every check understands from the inputs of the task."""
    words = {name: value for name, value in rest.items() if name in WORDS}
    if "uses" in words:
        words["uses"] = names_of(words["uses"])
    return words, {name: value for name, value in rest.items() if name not in WORDS}


def _refuse(given: Mapping[str, Any], labels: Sequence[str]) -> None:
    """Raise TypeError for a word that is neither an input nor one of a check, with the nearest that is."""
    for name in given:
        if name not in labels:
            known = (*labels, *WORDS, "title", "inputs", "names")
            close = difflib.get_close_matches(name, known, 1)
            remedy = f"did you mean {close[0]!r}?" if close else f"inputs: {', '.join(labels) or 'none'}"
            raise TypeError(f"{name!r} is neither an input nor a word of a check; {remedy}")


def _bind(
    function: Any, args: Sequence[Any], given: Mapping[str, Any], inputs: Inputs | None
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Match inputs with the task's parameters, in its order; defaults fill what is not given."""
    if inputs is not None and not callable(inputs):
        raise TypeError("inputs= takes a function of a generator; write inputs by their own names")
    signature = inspect.signature(function)
    if not any(one.kind is one.VAR_KEYWORD for one in signature.parameters.values()):
        _refuse(given, tuple(signature.parameters))
    bound = signature.bind_partial(*args, **given)
    bound.apply_defaults()
    if inputs is None:
        signature.bind(*bound.args, **bound.kwargs)
    return tuple(signature.parameters), dict(bound.arguments)
