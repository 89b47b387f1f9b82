"""Downloads with several files for one exercise, text in place of files, and dates in other languages."""

from __future__ import annotations

import json
from collections.abc import Mapping

from downloads import CELL, FORWARD, LOSS, MOODLE, NOTEBOOK, Download, zipped
from downloads_found import OTHER, on_moodle, one

EMPTY = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{**CELL, "source": "x"}]})
TRIES = json.dumps(
    {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [{**CELL, "source": "from forward import forward\nprint(forward(1, 2))"}],
    }
)
KEPT = ".ipynb_checkpoints/forward-checkpoint.ipynb"
ONLINE = "assignsubmission_onlinetext/onlinetext.html"
ATTEMPT = "HW 1_{}_attempt_2026-03-01-12-00-00"
RECEIPT = "Name: Ada King (ada)\n\nSubmission Field:\n{}\n\nComments:\nFiles:\n"
ROSTER = "id,name\nForward,F Orward\nada,Ada King\n"
RUN_FROM_ABOVE = "from src.tools import scale\n" + FORWARD


def in_teams(*names: str) -> dict[str, str]:
    """Return one file a person on Moodle, the same within each group."""
    files = on_moodle(*names)
    return {path: f"{text}# {path.split('-')[0]}" for path, text in files.items()}


