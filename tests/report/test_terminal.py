"""A report on a terminal says what is wrong, within the width, and lets no foreign character act."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
import reports
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from grader.grading.verdict import Verdict
from grader.report import html, terminal
from grader.report.screen import WIDEST, Screen, screen
from grader.report.terminal import render

ANY_TEXT = st.text(st.characters(exclude_categories=()))
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_width(sample: reports.Sample, width: int) -> None:
    """No line is wider than asked for, and none ends with a space."""
    for line in render(sample(), width=width, hints=3).split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_plain(sample: reports.Sample) -> None:
    """Without colour there is no escape sequence, and colour changes no word."""
    plain = render(sample())
    coloured = render(sample(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in COLOURS.sub("", coloured).split("\n")] == plain.split("\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "gbk"])
@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_encoding(sample: reports.Sample, encoding: str) -> None:
    """Every line can be written in the screen's encoding."""
    render(sample(), encoding=encoding).encode(encoding)


def test_ascii_marks() -> None:
    """Where ✓ and ✗ cannot be shown + and x stand for them, beside the words."""
    lines = render(reports.summed(), encoding="ascii").split("\n")
    assert any(line.startswith("+ passed") for line in lines)
    assert any(line.startswith("x failed") for line in lines)


def test_heading() -> None:
    """The first line holds the exercise, its title and the score."""
    first = render(reports.summed()).split("\n")[0]
    assert first.startswith("manual_gradient  The slope of a loss, by hand")
    assert first.endswith(" 5 / 10")


def test_wrong_number() -> None:
    """A failing check says where, what it got and expected, the error, the tolerance and the call."""
    text = render(reports.summed())
    assert "dw is -23; expected -7.66667." in text
    assert "15.3 (tolerance 1.2e-10)" in text
    assert "gradient(w=1.0, b=0.5, x=[1., 2., 3.], y=[2., 4., 6.])" in text


def test_hidden() -> None:
    """A hidden check says so."""
    assert "seven fresh samples (hidden)" in render(reports.summed())


def test_diagnosis() -> None:
    """The recognised mistake stands under its heading, with the checks it shows in."""
    _, _, text = render(reports.summed()).partition("What went wrong")
    assert "Summed, not averaged" in text
    assert "Seen in: three samples, seven fresh samples." in text


@pytest.mark.parametrize(
    ("hints", "shown", "offer"),
    [
        (0, [], "For a hint, add --hint."),
        (1, ["Give it every sample twice."], "For a further hint, add --hint once more."),
        (2, ["Give it every sample twice.", "The slope of a mean"], ""),
        (3, ["Give it every sample twice.", "The slope of a mean"], ""),
    ],
)
def test_hints(hints: int, shown: list[str], offer: str) -> None:
    """Hints come one by one, for the asking; the report says how to ask while there are more."""
    text = render(reports.summed(), hints=hints)
    assert [hint for hint in ("Give it every sample twice.", "The slope of a mean") if hint in text] == shown
    assert offer in text
    assert ("--hint" in text) == bool(offer)


def test_said_once() -> None:
    """What is wrong with every check alike is said once, with the line of the file."""
    text = render(reports.unreadable())
    assert text.count("was never closed") == 1
    assert text.count("The code cannot be run.") == 0
    assert re.search(r"✗ unreadable 6 checks +0 / 10", text)


def test_raising_line() -> None:
    """The line that stopped is quoted."""
    assert "line 14  error = errror" in render(reports.mixed())


def test_quoted_once_for_all() -> None:
    """The line that stopped the whole file is quoted where the message does not quote it."""
    shown = [
        reports.verdict(title, "raised", message="Your file stops while it loads.", line=2)
        for title in ("one", "two")
    ]
    text = render(reports.report(*shown))
    assert text.count("import numpy as np") == 1


def test_what_is_wrong_comes_first() -> None:
    """Beside a mistake the checks that passed are one line at the end; among themselves each has its own."""
    titles = [reports.verdict(f"number {n}") for n in range(4)]
    shown = render(reports.report(*titles, reports.verdict("the last", "failed", message="dw is 1.")))
    marked = [line.split()[:4] for line in shown.split("\n") if line[:1] in "✓✗↳" and line[1:2] == " "]
    assert marked == [["✗", "failed", "the", "last"], ["✓", "passed", "4", "checks"]]
    assert "number 3" in render(reports.report(*titles))


def wrong(place: int, public: bool = True) -> Verdict:
    """Return a failing check of one point, a hidden one as a student sees it."""
    seen = {"got": 1.0, "expected": 2.0, "error": 1.0, "tolerance": 1e-9, "call": f"f({place})"}
    message = f"f is {place}." if public else "It did not pass."
    return reports.verdict(
        f"{'check' if public else 'veil'} {place}", "failed", 1, public=public, message=message,
        **(seen if public else {}),
    )  # fmt: skip


