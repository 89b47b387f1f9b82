"""Changes to which function is called: another one of its kind, another optimiser, another norm."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from grader.grading.repairs.changes.change import Change, call, last_name, renamed


def other_functions(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another way to put the samples together, or another function that is taken for this one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for other in OTHER_FUNCTIONS.get(node.value, ()):
            yield Change("reduction", node, ast.Constant(other), {"name": node.value})
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        for other in OTHER_FUNCTIONS.get(name, ()):
            yield Change("reduction", node, renamed(node, other), {"name": name})
        if name in OPTIMISERS:
            yield from with_momentum(node, name)
        if isinstance(node.func, ast.Name) and name in ("max", "min", "sum") and len(node.args) == 1:
            every = call("list", node.args[0])
            average = ast.BinOp(call("sum", every), ast.Div(), call("len", every))
            ends = (ast.Subscript(every, ast.Constant(place), ast.Load()) for place in (-1, 0))
            for instead in (average, *ends):
                yield Change("reduction", node, instead, {"name": name})


def handed_on(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another function in the place of one that a call is given by its name."""
    for given in node.args if isinstance(node, ast.Call) else ():
        name = last_name(given)
        for other in OTHER_FUNCTIONS.get(name, ()) if name not in names else ():
            instead: ast.expr = ast.Name(other, ast.Load())
            if isinstance(given, ast.Attribute):
                instead = ast.Attribute(given.value, other, ast.Load())
            yield Change("reduction", given, instead, {"name": name})


def norms(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another size of an array: its largest entry, the sum of all sizes, or a matrix's own norm."""
    if not isinstance(node, ast.Call) or last_name(node.func) != "norm" or len(node.args) != 1:
        return
    measured = node.args[0]
    for together in ("max", "sum"):
        size = ast.Call(ast.Attribute(call("abs", measured), together, ast.Load()), [], [])
        yield Change("reduction", node, size, {"name": "norm"})
    rest = [word for word in node.keywords if word.arg != "ord"]
    of_matrix = ast.Call(node.func, node.args, [*rest, ast.keyword("ord", ast.Constant(2))])
    if rest == node.keywords:
        yield Change("argument_missing", node, of_matrix, {"name": "norm"})
    for word in node.keywords:
        if word.arg == "ord":
            yield Change("argument", node, of_matrix, {"name": "norm", "written": word})


OTHER_FUNCTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sum": ("mean", "max"),
        "mean": ("sum", "median", "max"),
        "median": ("mean",),
        "max": ("mean", "sum", "min"),
        "min": ("max",),
        "argmax": ("argmin",),
        "argmin": ("argmax",),
        "any": ("all",),
        "all": ("any",),
        "floor": ("ceil",),
        "ceil": ("floor",),
        "maximum": ("minimum",),
        "minimum": ("maximum",),
        "log10": ("log",),
        "log2": ("log",),
        "log1p": ("log",),
        "exp2": ("exp",),
        "expm1": ("exp",),
        "cbrt": ("sqrt",),
        "prod": ("sum",),
        "sin": ("cos",),
        "cos": ("sin",),
        "zeros": ("ones",),
        "ones": ("zeros",),
        "zeros_like": ("ones_like",),
        "ones_like": ("zeros_like",),
        "abs": ("square",),
        "tanh": ("sigmoid", "relu"),
        "sigmoid": ("tanh", "relu"),
        "relu": ("sigmoid", "tanh"),
        "softmax": ("sigmoid", "log_softmax"),
        "log_softmax": ("softmax",),
        "L1Loss": ("MSELoss",),
        "l1_loss": ("mse_loss",),
        "huber_loss": ("mse_loss",),
        "smooth_l1_loss": ("mse_loss",),
        "HuberLoss": ("MSELoss",),
        "SmoothL1Loss": ("MSELoss",),
        "SGD": ("Adam",),
        "RMSprop": ("Adam", "SGD"),
        "Adagrad": ("Adam", "SGD"),
        "AdamW": ("Adam",),
        "Adam": ("SGD",),
        "var": ("std",),
        "std": ("var",),
        "neg_": ("zero_",),
        "add": ("sub",),
        "sub": ("add",),
        "add_": ("sub_",),
        "sub_": ("add_",),
        "dot": ("outer",),
        "outer": ("dot",),
    }
)
"""Functions that are taken for each other."""


OPTIMISERS = ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad")
"""Optimisers in whose place plain descent with momentum may belong."""


def with_momentum(node: ast.Call, name: str) -> Iterator[Change]:
    """Yield descent with momentum for another optimiser, or for descent without."""
    if not any(word.arg == "momentum" for word in node.keywords):
        plain = renamed(node, "SGD")
        assert isinstance(plain, ast.Call)
        momentum = ast.keyword("momentum", ast.Constant(0.9))
        other = ast.Call(plain.func, node.args, [*node.keywords, momentum])
        yield Change("reduction" if name != "SGD" else "argument_missing", node, other, {"name": name})


def others_of_the_file(
    functions: Mapping[str, int], node: ast.AST, names: tuple[str, ...]
) -> Iterator[Change]:
    """Yield another function of the file that takes as many arguments as the called one."""
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    for other, count in functions.items():
        if name in functions and other != name and count == functions[name]:
            assert isinstance(node, ast.Call)
            yield Change("reduction", node, renamed(node, other), {"name": name})
