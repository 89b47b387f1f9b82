"""Rewrite a script so that it hands its training loop over, with accessors for its names."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

from grader.inside.scripts.loops import at, scopes_of
from grader.inside.scripts.syntax import (
    Function,
    Round,
    arguments,
    base,
    bound_names,
    declared,
    is_loss_name,
    targets,
)

HERE, AFTER, VALUE, ROUND = "__look_here__", "__look_after__", "__look_value__", "__look_round__"
FUNCTIONS = frozenset({"f", "F", "fun", "func", "fn", "fx", "function"})
"""Names that people give to a function whose minimum they look for."""

SHOWING = frozenset({"print", "append", "format"})
"""Calls whose arguments are worth recording: what people print or keep of a round."""


def hand_over(tree: ast.Module, place: int) -> ast.Module:
    """Return the tree with the loop replaced by a call that gets its body as a function."""
    loop = at(tree, place)
    scopes = scopes_of(tree, loop)
    function = next((scope for scope in reversed(scopes) if isinstance(scope, Function)), None)
    Recorder().visit_all(tree, loop)
    replacement = HandOver(loop, function).statements()
    return finish(Replace(loop, replacement).visit(tree))


def count_rounds(tree: ast.Module, place: int) -> ast.Module:
    """Return the tree with a call at the end of every round of the loop; it may end the run."""
    loop = at(tree, place)
    Recorder().visit_all(tree, loop)
    names = ast.Call(ast.Name("locals", ast.Load()), [], [])
    loop.body = [ast.Try(loop.body, [], [], [ast.Expr(call(ROUND, names))])]
    return finish(tree)


def finish(tree: Any) -> ast.Module:
    """Give every new node a place in the text."""
    made: ast.Module = ast.fix_missing_locations(tree)
    return made


def call(name: str, *words: ast.expr) -> ast.Call:
    """Return a call of one of our names."""
    return ast.Call(ast.Name(name, ast.Load()), list(words), [])


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
            self.define("__look_body__", [*self.scope(self.bound), *body]),
        ]
        items: ast.expr = ast.Constant(None)
        if isinstance(self.loop, ast.For):
            items = self.loop.iter
            bind = ast.Assign([self.loop.target], ast.Name("__look_item__", ast.Load()))
            made.append(
                self.define(
                    "__look_bind__", [*self.scope(bound_names(self.loop.target)), bind], "__look_item__"
                )
            )
        else:
            made.append(self.define("__look_bind__", [ast.Pass()], "__look_item__"))
        made += [self.getter(), self.setter()]
        names = ("__look_body__", "__look_bind__", "__look_get__", "__look_set__")
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


class Recorder(ast.NodeTransformer):
    """Have every simple statement of functions and loop tell that it ran, and losses their value."""

    def __init__(self) -> None:
        """Begin outside of functions."""
        self.active = False
        self.function = ""

    def visit_all(self, tree: ast.Module, loop: Round) -> None:
        """Rewrite all functions, and the loop if it stands outside of them."""
        for node in tree.body:
            self.visit(node)
        if not self.done(loop):
            self.active = True
            loop.body = self.block(loop.body)
            self.active = False

    def done(self, loop: Round) -> bool:
        """Tell whether the loop was rewritten already, as part of a function."""
        return getattr(loop, "recorded", False)

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Rewrite the statements of a block."""
        made: list[ast.stmt] = []
        for statement in body:
            done = self.visit(statement)
            made += done if isinstance(done, list) else [done]
        return made

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        """Rewrite a function's body."""
        before, self.active, name, self.function = self.active, True, self.function, node.name
        node.body = self.block(node.body)
        self.active, self.function = before, name
        return node

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        """Leave lambdas as they are."""
        return node

    def visit_For(self, node: ast.For) -> Any:
        """Mark loops that are rewritten with their function."""
        if self.active:
            node.recorded = True  # type: ignore[attr-defined]
        return self.generic_visit(node)

    def visit_While(self, node: ast.While) -> Any:
        """Mark loops that are rewritten with their function."""
        if self.active:
            node.recorded = True  # type: ignore[attr-defined]
        return self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> Any:
        """Record what is printed or kept; then tell that the statement ran."""
        if self.active and isinstance(node.value, ast.Call):
            self.record_shown(node.value)
        return self.told(node)

    def record_shown(self, shown: ast.Call) -> None:
        """Record calculations among what a call prints or keeps."""
        function = shown.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        if name in SHOWING:
            shown.args = [self.recorded(item, "shown") for item in shown.args]
        for item in shown.args:
            if isinstance(item, ast.Call) and getattr(item.func, "attr", "") in SHOWING:
                self.record_shown(item)

    def recorded(self, value: ast.expr, how: str) -> ast.expr:
        """Return an expression that also records its value, where it is a calculation."""
        if not isinstance(value, ast.Call | ast.BinOp) or any(
            isinstance(node, ast.Constant) and isinstance(node.value, str) for node in ast.walk(value)
        ):
            return value
        label = ast.unparse(value)[:60]
        return call(VALUE, ast.Constant(f"{how}:{label}"), value)

    def visit_Assign(self, node: ast.Assign) -> Any:
        """Record a loss that a function works out under a local name."""
        if self.active:
            node.value = self.recorded_calls(node.value, targets(node))
            name = ast.unparse(node.targets[0])
            single = len(node.targets) == 1 and isinstance(node.targets[0], ast.Name | ast.Attribute)
            if single and is_loss_name(name):
                where = f" in {self.function}" if self.function else ""
                node.value = call(VALUE, ast.Constant(f"local:{name}{where}"), node.value)
        return self.told(node)

    def recorded_calls(self, value: ast.expr, moved: Iterable[ast.expr] = ()) -> ast.expr:
        """Record the calls of functions that are named like a loss, and differences but for steps."""
        return RecordCalls(value, {base(item) for item in moved}).visit(value)  # type: ignore[no-any-return]

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """Tell that the statement ran."""
        if self.active:
            node.value = self.recorded_calls(node.value)
        return self.told(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        """Tell that the statement ran."""
        return self.told(node)

    def visit_Return(self, node: ast.Return) -> Any:
        """Record what a function named like a loss returns."""
        if not self.active or node.value is None:
            return node
        node.value = self.recorded_calls(node.value)
        if is_loss_name(self.function):
            node.value = call(VALUE, ast.Constant(f"returned:{self.function}"), node.value)
        return node

    def told(self, node: ast.stmt) -> Any:
        """Add a call behind a statement that tells its line."""
        if not self.active:
            return node
        return [node, ast.copy_location(ast.Expr(call(AFTER, ast.Constant(node.lineno))), node)]


def is_step(node: ast.AST, moved: set[str | None]) -> bool:
    """Tell whether a difference is the step itself: what is moved, less something."""
    return isinstance(node, ast.BinOp) and base(node.left) is not None and base(node.left) in moved


class RecordCalls(ast.NodeTransformer):
    """Have calls of functions that are named like a loss, and differences, record their value."""

    def __init__(self, node: ast.AST, moved: set[str | None]) -> None:
        """Note the texts as the script has them, before anything is rewritten."""
        parts = (item for item in ast.walk(node) if isinstance(item, ast.Call | ast.BinOp))
        self.texts = {id(item): ast.unparse(item)[:60] for item in parts if not is_step(item, moved)}

    def visit_Call(self, node: ast.Call) -> Any:
        """Wrap one call; look into its arguments first."""
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if not is_loss_name(name) or name == VALUE:
            return node
        return call(VALUE, ast.Constant(f"call:{self.texts.get(id(node), name)}"), node)

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        """Record a difference: its square may be the loss that the script never works out."""
        text = self.texts.get(id(node), "")
        self.generic_visit(node)
        if not isinstance(node.op, ast.Sub) or isinstance(node.left, ast.Constant) or not text:
            return node
        return call(VALUE, ast.Constant(f"squared:{text}"), node)

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        """Leave lambdas as they are."""
        return node


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
