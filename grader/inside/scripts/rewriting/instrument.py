"""Rewrite a script so that it hands its training loop over, with accessors for its names."""

from __future__ import annotations

import ast
from typing import Any

from grader.inside.scripts.rewriting.clipping import Unclipped
from grader.inside.scripts.rewriting.histories import without_histories
from grader.inside.scripts.rewriting.hooks import HERE, ROUND, WALK, call
from grader.inside.scripts.rewriting.loops import at, scopes_of
from grader.inside.scripts.rewriting.recording import Recorder
from grader.inside.scripts.rewriting.syntax import (
    FUNCTIONS,
    Function,
    Round,
    arguments,
    bound_names,
    declared,
    is_loss_name,
)

BODY, BIND = "__look_body__", "__look_bind__"
"""The names of a loop's body and of what binds its variables, once they are functions."""


def hand_over(tree: ast.Module, place: int) -> ast.Module:
    """Return the tree with the loop replaced by a call that gets its body as a function."""
    loop = at(tree, place)
    scopes = scopes_of(tree, loop)
    function = next((scope for scope in reversed(scopes) if isinstance(scope, Function)), None)
    Unclipped().visit(tree)
    without_histories(loop)
    Recorder().visit_all(tree, loop)
    loop.body = [WithoutYield().visit(item) for item in loop.body]
    replacement = HandOver(loop, function).statements()
    return finish(Replace(loop, replacement).visit(tree))


def count_rounds(tree: ast.Module, place: int) -> ast.Module:
    """Return the tree with calls where the loop begins and where each round ends; these may end the run."""
    loop = at(tree, place)
    Recorder().visit_all(tree, loop)
    if isinstance(loop, ast.For):
        loop.iter = call(WALK, loop.iter)
    names = ast.Call(ast.Name("locals", ast.Load()), [], [])
    loop.body = [ast.Try(loop.body, [], [], [ast.Expr(call(ROUND, names))])]
    return finish(tree)


def finish(tree: Any) -> ast.Module:
    """Give every new node a place in the text."""
    made: ast.Module = ast.fix_missing_locations(tree)
    return made


def empty_arguments(*names: str) -> ast.arguments:
    """Return the parameters of a function."""
    return ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])


def local_names(function: Function) -> set[str]:
    """Return the names that are local to a function."""
    names = arguments(function).union(*(bound_names(item) for item in function.body))
    return names - declared(function, ast.Global) - declared(function, ast.Nonlocal)


