"""The notebook around us, Jupyter's or marimo's: the cells that it has run, and a place to show a report."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Collection, Sequence
from graphlib import CycleError, TopologicalSorter
from html import escape
from importlib import import_module
from typing import Any

from grader.errors import UsageError
from grader.intake.notebooks.document import Cell
from grader.words.catalogue import sentence

CELLS_KEPT = 500
"""Cells of a long session that are looked at, the last ones."""


def cells_run() -> Sequence[Cell]:
    """Return the cells that this session has run, in the order in which they ran; of equal ones the last.

    Raises:
        UsageError: this is no notebook.
    """
    graph = marimo_graph()
    return cells_of_jupyter() if graph is None else cells_of_marimo(graph)


def cells_of_jupyter() -> Sequence[Cell]:
    """Return the cells that were run, each named by its number as Jupyter shows it."""
    texts = list(enumerate(shell().history_manager.input_hist_raw))[-CELLS_KEPT:]
    last = {text: number for number, text in texts if text.strip()}
    return [
        Cell(sentence("cell.run", number=number), text.replace("\r\n", "\n"))
        for text, number in sorted(last.items(), key=lambda item: item[1])
    ]


def cells_of_marimo(graph: Any) -> Sequence[Cell]:
    """Return the cells as they stand, each behind those that it needs, named by what it defines.

    marimo numbers no cells. One of those that need each other in a circle has not run, and is left out.
    """
    waits = TopologicalSorter({id: graph.parents.get(id, ()) for id in graph.cells})
    with contextlib.suppress(CycleError):
        waits.prepare()
    order: list[Any] = []
    while ready := waits.get_ready():
        order += ready
        waits.done(*ready)
    cells = [graph.cells[id] for id in order[-CELLS_KEPT:]]
    return [Cell(name_of(cell.defs), cell.code) for cell in cells]


def name_of(defined: Collection[str]) -> str:
    """Return what to call a cell of marimo: by what it defines, else _ as marimo does."""
    return f"cell {', '.join(sorted(defined)) or '_'}"


def marimo_graph() -> Any | None:
    """Return the cells of the marimo notebook that is running, None where none is."""
    if "marimo" not in sys.modules:
        return None
    context = import_module("marimo._runtime.context")
    try:
        return context.get_context().graph
    except context.ContextNotInitializedError:
        return None


def shell() -> Any:
    """Return the running IPython.

    Raises:
        UsageError: there is none.
    """
    found = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if found is None:
        raise UsageError("this is no notebook; grade a file with `grade submit FILE`")
    return found


def display(shown: object) -> None:
    """Show a report below the cell that runs."""
    from IPython.display import display as show

    show(shown)


def end(words: str) -> None:
    """End a cell of marimo with words in place of an error; elsewhere do nothing."""
    if marimo_graph() is not None:
        marimo = sys.modules["marimo"]
        marimo.stop(True, marimo.Html(f"<p>{escape(words)}</p>"))
