"""Derive the everyday slips from a right definition: one change each, with the sentence that names it.

A page describes the mistakes worth a sentence of their own. These are the others: a plus for a times, a
bracket in the wrong place, a loop that ends too early. The rules follow the groups that were counted
in 301 real scripts (scale, chain rule, shape, formula, update, control, wiring).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType


@dataclass(frozen=True)
class Slip:
    """A changed definition's text, and what was changed: a sentence's id with its words."""

    sentence: str
    text: str
    words: Mapping[str, str] = field(default_factory=dict)


Rule = Callable[[ast.AST, tuple[str, ...]], Iterator["Change"]]
Change = tuple[str, ast.AST, Mapping[str, str]]
NO_WORDS: Mapping[str, str] = MappingProxyType({})


def slips(function: ast.FunctionDef, rules: Sequence[Rule] | None = None) -> Iterator[Slip]:
    """Yield every slip of a function, the likeliest kinds first; of some rules only where they are given."""
    tree = Tree(function)
    nodes = [node for statement in body_of(function) for node in ast.walk(statement)]
    variables = local_names(function)
    for rule in RULES if rules is None else rules:
        for node in nodes:
            for sentence, replacement, words in list(rule(node, variables)):
                yield Slip(sentence, tree.with_other({node: replacement}), words)
    yield from returns_in_loops(tree)
    yield from exchanges(tree)


class Tree:
    """A function's syntax tree in which nodes can be exchanged for the time of writing it out."""

    def __init__(self, function: ast.FunctionDef) -> None:
        """Note where every node hangs."""
        self.function = function
        self.places: dict[ast.AST, tuple[ast.AST, str, int | None]] = {}
        for parent in ast.walk(function):
            for name, value in ast.iter_fields(parent):
                for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
                    if isinstance(child, ast.AST):
                        self.places[child] = (parent, name, index)

    def with_other(self, nodes: Mapping[ast.AST, ast.AST]) -> str:
        """Return the function's text with some nodes exchanged; the tree itself stays as it was."""
        for node, other in nodes.items():
            self.put(node, other)
        text = ast.unparse(self.function)
        for node in nodes:
            self.put(node, node)
        return text

    def put(self, place: ast.AST, node: ast.AST) -> None:
        """Hang a node where another one belongs."""
        parent, name, index = self.places[place]
        if index is None:
            setattr(parent, name, node)
        else:
            getattr(parent, name)[index] = node


