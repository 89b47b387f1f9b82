"""Downloads of platforms' rarer kinds, and names that were once read as something else."""

from __future__ import annotations

import json
from collections.abc import Mapping

from downloads import FORWARD, LOSS, MOODLE, Download
from downloads_found import OTHER, one

SETTINGS = "user_assignment_settings.json"
STAMP = ".submit.timestamp"


def active(version: int) -> str:
    """Return Submitty's note of the version that counts."""
    return json.dumps({"active_version": version, "history": []})


KINDS: Mapping[str, Download] = {
    "canvas_quiz": Download(
        "canvas",
        {
            "king_ada101_question_55_9001_forward.py": FORWARD,
            "king_ada101_question_56_9002_my work.py": LOSS,
            "li_bo102_question_55_9003_forward.py": FORWARD,
            "o-brien_pat103_question_55_9004_forward.py": FORWARD,
        },
        (
            ("101", "forward", "king_ada101_question_55_9001_forward.py"),
            ("101", "loss", "king_ada101_question_56_9002_my work.py"),
            ("102", "forward", "li_bo102_question_55_9003_forward.py"),
            ("103", "forward", "o-brien_pat103_question_55_9004_forward.py"),
        ),
    ),
    "archives_of_canvas_unpacked": Download(
        "canvas",
        {
            "kingada_101_9001_hw1/forward.py": FORWARD,
            "kingada_101_9001_hw1/src/loss.py": LOSS,
            "libo_LATE_102_9002_forward/main.py": FORWARD,
            "ngcy_103_9003_forward.py": FORWARD,
        },
        (
            ("101", "forward", "kingada_101_9001_hw1/forward.py"),
            ("101", "loss", "kingada_101_9001_hw1/src/loss.py"),
            ("102", "forward", "libo_LATE_102_9002_forward/main.py"),
            ("103", "forward", "ngcy_103_9003_forward.py"),
        ),
    ),
    "folders_with_two_numbers": one(
        "folders",
        {"week_1_2_loops/ada/forward.py": FORWARD, "week_3_4_maps/bo/forward.py": FORWARD},
        "ada",
        "bo",
    ),
    "a_date_behind_canvas_s_numbers": one(
        "canvas",
        {"libo_102_9002_1_forward.py": FORWARD, "ngcy_103_9003_2026_03_forward.py": FORWARD},
        "102",
        "103",
    ),
    "submitty": Download(
        "submitty",
        {
            f"submissions/aking/1/{STAMP}": "2026-03-01 12:00:00-0500\n",
            "submissions/aking/1/forward.py": OTHER,
            "submissions/aking/2/forward.py": FORWARD,
            f"submissions/aking/{SETTINGS}": active(2),
            "submissions/bli/1/src/forward.py": FORWARD,
            "submissions/bli/2/forward.py": OTHER,
            f"submissions/bli/{SETTINGS}": active(1),
            "submissions/cng/9/forward.py": OTHER,
            "submissions/cng/10/forward.py": FORWARD,
            f"submissions/cng/{SETTINGS}": "x",
            "submissions/dio/1/forward.py": FORWARD,
            f"submissions/dio/{SETTINGS}": active(0),
            "results/aking/2/forward.py": OTHER,
            "submissions/forward.py": FORWARD,
        },
        (
            ("aking", "forward", "submissions/aking/2/forward.py"),
            ("bli", "forward", "submissions/bli/1/src/forward.py"),
            ("cng", "forward", "submissions/cng/10/forward.py"),
        ),
        ("submissions/forward.py",),
    ),
    "submitty_by_its_times": Download(
        "submitty",
        {
            "hw1/aking/1/forward.py": FORWARD,
            f"hw1/aking/1/{STAMP}": "2026-03-01 12:00:00-0500",
            "hw1/bli/3/forward.py": FORWARD,
            f"hw1/bli/3/{STAMP}": "2026-03-01 12:00:00-0500",
        },
        (("aking", "forward", "aking/1/forward.py"), ("bli", "forward", "bli/3/forward.py")),
    ),
    "repositories_on_submitty": Download(
        "submitty",
        {
            "checkout/aking/1/forward.py": FORWARD,
            "submissions/aking/1/.submit.VCS_CHECKOUT": "x",
            f"submissions/aking/{SETTINGS}": active(1),
            "checkout/bli/2/forward.py": FORWARD,
            f"submissions/bli/2/{STAMP}": "2026-03-01 12:00:00-0500",
        },
        (
            ("aking", "forward", "checkout/aking/1/forward.py"),
            ("bli", "forward", "checkout/bli/2/forward.py"),
        ),
    ),
    "groups_on_blackboard": one(
        "blackboard",
        {
            "HW1_groupattempt_Group 1_attempt_2026-03-01-12-00-00_forward.py": FORWARD,
            "HW1_groupattempt_Group 2_attempt_2026-03-01-12-00-00_forward.py": FORWARD,
        },
        "Group 1",
        "Group 2",
    ),
    "numbers_as_logins_on_ilias": one(
        "ilias",
        {"Li_Bo_7654321_12346/forward.py": FORWARD, "King_Ada_1234567_12345/forward.py": FORWARD},
        "7654321",
        "1234567",
    ),
    "google_forms_with_copies": one(
        "flat",
        {
            "forward - Ada King.py": FORWARD,
            "forward (1) - Bo Li.py": FORWARD,
            "solution - Cy Ng.py": FORWARD,
            "My Nguyen - gradient descent.py": FORWARD,
        },
        "Ada King",
        "Bo Li",
        "Cy Ng",
        doubts=("My Nguyen - gradient descent.py",),
    ),
    "titles_behind_the_homework_s_number": one(
        "github",
        {
            "ml-hw-2-slopes-ada-l/forward.py": FORWARD,
            "ml-hw-2-slopes-bo/forward.py": FORWARD,
            "ml-hw-2-slopes-cy/forward.py": FORWARD,
        },
        "ada-l",
        "bo",
        "cy",
    ),
    "teams_of_a_homework": one(
        "github", {"hw1-team-1/forward.py": FORWARD, "hw1-team-2/forward.py": FORWARD}, "team-1", "team-2"
    ),
    "two_clones_and_a_title_or_a_name": one(
        "github",
        {"hw1-slopes-ada/forward.py": FORWARD, "hw1-slopes-bo/forward.py": FORWARD},
        doubts=("hw1-slopes-ada/forward.py", "hw1-slopes-bo/forward.py"),
    ),
    "files_on_teams_that_were_not_turned_in": one(
        "folders",
        {
            "Submitted files/Ada King/HW1/Version 1/forward.py": FORWARD,
            "Working files/Bo Li/HW1/forward.py": FORWARD,
        },
        "Ada King",
        doubts=("Working files/Bo Li/HW1/forward.py",),
    ),
    "an_address_with_a_plus": one("folders", {"ada+hw@x.org/forward.py": FORWARD}, "ada+hw@x.org"),
    "an_exercise_s_folder_misspelt": one(
        "folders",
        {
            "forward/ada.py": FORWARD,
            "manual_gradeint/ada.py": FORWARD,
            "foward/bo.py": FORWARD,
            "Lossa/forward.py": FORWARD,
        },
        "ada",
        "Lossa",
        doubts=("manual_gradeint/ada.py", "foward/bo.py"),
    ),
    "a_copy_of_a_library": Download(
        "folders",
        {"ada/forward.py": FORWARD, "ada/torch/nn/modules/loss.py": "x", "ada/torch/optim/loss.py": "x"},
        (("ada", "forward", "ada/forward.py"),),
    ),
    "two_people_and_a_word_between": one(
        "folders",
        {"Ada King and Bo Li/forward.py": FORWARD, "José Ortega y Gasset/forward.py": FORWARD},
        "José Ortega y Gasset",
        doubts=("Ada King and Bo Li/forward.py",),
    ),
    "last_names_that_are_words": one(
        "folders",
        {"Ann Late/forward.py": FORWARD, "Max Old/forward.py": FORWARD, "ada old/forward.py": FORWARD},
        "Ann Late",
        "Max Old",
        "ada",
    ),
    "moodle_blind_in_turkish": one(
        "moodle",
        {f"Katılımcı_{number}_{MOODLE}/forward.py": FORWARD for number in (47, 48)},
        "Katılımcı 47",
        "Katılımcı 48",
    ),
    "spaces_in_names_of_letters_without_case": Download(
        "folders",
        {"鈴木 一郎/forward.py": FORWARD, "佐藤花子/forward.py": FORWARD},
        (("j1", "forward", "佐藤花子/forward.py"), ("j2", "forward", "鈴木 一郎/forward.py")),
        roster="id,name\nj1,佐藤 花子\nj2,鈴木一郎\n",
    ),
    "functions_in_utf_16": one(
        "folders", {"ada/work.py": FORWARD.encode("utf-16"), "bo/a.py": FORWARD}, "ada", "bo"
    ),
}
"""Downloads by what is odd about them."""
