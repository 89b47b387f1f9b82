"""Requests arrive as they were sent; replies are refused unless every field follows the protocol."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np
from programs import asked, seen

from grader.inside import wire
from grader.inside.observation import Error, Leaf, Observation, Outcome, Program, Scenario, Source
from grader.inside.requests import read_request, request
from grader.inside.wire import WireError, read_reply, reply

NONCE = bytes(range(16))

MUTANTS = 40_000


def body(frame: bytes) -> bytes:
    """Return what follows a frame's length, which must be right."""
    assert wire.LENGTH.unpack(frame[:4]) == (len(frame) - 4,)
    return frame[4:]


def alike(one: Any, other: Any) -> bool:
    """Tell whether two records or inputs are the same, NaN and the types of arrays included."""
    if isinstance(one, np.ndarray | np.generic):
        same = type(one) is type(other) and one.dtype == other.dtype
        return same and np.array_equal(one, other, equal_nan=one.dtype.kind in "fc")
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, Leaf | Observation | Scenario | Program):
        return all(alike(getattr(one, part.name), getattr(other, part.name)) for part in fields(one))
    return type(one) is type(other) and (one == other or one != one)


# ---- requests ----


def sent(message: Program | Scenario) -> Program | Scenario:
    """Return a message as the child reads it."""
    frame = body(request(message, NONCE))
    assert frame[:16] == NONCE
    return read_request(frame[16:])


def test_a_program_arrives_whole():
    """Text, names and file name arrive, whatever characters the text holds."""
    message = Program("ŷ = 'ünï'\n\t# \x00 \u2028\n", {"gradient": "grad"}, "mine.py")
    assert sent(message) == message


ARRAYS = st_np.arrays(
    st.sampled_from(["?", "<i1", "<u1", "<i2", "<i4", "<i8", "<f4", "<f8", "<c16"]),
    st_np.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(2**60), 2**60), st.floats(), st.text(max_size=5))
INPUTS = st.recursive(
    st.one_of(SCALARS, ARRAYS, st.builds(Leaf, ARRAYS, st.one_of(st.none(), ARRAYS), st.booleans())),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=3), inner, max_size=2),
    ),
    max_leaves=6,
)


@given(st.lists(INPUTS, max_size=4).map(tuple))
def test_any_inputs_arrive_as_they_are(args: tuple[Any, ...]):
    """Types, shapes, NaN, empty arrays and all nesting survive."""
    scenario = asked("f", *args, parts={"a": ("w", "b")}, names={"f": "g"}, wrt=("a",), seed=3)
    assert alike(sent(scenario), scenario)


def test_a_numpy_scalar_stays_one():
    """A scalar of float32 arrives as that, not as an array."""
    scenario = asked("f", np.float32(0.1), [np.int64(3)])
    assert alike(sent(scenario), scenario)


# ---- replies ----

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
ERRORS = st.builds(
    Error,
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50),
    TEXTS,
    st.integers(0, 2**31),
    st.integers(0, 2**29),  # no column lies beyond it
    st.sampled_from(Source),
)
OBSERVATIONS = st.builds(
    Observation,
    st.sampled_from(Outcome),
    st.dictionaries(TEXTS, ARRAYS, max_size=4),
    st.dictionaries(TEXTS, TEXTS, max_size=4),
    st.none() | ERRORS,
    TEXTS,
)


@given(OBSERVATIONS)
def test_any_observation_survives_the_pipe(observation: Observation):
    """Outcome, values, words and line arrive; every value has a kind afterwards."""
    arrived = read_reply(body(reply(observation, NONCE)), NONCE)
    kinds = {name: "" for name in (*observation.kinds, *observation.values)} | dict(observation.kinds)
    assert arrived.kinds == kinds
    assert alike(dict(sorted(arrived.values.items())), dict(sorted(observation.values.items())))
    for part in ("outcome", "error", "printed"):
        assert getattr(arrived, part) == getattr(observation, part)


