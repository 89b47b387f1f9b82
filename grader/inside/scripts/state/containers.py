"""What may hold the parameters of a script: containers, objects of its own classes, functions, modules."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from typing import Any

from grader.inside.scripts.state.numeric import is_numeric, is_tensor

ITEMS_AT_MOST = 64
"""Into how large containers we look for parameters."""


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


def cells(value: Any) -> dict[str, types.CellType]:
    """Return the variables of an outer function that a function of the script keeps, by their names."""
    if not isinstance(value, types.FunctionType) or value.__module__ != "__main__":
        return {}
    return dict(zip(value.__code__.co_freevars, value.__closure__ or (), strict=True))


def is_named_tuple(value: Any) -> bool:
    """Tell whether a value is a tuple whose entries have names."""
    return isinstance(value, tuple) and hasattr(value, "_fields")


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
