"""The functions of a program that a task may run: their names, and the nodes of their code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

Function = ast.FunctionDef | ast.Lambda
Scope = tuple[tuple[str, ...], Sequence[ast.AST]]
"""The names of a function, and the nodes of its code."""


def scopes_of(tree: ast.Module, task: str, others: Sequence[str]) -> Iterator[Scope]:
    """Yield each function that a task may run, with its names, and every lambda in it."""
    within: dict[ast.AST, tuple[str, ...]] = {}
    for function in functions_of(tree, task, others):
        # What a function defines sees its names as well: they come after its own.
        names = tuple(dict.fromkeys((*names_of(function), *within.get(function, ()))))
        within.update((one, names) for one in ast.walk(function) if isinstance(one, ast.FunctionDef))
        yield from scopes_in(names, function)


def scopes_in(names: tuple[str, ...], function: Function) -> Iterator[Scope]:
    """Yield a function's own code, then that of its lambdas, which see its names as well."""
    nodes = list(nodes_of(function))
    yield names, nodes
    for node in nodes:
        if isinstance(node, ast.Lambda):
            yield from scopes_in(tuple(dict.fromkeys((*names, *names_of(node)))), node)


def functions_of(tree: ast.Module, task: str, others: Sequence[str]) -> Iterator[Function]:
    """Yield the task's function, then those of the file that it uses, other tasks left out."""
    defined = definitions(tree)
    todo, done = [task.partition(".")[0]], set(others)
    while todo:
        name = todo.pop(0)
        node = defined.get(name)
        if node is None or name in done:
            continue
        done.add(name)
        if isinstance(node, ast.Lambda):
            yield node
        yield from (inner for inner in ast.walk(node) if isinstance(inner, ast.FunctionDef))
        todo += [inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)]


def definitions(tree: ast.Module) -> dict[str, ast.FunctionDef | ast.ClassDef | ast.Lambda]:
    """Return the functions and classes of a file by their names."""
    found: dict[str, ast.FunctionDef | ast.ClassDef | ast.Lambda] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            value = found.get(node.value.id) if isinstance(node.value, ast.Name) else node.value
            if isinstance(value, ast.FunctionDef | ast.ClassDef | ast.Lambda):
                found.update({one.id: value for one in node.targets if isinstance(one, ast.Name)})
    return found


def names_of(function: Function) -> tuple[str, ...]:
    """Return the names of a function's parameters and variables, in order."""
    names = [argument.arg for argument in function.args.args]
    names += [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return tuple(dict.fromkeys(names))


def nodes_of(function: Function) -> Iterator[ast.AST]:
    """Yield the nodes of a function's code, its own block first, without text that holds values.

    What a ``while`` holds comes last, as it might never end with a change. What a lambda holds is left to its
    own names.
    """
    body = [function.body] if isinstance(function, ast.Lambda) else function.body
    if isinstance(function, ast.FunctionDef):
        yield function
    todo: list[ast.AST] = list(body)
    endless: list[ast.AST] = []
    whole: list[ast.AST] = []
    while todo or endless:
        node = todo.pop(0) if todo else endless.pop(0)
        if isinstance(node, ast.Lambda):
            yield node
        elif isinstance(node, ast.While):
            yield from (one for one in ast.walk(node.test) if isinstance(one, ast.Compare | ast.BoolOp))
            endless += node.body
            whole.append(node)
        elif not isinstance(node, ast.JoinedStr | ast.FunctionDef | ast.ClassDef):
            yield node
            todo += list(ast.iter_child_nodes(node))
    yield from whole


def data_of(tree: ast.Module) -> frozenset[str]:
    """Return the names that a file gives to values, not to functions."""
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    names = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    return frozenset(names - set(definitions(tree)))


def held_by_self(tree: ast.Module) -> list[str]:
    """Return what the file's classes hold, as `self.bend`, each once."""
    parts = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    stored = (one for one in parts if isinstance(one.ctx, ast.Store) and isinstance(one.value, ast.Name))
    return list(dict.fromkeys(ast.unparse(one) for one in stored))


def unused(tree: ast.Module) -> list[str]:
    """Return what the file's classes hold and never use: a layer that nothing goes through."""
    parts = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    used = {one.attr for one in parts if isinstance(one.ctx, ast.Load)}
    return [name for name in held_by_self(tree) if name.partition(".")[2] not in used]


def arities(tree: ast.Module) -> dict[str, int]:
    """Return how many arguments each of the file's functions takes."""
    return {
        name: len(node.args.args)
        for name, node in definitions(tree).items()
        if not isinstance(node, ast.ClassDef)
    }
