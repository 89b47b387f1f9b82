"""What only a notebook understands is taken out of a cell; what Python can read stays."""

from __future__ import annotations

import ast
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.notebooks.magics import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%matplotlib inline\na = 1", "pass\na = 1"),
        ("!pip install torch\na = 1", "pass\na = 1"),
        ("a = 1\n%time f()\n!ls\n%cd ..\nb = 2", "a = 1\npass\npass\npass\nb = 2"),
        ("if a:\n    %time f()\nb = 2", "if a:\n    pass\nb = 2"),
        ("files = !ls\na = 1", "pass\na = 1"),
        ("a.b = %time f()", "pass"),
        ("?print", "pass"),
        ("print?\na = 1", "pass\na = 1"),
        ("a.b??", "pass"),
        ("!pip install \\\n    torch\na = 1", "pass\n\na = 1"),
        ("%%time\na = 1", "pass\na = 1"),
        ("\n%%grade loss\ndef loss(p, y):\n    return 1", "\npass\ndef loss(p, y):\n    return 1"),
        ("%%bash\nrm -r\nls", "\n\n"),
        ("%%writefile loss.py\ndef loss(): pass", "\n"),
        ("", ""),
    ],
)
def test_taken_out(text: str, expected: str) -> None:
    """A magic, a shell command or a question for help gives way to ``pass``; no line moves."""
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a = (b\n% c)",
        'a = """\n%matplotlib inline\n!ls\n"""',
        "a = b \\\n% c",
        "# what is this?",
        "a = 'why?'",
        "!",
        "def f(x:\n    return x",
        "a = 1 +",
        "a\0b",
    ],
)
def test_stays(text: str) -> None:
    """What Python reads, or what is a fault of its own, is left as it is; a lone sign is a command too."""
    assert plain(text) == (text if text != "!" else "pass")


def test_patience() -> None:
    """A text of nothing but magics and statements by turns is given up before it takes long."""
    text = "%a\nb = 1\n" * 100
    assert plain(text).count("pass") == 30


@given(
    st.lists(st.sampled_from(["%a", "!b", "%%time", "c?", "d = 1", "if d:", "    e = 2", "(", '"""', "\\"]))
)
def test_lines_stay_in_their_places(lines: list[str]) -> None:
    """Whatever a cell holds, it keeps its number of lines, and what Python read before it reads after."""
    text = "\n".join(lines)
    shown = plain(text)
    assert shown.count("\n") == text.count("\n")
    with contextlib.suppress(SyntaxError):
        ast.parse(text)
        assert shown == text
