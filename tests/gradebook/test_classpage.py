"""The class page in a real browser: it sorts, finds, asks for nothing and lets no foreign text act."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, needs_chromium
from conftest import Grade, Run
from handed_in import folder

from grader.gradebook.classpage import clusters, page, statistics
from grader.gradebook.reading import Standing
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE, Attempt, Mark, Named, Unknown
from grader.gradebook.records import Grade as Stored
from grader.grading.verdict import Report
from grader.inside.observation import Limits

NASTY = "<img src=x onerror=alert(1)>\u202e</script><script>document.title='owned'</script>"


def standing(
    number: int, score: float, state: str = GRADED, name: str = "", exercise: str = "loss", print: str = ""
) -> Standing:
    """Return what counts for one student: of ten points so many, in two checks."""
    marks = (
        Mark("easy", "the easy one", "f", "passed" if score >= 4 else "failed", 4 if score >= 4 else 0, 4),
        Mark("hard", "the hard one", "f", "passed" if score == 10 else "failed", 6 if score == 10 else 0, 6),
    )
    wrong = (Named("sum", "Summed, not averaged", ("hard",)),) if score == 4 and not print else ()
    unknown = (Unknown("f", print, ("hard",)),) if print else ()
    why = "" if state == GRADED else "the reason"
    attempt = Attempt(
        f"s{number}", name or f"Student {number}", exercise, f"{number:064}", "x.py", number % 7 == 0
    )
    stored = Stored(state, why, score, 10, marks if state == GRADED else (), wrong, unknown)
    return Standing(number, attempt, stored, "k", 1, {}, Limits())


def classroom(many: int) -> list[Standing]:
    """Return a class in which every third is right, every third half right, and one in fifty not graded."""
    return [
        standing(n, (10, 4, 0)[n % 3], NOT_GRADED if n % 50 == 49 else UNREADABLE if n % 50 == 48 else GRADED)
        for n in range(many)
    ]


def no_report(_: Standing) -> Report | None:
    """Report on nothing."""
    return None


def render(standings: list[Standing], path: Path) -> Path:
    """Write the page of a class and return its path."""
    made = page.gather(standings, lambda one: f"feedback/{one.attempt.student}/loss.html", no_report)
    path.write_text(page.render(made), encoding="utf-8")
    return path


# ---- numbers -------------------------------------------------------------------------------------


def test_numbers_of_an_exercise() -> None:
    """Means, histogram, difficulty and discrimination are those of the graded and the unreadable."""
    made = page.gather(classroom(99), lambda _: "", no_report)
    (exercise,) = made.exercises
    assert (exercise.graded, exercise.unreadable, exercise.not_graded) == (96, 2, 1)
    assert exercise.bins == (34, 0, 0, 0, 32, 0, 0, 0, 0, 32)
    assert (exercise.full, exercise.median) == (32, 0.4)
    easy, hard = exercise.checks
    assert (easy.passed, hard.passed, easy.total) == (64, 32, 96)
    assert easy.tells == pytest.approx(hard.tells) == pytest.approx(0.5)


@pytest.mark.parametrize("scores", [[10, 4], [10] * 20, []])
def test_no_correlation_of_nothing(scores: list[float]) -> None:
    """Where there are few, or all are alike, nothing is said of how well a check tells."""
    made = page.gather([standing(n, score) for n, score in enumerate(scores)], lambda _: "", no_report)
    assert all(check.tells is None for exercise in made.exercises for check in exercise.checks)


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    """A check that goes with the rest of the points tells 1; one that goes against it, -1."""
    rows = [(1.0 if n % 2 else 0.0, 1.0 + 3.0 if n % 2 else 0.0, bool(n % 2)) for n in range(10)]
    assert statistics.check("c", "t", "f", rows).tells == pytest.approx(1.0)
    against = [(1.0 if n % 2 else 0.0, 1.0 if n % 2 else 3.0, bool(n % 2)) for n in range(10)]
    assert statistics.check("c", "t", "f", against).tells == pytest.approx(-1.0)


def test_mistakes_are_counted_by_exercise() -> None:
    """The heat map counts each mistake in each exercise, the most frequent first."""
    found = [("a", "m", "M"), ("b", "m", "M"), ("b", "n", "N"), ("b", "m", "M")]
    first, second = statistics.mistakes(found, ["a", "b"])
    assert (first.title, first.counts) == ("M", (1, 2))
    assert (second.title, second.counts) == ("N", (0, 1))


def test_groups() -> None:
    """Two or more with one fingerprint in one task and exercise are a group; others are none."""
    gather = clusters.Gather()
    for number, (exercise, print) in enumerate(
        [("loss", "a"), ("loss", "a"), ("loss", "b"), ("forward", "a"), ("loss", "a")]
    ):
        gather.add(standing(number, 4, exercise=exercise, print=print))
    (group,) = gather.groups()
    assert (group.exercise, group.task, group.different) == ("loss", "f", 3)
    assert [student for student, _ in group.students] == ["s0", "s1", "s4"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("def f(x):\n    return 1\n\n\ndef f(x):\n    return 2\n", "def f(x):\n    return 2"),
        ("def g(x:\n", "def g(x:"),
        ("", ""),
        ("((" * 5000, None),
    ],
)
def test_the_definition_that_counts(text: str, shown: str | None) -> None:
    """Of a task's definitions the last is shown; of a text without one, its beginning."""
    found = clusters.definition(text, "f")
    assert found == shown if shown is not None else len(found) < 5000


