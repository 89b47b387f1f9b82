"""What learning platforms hand out is recognised by itself, and nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from handed_in import folder, gradescope_list, zipped
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.intake.archive import look
from grader.intake.entry import Refused
from grader.intake.layouts.recognise import LAYOUTS, listing
from grader.intake.layouts.tree.found import Asked, Listing

ASKED = Asked(("loss", "quadratic", "zero_grad", "update_step"))
STAMP = "2026-11-20 10:00:00.000000 UTC"

GRADESCOPE = {
    "submission_metadata.yml": gradescope_list(
        {
            "submission_7": [("Ada L", "11", "ada@x.org")],
            "submission_8": [("Bob", "12", "b@x.org"), ("Cy", "13", "c@x.org")],
        }
    ),
    "submission_7/quadratic.py": "1",
    "submission_8/quadratic.ipynb": "2",
}

CASES: Mapping[str, tuple[str, Mapping[str, str], list[tuple[str, str, str, bool | None]]]] = {
    "flat": (
        "flat",
        {"alice_quadratic.py": "", "bob-zero_grad.py": "", "Zoë Li_loss.ipynb": ""},
        [
            ("Zoë Li", "Zoë Li", "loss", None),
            ("alice", "alice", "quadratic", None),
            ("bob", "bob", "zero_grad", None),
        ],
    ),
    "flat_doubled_names": (
        "flat",
        {"loss_loss.py": "", "amy_zero_grad_quadratic.py": ""},
        [("loss", "loss", "loss", None)],  # amy may have answered both, or be called so
    ),
    "folders": (
        "folders",
        {"alice/quadratic.py": "", "alice/loss.py": "", "bob/hw/quadratic.py": ""},
        [
            ("alice", "alice", "loss", None),
            ("alice", "alice", "quadratic", None),
            ("bob", "bob", "quadratic", None),
        ],
    ),
    "nbgrader": (
        "nbgrader",
        {
            "submitted/amy/ps1/quadratic.ipynb": "",
            "submitted/amy/ps1/timestamp.txt": STAMP,
            "submitted/bo/loss/answer.ipynb": "",
        },
        [("amy", "amy", "quadratic", None), ("bo", "bo", "loss", None)],
    ),
    "nbgrader_inside": (
        "nbgrader",
        {"amy/ps1/quadratic.py": "", "amy/ps1/timestamp.txt": STAMP},
        [("amy", "amy", "quadratic", None)],
    ),
    "canvas": (
        "canvas",
        {
            "lovelaceada_LATE_12345_67890_quadratic.py": "",
            "boole_george_22_70001_quadratic-2.py": "",
            "boole_george_22_70000_quadratic-1.py": "",
            "李小龙_33_80000_zero_grad.ipynb": "",
        },
        [
            ("12345", "lovelaceada", "quadratic", True),
            ("22", "boole_george", "quadratic", False),
            ("33", "李小龙", "zero_grad", False),
        ],
    ),
    "canvas_anonymous": (
        "canvas",
        {"LATE_anon_aB3x_900_quadratic.py": "", "anon_Qq1_901_quadratic-3.py": ""},
        [("Qq1", "anonymous Qq1", "quadratic", False), ("aB3x", "anonymous aB3x", "quadratic", True)],
    ),
    "moodle_old": (
        "moodle",
        {"Ada King_101_assignsubmission_file_/quadratic.py": ""},
        [("Ada King", "Ada King", "quadratic", None)],
    ),
    "moodle_new": (
        "moodle",
        {
            "Ada_King_101_assignsubmission_file/quadratic.py": "",
            "Participant_7_assignsubmission_file/loss.py": "",
        },
        [
            ("Ada King", "Ada King", "quadratic", None),
            ("Participant 7", "Participant 7", "loss", None),
        ],
    ),
    "moodle_flat": (
        "moodle",
        {"Ada King_101_assignsubmission_file_quadratic.py": ""},
        [("Ada King", "Ada King", "quadratic", None)],
    ),
    "gradescope": (
        "gradescope",
        GRADESCOPE,
        [
            ("11", "Ada L", "quadratic", None),
            ("12", "Bob", "quadratic", None),
            ("13", "Cy", "quadratic", None),
        ],
    ),
}


def rows(found: Listing) -> list[tuple[str, str, str, bool | None]]:
    """Return the plain facts of a listing."""
    return [(row.student, row.name, row.exercise, row.late) for row in found.handed]


def left(found: Listing) -> dict[str, str]:
    """Return what is left out, and why."""
    return {one.name: one.why for one in found.left_out}


def read(path: Path, forced: str = "", asked: Asked = ASKED) -> Listing:
    """List a folder or zip."""
    return listing(look(path), asked, forced)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", ["folder", "zip", "wrapped zip", "wrapped folder", "forced"])
def test_recognised(case: str, form: str, tmp_path: Path) -> None:
    """Each layout is recognised in a folder and in a zip, with a folder around everything or not."""
    layout, files, expected = CASES[case]
    if form.startswith("wrapped"):
        files = {f"download-2026/{name}": text for name, text in files.items()}
    made = zipped(tmp_path / "x.zip", files) if "zip" in form else folder(tmp_path / "x", files)
    found = read(made, layout if form == "forced" else "")
    assert found.layout == layout
    assert rows(found) == expected


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_dropped(case: str, tmp_path: Path) -> None:
    """Every file is either somebody's or listed as left out."""
    _, files, _ = CASES[case]
    files = {
        **files,
        "notes.txt": "x",
        ".DS_Store": "x",
        "__MACOSX/._a.py": "x",
        "hw.py": "x",
        "d/e/f/g.py": "x",
    }
    found = read(folder(tmp_path / "x", files))
    files["__MACOSX/"] = files.pop("__MACOSX/._a.py")
    assert {row.entry.name for row in found.handed} | set(left(found)) == set(files)


