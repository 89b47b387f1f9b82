"""Choose the statements of a notebook that some names need, and put them in an order that runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from grader.intake.notebooks.units import Kind, Unit

HANDED_OUT = "handed out"
"""The label of what was handed out, which stands in for cells that are gone."""


@dataclass(frozen=True)
class Statements:
    """All statements of a notebook, in its order, what was handed out before them."""

    units: Sequence[Unit]

    @cached_property
    def bound(self) -> Mapping[str, tuple[int, ...]]:
        """The places of the statements that give each name."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self.units):
            if unit.kind is not Kind.NOTHING:
                for name in unit.binds:
                    found[name].append(place)
        return {name: tuple(places) for name, places in found.items()}

    @cached_property
    def changed(self) -> Mapping[str, tuple[int, ...]]:
        """The places of the statements that change each name's value."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self.units):
            for name in unit.changes:
                found[name].append(place)
        return {name: tuple(places) for name, places in found.items()}

    def giver(self, name: str, before: int | None = None) -> int | None:
        """Return the place of the statement that gives a name: the most deliberate one, the last of these.

        A statement that runs at once takes what stands before it, if there is any.
        """
        places = self.bound.get(name, ())
        if before is not None:
            places = tuple(place for place in places if place < before) or places
        return max(places, key=self.rank, default=None)

    def rank(self, place: int) -> tuple[int, int]:
        """Return how much a statement counts among those that give the same name.

        What was handed out counts more than a name that happens to be given in passing, by a loop say.
        """
        unit = self.units[place]
        weight = 2 * unit.kind
        return (2 * Kind.ASIDE + 1 if unit.cell == HANDED_OUT else weight, place)

    def needed(self, names: Iterable[str]) -> frozenset[int]:
        """Return the places of all statements that it takes to have these names and what they rely on."""
        todo = [place for name in names for place in self.for_name(name)]
        found: set[int] = set()
        while todo:
            place = todo.pop()
            if place in found:
                continue
            found.add(place)
            unit = self.units[place]
            todo += [other for name in unit.later | unit.changes for other in self.for_name(name)]
            todo += [other for name in unit.now for other in self.for_name(name, place)]
        return frozenset(found)

    def for_name(self, name: str, before: int | None = None) -> list[int]:
        """Return the statement that gives a name, and those after it that change its value."""
        place = self.giver(name, before)
        if place is None:
            return []
        return [place, *(other for other in self.changed.get(name, ()) if other > place)]

    def ordered(self, chosen: frozenset[int]) -> list[int]:
        """Return the chosen statements in the notebook's order, but what one needs at once before it."""
        done: list[int] = []
        opened: set[int] = set()
        for root in sorted(chosen, key=self.turn):
            stack = [(root, iter([root]))]
            while stack:
                place, rest = stack[-1]
                other = next((one for one in rest if one not in opened), None)
                if other is not None:
                    opened.add(other)
                    stack.append((other, iter(self.first(other, chosen))))
                elif len(stack) > 1:
                    done.append(place)
                    stack.pop()
                else:
                    stack.pop()
        return done

    def turn(self, place: int) -> tuple[bool, bool, int]:
        """Return when a statement's turn is: imports come first, and of these what speaks of the future."""
        unit = self.units[place]
        return "__future__" not in unit.text, not unit.imports, place

    def first(self, place: int, chosen: frozenset[int]) -> list[int]:
        """Return which of the chosen statements must run before one: what it reads, and what that calls."""
        todo = sorted(self.units[place].now | self.units[place].changes)
        found: set[int] = set()
        while todo:
            other = self.giver(todo.pop(), place)
            if other in chosen and other not in found and other != place:
                found.add(other)
                todo += sorted(self.units[other].later)
        return sorted(found)