@pytest.mark.parametrize(
    ("array", "arrives_as"),
    [
        (np.ones(2, np.float16), "<f4"),
        (np.ones(2, np.longdouble), "<f8"),
        (np.ones(2, np.complex64), "<c16"),
        (np.ones(2, ">f8"), "<f8"),
        (np.ones(2, np.uint16), "<i8"),
        (np.ones(2, np.uint32), "<i8"),
    ],
)
def test_other_types_are_widened(array: np.ndarray, arrives_as: str):
    """A type that does not travel arrives as the next one that holds its numbers."""
    arrived = read_reply(body(reply(seen(f=array), NONCE)), NONCE).values["f"]
    assert arrived.dtype == np.dtype(arrives_as)
    assert arrived.tolist() == [1, 1]


def test_texts_are_cut_not_refused():
    """A long message, name or print arrives in part, and broken characters do not break it."""
    arrived = read_reply(
        body(reply(Observation(Outcome.RAISED, error=Error("E", "ü" * 9000, -5)), NONCE)), NONCE
    )
    assert 0 < len(str(arrived.error)) < 9000
    assert arrived.line == 0
    assert read_reply(
        body(reply(Observation(Outcome.RAISED, error=Error("\ud800")), NONCE)), NONCE
    ).error == Error("?")


@pytest.mark.parametrize(
    ("observation", "says"),
    [
        (Observation(Outcome.RETURNED, kinds={str(n): "" for n in range(513)}), "513 values, 512 at most"),
        (seen(f=np.zeros((1,) * 7)), "an array of shape"),
        (seen(f=np.zeros(2**20 + 1, np.int8)), "1048576 numbers at most"),
        (seen(f=np.zeros((0, 2**20 + 1), np.int8)), "1048576 numbers at most"),
        (seen(f=np.zeros(2**19), g=np.zeros(2**19)), "4194304 at most"),
    ],
)
def test_too_large_to_travel(observation: Observation, says: str):
    """The child refuses to send what the parent would refuse to read."""
    with pytest.raises(WireError, match=says):
        reply(observation, NONCE)


# ---- what the parent refuses ----

HEAD = NONCE + struct.pack("<BI", 0, 0) + b"\0\0\0\0"
NAME = b"\1\0f\0\0"


def one_value(code: int, axes: int, *rest: bytes) -> bytes:
    """Return a reply of one value called f."""
    return HEAD + struct.pack("<H", 1) + NAME + struct.pack("<BB", code, axes) + b"".join(rest)


def test_a_forged_value_that_follows_the_protocol():
    """The frames below are refused for what is wrong in them: this one is read."""
    assert read_reply(one_value(7, 0, struct.pack("<d", 2.5)), NONCE).values["f"] == 2.5
    assert "f" not in read_reply(one_value(255, 0), NONCE).values


