"""Whatever arrives, the reader of replies gives an observation or a WireError, and nothing else."""

from __future__ import annotations

import random
import time

import frames
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.inside import wire

BODIES = frames.seeds()
FRAMES = 50_000
"""Frames that CI tries; ``bench/fuzz_wire.py`` tries a million."""


def test_the_seeds_are_honest():
    """Unchanged, every one of them is read."""
    assert all(frames.read(body) for body in BODIES)


def test_broken_replies():
    """Thousands of them are refused or read, and nothing else happens."""
    luck = random.Random(4)
    started = time.process_time()
    read = sum(frames.read(frames.mutant(BODIES, luck)) for _ in range(FRAMES))
    assert 0 < read < FRAMES
    assert time.process_time() - started < 60


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_every_place_of_a_reply_cut_off(body: bytes):
    """A reply that ends early is refused, wherever it ends."""
    assert not any(frames.read(body[:size]) for size in range(min(len(body), 4000)))


@pytest.mark.parametrize("value", [0, 1, 2, 127, 128, 255])
def test_every_byte_of_a_reply_changed(value: int):
    """No single byte makes the reader fail in another way."""
    for body in BODIES:
        for place in range(min(len(body), 400)):
            frames.read(body[:place] + bytes([value]) + body[place + 1 :])


@given(st.binary(max_size=400))
@example(b"")
def test_noise(noise: bytes):
    """Any bytes after the right nonce are an observation or refused."""
    frames.read(frames.NONCE + noise)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(range(256)),
            st.lists(st.sampled_from(frames.WIDE), max_size=8),
            st.binary(max_size=64),
        ),
        max_size=4,
    )
)
def test_values_of_any_shape(values: list[tuple[int, list[int], bytes]]):
    """Types, axes and numbers that do not fit together are refused."""
    body = frames.NONCE + bytes(5) + wire.text("") + wire.text("") + len(values).to_bytes(2, "little")
    for number, (code, shape, raw) in enumerate(values):
        body += wire.text(f"v{number}") + wire.text("float") + bytes([code, len(shape)])
        body += b"".join(size.to_bytes(4, "little") for size in shape) + raw
    frames.read(body)
