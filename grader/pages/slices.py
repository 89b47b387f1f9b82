"""Cut a page's text by its syntax tree: into programs, experiments and the stub.

A program is the page with every line that it does not need left blank, so that a line number in a
program is the line number on the page.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from grader.errors import PageError

Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Source:
    """A page's text with its syntax tree.

    Raises:
        PageError: the text is not Python.
    """

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The page as Python parses it."""
        try:
            return ast.parse(self.text, str(self.path))
        except SyntaxError as fault:
            raise PageError(
                self.path, fault.lineno or 0, f"this is not Python ({fault.msg}); correct this line"
            ) from None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text's lines, without their ends; as Python counts them, a form feed ends none."""
        return tuple(self.text.removesuffix("\n").split("\n"))

    @cached_property
    def tasks(self) -> Mapping[str, ast.FunctionDef]:
        """The functions marked ``@task``, by dotted name, in order."""
        found: dict[str, ast.FunctionDef] = {}
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef) and is_task(node):
                found[node.name] = node
            if isinstance(node, ast.ClassDef):
                methods = (item for item in node.body if isinstance(item, ast.FunctionDef) and is_task(item))
                found.update({f"{node.name}.{method.name}": method for method in methods})
        return found

    @cached_property
    def marks(self) -> frozenset[str]:
        """The names that the page has from the grader."""
        imports = (node for node in self.tree.body if is_grader_import(node))
        return frozenset(name for node in imports for name in bound_names(node))

    def line_of_text(self, text: str) -> int:
        """Return the line of the first string that is this text; 0 where there is none."""
        strings = (node for node in ast.walk(self.tree) if isinstance(node, ast.Constant))
        return next((node.lineno for node in strings if node.value == text), 0)

    @cached_property
    def fold(self) -> int:
        """The last line that students see: the end of the last task, or of the class it stands in."""
        last = max(node.end_lineno or 0 for node in self.tasks.values())
        return max(node.end_lineno or 0 for node in self.tree.body if node.lineno <= last)

    @cached_property
    def definitions(self) -> Mapping[str, ast.stmt]:
        """The top-level statement that binds each name."""
        return {name: node for node in self.tree.body for name in bound_names(node)}

    def given(self, node: ast.stmt) -> bool:
        """Tell whether a top-level statement stands above the fold."""
        return node.lineno <= self.fold


def is_task(node: ast.FunctionDef) -> bool:
    """Tell whether a function carries the mark ``@task``."""
    return any(ast.unparse(mark).split(".")[-1] == "task" for mark in node.decorator_list)


def is_grader_import(node: ast.stmt) -> bool:
    """Tell whether a statement imports from the grader, which programs and stubs do without."""
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] == "grader"
    return isinstance(node, ast.Import) and any(name.name.split(".")[0] == "grader" for name in node.names)


def bound_names(node: ast.stmt) -> list[str]:
    """Return the names that a top-level statement binds in the page."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(name.asname or name.name).split(".")[0] for name in node.names]
    return stored_names(node, within=(ast.comprehension, ast.Lambda))


def stored_names(node: ast.AST, within: tuple[type[ast.AST], ...] = ()) -> list[str]:
    """Return the names that are assigned in a statement; those inside ``within`` are local to it."""
    parts = list(ast.walk(node))
    local = {id(name) for part in parts if within and isinstance(part, within) for name in ast.walk(part)}
    names = [name for name in parts if isinstance(name, ast.Name) and id(name) not in local]
    return [name.id for name in names if isinstance(name.ctx, ast.Store)]


@lru_cache(4096)  # a page's statements stay as they are, and each of its programs asks for them again
def used_names(node: ast.AST) -> frozenset[str]:
    """Return the names of the page that a statement reads, its own decorators left aside."""
    read = {name.id for name in inner_names(node) if isinstance(name.ctx, ast.Load)}
    if isinstance(node, ast.FunctionDef):
        arguments = {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}
        return frozenset(read - arguments - set(stored_names(node)))
    return frozenset(read)


def inner_names(node: ast.AST) -> list[ast.Name]:
    """Return every name in a statement that does not stand in its own decorators."""
    outside = {id(name) for mark in getattr(node, "decorator_list", ()) for name in ast.walk(mark)}
    return [name for name in ast.walk(node) if isinstance(name, ast.Name) and id(name) not in outside]


# ---- programs ------------------------------------------------------------------------------------


def reference(source: Source) -> str:
    """Return the reference's text: the page above the fold, and the helpers below it that tasks use."""
    return "\n".join(kept_lines(source, program_nodes(source, ()))) + "\n"


