"""A notebook file's cells are read, whatever wrote them; a file that is none is refused with a remedy."""

from __future__ import annotations

import codecs
import contextlib
import json
from pathlib import Path

import ipynb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.intake.notebooks import document
from grader.intake.notebooks.document import Cell, Document

PATH = Path("loss.ipynb")


def parse(data: bytes) -> Document:
    """Return the cells of a file."""
    return document.parse(data, PATH)


def test_cells_are_counted_from_the_top() -> None:
    """Cells of text count, as they do for the one who looks at the notebook, and are not returned."""
    data = ipynb.file([ipynb.cell("# Title", kind="markdown"), ipynb.cell("a = 1"), ipynb.cell("b = 2")])
    assert parse(data).cells == (Cell("cell 2", "a = 1"), Cell("cell 3", "b = 2"))


@pytest.mark.parametrize(
    "source", ["a = 1\nb = 2", ["a = 1\n", "b = 2"], "a = 1\r\nb = 2", ["a = 1\r", "b = 2"]]
)
def test_text(source: object) -> None:
    """A cell's text is a string or a list of lines, with any line ends."""
    assert parse(ipynb.file([ipynb.cell(source)])).cells[0].text == "a = 1\nb = 2"


def test_format_3() -> None:
    """A notebook of format 3 keeps its cells in worksheets, and their text as input."""
    sheets = [{"cells": [{"cell_type": "code", "input": ["a = 1"]}]}, {"cells": 5}, None]
    data = json.dumps({"nbformat": 3, "worksheets": sheets}).encode()
    assert parse(data).cells == (Cell("cell 1", "a = 1"),)


def test_ids() -> None:
    """A cell is known by nbgrader's id, or else by its own; an id that is no text is none."""
    cells = [
        ipynb.cell("a", id="x", metadata={"nbgrader": {"grade_id": "answer-f"}}),
        ipynb.cell("b", id="y"),
        ipynb.cell("c", metadata={"nbgrader": [1]}),
        ipynb.cell("d") | {"id": 5},
    ]
    assert [cell.id for cell in parse(ipynb.file(cells)).cells] == ["answer-f", "y", "", ""]


def test_exercise() -> None:
    """A notebook that we wrote says which exercise it is."""
    assert parse(ipynb.file([], grader={"exercise": "loss"})).exercise == "loss"
    assert parse(ipynb.file([], grader={"exercise": 7})).exercise == ""
    assert parse(ipynb.of()).exercise == ""


def test_mark_of_utf8() -> None:
    """A byte order mark is no fault."""
    assert parse(codecs.BOM_UTF8 + ipynb.of("a = 1")).cells == (Cell("cell 1", "a = 1"),)


def test_half_a_character() -> None:
    """Half of a character, which JSON can spell, becomes a question mark."""
    assert parse(ipynb.of("a = '\ud83d'")).cells[0].text == "a = '?'"


@pytest.mark.parametrize("language", ["python", "Python", "", None, 7])
def test_python(language: object) -> None:
    """A notebook in Python is read, and one that does not say its language."""
    assert parse(ipynb.file([], kernelspec={"language": language})).cells == ()


@pytest.mark.parametrize(
    "metadata", [{"kernelspec": {"language": "R"}}, {"language_info": {"name": "julia"}}]
)
def test_other_language(metadata: dict[str, dict[str, str]]) -> None:
    """A notebook in another language is refused by name."""
    with pytest.raises(UsageError, match=r"is a notebook in (R|julia); hand in one in Python"):
        parse(ipynb.file([], **metadata))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty; open it in Jupyter, save it again"),
        (b" \n", "the file is empty"),
        (ipynb.of("a = 1")[:-20], "it ends in the middle"),
        (b'{"cells": ["', "it ends in the middle"),
        (b'{"cells": [}', "line 1, column 12: Expecting value"),
        (b"<!DOCTYPE html><html>", "it is a web page"),
        (b'{\n<<<<<<< HEAD\n"cells": []\n', "line 2 is the mark of a merge"),
        (b"\xff\xfe{", "is not text in UTF-8"),
        (b"[" * 200_000, "too deep"),
        (b'{"a": ' * 100_000, "too deep"),
        (b'{"cells": ' + b"9" * 5_000 + b"}", "too deep"),
        (b"[]", "is JSON, but no notebook"),
        (b"7", "is JSON, but no notebook"),
        (b"{}", "no list of cells"),
        (b'{"cells": {}}', "no list of cells"),
        (b'{"worksheets": 5}', "no list of cells"),
        (b'{"cells": [5]}', "cell 1 is no cell"),
        (ipynb.file([ipynb.cell({})]), "cell 1 holds no text"),
        (ipynb.file([ipynb.cell(["a", 5])]), "cell 1 holds no text"),
        (ipynb.file([{}] * (document.CELLS_AT_MOST + 1)), "more than 1000 cells"),
        (ipynb.of("#" * (document.TEXT_AT_MOST + 1)), "more than 256 KiB of code"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_damaged(data: bytes, words: str) -> None:
    """A file that is no notebook is refused; the message says why, and what to do."""
    with pytest.raises(UsageError, match=words) as caught:
        parse(data)
    assert str(caught.value).startswith("loss.ipynb: ")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cells", "cell_type", "source", "metadata", "worksheets", "nbgrader", "id"]),
            inner,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json(content: object) -> None:
    """Whatever JSON a file holds, it is read or refused, and nothing else happens."""
    with contextlib.suppress(UsageError):
        assert isinstance(parse(json.dumps(content).encode()), Document)


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """Whatever bytes a file holds, it is read or refused, and nothing else happens."""
    with contextlib.suppress(UsageError):
        assert isinstance(parse(data), Document)
