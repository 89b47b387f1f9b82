"""A line of a program is named as its author sees it: in the file, or in a cell."""

from __future__ import annotations

import pytest

from grader.words import location

TEXT = "# %% cell 3, line 1\na = 1\nb = 2\n# %% In[7], line 5\nc = 3\n"


@pytest.mark.parametrize(
    ("line", "origin"),
    [(2, ("cell 3", 1)), (3, ("cell 3", 2)), (5, ("In[7]", 5)), (99, ("In[7]", 99 - 5 + 5))],
)
def test_origin(line: int, origin: tuple[str, int]) -> None:
    """A line below a mark stands in the mark's cell, as many lines further."""
    assert location.origin(TEXT, line) == origin


@pytest.mark.parametrize("text", ["a = 1\nb = 2\n", "", "a = 1\n# %% cell 3, line 1\nb = 2\n"])
def test_plain_file(text: str) -> None:
    """In a file that does not begin with a mark there are no cells."""
    assert location.origin(text, 3) == ("", 3)
    assert location.numbers(text) == tuple(str(number + 1) for number in range(text.count("\n") + 1))


@pytest.mark.parametrize(
    ("text", "first", "phrase"),
    [
        ("a = 1", False, "line 2"),
        ("a = 1", True, "Line 2"),
        (TEXT, False, "cell 3, line 1"),
        (TEXT, True, "Cell 3, line 1"),
    ],
)
def test_phrase(text: str, first: bool, phrase: str) -> None:
    """A place reads well at the beginning of a sentence and inside it."""
    assert str(location.phrase(text, 2, first)) == phrase


def test_numbers() -> None:
    """Beside a line stands its number in the cell, beside a mark nothing."""
    assert location.numbers(TEXT) == ("", "1", "2", "", "5", "6")
