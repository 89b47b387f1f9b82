"""Small downloads as platforms make them, and what is to be read in each: who, which exercise, which file."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

FORWARD = "def forward(x, w):\n    return w * x\n\n\ndef forward_with_bias(x, w, b):\n    return w * x + b\n"
LOSS = "def squared_error(p, y):\n    return (p - y) ** 2\n\n\ndef mean_squared_error(p, y):\n    return 0\n"
GRADIENT = "def gradient(x, y, w):\n    return 0\n\n\ndef dloss(p, y):\n    return 0\n"
HELPED = "from helpers import scale\n" + FORWARD
CELL = {"id": "a", "cell_type": "code", "metadata": {}, "execution_count": None, "outputs": []}
NOTEBOOK = json.dumps(
    {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{**CELL, "source": FORWARD}]}
)

EXERCISES = ("forward", "loss", "manual_gradient", "losses_222")
FUNCTIONS = {
    "forward": frozenset({"forward", "forward_with_bias"}),
    "loss": frozenset({"squared_error", "mean_squared_error"}),
    "manual_gradient": frozenset({"gradient", "dloss"}),
    "losses_222": frozenset({"softmax", "half_sum"}),
}

Files = Mapping[str, "str | bytes"]


@dataclass(frozen=True)
class Download:
    """Files, the layout they are in, what counts (student, exercise, file), and the files in doubt."""

    layout: str
    files: Files
    counts: tuple[tuple[str, str, str], ...]
    doubts: tuple[str, ...] = ()
    roster: str = ""
    helpers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def zipped(files: Files) -> bytes:
    """Return a zip with these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def tarred(files: Files) -> bytes:
    """Return a tar.gz with these files."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, text in files.items():
            content = text if isinstance(text, bytes) else text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return data.getvalue()


TORCH = ".venv/lib/python3.11/site-packages/torch/nn/modules"
MOODLE = "assignsubmission_file_"
BLACKBOARD = "Homework 1_{}_attempt_2026-03-{}"

HANDED_IN: Mapping[str, Download] = {
    "moodle_hw1": Download(
        "moodle",
        {f"Ada Lovelace_1001_{MOODLE}/forward.py": FORWARD},
        (("Ada Lovelace", "forward", f"Ada Lovelace_1001_{MOODLE}/forward.py"),),
    ),
    "moodle_hw2": Download(
        "moodle",
        {f"Ada Lovelace_2345_{MOODLE}/loss.py": LOSS},
        (("Ada Lovelace", "loss", f"Ada Lovelace_2345_{MOODLE}/loss.py"),),
    ),
    "venv": Download(
        "moodle",
        {
            f"Ada Lovelace_1234_{MOODLE}/proj/{TORCH}/linear.py": "x = 1",
            f"Ada Lovelace_1234_{MOODLE}/proj/{TORCH}/loss.py": "x = 1",
            f"Ada Lovelace_1234_{MOODLE}/proj/loss.py": LOSS,
            f"Bo Li_1235_{MOODLE}/proj/{TORCH}/loss.py": "x = 1",
        },
        (("Ada Lovelace", "loss", f"Ada Lovelace_1234_{MOODLE}/proj/loss.py"),),
    ),
    "canvas_new": Download(
        "canvas",
        {"lovelaceada_101_9002_forward-1.py": FORWARD},
        (("101", "forward", "lovelaceada_101_9002_forward-1.py"),),
    ),
    "canvas_old": Download(
        "canvas",
        {"lovelaceada_101_9001_forward.py": FORWARD},
        (("101", "forward", "lovelaceada_101_9001_forward.py"),),
    ),
    "canvas_attempts": Download(
        "canvas",
        {
            "lovelaceada_101_9001_forward.py": FORWARD,
            "lovelaceada_101_9002_forward-1.py": b"\x80\x81\0",
            "liubo_103_9004_forward.py": FORWARD + "#x",
            "liubo_103_9005_forward.ipynb": NOTEBOOK,
            "obrien_102_9003_forward.py": "def forward(x,w):\n    return 0\n",
            "obrien_102_9010_forward.zip": b"PK\3\4",
            "same_105_9008_forward.py": FORWARD,
            "same_106_9009_forward.py": FORWARD,
            "two_104_9006_helpers.py": "scale=1",
            "two_104_9007_forward.py": HELPED,
        },
        (
            ("101", "forward", "lovelaceada_101_9002_forward-1.py"),
            ("103", "forward", "liubo_103_9005_forward.ipynb"),
            ("104", "forward", "two_104_9007_forward.py"),
            ("105", "forward", "same_105_9008_forward.py"),
            ("106", "forward", "same_106_9009_forward.py"),
        ),
        ("obrien_102_9003_forward.py", "obrien_102_9010_forward.zip"),
        helpers={"two_104_9007_forward.py": ("helpers",)},
    ),
    "blackboard": Download(
        "blackboard",
        {
            f"{BLACKBOARD.format('alovelace', '01-12-00-00')}.txt": "Name: Ada Lovelace (alovelace)\n",
            f"{BLACKBOARD.format('alovelace', '01-12-00-00')}_forward.py": FORWARD + "# first",
            f"{BLACKBOARD.format('alovelace', '02-09-00-00')}.txt": "x",
            f"{BLACKBOARD.format('alovelace', '02-09-00-00')}_forward.py": FORWARD,
            f"{BLACKBOARD.format('xwang', '01-13-00-00')}.txt": "x",
            f"{BLACKBOARD.format('xwang', '01-13-00-00')}_my_forward.py": FORWARD,
        },
        (
            ("alovelace", "forward", f"{BLACKBOARD.format('alovelace', '02-09-00-00')}_forward.py"),
            ("xwang", "forward", f"{BLACKBOARD.format('xwang', '01-13-00-00')}_my_forward.py"),
        ),
    ),
    "subfolder_drafts": Download(
        "folders",
        {"ada/forward.py": FORWARD, "ada/old/forward.py": "x = 1", "bo/forward.py": FORWARD},
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
    ),
}
"""Downloads that were once read wrongly."""

ILIAS = "Homework 1/Abgaben"

PLATFORMS: Mapping[str, Download] = {
    "brightspace": Download(
        "brightspace",
        {
            "index.html": "<html>",
            "397063-255 - Mary-Ann Smith - Sep 24, 2024 926 PM/forward.py": FORWARD + "# old",
            "397063-255 - Mary-Ann Smith - Sep 25, 2024 1201 AM/forward.py": FORWARD,
            "397064-255 - José Núñez - Sep 24, 2024 1126 AM/forward.ipynb": NOTEBOOK,
        },
        (
            ("José Núñez", "forward", "397064-255 - José Núñez - Sep 24, 2024 1126 AM/forward.ipynb"),
            ("Mary-Ann Smith", "forward", "397063-255 - Mary-Ann Smith - Sep 25, 2024 1201 AM/forward.py"),
        ),
    ),
    "brightspace_namesakes": Download(
        "brightspace",
        {
            "1-9 - John Smith - Sep 24, 2024 926 PM/forward.py": FORWARD,
            "2-9 - John Smith - Sep 24, 2024 927 PM/forward.py": FORWARD,
            "3-9 - Ada King - Sep 24, 2024 927 PM/forward.py": FORWARD,
        },
        (("Ada King", "forward", "3-9 - Ada King - Sep 24, 2024 927 PM/forward.py"),),
        (
            "1-9 - John Smith - Sep 24, 2024 926 PM/forward.py",
            "2-9 - John Smith - Sep 24, 2024 927 PM/forward.py",
        ),
    ),
    "ilias": Download(
        "ilias",
        {
            f"{ILIAS}/Lovelace_Ada_alovelace_12345/forward.py": FORWARD,
            f"{ILIAS}/Li_Bo_bli_12346/20260301120000_forward.py": FORWARD,
        },
        (
            ("alovelace", "forward", f"{ILIAS}/Lovelace_Ada_alovelace_12345/forward.py"),
            ("bli", "forward", f"{ILIAS}/Li_Bo_bli_12346/20260301120000_forward.py"),
        ),
    ),
    "ilias_teams": Download(
        "ilias",
        {"Abgaben/Team 1/Lovelace_Ada_alovelace_12345/forward.py": FORWARD},
        (("alovelace", "forward", "Abgaben/Team 1/Lovelace_Ada_alovelace_12345/forward.py"),),
    ),
    "github_clones": Download(
        "github",
        {
            "hw1-ada-l/.git/config": "x",
            "hw1-ada-l/forward.py": FORWARD,
            "hw1-bo/.git/config": "x",
            "hw1-bo/forward.py": FORWARD,
            "hw1-bo/README.md": "x",
        },
        (("ada-l", "forward", "hw1-ada-l/forward.py"), ("bo", "forward", "hw1-bo/forward.py")),
    ),
    "github_by_its_folder": Download(
        "github",
        {
            "slopes-submissions/slopes-ada-b/forward.py": FORWARD,
            "slopes-submissions/slopes-ada-c/forward.py": FORWARD,
        },
        (
            ("ada-b", "forward", "slopes-ada-b/forward.py"),
            ("ada-c", "forward", "slopes-ada-c/forward.py"),
        ),
    ),
    "classroom50": Download(
        "github",
        {
            "cs1-hw1_submissions_2026_05_09_T_14_30_45/cs1-hw1-ada/forward.py": FORWARD,
            "cs1-hw1_submissions_2026_05_09_T_14_30_45/cs1-hw1-bo/forward.py": FORWARD,
            "cs1-hw1_submissions_2026_05_09_T_14_30_45/scores.csv": "x",
        },
        (("ada", "forward", "cs1-hw1-ada/forward.py"), ("bo", "forward", "cs1-hw1-bo/forward.py")),
    ),
    "classroom50_login_first": Download(
        "github",
        {"ada-forward/forward.py": FORWARD, "bo-forward/forward.py": FORWARD},
        (("ada", "forward", "ada-forward/forward.py"), ("bo", "forward", "bo-forward/forward.py")),
    ),
    "google_classroom": Download(
        "flat",
        {
            "Ada Lovelace - forward.py": FORWARD,
            "Bo Li - Copy of forward.py": FORWARD,
            "Copy of forward.py": FORWARD,
            "Cy Young - forward (1).py": FORWARD,
        },
        (
            ("Ada Lovelace", "forward", "Ada Lovelace - forward.py"),
            ("Bo Li", "forward", "Bo Li - Copy of forward.py"),
            ("Cy Young", "forward", "Cy Young - forward (1).py"),
        ),
        ("Copy of forward.py",),
    ),
    "okpy": Download(
        "okpy",
        {
            "cal-cs1-sp26-forward/ada@x.org/aB3d/forward.py": FORWARD,
            "cal-cs1-sp26-forward/ada@x.org/aB3d/info.json": json.dumps({"group": ["ada@x.org"]}),
            "cal-cs1-sp26-forward/bo@x.org-cy@x.org/Xy9/forward.py": FORWARD,
            "cal-cs1-sp26-forward/bo@x.org-cy@x.org/Xy9/info.json": json.dumps(
                {"group": ["bo@x.org", "cy@x.org"], "subm_time_local": "2026-03-01T10:00:00-08:00"}
            ),
        },
        (
            ("ada@x.org", "forward", "cal-cs1-sp26-forward/ada@x.org/aB3d/forward.py"),
            ("bo@x.org", "forward", "cal-cs1-sp26-forward/bo@x.org-cy@x.org/Xy9/forward.py"),
            ("cy@x.org", "forward", "cal-cs1-sp26-forward/bo@x.org-cy@x.org/Xy9/forward.py"),
        ),
    ),
    "canvas_late": Download(
        "canvas",
        {
            "lovelaceada_late_101_9001_forward.py": FORWARD,
            "late_anon_aB3x_9002_forward.py": FORWARD,
            "anon_Qq1_9003_forward.py": FORWARD,
        },
        (
            ("101", "forward", "lovelaceada_late_101_9001_forward.py"),
            ("Qq1", "forward", "anon_Qq1_9003_forward.py"),
            ("aB3x", "forward", "late_anon_aB3x_9002_forward.py"),
        ),
    ),
    "moodle_group_folders": Download(
        "moodle",
        {
            f"Group A/Ada King_7_{MOODLE}/forward.py": FORWARD,
            f"Group B/Bo Li_8_{MOODLE}/forward.py": FORWARD,
        },
        (
            ("Ada King", "forward", f"Group A/Ada King_7_{MOODLE}/forward.py"),
            ("Bo Li", "forward", f"Group B/Bo Li_8_{MOODLE}/forward.py"),
        ),
    ),
    "moodle_group_names": Download(
        "moodle",
        {
            f"Group A-Ada King_7_{MOODLE}/forward.py": FORWARD,
            f"Group A-Bo Li_8_{MOODLE}/forward.py": FORWARD,
            f"Group B-Jean-Luc P_9_{MOODLE}/forward.py": FORWARD,
        },
        (
            ("Ada King", "forward", f"Group A-Ada King_7_{MOODLE}/forward.py"),
            ("Bo Li", "forward", f"Group A-Bo Li_8_{MOODLE}/forward.py"),
            ("Jean-Luc P", "forward", f"Group B-Jean-Luc P_9_{MOODLE}/forward.py"),
        ),
    ),
    "moodle_feedback_files": Download(
        "moodle",
        {
            f"Bo Li_8_{MOODLE}/forward.py": FORWARD,
            "Bo Li_8_assignfeedback_file_/forward.py": FORWARD,
            "Bo Li_8_assignfeedback_editpdf_/combined.pdf": "%PDF",
        },
        (("Bo Li", "forward", f"Bo Li_8_{MOODLE}/forward.py"),),
    ),
    "moodle_a_group_of_one": Download(
        "moodle",
        {
            f"Team 1-Ada King_7_{MOODLE}/forward.py": FORWARD,
            f"Team 1-Bo Li_8_{MOODLE}/forward.py": FORWARD,
            f"Default group-Anna-Lena Roth_9_{MOODLE}/forward.py": FORWARD,
        },
        (
            ("Ada King", "forward", f"Team 1-Ada King_7_{MOODLE}/forward.py"),
            ("Bo Li", "forward", f"Team 1-Bo Li_8_{MOODLE}/forward.py"),
            ("Anna-Lena Roth", "forward", f"Default group-Anna-Lena Roth_9_{MOODLE}/forward.py"),
        ),
    ),
    "a_folder_around_a_class_s_zip": Download(
        "flat",
        {
            "download.zip": zipped(
                {
                    "hw1/ada king/forward.py": FORWARD,
                    "hw1/ada king/loss.py": LOSS,
                    "hw1/o'brien, pat/forward.py": FORWARD,
                }
            ),
            "bo.zip": zipped({"hw/forward.py": FORWARD, "hw/old/forward.py": FORWARD + "#"}),
        },
        (("bo", "forward", "bo.zip/hw/forward.py"),),
        (
            "download.zip/hw1/ada king/forward.py",
            "download.zip/hw1/ada king/loss.py",
            "download.zip/hw1/o'brien, pat/forward.py",
        ),
    ),
    "moodle_namesakes": Download(
        "moodle",
        {
            f"Ada King_7_{MOODLE}/forward.py": FORWARD,
            f"ada king_8_{MOODLE}/forward.py": FORWARD,
            f"Bo Li_9_{MOODLE}/forward.py": FORWARD,
        },
        (("Bo Li", "forward", f"Bo Li_9_{MOODLE}/forward.py"),),
        (f"Ada King_7_{MOODLE}/forward.py", f"ada king_8_{MOODLE}/forward.py"),
    ),
}
"""Downloads of platforms."""

SORTED_BY_HAND: Mapping[str, Download] = {
    "exercise_then_student": Download(
        "folders",
        {"forward/ada.py": FORWARD, "forward/bo.py": FORWARD, "loss/ada.py": LOSS},
        (
            ("ada", "forward", "forward/ada.py"),
            ("ada", "loss", "loss/ada.py"),
            ("bo", "forward", "forward/bo.py"),
        ),
    ),
    "exercise_then_folder": Download(
        "folders",
        {"forward/ada/forward.py": FORWARD, "loss/ada/answer.py": LOSS, "loss/bo/loss.py": LOSS},
        (
            ("ada", "forward", "forward/ada/forward.py"),
            ("ada", "loss", "loss/ada/answer.py"),
            ("bo", "loss", "loss/bo/loss.py"),
        ),
    ),
    "weeks": Download(
        "folders",
        {
            "hw/week1/ada/forward.py": FORWARD,
            "hw/week1/bo/forward.py": FORWARD,
            "hw/week2/ada/loss.py": LOSS,
        },
        (
            ("ada", "forward", "week1/ada/forward.py"),
            ("ada", "loss", "week2/ada/loss.py"),
            ("bo", "forward", "week1/bo/forward.py"),
        ),
    ),
    "sections": Download(
        "folders",
        {"Section 1/ada/forward.py": FORWARD, "Section 2/bo/forward.py": FORWARD},
        (("ada", "forward", "Section 1/ada/forward.py"), ("bo", "forward", "Section 2/bo/forward.py")),
    ),
    "days_or_people": Download(
        "folders",
        {"Monday/ada/forward.py": FORWARD, "Tuesday/bo/forward.py": FORWARD},
        (),
        ("Monday/ada/forward.py", "Tuesday/bo/forward.py"),
    ),
    "one_student": Download(
        "folders", {"ada/src/forward.py": FORWARD}, (("ada", "forward", "ada/src/forward.py"),)
    ),
    "exercise_first": Download(
        "flat",
        {"hw1_forward_ada.py": FORWARD, "hw1_loss_ada.py": LOSS, "forward_bo.py": FORWARD},
        (
            ("ada", "forward", "hw1_forward_ada.py"),
            ("ada", "loss", "hw1_loss_ada.py"),
            ("bo", "forward", "forward_bo.py"),
        ),
    ),
    "dates": Download(
        "flat",
        {"2026-03-01_ada_forward.py": FORWARD, "bo_forward.py": FORWARD},
        (("bo", "forward", "bo_forward.py"),),
        ("2026-03-01_ada_forward.py",),
    ),
    "two_spellings": Download(
        "folders",
        {"Zoe\u0308/forward.py": FORWARD, "Zoë/loss.py": LOSS},
        (("Zoe\u0308", "forward", "Zoe\u0308/forward.py"), ("Zoe\u0308", "loss", "Zoë/loss.py")),
    ),
}
"""Folders as people sort them."""

OF_FILES: Mapping[str, Download] = {
    "archives": Download(
        "folders",
        {
            "ada/work.zip": zipped({"proj/forward.py": FORWARD, f"proj/{TORCH}/loss.py": "x"}),
            "bo/work.tar.gz": tarred({"forward.py": HELPED, "helpers.py": "scale = 2"}),
            "cy/work.7z": b"7z\xbc\xaf'\x1c",
            "di/work.zip": zipped({"inner.zip": zipped({"forward.py": FORWARD}), "forward.py": FORWARD}),
        },
        (
            ("ada", "forward", "ada/work.zip/proj/forward.py"),
            ("bo", "forward", "bo/work.tar.gz/forward.py"),
            ("di", "forward", "di/work.zip/forward.py"),
        ),
        ("cy/work.7z", "di/work.zip/inner.zip"),
        helpers={"bo/work.tar.gz/forward.py": ("helpers",)},
    ),
    "canvas_archives": Download(
        "canvas",
        {
            "ada_1_90_forward.py": FORWARD + "# old",
            "ada_1_91_hw.zip": zipped({"forward.py": FORWARD, "loss.py": LOSS}),
        },
        (("1", "forward", "ada_1_91_hw.zip/forward.py"), ("1", "loss", "ada_1_91_hw.zip/loss.py")),
    ),
    "browser_endings": Download(
        "flat",
        {
            "ada_forward.ipynb.json": NOTEBOOK,
            "bo_forward.py.txt": FORWARD,
            "cy_manual-gradient.py": GRADIENT,
            "di_ManualGradient (1).py": GRADIENT,
            "notes.txt": "x",
        },
        (
            ("ada", "forward", "ada_forward.ipynb.json"),
            ("bo", "forward", "bo_forward.py.txt"),
            ("cy", "manual_gradient", "cy_manual-gradient.py"),
            ("di", "manual_gradient", "di_ManualGradient (1).py"),
        ),
    ),
    "wrong_exercise": Download(
        "folders",
        {"ada/forward.py": LOSS, "bo/forward.py": FORWARD},
        (("bo", "forward", "bo/forward.py"),),
        ("ada/forward.py",),
    ),
    "by_its_functions": Download(
        "folders",
        {"ada/homework.py": LOSS, "bo/homework.py": LOSS + FORWARD, "cy/homework.py": "x = 1"},
        (
            ("ada", "loss", "ada/homework.py"),
            ("bo", "forward", "bo/homework.py"),
            ("bo", "loss", "bo/homework.py"),
        ),
        ("cy/homework.py",),
    ),
    "helpers_that_sound_like_exercises": Download(
        "folders",
        {"ada/forward.py": "import plot_loss\n" + FORWARD, "ada/plot_loss.py": "x = 1"},
        (("ada", "forward", "ada/forward.py"),),
        helpers={"ada/forward.py": ("plot_loss",)},
    ),
    "an_earlier_exercise_beside": Download(
        "folders",
        {
            "loss/ada/forward.py": FORWARD,
            "loss/ada/loss.py": "from forward import forward\n" + LOSS,
            "loss/bo/loss.py": LOSS,
        },
        (("ada", "loss", "loss/ada/loss.py"), ("bo", "loss", "loss/bo/loss.py")),
        helpers={"loss/ada/loss.py": ("forward",)},
    ),
    "packages": Download(
        "folders",
        {
            "ada/forward.py": "from tools.shapes import flat\n" + FORWARD,
            "ada/tools/shapes.py": "import numpy\nflat = 1",
            "bo/forward.py": FORWARD,
        },
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
        helpers={"ada/forward.py": ("tools.shapes",)},
    ),
    "several": Download(
        "folders",
        {
            "ada/a/forward.py": FORWARD,
            "ada/b/forward.py": FORWARD + "# other",
            "bo/forward.py": FORWARD,
            "cy/one/forward.py": FORWARD,
            "cy/two/forward.py": FORWARD,
        },
        (("bo", "forward", "bo/forward.py"), ("cy", "forward", "cy/one/forward.py")),
        ("ada/a/forward.py", "ada/b/forward.py"),
    ),
    "environments": Download(
        "folders",
        {
            "ada/forward.py": FORWARD,
            "ada/myenv/pyvenv.cfg": "x",
            "ada/myenv/Lib/loss.py": "x",
            "bo/forward.py": FORWARD,
            "bo/.git/hooks/loss.py": "x",
            "bo/node_modules/loss.py": "x",
            "bo/lib/python3.12/loss.py": "x",
        },
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
    ),
}
"""What people hand in: archives, environments, renamed files, several files."""

OWN = "id,name,email,section,github\ns1,Ada King,ada@x.org,A,ada-l\ns2,Bo Li,bo@x.org,B,bo\n"
NAMESAKES = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade\n"
    "Participant 7,Ada King,ada1@x.org,,,\nParticipant 8,Ada King,ada2@x.org,,,\n"
)
CANVAS = (
    '"Student","ID","SIS User ID","SIS Login ID","Section","forward (11)"\n'
    '"    Points Possible","","","","","4"\n'
    '"King, Ada","101","s1","ada","A",""\n"Li, Bo","102","s2","bo","A",""\n"Student, Test","9","","","A",""\n'
)

PARAMETERS = {
    "forward": {"forward": ("x", "w"), "forward_with_bias": ("x", "w", "b")},
    "manual_gradient": {"gradient": ("x", "y", "w"), "dloss": ("p", "y")},
}

MISTAKABLE: Mapping[str, Download] = {
    "clones_around_clones": Download(
        "github",
        {
            "gd-week-1-submissions/gd-week-1-ada/forward.py": FORWARD,
            "gd-week-1-submissions/gd-week-1-bo/forward.py": FORWARD,
        },
        (("ada", "forward", "gd-week-1-ada/forward.py"), ("bo", "forward", "gd-week-1-bo/forward.py")),
    ),
    "a_homework_with_a_hyphen": Download(
        "folders",
        {"hw-week1/ada/forward.py": FORWARD, "hw-week1/bo/forward.py": FORWARD},
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
    ),
    "homeworks_with_hyphens": Download(
        "folders",
        {"hw-week1/ada/forward.py": FORWARD, "hw-week2/ada/loss.py": LOSS},
        (("ada", "forward", "hw-week1/ada/forward.py"), ("ada", "loss", "hw-week2/ada/loss.py")),
    ),
    "weeks_with_titles": Download(
        "folders",
        {"Week 1 - Lines/ada/forward.py": FORWARD, "Week 2 - Errors/ada/loss.py": LOSS},
        (
            ("ada", "forward", "Week 1 - Lines/ada/forward.py"),
            ("ada", "loss", "Week 2 - Errors/ada/loss.py"),
        ),
    ),
    "the_homework_in_the_folder_s_name": Download(
        "folders",
        {"HW1 Ada King/forward.py": FORWARD, "HW1 Bo Li/src/forward.py": FORWARD, "HW2 Bo Li/loss.py": LOSS},
        (
            ("Ada King", "forward", "HW1 Ada King/forward.py"),
            ("Bo Li", "forward", "HW1 Bo Li/src/forward.py"),
            ("Bo Li", "loss", "HW2 Bo Li/loss.py"),
        ),
    ),
    "weeks_without_people": Download(
        "folders",
        {"Week 1 - Forward/forward.py": FORWARD, "Week 2 - Loss/loss.py": LOSS},
        (),
        ("Week 1 - Forward/forward.py", "Week 2 - Loss/loss.py"),
    ),
    "an_exercise_s_submissions": Download(
        "folders",
        {"forward-submissions/ada/forward.py": FORWARD, "forward-submissions/bo/forward.py": FORWARD},
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
    ),
    "a_table_beside_the_download": Download(
        "canvas",
        {"grades.csv": "x", "submissions/kingada_1_2_forward.py": FORWARD},
        (("1", "forward", "kingada_1_2_forward.py"),),
    ),
    "gradescope_without_its_list": Download(
        "folders",
        {"submission_1/forward.py": FORWARD, "submission_2/forward.py": FORWARD},
        (),
        ("submission_1/forward.py", "submission_2/forward.py"),
    ),
    "people_in_a_section_s_exercise": Download(
        "folders",
        {
            "Section A/forward/ada.py": FORWARD,
            "Section A/forward/bo.py": FORWARD,
            "Section B/loss/cy.py": LOSS,
        },
        (
            ("ada", "forward", "Section A/forward/ada.py"),
            ("bo", "forward", "Section A/forward/bo.py"),
            ("cy", "loss", "Section B/loss/cy.py"),
        ),
    ),
    "a_team_s_exercise": Download(
        "folders",
        {"Team 1/forward/main.py": FORWARD, "Team 2/forward/main.py": FORWARD},
        (("Team 1", "forward", "Team 1/forward/main.py"), ("Team 2", "forward", "Team 2/forward/main.py")),
    ),
    "homework_in_the_file_s_name": Download(
        "flat",
        {
            "Cy Young HW1.py": FORWARD,
            "Di O - hw.ipynb": NOTEBOOK,
            "ada_hw1.py": FORWARD,
            "forward_week1_eve_v2.py": FORWARD,
            "loss_forward_fay.py": FORWARD,
            "my_hw1.py": FORWARD,
        },
        (
            ("Cy Young", "forward", "Cy Young HW1.py"),
            ("Di O", "forward", "Di O - hw.ipynb"),
            ("ada", "forward", "ada_hw1.py"),
            ("eve", "forward", "forward_week1_eve_v2.py"),
        ),
        ("loss_forward_fay.py", "my_hw1.py"),
    ),
    "numbers_are_people": Download(
        "flat",
        {"student_1_forward.py": FORWARD, "student_2_forward.py": FORWARD},
        (
            ("student_1", "forward", "student_1_forward.py"),
            ("student_2", "forward", "student_2_forward.py"),
        ),
    ),
    "google_classroom_own_names": Download(
        "flat",
        {"Ada King - My Forward Solution.ipynb": NOTEBOOK, "Bo Li - forward.py": FORWARD},
        (
            ("Ada King", "forward", "Ada King - My Forward Solution.ipynb"),
            ("Bo Li", "forward", "Bo Li - forward.py"),
        ),
    ),
    "a_helper_that_canvas_renamed": Download(
        "canvas",
        {
            "ada_1_10_forward.py": HELPED,
            "ada_1_11_helpers.py": "scale = 1",
            "ada_1_12_helpers-1.py": "scale = 2",
        },
        (("1", "forward", "ada_1_10_forward.py"),),
        helpers={"ada_1_10_forward.py": ("helpers",)},
    ),
    "a_helper_called_as_an_exercise": Download(
        "folders",
        {"ada/forward.py": "from loss import scale\n" + FORWARD, "ada/loss.py": "scale = 1"},
        (("ada", "forward", "ada/forward.py"),),
        helpers={"ada/forward.py": ("loss",)},
    ),
    "a_test_beside_unfinished_work": Download(
        "folders",
        {"ada/forward.py": "", "ada/test_forward.py": "from forward import forward\n"},
        (("ada", "forward", "ada/forward.py"),),
    ),
    "another_exercise_s_parameters": Download(
        "folders",
        {
            "ada/manual_gradient.py": f"{FORWARD}\n\ndef gradient(x, w):\n    return 0\n",
            "bo/manual_gradient.py": GRADIENT + FORWARD,
        },
        (("bo", "manual_gradient", "bo/manual_gradient.py"),),
        ("ada/manual_gradient.py",),
    ),
    "nothing_but_a_picture": Download(
        "canvas",
        {"ada_1_10_forward.py": FORWARD, "bo_2_11_forward.pdf": "x", "cy_3_12_forward.txt": FORWARD},
        (("1", "forward", "ada_1_10_forward.py"),),
        ("bo_2_11_forward.pdf", "cy_3_12_forward.txt"),
    ),
}
"""Downloads that look like something else."""

ODD: Mapping[str, Download] = {
    "sakai": Download(
        "sakai",
        {
            "Homework 1/King, Ada(aking)/Submission attachment(s)/forward.py": FORWARD,
            "Homework 1/King, Ada(aking)/timestamp.txt": "20260301120000000",
            "Homework 1/Li, Bo(bli)/Submission attachment(s)/forward.py": FORWARD,
            "Homework 1/Li, Bo(bli)/timestamp.txt": "20260301120000000",
        },
        (
            ("aking", "forward", "Homework 1/King, Ada(aking)/Submission attachment(s)/forward.py"),
            ("bli", "forward", "Homework 1/Li, Bo(bli)/Submission attachment(s)/forward.py"),
        ),
    ),
    "nbgrader_zip_collect": Download(
        "flat",
        {
            "downloaded/ps1/archive/ada_forward.ipynb": NOTEBOOK,
            "downloaded/ps1/archive/bo_forward.ipynb": NOTEBOOK,
        },
        (("ada", "forward", "ada_forward.ipynb"), ("bo", "forward", "bo_forward.ipynb")),
    ),
    "brightspace_without_folders": Download(
        "brightspace",
        {
            "index.html": "x",
            "1-6 - Ada King - Mar 1, 2026 1201 PM - forward.py": FORWARD,
            "2-6 - Bo Li - 1 March, 2026 12:02 PM - hw.zip": zipped({"forward.py": FORWARD}),
            "2-6 - Bo Li - 2 March, 2026 9:02 AM - forward.py": FORWARD,
        },
        (
            ("Ada King", "forward", "1-6 - Ada King - Mar 1, 2026 1201 PM - forward.py"),
            ("Bo Li", "forward", "2-6 - Bo Li - 2 March, 2026 9:02 AM - forward.py"),
        ),
    ),
    "blackboard_numbered": Download(
        "blackboard",
        {"HW_1_a_king_attempt_2026-03-01-12-00-00_forward.py": FORWARD},
        (("a_king", "forward", "HW_1_a_king_attempt_2026-03-01-12-00-00_forward.py"),),
    ),
    "blackboard_open": Download(
        "blackboard",
        {"Slopes_a_king_attempt_2026-03-01-12-00-00_forward.py": FORWARD},
        (),
        ("Slopes_a_king_attempt_2026-03-01-12-00-00_forward.py",),
    ),
    "blackboard_known": Download(
        "blackboard",
        {"Slopes_a_king_attempt_2026-03-01-12-00-00_forward.py": FORWARD},
        (("s1", "forward", "Slopes_a_king_attempt_2026-03-01-12-00-00_forward.py"),),
        roster="id,name,blackboard\ns1,Ada King,a_king\n",
    ),
    "exercise_then_section": Download(
        "folders",
        {
            "forward/Section A/ada.py": FORWARD,
            "forward/Section B/bo.py": FORWARD,
            "loss/Section A/ada.py": LOSS,
        },
        (
            ("ada", "forward", "forward/Section A/ada.py"),
            ("ada", "loss", "loss/Section A/ada.py"),
            ("bo", "forward", "forward/Section B/bo.py"),
        ),
    ),
    "sections_of_files": Download(
        "folders",
        {"Section A/ada_forward.py": FORWARD, "Section A/bo_forward.py": FORWARD, "1班/cy_loss.py": LOSS},
        (
            ("ada", "forward", "Section A/ada_forward.py"),
            ("bo", "forward", "Section A/bo_forward.py"),
            ("cy", "loss", "1班/cy_loss.py"),
        ),
    ),
    "a_group_of_files": Download(
        "folders",
        {"Group 1/ada_forward.py": FORWARD, "Group 1/bo_forward.py": FORWARD, "Group 2/cy_loss.py": LOSS},
        (
            ("ada", "forward", "Group 1/ada_forward.py"),
            ("bo", "forward", "Group 1/bo_forward.py"),
            ("cy", "loss", "Group 2/cy_loss.py"),
        ),
    ),
    "a_team_that_shares_the_work": Download(
        "folders",
        {"Team 1/ada_forward.py": FORWARD, "Team 1/bo_loss.py": LOSS, "Team 2/forward.py": FORWARD},
        (
            ("Team 1", "forward", "Team 1/ada_forward.py"),
            ("Team 1", "loss", "Team 1/bo_loss.py"),
            ("Team 2", "forward", "Team 2/forward.py"),
        ),
    ),
    "chinese_homework": Download(
        "folders",
        {"作业1/张三/forward.py": FORWARD, "作业1/李四/forward.py": FORWARD, "第二周/张三/loss.py": LOSS},
        (
            ("张三", "forward", "作业1/张三/forward.py"),
            ("张三", "loss", "第二周/张三/loss.py"),
            ("李四", "forward", "作业1/李四/forward.py"),
        ),
    ),
    "chinese_files": Download(
        "flat",
        {"作业1_张三_forward.py": FORWARD, "20210001_李四_forward.py": FORWARD},
        (
            ("20210001_李四", "forward", "20210001_李四_forward.py"),
            ("张三", "forward", "作业1_张三_forward.py"),
        ),
    ),
    "weeks_in_another_language": Download(
        "folders",
        {"Viikko 1/Ada/forward.py": FORWARD, "Viikko 2/Ada/loss.py": LOSS},
        (),
        ("Viikko 1/Ada/forward.py", "Viikko 2/Ada/loss.py"),
    ),
    "students_by_number": Download(
        "folders",
        {"student 1/gradient/forward.py": FORWARD, "student 2/gradient/forward.py": FORWARD},
        (
            ("student 1", "forward", "student 1/gradient/forward.py"),
            ("student 2", "forward", "student 2/gradient/forward.py"),
        ),
    ),
    "a_folder_for_what_counts": Download(
        "folders",
        {"ada/draft/forward.py": "x", "ada/final/forward.py": FORWARD, "bo/submission/forward.py": FORWARD},
        (("ada", "forward", "ada/final/forward.py"), ("bo", "forward", "bo/submission/forward.py")),
    ),
    "late_by_hand": Download(
        "flat",
        {"ada_late_forward.py": FORWARD, "bo_forward.py": FORWARD},
        (("ada", "forward", "ada_late_forward.py"), ("bo", "forward", "bo_forward.py")),
    ),
    "a_file_for_two_exercises": Download(
        "flat",
        {"ada_forward_loss.py": FORWARD + LOSS, "bo_forward_loss.py": FORWARD},
        (
            ("ada", "forward", "ada_forward_loss.py"),
            ("ada", "loss", "ada_forward_loss.py"),
            ("bo", "forward", "bo_forward_loss.py"),
        ),
    ),
    "nothing_but_a_report": Download(
        "moodle",
        {f"Ada King_7_{MOODLE}/forward.py": FORWARD, f"Bo Li_8_{MOODLE}/report.pdf": "x"},
        (("Ada King", "forward", f"Ada King_7_{MOODLE}/forward.py"),),
        (f"Bo Li_8_{MOODLE}/report.pdf",),
    ),
    "a_hand_in_taken_for_a_download": Download(
        "folders",
        {"solutions/forward.py": FORWARD, "exercises/loss.py": LOSS, "bo/forward.py": FORWARD},
        (("bo", "forward", "bo/forward.py"),),
        ("exercises/loss.py", "solutions/forward.py"),
    ),
    "a_sheet_beside_people": Download(
        "folders",
        {"ada/forward.py": FORWARD, "sheets/sheet.pdf": "x"},
        (("ada", "forward", "ada/forward.py"),),
    ),
}
"""Downloads that were once filed under a wrong person, or left out without a word."""

WITH_A_ROSTER: Mapping[str, Download] = {
    "moodle": Download(
        "moodle",
        {
            f"Ada King_1_{MOODLE}/forward.py": FORWARD,
            f"Li Bo_2_{MOODLE}/forward.py": FORWARD,
            f"Mallory_3_{MOODLE}/forward.py": FORWARD,
        },
        (
            ("s1", "forward", f"Ada King_1_{MOODLE}/forward.py"),
            ("s2", "forward", f"Li Bo_2_{MOODLE}/forward.py"),
        ),
        (f"Mallory_3_{MOODLE}/forward.py",),
        roster=OWN,
    ),
    "moodle_namesakes": Download(
        "moodle",
        {f"Ada King_7_{MOODLE}/forward.py": FORWARD, f"Ada King_8_{MOODLE}/forward.py": FORWARD},
        (
            ("ada1@x.org", "forward", f"Ada King_7_{MOODLE}/forward.py"),
            ("ada2@x.org", "forward", f"Ada King_8_{MOODLE}/forward.py"),
        ),
        roster=NAMESAKES,
    ),
    "moodle_namesakes_of_another_sheet": Download(
        "moodle",
        {f"Ada King_70_{MOODLE}/forward.py": FORWARD, f"Ada King_80_{MOODLE}/forward.py": FORWARD},
        (),
        (f"Ada King_70_{MOODLE}/forward.py", f"Ada King_80_{MOODLE}/forward.py"),
        roster=NAMESAKES,
    ),
    "canvas": Download(
        "canvas",
        {
            "kingada_101_9001_forward.py": FORWARD,
            "libo_102_9002_forward.py": FORWARD,
            "studenttest_9_9003_forward.py": FORWARD,
            "libo_101_9004_loss.py": LOSS,
        },
        (
            ("s1", "forward", "kingada_101_9001_forward.py"),
            ("s2", "forward", "libo_102_9002_forward.py"),
        ),
        ("libo_101_9004_loss.py", "studenttest_9_9003_forward.py"),
        roster=CANVAS,
    ),
    "github": Download(
        "github",
        {"x-y-ada-l/forward.py": FORWARD, "x-y-bo/forward.py": FORWARD},
        (("s1", "forward", "x-y-ada-l/forward.py"), ("s2", "forward", "x-y-bo/forward.py")),
        roster=OWN,
    ),
    "sections_by_day": Download(
        "folders",
        {"Monday/Ada King/forward.py": FORWARD, "Tuesday/bo/forward.py": FORWARD},
        (
            ("s1", "forward", "Monday/Ada King/forward.py"),
            ("s2", "forward", "Tuesday/bo/forward.py"),
        ),
        roster=OWN,
    ),
}
"""Downloads that are read with a roster beside them."""

ALL: Mapping[str, Download] = {
    f"{group}: {name}": one
    for group, downloads in {
        "handed_in": HANDED_IN,
        "platform": PLATFORMS,
        "by hand": SORTED_BY_HAND,
        "files": OF_FILES,
        "mistakable": MISTAKABLE,
        "odd": ODD,
        "roster": WITH_A_ROSTER,
    }.items()
    for name, one in downloads.items()
}
