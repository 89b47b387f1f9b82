"""Questions about a script's syntax: what a statement moves, what it may compute, which names it binds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

LOSS = re.compile(
    r"loss|cost|\bmse|_mse|mse_|error|(^|_)errs?(_|$)|^mse$|^sse$|^rss$|^l$|^j$|^c$|^e$|objective|^obj$|^mae$|^rmse$|criterion|entropy|risk|^bce$|^ce$|^nll|损失|误差|代价",
    re.IGNORECASE,
)
"""Names that people give to a loss."""

NOT_A_LOSS = re.compile(
    r"grad|deriv|delta|rate|change|^d_(?!loss$|cost$)|^d[lewb]|diff|list|hist|record|prime|backward|_d$|plot|signal|term",
    re.IGNORECASE,
)
"""Names that hold such a word and mean something else."""

RESIDUAL = re.compile(r"err|^e$|resid|误差", re.IGNORECASE)
"""Names of a loss that people also give to a difference, which may be negative."""

TOTAL = re.compile(r"sum|total|acc|running|epoch|all", re.IGNORECASE)
"""Names of a loss that is added up over several rounds."""

IN_PLACE = frozenset({"step", "sub_", "add_", "copy_", "mul_", "assign_sub", "addcmul_"})
"""Methods that move a parameter in place."""

FUNCTIONS = frozenset({"f", "F", "fun", "func", "fn", "fx", "function"})
"""Names that people give to a function whose minimum they look for."""

BEHIND = " behind "
"""Stands in the name of a rate with which another one is made, before that one's."""

Scoped = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef
Function = ast.FunctionDef | ast.AsyncFunctionDef
Round = ast.For | ast.While


def is_loss_name(name: str) -> bool:
    """Tell whether a name is one that people give to a loss."""
    last = name.rpartition(".")[2]
    return bool(LOSS.search(last)) and not NOT_A_LOSS.search(last)


def base(node: ast.AST) -> str | None:
    """Return the name at the beginning of ``a``, ``a.b``, ``a[0]``; None for anything else."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def targets(statement: ast.stmt) -> Iterator[ast.expr]:
    """Yield every single target of an assignment."""
    todo: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        todo = list(statement.targets)
    elif isinstance(statement, ast.AugAssign | ast.AnnAssign | ast.For):
        todo = [statement.target]
    while todo:
        item = todo.pop(0)
        if isinstance(item, ast.Tuple | ast.List):
            todo = [*item.elts, *todo]
        else:
            yield item.value if isinstance(item, ast.Starred) else item


def inside(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and what is below it in the same scope."""
    todo = [node]
    while todo:
        item = todo.pop()
        yield item
        todo += [child for child in ast.iter_child_nodes(item) if not isinstance(child, Scoped)]


def loads(node: ast.AST) -> set[str]:
    """Return the names that are read below a node."""
    return {
        item.id for item in ast.walk(node) if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Load)
    }


def called(node: ast.AST) -> set[str]:
    """Return the last parts of the names of what is called below a node."""
    names = set()
    for item in ast.walk(node):
        if isinstance(item, ast.Call):
            if isinstance(item.func, ast.Name):
                names.add(item.func.id)
            elif isinstance(item.func, ast.Attribute):
                names.add(item.func.attr)
    return names


def moves(statement: ast.AST) -> int:
    """Say how much a statement looks like a step: 3 like ``w -= lr * g``, 1 like any change, 0 not at all."""
    if isinstance(statement, ast.AugAssign):
        if isinstance(statement.value, ast.Constant):
            return 0
        scaled = isinstance(statement.value, ast.BinOp) and isinstance(statement.value.op, ast.Mult | ast.Div)
        kept = isinstance(statement.target, ast.Attribute)
        added = isinstance(statement.op, ast.Add) and (scaled or kept)
        return 3 if isinstance(statement.op, ast.Sub) or added else 1
    if isinstance(statement, ast.Assign):
        return moves_by_assigning(statement)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        if not isinstance(function, ast.Attribute):
            return 0
        if grown(statement):
            return 3
        into = function.attr in ("add", "subtract") and any(
            one.arg == "out" for one in statement.value.keywords
        )
        return 3 if into or function.attr in IN_PLACE else 0
    return 0


