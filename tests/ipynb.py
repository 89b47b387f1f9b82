"""Notebook files for tests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def cell(source: object, id: str = "", kind: str = "code", **more: Any) -> dict[str, Any]:
    """Return a cell of format 4, with an output that says nothing."""
    made: dict[str, Any] = {"cell_type": kind, "source": source, "metadata": {}, **more}
    if kind == "code":
        made |= {"outputs": [{"output_type": "stream", "name": "stderr", "text": "?"}], "execution_count": 7}
    return made | ({"id": id} if id else {})


def file(cells: Sequence[Any], **metadata: Any) -> bytes:
    """Return the bytes of a notebook of format 4.5."""
    content = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": list(cells)}
    return json.dumps(content).encode()


def of(*texts: str) -> bytes:
    """Return the bytes of a notebook with these cells of code."""
    return file([cell(text) for text in texts])