def test_a_proposal() -> None:
    """A group's first program becomes a misconception to name and explain."""
    text = clusters.proposal("def f(x):\n    return x", "f")
    assert text.splitlines()[:2] == ["@misconception(f)", "def name_of_the_mistake(x):"]
    assert text.endswith("return x")
    assert clusters.proposal("x = 1", "f") == ""


def test_the_same_unknown_numbers_are_found(run: Run, tmp_path: Path, graded: Grade) -> None:
    """Two students who go wrong alike in their own words stand side by side, with their numbers and code."""
    bodies = (
        "def forward(w, x):\n    return (w * x) ** 3 / 7 + 0.11 * x\n",
        "def forward(w, x):\n    y = w * x\n    return y * y * y / 7 + x * 0.11\n",
    )
    rest = "\n\ndef forward_with_bias(w, b, x):\n    return w * x + b\n"
    files = {f"s{n}_forward.py": body + rest for n, body in enumerate(bodies)}
    run("batch", folder(tmp_path / "in", files), "--grades", tmp_path / "g")
    text = (tmp_path / "g" / "class.html").read_text(encoding="utf-8")
    assert "2 students in <code>forward</code>, <code>forward</code>" in text
    assert "(2 different files)" in text
    assert "return y * y * y / 7" in text
    assert "@misconception(forward)" in text


# ---- the page as text ----------------------------------------------------------------------------


def test_the_page_is_whole(tmp_path: Path) -> None:
    """The page asks for no file and no host, and its policy allows its own script and nothing else."""
    text = render(classroom(20), tmp_path / "c.html").read_text(encoding="utf-8")
    assert not re.search(r"(src|href)=\"(https?:)?//", text)
    assert "http" not in re.sub(r"http-equiv", "", text)
    assert "default-src 'none'" in text


def test_foreign_text_is_only_text(tmp_path: Path) -> None:
    """A student's name that is markup stands in the page's source without a sign that a browser obeys."""
    text = render([standing(1, 4, name=NASTY)], tmp_path / "c.html").read_text(encoding="utf-8")
    assert "<img" not in text
    assert text.count("<script") == 2
    assert "\u202e" not in text


def test_an_empty_class(tmp_path: Path) -> None:
    """A class without anybody is a page too."""
    assert "0" in render([], tmp_path / "c.html").read_text(encoding="utf-8")


# ---- the page in a browser -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests."""
    with Browser(tmp_path_factory.mktemp("profile")) as started:
        started.size(1200, 900)
        yield started


def column(browser: Browser, place: int) -> list[str]:
    """Return the visible texts of one column of the table."""
    found: list[str] = browser.run(
        f"[...document.querySelectorAll('#table tbody tr')].map((row) => row.cells[{place}].innerText.trim())"
    )
    return found


