"""Downloads of further kinds, each of which was once read otherwise than meant."""

from __future__ import annotations

from collections.abc import Mapping

from downloads import FORWARD, LOSS, MOODLE, NOTEBOOK, Download, zipped
from handed_in import gradescope_list

OTHER = FORWARD + "# other"
PS1 = "ps1/forward.ipynb"
ATTACHED = "Submission attachment(s)/forward.py"
NAMELESS = gradescope_list({"submission_1": [("Ada King", "", "")], "submission_2": [("Ada King", "", "")]})


def on_moodle(*names: str) -> dict[str, str]:
    """Return one file a person, numbered as Moodle does, under these names."""
    return {f"{name}_{at}_{MOODLE}/forward.py": FORWARD for at, name in enumerate(names, 7)}


def one(
    layout: str, files: Mapping[str, str | bytes], *students: str, doubts: tuple[str, ...] = ()
) -> Download:
    """Return a download in which each file, in the order of the students, answers ``forward``."""
    counted = [name for name in files if name not in doubts]
    counts = tuple((who, "forward", name) for who, name in zip(students, counted, strict=True))
    return Download(layout, files, counts, doubts)


PLATFORMS: Mapping[str, Download] = {
    "moodle_blind_in_groups": one(
        "moodle", on_moodle("Group A-Participant", "Group B-Participant"), "Participant 7", "Participant 8"
    ),
    "moodle_blind_with_numbers": one(
        "moodle", on_moodle("Participant 41", "Teilnehmer_in 42"), "Participant 41", "Teilnehmer in 42"
    ),
    "moodle_every_group_of_one": one(
        "moodle", on_moodle("Team 1-Ada King", "Team 2-Bo Li"), "Ada King", "Bo Li"
    ),
    "moodle_a_hyphenated_group_of_one": one(
        "moodle",
        on_moodle("Team 2-Bo Li", "Team 2-Cy Young", "Team-Red-Ada King"),
        *("Bo Li", "Cy Young"),
        doubts=(f"Team-Red-Ada King_9_{MOODLE}/forward.py",),
    ),
    "moodle_groups_by_colour": one(
        "moodle",
        (files := on_moodle("Blue-Ada King", "Blue-Bo Li", "Rocket-Cy Young")),
        doubts=tuple(files),
    ),
    "moodle_first_names_with_hyphens": one(
        "moodle", on_moodle("Chia-hao Chen", "Chia-ling Wu"), "Chia-hao Chen", "Chia-ling Wu"
    ),
    "moodle_s_zip_in_a_folder": Download(
        "moodle",
        {"class.zip": zipped(on_moodle("Ada King", "Bo Li"))},
        (
            ("Ada King", "forward", f"class.zip/Ada King_7_{MOODLE}/forward.py"),
            ("Bo Li", "forward", f"class.zip/Bo Li_8_{MOODLE}/forward.py"),
        ),
    ),
    "sakai_without_times": Download(
        "sakai",
        {
            f"HW/King, Ada(aking)/{ATTACHED}": FORWARD,
            "HW/King, Ada(aking)/Feedback Attachment(s)/forward.py": OTHER,
            "HW/King, Ada(aking)/comments.txt": "",
            "HW/grades.csv": "x",
        },
        (("aking", "forward", f"HW/King, Ada(aking)/{ATTACHED}"),),
    ),
    "nbgrader_s_course": Download(
        "nbgrader",
        {
            f"submitted/ada/{PS1}": NOTEBOOK,
            "submitted/ada/ps1/timestamp.txt": "2026-03-01 12:00:00.0 UTC",
            f"submitted/bo/{PS1}": NOTEBOOK,
            f"autograded/ada/{PS1}": NOTEBOOK,
            f"source/{PS1}": NOTEBOOK,
        },
        (("ada", "forward", f"submitted/ada/{PS1}"), ("bo", "forward", f"submitted/bo/{PS1}")),
    ),
    "nbgrader_s_exchange": Download(
        "nbgrader",
        {
            "inbound/ada+ps1+2026-03-01 12:00:00 UTC/forward.ipynb": NOTEBOOK,
            "inbound/bo+ps1+2026-03-01 12:01:00 UTC/forward.ipynb": NOTEBOOK,
            "inbound/bo+ps1+2026-03-02 12:01:00 UTC+a1/forward.ipynb": NOTEBOOK,
        },
        (
            ("ada", "forward", "ada+ps1+2026-03-01 12:00:00 UTC/forward.ipynb"),
            ("bo", "forward", "bo+ps1+2026-03-02 12:01:00 UTC+a1/forward.ipynb"),
        ),
    ),
    "gradescope_namesakes": Download(
        "gradescope",
        {
            "submission_1/forward.py": FORWARD,
            "submission_2/forward.py": OTHER,
            "submission_metadata.yml": NAMELESS,
        },
        (),
        ("submission_1/forward.py", "submission_2/forward.py"),
    ),
    "github_s_zips": one(
        "github",
        {"hw1-ada-l-main/forward.py": FORWARD, "hw1-bo-master/forward.py": FORWARD},
        *("ada-l", "bo"),
    ),
    "google_forms": Download(
        "flat",
        {
            "Homework 1 (File responses)/forward - Ada King.ipynb": NOTEBOOK,
            "Homework 1 (File responses)/hw1 - Bo Li.ipynb": NOTEBOOK,
        },
        (("Ada King", "forward", "forward - Ada King.ipynb"), ("Bo Li", "forward", "hw1 - Bo Li.ipynb")),
    ),
    "teams": Download(
        "folders",
        {
            "Submitted files/Ada King/Homework 1/Version 1/forward.py": OTHER,
            "Submitted files/Ada King/Homework 1/Version 2/forward.py": FORWARD,
            "Submitted files/Bo Li/Homework 1/Version 1/forward.py": FORWARD,
            "Working files/Ada King/Homework 1/forward.py": OTHER,
        },
        (
            ("Ada King", "forward", "Submitted files/Ada King/Homework 1/Version 2/forward.py"),
            ("Bo Li", "forward", "Submitted files/Bo Li/Homework 1/Version 1/forward.py"),
        ),
    ),
}
"""What platforms hand out in other circumstances."""

