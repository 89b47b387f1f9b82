"""Reports in the formats of platforms: valid, whole, with a total, and with nothing forged."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as xml

import pytest
import reports

from grader.commands import submit
from grader.grading.verdict import Report
from grader.report import terminal
from grader.report.platforms import classroom50, exercism, github, gradescope, junit, markdown, prairielearn
from grader.report.platforms.formats import FORMATS
from grader.report.platforms.rows import definition, rows, shown

SECRET = "SECRET-NUMBER"


def strict(text: str) -> Any:
    """Parse JSON without Python's own words for what is no number."""

    def refuse(word: str) -> None:
        raise ValueError(word)

    return json.loads(text, parse_constant=refuse)


def test_the_command_knows_every_format() -> None:
    """What the command offers is what there is."""
    assert tuple(FORMATS) == submit.FORMATS


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_every_report_has_every_format(name: str, sample: reports.Sample) -> None:
    """Whatever a program did, alone or beside another: the text is UTF-8 and ends with a line."""
    for text in (FORMATS[name]([sample()]), FORMATS[name]([sample(), reports.summed()])):
        assert text.encode().endswith(b"\n")
        assert "\x1b" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_hidden_checks_stay_hidden(name: str) -> None:
    """Nothing but how many hidden checks passed is told, even of a report for instructors."""
    whole = Report(
        "manual_gradient",
        "By hand",
        "manual_gradient.py",
        "",
        (
            reports.verdict("one sample"),
            reports.verdict(f"{SECRET} title", "failed", 3, public=False, message=SECRET, call=SECRET),
        ),
    )
    assert SECRET not in FORMATS[name]([whole])


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_rows_add_up(sample: reports.Sample) -> None:
    """Hidden checks are one row, and the rows' points are the report's."""
    report = sample()
    made = rows(shown(report))
    judged = [verdict for verdict in report.verdicts if verdict.status != "not_judged"]
    hidden = any(not verdict.public for verdict in judged)
    assert len(made) == sum(verdict.public for verdict in judged) + hidden
    assert sum(row.points for row in made) == pytest.approx(report.score, abs=1e-6)
    assert sum(row.max_points for row in made) == pytest.approx(report.max_score, abs=1e-6)


def test_where_a_task_begins() -> None:
    """The last definition counts; a text that is no Python has none."""
    assert definition("def f(): 1\n\n\ndef f(): 2\n", "f") == 4
    assert definition("def g(): 1\n", "f") == 0
    assert definition("def f(:\n", "f") == 0


# ---- Gradescope ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_gradescope(sample: reports.Sample) -> None:
    """Every test is visible, so that a total shows, and each test has its points and status."""
    report = sample()
    made = strict(gradescope.render([report]))
    assert made["score"] == pytest.approx(report.score)
    assert {test["visibility"] for test in made["tests"]} <= {"visible"}
    assert sum(test["max_score"] for test in made["tests"]) == pytest.approx(report.max_score, abs=1e-6)
    assert {test["status"] for test in made["tests"]} <= {"passed", "failed"}


def test_gradescope_names_the_mistake() -> None:
    """The diagnosis stands above the tests; one row says how many hidden checks passed."""
    made = strict(gradescope.render([reports.summed()]))
    assert "Summed, not averaged" in made["output"]
    assert made["tests"][-1]["output"] == r"2 of 3 hidden checks passed\."
    assert made["tests"][-1]["status"] == "failed"


def test_gradescope_of_several() -> None:
    """The score is the sum, and each test's name begins with its exercise."""
    made = strict(gradescope.render([reports.all_passed(), reports.diverging()]))
    assert made["score"] == reports.all_passed().score + reports.diverging().score
    assert {test["name"].partition(":")[0] for test in made["tests"]} == {"manual_gradient", "quadratic"}


# ---- Markdown --------------------------------------------------------------------------------------


def test_markdown_is_harmless() -> None:
    """No tag, mention, link or heading of a student's gets through; code keeps within its fence."""
    text = markdown.render(
        [reports.hostile("</td><script>x</script> @all [a](http://b) \n# Forged\n```\n``` *b*")]
    )
    prose = re.sub(r"(`{3,})text\n.*?\n\1(?!`)", "", text, flags=re.DOTALL)
    prose = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", prose)
    assert "<script" not in prose
    assert "@all" not in prose
    assert "](http" not in prose
    assert "\n# Forged" not in prose


@pytest.mark.parametrize(("text", "ticks"), [("a", "`"), ("a`b", "``"), ("``", "```")])
def test_code_in_a_line(text: str, ticks: str) -> None:
    """The ticks around a code are more than those in it."""
    assert markdown.code(text).startswith(ticks)
    assert not markdown.code(text).startswith(ticks + "`")