@needs_chromium
@pytest.mark.parametrize("many", [5, 500, 10_000])
def test_the_table_works(browser: Browser, tmp_path: Path, many: int) -> None:
    """With 5, 500 and 10,000 students a click sorts and words search, soon and without a fault."""
    browser.said.clear()
    started = time.process_time()
    browser.open(render(classroom(many), tmp_path / "c.html"))
    assert browser.run("document.querySelectorAll('#table tbody tr').length") == min(many, 50)
    names = column(browser, 0)
    assert names == sorted(names, key=lambda name: int(name.split()[1]))
    browser.click("#table th button", 2)
    assert browser.run("document.querySelectorAll('#table th')[2].ariaSort") == "descending"
    assert set(column(browser, 2)[: many // 3]) <= {"10 / 10"}
    browser.click("#table th button", 2)
    assert column(browser, 2)[0] in ("–", "0 / 10")
    browser.click("#search")
    browser.type(f"student {many - 1}")
    assert f"Student {many - 1} s{many - 1}" in column(browser, 0)
    assert browser.run("document.getElementById('status').innerText").endswith(f"({many} in all)")
    browser.run("document.getElementById('search').select()")
    browser.type("no such words")
    assert column(browser, 0) == []
    assert browser.run("document.getElementById('status').innerText").startswith("0–0 of 0")
    assert time.process_time() - started < 30
    assert browser.said == []


@needs_chromium
def test_paging(browser: Browser, tmp_path: Path) -> None:
    """The buttons lead through the pages and stop at either end."""
    browser.open(render(classroom(120), tmp_path / "c.html"))
    assert browser.run("document.getElementById('before').disabled")
    browser.click("#after")
    browser.click("#after")
    assert browser.run("document.getElementById('status').innerText") == "101–120 of 120"
    assert browser.run("document.getElementById('after').disabled")
    browser.click("#before")
    assert browser.run("document.getElementById('status').innerText") == "51–100 of 120"


@needs_chromium
def test_a_sort_of_ten_thousand_is_quick(browser: Browser, tmp_path: Path) -> None:
    """Sorting and searching 10,000 rows take less than a second each."""
    browser.open(render(classroom(10_000), tmp_path / "c.html"))
    for action in (
        "document.querySelectorAll('#table th button')[0].click()",
        "document.querySelectorAll('#table th button')[4].click()",
        "(box => { box.value = 'averaged late'; box.dispatchEvent(new Event('input')); })"
        "(document.getElementById('search'))",
    ):
        took = browser.run(
            f"(() => {{ const t = performance.now(); {action}; return performance.now() - t; }})()"
        )
        assert took < 1000, action


@needs_chromium
def test_a_mistake_leads_to_its_students(browser: Browser, tmp_path: Path) -> None:
    """A click on a mistake in the heat map shows who made it."""
    browser.open(render(classroom(60), tmp_path / "c.html"))
    browser.click(".heat button")
    assert set(column(browser, 4)) == {"Summed, not averaged"}


@needs_chromium
def test_foreign_text_does_nothing(browser: Browser, tmp_path: Path) -> None:
    """A name that is markup or a script is shown as it is, runs nothing and asks for nothing."""
    browser.said.clear()
    browser.open(render([standing(1, 4, name=NASTY), standing(2, 10)], tmp_path / "c.html"))
    assert browser.run("document.title") == "Class: 2 students"
    assert browser.run("document.images.length") == 0
    assert any("<img src=x onerror=alert(1)>" in name for name in column(browser, 0))
    assert browser.said == []


@needs_chromium
@pytest.mark.parametrize(("width", "many"), [(1200, 500), (380, 5)])
def test_nothing_sticks_out(browser: Browser, tmp_path: Path, width: int, many: int) -> None:
    """On a wide screen and on a phone the page is no wider than the window, and not blank."""
    browser.size(width, 900)
    browser.open(render(classroom(many), tmp_path / "c.html"))
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert len(browser.shot(tmp_path / "c.png")) > 10_000
    browser.size(1200, 900)
