"""Places in a script's state that hold numbers: a name, an attribute, an entry, a module's parameter."""

from __future__ import annotations

import contextlib
import sys
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from grader.inside.scripts.numeric import array_of, is_numeric, is_tensor, like, write_into

DEPTH = 5
ITEMS_AT_MOST = 64
"""How deep, and into how large containers, we look for parameters."""


class Scope(Protocol):
    """The names that a loop's body sees, and those that it binds anew."""

    @property
    def assigned(self) -> frozenset[str]:
        """Return the names that the body binds by assigning."""

    def names(self) -> Mapping[str, Any]:
        """Return the names and what they stand for."""

    def bind(self, name: str, value: Any) -> None:
        """Have a name stand for a value."""


@dataclass(frozen=True)
class Slot:
    """A path to a number or an array: the name first, then attributes ("." before them) and keys."""

    name: str
    steps: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        """Write the path as the script would."""
        text = self.name
        for how, key in self.steps:
            text = str(key) if how == "cell" else f"{text}.{key}" if how == "attr" else f"{text}[{key!r}]"
        return text

    def get(self, scope: Scope) -> Any:
        """Return what is there now.

        Raises:
            LookupError, AttributeError, TypeError, ValueError: the path leads nowhere any more.
        """
        value = scope.names()[self.name]
        for how, key in self.steps:
            if how == "cell":
                value = cells(value)[key].cell_contents
            else:
                value = getattr(value, key) if how == "attr" else value[key]
        return value

    def put(self, scope: Scope, numbers: np.ndarray) -> None:
        """Write numbers there, in place where the value can hold them."""
        value = self.get(scope)
        if write_into(value, numbers):
            return
        self.replace(scope, like(value, numbers))

    def replace(self, scope: Scope, value: Any) -> None:
        """Have the place hold another object."""
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
    return found + [slot for slot, value in aliases if id(value) not in seen]


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


def parts(value: Any) -> Iterator[tuple[tuple[str, Any], Any]]:
    """Yield what a container holds, with the step that leads there."""
    if isinstance(value, dict) and len(value) <= ITEMS_AT_MOST:
        yield from ((("item", key), item) for key, item in value.items() if isinstance(key, str | int))
    elif is_named_tuple(value):
        yield from ((("attr", key), item) for key, item in zip(value._fields, value, strict=True))
    elif isinstance(value, list | tuple) and len(value) <= ITEMS_AT_MOST:
        yield from ((("item", place), item) for place, item in enumerate(value))
    elif is_module(value):
        children = {**value._parameters, **value._modules}
        own = {key: item for key, item in vars(value).items() if is_tensor(item) or is_numeric(item)}
        yield from (
            (("attr", key), item)
            for key, item in {**own, **children}.items()
            if item is not None and not str(key).isdigit()
        )
        yield from ((("item", int(key)), item) for key, item in children.items() if str(key).isdigit())
    elif is_script_object(value):
        yield from ((("attr", key), item) for key, item in vars(value).items())


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


def cells(value: Any) -> dict[str, types.CellType]:
    """Return the variables of an outer function that a function of the script keeps, by their names."""
    if not isinstance(value, types.FunctionType) or value.__module__ != "__main__":
        return {}
    return dict(zip(value.__code__.co_freevars, value.__closure__ or (), strict=True))


def is_named_tuple(value: Any) -> bool:
    """Tell whether a value is a tuple whose entries have names."""
    return isinstance(value, tuple) and hasattr(value, "_fields")


def exchanged(whole: Any, key: Any, value: Any) -> Any:
    """Return a tuple with another entry under one key."""
    if is_named_tuple(whole):
        return whole._replace(**{key: value})
    return (*whole[:key], value, *whole[key + 1 :])


def is_module(value: Any) -> bool:
    """Tell whether a value is a ``torch.nn.Module``."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.nn.Module)


def is_module_parameter(value: Any) -> bool:
    """Tell whether a value is a ``torch.nn.Parameter``."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.nn.Parameter)


def is_script_object(value: Any) -> bool:
    """Tell whether a value is an instance of a class that the script itself defines."""
    if isinstance(value, type | types.ModuleType | types.FunctionType) or not hasattr(value, "__dict__"):
        return False
    return type(value).__module__ == "__main__" or isinstance(value, types.SimpleNamespace)


def numbers_at(slot: Slot, scope: Scope) -> np.ndarray | None:
    """Return what a slot holds as an array, None where it holds no numbers now."""
    try:
        value = slot.get(scope)
    except (LookupError, AttributeError, TypeError, ValueError):
        return None
    return array_of(value) if is_numeric(value) else None
