"""Find programs that are the same but for names, comments and layout: evidence, never a verdict."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from grader.words.plain import clip

NODES_AT_LEAST = 60
"""Nodes of the syntax tree that a group shares beyond what is usual: a formula of one line has 10 to 20."""

USUAL_PEOPLE, USUAL_SHARE = 6, 0.1
"""A definition that more people have than both of these is usual: given in the stub, or the plain answer."""

SHOWN_AT_MOST = 20
"""Groups on the page, those with the most in common first."""

DEFINITIONS = re.compile(r"^(?=def |class |@)", re.MULTILINE)
"""Where a program may be taken apart; a piece that is no Python by itself has no form."""

LINES, CHARACTERS = 30, 3000
"""As much of a program as is shown."""

BYTES_AT_MOST = 256 << 10
"""A longer file is compared by its bytes alone."""


@dataclass(frozen=True)
class Form:
    """One definition without its names and layout: a digest, how many nodes it has, and its text."""

    digest: bytes
    nodes: int
    first: int
    last: int


@dataclass(frozen=True)
class Hand:
    """A file as it is compared: whose it is, its digest, and its definitions."""

    student: str
    name: str
    sha256: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Alike:
    """People whose programs are the same in what is not usual. ``exactly``: to the last byte."""

    exercise: str
    people: tuple[tuple[str, str], ...]
    exactly: bool
    nodes: int
    excerpts: tuple[str, ...]


@dataclass
class Gather:
    """Files in the making, by exercise. ``read`` gives a file by its digest, ``given`` an exercise's stub."""

    read: Callable[[str], bytes]
    given: Callable[[str], str]
    hands: dict[str, list[Hand]] = field(default_factory=lambda: defaultdict(list))
    known: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    pieces: dict[bytes, tuple[Form, ...]] = field(default_factory=dict)

    def add(self, exercise: str, student: str, name: str, sha256: str) -> None:
        """Take in one file; it is read once, whoever handed it in, and not kept."""
        if sha256 not in self.known:
            self.known[sha256] = tuple(forms(source(self.read(sha256)), self.pieces))
        self.hands[exercise].append(Hand(student, name, sha256, self.known[sha256]))

    def groups(self) -> tuple[Alike, ...]:
        """Return the groups of two or more, those with the most in common first."""
        found = [group for id, hands in self.hands.items() for group in self.in_exercise(id, hands)]
        return tuple(sorted(found, key=lambda one: (-one.nodes, one.exercise, one.people))[:SHOWN_AT_MOST])

    def in_exercise(self, exercise: str, hands: Sequence[Hand]) -> Iterator[Alike]:
        """Yield the groups of one exercise."""
        often = Counter(digest for hand in hands for digest in {form.digest for form in hand.forms})
        most = max(USUAL_PEOPLE, USUAL_SHARE * len(hands))
        usual = {digest for digest, many in often.items() if many > most}
        usual |= {form.digest for form in forms(self.given(exercise))}
        groups: dict[tuple[bytes, ...], list[Hand]] = defaultdict(list)
        for hand in hands:
            groups[tuple(sorted({form.digest for form in hand.forms} - usual))].append(hand)
        for digests, members in groups.items():
            shared = {form.digest: form.nodes for form in members[0].forms if form.digest in digests}
            if len(members) > 1 and sum(shared.values()) >= NODES_AT_LEAST:
                yield self.group(exercise, members, set(digests), sum(shared.values()))

    def group(self, exercise: str, members: Sequence[Hand], digests: set[bytes], nodes: int) -> Alike:
        """Return a group with what two of its different files have in common, as each wrote it."""
        files = list(dict.fromkeys(hand.sha256 for hand in members))
        return Alike(
            exercise=exercise,
            people=tuple((hand.student, hand.name) for hand in members),
            exactly=len(files) == 1,
            nodes=nodes,
            excerpts=tuple(self.excerpt(sha256, digests) for sha256 in files[:2]),
        )

    def excerpt(self, sha256: str, digests: set[bytes]) -> str:
        """Return the longest definition of a file that is shared and not usual."""
        shared = [form for form in self.known[sha256] if form.digest in digests]
        longest = max(shared, key=lambda form: form.nodes)
        lines = source(self.read(sha256)).splitlines()[longest.first - 1 : longest.last]
        return clip("\n".join(lines), CHARACTERS, LINES)


def source(data: bytes) -> str:
    """Return the program in a file: its text, or a notebook's code cells."""
    text = data.decode("utf-8", "replace") if len(data) <= BYTES_AT_MOST else ""
    if not text.lstrip().startswith("{"):
        return text
    try:
        cells = json.loads(text)["cells"]
        parts = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
        joined = ("".join(part) if isinstance(part, list) else str(part) for part in parts)
        return "\n".join(line for part in joined for line in part.splitlines() if line[:1] not in "%!")
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return text


def forms(text: str, known: dict[bytes, tuple[Form, ...]] | None = None) -> Iterator[Form]:
    """Yield the definitions of a program without names, comments and layout; none where it is no Python.

    They are read one by one: most are written just so in many files, and ``known`` after the first.
    """
    known = {} if known is None else known
    line = 0
    for piece in DEFINITIONS.split(text):
        key = hashlib.blake2b(piece.encode("utf-8", "replace"), digest_size=16).digest()
        if key not in known:
            known[key] = tuple(definitions(piece))
        for form in known[key]:
            yield replace(form, first=form.first + line, last=form.last + line)
        line += piece.count("\n")


def definitions(text: str) -> Iterator[Form]:
    """Yield the definitions in a piece of a program."""
    try:
        body = ast.parse(text).body
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                words = skeleton(node)
                digest = hashlib.blake2b("\0".join(words).encode("utf-8", "replace"), digest_size=12).digest()
                yield Form(digest, len(words), node.lineno, node.end_lineno or node.lineno)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return


def skeleton(top: ast.AST) -> list[str]:
    """Return the syntax of a definition, node by node: its own names are numbered as they come."""
    words: list[str] = []
    names: list[tuple[int, str]] = []
    bound: set[str] = set()
    todo = [top]
    while todo:
        node = todo.pop()
        kind = type(node)
        if kind is ast.Name or kind is ast.arg:
            name = node.id if kind is ast.Name else node.arg  # type: ignore[attr-defined]
            if kind is ast.arg or type(node.ctx) is not ast.Load:  # type: ignore[attr-defined]
                bound.add(name)
            names.append((len(words), name))
        words.append(WORDS[kind](node) if kind in WORDS else kind.__name__)
        for part in kind._fields:
            below = getattr(node, part, None)
            if type(below) is list:
                todo += [one for one in below if isinstance(one, ast.AST) and not is_remark(one)]
            elif isinstance(below, ast.AST) and not isinstance(below, ast.expr_context):
                todo.append(below)
    numbers: dict[str, int] = {}
    for place, name in names:
        words[place] += f" {numbers.setdefault(name, len(numbers)) if name in bound else name}"
    return words


WORDS: Mapping[type[ast.AST], Callable[[Any], str]] = {
    ast.Constant: lambda node: f"Constant {node.value!r}",
    ast.Attribute: lambda node: f"Attribute {node.attr}",
}
"""What of a node's own content is not a matter of taste; names are numbered."""


def is_remark(node: ast.AST) -> bool:
    """Tell whether a statement does nothing: a docstring, an import in a function."""
    if type(node) is ast.Expr and type(node.value) is ast.Constant:
        return True
    return type(node) is ast.Import or type(node) is ast.ImportFrom
