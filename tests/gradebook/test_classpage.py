"""The class page in a real browser: it sorts, finds, asks for nothing and lets no foreign text act."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Browser, needs_chromium
from conftest import Grade, Run
from handed_in import folder

from grader.batch import outputs
from grader.gradebook import final
from grader.gradebook.classpage import clusters, page, statistics
from grader.gradebook.final import FinalMark
from grader.gradebook.policy import Policy
from grader.gradebook.reading import Person, Standing
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE, Attempt, Mark, Named, Unknown
from grader.gradebook.records import Grade as Stored
from grader.grading.verdict import Report
from grader.inside.observation import Limits
from grader.words.language import speaking

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


SOURCES = page.Sources(no_report, lambda sha256: b"x = 1", lambda id: "")


def marks_of(standings: list[Standing], section: str = "") -> Iterator[FinalMark]:
    """Yield what counts as it is shown, without any policy."""
    for one in standings:
        person = Person(one.attempt.student, one.attempt.name, "", section or one.attempt.section, False)
        yield final.final(person, one.attempt.exercise, one, one.grade.max_score, (), Policy())


def gather(standings: list[Standing], sources: page.Sources = SOURCES) -> page.Class:
    """Return a class page's content."""
    return page.gather(marks_of(standings), link, sources)


def link(one: Standing) -> str:
    """Return where a report lies."""
    return f"feedback/{one.attempt.student}/{one.attempt.exercise}.html"


def render(standings: list[Standing], path: Path) -> Path:
    """Write the page of a class and return its path."""
    path.write_text(page.render(gather(standings)), encoding="utf-8")
    return path


# ---- numbers -------------------------------------------------------------------------------------


def test_numbers_of_an_exercise() -> None:
    """Means, histogram, difficulty and discrimination are those of the graded and the unreadable."""
    made = gather(classroom(99))
    (exercise,) = made.exercises
    assert (exercise.graded, exercise.unreadable, exercise.not_graded) == (96, 2, 1)
    assert exercise.bins == (34, 0, 0, 0, 32, 0, 0, 0, 0, 32)
    assert (exercise.full, exercise.median) == (32, 0.4)
    easy, hard = exercise.checks
    assert (easy.passed, hard.passed, easy.total) == (64, 32, 96)
    assert easy.tells == pytest.approx(hard.tells) == pytest.approx(0.5)


def test_what_was_not_judged_is_not_counted() -> None:
    """A check that could not be judged is neither passed nor failed, and nobody is said to fail it."""
    open_one = Mark("hard", "the hard one", "f", "not_judged", 0, 0)
    made = [standing(n, 10) for n in range(6)]
    unsure = (*made[0].grade.marks[:1], open_one)
    made[0] = replace(made[0], grade=replace(made[0].grade, marks=unsure))
    (exercise,) = gather(made).exercises
    assert [(check.passed, check.total) for check in exercise.checks] == [(6, 6), (5, 5)]


@pytest.mark.parametrize("scores", [[10, 4], [10] * 20, []])
def test_no_correlation_of_nothing(scores: list[float]) -> None:
    """Where there are few, or all are alike, nothing is said of how well a check tells."""
    made = gather([standing(n, score) for n, score in enumerate(scores)])
    assert all(check.tells is None for exercise in made.exercises for check in exercise.checks)


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    """A check that goes with the rest of the points tells 1; one that goes against it, -1."""
    rows = [(1.0 if n % 2 else 0.0, 1.0 + 3.0 if n % 2 else 0.0, bool(n % 2)) for n in range(10)]
    assert statistics.check("c", "t", "f", rows).tells == pytest.approx(1.0)
    against = [(1.0 if n % 2 else 0.0, 1.0 if n % 2 else 3.0, bool(n % 2)) for n in range(10)]
    assert statistics.check("c", "t", "f", against).tells == pytest.approx(-1.0)


@pytest.mark.parametrize(
    ("passed", "total", "tells", "flag"),
    [
        (5, 10, 0.5, ""),
        (5, 10, 0.05, "silent"),
        (5, 10, -0.4, "silent"),
        (10, 10, None, "everybody"),
        (0, 10, None, "nobody"),
        (2, 4, 0.0, ""),
        (5, 10, None, ""),
    ],
)
def test_checks_that_do_not_tell(passed: int, total: int, tells: float | None, flag: str) -> None:
    """A check that all pass, that none passes, or that goes with nothing is flagged, save in tiny classes."""
    assert statistics.Check("c", "t", "f", passed, total, tells).flag == flag


