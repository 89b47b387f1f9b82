"""Signs that come from paper, chats and word processors get a sentence that says what to type instead."""

from __future__ import annotations

import string

import pytest
import reports

from grader.grading.typos import remedy
from grader.inside.observation import Error
from grader.report import html, terminal
from grader.words.message import Said


def said_of(line: str) -> Said | None:
    """Return what is said of a line that Python refuses."""
    with pytest.raises(SyntaxError) as fault:
        compile(line, "answer.py", "exec")
    return remedy(Error("SyntaxError", fault.value.msg, 1, fault.value.offset or 0), line)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("loss = error²", "A power is written **"),
        ("w = w – step", "Type the - of the keyboard"),
        ("w = w − step", "Type the - of the keyboard"),
        ("y = w × x", "A product is written *"),
        ("y = w · x", "A product is written *"),
        ("name = “w”", "Type a straight one"),
        ("def f(x)：", "Type : instead"),
        ("if 1:\n\tx = 1\n        y = 1", "Use four spaces"),
        ("y = f（x)", "Type ( instead"),
        ("y = f(x，2)", "Type , instead"),
        ("y = 2\u00a0* x", "Delete it and type a space"),
        ("y = 2x", "`2*x`"),
        ('print("3rd", 2x)', "`2*x`"),
        ("y = 1e5 * 2.5x", "`2.5*x`"),
        ("lr = 1e-3x", "`1e-3*x`"),
        ("err\u200bor = 1", "Delete it."),
        ("```python", "``` marks code"),
        ("y = w * x +", "The line ends with +."),
        ("error =  # later", "The line ends with =."),
        ("~~~", "~~~ marks code"),
    ],
)
def test_what_to_type_instead(line: str, words: str) -> None:
    """Each sign has its sentence, the same in the terminal and on the page."""
    found = said_of(line)
    assert found is not None
    assert words in str(found)
    report = reports.report(reports.verdict("one sample", "unreadable", message=found))
    told = " ".join(terminal.render(report).split())
    assert words in told
    assert words.replace("`", "").split("**")[0] in html.render(report)


@pytest.mark.parametrize("line", ["y = (2", "y = 2 x", "y = €", "def f(:", "1_"])
def test_nothing_to_add(line: str) -> None:
    """What Python says of other faults is enough."""
    assert said_of(line) is None


@pytest.mark.parametrize("char", string.punctuation)
def test_every_full_width_sign_has_its_plain_one(char: str) -> None:
    """A full-width form is named with the sign that it stands for."""
    wide = chr(ord(char) + 0xFEE0)
    assert f"Type {char} instead." in str(remedy(Error("SyntaxError", f"invalid character '{wide}'"), wide))


def test_a_sign_that_is_not_there() -> None:
    """Where the line does not hold the sign, nothing is said of it: the text of an error may be anybody's."""
    assert remedy(Error("SyntaxError", "invalid character '²' (U+00B2)"), "y = 2") is None
