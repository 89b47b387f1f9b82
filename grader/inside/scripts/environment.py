"""What a whole script meets beside its own text: packages, files, double precision."""

from __future__ import annotations

import builtins
import contextlib
import functools
import io
import re
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.inside.scripts import absent, old

CARDS = ("cuda", "mps", "xpu")
"""Devices of torch that are not here."""

CARD = re.compile(rf"({'|'.join(CARDS)})(:\d+)?")
"""A device's whole name; an equation for ``einsum`` may begin with its letters."""

RATE = re.compile(r"rate|\blr\b|alpha|\beta\b|step size|学习率|步长", re.IGNORECASE)
"""What a script asks for when it asks for its rate."""


def prepare(text: str, packages: frozenset[str], double: bool) -> None:
    """Set the scene for one script; only ever called in a process that serves this script alone.

    ``packages`` are those that the script imports; ``double`` says whether single precision becomes double.
    """
    absent.install(packages)
    builtins.input = answer
    builtins.open = opened(builtins.open)
    time.sleep = lambda seconds: None
    np.seterr(all="ignore")
    old.as_ever(np)
    if "math" in text and old.is_strict():
        old.math_of_arrays()
    if double:
        in_double(np)
    if "torch" in text:
        prepare_torch(double, card=any(card in text for card in CARDS) and "is_available" not in text)


def answer(prompt: object = "", *rest: object) -> str:
    """Answer what a script asks its user for: a number, a small one where it is to be a rate."""
    return "0.01" if RATE.search(str(prompt)) else "1"


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


def in_double(module: Any) -> None:
    """Have single precision mean double, so that differences are exact."""
    for name in ("float32", "single", "float16", "half"):
        with contextlib.suppress(AttributeError):
            setattr(module, name, np.float64)


def on_processor() -> None:
    """Have torch work on the processor where a script asks for a graphics card by its name.

    The mode stays on: the process serves this script alone.
    """
    import torch
    from torch.overrides import TorchFunctionMode

    def here(given: Any) -> Any:
        named = str(given) if isinstance(given, str | torch.device) else ""
        return "cpu" if CARD.fullmatch(named) else given

    class OnProcessor(TorchFunctionMode):
        def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            words = {key: here(given) for key, given in (kwargs or {}).items()}
            return function(*map(here, args), **words)

    OnProcessor().__enter__()  # type: ignore[no-untyped-call]


def torch_in_double() -> None:
    """Have torch work in double precision, whatever the script asks for."""
    import torch

    torch.set_default_dtype(torch.float64)
    for name in ("float", "float32", "half", "float16"):
        setattr(torch, name, torch.float64)
    setattr(torch, "FloatTensor", torch.DoubleTensor)  # noqa: B010
    torch.Tensor.float = torch.Tensor.double  # type: ignore[method-assign]
    torch.nn.Module.float = torch.nn.Module.double  # type: ignore[method-assign]


def prepare_torch(double: bool, card: bool) -> None:
    """Have torch work without a graphics card, and in double precision if that is wanted."""
    import torch

    torch.Tensor.cuda = lambda self, *args, **words: self  # type: ignore[method-assign]
    if card:
        on_processor()
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