SORTED_BY_HAND: Mapping[str, Download] = {
    "attempts_in_folders": Download(
        "folders",
        {
            "ada/attempt 1/forward.py": OTHER,
            "ada/attempt 2/forward.py": FORWARD,
            "bo/attempt 1/forward.py": FORWARD,
        },
        (("ada", "forward", "ada/attempt 2/forward.py"), ("bo", "forward", "bo/attempt 1/forward.py")),
    ),
    "an_attempt_and_a_file_beside": Download(
        "folders",
        {"ada/attempt 1/forward.py": OTHER, "ada/forward.py": FORWARD},
        (("ada", "forward", "ada/forward.py"),),
    ),
    "late_ones_apart": one(
        "folders", {"LATE/cy/forward.py": FORWARD, "ada/forward.py": FORWARD}, "cy", "ada"
    ),
    "downloaded_twice": one(
        "folders",
        {
            "download (1)/ada/forward.py": OTHER,
            "download/ada/forward.py": FORWARD,
            "download/bo/forward.py": FORWARD,
        },
        "bo",
        doubts=("download (1)/ada/forward.py", "download/ada/forward.py"),
    ),
    "a_course_before_the_homework": one(
        "folders",
        (files := {"CS101_HW1_ada/forward.py": FORWARD, "CS101_HW1_bo/forward.py": FORWARD}),
        doubts=tuple(files),
    ),
    "a_course_in_the_file_s_name": one(
        "flat", (files := {"cs101 hw1 ada forward.py": FORWARD}), doubts=tuple(files)
    ),
    "a_subject_of_mail": one("flat", {"Re HW1 - cy forward.py": FORWARD}, "cy"),
    "numbered_by_hand": Download(
        "folders",
        {"1. ada/forward.py": FORWARD, "2. bo/forward.py": FORWARD, "3. ada/loss.py": LOSS},
        (("2. bo", "forward", "2. bo/forward.py"),),
        ("1. ada/forward.py", "3. ada/loss.py"),
    ),
    "numbers_of_namesakes": one(
        "flat",
        {"20210001_张三_forward.py": FORWARD, "20210002_张三_forward.py": FORWARD},
        *("20210001_张三", "20210002_张三"),
    ),
    "what_was_handed_out": one(
        "folders",
        {"ada/forward.py": FORWARD, "starter/forward.py": FORWARD, "template/forward.py": FORWARD},
        "ada",
        doubts=("starter/forward.py", "template/forward.py"),
    ),
    "a_starter_beside_the_work": Download(
        "folders",
        {"ada/startercode/forward.py": OTHER, "ada/code/forward.py": FORWARD},
        (("ada", "forward", "ada/code/forward.py"),),
    ),
    "another_version_beside": one(
        "folders",
        {"ada/forward.py": FORWARD, "ada/forward (1).py": OTHER, "ada/forward_final.py": OTHER + "!"},
        "ada",
        doubts=("ada/forward (1).py", "ada/forward_final.py"),
    ),
    "the_same_once_more": Download(
        "folders",
        {"ada/forward.py": FORWARD, "ada/forward (1).py": FORWARD},
        (("ada", "forward", "ada/forward.py"),),
    ),
    "a_page_in_place_of_a_file": Download(
        "flat",
        {"ada_forward.html": "x", "bo_forward.py": FORWARD, "forward.pdf": "x"},
        (("bo", "forward", "bo_forward.py"),),
        ("ada_forward.html",),
    ),
    "marks_that_nobody_sees": Download(
        "folders",
        {"\u202eada/forward.py": FORWARD, "ada\u200b/loss.py": LOSS},
        (
            ("ada\u200b", "forward", "\u202eada/forward.py"),
            ("ada\u200b", "loss", "ada\u200b/loss.py"),
        ),
    ),
}
"""Folders as people sort them."""

WITH_A_ROSTER: Mapping[str, Download] = {
    "a_login_that_two_claim": Download(
        "github",
        {"hw1-ada/forward.py": FORWARD, "hw1-bo/forward.py": FORWARD},
        (("s3", "forward", "hw1-ada/forward.py"),),
        ("hw1-bo/forward.py",),
        roster="id,name,github\ns1,Cy Young,bo\ns2,Bo Li,bo\ns3,Ada King,ada\n",
    ),
    "a_group_before_somebody_known": Download(
        "moodle",
        on_moodle("Blue-Ada King", "Blue-Bo Li"),
        (
            ("s1", "forward", f"Blue-Ada King_7_{MOODLE}/forward.py"),
            ("s2", "forward", f"Blue-Bo Li_8_{MOODLE}/forward.py"),
        ),
        roster="id,name\ns1,Ada King\ns2,Bo Li\n",
    ),
}
"""Downloads that a roster makes plain, or leaves open."""

FOUND: Mapping[str, Download] = {
    f"{group}: {name}": made
    for group, downloads in {
        "platform": PLATFORMS,
        "by hand": SORTED_BY_HAND,
        "roster": WITH_A_ROSTER,
    }.items()
    for name, made in downloads.items()
}
