"""The texts of an exercise that a student reads, each with where it stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from grader.keys.key import AnswerKey
from grader.words.message import paragraphs


@dataclass(frozen=True)
class Text:
    """An English text to translate, and where it is from."""

    english: str
    place: str


def texts(key: AnswerKey, stub: str) -> Iterator[Text]:
    """Yield what a student reads of an exercise, each text once, in the order of reading."""
    seen: set[str] = set()
    for text in all_texts(key, stub):
        if text.english.strip() and not is_code(text.english) and text.english not in seen:
            seen.add(text.english)
            yield text


def all_texts(key: AnswerKey, stub: str) -> Iterator[Text]:
    """Yield what a student reads of an exercise."""
    yield Text(key.title, "title")
    yield from (Text(one, "story") for one in paragraphs(key.story))
    for name, docstring in docstrings(stub):
        yield from (Text(one, f"docstring of {name}") for one in paragraphs(docstring))
    yield from (Text(check.title, "check") for check in key.checks)
    for known in key.misconceptions:
        yield Text(known.title, known.id)
        yield Text(known.message, f"{known.id}: what it says")
        yield from (Text(hint, f"{known.id}: hint") for hint in known.hints)


def docstrings(stub: str) -> Iterator[tuple[str, str]]:
    """Yield the names and docstrings of a stub's functions and classes, none where it is no Python."""
    try:
        tree = ast.parse(stub)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name, ast.get_docstring(node) or ""


def is_code(text: str) -> bool:
    """Tell whether a paragraph is set in as code: formulas and numbers are the same in every language."""
    return all(line.startswith("    ") for line in text.split("\n") if line.strip())