@pytest.mark.parametrize(
    ("code", "form", "bits"),
    [(6, "<I", 0x7F800001), (7, "<Q", 0x7FF0000000000001), (8, "<QQ", 0xFFF0000000000001)],
)
def test_no_nan_signals(code: int, form: str, bits: int):
    """A NaN whose bits would warn in every sum arrives as the plain one; its neighbour stays."""
    numbers = (bits,) if form != "<QQ" else (bits, 0x4000000000000000)
    value = read_reply(one_value(code, 0, struct.pack(form, *numbers)), NONCE).values["f"]
    assert np.isnan(value.real)
    assert not np.isnan(value.imag)
    assert np.isnan(value + 1)  # every warning fails a test


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        (b"", "ends too early"),
        (NONCE, "ends too early"),
        (bytes(16) + HEAD[16:] + b"\0\0", "another question"),
        (NONCE + struct.pack("<BI", 7, 0) + b"\0" * 6, "outcome 7"),
        (NONCE + struct.pack("<BIH", 0, 0, 8001) + b"x" * 8005, "a text of 8001 bytes"),
        (NONCE + struct.pack("<BIH", 0, 0, 10), "ends too early"),
        (HEAD + struct.pack("<H", 513), "513 values"),
        (HEAD + struct.pack("<H", 1), "ends too early"),
        (HEAD + struct.pack("<H", 1) + struct.pack("<H", 201) + b"x" * 300, "a text of 201 bytes"),
        (HEAD + struct.pack("<H", 2) + (NAME + b"\xff\0") * 2, "two values named 'f'"),
        (HEAD + b"\0\0" + b"x", "after the end"),
        (one_value(9, 0), "type 9"),
        (one_value(254, 0), "type 254"),
        (one_value(255, 1), "type 255"),
        (one_value(7, 7), "7 axes"),
        (one_value(7, 1, struct.pack("<I", 2)), "ends too early"),
        (one_value(7, 1, struct.pack("<I", 2**32 - 1)), "shape"),
        (one_value(7, 3, struct.pack("<III", 0, 2**32 - 1, 2**32 - 1)), "shape"),
        (one_value(7, 6, struct.pack("<6I", *[2**31] * 6)), "shape"),
        (one_value(0, 0, b"\2"), "neither 0 nor 1"),
        (one_value(7, 0, bytes(9)), "after the end"),
    ],
)
def test_what_a_reply_may_not_be(frame: bytes, says: str):
    """Every field is checked before anything is allocated."""
    with pytest.raises(WireError, match=says):
        read_reply(frame, NONCE)


def test_broken_characters_are_replaced():
    """Bytes that are no UTF-8 do not refuse a reply."""
    frame = NONCE + struct.pack("<BIH", 1, 3, 2) + b"\xff\xfe" + b"\0\0\0\0"
    assert read_reply(frame, NONCE).error == Error("\ufffd\ufffd", "", 3)


# ---- any bytes at all ----

Mutation = Callable[[random.Random, bytearray], None]


def flip(luck: random.Random, frame: bytearray) -> None:
    """Change a few bytes."""
    for _ in range(luck.randint(1, 4)):
        frame[luck.randrange(16, len(frame))] = luck.choice((0, 1, 2, 7, 127, 255, luck.randrange(256)))


def cut(luck: random.Random, frame: bytearray) -> None:
    """Take out or double a piece."""
    start = luck.randrange(16, len(frame))
    piece = frame[start : start + luck.randint(1, 8)]
    frame[start : start + len(piece)] = piece * luck.choice((0, 2, 3))


def number(luck: random.Random, frame: bytearray) -> None:
    """Put an extreme integer anywhere."""
    value = luck.choice((0, 1, 255, 256, 2**16 - 1, 2**20, 2**20 + 1, 2**31, 2**32 - 1))
    start = luck.randrange(16, len(frame))
    frame[start : start + 4] = struct.pack("<I", value)


def test_mutated_replies_are_read_or_refused():
    """Forty thousand damaged frames: each is an observation or a WireError, and nothing else."""
    luck = random.Random(20261121)
    good = [
        body(reply(observation, NONCE))
        for observation in (
            seen(dw=1.0, db=[1.0, 2.0]),
            seen(w=np.zeros((2, 3), np.float32), flag=True, n=np.arange(3), z=1j),
            Observation(Outcome.RAISED, {}, {"f": "NoneType"}, Error("ValueError", "ünï", 7), "printed\n"),
            Observation(Outcome.RETURNED, {"f": np.zeros((0, 3))}, {"f": "ndarray", "g": "str"}),
        )
    ]
    read = 0
    for _ in range(MUTANTS):
        frame = bytearray(luck.choice(good))
        for mutate in luck.choices((flip, cut, number), k=luck.randint(1, 3)):
            mutate(luck, frame)
        try:
            read += isinstance(read_reply(bytes(frame), NONCE), Observation)
        except WireError:
            continue
    assert MUTANTS / 50 < read < MUTANTS


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_random_bytes_are_read_or_refused(data: bytes):
    """Even with the right nonce, bytes at random are an observation or a WireError."""
    try:
        assert isinstance(read_reply(NONCE + data, NONCE), Observation)
    except WireError:
        return
