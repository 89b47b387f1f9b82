"""Kinds of check for how a function works: its loops, calls and memory, what it leaves unchanged."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.pages.asked import Given, asked, refuse, split_words, texts
from grader.pages.check import Check


def leaves_unchanged(
    function: Any,
    *args: Any,
    names: Sequence[str],
    title: str,
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task and look whether the named arguments, arrays, tensors, lists, are what they were."""
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="unchanged",
        fields=texts(names),
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

    words, given = split_words(words)
    refuse(given, ())
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
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task and count its calls of the functions ``of``: as many as the reference's, which may be none.

    They are named as the program reaches them: ``"np.linalg.lstsq"``, ``"torch.autograd.grad"``,
    ``"torch.Tensor.backward"``, ``"sorted"``, or a function of the page.
    """
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="calls",
        fields=tuple(re.sub(r"^np\.", "numpy.", name) for name in texts(of)),
    )


def fits(
    function: Any,
    *args: Any,
    megabytes: float,
    title: str,
    inputs: Given = None,
    **rest: Any,
) -> Check:
    """Call a task and look whether it holds at most so much memory at a time, in millions of bytes.

    Counted is what Python and NumPy ask for during the call; torch's tensors are not.
    """
    return asked(
        function,
        args,
        rest,
        inputs,
        title=title,
        kind="fits",
        fields=(f"{megabytes:g}",),
    )
