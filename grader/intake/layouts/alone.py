"""Find the answers of one person in the folder that they handed in, however it is arranged."""

from __future__ import annotations

from grader.intake.entry import Tree
from grader.intake.layouts.answers import answers
from grader.intake.layouts.people import Student
from grader.intake.layouts.tree.found import Asked, Listing, Owned, names_of
from grader.intake.opened import opened
from grader.intake.roster import Owner


def listing(tree: Tree, asked: Asked) -> Listing:
    """Return which file answers which exercise, and what is left out and why."""
    entries, left = opened(tree.entries)
    rows = [Owned(entry, Owner("student"), names_of(entry, 0)) for entry in entries]
    handed, others = answers(Student("student", ""), rows, "folders", asked)
    everything = sorted((*left, *tree.refused, *others), key=lambda one: one.name)
    return Listing("folders", tuple(handed), tuple(everything))
