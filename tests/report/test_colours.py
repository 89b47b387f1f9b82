"""The quoted source has colours: whatever the text is, not a letter of it is lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.colours import coloured, head, listing, parts


@given(st.text("\"'#\\\nrfa1. \t=²é") | st.text())
def test_no_letter_is_lost(source: str) -> None:
    """Without its marks every line is as it was."""
    assert [unescape(re.sub("<[^>]*>", "", line)) for line in coloured(source)] == source.split("\n")


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("return x  # why", "keyword", "return"),
        ("return x  # why", "comment", "# why"),
        ("x = 'a # b'", "string", "'a # b'"),
        ("x = rb'\\''", "string", "rb'\\''"),
        ("x = 'open", "string", "'open"),
        ("x = 1e-3", "number", "1e"),
        ("w1 = returned", "", "w1 = returned"),
        ("x2 = y", "", "x2 = y"),
    ],
)
def test_what_is_what(source: str, kind: str, text: str) -> None:
    """Words, strings, numbers and comments are told apart; a name that begins like a word is a name."""
    assert (kind, text) in list(parts(source))


def test_a_text_of_several_lines() -> None:
    """A string in three quotes is one on each of its lines, to the end of the file where it stays open."""
    assert coloured('x = """<\n\nb') == ['x = <i class="string">"""&lt;</i>', "", '<i class="string">b</i>']


STORY = '"""\n' + "a line of the story\n" * 8 + '"""\n'


@pytest.mark.parametrize(
    ("source", "marked", "lines"),
    [
        (STORY + "x = 1", {11}, range(2, 10)),
        ("\n" + STORY, (), range(3, 11)),
        (STORY, {5}, range(0)),
        ("x = 1\n" + STORY, (), range(0)),
        (STORY[:-4], (), range(0)),
        ('"""\nshort\n"""', (), range(0)),
        ("", (), range(0)),
    ],
    ids=["story", "below an empty line", "marked", "not at the head", "open", "short", "empty"],
)
def test_the_story_is_left_out(source: str, marked: set[int], lines: range) -> None:
    """Of the story at the head of a file only its ends are shown, so that what is marked is near."""
    assert list(head(source, marked)) == list(lines)


@pytest.mark.parametrize(("whole", "lines"), [(False, 4), (True, 11)])
def test_a_whole_script_is_shown_whole(whole: bool, lines: int) -> None:
    """Of a stub's story the ends are left and a sign between them; a script's own words all stay."""
    assert listing(STORY + "x = 1", (), "here", whole).count('<span class="line') == lines
