"""Names are written as a list in a sentence."""

from __future__ import annotations

import pytest

from grader.words.lists import listed


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["w"], "w"),
        (["dw", "db"], "dw and db"),
        (["w1", "w2", "w3", "w4"], "w1 to w4"),
        (["w1", "w2"], "w1 and w2"),
        (["w1", "w2", "w3", "b", "c"], "w1 to w3, b and c"),
        (["w1.grad", "w2.grad", "w3.grad"], "w1.grad to w3.grad"),
        (["a", "a2", "b3"], "a, a2 and b3"),
    ],
)
def test_lists(names: list[str], text: str):
    """Those numbered one after the other are a range, the last one follows "and"."""
    assert str(listed(names)) == text
