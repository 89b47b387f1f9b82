"""Help and complaints of the command line are said in the language in force."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from grader.cli import COMMANDS, main
from grader.words.help import filled
from grader.words.language import CHOICE, VARIABLES


@pytest.fixture(autouse=True)
def nobody_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with no language chosen by anybody."""
    for name in ("reader", "course", "system"):
        monkeypatch.setattr(CHOICE, name, "")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(os.environ, "LANGUAGE", "")


def said(*words: str) -> str:
    """Return what the program prints."""
    return CliRunner().invoke(main, list(words)).output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_said_in_the_chosen_language(command: str) -> None:
    """No paragraph of any command's help is English where the reader asked for Chinese."""
    lines = said("--lang", "zh", command, "--help").splitlines()[1:]
    assert lines
    english = [line for line in lines if len(line.split()) > 5 and line.isascii()]
    assert english == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_narrow_screen(command: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 40 columns no sentence of help is broken by the screen; only a list of values may be longer."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = said("--lang", language, command, "--help").splitlines()
    assert [line for line in lines if cell_len(line) > 40 and "|" not in line] == []


def test_the_systems_language_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal set to Chinese gets Chinese help without an option, and English by one."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "批改" in said("--help")
    assert "批改" not in said("--lang", "en", "--help")


def test_wrong_usage_is_named_in_the_language_in_force() -> None:
    """What click says about a missing argument or an unknown option is translated, too."""
    assert "缺少参数 'FILE'" in said("--lang", "zh", "submit")
    assert "没有选项 '--foo'" in said("submit", "--lang", "zh", "--foo", "x")
    assert "submit" in said("--lang", "zh", "sumbit")
    assert "Missing argument 'FILE'" in said("--lang", "en", "submit")


@pytest.mark.parametrize(
    "words",
    [("--help", "--lang", "zh"), ("submit", "--help", "--lang=zh"), ("--lang", "zh", "submit", "-h")],
    ids=" ".join,
)
def test_the_language_may_stand_behind_the_question_for_help(words: tuple[str, ...]) -> None:
    """Help is shown in it all the same, and the next command does not inherit it."""
    assert "批改" in said(*words)
    assert "批改" not in said("--help")


@pytest.mark.parametrize("width", [20, 40, 78])
def test_lines_are_as_wide_as_the_screen(width: int) -> None:
    """A Chinese character takes two columns, and no line begins with a full stop."""
    text = "把随评分程序附带的课程写入 DIR（默认 chainrule），并在那里每次保存都批改。" * 3
    lines = filled(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [line for line in lines if line[0] in "，。）"] == []


def test_what_is_refused_is_said_in_the_language_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy reaches whoever reads Chinese."""
    monkeypatch.chdir("/")
    for command in (["submit", "nothing.py"], ["list"], ["show", "forward"]):
        fault = CliRunner().invoke(main, ["--lang", "zh", *command])
        assert fault.exit_code == 2
        assert "这里没有课程" in fault.output
