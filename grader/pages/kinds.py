"""Kinds of check: what a page may ask of a student's function."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from grader.pages.asked import Given, asked, given_inputs, refuse, split_words, texts
from grader.pages.check import Check
from grader.pages.marks import names_of


def returns(
    function: Any,
    *args: Any,
    title: str,
    names: Sequence[str] = (),
    attributes: Sequence[str] = (),
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task and compare what it returns; ``names`` names the items of a returned sequence.

    Where the task returns an instance, ``attributes`` names those of its attributes that are compared.
    """
    return asked(
        function,
        args,
        rest,
        inputs,
        fields=texts(attributes),
        title=title,
        kind="returns",
        parts={"": texts(names)} if names else {},
    )


def raises(
    function: Any,
    *args: Any,
    error: type[Exception],
    says: Sequence[str] = (),
    title: str,
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task that should raise ``error``, with a text that holds the words ``says``, in any case.

    The exception is Python's own, or a class that the page gives to students.
    """
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="raises",
        of=error.__name__,
        fields=texts(says),
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
    words, given = split_words(words)
    refuse(given, ())
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
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task that returns one of the texts ``among``, and compare which, to the letter."""
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="chooses",
        fields=tuple(among),
    )


def gradients(
    function: Any,
    *args: Any,
    of: Any,
    wrt: str | Sequence[str],
    title: str,
    names: Sequence[str] = (),
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Compare a gradient; ``of`` is the page's loss and ``wrt`` the parameters it is differentiated in.

    Beside the gradient the program's own loss is differenced numerically (ungraded), so that the
    report can tell a wrong derivative from the right derivative of a wrong loss. ``of`` takes its
    arguments from the task's by their names.
    """
    if not callable(of):
        raise TypeError(f"of={of!r} is no function; write the name of a loss, without quotation marks")
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="gradients",
        parts={"": texts(names)} if names else {},
        of=of.__qualname__,
        of_args=tuple(inspect.signature(of).parameters),
        wrt=texts(wrt),
    )


def state_after(
    function: Any,
    *args: Any,
    names: Mapping[str, Sequence[str]],
    title: str,
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task for what it does to its arguments.

    ``names`` maps each argument to look at to the names of its items: ``{"params": ["w", "b"]}``. Of
    every tensor the value, ``.grad``, ``.requires_grad`` and ``.is_leaf`` are compared.
    """
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="state",
        parts={label: texts(items) for label, items in names.items()},
        fields=("value", "grad", "requires_grad", "is_leaf"),
    )


def trains_to(
    function: Any,
    *args: Any,
    names: Mapping[str, Sequence[str]],
    losses: str = "losses",
    title: str,
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a training function; compare the parameters it leaves behind and the losses it returns.

    The inputs set the initial parameters and their order, so that a training has one right result.
    """
    return asked(
        function,
        args,
        {"curve": losses, **rest},
        inputs,
        title=title,
        kind="state",
        parts={label: texts(items) for label, items in names.items()},
        fields=("value",),
        result=losses,
    )


def scenario(
    *tasks: Any, title: str, inputs: Given = None, **rest: Any
) -> Callable[[Callable[..., Any]], Check]:
    """Turn a function into a check: a small experiment on the student's program.

    The function gets the program as a namespace (``program.train``), a seeded generator and the inputs,
    and returns a dictionary of named arrays. It may use imports, the code given to students and arrays
    of the page; a task's body, a misconception or a helper below the fold is out of its reach.
    """
    words, given = split_words(rest)
    words.setdefault("uses", names_of(tasks[1:]))

    def build(function: Callable[..., Any]) -> Check:
        labels = tuple(inspect.signature(function).parameters)[2:]
        own, draw = given_inputs(given, inputs)
        refuse(own, labels)
        return Check(
            title=title,
            task=tasks[0].__qualname__,
            kind="experiment",
            labels=labels,
            inputs=own,
            draw=draw,
            experiment=function,
            **words,
        )

    return build
