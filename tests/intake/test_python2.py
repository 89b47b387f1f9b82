"""Scripts for Python 2 are read as if they were for Python 3, line for line."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.intake import scripts
from grader.intake.python2 import modern
from grader.intake.whole import of_today


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('print "a", b', 'print("a", b)'),
        ("if x: print 'loss', l; w = 1", "if x: print('loss', l); w = 1"),
        ('print "%d" % (1,), # every time', "print(\"%d\" % (1,), end=' ') # every time"),
        ('print ("a"), b', 'print(("a"), b)'),
        ("print f(\n    1,\n    2)", "print(f(\n    1,\n    2))"),
        ('print("a", b)', 'print("a", b)'),
        ("print", "print"),
        ("for i in xrange(3): n = raw_input()", "for i in range(3): n = input()"),
        ("try: f()\nexcept ValueError, e: g(e)", "try: f()\nexcept ValueError as e: g(e)"),
        ('s = "print 1"  # print 2', 's = "print 1"  # print 2'),
        ("print (1", "print (1"),
    ],
)
def test_statements_of_python_2_are_written_as_today(old: str, new: str) -> None:
    """Statements that print get brackets, old names their new ones; strings and comments stay."""
    assert modern(old) == new


def test_what_python_2_would_not_read_either_stays_as_it_is() -> None:
    """Only a text that Python 3 reads afterwards is exchanged."""
    assert of_today("print 1\nw = = 2") == ("print 1\nw = = 2", 0)


def test_the_line_at_which_python_3_stops_is_known() -> None:
    """It is the line in the original, whose lines stay where they are."""
    read = scripts.parse(b"w = 1\nprint w\n", Path("old.py"))
    assert (read.program.text, read.stops) == ("w = 1\nprint(w)\n", 2)
    assert scripts.parse(b"w = 1\nprint(w)\n", Path("new.py")).stops == 0
