"""Times as platforms write them are put in order, whatever comes first in a date."""

from __future__ import annotations

import pytest

from grader.intake.layouts.tree import moments


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Sep 24, 2024 926 PM", "2024-09-24T21:26:00"),
        ("September 4, 2024 12:01 AM", "2024-09-04T00:01:00"),
        ("24 September, 2024 9:26 PM", "2024-09-24T21:26:00"),
        ("1 Mar 2026 12:02 PM", "2026-03-01T12:02:00"),
        ("2026-03-01-12-00-00", "2026-03-01T12:00:00"),
        ("20260301120000", "2026-03-01T12:00:00"),
        ("2026-03-01T12:00:00.5+01:00", "2026-03-01T12:00:00.500000+01:00"),
        ("2026-03-01", "2026-03-01T00:00:00"),
    ],
)
def test_read(text: str, when: str) -> None:
    """A time is read off each way of writing it."""
    found = moments.moment(text)
    assert found is not None
    assert found.isoformat() == when


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30", "0000-01-01", "Foo 1, 2026 100 PM"])
def test_none(text: str) -> None:
    """What names no moment has no place in the order."""
    assert moments.moment(text) is None
    assert moments.order(text) == 0
