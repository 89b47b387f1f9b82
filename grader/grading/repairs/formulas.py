"""Changes in a formula: another operator, bracket, name or number, one factor or term more or less."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from grader.grading.repairs.change import Change, call, last_name, renamed

SYMBOLS: Mapping[type[ast.operator], str] = MappingProxyType(
    {
        ast.Add: "+",
        ast.Sub: "-",
        ast.Mult: "*",
        ast.Div: "/",
        ast.FloorDiv: "//",
        ast.Pow: "**",
        ast.MatMult: "@",
        ast.Mod: "%",
        ast.BitXor: "^",
    }
)

OTHERS: Mapping[type[ast.operator], tuple[type[ast.operator], ...]] = MappingProxyType(
    {
        ast.Add: (ast.Mult,),
        ast.Sub: (ast.Mult,),
        ast.Mult: (ast.Add, ast.Sub, ast.Div, ast.Pow, ast.MatMult),
        ast.Div: (ast.Mult,),
        ast.FloorDiv: (ast.Div,),
        ast.Pow: (ast.Mult,),
        ast.MatMult: (ast.Mult,),
        ast.Mod: (ast.Div, ast.FloorDiv),
        ast.BitXor: (ast.Pow,),
    }
)
"""What may belong where an operator stands; plus and minus for each other are a matter of signs."""


def operators(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another operator, the operands exchanged, or a sign reversed."""
    if isinstance(node, ast.BinOp):
        written = {"written": SYMBOLS.get(type(node.op), "")}
        if isinstance(node.op, ast.Add | ast.Sub):
            flipped = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield Change("sign", node, ast.BinOp(node.left, flipped, node.right))
        if isinstance(node.op, ast.Sub):
            yield Change("sign", node, ast.BinOp(node.right, node.op, node.left))
        is_one = isinstance(node.right, ast.Constant) and node.right.value == 1
        for other in () if is_one else OTHERS.get(type(node.op), ()):
            yield Change("operator", node, ast.BinOp(node.left, other(), node.right), written)
        if isinstance(node.op, ast.Div | ast.MatMult | ast.Pow):
            yield Change("exchanged", node, ast.BinOp(node.right, node.op, node.left), written)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield Change("sign", node, node.operand)


