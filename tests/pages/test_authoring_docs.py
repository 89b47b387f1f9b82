"""docs/authoring.md says what the program does: its example, its words, its faults and its errors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken import SOUND
from conftest import ROOT

from grader import author
from grader.keys.making import keymaker
from grader.pages import asked, dependencies, edits, listed, page, slices
from grader.prove import gather, show
from grader.prove.prove import prove
from grader.prove.rules import OF_SCRIPTS, RULES
from grader.report.screen import Screen
from grader.sandbox.client import Sandbox

NAMES = {rule for names in (*RULES.values(), *OF_SCRIPTS.values()) for rule in names} | {
    "page",
    "translation",
}
"""The names of all faults."""

TEXT = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
READERS = (page, listed, slices, edits, dependencies, keymaker, gather)
"""The modules that raise page errors."""


def table_rows() -> Iterator[list[str]]:
    """Yield the cells of every row of the page's tables."""
    for line in TEXT.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def plain(text: str) -> str:
    """Return a text without marks of code and without runs of spaces."""
    return " ".join(text.replace("`", "").split())


def error_sentences() -> Iterator[str]:
    """Yield the fixed parts of every page error's sentence, the longest one of each."""
    for module in READERS:
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PageError":
                yield from longest(node.args[2])
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message":
                yield from longest(node.value)


def longest(sentence: ast.expr) -> Iterator[str]:
    """Yield the longest fixed part of a sentence; nothing where it is a name."""
    parts = [node.value for node in ast.walk(sentence) if isinstance(node, ast.Constant)]
    texts = [part for part in parts if isinstance(part, str)]
    if texts:
        yield plain(max(texts, key=len))


def test_the_matrix_is_what_prove_prints(tmp_path: Path, sandbox: Sandbox) -> None:
    """Programs, marks, points and checks stand in the docs as the command prints them."""
    path = tmp_path / "one_slope.py"
    path.write_text(SOUND, encoding="utf-8")
    printed = show.render(prove(path, sandbox), Screen())
    shown = next(block for _, block in BLOCKS if "program  " in block)
    matrix = shown.partition("\n  scatter")[0]
    assert matrix in printed


@pytest.mark.parametrize("rule", sorted(NAMES))
def test_every_rule_is_explained(rule: str) -> None:
    """An author finds the rule at the beginning of a fault in a table."""
    assert any(row[0] == f"`{rule}`" and len(row) == 3 for row in table_rows())


def test_no_rule_is_explained_that_is_gone() -> None:
    """Every row of the faults' table is about a rule of the program."""
    table = TEXT.partition("## Faults")[2].partition("##")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, flags=re.MULTILINE)) == NAMES


@pytest.mark.parametrize("sentence", sorted(set(error_sentences())))
def test_every_page_error_is_listed(sentence: str) -> None:
    """An author who meets an error finds its sentence."""
    assert sentence.strip(" ;:,") in plain(TEXT)


def test_page_errors_are_found_in_every_reader() -> None:
    """The test above looks at what is raised, not at an empty list."""
    assert len(set(error_sentences())) > 15


@pytest.mark.parametrize("name", author.__all__)
def test_everything_that_a_page_may_import_is_documented(name: str) -> None:
    """Marks, kinds of check and inputs stand in the docs by their names."""
    assert re.search(rf"[`@]{name}\b", TEXT)


@pytest.mark.parametrize("word", [*asked.WORDS, "title", "inputs"])
def test_every_word_of_a_check_is_documented(word: str) -> None:
    """Each has a row of its own."""
    assert any(f"`{word}`" in row[0].split(", ") for row in table_rows())