def variant(source: Source, name: str, targets: Sequence[str]) -> str:
    """Return the reference's text with the definition ``name`` bound in place of the targets.

    Where the definition itself calls one of its targets, it reaches the reference's.
    """
    node = source.definitions[name]
    return bound(kept_lines(source, program_nodes(source, (node,))), node, name, targets)


def variant_of(source: Source, name: str, targets: Sequence[str], text: str) -> str:
    """Do as ``variant`` with a definition that the page does not hold: its text follows the page's lines."""
    node = ast.parse("\n" * len(source.lines) + text).body[0]
    nodes = [other for other in program_nodes(source, (node,)) if other is not node]
    return bound([*kept_lines(source, nodes), *text.split("\n")], node, name, targets)


def bound(lines: list[str], node: ast.stmt, name: str, targets: Sequence[str]) -> str:
    """Return a program's text in which its definition ``name`` stands for the targets."""
    own = {target for target in targets if "." not in target and target in used_names(node)}
    rename(lines, node, {target: f"reference_{target}" for target in own})
    lines += [f"reference_{target} = {target}" for target in sorted(own)]
    if len(targets) == 1:
        lines.append(f"{targets[0]} = {name}")
    else:
        lines += [f"{target} = {name}.{target.split('.')[-1]}" for target in targets]
    return "\n".join(lines) + "\n"


def program_nodes(source: Source, extra: Iterable[ast.stmt]) -> list[ast.stmt]:
    """Return the given statements, ``extra``, and everything below the fold that these name."""
    wanted = [node for node in source.tree.body if source.given(node) and not is_grader_import(node)]
    wanted += list(extra)
    for node in wanted:  # the list grows while it is walked, until nothing new is named
        for name in sorted(used_names(node)):
            found = source.definitions.get(name)
            if found is not None and found not in wanted and not is_grader_import(found):
                wanted.append(found)
    return wanted


def kept_lines(source: Source, nodes: Iterable[ast.stmt]) -> list[str]:
    """Return the page's lines with all but these statements blank, and the grader's marks blank too."""
    kept = [""] * len(source.lines)
    for node in nodes:
        for number in range(first_line(node), (node.end_lineno or node.lineno) + 1):
            kept[number - 1] = source.lines[number - 1]
        for mark in grader_marks(source, node):
            for number in range(mark.lineno, (mark.end_lineno or mark.lineno) + 1):
                kept[number - 1] = ""
    return kept


def first_line(node: ast.stmt) -> int:
    """Return a statement's first line, its decorators included."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
    return node.lineno


def grader_marks(source: Source, node: ast.stmt) -> list[ast.expr]:
    """Return the decorators inside a statement that come from the grader."""
    return [mark for mark in decorators(node) if used_names(mark) & source.marks]


@lru_cache(4096)
def decorators(node: ast.stmt) -> tuple[ast.expr, ...]:
    """Return the decorators of a statement and of all definitions in it."""
    defined = [item for item in ast.walk(node) if isinstance(item, ast.FunctionDef | ast.ClassDef)]
    return tuple(mark for item in defined for mark in item.decorator_list)


def rename(lines: list[str], node: ast.AST, names: Mapping[str, str]) -> None:
    """Replace names inside one statement, in place, from the last occurrence to the first."""
    places = [name for name in inner_names(node) if name.id in names]
    for name in sorted(places, key=lambda name: (name.lineno, name.col_offset), reverse=True):
        line = lines[name.lineno - 1].encode()  # the tree counts columns in UTF-8 bytes
        start, end = name.col_offset, name.end_col_offset or name.col_offset
        lines[name.lineno - 1] = (line[:start] + names[name.id].encode() + line[end:]).decode()


def paragraphs(text: str | None) -> list[str]:
    """Return a docstring's paragraphs, each on one line."""
    blocks = textwrap.dedent(text or "").strip().split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]