def test_reasons(tmp_path: Path) -> None:
    """What is left out of a flat folder is told why."""
    files = {
        "alice_quadratic.py": "",
        "quadratic.py": "",
        "essay.docx": "",
        "bob_hw.py": "",
        "x/y_loss.py": "",
    }
    assert left(read(folder(tmp_path, files))) == {
        "quadratic.py": "names no student; call it alice_quadratic.py",
        "essay.docx": "is no Python file and no notebook",
        "bob_hw.py": "names no exercise; name it with --exercise ID",
        "x/y_loss.py": "lies in a folder, where the other files lie side by side",
    }


def test_the_exercise_asked_for(tmp_path: Path) -> None:
    """Files that name no exercise answer the one asked for; those that name one keep it."""
    asked = Asked(ASKED.exercises, "quadratic")
    found = read(folder(tmp_path, {"bob.py": "", "amy_loss.py": ""}), asked=asked)
    assert rows(found) == [("amy", "amy", "loss", None), ("bob", "bob", "quadratic", None)]


TWO = {"hw.py": "x = 1", "other.py": "y = 1"}
NO_ANSWER = {
    "none asked for": ("", TWO, "names no exercise; name it with --exercise ID"),
    "asked for": ("loss", TWO, "defines no function that loss asks for"),
    "named": ("", {"hw_loss.py": "", "b.py": ""}, "defines no function that loss asks for"),
    "a script": ("quadratic", TWO, "names no exercise and is not the only program; call it quadratic.py"),
}
"""The exercise asked for, the files of one person, why the first of them answers nothing."""


@pytest.mark.parametrize("case", NO_ANSWER)
def test_why_a_program_answers_nothing(case: str, tmp_path: Path) -> None:
    """Nobody is told to name what the file or ``--exercise`` names."""
    exercise, files, why = NO_ANSWER[case]
    asked = replace(ASKED, exercise=exercise, functions={"loss": frozenset({"mse"})})
    (tmp_path / "class").mkdir()
    zipped(tmp_path / "class" / "amy.zip", files)
    found = read(tmp_path / "class", asked=asked)
    assert left(found)[f"amy.zip/{next(iter(files))}"] == why


def test_canvas_keeps_the_highest_attachment(tmp_path: Path) -> None:
    """Of a file handed in again the one with the highest attachment number counts."""
    files = {f"bo_5_{number}_quadratic{end}.py": "" for number, end in ((9, "-1"), (100, ""), (20, "-2"))}
    found = read(folder(tmp_path, files))
    assert [row.entry.name for row in found.handed] == ["bo_5_100_quadratic.py"]
    assert set(left(found).values()) == {"is an earlier attempt"}