def test_three_failing_checks_are_shown_in_full() -> None:
    """The calls of as many fit on a screen."""
    shown = render(reports.report(*map(wrong, range(3))))
    assert [call for call in ("f(0)", "f(1)", "f(2)") if call not in shown] == []
    assert "--html FILE writes" not in shown


def test_of_many_failing_checks_the_first_are_shown_in_full() -> None:
    """The others keep their message, and it is said where their calls are."""
    shown = render(reports.report(*map(wrong, range(5))))
    assert [place for place in range(5) if f"f({place})" in shown] == [0, 1]
    assert [place for place in range(5) if f"f is {place}." in shown] == [0, 1, 2, 3, 4]
    assert "--html FILE writes a page with the calls of all of them." in shown


def test_hidden_checks_without_a_number_are_one_line() -> None:
    """It stands behind the checks that can be mended by their numbers, with the points of all."""
    shown = render(reports.report(*(wrong(place, public=place > 2) for place in range(5))))
    assert shown.index("3 checks (hidden)") > shown.index("f is 4.")
    assert "0 / 3" in shown
    assert "veil" not in shown


def test_a_stub_is_no_alarm() -> None:
    """Where nothing is begun all checks are to do, the hidden ones too, and none of them is called failed."""
    hidden = reports.verdict("seven fresh samples", "not_run", 0, public=False)
    made = reports.stub()
    shown = render(replace(made, verdicts=(*made.verdicts, hidden)))
    assert f"○ to do      {len(made.verdicts) + 1} checks" in shown
    assert "Not begun yet." in shown
    assert "None of" not in shown
    assert 'class="failed"' not in html.render(replace(made, verdicts=(*made.verdicts, hidden)))


def test_a_check_worth_nothing_has_no_points() -> None:
    """Nobody wonders about 0 of 0."""
    assert "0 / 0" not in render(reports.report(reports.verdict("a picture", "failed", 0), wrong(1)))


def test_many_checks_of_a_mistake_are_counted() -> None:
    """Where a mistake shows in more checks than three, their number is enough."""
    shown = [wrong(place) for place in range(5)]
    found = replace(reports.summed().diagnoses[0], checks=tuple(one.id for one in shown))
    assert "Seen in: 5 checks." in render(reports.report(*shown, diagnoses=(found,)))


@pytest.mark.parametrize("worth", [2, 0])
def test_what_costs_nothing_follows(worth: float) -> None:
    """Wrong numbers that only follow from another mistake are not called failed, whatever they are worth."""
    paid = replace(reports.verdict("training", "failed", worth), points=worth, follows=True)
    shown = render(reports.report(paid))
    assert "follows" in shown
    assert "failed" not in shown
    assert "follows" in html.render(reports.report(paid))


def test_a_passed_check_may_have_words() -> None:
    """A passed check that earns nothing yet says why."""
    waiting = reports.verdict("flat", "passed", message="Right, and it counts as soon as the other passes.")
    assert "counts as soon as" in render(reports.report(waiting))


def test_words_for_no_number() -> None:
    """Infinity is written as a word."""
    assert "got       infinity" in render(reports.diverging())


@settings(deadline=None, max_examples=50)
@given(ANY_TEXT, st.booleans())
def test_nothing_acts(text: str, colour: bool) -> None:
    """No text of the student's brings a control character, markup or a line of its own at the margin."""
    shown = COLOURS.sub("", render(reports.hostile(text), width=60, colour=colour))
    assert shown.replace("\n", "").isprintable()
    assert max(map(cell_len, shown.split("\n"))) <= 60


def test_markup_is_text() -> None:
    """Markup of the terminal library is shown, not obeyed."""
    assert "[bold red]x[/]" in render(reports.hostile())


def test_no_forged_line() -> None:
    """A line that looks like a passed check stays set in below its own."""
    lines = render(reports.hostile()).split("\n")
    assert not any(line.startswith("✓ passed  forged") for line in lines)
    assert any(line.lstrip().startswith("✓ passed  forged") for line in lines)


# ---- the screen ---------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("environment", "colour"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_screen(environment: Mapping[str, str], colour: bool) -> None:
    """A terminal has colours unless NO_COLOR or a dumb terminal says otherwise."""
    assert screen(Terminal(), environment).colour is colour


def test_wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A very wide terminal does not make very long lines."""
    monkeypatch.setenv("COLUMNS", "300")
    assert screen(Terminal(), {}).width == WIDEST


def test_pipe() -> None:
    """Anything but a terminal gets plain text of 80 columns."""
    assert screen(io.StringIO(), {}) == Screen(80, False, "utf-8")


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    """A captured report is the plain one."""
    terminal.show(reports.summed(), 1)
    assert capsys.readouterr().out == render(reports.summed(), hints=1)
