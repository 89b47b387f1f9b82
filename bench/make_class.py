"""Make a class of synthetic submissions from the pages: references, misconceptions, slips of no page, stubs.

    python bench/make_class.py FOLDER --students 500 --exercise forward --exercise loss

Every file differs from every other, so that each is watched by itself. The same seed gives the same class.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.course import finding
from grader.course.course import Course
from grader.pages import page

UNKNOWN = (
    "def _odd(value):\n"
    "    if isinstance(value, (list, tuple)):\n"
    "        return type(value)(_odd(item) for item in value)\n"
    "    return value if value is None else value * {factor} + {shift}\n\n\n"
    "_right_{task} = {task}\n\n\n"
    "def {task}(*args):\n"
    "    return _odd(_right_{task}(*args))\n"
)
"""A mistake that no page describes: the right answer, bent."""

FACTORS = ((1.37, 0.11), (0.83, -0.29), (2.9, 0.4))

NAMES = (
    "Ada",
    "Bo",
    "Cem",
    "Dina",
    "Emil",
    "Fatma",
    "Gao",
    "Hana",
    "Ines",
    "Jun",
    "Kofi",
    "Lea",
    "Mei",
    "Noor",
)
FAMILIES = (
    "Abe",
    "Bauer",
    "Cruz",
    "Diaz",
    "Eke",
    "Falk",
    "Gupta",
    "Haas",
    "Ito",
    "Jung",
    "Khan",
    "Lopez",
    "Moreau",
)


@dataclass(frozen=True)
class Kinds:
    """The programs that students of one exercise may hand in."""

    right: Sequence[str]
    known: Sequence[str]
    unknown: Sequence[str]
    stub: str


def kinds(home: Course, id: str) -> Kinds:
    """Return the programs of a page, as texts that load on their own."""
    exercise = page.read(home.page(id))
    reference = exercise.reference.text
    tasks = [task for task in exercise.tasks if "." not in task]
    return Kinds(
        right=[reference, *(one.program.text for one in exercise.alternatives)],
        known=[one.program.text for one in exercise.misconceptions] or [reference],
        unknown=[
            f"{reference}\n\n{UNKNOWN.format(task=task, factor=factor, shift=shift)}"
            for task in tasks
            for factor, shift in FACTORS
        ],
        stub=home.stub(id).read_text(encoding="utf-8"),
    )


def answer(draw: random.Random, able: float, made: Kinds) -> str:
    """Draw what a student hands in: the abler, the more often it is right."""
    if draw.random() < able:
        return draw.choice(made.right)
    kind = draw.random()
    if kind < 0.65:
        return draw.choice(made.known)
    return draw.choice(made.unknown) if kind < 0.85 else made.stub


def student(draw: random.Random, number: int) -> str:
    """Return a name that no other student has."""
    return f"{draw.choice(NAMES)} {draw.choice(FAMILIES)} {number:05}"


def make(home: Course, folder: Path, students: int, ids: Sequence[str], seed: int) -> int:
    """Write a class into a folder; return how many files it has."""
    draw = random.Random(seed)
    programs = {id: kinds(home, id) for id in ids}
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(students):
        name, able = student(draw, number), draw.betavariate(2.5, 2)
        for id in ids:
            text = answer(draw, able, programs[id])
            (folder / f"{name}_{id}.py").write_text(f"{text}\n# {name}\n", encoding="utf-8")
    return students * len(ids)


def main() -> None:
    """Read the command line."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("folder", type=Path)
    words.add_argument("--students", type=int, default=500)
    words.add_argument("--exercise", action="append", help="an exercise; all by default")
    words.add_argument("--course", type=Path)
    words.add_argument("--seed", type=int, default=0)
    asked = words.parse_args()
    home = finding.find(asked.course, Path.cwd())
    many = make(home, asked.folder, asked.students, asked.exercise or home.order, asked.seed)
    print(f"{asked.folder}: {many} submissions of {asked.students} students")


if __name__ == "__main__":
    main()