def shares(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the two shares of an average exchanged: b and 1 - b."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
        return
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if (
            isinstance(one, ast.BinOp)
            and isinstance(other, ast.BinOp)
            and is_complement(one.left, other.left)
        ):
            turned = (ast.BinOp(other.left, one.op, one.right), ast.BinOp(one.left, other.op, other.right))
            words = {"one": one.left, "other": other.left}
            yield Change("shares", node, ast.BinOp(turned[0], ast.Add(), turned[1]), words)


def is_complement(one: ast.expr, other: ast.expr) -> bool:
    """Tell whether one expression is 1 minus the other."""
    is_difference = isinstance(one, ast.BinOp) and isinstance(one.op, ast.Sub)
    return is_difference and ast.unparse(one) == f"1 - {ast.unparse(other)}"


def operands(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one operand alone: a factor, a term or a power is too many."""
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.Pow):
        yield Change("power", node, node.left, {"written": node})
        return
    kind = "term" if isinstance(node.op, ast.Add | ast.Sub) else "factor"
    symbol = SYMBOLS.get(type(node.op), "")
    yield Change(kind, node, node.left, {"symbol": symbol, "written": node.right})
    if not isinstance(node.op, ast.Div | ast.FloorDiv):
        signed = ast.UnaryOp(ast.USub(), node.right) if isinstance(node.op, ast.Sub) else node.right
        # Quoted in the order in which it stands: `2 *` in front of something.
        yield Change(kind, node, signed, {"symbol": node.left, "written": symbol})


def brackets(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the same operators with the brackets in another place."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp) and type(left.op) is not type(node.op):
        inner = ast.BinOp(left.right, node.op, right)
        yield Change("bracket", node, ast.BinOp(left.left, left.op, inner))
    if isinstance(right, ast.BinOp) and not isinstance(node.op, ast.Add):
        inner = ast.BinOp(left, node.op, right.left)
        yield Change("bracket", node, ast.BinOp(inner, right.op, right.right))
    if isinstance(node.op, ast.Pow) and isinstance(left, ast.UnaryOp):
        yield Change("bracket", node, ast.UnaryOp(left.op, ast.BinOp(left.operand, node.op, right)))
    yield from around_means(node)


def around_calls(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a function of one operand for one of both, and the other way round: √v + e for √(v + e)."""
    if isinstance(node, ast.Call):
        inner = only_argument(node)
        if isinstance(inner, ast.BinOp) and last_name(node.func) not in OF_WHOLE:
            left, right = with_argument(node, inner.left), with_argument(node, inner.right)
            yield Change("bracket", node, ast.BinOp(left, inner.op, inner.right))
            yield Change("bracket", node, ast.BinOp(inner.left, inner.op, right))
    if isinstance(node, ast.BinOp):
        for place, one in enumerate((node.left, node.right)):
            inner = only_argument(one) if isinstance(one, ast.Call) else None
            if isinstance(one, ast.Call) and inner is not None and last_name(one.func) not in OF_WHOLE:
                left, right = (node.left, inner) if place else (inner, node.right)
                yield Change("bracket", node, with_argument(one, ast.BinOp(left, node.op, right)))


OF_WHOLE = ("len", "range", "list", "tuple", "zip", "enumerate", "int", "float", "array", "asarray")
"""Functions that make or measure something: no formula goes through them."""


def around_means(node: ast.BinOp) -> Iterator[Change]:
    """Yield a mean of squares for a squared mean, and a mean of products for a product of means."""
    left, right = node.left, node.right
    inner = only_argument(left) if isinstance(left, ast.Call) else None
    if isinstance(left, ast.Call) and inner is not None and last_name(left.func) in AVERAGES:
        if isinstance(node.op, ast.Pow):
            yield Change("bracket", node, with_argument(left, ast.BinOp(inner, node.op, right)))
        other = only_argument(right) if isinstance(right, ast.Call) else None
        if isinstance(node.op, ast.Mult) and other is not None:
            yield Change("bracket", node, with_argument(left, ast.BinOp(inner, node.op, other)))


AVERAGES = ("mean", "sum")
"""Functions that put samples together."""


def with_argument(node: ast.Call, inner: ast.expr) -> ast.expr:
    """Return the same call on something else."""
    if node.args:
        return ast.Call(node.func, [inner], node.keywords)
    assert isinstance(node.func, ast.Attribute)
    return ast.Call(ast.Attribute(inner, node.func.attr, ast.Load()), [], node.keywords)


def numbers(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another number."""
    number = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Constant) and isinstance(number, int | float) and not isinstance(number, bool):
        for value in dict.fromkeys((1, 0, 2, 0.5, -1, 2 * number, number / 2, number + 1, number - 1)):
            if value != number:
                yield Change("number", node, ast.Constant(value), {"number": node})


def siblings(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the variables that differ by their number only: h2 for h1."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        stem = re.sub(r"\d", "", node.id)
        for other in names:
            if other != node.id and re.sub(r"\d", "", other) == stem:
                yield Change("sibling", node, ast.Name(other, ast.Load()), {"name": node.id})


def families(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a call with all of its variables of another family: x and y for x_val and y_val."""
    if not isinstance(node, ast.Call):
        return
    given = {one.id for one in node.args if isinstance(one, ast.Name)}
    endings = {name[name.index("_") :] for name in given | set(names) if "_" in name[1:]}
    for ending in sorted(endings):
        longer = {name: name.removesuffix(ending) for name in given if name.endswith(ending)}
        for renaming in (longer, {name: name + ending for name in given}):
            known = {old: new for old, new in renaming.items() if new in names}
            if len(known) > 1:
                args = [
                    ast.Name(known[one.id], ast.Load())
                    if isinstance(one, ast.Name) and one.id in known
                    else one
                    for one in node.args
                ]
                changed = ast.Call(node.func, args, node.keywords)
                yield Change("sibling", node, changed, {"name": min(known)})


def variables(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another variable."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        for other in names:
            if re.sub(r"\d", "", other) != re.sub(r"\d", "", node.id):
                yield Change("name", node, ast.Name(other, ast.Load()), {"name": node.id})
        for number in (1, 2):
            yield Change("name", node, ast.Constant(number), {"name": node.id})


def quantities(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a variable in the place of what is worked out."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        for other in names:
            yield Change("quantity", node, ast.Name(other, ast.Load()), {"written": node})


def elements(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a list of variables with two of them exchanged."""
    if not isinstance(node, ast.List | ast.Tuple) or not 2 < len(node.elts) <= ELEMENTS_AT_MOST:
        return
    if not isinstance(node.ctx, ast.Load) or not all(isinstance(one, ast.Name) for one in node.elts):
        return
    for one, other in combinations(range(len(node.elts)), 2):
        order = list(node.elts)
        order[one], order[other] = order[other], order[one]
        words = {"one": node.elts[one], "other": node.elts[other]}
        yield Change("elements", node, type(node)(order, ast.Load()), words)


ELEMENTS_AT_MOST = 10
"""Elements of a list of which every two are exchanged."""


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


def other_functions(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another way to put the samples together, or another function that is taken for this one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for other in OTHER_FUNCTIONS.get(node.value, ()):
            yield Change("reduction", node, ast.Constant(other), {"name": node.value})
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        for other in OTHER_FUNCTIONS.get(name, ()):
            yield Change("reduction", node, renamed(node, other), {"name": name})
        if isinstance(node.func, ast.Name) and name in ("max", "min", "sum") and len(node.args) == 1:
            average = ast.Call(ast.Attribute(node.args[0], "mean", ast.Load()), [], [])
            yield Change("reduction", node, average, {"name": name})


def products(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a product by a function taken entry by entry, or without one of its two factors."""
    if isinstance(node, ast.Call) and len(node.args) == 2 and last_name(node.func) in PRODUCTS:
        name = last_name(node.func)
        product = ast.BinOp(node.args[0], ast.Mult(), node.args[1])
        yield Change("operator", node, product, {"written": name})
        for kept, dropped in (node.args, node.args[::-1]):
            total = ast.Call(ast.Attribute(kept, "sum", ast.Load()), [], [])
            yield Change("operand", node, total, {"name": name, "written": dropped})


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


OTHER_FUNCTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sum": ("mean",),
        "mean": ("sum", "median"),
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

PRODUCTS = ("dot", "outer", "matmul", "inner")


def is_number(function: ast.expr, names: tuple[str, ...]) -> bool:
    """Tell whether what is called is a number, as x in x(1 - x)."""
    if isinstance(function, ast.Name):
        return function.id in names
    return isinstance(function, ast.BinOp | ast.Constant | ast.Subscript)


def only_argument(node: ast.Call) -> ast.expr | None:
    """Return the only thing that a call works on: its first argument, or the value whose method it is."""
    if node.args and not isinstance(node.args[0], ast.Starred):
        return node.args[0] if len(node.args) == 1 else None
    if not node.args and isinstance(node.func, ast.Attribute):
        return node.func.value
    return None


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


OVER_AN_AXIS = ("sum", "mean", "max", "min", "argmax", "argmin", "var", "std", "norm", "cumsum", "prod")
"""Functions that work along an axis, or over everything where none is named."""


def turned(node: ast.expr) -> ast.expr:
    """Return the transpose of an expression."""
    return ast.Attribute(node, "T", ast.Load())


ANSWERS = ("all", "allclose", "any", "array_equal", "isclose", "isfinite", "isinf", "isnan")
"""Functions that answer yes or no."""

COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)


def conditions(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another comparison, or "and" for "or"."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], COMPARISONS):
        for other in COMPARISONS:
            if not isinstance(node.ops[0], other):
                flipped = ast.Compare(node.left, [other()], node.comparators)
                yield Change("condition", node, flipped, {"written": node})
    if isinstance(node, ast.BoolOp):
        both = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield Change("condition", node, ast.BoolOp(both, node.values), {"written": node})
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
        yield Change("condition", node, node.operand, {"written": node})
    if isinstance(node, ast.Call) and last_name(node.func) in ANSWERS:
        opposite = ast.Compare(node, [ast.Eq()], [ast.Constant(False)])
        yield Change("condition", node, opposite, {"written": node})


# ---- what is not there ---------------------------------------------------------------------------


def missing(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a square, a sign, a call or a constant factor that is not there."""
    if not is_quantity(node, names):
        return
    assert isinstance(node, ast.expr)
    two, one = ast.Constant(2), ast.Constant(1)
    yield Change("square_missing", node, ast.BinOp(node, ast.Pow(), two), adds=True)
    yield Change("sign", node, ast.UnaryOp(ast.USub(), node), adds=True)
    yield Change("factor_missing", node, ast.BinOp(node, ast.Mult(), two), adds=True)
    yield Change("factor_missing", node, ast.BinOp(node, ast.Div(), two), adds=True)
    if not isinstance(node, ast.Call):
        yield Change("complement_missing", node, ast.BinOp(one, ast.Sub(), node), adds=True)
    yield Change("factor_missing", node, times(node, ast.BinOp(one, ast.Sub(), node)), adds=True)
    yield Change("transpose", node, turned(node), adds=True)
    yield Change(
        "average_missing", node, ast.Call(ast.Attribute(node, "mean", ast.Load()), [], []), adds=True
    )
    yield Change("sum_missing", node, ast.Call(ast.Attribute(node, "sum", ast.Load()), [], []), adds=True)
    yield Change("absolute_missing", node, call("abs", node), adds=True)
    yield Change("root_missing", node, ast.BinOp(node, ast.Pow(), ast.Constant(0.5)), adds=True)


def missing_factors(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the function's own quantities as a factor, a divisor or a term that is not there."""
    if not is_quantity(node, names):
        return
    assert isinstance(node, ast.expr)
    for name in names:
        other = ast.Name(name, ast.Load())
        yield Change("factor_missing", node, times(node, other), adds=True)
        yield Change("divisor_missing", node, ast.BinOp(node, ast.Div(), call("len", other)), adds=True)
        # Divided by what it holds as a factor, a product has a factor too many.
        if name not in names_read(node):
            yield Change("divisor_missing", node, ast.BinOp(node, ast.Div(), other), adds=True)
        if isinstance(node, ast.BinOp):
            yield Change("term_missing", node, ast.BinOp(node, ast.Add(), other), adds=True)
            yield Change("term_missing", node, ast.BinOp(node, ast.Sub(), other), adds=True)
    for op in (ast.Add(), ast.Sub()) if isinstance(node, ast.BinOp) else ():
        yield Change("term_missing", node, ast.BinOp(node, op, ast.Constant(1)), adds=True)


def missing_bends(
    entries: Sequence[ast.Subscript], node: ast.AST, names: tuple[str, ...]
) -> Iterator[Change]:
    """Yield a line's value times the slope of an activation at one of the function's own quantities."""
    if not isinstance(node, ast.Assign | ast.Return) or not isinstance(node.value, ast.expr):
        return
    value, one, two = node.value, ast.Constant(1), ast.Constant(2)
    if not is_quantity(value, names):
        return
    plain: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names]
    for at in plain + [one for one in entries if names_read(one) <= set(names)]:
        for bend in (
            times(at, ast.BinOp(one, ast.Sub(), at)),
            ast.BinOp(one, ast.Sub(), ast.BinOp(at, ast.Pow(), two)),
            ast.Compare(at, [ast.Gt()], [ast.Constant(0)]),
        ):
            yield Change("factor_missing", value, times(value, bend), adds=True)


def entries_in(scopes: Iterable[tuple[tuple[str, ...], Iterable[ast.AST]]]) -> tuple[ast.Subscript, ...]:
    """Return the entries of variables that stand in some functions, as h[0], each once."""
    found = {
        ast.unparse(node): ast.Subscript(node.value, node.slice, ast.Load())
        for _, nodes in scopes
        for node in nodes
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and isinstance(node.slice, ast.Constant)
    }
    return tuple(found.values())


def missing_calls(functions: Sequence[str], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the file's own functions of one argument, applied where it is not."""
    if is_quantity(node, names) and not isinstance(node, ast.UnaryOp):
        assert isinstance(node, ast.expr)
        for function in functions:
            yield Change("call_missing", node, call(function, node), {"name": function}, adds=True)


def missing_calls_of_two(functions: Sequence[str], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the file's own functions of two arguments, applied to what a line only hands on."""
    if isinstance(node, ast.Assign) and is_quantity(node.value, names):
        for function in functions:
            for name in names:
                called = ast.Call(
                    ast.Name(function, ast.Load()), [node.value, ast.Name(name, ast.Load())], []
                )
                yield Change("call_missing", node.value, called, {"name": function}, adds=True)


def names_read(node: ast.AST) -> frozenset[str]:
    """Return the names in a piece of code."""
    return frozenset(inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))


def not_called(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield brackets behind the name of a function that stands alone in a line: it does nothing."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute | ast.Name):
        yield Change("not_called", node.value, ast.Call(node.value, [], []), {"written": node.value})


def is_quantity(node: ast.AST, names: tuple[str, ...]) -> bool:
    """Tell whether a node is something that may be squared, or lack a factor."""
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load) and node.id in names
    if isinstance(node, ast.Attribute | ast.Subscript):
        return isinstance(node.ctx, ast.Load)
    return isinstance(node, ast.BinOp | ast.Call | ast.UnaryOp)


def times(one: ast.expr, other: ast.expr) -> ast.expr:
    """Return a product."""
    return ast.BinOp(one, ast.Mult(), other)
