"""Split a listing among the tasks of a job array, and take over what they have observed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grader.errors import UsageError
from grader.gradebook.paths import Grades
from grader.intake.layouts.tree.found import Listing
from grader.words.catalogue import sentence

if TYPE_CHECKING:  # it loads NumPy
    from grader.gradebook.gradebook import Gradebook


@dataclass(frozen=True)
class Shard:
    """One of ``many`` parts of a listing, counted from 1."""

    number: int
    many: int

    def of(self, listing: Listing) -> Listing:
        """Return every so-many-th submission: the parts are alike in size, and each is in one of them."""
        return replace(listing, handed=listing.handed[self.number - 1 :: self.many])

    def folder(self, grades: Grades) -> Grades:
        """Return where a part's own gradebook lies: tasks on several machines never share one."""
        return Grades(grades.root / f"shard-{self.number}-of-{self.many}")


def shard(text: str) -> Shard:
    """Return the part that ``3/16`` names.

    Raises:
        UsageError: it names none.
    """
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise UsageError(sentence("refused.batch.shard", text=text))
    return Shard(int(found[1]), int(found[2]))


def merge(book: Gradebook, grades: Grades) -> int:
    """Take over what the parts of a class have observed; return how much of it was new.

    Raises:
        UsageError: there are no parts.
        StoreError: one of them has no gradebook, or a damaged one. Nothing of it is taken over.
    """
    parts = sorted(grades.root.glob("shard-*-of-*"))
    if not parts:
        raise UsageError(sentence("refused.batch.no_parts", path=grades.root))
    return sum(book.take_over(Grades(part).gradebook) for part in parts)