KINDS: Mapping[str, Download] = {
    "a_script_saved_from_the_notebook": Download(
        "folders",
        {
            "ada/forward.ipynb": NOTEBOOK,
            "ada/forward.py": f"#!/usr/bin/env python\n# In[1]:\n{FORWARD}",
            "bo/forward.ipynb": NOTEBOOK,
            "bo/forward.py": FORWARD.replace("w * x", "x * w"),
        },
        (("ada", "forward", "ada/forward.ipynb"),),
        ("bo/forward.ipynb", "bo/forward.py"),
    ),
    "a_script_and_a_notebook_on_canvas": Download(
        "canvas",
        {
            "kingada_101_9001_forward.py": FORWARD.replace("w * x", "x * w"),
            "kingada_101_9002_forward.ipynb": NOTEBOOK,
            "libo_102_9003_forward.py": FORWARD,
            "libo_102_9004_forward.ipynb": TRIES,
            "youngcy_103_9005_forward.py": FORWARD,
            "youngcy_103_9006_forward.ipynb": NOTEBOOK,
        },
        (
            ("101", "forward", "kingada_101_9002_forward.ipynb"),
            ("102", "forward", "libo_102_9003_forward.py"),
            ("103", "forward", "youngcy_103_9006_forward.ipynb"),
        ),
        ("kingada_101_9001_forward.py",),
    ),
    "functions_in_a_file_that_is_not_imported": Download(
        "folders",
        {
            "ada/forward.py": "def forward(x, w):\n    return w * x\n",
            "ada/bias.py": "def forward_with_bias(x, w, b):\n    return w * x + b\n",
            "bo/forward.py": "from bias import *\n\n\ndef forward(x, w):\n    return w * x\n",
            "bo/bias.py": "def forward_with_bias(x, w, b):\n    return w * x + b\n",
            "cy/forward.py": "forward = lambda x, w: w * x\nforward_with_bias = forward\n",
            "cy/try_out.py": "def forward_with_bias(x, w, b):\n    return w * x + b\n",
            "di/forward.py": "from mine import *\n",
            "di/mine.py": FORWARD,
        },
        tuple((who, "forward", f"{who}/forward.py") for who in ("ada", "bo", "cy", "di")),
        ("ada/bias.py",),
        helpers={"bo/forward.py": ("bias",), "di/forward.py": ("mine",)},
    ),
    "a_notebook_that_only_tries_the_script": Download(
        "folders",
        {
            "ada/forward.ipynb": TRIES,
            "ada/forward.py": FORWARD,
            "bo/forward.ipynb": EMPTY,
            "bo/forward.py": "from mine import *",
        },
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
    ),
    "what_jupyter_kept": Download(
        "folders",
        {
            f"ada/{KEPT}": NOTEBOOK,
            f"bo/{KEPT}": NOTEBOOK,
            "bo/forward.py": FORWARD,
            "cy/hw.zip": zipped({f"hw/{KEPT}": NOTEBOOK}),
            KEPT: NOTEBOOK,
        },
        (("bo", "forward", "bo/forward.py"),),
        (f"ada/{KEPT}", f"cy/hw.zip/hw/{KEPT}"),
    ),
    "what_jupyter_kept_in_a_week": Download(
        "folders",
        {"week 1/ada/forward.py": FORWARD, "week 1/bo/forward.py": OTHER, f"week 1/{KEPT}": NOTEBOOK},
        (("ada", "forward", "ada/forward.py"), ("bo", "forward", "bo/forward.py")),
    ),
    "text_alone_on_moodle": Download(
        "moodle",
        {
            f"Ada King_1_{MOODLE}/forward.py": FORWARD,
            f"Ada King_1_{ONLINE}": "x",
            f"Bo Li_2_{ONLINE}": "x",
        },
        (("Ada King", "forward", f"Ada King_1_{MOODLE}/forward.py"),),
        (f"Bo Li_2_{ONLINE}",),
    ),
    "text_alone_on_blackboard": Download(
        "blackboard",
        {
            f"{ATTEMPT.format('ada')}.txt": RECEIPT.format("def forward(x, w): ..."),
            f"{ATTEMPT.format('bo')}.txt": RECEIPT.format("There is no student submission text data."),
            f"{ATTEMPT.format('cy')}.txt": RECEIPT.format("see my file"),
            f"{ATTEMPT.format('cy')}_forward.py": FORWARD,
        },
        (("cy", "forward", f"{ATTEMPT.format('cy')}_forward.py"),),
        (f"{ATTEMPT.format('ada')}.txt",),
    ),
    "text_alone_on_sakai": Download(
        "sakai",
        {
            "HW 1/King, Ada(aking)/Ada_submissionText.html": "<p>x",
            "HW 1/King, Ada(aking)/timestamp.txt": "20260301120000000",
            "HW 1/Li, Bo(bli)/Bo_submissionText.html": "",
            "HW 1/Li, Bo(bli)/Submission attachment(s)/forward.py": FORWARD,
            "HW 1/Li, Bo(bli)/timestamp.txt": "20260301120000000",
        },
        (("bli", "forward", "HW 1/Li, Bo(bli)/Submission attachment(s)/forward.py"),),
        ("HW 1/King, Ada(aking)/Ada_submissionText.html",),
    ),
    "brightspace_in_french_and_german": Download(
        "brightspace",
        {
            "1-7 - Amélie Dupont - 24 sept. 2026 2126/forward.py": OTHER,
            "1-7 - Amélie Dupont - 3 oct. 2026 0901/forward.py": FORWARD,
            "2-7 - Jörg Groß - 1. März 2026 14.05/forward.py": OTHER,
            "2-7 - Jörg Groß - 02. Oktober 2026 09.01/forward.py": FORWARD,
            "3-7 - 张伟 - 2026年9月24日 下午126/forward.py": FORWARD,
            "3-7 - 张伟 - 2026年9月24日 1026/forward.py": OTHER,
        },
        (
            ("Amélie Dupont", "forward", "1-7 - Amélie Dupont - 3 oct. 2026 0901/forward.py"),
            ("Jörg Groß", "forward", "2-7 - Jörg Groß - 02. Oktober 2026 09.01/forward.py"),
            ("张伟", "forward", "3-7 - 张伟 - 2026年9月24日 下午126/forward.py"),
        ),
    ),
    "moodle_groups_of_any_name": one(
        "moodle",
        in_teams("Los Backprops-Ada King", "Los Backprops-Anna-Lena Roth", "Solo-Cy Young"),
        "Ada King",
        "Anna-Lena Roth",
        "Cy Young",
    ),
    "moodle_first_names_and_a_copy": one(
        "moodle",
        in_teams("Jean-Luc Roy", "Jean-Paul Sarre", "Anne-Marie Le Roux"),
        doubts=tuple(in_teams("Jean-Luc Roy", "Jean-Paul Sarre", "Anne-Marie Le Roux")),
    ),
    "moodle_those_without_a_group": Download(
        "moodle",
        on_moodle("Team Blue", "Default group"),
        (("Team Blue", "forward", f"Team Blue_7_{MOODLE}/forward.py"),),
        (f"Default group_8_{MOODLE}/forward.py",),
    ),
    "weeks_in_short": Download(
        "folders",
        {"W1/forward/ada.py": FORWARD, "W1/forward/bo.py": FORWARD, "W2/loss/ada.py": LOSS},
        (
            ("ada", "forward", "W1/forward/ada.py"),
            ("ada", "loss", "W2/loss/ada.py"),
            ("bo", "forward", "W1/forward/bo.py"),
        ),
    ),
    "people_or_weeks_by_number": Download(
        "folders",
        {"Viikko 1/forward/ada.py": FORWARD, "Viikko 1/forward/bo.py": FORWARD, "Viikko 2/loss/ada.py": LOSS},
        (),
        ("Viikko 1/forward/ada.py", "Viikko 1/forward/bo.py", "Viikko 2/loss/ada.py"),
    ),
    "two_downloads_of_canvas": Download(
        "canvas",
        {
            "errors/kingada_101_9_loss.py": LOSS,
            "slopes/kingada_101_7_forward.py": OTHER,
            "slopes again/kingada_101_8_forward-1.py": FORWARD,
        },
        (
            ("101", "forward", "slopes again/kingada_101_8_forward-1.py"),
            ("101", "loss", "errors/kingada_101_9_loss.py"),
        ),
    ),
    "two_zips_of_moodle": Download(
        "moodle",
        {
            "C-HW1-7.zip": zipped(on_moodle("Ada King", "Bo Li")),
            "C-HW2-8.zip": zipped({f"Ada King_99_{MOODLE}/loss.py": LOSS}),
        },
        (
            ("Ada King", "forward", f"C-HW1-7.zip/Ada King_7_{MOODLE}/forward.py"),
            ("Ada King", "loss", f"C-HW2-8.zip/Ada King_99_{MOODLE}/loss.py"),
            ("Bo Li", "forward", f"C-HW1-7.zip/Bo Li_8_{MOODLE}/forward.py"),
        ),
    ),
    "two_platforms": Download(
        "canvas and moodle",
        {"late/kingada_101_9_loss.py": LOSS, **{f"on time/{n}": t for n, t in on_moodle("Bo Li").items()}},
        (
            ("101", "loss", "late/kingada_101_9_loss.py"),
            ("Bo Li", "forward", f"on time/Bo Li_7_{MOODLE}/forward.py"),
        ),
    ),
    "numbers_before_names_on_a_roster": Download(
        "folders",
        {"20231 Ada King/forward.py": FORWARD, "García López, María José/forward.py": OTHER},
        (
            ("20231", "forward", "20231 Ada King/forward.py"),
            ("s2", "forward", "García López, María José/forward.py"),
        ),
        roster="id,name\n20231,Ada King\ns2,María José García López\n",
    ),
    "somebody_called_as_an_exercise_is": Download(
        "folders",
        {"Forward/forward.py": FORWARD, "ada/forward.py": OTHER},
        (("Forward", "forward", "Forward/forward.py"), ("ada", "forward", "ada/forward.py")),
        roster=ROSTER,
    ),
    "run_from_the_folder_above": Download(
        "folders",
        {
            "ada/src/forward.py": RUN_FROM_ABOVE,
            "ada/src/tools.py": "from .deeper import scale\n",
            "ada/src/deeper.py": "scale = 1",
            "bo/forward.py": "from pack import tools\n" + FORWARD,
            "bo/pack/__init__.py": "from . import one\n",
            "bo/pack/one.py": "x = 1",
            "bo/pack/tools.py": "x = 1",
            "cy/forward.py": "from mine import *\n" + FORWARD,
            "cy/mine.py": "x = 1",
        },
        (
            ("ada", "forward", "ada/src/forward.py"),
            ("bo", "forward", "bo/forward.py"),
            ("cy", "forward", "cy/forward.py"),
        ),
        helpers={
            "cy/forward.py": ("mine",),
            "ada/src/forward.py": ("src.deeper", "src.tools"),
            "bo/forward.py": ("pack", "pack.one", "pack.tools"),
        },
    ),
}
"""Downloads by what is odd about them."""