def test_a_flag_is_a_word() -> None:
    """A check that everybody passes is named in words on the page, not by a colour alone."""
    text = page.render(gather([standing(n, 4) for n in range(8)]))
    assert 'the easy one <span class="flag">⚑ everybody passes</span>' in text
    assert 'the hard one <span class="flag">⚑ nobody passes</span>' in text


def test_sections() -> None:
    """Every section has its people and its mean in each exercise; without sections there is no such table."""
    some = [
        replace(one, attempt=replace(one.attempt, section=s))
        for one, s in zip([standing(1, 10), standing(2, 0), standing(3, 4)], "AAB", strict=True)
    ]
    made = gather(some)
    assert [(one.name, one.people, one.means) for one in made.sections] == [
        ("A", 2, (0.5,)),
        ("B", 1, (0.4,)),
    ]
    assert gather([standing(1, 4)]).sections == ()


def test_who_handed_in_nothing_has_a_row() -> None:
    """Somebody on the list without any hand-in is a person of the class."""
    nobody = Person("s9", "Nine", "", "", listed=True)
    marks = [*marks_of([standing(1, 10)]), final.final(nobody, "loss", None, 10, (), Policy())]
    made = page.gather(marks, link, SOURCES)
    assert made.students == 2
    assert made.people["people"][1] == ["s9", "Nine", "", "", [0]]


def test_the_page_speaks_the_language_in_force(tmp_path: Path) -> None:
    """In Chinese the page's own words are Chinese."""
    with speaking("zh"):
        text = render([standing(n, 4) for n in range(8)], tmp_path / "c.html").read_text(encoding="utf-8")
    assert '<html lang="zh">' in text
    for said in ("Scores and checks", "Everybody", "stuck on", "everybody passes"):
        assert said not in text


def test_titles_are_those_of_the_translation() -> None:
    """Checks and mistakes are called as the exercise's translation calls them."""
    texts = {"the easy one": "容易的", "Summed, not averaged": "求和而没有取平均"}
    (mark,) = (outputs.in_words(one, texts) for one in marks_of([standing(1, 4)]))
    made = page.gather([mark], link, SOURCES)
    assert [check.title for check in made.exercises[0].checks] == ["容易的", "the hard one"]
    assert [one.title for one in made.mistakes] == ["求和而没有取平均"]


def test_no_name_is_on_the_anonymous_page(run: Run, tmp_path: Path, graded: Grade) -> None:
    """The page to show around has the numbers, and no name, id, file, section, link or code."""
    wrong = "def forward(w, x):\n    secret = (w * x) ** 3 / 7\n    return secret\n"
    files = {f"{name}_forward.py": wrong for name in ("adalovelace", "bolindqvist")}
    run("batch", folder(tmp_path / "in", files), "--grades", tmp_path / "g")
    done = run("export", "--format", "page", "--anonymous", "--grades", tmp_path / "g")
    path = tmp_path / "g" / "class-anonymous.html"
    assert done.output.strip() == str(path)
    text = path.read_text(encoding="utf-8")
    assert "person 1" in text
    for word in ("adalovelace", "bolindqvist", "secret", "feedback/", "misconception("):
        assert word not in text
    assert "adalovelace" in (tmp_path / "g" / "class.html").read_text(encoding="utf-8")
    out = tmp_path / "shown.html"
    done = run("export", "--format", "page", "--anonymous", "--out", out, "--grades", tmp_path / "g")
    assert done.output.strip() == str(out)
    assert "person 1" in out.read_text(encoding="utf-8")


def test_mistakes_are_in_no_order_of_people() -> None:
    """The page is the same whoever comes first, but for the order of its rows."""
    some = [replace_title(standing(number, 4), title) for number, title in enumerate("zay")]
    made, turned = gather(some).people, gather(some[::-1]).people
    assert made["mistakes"] == turned["mistakes"] == ["a", "y", "z"]
    assert [row[4][0][3] for row in made["people"]] == [[2], [0], [1]]
    assert sorted(made["people"]) == sorted(turned["people"])


def replace_title(one: Standing, title: str) -> Standing:
    """Return a standing whose mistake has another title."""
    named = tuple(replace(found, title=title) for found in one.grade.diagnoses)
    return replace(one, grade=replace(one.grade, diagnoses=named))


