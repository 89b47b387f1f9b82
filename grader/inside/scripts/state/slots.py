"""Places in a script's state that hold numbers: a name, an attribute, an entry, a module's parameter."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from grader.inside.scripts.state.containers import (
    ITEMS_AT_MOST,
    cells,
    is_module_parameter,
    is_named_tuple,
    parts,
)
from grader.inside.scripts.state.numeric import array_of, is_numeric, is_tensor, like, write_into

DEPTH = 8
"""How many steps from a name we look for parameters."""

ALONE_AT_MOST = 32
"""Single numbers in lists that are looked at one by one; of more, those of a layer count as one array."""


class Scope(Protocol):
    """The names that a loop's body sees, and those that it binds anew."""

    @property
    def assigned(self) -> frozenset[str]:
        """Return the names that the body binds by assigning."""

    def names(self) -> Mapping[str, Any]:
        """Return the names and what they stand for."""

    def bind(self, name: str, value: Any) -> None:
        """Have a name stand for a value."""


EVERY = "__every__"
"""Stands in a path for each entry of a list."""


@dataclass(frozen=True)
class Slot:
    """A path to a number or an array: the name first, then attributes ("." before them) and keys.

    A path through every entry of a list leads to several numbers, as to one array.
    """

    name: str
    steps: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        """Write the path as the script would."""
        text = self.name
        for how, key in self.steps:
            text = str(key) if how == "cell" else f"{text}.{key}" if how == "attr" else f"{text}[{key!r}]"
        return text.replace(repr(EVERY), ":")

    def get(self, scope: Scope) -> Any:
        """Return what is there now.

        Raises:
            LookupError, AttributeError, TypeError, ValueError: the path leads nowhere any more.
        """
        if self.is_many:
            return np.array(self.all_there(scope), dtype=float)
        value = scope.names()[self.name]
        for how, key in self.steps:
            if how == "cell":
                value = cells(value)[key].cell_contents
            else:
                value = getattr(value, key) if how == "attr" else value[key]
        return value

    @property
    def is_many(self) -> bool:
        """Whether the path leads through every entry of a list."""
        return any(key is EVERY for _, key in self.steps)

    def all_there(self, scope: Scope) -> list[Any]:
        """Return everything to which a path through every entry leads."""
        found = [scope.names()[self.name]]
        for how, key in self.steps:
            if key is EVERY:
                found = [item for value in found for item in value]
            else:
                found = [getattr(value, key) if how == "attr" else value[key] for value in found]
        return found

    def put(self, scope: Scope, numbers: np.ndarray) -> None:
        """Write numbers there, in place where the value can hold them."""
        value = None if self.is_many else self.get(scope)
        if not write_into(value, numbers):
            self.replace(scope, numbers if self.is_many else like(value, numbers))

    def replace(self, scope: Scope, value: Any) -> None:
        """Have the place hold another object."""
        if self.is_many:
            holders = Slot(self.name, self.steps[:-1]).all_there(scope)
            for holder, number in zip(holders, value.ravel(), strict=True):
                setattr(holder, self.steps[-1][1], float(number))
            return
        if not self.steps:
            scope.bind(self.name, value)
            return
        parent = Slot(self.name, self.steps[:-1]).get(scope)
        how, key = self.steps[-1]
        if isinstance(parent, tuple):
            Slot(self.name, self.steps[:-1]).replace(scope, exchanged(parent, key, value))
        elif how == "cell":
            cells(parent)[key].cell_contents = value
        elif how == "attr":
            setattr(parent, key, value)
        else:
            parent[key] = value