def test_code_of_several_lines() -> None:
    """A value with line breaks becomes a block."""
    assert markdown.code("a\nb") == "\n\n```text\na\nb\n```"


def test_markdown_says_what_is_wrong() -> None:
    """Score, mistake, table and numbers are there."""
    text = markdown.render([reports.summed()])
    assert "**Summed, not averaged**" in text
    assert "| ❌ | hidden checks | 2 / 5 |" in text
    assert "three samples" in text


# ---- JUnit -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_junit(sample: reports.Sample) -> None:
    """The counts are those of the cases: a wrong answer is a failure, a program that stopped an error."""
    suite = xml.fromstring(junit.render([sample()]).partition("\n")[2]).find("testsuite")
    assert suite is not None
    cases = suite.findall("testcase")
    assert int(suite.attrib["tests"]) == len(cases)
    for kind, count in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert int(suite.attrib[count]) == sum(case.find(kind) is not None for case in cases)


def test_junit_tells_failures_from_errors() -> None:
    """A missing function is a failure, a NameError an error; points are properties."""
    text = junit.render([reports.mixed()])
    made = xml.fromstring(text.partition("\n")[2])
    kinds = {case.get("name"): [child.tag for child in case] for case in made.iter("testcase")}
    assert "error" in kinds["the first link, two samples"]
    assert "failure" in kinds["the second link"]
    assert made.find(".//property[@name='max_points']") is not None


def test_junit_gives_a_log_no_command() -> None:
    """A line that GitHub would take for a command is written in another way, and read as the same text."""
    said = "::error file=a.py::oops\n  ::add-mask::5\n##[warning]oops"
    text = junit.render([reports.hostile(said)])
    assert [sign for sign in ("::error", "::add-mask", "##[") if sign in text] == []
    assert any(
        "::error file=a.py" in (one.text or "") for one in xml.fromstring(text.partition("\n")[2]).iter()
    )


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_a_log_is_given_no_command(name: str) -> None:
    """What a program prints cannot begin a line of a log as the service that keeps it takes its orders."""
    report = reports.hostile("x\n::error file=a.py::oops\n  ::add-mask::5\n##[warning]oops")
    text = terminal.render(report) if name == "terminal" else markdown.render([report])
    assert "add-mask" in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []


# ---- GitHub ----------------------------------------------------------------------------------------


def test_annotations_name_file_and_line() -> None:
    """A mistake stands at its function, an exception at the line that stopped, hidden checks at no line."""
    first, last = github.render([reports.summed()]).splitlines()
    assert first.startswith(
        "::error file=work/manual_gradient.py,line=13,endLine=13,title=manual_gradient%3A "
    )
    assert "Summed%2C not averaged" in first
    assert last == "::notice title=manual_gradient::5 / 10"
    stopped = next(line for line in github.render([reports.mixed()]).splitlines() if "NameError" in line)
    assert ",line=14," in stopped


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_annotations_are_one_line_each(sample: reports.Sample) -> None:
    """Nothing that a student wrote begins a command of its own."""
    lines = github.render([sample()]).splitlines()
    assert all(re.match(r"::(error|notice) ", line) for line in lines)
    assert sum(line.startswith("::notice") for line in lines) == 1


def test_annotations_of_a_notebook() -> None:
    """A cell's line is not the file's: it stands in words."""
    sample = reports.mixed()
    source = "# %% cell 3, line 1\n" + sample.source
    line = github.render([replace(sample, path="a.ipynb", source=source)]).splitlines()[0]
    assert line.startswith("::error file=a.ipynb,title=")
    assert "ell 3" in line


def test_paths_are_the_repository_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """An absolute path in the working directory is written from there."""
    monkeypatch.chdir(tmp_path)
    made = github.path_of(replace(reports.summed(), path=str(tmp_path / "a" / "b.py")))
    assert made == "a/b.py"


def test_the_reporter_s_result() -> None:
    """GitHub Classroom's reporter reads base64 of JSON; the tests' points are the report's."""
    data = json.loads(base64.b64decode(github.result([reports.summed()])))
    assert data["status"] == "fail"
    assert sum(test["score"] for test in data["tests"]) == reports.summed().score
    assert data["max_score"] == reports.summed().max_score


# ---- Exercism --------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_exercism(sample: reports.Sample) -> None:
    """Status, messages and lengths are those of the interface."""
    made = strict(exercism.render([sample()]))
    assert made["version"] == 3
    assert made["status"] in {"pass", "fail", "error"}
    assert made["status"] != "error" or made["message"]
    for test in made["tests"]:
        assert test["status"] == "pass" or test["message"]
        assert len(test["output"] or "") <= 500


