"""How likely a recorded value is the loss."""

from __future__ import annotations

import pytest

from grader.inside.scripts.rewriting.ranks import is_guess, is_share, rank


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        ("backward:", "name:loss"),
        ("name:loss", "name:net"),
        ("told:l", "squared:p - y"),
        ("name:loss", "name:val_loss"),
        ("asked:cost(w)", "threshold:t - o"),
    ],
)
def test_a_likelier_loss_comes_first(likelier: str, other: str) -> None:
    """What is called a loss comes before guesses, and the training's own before that of other data."""
    assert rank(likelier) < rank(other)


@pytest.mark.parametrize(("label", "expected"), [("entropy:p - y", True), ("name:entropy", False)])
def test_guesses_are_told_from_what_is_worked_out(label: str, expected: bool) -> None:
    """By how they were seen, not by a name."""
    assert is_guess(label) is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [("kept:cost / n", True), ("kept:losses", False), ("shown:cost / n", False), ("kept:f(x) / n", False)],
)
def test_a_loss_may_be_shown_divided(label: str, expected: bool) -> None:
    """Then it comes before the name that it divides."""
    assert is_share(label) is expected
    assert (rank(label) < rank("name:cost")) is expected