def test_ten_thousand_people_are_a_small_page() -> None:
    """Four exercises of 10,000 people are less than 5 MB."""
    some = [
        one for n in range(10_000) for one in (standing(n, (10, 4, 0)[n % 3], exercise=e) for e in "abcd")
    ]
    assert len(page.render(gather(some)).encode()) < 5_000_000


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
    assert "2 people · <code>forward</code> · <code>forward</code>" in text
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
    browser.click("#table-search")
    browser.type(f"student {many - 1}")
    assert f"Student {many - 1} s{many - 1}" in column(browser, 0)
    assert browser.run("document.getElementById('table-status').innerText").endswith(f"({many} in all)")
    browser.run("document.getElementById('table-search').select()")
    browser.type("no such words")
    assert column(browser, 0) == []
    assert browser.run("document.getElementById('table-status').innerText").startswith("0–0 of 0")
    assert time.process_time() - started < 30
    assert browser.said == []


@needs_chromium
def test_paging(browser: Browser, tmp_path: Path) -> None:
    """The buttons lead through the pages and stop at either end."""
    browser.open(render(classroom(120), tmp_path / "c.html"))
    assert browser.run("document.getElementById('table-before').disabled")
    browser.click("#table-after")
    browser.click("#table-after")
    assert browser.run("document.getElementById('table-status').innerText") == "101–120 of 120"
    assert browser.run("document.getElementById('table-after').disabled")
    browser.click("#table-before")
    assert browser.run("document.getElementById('table-status').innerText") == "51–100 of 120"


@needs_chromium
def test_a_sort_of_ten_thousand_is_quick(browser: Browser, tmp_path: Path) -> None:
    """Sorting and searching 10,000 rows take less than a second each."""
    browser.open(render(classroom(10_000), tmp_path / "c.html"))
    for action in (
        "document.querySelectorAll('#table th button')[0].click()",
        "document.querySelectorAll('#table th button')[4].click()",
        "(box => { box.value = 'averaged late'; box.dispatchEvent(new Event('input')); })"
        "(document.getElementById('table-search'))",
    ):
        took = browser.run(
            f"(() => {{ const t = performance.now(); {action}; return performance.now() - t; }})()"
        )
        assert took < 1000, action


@needs_chromium
def test_a_person_over_all_exercises(browser: Browser, tmp_path: Path) -> None:
    """A person's row has the sum and what they are stuck on, and leads to their submissions alone."""
    some = [
        standing(n, 4 if e != "d" else 10, exercise=e, name="Ada" if n == 1 else "")
        for n in (1, 7, 14)
        for e in "abcd"
    ]
    browser.open(
        render(
            [one for one in some if one.attempt.student != "s14" or one.attempt.exercise == "a"],
            tmp_path / "c.html",
        )
    )
    rows = browser.run(
        "[...document.querySelectorAll('#people tbody tr')]"
        ".map((row) => [...row.cells].map((cell) => cell.innerText.trim()))"
    )
    assert rows[0] == ["Ada s1", "22 / 40", "4 of 4", "Summed, not averaged in 3 of 4"]
    assert rows[2] == ["Student 14 s14", "4 / 10", "1 of 4", "Summed, not averaged"]
    browser.click("#people tbody button")
    assert column(browser, 0) == ["Ada s1"] * 4


@needs_chromium
def test_a_section_alone(browser: Browser, tmp_path: Path) -> None:
    """The section that is chosen is the one in both tables."""
    some = [
        replace(one, attempt=replace(one.attempt, section="AB"[n % 2])) for n, one in enumerate(classroom(9))
    ]
    browser.open(render(some, tmp_path / "c.html"))
    browser.run(
        "(box => { box.value = 'B'; box.dispatchEvent(new Event('change')); })"
        "(document.getElementById('section'))"
    )
    assert browser.run("document.getElementById('people-status').innerText") == "1–4 of 4 (9 in all)"
    assert browser.run("document.getElementById('table-status').innerText") == "1–4 of 4 (9 in all)"


@needs_chromium
def test_everything_is_reached_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """At 390 px every cell and button of both tables lies within the screen."""
    browser.size(390, 800)
    some = [
        standing(n, 4, exercise=e, name="Wolfeschlegelsteinhausenbergerdorff" * 2)
        for n in range(3)
        for e in ("a", "b" * 40)
    ]
    browser.open(render(some, tmp_path / "c.html"))
    outside = browser.run(
        "[...document.querySelectorAll('.cards td, .cards th, .cards button, .tools *')]"
        ".map((one) => one.getBoundingClientRect())"
        ".filter((box) => box.right > 390 || box.left < 0).length"
    )
    assert outside == 0
    browser.size(1200, 900)


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