def grown(statement: ast.AST) -> str:
    """Return the name of a list to which a step from its entry is added, ``w.append(w[-1] - …)``; or ""."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and len(call.args) == 1):
        return ""
    name, value = call.func.value, call.args[0]
    less = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub | ast.Add)
    if call.func.attr != "append" or not isinstance(name, ast.Name) or not less:
        return ""
    entries = (node for node in ast.walk(value) if isinstance(node, ast.Subscript))
    return name.id if any(base(node) == name.id for node in entries) else ""


def renamed(body: list[ast.stmt]) -> dict[int, tuple[str, str]]:
    """Return both names of steps like ``new = w - lr * g``, then ``w = new``, by the line of the first."""
    made: dict[str, tuple[set[str], int]] = {}
    found: dict[int, tuple[str, str]] = {}
    for statement in body:
        if not isinstance(statement, ast.Assign):
            continue
        names = [name for target in targets(statement) if (name := base(target))]
        if isinstance(statement.value, ast.Name) and statement.value.id in made:
            new = statement.value.id
            read, line = made[new]
            found.update((line, (new, old)) for old in names if old in read)
        if any(isinstance(node, ast.Sub | ast.Call | ast.UnaryOp) for node in ast.walk(statement.value)):
            made.update({name: (loads(statement.value), statement.lineno) for name in names})
    return found


def is_gathered(body: list[ast.stmt]) -> bool:
    """Tell whether entries are worked out and then bound together: ``a = w[0] - …``, ``w = [a, b]``."""
    read: dict[str, set[str]] = {}
    for statement in body:
        if isinstance(statement, ast.Assign):
            into = {name for target in targets(statement) if (name := base(target))}
            given = {
                item.id
                for item in ast.walk(statement.value)
                if isinstance(item, ast.List | ast.Tuple)
                for item in item.elts
                if isinstance(item, ast.Name)
            }
            if any(into & read.get(name, set()) for name in given):
                return True
            if any(isinstance(node, ast.Sub) for node in ast.walk(statement.value)):
                read.update((name, loads(statement.value)) for name in into)
    return False


def is_copied(loop: Round) -> bool:
    """Tell whether steps are gathered entry by entry, then copied: ``temp[j] = w[j] - …``, ``w = temp``."""
    made: dict[str | None, set[str]] = {}
    every = [item for statement in loop.body for item in inside(statement) if isinstance(item, ast.Assign)]
    for item in sorted(every, key=lambda one: one.lineno):
        for target in targets(item):
            if isinstance(target, ast.Subscript) and isinstance(item.value, ast.BinOp):
                made.setdefault(base(target), set()).update(loads(item.value))
            elif any(base(target) in made.get(name, ()) for name in loads(item.value)):
                return True
    return False


def moves_by_assigning(statement: ast.Assign) -> int:
    """Say how much ``w = w - lr * g`` and its kin look like a step."""
    read = loads(statement.value)
    for target in targets(statement):
        if base(target) in read:
            minus = any(isinstance(node, ast.Sub) for node in ast.walk(statement.value))
            return 3 if minus or isinstance(statement.value, ast.Call) else 1
        if isinstance(target, ast.Attribute) and target.attr == "data":
            return 3
    value = statement.value
    is_step = (
        isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "step"
    )
    return 3 if is_step else 0


def bound_names(node: ast.AST) -> set[str]:
    """Return the names that are bound below a node in its own scope."""
    names: set[str] = set()
    for item in inside(node):
        if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Store | ast.Del):
            names.add(item.id)
        elif isinstance(item, ast.Import | ast.ImportFrom):
            names |= {(name.asname or name.name).split(".")[0] for name in item.names if name.name != "*"}
        elif isinstance(item, ast.ExceptHandler) and item.name:
            names.add(item.name)
        names |= {
            child.name for child in ast.iter_child_nodes(item) if isinstance(child, Function | ast.ClassDef)
        }
    return names


def arguments(function: Function) -> set[str]:
    """Return the names of a function's parameters."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    every += [item for item in (given.vararg, given.kwarg) if item is not None]
    return {item.arg for item in every}


def declared(node: ast.AST, kind: type[ast.Global] | type[ast.Nonlocal]) -> set[str]:
    """Return the names that a function declares ``global`` or ``nonlocal``."""
    return {name for item in inside(node) if isinstance(item, kind) for name in item.names}
