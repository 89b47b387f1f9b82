"""Numbers and foreign text become characters that are safe to show."""

from __future__ import annotations

import math

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st

from grader.report.outline import blocks, common, items, numbers, spans, stops
from grader.words import plain
from grader.words.plain import cleaned, clip, columns, encodable, harmless, number, pair, points, whole

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-23 / 3, "-7.66667"),
        (-23.0, "-23"),
        (-0.0, "0"),
        (1e-10, "1e-10"),
        (math.nan, "not a number"),
        (math.inf, "infinity"),
        (-math.inf, "minus infinity"),
        (None, "nothing"),
    ],
)
def test_number(value: float | None, text: str) -> None:
    """A number has six digits at most, and what is no number is a word."""
    assert number(value) == text


@pytest.mark.parametrize(
    ("got", "expected", "shown"),
    [
        (0.5, 0.25, ("0.5", "0.25")),
        (0.12345678, 0.12345679, ("0.12345678", "0.12345679")),
        (1.0, 1.0, ("1", "1")),
        (1.0, 1.0 + 2**-52, ("1", "1.0000000000000002")),
        (math.nan, math.nan, ("not a number", "not a number")),
    ],
)
def test_pair(got: float, expected: float, shown: tuple[str, str]) -> None:
    """Two numbers that differ look different."""
    assert pair(got, expected) == shown


@pytest.mark.parametrize(("value", "text"), [(7.0, "7"), (1 / 3, "0.33"), (2.5, "2.5"), (100000, "100000")])
def test_points(value: float, text: str) -> None:
    """Points have two decimals at most and none where they are whole."""
    assert points(value) == text


def test_whole() -> None:
    """Points lose the dust of adding, and their fraction where it is none."""
    assert repr(whole(0.1 + 0.2)) == "0.3"
    assert repr(whole(1 / 3 * 3)) == "1"


@given(ANY_TEXT)
def test_harmless(text: str) -> None:
    """Harmless text has no invisible character, whatever it was made from."""
    assert harmless(text, lines=False).isprintable()
    assert harmless(text).replace("\n", "").isprintable()


def test_harmless_shows_what_was_there() -> None:
    """An escape sequence and a direction mark are spelt out; line breaks and tabs keep their layout."""
    assert harmless("\x1b[2J\u202e") == r"\x1b[2J\u202e"
    assert harmless("a\r\nb\tc") == "a\nb   c"
    assert harmless("a\nb", lines=False) == r"a\nb"


@given(ANY_TEXT)
def test_cleaned(text: str) -> None:
    """No field of a cleaned report holds an invisible character."""
    report = cleaned(reports.hostile(text))
    assert report.path.isprintable()
    assert report.verdicts[1].call.isprintable()
    assert report.pictures[0].names[0].isprintable()
    assert report.verdicts[1].message.replace("\n", "").isprintable()


def test_encodable() -> None:
    """Where the encoding lacks a sign its lookalike stands for it."""
    assert encodable("w·x² → 1", "ascii") == "w*x^2 -> 1"
    assert encodable("斜率", "ascii") == "??"
    assert encodable("w·x²", "utf-8") == "w·x²"


def test_clip() -> None:
    """A long text ends with a sign that there was more."""
    assert clip("short") == "short"
    assert clip("a" * 700) == "a" * 600 + " [...]"
    assert clip("1\n2\n3", lines=2) == "1\n2 [...]"


# ---- the outline ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", [reports.unreadable, reports.stub])
def test_common(sample: reports.Sample) -> None:
    """Where every check fails in one way, one verdict speaks for all and nothing is said below."""
    report = sample()
    assert common(report) is not None
    assert not any(item.message or item.rows for item in items(report))


def test_common_needs_one_fate() -> None:
    """Checks that differ speak for themselves."""
    assert common(reports.summed()) is None
    assert common(reports.all_passed()) is None


def test_a_message_is_said_once() -> None:
    """A message that stands above is not repeated."""
    said = [item.message for item in items(reports.mixed()) if item.message]
    assert len(said) == len(set(said))


def test_numbers_fill_in_what_the_message_leaves_out() -> None:
    """Numbers that the message tells are not told again."""
    told = reports.verdict(
        "t", "failed", message="dw is -23; expected -7.", where="dw", got=-23.0, expected=-7.0, error=16.0
    )
    silent = reports.verdict("t", "failed", where="dw", got=-23.0, expected=-7.0, error=16.0, tolerance=1e-9)
    assert numbers(told) == (("error", "16"),)
    assert numbers(silent) == (
        ("where", "dw"),
        ("got", "-23"),
        ("expected", "-7"),
        ("error", "16 (tolerance 1e-09)"),
    )


def test_blocks() -> None:
    """Lines set in by four spaces are code, with their common margin taken off."""
    text = "It stops:\n    return (\n           ^\nClose it."
    assert list(blocks(text)) == [(False, "It stops:"), (True, "return (\n       ^"), (False, "Close it.")]


def test_spans() -> None:
    """Words between backticks are code; a lone backtick is itself."""
    assert spans("the `loss` here") == ((False, "the "), (True, "loss"), (False, " here"))
    assert spans("a ` b") == ((False, "a ` b"),)


@pytest.mark.parametrize("status", ["missing", "unfinished", "unreadable"])
def test_no_call_was_made(status: str) -> None:
    """Where no function was called there is no call to show."""
    one = reports.verdict("one", status, call="f(1)", line=2, message="a")
    two = reports.verdict("two", "raised", call="f(2)", line=2, message="b")
    first, second = items(reports.report(one, two))
    assert first.rows == ()
    assert second.rows == (("line 2", "import numpy as np"), ("call", "f(2)"))


def test_stops() -> None:
    """The lines where a check stopped are marked; a stub's own stop is not."""
    assert stops(reports.mixed()) == {14}
    assert stops(reports.report(reports.verdict("one", "unfinished", line=3))) == frozenset()


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [("cp1252", "✓ ŷ → –", b"ok y -> \x96"), ("ascii", "é 日", b"e ?"), ("utf-8", "ŷ", "ŷ".encode())],
)
def test_a_stream_replaces_what_it_lacks(encoding: str, text: str, shown: bytes) -> None:
    """Signs become lookalikes, letters lose their marks, and what a stream has stays."""
    assert text.encode(encoding, plain.LOOKALIKE) == shown


def test_only_writing_replaces() -> None:
    """What cannot be read is not made up."""
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", plain.LOOKALIKE)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("abc", 3), ("一条 a", 6), ("e\u0301", 1), ("✓ 1 / 2", 7)]
)
def test_columns(text: str, count: int) -> None:
    """A Chinese character takes two columns of a screen, an accent by itself none."""
    assert columns(text) == count