def slots(scope: Scope) -> list[Slot]:
    """Return every place with numbers, each value once, under its shortest path."""
    seen: set[int] = set()
    found: list[Slot] = []
    named = [(Slot(name), value) for name, value in scope.names().items() if is_visible(name)]
    # Of two names for one array, the one that a round binds anew is the parameter, the other its start.
    named.sort(key=lambda pair: pair[0].name not in scope.assigned)
    # A module's parameter may also be what a loop over all of them left behind: it goes by its module's name.
    # So it is with an entry of a list whose other entries have no names.
    behind = entries_without_names([value for _, value in named])
    aliases = [pair for pair in named if is_module_parameter(pair[1]) or id(pair[1]) in behind]
    queue = [pair for pair in named if not (is_module_parameter(pair[1]) or id(pair[1]) in behind)]
    while queue:
        later: list[tuple[Slot, Any]] = []
        for slot, value in queue:
            if isinstance(value, int | float | np.generic) or id(value) not in seen:
                seen.add(id(value))
                if is_numeric(value):
                    found.append(slot)
                elif len(slot.steps) < DEPTH:
                    later += [(Slot(slot.name, (*slot.steps, step)), item) for step, item in parts(value)]
                    later += kept_by(slot, value, scope, seen)
        queue = later
    return bundled(found, scope) + [slot for slot, value in aliases if id(value) not in seen]


def bundled(found: list[Slot], scope: Scope) -> list[Slot]:
    """Return places of which many single numbers, the weights of a layer say, are taken for one array."""
    layers: dict[Slot, list[Slot]] = {}
    for slot in found:
        if (layer := layer_of(slot)) is not slot and isinstance(slot.get(scope), float):
            layers.setdefault(layer, []).append(slot)
    if sum(map(len, layers.values())) <= 2 * ALONE_AT_MOST:  # each may have a gradient beside it
        return found
    whole = {layer for layer, group in layers.items() if len(layer.all_there(scope)) == len(group)}
    taken = {slot: layer for layer in whole for slot in layers[layer]}
    return list(dict.fromkeys(taken.get(slot, slot) for slot in found))


def layer_of(slot: Slot) -> Slot:
    """Return the path to an attribute in all entries of every list but the first, or of the only one."""
    places = [place for place, (how, key) in enumerate(slot.steps) if how == "item" and isinstance(key, int)]
    if not places or slot.steps[-1][0] != "attr":
        return slot
    free = places[1:] or places
    steps = [(how, EVERY if place in free else key) for place, (how, key) in enumerate(slot.steps)]
    return Slot(slot.name, tuple(steps))


def entries_without_names(values: list[Any]) -> set[int]:
    """Return the arrays in lists of which not every array has a name of its own, by their numbers."""
    own = {id(value) for value in values}
    found: set[int] = set()
    for value in values:
        if isinstance(value, list | tuple) and len(value) <= ITEMS_AT_MOST:
            arrays = {id(item) for item in value if is_tensor(item) or isinstance(item, np.ndarray)}
            found |= set() if arrays <= own else arrays
    return found


def is_visible(name: str) -> bool:
    """Tell whether a name is the script's own and not the machinery's."""
    return not (name.startswith("__") and name.endswith("__"))


def kept_by(slot: Slot, value: Any, scope: Scope, seen: set[int]) -> list[tuple[Slot, Any]]:
    """Return what a function of the script keeps of the call that made it, each variable once."""
    found = []
    for name, cell in cells(value).items():
        with contextlib.suppress(ValueError):  # an empty cell
            item = cell.cell_contents
            if id(cell) not in seen and scope.names().get(name) is not item:
                found.append((Slot(slot.name, (*slot.steps, ("cell", name))), item))
            seen.add(id(cell))
    return found


def exchanged(whole: Any, key: Any, value: Any) -> Any:
    """Return a tuple with another entry under one key."""
    if is_named_tuple(whole):
        return whole._replace(**{key: value})
    return (*whole[:key], value, *whole[key + 1 :])


def numbers_at(slot: Slot, scope: Scope) -> np.ndarray | None:
    """Return what a slot holds as an array, None where it holds no numbers now."""
    try:
        value = slot.get(scope)
    except (LookupError, AttributeError, TypeError, ValueError):
        return None
    return array_of(value) if is_numeric(value) else None
