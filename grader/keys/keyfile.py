"""An answer key as a file: strict JSON that a person can read, numbers to the last bit.

Its first line is the head, see ``keyhead``.
"""

from __future__ import annotations

import contextlib
import gc
import json
import math
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from grader.errors import UsageError
from grader.inside.observation import (
    Error,
    Function,
    Leaf,
    Observation,
    Outcome,
    Scenario,
    Seeded,
    Source,
)
from grader.keys.key import AnswerKey, KeyCheck, Known, Mutant
from grader.keys.keyhead import DAMAGED, FORMAT
from grader.keys.profile import torch_of
from grader.numbers.compare import Bound
from grader.numbers.sealed import Sealed

RECORDS: Mapping[str, type] = {
    record.__name__: record
    for record in (
        AnswerKey,
        KeyCheck,
        Known,
        Mutant,
        Bound,
        Sealed,
        Scenario,
        Observation,
        Error,
        Leaf,
        Seeded,
        Function,
    )
}


def save(key: AnswerKey, path: Path, engine: str, page: str = "") -> None:
    """Write a key, whole or not at all.

    ``engine`` identifies the grader that made it, ``page`` the text of its page.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", dir=path.parent, suffix=".new", delete=False, encoding="utf-8"
    ) as new:
        new.write(text(key, engine, page))
    os.replace(new.name, path)


def text(key: AnswerKey, engine: str, page: str = "") -> str:
    """Return a key as the text of its file."""
    head = {
        "format": FORMAT,
        "engine": engine,
        "digest": key.digest,
        "page": page,
        "seed": key.seed,
        "title": key.title,
        "points": key.points,
        "story": key.story,
        "tasks": list(key.tasks),
        "torch": torch_of(key.scenarios, key.allows_torch),
    }
    return f'{json.dumps(head)[:-1]},\n"key": {json.dumps(encode(key), allow_nan=False)}}}\n'


def load(path: Path, remedy: str = "make it again with `grade key`") -> AnswerKey:
    """Read a key; ``remedy`` says what to do where that fails.

    Raises:
        UsageError: the file is missing, damaged or of another format.
    """
    try:
        with uncollected():
            data = json.loads(path.read_text(encoding="utf-8"))
            key = decode(data["key"]) if data["format"] == FORMAT else None
    except DAMAGED as fault:
        raise UsageError(f"{path}: cannot be read as an answer key ({fault}); {remedy}") from None
    if not isinstance(key, AnswerKey):
        raise UsageError(f"{path}: is of another version of the grader; {remedy}")
    return key


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Search for no garbage for a while: there is none among a hundred thousand new records."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


# ---- records as JSON -----------------------------------------------------------------------------


WORDED = frozenset((str, int, bool, type(None)))
"""The types of which every value is the same in JSON."""


@cache
def names_of(record: type) -> tuple[str, ...]:
    """Return the names of a record's fields."""
    return tuple(field.name for field in fields(record))


def encode(value: Any) -> Any:
    """Return a record as JSON data; every value that JSON has no word for is an object with one key."""
    if type(value) in WORDED:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {type(value).__name__: {name: encode(getattr(value, name)) for name in names_of(type(value))}}
    if isinstance(value, np.ndarray):
        return {"array": [value.dtype.str, list(value.shape), encode_numbers(value)]}
    if isinstance(value, Outcome | Source):
        return {type(value).__name__.lower(): value.value}
    if isinstance(value, list | tuple | Mapping):
        return encode_items(value)
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if isinstance(value, complex):
        return {"complex": [encode(value.real), encode(value.imag)]}
    return value


def encode_numbers(array: np.ndarray) -> list[Any]:
    """Return an array's numbers, all in one list, as JSON data."""
    numbers = array.ravel().tolist()
    whole = array.dtype.kind in "biu" or (array.dtype.kind == "f" and bool(np.isfinite(array).all()))
    return numbers if whole else [encode(item) for item in numbers]


def encode_items(value: Any) -> Any:
    """Return a list, tuple or mapping as JSON data."""
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            return {"pairs": [[encode(key), encode(item)] for key, item in value.items()]}
        return {"map": {str(key): encode(item) for key, item in value.items()}}
    items = [encode(item) for item in value]
    return {"tuple": items} if isinstance(value, tuple) else items


def decode(value: Any) -> Any:
    """Return what ``encode`` was given.

    Raises:
        one of ``DAMAGED``: it was not made by ``encode``.
    """
    if type(value) is list:
        return decode_list(value)
    if type(value) is not dict:
        return value
    ((name, content),) = value.items()
    record = RECORDS.get(name)
    return record(**decode_map(content)) if record is not None else PLAIN[name](content)


COMPOSED = frozenset((dict, list))
"""The types of JSON data that may stand for something else; a key holds a hundred thousand others."""


def decode_list(content: Any) -> list[Any]:
    """Return what a list of JSON data stands for."""
    return [decode(item) if type(item) in COMPOSED else item for item in content]


def decode_map(content: Any) -> dict[str, Any]:
    """Return what JSON data under names stands for."""
    return {key: decode(item) if type(item) in COMPOSED else item for key, item in content.items()}


def decode_array(content: Any) -> np.ndarray:
    """Return an array from its type, shape and numbers."""
    dtype, shape, numbers = content
    return np.array(decode_list(numbers), dtype=np.dtype(dtype)).reshape(shape)


PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "array": decode_array,
    "outcome": Outcome,
    "source": Source,
    "tuple": lambda content: tuple(decode_list(content)),
    "map": decode_map,
    "pairs": lambda content: {decode(key): decode(item) for key, item in content},
    "float": float,
    "complex": lambda content: complex(*map(decode, content)),
}