def test_canvas_keeps_a_name_with_a_number(tmp_path: Path) -> None:
    """The number of ``hw-1.py`` is taken off only where an exercise's name is left."""
    found = read(folder(tmp_path, {"bo_5_9_hw-1.py": "", "cy_6_8_loss-1.py": ""}))
    assert rows(found) == [("6", "cy", "loss", False)]
    assert "names no exercise" in left(found)["bo_5_9_hw-1.py"]


def test_canvas_text_and_links(tmp_path: Path) -> None:
    """Text typed into Canvas and links are listed, and in doubt where their author handed in nothing else."""
    files = {"bo_5_9_loss.py": "", "bo_5_text.html": "", "cy_6_text.html": "", "anon_x7_link.html": ""}
    found = read(folder(tmp_path, files))
    why = "is text typed into the platform, not a file"
    assert left(found) == {
        "anon_x7_link.html": f"{why}; nothing of anonymous x7 can be graded",
        "bo_5_text.html": why,
        "cy_6_text.html": f"{why}; nothing of cy can be graded",
    }
    assert [one.name for one in found.doubts] == ["anon_x7_link.html", "cy_6_text.html"]


def test_moodle_online_text(tmp_path: Path) -> None:
    """The sibling folder of typed text is listed, not graded."""
    files = {"A_1_assignsubmission_file/loss.py": "", "A_1_assignsubmission_onlinetext/onlinetext.html": ""}
    found = read(folder(tmp_path, files))
    assert left(found) == {
        "A_1_assignsubmission_onlinetext/onlinetext.html": "is text typed into the platform, not a file"
    }


def test_nbgrader_time(tmp_path: Path) -> None:
    """The time in timestamp.txt is noted with the submission."""
    _, files, _ = CASES["nbgrader"]
    found = read(folder(tmp_path, files))
    assert [row.when for row in found.handed] == [STAMP, ""]


def test_gradescope_group(tmp_path: Path) -> None:
    """A group's file counts for each of its members, with the address and the time of handing in."""
    found = read(folder(tmp_path, GRADESCOPE))
    assert [(row.email, row.entry.name) for row in found.handed] == [
        ("ada@x.org", "submission_7/quadratic.py"),
        ("b@x.org", "submission_8/quadratic.ipynb"),
        ("c@x.org", "submission_8/quadratic.ipynb"),
    ]
    assert found.handed[0].when.startswith("2026-11-20 17:24:58")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[", "cannot be read"),
        ("- 1", "does not list submissions"),
        ("!!python/object/apply:os.system ['id']", "does not list submissions"),
        ("a: " + "[" * 5000, "cannot be read"),
    ],
)
def test_gradescope_broken_list(tmp_path: Path, text: str, says: str) -> None:
    """A list of submissions that is no YAML, or asks for objects, is an error that names it."""
    with pytest.raises(UsageError, match=rf"submission_metadata\.yml: {says}"):
        read(folder(tmp_path, {"submission_metadata.yml": text, "submission_7/loss.py": ""}))


def test_gradescope_order(tmp_path: Path) -> None:
    """Of two submissions of one person the later counts, by their times and not by their numbers."""
    files = {**GRADESCOPE, "submission_5/quadratic.py": "3"}
    ada = {"submission_5": [("Ada L", "11", "ada@x.org")]}
    later = gradescope_list(ada).removeprefix("---\n").replace("2026-11-20", "2026-11-21")
    files["submission_metadata.yml"] += later
    found = read(folder(tmp_path, files))
    assert [row.entry.name for row in found.handed if row.student == "11"] == ["submission_5/quadratic.py"]


@pytest.mark.parametrize(("sid", "student"), [("007", "007"), ("1_2", "1_2"), ("", "ada@x.org")])
def test_gradescope_number(sid: str, student: str, tmp_path: Path) -> None:
    """A student's number is read as it is written, without quotes too; tags of Ruby's are no fault."""
    files = {"submission_7/loss.py": ""}
    said = gradescope_list({"submission_7": [("Ada L", sid, "ada@x.org")]})
    files["submission_metadata.yml"] = said + "  :results: !ruby/hash:Parameters\n    tests: []\n"
    assert [row.student for row in read(folder(tmp_path, files)).handed] == [student]


