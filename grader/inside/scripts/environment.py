"""What a whole script meets beside its own text: drawings, progress bars, packages, double precision."""

from __future__ import annotations

import builtins
import contextlib
import functools
import importlib.abc
import importlib.machinery
import io
import sys
import time
import types
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from grader.inside.program import PLOTTING, Inert
from grader.inside.scripts import old

DECORATION = (
    *PLOTTING,
    "IPython",
    "IPython.core",
    "IPython.core.interactiveshell",
    "IPython.core.pylabtools",
    "IPython.display",
    "d2l",
    "google.colab",
    "matplotlib.font_manager",
    "matplotlib.gridspec",
    "matplotlib.image",
    "matplotlib.lines",
    "matplotlib.pylab",
    "matplotlib.style",
    "matplotlib_inline",
    "matplotlib_inline.backend_inline",
    "mpl_toolkits.mplot3d.axes3d",
    "plotly",
    "plotly.express",
    "plotly.graph_objects",
    "plotly.graph_objs",
    "plotly.offline",
    "plotly.subplots",
    "prettytable",
    "tabulate",
    "tensorboardX",
    "termcolor",
    "torch.utils.tensorboard",
    "torchsummary",
    "torchviz",
    "visdom",
)
"""Modules without which the numbers are the same."""

BARS = ("tqdm", "tqdm.auto", "tqdm.notebook", "tqdm.autonotebook", "tqdm.std")


class Missing(ImportError):
    """The script uses a package that is not here."""


