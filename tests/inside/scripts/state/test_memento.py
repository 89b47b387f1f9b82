"""A state is put back object by object, and luck with it."""

from __future__ import annotations

import random

import numpy as np

from grader.inside.scripts.state.memento import Memento


def test_arrays_and_containers_are_put_back_in_place() -> None:
    """The objects stay the same, so that aliases stay true."""
    array, held = np.zeros(2), [1]
    state = Memento({"array": array, "held": held})
    array += 1
    held.append(2)
    state.restore()
    assert array.tolist() == [0.0, 0.0]
    assert held == [1]


def test_random_numbers_come_as_the_luck_says() -> None:
    """The same luck gives the same numbers; other luck gives others."""
    state, seen = Memento({}), []
    for luck in (5, 5, 6):
        state.restore(luck)
        seen.append((random.random(), float(np.random.rand())))
    assert seen[0] == seen[1] != seen[2]


def test_generators_of_the_scripts_own_are_put_back() -> None:
    """They go on from where they were when the loop was reached."""
    generator = np.random.default_rng(1)
    state = Memento({"generator": generator})
    first = generator.random()
    state.restore()
    assert generator.random() == first


def test_luck_comes_back_alone() -> None:
    """What a round left in the state stays; its random numbers come once more."""
    generator, held = np.random.default_rng(0), [1]
    state = Memento({"generator": generator, "held": held})
    first = generator.random()
    held.append(2)
    state.restore_luck()
    assert generator.random() == first
    assert held == [1, 2]
