"""What a key depends on of its page, as digests: its code and checks, and all of its text."""

from __future__ import annotations

import ast
import hashlib
import platform
from collections.abc import Iterator
from pathlib import Path

DATA = "data"
"""The folder beside the pages whose files a page may read with ``data(…)``."""

HIDDEN = "hidden"
"""The folder in there whose files students do not get."""

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def text_digest(page: Path) -> str:
    """Return the digest of a page as it stands, prose and all, and of the data that it reads."""
    return digest_of(page.read_bytes(), page)


def code_digest(page: Path) -> str:
    """Return the digest of the code and checks that a page has now, and of the data that it reads."""
    return code_digest_of(page.read_bytes(), page)


def code_digest_of(text: bytes, page: Path) -> str:
    """Return the digest of the code and checks in a page's text, and of the data that it reads.

    Docstrings, comments and blank lines change nothing in it. A page that is not Python has that of its text.
    """
    try:
        code = ast.dump(bare_tree(text.decode("utf-8")))
    except (SyntaxError, ValueError, RecursionError):
        return digest_of(text, page)
    return digest_of(code.encode(), page)


def bare_tree(text: str) -> ast.Module:
    """Return Python text as a tree, without docstrings.

    Raises:
        SyntaxError, ValueError, RecursionError: it is not Python.
    """
    tree = ast.parse(text)
    for node in statements(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:]
    return tree


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all statements in it; no expression has any."""
    yield node
    for name in ("body", "orelse", "handlers", "finalbody", "cases"):
        inner = getattr(node, name, ())
        for part in inner if isinstance(inner, list) else ():
            yield from statements(part)


def digest_of(text: bytes, page: Path) -> str:
    """Return the digest of a text and the data beside its page."""
    found = hashlib.sha256(text)
    for path in data_files(page):
        found.update(b"\0" + path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def data_files(page: Path) -> Iterator[Path]:
    """Yield the files that a page may read, in order: all in its data folder where it reads any."""
    if b"data(" in page.read_bytes():
        yield from (path for path in sorted((page.parent / DATA).rglob("*")) if path.is_file())


def installed(name: str) -> str:
    """Return the version of a library, or of Python, as it is here; empty where it is not installed."""
    if name == "python":
        return platform.python_version()
    from importlib import metadata  # slow to load, and a key is mostly read, not made

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
