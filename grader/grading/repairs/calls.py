"""Changes to calls: another function, another axis, one call, argument or transpose more or less."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from grader.grading.repairs.change import Change, call, last_name, only_argument, renamed, times


def calls(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a call left out, a star before a bracket, or arguments exchanged."""
    if not isinstance(node, ast.Call):
        return
    name = last_name(node.func)
    if len(node.args) == 1 and is_number(node.func, names):
        yield Change("star_missing", node, times(node.func, node.args[0]), {"written": node})
    inner = only_argument(node)
    if inner is not None and name not in ("len", "range", "list", "enumerate"):
        yield Change("call", node, inner, {"name": name})
    if inner is None and node.args:
        for whole in [node.args[0], *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]:
            yield Change("call", node, whole, {"name": name})
    if len(node.args) == 2 and not node.keywords:
        yield Change("arguments", node, ast.Call(node.func, node.args[::-1], []), {"name": name})


def is_number(function: ast.expr, names: tuple[str, ...]) -> bool:
    """Tell whether what is called is a number, as x in x(1 - x)."""
    if isinstance(function, ast.Name):
        return function.id in names
    return isinstance(function, ast.BinOp | ast.Constant | ast.Subscript)


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


def products(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a product by a function taken entry by entry, or without one of its two factors."""
    if isinstance(node, ast.Call) and len(node.args) == 2 and last_name(node.func) in PRODUCTS:
        name = last_name(node.func)
        product = ast.BinOp(node.args[0], ast.Mult(), node.args[1])
        yield Change("operator", node, product, {"written": name})
        for kept, dropped in (node.args, node.args[::-1]):
            total = ast.Call(ast.Attribute(kept, "sum", ast.Load()), [], [])
            yield Change("operand", node, total, {"name": name, "written": dropped})


PRODUCTS = ("dot", "outer", "matmul", "inner")


def surplus(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a call without one of its arguments, where it can do without."""
    if not isinstance(node, ast.Call):
        return
    name = last_name(node.func)
    for place, argument in enumerate(node.args):
        if len(node.args) > 1 or isinstance(node.func, ast.Attribute):
            args = [*node.args[:place], *node.args[place + 1 :]]
            called = ast.Call(node.func, args, node.keywords)
            yield Change("argument", node, called, {"name": name, "written": argument})
    for place, word in enumerate(node.keywords):
        if word.arg not in ("axis", "dim"):
            rest = [*node.keywords[:place], *node.keywords[place + 1 :]]
            called = ast.Call(node.func, node.args, rest)
            yield Change("argument", node, called, {"name": name, "written": word})


def shapes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a transpose more or less."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield Change("transpose", node, node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        for left, right in ((turned(node.left), node.right), (node.left, turned(node.right))):
            yield Change("transpose", node, ast.BinOp(left, node.op, right))
    if isinstance(node, ast.Call) and last_name(node.func) in PRODUCTS and len(node.args) == 2:
        first, second = node.args
        for pair in ([turned(first), second], [first, turned(second)]):
            yield Change("transpose", node, ast.Call(node.func, pair, []))


def turned(node: ast.expr) -> ast.expr:
    """Return the transpose of an expression."""
    return ast.Attribute(node, "T", ast.Load())


def axes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another axis, or none."""
    for place, word in enumerate(node.keywords) if isinstance(node, ast.Call) else ():
        if isinstance(node, ast.Call) and word.arg in ("axis", "dim"):
            rest = [*node.keywords[:place], *node.keywords[place + 1 :]]
            written = {"written": word}
            yield Change("axis", node, ast.Call(node.func, node.args, rest), written)
            for axis in (0, 1):
                changed = [*rest, ast.keyword(word.arg, ast.Constant(axis))]
                yield Change("axis", node, ast.Call(node.func, node.args, changed), written)


def missing_axes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield an axis where none is named."""
    if not isinstance(node, ast.Call) or last_name(node.func) not in OVER_AN_AXIS:
        return
    if not any(word.arg in ("axis", "dim") for word in node.keywords):
        for axis in (0, 1):
            for more in ([], [ast.keyword("keepdims", ast.Constant(True))]):
                words = [*node.keywords, ast.keyword("axis", ast.Constant(axis)), *more]
                changed = ast.Call(node.func, node.args, words)
                yield Change("axis_missing", node, changed, {"name": last_name(node.func)})


def spreads(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a variance or a spread that divides by one less, in NumPy's words, or by one more, in torch's."""
    if isinstance(node, ast.Call) and last_name(node.func) in ("var", "std"):
        for kind, word, value in (("biased", "ddof", 1), ("unbiased", "unbiased", False)):
            words = [*node.keywords, ast.keyword(word, ast.Constant(value))]
            yield Change(kind, node, ast.Call(node.func, node.args, words), {"name": last_name(node.func)})


def masks(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield, for a bend of what comes back, a mask by what went forward."""
    if isinstance(node, ast.Call) and last_name(node.func) in BENDS and node.args:
        for name in names:
            mask = ast.Compare(ast.Name(name, ast.Load()), [ast.Gt()], [ast.Constant(0)])
            yield Change("reduction", node, times(node.args[0], mask), {"name": last_name(node.func)})


BENDS = ("relu", "maximum", "clip", "clamp", "clamp_min")
"""Functions that put 0 in the place of what is below it."""

OVER_AN_AXIS = ("sum", "mean", "max", "min", "argmax", "argmin", "var", "std", "norm", "cumsum", "prod")
"""Functions that work along an axis, or over everything where none is named."""


def not_called(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield brackets behind the name of a function that stands alone in a line: it does nothing."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute | ast.Name):
        yield Change("not_called", node.value, ast.Call(node.value, [], []), {"written": node.value})
