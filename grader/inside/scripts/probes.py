"""Guess the loss of a script whose rounds show none, by the functions that it has."""

from __future__ import annotations

import ast
import contextlib
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from grader.inside.scripts.rewriting import instrument
from grader.inside.scripts.rewriting.syntax import FUNCTIONS, is_loss_name
from grader.inside.scripts.state.rounds import Names


def probe_functions(tree: ast.Module, place: int) -> dict[str, Any]:
    """Return compiled expressions that may give the loss where the round itself shows none."""
    made = {}
    for text in instrument.probe_texts(tree, place)[:6]:
        with contextlib.suppress(SyntaxError):
            made[f"probe:{text}"] = compile(text, "probe", "eval")
    return made


def asked_for(scope: Names, bound: Collection[str]) -> dict[str, Callable[[Any], Any]]:
    """Return the script's loss functions, called with what their parameters' names stand for.

    A function called f counts where all that it takes is moved by the loop: it is what is made small.
    """
    made: dict[str, Callable[[Any], Any]] = {}
    for name, function in scope.names().items():
        if isinstance(function, types.FunctionType) and (is_loss_name(name) or name in FUNCTIONS):
            code = function.__code__
            wanted = code.co_varnames[: code.co_argcount - len(function.__defaults__ or ())]
            known = scope.names() if is_loss_name(name) else bound
            if wanted and set(wanted) <= set(known):
                made[f"asked:{name}({', '.join(wanted)})"] = by_names(scope, name, wanted)
    return made


def by_names(scope: Names, name: str, wanted: Sequence[str]) -> Callable[[Any], Any]:
    """Return a function of the script, called with what names stand for."""

    def call(item: Any) -> Any:
        names = scope.names()
        return names[name](*(names[one] for one in wanted))

    return call


def loss_of(scope: Names, name: str) -> Callable[[Any], Any]:
    """Return a function of the script as a loss of an item."""
    return lambda item: scope.names()[name](*item)


def squared_error_of(scope: Names, name: str) -> Callable[[Any], Any]:
    """Return the squared error of a prediction by a function of the script."""
    return lambda item: (scope.names()[name](item[0]) - item[1]) ** 2


def bound_probes(
    codes: Mapping[str, Any], scope: Names, bound: Collection[str]
) -> dict[str, Callable[[Any], Any]]:
    """Return the probes as functions of a loop's item, with guesses by usual names behind them."""

    def of(code: Any) -> Callable[[Any], Any]:
        return lambda item: eval(code, dict(scope.names()))

    made = {**asked_for(scope, bound), **{label: of(code) for label, code in codes.items()}}
    names = scope.names()
    for name in ("loss", "cost", "compute_loss", "loss_fn", "loss_function", "error", "mse"):
        if isinstance(names.get(name), types.FunctionType):
            made[f"probe:{name}(item)"] = loss_of(scope, name)
    for name in ("forward", "predict", "model", "f"):
        if isinstance(names.get(name), types.FunctionType):
            made[f"assumed:({name}(x) - y)**2"] = squared_error_of(scope, name)
    return made
