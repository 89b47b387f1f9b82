"""Remember the state that a loop's body works on, and put it back, object by object, in place."""

from __future__ import annotations

import contextlib
import random
import sys
import types
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.random import seed as seed_numpy  # the script may replace it

from grader.inside.scripts.state.containers import cells, is_module, is_script_object
from grader.inside.scripts.state.numeric import ENTRIES_AT_MOST, is_scalar, is_tensor

WALKED_AT_MOST = 2_000
"""Items of a container that are walked one by one; of a longer one only the order is put back."""

SEED = 5


class Memento:
    """The state as it is now. Objects keep their identity, so closures, optimisers and aliases stay true."""

    def __init__(self, roots: Mapping[str, Any]) -> None:
        """Walk everything that the names reach and note how to put it back."""
        self.undo: list[Callable[[], None]] = []
        self.luck: list[Callable[[], None]] = []
        self.seen: dict[int, Any] = {}
        for name, value in roots.items():
            if not (name.startswith("__") and name.endswith("__")):
                self.note(value)

    def restore(self, luck: int = SEED) -> None:
        """Put everything back, and give the same luck to what comes."""
        for action in self.undo:
            action()
        self.restore_luck(luck)

    def restore_luck(self, luck: int = SEED) -> None:
        """Put only random generators back."""
        for action in self.luck:
            action()
        seed(luck)

    def note(self, value: Any) -> None:
        """Note one object and what it holds."""
        todo = [value]
        while todo:
            item = todo.pop()
            if is_scalar(item) or isinstance(item, str | bytes | bool | None | types.ModuleType | type):
                continue
            if id(item) in self.seen:
                continue
            self.seen[id(item)] = item  # held, so that no other object gets its number
            todo += self.note_one(item)

    def note_one(self, item: Any) -> list[Any]:
        """Note how to put one object back; return what it holds."""
        if is_tensor(item):
            self.note_tensor(item)
            return []
        if isinstance(item, np.ndarray):
            self.note_array(item)
            return list(item.flat) if item.dtype == object and item.size <= WALKED_AT_MOST else []
        if isinstance(item, list | dict | set):
            return self.note_container(item)
        if isinstance(item, np.random.Generator | np.random.RandomState | random.Random):
            self.note_generator(item)
            return []
        if kept := cells(item):
            self.note_cells(list(kept.values()))
        if is_script_object(item) or is_module(item) or is_torch_helper(item):
            return self.note_container(vars(item))
        return held_by(item)

    def note_tensor(self, tensor: Any) -> None:
        """Note a tensor's numbers; its gradient buffer begins empty. Parts of a graph are left alone.

        A buffer may hold what ``backward`` left there for show before the training; that is no mistake.
        """
        if not tensor.is_leaf or tensor.numel() > ENTRIES_AT_MOST:
            return
        numbers, buffer = tensor.detach().clone(), tensor.grad

        def undo() -> None:
            with contextlib.suppress(RuntimeError):
                tensor.data = numbers.clone()
                tensor.grad = None if buffer is None else buffer.detach().mul_(0)

        self.undo.append(undo)

    def note_array(self, array: np.ndarray) -> None:
        """Note an array's content where it is small enough and can change."""
        if array.size > ENTRIES_AT_MOST or not array.flags.writeable:
            return
        content = array.copy()

        def undo() -> None:
            array[...] = content

        self.undo.append(undo)

    def note_container(self, container: Any) -> list[Any]:
        """Note which items a container holds."""
        if isinstance(container, list):
            items = list(container)

            def undo() -> None:
                container[:] = items
        else:
            kept = dict(container) if isinstance(container, dict) else set(container)

            def undo() -> None:
                container.clear()
                container.update(kept)

        self.undo.append(undo)
        if len(container) > WALKED_AT_MOST:
            return []
        return list(container.values()) if isinstance(container, dict) else list(container)

    def note_cells(self, kept: list[types.CellType]) -> None:
        """Note what the variables stand for that a function keeps of the call that made it."""
        known = [(cell, cell.cell_contents) for cell in kept if has_contents(cell)]

        def undo() -> None:
            for cell, content in known:
                cell.cell_contents = content

        self.undo.append(undo)

    def note_generator(self, generator: Any) -> None:
        """Note the state of a random generator."""
        if isinstance(generator, random.Random):
            state = generator.getstate()
            self.luck.append(lambda: generator.setstate(state))
        elif isinstance(generator, np.random.RandomState):
            legacy = generator.get_state()
            self.luck.append(lambda: generator.set_state(legacy))
        else:
            bits = generator.bit_generator.state

            def undo() -> None:
                generator.bit_generator.state = bits

            self.luck.append(undo)


def held_by(item: Any) -> list[Any]:
    """Return what something holds that cannot itself change: a tuple, a function, a method."""
    if isinstance(item, tuple):
        return list(item) if len(item) <= WALKED_AT_MOST else []
    if isinstance(item, types.FunctionType):
        cells = [cell.cell_contents for cell in item.__closure__ or () if has_contents(cell)]
        return [*cells, *(item.__defaults__ or ())]
    return [item.__self__] if isinstance(item, types.MethodType) else []


def has_contents(cell: types.CellType) -> bool:
    """Tell whether a closure's cell has been filled."""
    try:
        cell.cell_contents  # noqa: B018
    except ValueError:
        return False
    return True


def is_torch_helper(value: Any) -> bool:
    """Tell whether a value is an optimiser or a schedule of torch's."""
    return type(value).__module__.startswith("torch.optim") and hasattr(value, "__dict__")


def seed(number: int) -> None:
    """Give every global generator the same luck."""
    random.seed(number)
    seed_numpy(number)
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.manual_seed(number)