def test_exercism_tells_what_cannot_be_run() -> None:
    """A file that is no Python is an error; one with a wrong answer fails."""
    assert strict(exercism.render([reports.unreadable()]))["status"] == "error"
    assert strict(exercism.render([reports.summed()]))["status"] == "fail"
    assert strict(exercism.render([reports.all_passed()]))["status"] == "pass"


def test_exercism_says_that_output_is_cut() -> None:
    """What is left out is said."""
    cut = exercism.cut("x" * 1000)
    assert len(cut) == 500
    assert cut.endswith("characters are shown.]")
    assert exercism.cut("short") == "short"


# ---- Classroom 50 and PrairieLearn -----------------------------------------------------------------


@pytest.mark.parametrize("sample", reports.JUDGED)
def test_classroom50(sample: reports.Sample) -> None:
    """Points are whole numbers, an exercise has a hundred, and what is right has all of them."""
    names = {"CLASSROOM": "c", "ASSIGNMENT": "a", "USERNAME": "ada"}
    made = strict(classroom50.as_text([sample()], names, datetime(2026, 3, 1, tzinfo=UTC)))
    assert made["schema"] == "classroom50/result/v1"
    assert (made["owner"], made["datetime"]) == ("ada", "2026-03-01T00:00:00Z")
    assert made["max-score"] == sum(test["max-score"] for test in made["tests"]) == 100
    assert made["score"] == sum(test["score"] for test in made["tests"])
    assert all(type(test["score"]) is int and test["score"] >= 0 for test in made["tests"])


@pytest.mark.parametrize("sample", reports.JUDGED)
def test_prairielearn(sample: reports.Sample) -> None:
    """The score is a share; a file that is no Python is not gradable and costs no attempt."""
    report = sample()
    made = strict(prairielearn.render([report]))
    assert made["score"] == pytest.approx(report.score / report.max_score)
    assert made["gradable"] is (sample is not reports.unreadable)
    assert ("format_errors" in made) is (sample is reports.unreadable)


# ---- What was not judged ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_not_judged_is_no_failure(name: str) -> None:
    """A right script that does without a parameter is marked as failed nowhere, in a status or by a sign."""
    text = FORMATS[name]([reports.partly_judged()])
    assert not re.search(r"❌|<failure|<error|::error|\bfail(ed)?\b|: false", text)


@pytest.mark.parametrize("name", ["markdown", "gradescope", "junit", "prairielearn"])
def test_what_was_not_judged_is_told(name: str) -> None:
    """Formats with room for notes, or with tests that were left out, say why."""
    assert "your model has no w8" in FORMATS[name]([reports.partly_judged()])


def test_what_was_not_judged_is_skipped() -> None:
    """JUnit has a word for a test that was neither right nor wrong."""
    suite = xml.fromstring(junit.render([reports.partly_judged()]).partition("\n")[2]).find("testsuite")
    assert suite is not None
    assert (suite.attrib["tests"], suite.attrib["failures"], suite.attrib["skipped"]) == ("3", "0", "1")


def test_the_reporter_s_result_of_what_was_not_judged() -> None:
    """What is right passes; where nothing could be judged, that is an error and no failure."""
    made = [
        json.loads(base64.b64decode(github.result([sample()])))
        for sample in (reports.partly_judged, reports.open_)
    ]
    assert [data["status"] for data in made] == ["pass", "error"]


@pytest.mark.parametrize("name", ["markdown", "gradescope", "prairielearn", "exercism"])
def test_nothing_judged_is_no_zero(name: str) -> None:
    """Where nothing could be judged, it is said that a person has to look, and why."""
    text = FORMATS[name]([reports.open_()]).replace("\\", "")
    assert "Nothing could be judged; a person has to look." in text
    assert "no loss was found" in text
    assert "None of" not in text


def test_nothing_judged_costs_no_attempt() -> None:
    """PrairieLearn and Exercism are told that there is nothing to grade."""
    assert strict(prairielearn.render([reports.open_()]))["gradable"] is False
    assert strict(exercism.render([reports.open_()]))["status"] == "error"


def test_a_mistake_without_a_message_is_its_title() -> None:
    """A whole script's mistake has no more than a title, and no colon after it."""
    [test] = [
        one for one in strict(exercism.render([reports.half_a_step()]))["tests"] if one["status"] == "fail"
    ]
    assert test["message"].endswith("\nHalf the step.")
