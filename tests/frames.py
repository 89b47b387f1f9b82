"""Replies, broken in every way that comes to mind, for whoever reads them."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Sequence

import numpy as np

from grader.inside import wire
from grader.inside.observation import Error, Observation, Outcome

NONCE = bytes(range(wire.NONCE_BYTES))


def seeds() -> tuple[bytes, ...]:
    """Return bodies of honest replies of every kind, small ones: each of their bytes means something."""
    values = {
        "w": np.asarray(1.5),
        "flag": np.asarray(True),
        "flags": np.array([True, False]),
        "matrix": np.arange(6.0).reshape(2, 3),
        "empty": np.zeros((0, 3)),
        "z": np.array([1 + 2j]),
        "small": np.array([1, 2], np.int8),
        "single": np.ones((1, 1, 1, 1, 1, 1), np.float32),
    }
    many = {f"value{number}": np.asarray(float(number)) for number in range(30)}
    kinds = {name: "ndarray" for name in values}
    seen = [
        Observation(Outcome.RETURNED),
        Observation(Outcome.RETURNED, values, kinds, printed="said ŵ\n"),
        Observation(Outcome.RETURNED, many),
        Observation(Outcome.RETURNED, {}, {"text": "str", "nothing": "NoneType"}),
        Observation(Outcome.RAISED, error=Error("ValueError", "ŷ" * 20, 7)),
        *(Observation(Outcome.RETURNED, {name: value}, {name: "float"}) for name, value in values.items()),
    ]
    return tuple(wire.reply(one, NONCE)[wire.LENGTH.size :] for one in seen)


EXTREMES = (0, 1, 2, 6, 7, 8, 9, 127, 128, 254, 255)
WIDE = (0, 1, 255, 256, 65535, 65536, 1 << 20, (1 << 20) + 1, 1 << 31, (1 << 32) - 1)


def flip(body: bytearray, luck: random.Random) -> None:
    """Turn one bit round."""
    body[luck.randrange(len(body))] ^= 1 << luck.randrange(8)


def put(body: bytearray, luck: random.Random) -> None:
    """Put an extreme into one byte."""
    body[luck.randrange(len(body))] = luck.choice(EXTREMES)


def put_wide(body: bytearray, luck: random.Random) -> None:
    """Put an extreme into two or four bytes, where a length or an axis may stand."""
    form = luck.choice(("<H", "<I"))
    size = struct.calcsize(form)
    place = luck.randrange(max(1, len(body) - size))
    body[place : place + size] = struct.pack(form, luck.choice(WIDE) % (1 << 8 * size))


def cut(body: bytearray, luck: random.Random) -> None:
    """End early."""
    del body[luck.randrange(len(body)) :]


def drop(body: bytearray, luck: random.Random) -> None:
    """Leave a piece out."""
    place = luck.randrange(len(body))
    del body[place : place + luck.randrange(1, 9)]


def add(body: bytearray, luck: random.Random) -> None:
    """Insert noise."""
    place = luck.randrange(len(body) + 1)
    body[place:place] = luck.randbytes(luck.randrange(1, 9))


def repeat(body: bytearray, luck: random.Random) -> None:
    """Say a piece twice."""
    place = luck.randrange(len(body))
    body[place:place] = body[place : place + luck.randrange(1, 40)]


MUTATIONS: Sequence[Callable[[bytearray, random.Random], None]] = (
    *(flip, put, put, put_wide, put_wide, cut, drop, add, repeat),
)


def mutant(bodies: Sequence[bytes], luck: random.Random) -> bytes:
    """Return a reply that was changed in one to four places; the nonce is spared most of the time."""
    body = bytearray(luck.choice(bodies))
    spared = wire.NONCE_BYTES if luck.random() < 0.95 else 0
    head, rest = body[:spared], body[spared:]
    for _ in range(luck.randrange(1, 5)):
        if rest:
            luck.choice(MUTATIONS)(rest, luck)
    return bytes(head + rest)


def read(body: bytes) -> bool:
    """Read a body as the grader does; False where it is refused.

    Raises:
        AssertionError: what was read is more than a reply may hold.
    """
    try:
        seen = wire.read_reply(body, NONCE)
    except wire.WireError:
        return False
    held = sum(array.nbytes for array in seen.values.values())
    assert held <= len(body)
    assert all(
        array.dtype in wire.TYPES and array.ndim <= wire.AXES_AT_MOST for array in seen.values.values()
    )
    assert len(seen.kinds) <= wire.VALUES_AT_MOST
    return True