def exchanges(tree: Tree) -> Iterator[Slip]:
    """Yield the function with two of its parameters exchanged wherever they are read."""
    parameters = [argument.arg for argument in tree.function.args.args]
    read = [node for node in tree.places if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    for one, other in combinations(parameters, 2):
        exchanged: dict[ast.AST, ast.AST] = {
            node: ast.Name(other if node.id == one else one, ast.Load())
            for node in read
            if node.id in (one, other)
        }
        yield Slip("names_exchanged", tree.with_other(exchanged), {"one": one, "other": other})


def body_of(function: ast.FunctionDef) -> list[ast.stmt]:
    """Return a function's statements without its docstring."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return function.body[1:] if documented else function.body


def local_names(function: ast.FunctionDef) -> tuple[str, ...]:
    """Return the names of a function's parameters and variables, in order."""
    names = [argument.arg for argument in function.args.args]
    names += [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return tuple(dict.fromkeys(names))


# ---- formulas -------------------------------------------------------------------------------------

OTHER_OPERATORS: Mapping[type[ast.operator], tuple[tuple[type[ast.operator], str], ...]] = MappingProxyType(
    {
        ast.Mult: ((ast.Add, "plus_for_times"), (ast.Pow, "power_for_times"), (ast.Div, "divided_for_times")),
        ast.Add: ((ast.Sub, "sign_turned"), (ast.Mult, "times_for_plus")),
        ast.Sub: ((ast.Add, "sign_turned"), (ast.Mult, "times_for_minus")),
        ast.Div: ((ast.Mult, "times_for_divided"),),
        ast.MatMult: ((ast.Mult, "elementwise"),),
    }
)


def operators(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield another operator, or the operands the other way round."""
    if not isinstance(node, ast.BinOp):
        return
    for other, sentence in OTHER_OPERATORS.get(type(node.op), ()):
        yield sentence, ast.BinOp(node.left, other(), node.right), NO_WORDS
    if isinstance(node.op, ast.Mult):
        yield "power_for_times", ast.BinOp(node.right, ast.Pow(), node.left), NO_WORDS
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
        sentence = "factors_exchanged" if isinstance(node.op, ast.MatMult) else "turned_round"
        yield sentence, ast.BinOp(node.right, node.op, node.left), NO_WORDS


def operands(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield one operand alone: a factor or a term is missing."""
    if not isinstance(node, ast.BinOp) or isinstance(node.op, ast.Pow):
        return
    sentence = "term_missing" if isinstance(node.op, ast.Add | ast.Sub) else "factor_missing"
    yield sentence, node.left, NO_WORDS
    if not isinstance(node.op, ast.Div):
        yield sentence, node.right, NO_WORDS


def powers(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield what is no square where one belongs."""
    square = square_of(node)
    if square is None:
        return
    two = ast.Constant(2)
    yield "doubled_for_squared", ast.BinOp(square, ast.Mult(), two), NO_WORDS
    yield "square_missing", square, NO_WORDS
    yield "absolute_for_squared", call("abs", square), NO_WORDS
    yield "cubed", ast.BinOp(square, ast.Pow(), ast.Constant(3)), NO_WORDS
    yield "doubled_for_squared", ast.BinOp(two, ast.Pow(), square), NO_WORDS
    if isinstance(square, ast.BinOp) and isinstance(square.op, ast.Add | ast.Sub | ast.Mult):
        last = ast.BinOp(square.right, ast.Pow(), two)
        yield "bracket", ast.BinOp(square.left, square.op, last), NO_WORDS
        each = ast.BinOp(ast.BinOp(square.left, ast.Pow(), two), square.op, last)
        yield "square_of_each", each, NO_WORDS


def too_much(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield a square, a sign or a sum that the formula does not have."""
    variable = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables
    if variable or (isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Pow)):
        assert isinstance(node, ast.expr)
        yield "squared", ast.BinOp(node, ast.Pow(), ast.Constant(2)), NO_WORDS
        yield "absolute", call("abs", node), NO_WORDS
        yield "sign_turned", ast.UnaryOp(ast.USub(), node), NO_WORDS
        yield "constant", ast.BinOp(node, ast.Mult(), ast.Constant(2)), NO_WORDS
        yield "constant", ast.BinOp(node, ast.Div(), ast.Constant(2)), NO_WORDS
        yield "sign_alone", ast.BinOp(node, ast.Div(), call("abs", node)), NO_WORDS
        yield "summed_inside", ast.Call(ast.Attribute(node, "sum", ast.Load()), [], []), NO_WORDS
        yield "averaged_inside", ast.Call(ast.Attribute(node, "mean", ast.Load()), [], []), NO_WORDS


def square_of(node: ast.AST) -> ast.expr | None:
    """Return what a node squares, None where it squares nothing."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return node.left if isinstance(node.right, ast.Constant) and node.right.value == 2 else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return node.left if ast.dump(node.left) == ast.dump(node.right) else None
    return None


def brackets(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield a bracket too many or too few: w·(x + b) for w·x + b, 1 / 1 + e for 1 / (1 + e)."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(node.op, ast.Mult | ast.Div):
        if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Add | ast.Sub | ast.Mult):
            yield "bracket", ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right), NO_WORDS
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add | ast.Sub):
            yield "bracket", ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right)), NO_WORDS
    if (
        isinstance(node.op, ast.Add | ast.Sub)
        and isinstance(left, ast.BinOp)
        and isinstance(left.op, ast.Mult)
    ):
        yield "bracket", ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right)), NO_WORDS
        yield "bracket", ast.BinOp(left.right, left.op, ast.BinOp(left.left, node.op, right)), NO_WORDS


def signs(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield what stands behind a minus, without it."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign_turned", node.operand, NO_WORDS


def constants(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield a constant that is missing, twice or half as large."""
    value = node.value if isinstance(node, ast.Constant) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    others = (1 - value,) if value in (0, 1) else (1, 2 * value, 0.5 * value)
    for other in others:
        yield "constant", ast.Constant(other), NO_WORDS


def names(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield another variable in a variable's place."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables:
        for other in variables:
            if other != node.id:
                yield "other_name", ast.Name(other, ast.Load()), {"name": other}


def places(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield another index in an index's place, or a transpose too few."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield "transpose", node.value, NO_WORDS
    if (
        isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and type(node.slice.value) is int
    ):
        for index in sorted({node.slice.value + 1, node.slice.value - 1, 0} - {node.slice.value}):
            yield "index", ast.Subscript(node.value, ast.Constant(index), node.ctx), NO_WORDS
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield "transpose", ast.BinOp(transposed(node.left), node.op, node.right), NO_WORDS
        yield "transpose", ast.BinOp(node.left, node.op, transposed(node.right)), NO_WORDS


COMMON_RATES = (0.01, 0.1, 1)
"""Numbers that stand in scripts in the place of an argument that should have been used."""


def fixed(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield a fixed number in a variable's place."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables:
        for number in COMMON_RATES:
            yield "fixed_number", ast.Constant(number), {"name": node.id}


def transposed(node: ast.expr) -> ast.expr:
    """Return a node's transpose."""
    return ast.Attribute(node, "T", ast.Load())


# ---- calls ----------------------------------------------------------------------------------------

REDUCTIONS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "mean": (("sum", "sum_for_mean"), ("median", "median_for_mean"), ("max", "max_for_mean")),
        "sum": (("mean", "mean_for_sum"), ("max", "max_for_mean")),
        "exp": (("log", "other_function"), ("sqrt", "other_function")),
        "tanh": (("exp", "other_function"),),
        "maximum": (("minimum", "clamped_wrong_side"),),
    }
)


def calls(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield another function, none at all, one applied twice, or its arguments exchanged."""
    if not isinstance(node, ast.Call):
        return
    function = node.func
    if name_of(function) == "range" and len(node.args) == 1:
        for op, sentence in ((ast.Add(), "one_round_more"), (ast.Sub(), "one_round_less")):
            rounds = ast.BinOp(node.args[0], op, ast.Constant(1))
            yield sentence, ast.Call(function, [rounds], []), NO_WORDS
    for other, sentence in REDUCTIONS.get(name_of(function), ()):
        yield sentence, ast.Call(renamed(function, other), node.args, node.keywords), NO_WORDS
    inner = argument_of(node)
    if inner is not None:
        word = {"function": name_of(function)}
        yield "function_missing", inner, word
        again = ast.Call(function, [node], []) if node.args else ast.Call(renamed_on(function, node), [], [])
        yield "function_twice", again, word
    if len(node.args) == 2 and not node.keywords:
        yield "arguments_exchanged", ast.Call(function, node.args[::-1], []), {"function": name_of(function)}
        if name_of(function) in ("outer", "dot", "matmul"):
            yield "elementwise", ast.BinOp(node.args[0], ast.Mult(), node.args[1]), NO_WORDS


def argument_of(node: ast.Call) -> ast.expr | None:
    """Return the only thing that a call works on: its argument, or the value whose method it is."""
    if len(node.args) == 1 and not node.keywords:
        return node.args[0]
    if not node.args and not node.keywords and isinstance(node.func, ast.Attribute):
        return node.func.value
    return None


def renamed_on(function: ast.expr, value: ast.expr) -> ast.expr:
    """Return the same method of another value."""
    assert isinstance(function, ast.Attribute)
    return ast.Attribute(value, function.attr, ast.Load())


def name_of(function: ast.expr) -> str:
    """Return the last part of a called name."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def renamed(function: ast.expr, name: str) -> ast.expr:
    """Return a called name with another last part."""
    if isinstance(function, ast.Attribute):
        return ast.Attribute(function.value, name, ast.Load())
    return ast.Name(name, ast.Load())


def call(name: str, argument: ast.expr) -> ast.expr:
    """Return a call of a built-in function."""
    return ast.Call(ast.Name(name, ast.Load()), [argument], [])


# ---- statements -----------------------------------------------------------------------------------


def statements(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield a statement left out, a sum set anew in every round, brackets of a call forgotten."""
    if isinstance(node, ast.AugAssign):
        target = ast.Name(node.target.id, ast.Store()) if isinstance(node.target, ast.Name) else node.target
        yield "overwritten", ast.Assign([target], node.value, lineno=1), NO_WORDS
        for other, sentence in OTHER_OPERATORS.get(type(node.op), ()):
            yield sentence, ast.AugAssign(node.target, other(), node.value), NO_WORDS
    if isinstance(node, ast.AugAssign | ast.Expr | ast.Assign):
        yield "statement_missing", ast.Pass(), NO_WORDS
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "call_brackets", ast.Expr(node.value.func), NO_WORDS
    if isinstance(node, ast.If):
        yield "condition_turned", ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse), NO_WORDS
        yield "condition_missing", ast.If(ast.Constant(True), node.body, node.orelse), NO_WORDS
    if isinstance(node, ast.Continue):
        yield "stops_early", ast.Break(), NO_WORDS


LOOPS = (
    ("1:", "loop_first_missing"),
    (":-1", "loop_last_missing"),
    (":1", "loop_first_only"),
    ("::2", "loop_second"),
)
"""Which items of a loop are left, as a slice, and the sentence for it."""


def loops(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield a loop over too few items, in the wrong order, or left too early."""
    if not isinstance(node, ast.For):
        return
    items = ast.unparse(node.iter)
    for piece, sentence in (*LOOPS, ("::-1", "loop_reversed"), ("-1:", "loop_last_only")):
        yield sentence, with_iter(node, f"list({items})[{piece}]"), NO_WORDS
    for place in range(len(node.body)):
        rest = node.body[:place] + node.body[place + 1 :]
        inner = ast.For(node.target, node.iter, rest or [ast.Pass()], [], lineno=1)
        yield "after_the_loop", ast.If(ast.Constant(True), [inner, node.body[place]], []), NO_WORDS
    for place in range(len(node.body) - 1):
        order = [*node.body[:place], node.body[place + 1], node.body[place], *node.body[place + 2 :]]
        yield "order_of_statements", ast.For(node.target, node.iter, order, [], lineno=1), NO_WORDS


def comprehensions(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Change]:
    """Yield the loop inside a list or a sum over too few items."""
    if isinstance(node, ast.comprehension):
        for piece, sentence in (*LOOPS, ("-1:", "loop_last_only")):
            items = ast.parse(f"list({ast.unparse(node.iter)})[{piece}]", mode="eval").body
            yield sentence, ast.comprehension(node.target, items, node.ifs, node.is_async), NO_WORDS


def with_iter(node: ast.For, items: str) -> ast.For:
    """Return a loop over other items."""
    return ast.For(node.target, ast.parse(items, mode="eval").body, node.body, node.orelse, lineno=1)


def returns_in_loops(tree: Tree) -> Iterator[Slip]:
    """Yield the function with its last return moved into each of its loops."""
    last = tree.function.body[-1]
    if isinstance(last, ast.Return):
        for node in [node for node in tree.places if isinstance(node, ast.For)]:
            inside = ast.For(node.target, node.iter, [*node.body, last], [], lineno=1)
            yield Slip("return_in_loop", tree.with_other({node: inside}))


RULES: tuple[Rule, ...] = (
    operators,
    powers,
    calls,
    operands,
    brackets,
    signs,
    loops,
    comprehensions,
    statements,
    places,
    constants,
    too_much,
    fixed,
    names,
)

PROCEDURE: tuple[Rule, ...] = (calls, loops, comprehensions, statements)
"""The rules worth applying to alternatives too: their loops are written out where the reference has none."""