class HandOver:
    """What takes a loop's place: accessors, the body as a function, the call that gets them."""

    def __init__(self, loop: Round, function: Function | None) -> None:
        """Work out which names the body binds, and in which scope they live."""
        self.loop, self.function = loop, function
        self.bound = set().union(*(bound_names(item) for item in [*loop.body]))
        if isinstance(loop, ast.For):
            self.bound |= bound_names(loop.target)
        self.globals = declared(function, ast.Global) if function else self.bound
        self.locals = sorted(local_names(function)) if function else []

    def statements(self) -> list[ast.stmt]:
        """Return the statements that stand in the loop's place."""
        body: list[ast.stmt] = [
            ast.For(
                ast.Name("__look_once__", ast.Store()),
                ast.Tuple([ast.Constant(0)], ast.Load()),
                self.loop.body,
                [],
            )
        ]
        made: list[ast.stmt] = [
            *self.anchor(),
            self.define(BODY, [*self.scope(self.bound), *body]),
        ]
        items: ast.expr = ast.Constant(None)
        if isinstance(self.loop, ast.For):
            items = self.loop.iter
            bind = ast.Assign([self.loop.target], ast.Name("__look_item__", ast.Load()))
            made.append(
                self.define(BIND, [*self.scope(bound_names(self.loop.target)), bind], "__look_item__")
            )
        else:
            made.append(self.define(BIND, [ast.Pass()], "__look_item__"))
        made += [self.getter(), self.setter()]
        names = (BODY, BIND, "__look_get__", "__look_set__")
        made.append(ast.Expr(call(HERE, *(ast.Name(name, ast.Load()) for name in names), items)))
        return made

    def anchor(self) -> list[ast.stmt]:
        """Bind the function's own names once in dead code, so that ``nonlocal`` finds them."""
        names = [name for name in self.locals if name]
        if not names:
            return []
        assigns: list[ast.stmt] = [
            ast.Assign([ast.Name(name, ast.Store())], ast.Constant(None)) for name in names
        ]
        return [ast.If(ast.Constant(False), assigns, [])]

    def scope(self, names: set[str]) -> list[ast.stmt]:
        """Declare where names live that an inner function binds."""
        outer = sorted(names & self.globals)
        inner = sorted(names - self.globals) if self.function else []
        made: list[ast.stmt] = [ast.Global(outer)] if outer else []
        return [*made, ast.Nonlocal(inner)] if inner else made

    def define(self, name: str, body: list[ast.stmt], *words: str) -> ast.FunctionDef:
        """Return the definition of one of our functions."""
        made = ast.FunctionDef(name, empty_arguments(*words), body, [], None)
        made.type_params = []  # type: ignore[attr-defined,unused-ignore]
        return made

    def getter(self) -> ast.FunctionDef:
        """Return a function that gives the bound local names as a dictionary."""
        store = "__look_found__"
        body: list[ast.stmt] = [ast.Assign([ast.Name(store, ast.Store())], ast.Dict([], []))]
        for name in self.locals:
            entry = ast.Subscript(ast.Name(store, ast.Load()), ast.Constant(name), ast.Store())
            handler = ast.ExceptHandler(ast.Name("NameError", ast.Load()), None, [ast.Pass()])
            body.append(ast.Try([ast.Assign([entry], ast.Name(name, ast.Load()))], [handler], [], []))
        return self.define("__look_get__", [*body, ast.Return(ast.Name(store, ast.Load()))])

    def setter(self) -> ast.FunctionDef:
        """Return a function that binds local names from a dictionary."""
        given = "__look_given__"
        body: list[ast.stmt] = list(self.scope(set(self.locals)))
        for name in self.locals:
            test = ast.Compare(ast.Constant(name), [ast.In()], [ast.Name(given, ast.Load())])
            value = ast.Subscript(ast.Name(given, ast.Load()), ast.Constant(name), ast.Load())
            body.append(ast.If(test, [ast.Assign([ast.Name(name, ast.Store())], value)], []))
        return self.define("__look_set__", [*body, ast.Pass()], given)


class WithoutYield(ast.NodeTransformer):
    """Have a generator's round work out what it hands on, and go on: its body becomes a plain function."""

    def visit_Yield(self, node: ast.Yield) -> Any:
        """Exchange one ``yield`` for its value."""
        self.generic_visit(node)
        return node.value or ast.copy_location(ast.Constant(None), node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        """Leave generators alone that are defined in the round."""
        return node


class Replace(ast.NodeTransformer):
    """Put statements in the place of one."""

    def __init__(self, old: ast.AST, new: list[ast.stmt]) -> None:
        """Remember what goes and what comes."""
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        """Exchange the node; go on below all others."""
        if node is self.old:
            return [ast.copy_location(item, node) for item in self.new]
        return self.generic_visit(node)


def probe_texts(tree: ast.Module, place: int) -> list[str]:
    """Return expressions of the script that may be its loss, to be tried after a round of the loop."""
    loop = at(tree, place)
    body = {id(node) for statement in loop.body for node in ast.walk(statement)}
    defined = {node.name for node in ast.walk(tree) if isinstance(node, Function)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and id(node) not in body]
    names = [(node, node.func.id) for node in calls if isinstance(node.func, ast.Name)]
    found = [
        ast.unparse(node)
        for node, name in names
        if name in defined and (is_loss_name(name) or name in FUNCTIONS)
    ]
    return list(dict.fromkeys(found))
