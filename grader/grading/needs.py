"""Tell whether a sentence about a mutant can be true of the student's own program.

A mutant is a change to the reference: its numbers may be the student's while its sentence speaks of a loop, a
function or a square that the student never wrote. Such a sentence is not shown.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from grader.grading.source import Source, last_name, names_in

Needs = Callable[[Source, Mapping[str, str]], bool]


def has_loop(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether there is a loop, or a comprehension."""
    return source.has(ast.For, ast.While, ast.AsyncFor, ast.comprehension)


def returns_in_loop(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether a return stands inside a loop."""
    loops = [node for node in source.nodes if isinstance(node, ast.For | ast.While)]
    return any(isinstance(inner, ast.Return) for loop in loops for inner in ast.walk(loop))


def leaves_a_loop(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether a loop can be left before its end."""
    return source.has(ast.Break, ast.While) or returns_in_loop(source, words)


def goes_on_behind_a_loop(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether something is done behind a loop, other than to return what has a name."""
    blocks = (block for node in source.nodes for _, block in ast.iter_fields(node) if isinstance(block, list))
    pairs = (pair for block in blocks for pair in pairwise(block))
    behind = (line for loop, line in pairs if isinstance(loop, ast.For | ast.While))
    plain = (ast.Return, ast.Name, ast.Tuple, ast.Load)
    return not all(isinstance(node, plain) for line in behind for node in ast.walk(line))


def sets_anew(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether a loop assigns a name without reading what it held before."""
    loops = [node for node in source.nodes if isinstance(node, ast.For | ast.While)]
    assigned = [node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.Assign)]
    return any(
        isinstance(target, ast.Name) and target.id not in names_in(node.value)
        for node in assigned
        for target in node.targets
    )


def goes_backwards(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether something is gone through from its end."""
    steps = [node.step for node in source.nodes if isinstance(node, ast.Slice) and node.step is not None]
    ranges = [
        node.args[2]
        for node in source.nodes
        if isinstance(node, ast.Call) and "range" in last_name(node.func) and len(node.args) == 3
    ]
    turned = any(
        isinstance(step, ast.UnaryOp) and isinstance(step.op, ast.USub) for step in (*steps, *ranges)
    )
    return turned or source.calls("reversed", "flip", "reverse")


def squares(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether anything is squared: by a power, by itself, or by a function."""
    itself = any(
        isinstance(node.op, ast.Mult) and ast.dump(node.left) == ast.dump(node.right)
        for node in source.nodes
        if isinstance(node, ast.BinOp)
    )
    return (
        itself
        or source.applies(ast.Pow)
        or source.calls("square", "pow", "power", "pow_", "MSELoss", "mse_loss")
    )


def adds(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether anything is added."""
    return source.applies(ast.Add) or source.calls("add", "sum", "add_")


def multiplies(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether anything is multiplied, as matrices or entry by entry."""
    return source.applies(ast.Mult, ast.MatMult) or source.calls(*PRODUCTS, "multiply", "mul", "mul_")


def entry_by_entry(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether there is a product of single entries."""
    return source.applies(ast.Mult) or source.calls("multiply", "mul")


PRODUCTS = ("dot", "matmul", "outer", "mm", "mv", "einsum", "inner", "tensordot", "bmm", "vdot", "ger")


def matrix_product(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether there is a product of matrices or vectors."""
    return source.applies(ast.MatMult) or source.calls(*PRODUCTS)


def divides(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether anything is divided."""
    return source.applies(ast.Div, ast.FloorDiv) or source.calls(
        "divide", "div", "true_divide", "mean", "average"
    )


def raises_to_a_power(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether anything is raised to a power."""
    return source.applies(ast.Pow) or source.calls("pow", "power")


def takes_absolute(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether an absolute value is taken."""
    return source.calls("abs", "fabs", "absolute", "norm", "L1Loss", "l1_loss")


def takes_sign(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether a sign is taken."""
    return source.calls("sign", "copysign", "sgn", "norm") or takes_absolute(source, words)


def sums(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether numbers are added up."""
    return (
        source.calls("sum", "nansum", "fsum", "dot", "einsum", "reduce")
        or source.applies(ast.MatMult)
        or (has_loop(source, words) and adds(source, words))
    )


def averages(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether a mean is taken."""
    return source.calls("mean", "average", "nanmean", "MSELoss", "mse_loss") or (
        sums(source, words) and divides(source, words)
    )


def calls_function(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether the function that the sentence names is called."""
    return source.calls(words.get("function", "").rpartition(".")[2])


def uses_name(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether the names that the sentence quotes are there."""
    return all(word in source.names for word in words.values() if word.isidentifier())


def takes_an_entry(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether an entry of something is taken."""
    return source.has(ast.Subscript)


def decides(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether there is a condition."""
    return source.has(ast.If, ast.IfExp, ast.While) or source.calls(
        "where", "maximum", "clip", "clamp", "relu"
    )


def exchanges_axes(source: Source, words: Mapping[str, str]) -> bool:
    """Tell whether there is an axis, a transpose or a product whose shape could be exchanged."""
    return source.has(ast.keyword) or matrix_product(source, words)


def leaves_out(number: int) -> Needs:
    """Return whether a slice or a range begins, ends or steps with a number: items are left out by it."""

    def holds(source: Source, words: Mapping[str, str]) -> bool:
        ends = [
            end
            for node in source.nodes
            if isinstance(node, ast.Slice)
            for end in (node.lower, node.upper, node.step)
            if end is not None
        ]
        ends += [
            argument
            for node in source.nodes
            if isinstance(node, ast.Call) and "range" in last_name(node.func)
            for argument in node.args
        ]
        return any(
            isinstance(inner, ast.Constant) and inner.value == number
            for end in ends
            for inner in ast.walk(end)
        )

    return holds


NEEDS: Mapping[str, tuple[Needs, ...]] = MappingProxyType(
    {
        "plus_for_times": (adds,),
        "power_for_times": (raises_to_a_power,),
        "divided_for_times": (divides,),
        "times_for_plus": (multiplies,),
        "times_for_minus": (multiplies,),
        "times_for_divided": (multiplies,),
        "elementwise": (entry_by_entry,),
        "factors_exchanged": (matrix_product,),
        "doubled_for_squared": (multiplies,),
        "absolute_for_squared": (takes_absolute,),
        "squared": (squares,),
        "absolute": (takes_absolute,),
        "sign_alone": (takes_sign,),
        "summed_inside": (sums,),
        "averaged_inside": (averages,),
        "cubed": (raises_to_a_power,),
        "square_of_each": (squares,),
        "other_name": (uses_name,),
        "names_exchanged": (uses_name,),
        "transpose": (matrix_product,),
        "axis": (exchanges_axes,),
        "index": (takes_an_entry,),
        "sum_for_mean": (sums,),
        "mean_for_sum": (averages,),
        "median_for_mean": (lambda source, _: source.calls("median"),),
        "max_for_mean": (lambda source, _: source.calls("max", "amax", "maximum"),),
        "function_twice": (calls_function,),
        "arguments_exchanged": (calls_function,),
        "condition_turned": (decides,),
        "condition_missing": (decides,),
        "one_round_more": (has_loop,),
        "one_round_less": (has_loop,),
        "overwritten": (has_loop, sets_anew),
        "stops_early": (has_loop, leaves_a_loop),
        "loop_first_missing": (has_loop, leaves_out(1)),
        "loop_last_missing": (has_loop, leaves_out(1)),
        "loop_first_only": (has_loop,),
        "loop_last_only": (has_loop,),
        "loop_second": (has_loop, leaves_out(2)),
        "loop_reversed": (has_loop, goes_backwards),
        "after_the_loop": (goes_on_behind_a_loop,),
        "return_in_loop": (returns_in_loop,),
    }
)
"""What must stand in a program for the sentence about a mutant to be true of it."""

SHAPING = frozenset(
    {"axis", "transpose", "summed_inside", "averaged_inside", "sum_for_mean", "mean_for_sum", "max_for_mean"}
    | {"elementwise", "factors_exchanged", "function_missing", "return_in_loop", "overwritten", "stops_early"}
    | {
        "one_round_more",
        "one_round_less",
        "after_the_loop",
        "loop_first_only",
        "loop_last_only",
        "loop_second",
    }
    | {"loop_first_missing", "loop_last_missing"}
)
"""Sentences that explain why a result has another shape; any other needs wrong numbers in the right shape."""

OF_THE_WHOLE = frozenset(
    {"statement_missing", "order_of_statements", "condition_turned", "condition_missing"}
)
"""Sentences about a procedure, which no single value of several can show."""


def can_be_said(sentence: str, words: Mapping[str, str], source: Source) -> bool:
    """Tell whether the sentence for a mutant may be true of a program, by what stands in it."""
    needed = NEEDS.get(sentence, ())
    return not source.known or all(needs(source, words) for needs in needed)
