"""Downloads with names that are nobody's, several people's, or one person's in several spellings."""

from __future__ import annotations

from collections.abc import Mapping

from downloads import FORWARD, LOSS, NOTEBOOK, Download, zipped
from downloads_found import OTHER, one

ROSTER = "id,name,github\ns1,Ada King,ada-k\nbo,Bo Li,bo-li\n"
DRIVE = "Slopes-20260301T100000Z"

KINDS: Mapping[str, Download] = {
    "folders_of_those_who_teach": one(
        "folders",
        {
            "ada/forward.py": FORWARD,
            "Musterlösung/forward.py": OTHER,
            "instructor/forward.py": OTHER,
            "参考答案/forward.py": OTHER,
        },
        "ada",
        doubts=("Musterlösung/forward.py", "instructor/forward.py", "参考答案/forward.py"),
    ),
    "files_of_those_who_teach": one(
        "flat",
        {"ada_forward.py": FORWARD, "corrigé forward.py": OTHER, "ta_forward.py": OTHER},
        "ada",
        doubts=("corrigé forward.py", "ta_forward.py"),
    ),
    "words_that_name_nobody": one(
        "flat",
        {
            "ada_forward.py": FORWARD,
            "my_forward.py": OTHER,
            "the final forward.py": OTHER,
            "my forward final_bo.py": FORWARD,
            "forward 1_Cy Young.py": FORWARD,
            "forward (Di Wu).py": FORWARD,
        },
        *("ada", "bo", "Cy Young", "Di Wu"),
        doubts=("my_forward.py", "the final forward.py"),
    ),
    "revisions_on_schoology": Download(
        "folders",
        {
            "King, Ada - 12/Revision 1 - On time/forward.py": FORWARD,
            "King, Ada - 12/Revision 2 - Late/forward.py": OTHER,
            "Li, Bo - 13/Revision 1 - On time/forward.py": FORWARD,
        },
        (
            ("King, Ada - 12", "forward", "King, Ada - 12/Revision 2 - Late/forward.py"),
            ("Li, Bo - 13", "forward", "Li, Bo - 13/Revision 1 - On time/forward.py"),
        ),
    ),
    "folders_of_times": Download(
        "folders",
        {
            "Ada King 12/2026-03-01-12-00-00/forward.py": FORWARD,
            "Ada King 12/2026-03-02-12-00-00/forward.py": OTHER,
            "Bo Li 13/2026-03-01/forward.py": FORWARD,
        },
        (
            ("Ada King 12", "forward", "Ada King 12/2026-03-02-12-00-00/forward.py"),
            ("Bo Li 13", "forward", "Bo Li 13/2026-03-01/forward.py"),
        ),
    ),
    "addresses_and_attempts_on_autolab": Download(
        "flat",
        {
            "ada@uni.edu_2_forward.py": FORWARD,
            "ada@uni.edu_10_forward.py": OTHER,
            "bo_li@uni.edu_1_forward.py": FORWARD,
            "cy@uni.edu_1_q1_2_forward.py": FORWARD,
        },
        (
            ("ada@uni.edu", "forward", "ada@uni.edu_10_forward.py"),
            ("bo_li@uni.edu", "forward", "bo_li@uni.edu_1_forward.py"),
            ("cy@uni.edu", "forward", "cy@uni.edu_1_q1_2_forward.py"),
        ),
    ),
    "a_name_that_was_there_before": one(
        "folders",
        {"Ada King/forward.py": FORWARD, "Ada King (1)/loss.py": LOSS, "Bo Li (1)/forward.py": OTHER},
        "Bo Li (1)",
        doubts=("Ada King (1)/loss.py", "Ada King/forward.py"),
    ),
    "an_address_is_no_name_of_canvas_s": one(
        "flat",
        {"ada@uni.edu_1_forward_2_1_forward.py": FORWARD, "bo@uni.edu_1_forward_3_1_forward.py": OTHER},
        *("ada@uni.edu", "bo@uni.edu"),
    ),
    "numbers_that_read_as_dates": Download(
        "folders",
        {"20210115/forward.py": FORWARD, "20210116_李四/forward.py": OTHER, "20210117/forward.py": FORWARD},
        (
            ("20210115", "forward", "20210115/forward.py"),
            ("20210116", "forward", "20210116_李四/forward.py"),
        ),
        ("20210117/forward.py",),
        roster="id,name\n20210115,张三\n20210116,李四\n",
    ),
    "a_date_in_words": one(
        "folders",
        {
            "Ada King - Mar 1, 2026 12.00/forward.py": FORWARD,
            "Bo Li - 2 mars 2026 13.00/forward.py": FORWARD,
            "cy/forward.py": FORWARD,
        },
        "cy",
        doubts=("Ada King - Mar 1, 2026 12.00/forward.py", "Bo Li - 2 mars 2026 13.00/forward.py"),
    ),
    "addresses_with_folders_of_any_name": Download(
        "folders",
        {"ada@uni.edu/HW1/forward.py": FORWARD, "bo@uni.edu/Re my work/forward.py": FORWARD},
        (
            ("ada@uni.edu", "forward", "ada@uni.edu/HW1/forward.py"),
            ("bo@uni.edu", "forward", "bo@uni.edu/Re my work/forward.py"),
        ),
    ),
    "an_exercise_s_folder_behind_its_week": Download(
        "folders",
        {"week1_forward/ada.py": FORWARD, "week1_forward/bo.py": FORWARD, "02-loss/ada.py": LOSS},
        (
            ("ada", "forward", "week1_forward/ada.py"),
            ("ada", "loss", "02-loss/ada.py"),
            ("bo", "forward", "week1_forward/bo.py"),
        ),
    ),
    "zips_of_github": Download(
        "flat",
        {
            "hw1-ada-k-main.zip": zipped({"hw1-ada-k-main/forward.py": FORWARD}),
            "hw1-bo-master.zip": zipped({"hw1-bo-master/forward.py": OTHER}),
        },
        (
            ("ada-k", "forward", "hw1-ada-k-main.zip/hw1-ada-k-main/forward.py"),
            ("bo", "forward", "hw1-bo-master.zip/hw1-bo-master/forward.py"),
        ),
    ),
    "two_downloads_of_zips": Download(
        "canvas",
        {
            "hw1/submissions.zip": zipped({"kingada_101_9001_forward.py": FORWARD}),
            "hw2/submissions.zip": zipped({"kingada_101_9002_loss.py": LOSS}),
        },
        (
            ("101", "forward", "hw1/kingada_101_9001_forward.py"),
            ("101", "loss", "hw2/kingada_101_9002_loss.py"),
        ),
    ),
    "a_whole_course_of_nbgrader": Download(
        "nbgrader",
        {
            "nbgrader_config.py": "c = get_config()",
            "source/ps1/forward.ipynb": NOTEBOOK,
            "submitted/ada/ps1/forward.ipynb": NOTEBOOK,
            "autograded/ada/ps1/forward.ipynb": NOTEBOOK,
        },
        (("ada", "forward", "submitted/ada/ps1/forward.ipynb"),),
    ),
    "a_template_s_clone": one(
        "github",
        {"hw1-ada/forward.py": FORWARD, "hw1-bo/forward.py": FORWARD, "hw1-template/forward.py": OTHER},
        "ada",
        "bo",
        doubts=("hw1-template/forward.py",),
    ),
    "what_was_handed_out_among_zips_of_github": one(
        "github",
        {"hw1-ada-main/forward.py": FORWARD, "hw1-bo-main/forward.py": FORWARD, "hw1-main/forward.py": OTHER},
        "ada",
        "bo",
        doubts=("hw1-main/forward.py",),
    ),
    "a_clone_by_itself": Download(
        "github",
        {"hw1-ada-k/.git/config": "x", "hw1-ada-k/forward.py": FORWARD},
        (),
        ("hw1-ada-k/forward.py",),
    ),
    "a_clone_by_itself_with_a_roster": Download(
        "github",
        {"hw1-ada-k/.git/config": "x", "hw1-ada-k/forward.py": FORWARD},
        (("s1", "forward", "hw1-ada-k/forward.py"),),
        roster=ROSTER,
    ),
    "a_clone_of_somebody_whose_login_ends_alike": Download(
        "github",
        {"hw1-jo-ada-k/.git/config": "x", "hw1-jo-ada-k/forward.py": FORWARD},
        (),
        ("hw1-jo-ada-k/forward.py",),
        roster=ROSTER,
    ),
    "last_name_first_once": Download(
        "folders",
        {"King, Ada/forward.py": FORWARD, "Ada King/loss.py": LOSS, "Li, Bo/forward.py": OTHER},
        (
            ("Ada King", "forward", "King, Ada/forward.py"),
            ("Ada King", "loss", "Ada King/loss.py"),
            ("Li, Bo", "forward", "Li, Bo/forward.py"),
        ),
    ),
    "last_name_first_and_the_same_exercise": one(
        "folders",
        (files := {"King, Ada/forward.py": FORWARD, "Ada King/forward.py": OTHER}),
        doubts=tuple(files),
    ),
    "apostrophes_and_spaces": Download(
        "folders",
        {"O'Brien /forward.py": FORWARD, "O’Brien/loss.py": LOSS, "Bo – Li/forward.py": OTHER},
        (
            ("Bo – Li", "forward", "Bo – Li/forward.py"),
            ("O'Brien", "forward", "O'Brien /forward.py"),
            ("O'Brien", "loss", "O’Brien/loss.py"),
        ),
    ),
    "a_dash_before_the_exercise": one("flat", {"Bo – forward.py": FORWARD}, "Bo"),
    "two_people_in_one_name": one(
        "flat",
        {"ada+bo_forward.py": FORWARD, "Cy & Dee - forward.py": FORWARD, "c++_forward.py": OTHER},
        "c++",
        doubts=("ada+bo_forward.py", "Cy & Dee - forward.py"),
    ),
    "two_exercises_in_one_name": Download(
        "flat",
        {"ada_forward_loss.py": FORWARD + LOSS, "bo_loss_forward.py": FORWARD},
        (("ada", "forward", "ada_forward_loss.py"), ("ada", "loss", "ada_forward_loss.py")),
        ("bo_loss_forward.py",),
    ),
    "names_that_windows_cut_short": one(
        "folders",
        (files := {"ADAKIN~1/forward.py": FORWARD, "BOLI~1/forward.py": OTHER}),
        doubts=tuple(files),
    ),
    "files_called_as_people_of_the_roster": Download(
        "flat",
        {"s1.py": FORWARD, "bo.py": LOSS, "zed.py": FORWARD},
        (("bo", "loss", "bo.py"), ("s1", "forward", "s1.py")),
        ("zed.py",),
        roster=ROSTER,
    ),
    "a_drive_unpacked": Download(
        "flat",
        {
            f"{DRIVE}-001/Slopes/Ada King - forward.ipynb": NOTEBOOK,
            f"{DRIVE}-001/Slopes/Bo Li - forward.ipynb": NOTEBOOK,
        },
        (
            ("Ada King", "forward", "Ada King - forward.ipynb"),
            ("Bo Li", "forward", "Bo Li - forward.ipynb"),
        ),
    ),
    "brightspace_with_hours_apart": Download(
        "brightspace",
        {
            "1-2 - Jo Ann - 1 December, 2026 11-59 AM/forward.py": OTHER,
            "1-2 - Jo Ann - 1 December, 2026 12_01 PM/forward.py": FORWARD,
        },
        (("Jo Ann", "forward", "1-2 - Jo Ann - 1 December, 2026 12_01 PM/forward.py"),),
    ),
}
"""Downloads by what is odd about their names."""