class Absent(types.ModuleType):
    """A package that is not here: importing it is no harm, using it is."""

    def __getattr__(self, name: str) -> Any:
        """Hand out a part, as an import statement wants it."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **words: Any) -> Any:
        """Say which package is missing.

        Raises:
            Missing: always.
        """
        raise Missing(self.__name__.partition(".")[0])

    __getitem__ = __iter__ = __add__ = __mul__ = __enter__ = __call__

    def __mro_entries__(self, bases: Any) -> Any:
        """Say which package is missing where a class is built upon it.

        Raises:
            Missing: always.
        """
        raise Missing(self.__name__.partition(".")[0])


class AbsentFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Find the packages that the script imports and nobody else finds, as absent ones.

    Other packages ask for what may be missing, and mean to be told.
    """

    def __init__(self, names: frozenset[str]) -> None:
        """Remember the packages that the script imports by itself."""
        self.names = names

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """Return a specification for a top-level package, or for a part of an absent one."""
        if name.partition(".")[0] not in self.names:
            return None
        parent = sys.modules.get(name.rpartition(".")[0])
        if "." in name and not isinstance(parent, Absent):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: Any) -> types.ModuleType:
        """Return the stand-in."""
        return Absent(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Run nothing."""


class Bar:
    """A progress bar that shows nothing: what it goes over, and methods of every name."""

    def __init__(self, items: Any = (), *args: Any, **words: Any) -> None:
        """Take over the items."""
        self.items = items if items is not None else range(words.get("total") or 0)

    def __iter__(self) -> Iterator[Any]:
        """Go over the items."""
        return iter(self.items)

    def __len__(self) -> int:
        """Count them."""
        return len(self.items)

    def __enter__(self) -> Bar:
        """Open the bar's block."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Leave it."""

    def __getattr__(self, name: str) -> Any:
        """Accept every setting."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **words: None


def prepare(uses_torch: bool, packages: frozenset[str], double: bool) -> None:
    """Set the scene for one script; only ever called in a process that serves this script alone.

    ``packages`` are those that the script imports; ``double`` says whether single precision becomes double.
    """
    for name in DECORATION:
        if name.partition(".")[0] in packages:
            sys.modules[name] = stand_in(name)
    for name in BARS:
        module = stand_in(name)
        module.__dict__.update(tqdm=Bar, trange=lambda *sizes, **words: Bar(range(*sizes)), tqdm_notebook=Bar)
        sys.modules[name] = module
    if not any(isinstance(finder, AbsentFinder) for finder in sys.meta_path):
        sys.meta_path.append(AbsentFinder(packages - {"torch", "numpy"}))
    builtins.input = lambda *words: "1"
    builtins.open = opened(builtins.open)
    time.sleep = lambda seconds: None
    np.seterr(all="ignore")
    old.as_ever(np)
    if double:
        in_double(np)
    if uses_torch:
        prepare_torch(double)


def opened(of_python: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``open`` for a machine where nothing can be written: what is written can only be read again."""
    written: dict[str, Any] = {}

    def open(file: Any, mode: str = "r", *words: Any, **named: Any) -> Any:
        try:
            return of_python(file, mode, *words, **named)
        except OSError:
            before = written.get(str(file))
            if before is None and not set(mode) & set("wax"):
                raise
            kind = io.BytesIO if "b" in mode else io.StringIO
            kept = kind() if before is None or "w" in mode else kind(before)
            kept.seek(0, io.SEEK_END if "a" in mode else io.SEEK_SET)
            if set(mode) & set("wax"):
                keep(kept, str(file), written)
            return kept

    return open


def keep(file: Any, name: str, written: dict[str, Any]) -> None:
    """Have a file in memory tell what it holds when it is closed."""
    close = file.close

    def closed() -> None:
        if not file.closed:
            written[name] = file.getvalue()
        close()

    file.close = closed


def stand_in(name: str) -> Inert:
    """Return a module that does nothing, and can be found as a real one."""
    module = Inert(name)
    module.__spec__ = importlib.machinery.ModuleSpec(name, None)
    return module


def in_double(module: Any) -> None:
    """Have single precision mean double, so that differences are exact."""
    for name in ("float32", "single", "float16", "half"):
        with contextlib.suppress(AttributeError):
            setattr(module, name, np.float64)


def torch_in_double() -> None:
    """Have torch work in double precision, whatever the script asks for."""
    import torch

    torch.set_default_dtype(torch.float64)
    for name in ("float", "float32", "half", "float16"):
        setattr(torch, name, torch.float64)
    setattr(torch, "FloatTensor", torch.DoubleTensor)  # noqa: B010
    torch.Tensor.float = torch.Tensor.double  # type: ignore[method-assign]
    torch.nn.Module.float = torch.nn.Module.double  # type: ignore[method-assign]


def prepare_torch(double: bool) -> None:
    """Have torch work without a graphics card, and in double precision if that is wanted."""
    import torch

    torch.Tensor.cuda = lambda self, *args, **words: self  # type: ignore[method-assign]
    if double:
        torch_in_double()


def record_backward(note: Callable[[float], None]) -> None:
    """Have ``backward`` tell what it is called on."""
    import torch

    of_torch = torch.autograd.backward  # a tensor's own ``backward`` goes through it

    def told(tensor: Any, weight: Any) -> None:
        with contextlib.suppress(Exception):
            numbers = tensor.detach()
            # A loss that is its own weight, as in loss.backward(loss), is meant to be made small as it is.
            plain = weight is None or torch.equal(weight, tensor)
            note(float((numbers if plain else numbers * weight.detach()).sum()))

    def autograd_backward(tensors: Any, grad_tensors: Any = None, *args: Any, **words: Any) -> Any:
        for place, tensor in enumerate([tensors] if isinstance(tensors, torch.Tensor) else list(tensors)):
            told(tensor, grad_tensors[place] if isinstance(grad_tensors, Sequence) else grad_tensors)
        return of_torch(tensors, grad_tensors, *args, **words)

    grad = torch.autograd.grad

    def autograd_grad(outputs: Any, inputs: Any, grad_outputs: Any = None, *args: Any, **words: Any) -> Any:
        if isinstance(outputs, torch.Tensor):
            told(outputs, grad_outputs if isinstance(grad_outputs, torch.Tensor) else None)
        return grad(outputs, inputs, grad_outputs, *args, **words)

    torch.autograd.grad = autograd_grad
    torch.autograd.backward = autograd_backward


def record_spread(note: Callable[[str, Any, Any], None]) -> None:
    """Have torch's losses tell what they hold against each other, where that is spread to one shape."""
    import torch

    def telling(name: str, loss: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(loss)
        def told(input: Any, target: Any, *args: Any, **words: Any) -> Any:
            with contextlib.suppress(Exception):
                if input.shape != target.shape:
                    note(name, input.detach(), target.detach())
            return loss(input, target, *args, **words)

        return told

    for name in ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"):
        setattr(torch.nn.functional, name, telling(name, getattr(torch.nn.functional, name)))
