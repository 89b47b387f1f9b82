"""Requests, as ``wire`` has them: a program or a scenario, written by the parent and trusted by the child."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.inside.observation import Function, Leaf, Program, Scenario, Seeded
from grader.inside.wire import frame


def request(message: Program | Scenario, nonce: bytes, seconds: float = 0.0) -> bytes:
    """Return a frame that carries a program or a scenario, and the processor time it may take (0: any)."""
    arrays: list[np.ndarray] = []
    if isinstance(message, Program):
        header: dict[str, Any] = {"is": "program", **vars(message), "names": dict(message.names)}
        # Left out where there are none: what was observed of a program alone stays known by its digest.
        del header["modules"]
        header |= {"modules": dict(message.modules)} if message.modules else {}
    else:
        named = {name: plain(value) for name, value in vars(message).items() if name != "args"}
        if not message.only:  # as above, of scenarios
            del named["only"]
        header = {"is": "scenario", **named, "args": [fold(item, arrays) for item in message.args]}
    if seconds:
        header["seconds"] = seconds
    body = json.dumps(header).encode() + b"\0" + b"".join(array.tobytes() for array in arrays)
    return frame(body, nonce)


def plain(value: Any) -> Any:
    """Return a mapping of a scenario as JSON knows it."""
    return dict(value) if isinstance(value, Mapping) else value


def fold(value: Any, arrays: list[np.ndarray]) -> Any:
    """Replace the arrays in an input by places in JSON, and collect them in that order."""
    if isinstance(value, np.ndarray):
        array = np.ascontiguousarray(value)
        arrays.append(array)
        return {"array": array.dtype.str, "shape": list(value.shape)}
    if isinstance(value, np.generic):
        return fold(np.asarray(value), arrays) | {"scalar": True}
    if isinstance(value, Leaf | Seeded | Function):
        return fold_record(value, arrays)
    if isinstance(value, tuple):
        return {"tuple": [fold(item, arrays) for item in value]}
    if isinstance(value, list):
        return [fold(item, arrays) for item in value]
    if isinstance(value, dict):
        return {"dict": [[fold(key, arrays), fold(item, arrays)] for key, item in value.items()]}
    return value


def fold_record(value: Leaf | Seeded | Function, arrays: list[np.ndarray]) -> dict[str, Any]:
    """Return a record in an input as JSON, its arrays replaced by places."""
    if isinstance(value, Seeded):
        return {"seed": value.seed}
    if isinstance(value, Function):
        return {"function": value.name, "text": value.text}
    parts = {"leaf": fold(value.value, arrays), "requires_grad": value.requires_grad}
    return parts | {"grad": None if value.grad is None else fold(value.grad, arrays)}


def read_request(body: bytes) -> Program | Scenario:
    """Return the program or scenario that a request's body carries; the parent made it, so it is trusted."""
    return read_limited_request(body)[0]


def read_limited_request(body: bytes) -> tuple[Program | Scenario, float]:
    """Return what a request's body carries, and the processor time that it may take (0: any)."""
    text, _, raw = body.partition(b"\0")
    header = json.loads(text)
    seconds = header.pop("seconds", 0.0)
    message = Program(**header) if header.pop("is") == "program" else read_scenario(header, raw)
    return message, seconds


SEQUENCES = ("labels", "fields", "of_args", "wrt", "intermediates", "only")
"""Fields of a scenario that are tuples of words."""


def read_scenario(header: dict[str, Any], raw: bytes) -> Scenario:
    """Return a scenario from its header and the arrays behind it."""
    rest = memoryview(raw)
    args = []
    for item in header.pop("args"):
        value, rest = unfold(item, rest)
        args.append(value)
    sequences = {name: tuple(header.get(name, ())) for name in SEQUENCES}
    parts = {name: tuple(items) for name, items in header["parts"].items()}
    return Scenario(**{**header, **sequences, "parts": parts, "args": tuple(args)})


def unfold(item: Any, raw: memoryview) -> tuple[Any, memoryview]:
    """Put arrays back into their places; return the value and the bytes not yet used."""
    if isinstance(item, list):
        values = []
        for part in item:
            value, raw = unfold(part, raw)
            values.append(value)
        return values, raw
    if not isinstance(item, dict):
        return item, raw
    if "array" in item:
        return unfold_array(item, raw)
    if item.keys() & {"leaf", "seed", "function"}:
        return unfold_record(item, raw)
    if "tuple" in item:
        values, raw = unfold(item["tuple"], raw)
        return tuple(values), raw
    pairs, raw = unfold(item["dict"], raw)
    return {key: value for key, value in pairs}, raw


def unfold_record(item: Mapping[str, Any], raw: memoryview) -> tuple[Any, memoryview]:
    """Return a record from its JSON, and the bytes not yet used."""
    if "seed" in item:
        return Seeded(item["seed"]), raw
    if "function" in item:
        return Function(item["function"], item["text"]), raw
    value, raw = unfold(item["leaf"], raw)
    grad, raw = unfold(item["grad"], raw)
    return Leaf(value, grad, item["requires_grad"]), raw


def unfold_array(item: Mapping[str, Any], raw: memoryview) -> tuple[Any, memoryview]:
    """Take one array's bytes off the front."""
    dtype = np.dtype(item["array"])
    size = dtype.itemsize * math.prod(item["shape"])
    array = np.frombuffer(raw[:size], dtype).reshape(item["shape"]).copy()
    return (array[()] if item.get("scalar") else array), raw[size:]
