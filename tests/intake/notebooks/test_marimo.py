"""The cells of a marimo notebook are read from its file; any other program has none."""

from __future__ import annotations

import pytest

from grader.intake.notebooks import marimo

HEAD = "import marimo\n\napp = marimo.App(width='medium')\n\n\n"


def labels_and_texts(body: str) -> list[tuple[str, str]]:
    """Return the cells of a notebook with these lines below its head."""
    return [(cell.label, cell.text) for cell in marimo.cells(HEAD + body)]


def test_a_cell() -> None:
    """A cell is the body at the left margin, without the return that marimo writes."""
    body = "@app.cell\ndef _(a):\n    b = a\n\n    def f(x):\n        return x + b\n    return (f,)\n"
    assert labels_and_texts(body) == [("cell f", "b = a\n\ndef f(x):\n    return x + b")]


def test_options_and_decorators() -> None:
    """Options of a cell are not its text; decorators within it are."""
    body = (
        "@app.cell(disabled=True)\ndef a(cache):\n    @cache\n    def f(x):\n        return x\n    return\n"
    )
    assert labels_and_texts(body) == [("cell f", "@cache\ndef f(x):\n    return x")]


def test_a_function_of_its_own() -> None:
    """What marimo wrote as a function or class of its own is the cell."""
    body = "@app.function\ndef f(x):\n    return x\n\n\n@app.class_definition\nclass C:\n    pass\n"
    assert labels_and_texts(body) == [("cell f", "def f(x):\n    return x"), ("cell C", "class C:\n    pass")]


def test_setup_and_places() -> None:
    """Setup is a cell; one that defines no function is called by its place, and an empty one counts too."""
    empty, cell = "@app.cell\ndef _():\n    return\n", "@app.cell\ndef _():\n    a = 1\n    return (a,)\n"
    body = f"with app.setup:\n    import math\n\n\n{empty}\n\n{cell}"
    assert labels_and_texts(body) == [("cell 1", "import math"), ("cell 3", "a = 1")]


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    return x\n",
        "app = marimo.App(\n",
        "s = 'marimo.App('\n",
        "with open('x') as file:\n    pass\n",
    ],
)
def test_no_notebook(text: str) -> None:
    """Any other program, and one that Python cannot read, has no cells."""
    assert marimo.cells(text) == ()
