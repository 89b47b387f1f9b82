"""A misspelt word is taken for the known word that was meant, or for none."""

from __future__ import annotations

import pytest

from grader.words.nearest import nearest

KNOWN = ("forward", "loss", "backprop_222", "two_layer_linear", "two_layer_relu", "zero_grad")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("forwrd", "forward"),
        ("Zero-Grad", "zero_grad"),
        ("bckprop", "backprop_222"),
        ("backprop", "backprop_222"),
        ("two", ""),
        ("thermometer", ""),
        ("", ""),
    ],
)
def test_what_was_meant(word: str, meant: str) -> None:
    """A whole word is nearer than a beginning, and a beginning that several words share names none."""
    assert nearest(word, KNOWN) == meant
