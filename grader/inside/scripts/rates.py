"""Read the rate of a step off the statement that makes it, or off its optimiser."""

from __future__ import annotations

import ast
import re
import types
from collections.abc import Iterator, Mapping
from typing import Any

from grader.inside.scripts.rewriting.syntax import BEHIND, Function, called, targets
from grader.inside.scripts.state.numeric import array_of, is_numeric

RATE = re.compile(
    r"^(_?lr|l_r|lrate|alpha|eta|step|step_?size|gamma|rate|ita|epsilon|eps|α|η|a)\d*$|learn|_lr|lr_|rate|步长|学习率",
    re.I,
)
"""Names that people give to a rate."""


Place = ast.Name | ast.Attribute | ast.Subscript


class Rates:
    """The statements of a script by their lines, asked for the rates that stand in them."""

    def __init__(self, tree: ast.Module) -> None:
        """Note every simple statement and every function."""
        self.statements: dict[int, list[ast.stmt]] = {}
        self.functions: dict[str, Function] = {}
        self.made: dict[str, list[ast.stmt]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Expr):
                self.statements.setdefault(node.lineno, []).append(node)
                for target in targets(node):
                    self.made.setdefault(ast.unparse(target), []).append(node)
            elif isinstance(node, Function):
                self.functions[node.name] = node

    def of(self, line: int, frame: types.FrameType) -> dict[str, float]:
        """Return the numbers in a statement by their names; those named like a rate alone, if any."""
        space = {**frame.f_globals, **frame.f_locals}
        found: dict[str, float] = {}
        for statement in self.statements.get(line, []):
            moved = {ast.unparse(target) for target in targets(statement)}
            found |= {
                name: value for name, value in self.numbers(statement, space).items() if name not in moved
            }
        named, behind = rates_among(found), self.behind(line, space)
        if named:
            # What is called a step may itself be made with the rate.
            more = {f"{name}{BEHIND}{next(iter(named))}": value for name, value in behind.items()}
            return {**named, **self.divided(line, named, space), **more}
        if behind:
            return {**behind, **self.divided(line, behind, space)}
        literal = {name: value for name, value in found.items() if name[:1].isdigit() and value % 1}
        return literal or found

    def behind(self, line: int, space: Mapping[str, Any]) -> dict[str, float]:
        """Return the rates in the statements that make what a statement adds: a velocity, say."""
        found: dict[str, float] = {}
        for statement in self.statements.get(line, []):
            moved = {ast.unparse(target) for target in targets(statement)}
            read = {ast.unparse(node) for node in ast.walk(statement) if isinstance(node, Place)} - moved
            for maker in (one for name in read for one in self.made.get(name, []) if one is not statement):
                found |= rates_among(self.numbers(maker, space))
        return found

    def divided(self, line: int, named: Mapping[str, float], space: Mapping[str, Any]) -> dict[str, float]:
        """Return the rates divided by the numbers by which the statement divides: a batch's size, say."""
        found: dict[str, float] = {}
        for statement in self.statements.get(line, []):
            for node in ast.walk(statement):
                if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                    for text, number in scalars(node.right, space):
                        if number > 1:
                            found |= {f"{name} / {text}": value / number for name, value in named.items()}
        return found

    def numbers(self, statement: ast.stmt, space: Mapping[str, Any]) -> dict[str, float]:
        """Return the scalars that a statement, and the functions it calls, read."""
        found = dict(scalars(statement, space))
        for name in called(statement) & set(self.functions):
            function = self.functions[name]
            found |= {key: value for key, value in scalars(function, space) if key[:1].isdigit()}
            given = function.args
            positional = [*given.posonlyargs, *given.args]
            for argument, default in zip(reversed(positional), reversed(given.defaults), strict=False):
                if isinstance(default, ast.Constant) and isinstance(default.value, float):
                    found[argument.arg] = default.value
            found |= {
                key: value for key, value in scalars(function, space) if RATE.search(key.rpartition(".")[2])
            }
            found |= self.of_owner(statement, function, space)
        return found

    def of_owner(self, statement: ast.stmt, method: Function, space: Mapping[str, Any]) -> dict[str, float]:
        """Return the rates of the object whose method a statement calls, under the object's own name."""
        first = next(iter([*method.args.posonlyargs, *method.args.args]), None)
        owners = [
            node.func.value
            for node in ast.walk(statement)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == method.name
        ]
        if first is None or not owners:
            return {}
        held = scalars(method, {first.arg: look_up(owners[0], space)})
        text = ast.unparse(owners[0])
        return rates_among({f"{text}.{key.partition('.')[2]}": value for key, value in held if "." in key})


def rates_among(numbers: Mapping[str, float]) -> dict[str, float]:
    """Return the numbers that are named like a rate."""
    return {
        name: value
        for name, value in numbers.items()
        if RATE.search(name.rpartition(".")[2].rpartition(" ")[2])
    }


def scalars(node: ast.AST, space: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield the numbers that stand below a node: literals, names, attributes, an optimiser's rates."""
    for item in ast.walk(node):
        if (
            isinstance(item, ast.Constant)
            and isinstance(item.value, int | float)
            and not isinstance(item.value, bool)
        ):
            yield str(item.value), float(item.value)
        elif isinstance(item, ast.Name | ast.Attribute):
            name = ast.unparse(item)
            value = look_up(item, space)
            groups = getattr(value, "param_groups", None)
            if isinstance(groups, list):
                rates = dict.fromkeys(float(group["lr"]) for group in groups if "lr" in group)
                labels = (
                    f"{name} lr" if place == 0 else f"{name} group {place} lr" for place in range(len(rates))
                )
                yield from zip(labels, rates, strict=True)
            elif is_numeric(value) and not isinstance(value, list) and array_of(value).size == 1:
                yield name, float(array_of(value).ravel()[0])


def look_up(node: ast.expr, space: Mapping[str, Any]) -> Any:
    """Return what a name or a chain of attributes stands for, None where it stands for nothing."""
    if isinstance(node, ast.Name):
        return space.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = look_up(node.value, space)
        held = getattr(owner, "__dict__", {})
        return held.get(node.attr) if isinstance(held, dict) else None
    return None