def test_gradescope_unnamed_folder(tmp_path: Path) -> None:
    """A folder that the list does not name, or names nobody for, is listed."""
    files = {**GRADESCOPE, "submission_9/loss.py": "", "submission_10/loss.py": ""}
    files["submission_metadata.yml"] += "submission_10:\n  :submitters: []\n"
    found = read(folder(tmp_path, files))
    assert left(found)["submission_9/loss.py"] == "is of no submission that submission_metadata.yml names"
    assert left(found)["submission_10/loss.py"] == "submission_metadata.yml names nobody for it"


def test_drafts_beside_the_answer(tmp_path: Path) -> None:
    """The file that is called just as the exercise counts, and its copies are listed."""
    files = {"amy/loss.py": "", "amy/loss (1).py": "", "amy/old_loss.py": ""}
    found = read(folder(tmp_path, files))
    assert [row.entry.name for row in found.handed] == ["amy/loss.py"]
    assert set(left(found).values()) == {"is left for amy/loss.py"}


def test_a_person_behind_the_exercise(tmp_path: Path) -> None:
    """On which side of the exercise the person stands tells nothing of which file counts."""
    files = {"loss_amy.py": "x = 1", "amy_loss.py": "x = 2", "loss_bo.py": "x = 1", "bo_loss.py": "x = 1"}
    found = read(folder(tmp_path, files), "flat")
    assert [row.entry.name for row in found.handed] == ["bo_loss.py"]
    assert left(found)["loss_bo.py"] == "is left for bo_loss.py"
    assert left(found)["loss_amy.py"] == "is one of several files for one exercise"


@pytest.mark.parametrize("name", ["hw1_q2_carl_loss.py", "loss_question 3_carl.py", "carl-problem2-loss.py"])
def test_a_question_is_no_part_of_a_name(name: str, tmp_path: Path) -> None:
    """The number of a question tells of the homework, as that of a week does."""
    (one,) = read(folder(tmp_path, {name: ""}), "flat").handed
    assert one.student == "carl"


def test_a_script_and_a_notebook(tmp_path: Path) -> None:
    """Two files that claim the same are both left out: which one counts is not ours to guess."""
    found = read(folder(tmp_path, {"amy/loss.py": "", "amy/loss.ipynb": "", "bo/loss.py": ""}))
    assert [row.student for row in found.handed] == ["bo"]
    assert set(left(found).values()) == {"is one of several files for one exercise"}


@pytest.mark.parametrize("files", [{}, {"readme.md": ""}, {"a/b/c.txt": ""}])
def test_nothing_recognised(tmp_path: Path, files: dict[str, str]) -> None:
    """A folder without anybody's program is an error that names the remedies."""
    with pytest.raises(UsageError, match="holds no student's file that I recognise; name the layout"):
        read(folder(tmp_path / "x", files))


def test_forced_gradescope_without_its_list(tmp_path: Path) -> None:
    """A layout that cannot be is refused."""
    with pytest.raises(UsageError, match=r"has no submission_metadata\.yml"):
        read(folder(tmp_path, {"a_loss.py": ""}), "gradescope")


def test_forced_layout_wins(tmp_path: Path) -> None:
    """A forced layout is used though the names speak for another."""
    found = read(folder(tmp_path, {"bo_5_9_loss.py": "", "cy_6_8_loss.py": ""}), "flat")
    assert [row.student for row in found.handed] == ["bo_5_9", "cy_6_8"]


@given(
    st.lists(st.text("ab_-./1é loss.pyLATE", min_size=1, max_size=25), max_size=6, unique=True),
    st.sampled_from(["", *LAYOUTS]),
)
def test_any_names(tmp_path_factory: pytest.TempPathFactory, names: list[str], forced: str) -> None:
    """Whatever the names are, each file is somebody's or left out with a reason, or all are refused."""
    tree = look(zipped(tmp_path_factory.mktemp("any") / "x.zip", dict.fromkeys(names, "")))
    try:
        found = listing(tree, ASKED, forced)
    except UsageError:
        return
    everyone = {row.entry.name for row in found.handed} | set(left(found))
    assert len(found.handed) + len(found.left_out) >= len(tree.entries)
    assert everyone or not tree.entries
    assert all(isinstance(one, Refused) and one.why for one in found.left_out)
