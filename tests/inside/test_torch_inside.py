"""What homework does with NumPy and torch works in the sandbox, and gives the same bits as outside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from machine import needs
from programs import asked

from grader.inside.observation import Limits, Outcome, Program, Tier
from grader.sandbox.client import Sandbox

WORKS = {
    "autograd": "x = torch.ones(3, requires_grad=True); (x ** 3).sum().backward(); return x.grad",
    "grad_of_grad": """
        x = torch.tensor(2.0, requires_grad=True)
        (g,) = torch.autograd.grad(x ** 4, x, create_graph=True)
        return torch.autograd.grad(g, x)[0]""",
    "custom_function": """
        class Square(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x): ctx.save_for_backward(x); return x * x
            @staticmethod
            def backward(ctx, g): return 2 * ctx.saved_tensors[0] * g
        x = torch.ones(3, dtype=torch.double, requires_grad=True)
        return torch.tensor(torch.autograd.gradcheck(Square.apply, (x,)))""",
    "hessian": "return torch.autograd.functional.hessian(lambda x: (x ** 3).sum(), torch.ones(2))",
    "func": "return torch.func.vmap(torch.func.grad(lambda x: torch.sin(x)))(torch.arange(3.0))",
    "convolution": "return torch.nn.functional.conv2d(torch.ones(1, 1, 8, 8), torch.ones(4, 1, 3, 3))",
    "lstm": "return torch.nn.LSTM(2, 3)(torch.ones(4, 1, 2))[0].detach()",
    "transformer": "return torch.nn.TransformerEncoderLayer(4, 2, 8).eval()(torch.ones(3, 1, 4)).detach()",
    "layers": """
        net = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.BatchNorm1d(4), torch.nn.Dropout(0.5))
        loss = torch.nn.CrossEntropyLoss()(net(torch.ones(6, 4)), torch.zeros(6, dtype=torch.long))
        loss.backward(); return loss.detach()""",
    "optimisers": """
        total = 0.0
        for kind in (torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.SGD):
            w = torch.ones(2, requires_grad=True)
            optimiser = kind([w], lr=0.1)
            for _ in range(3): optimiser.zero_grad(); (w ** 2).sum().backward(); optimiser.step()
            total += w.sum().item()
        return total""",
    "lbfgs": """
        w = torch.ones(2, requires_grad=True)
        optimiser = torch.optim.LBFGS([w])
        def closure(): optimiser.zero_grad(); loss = ((w - 3) ** 2).sum(); loss.backward(); return loss
        optimiser.step(closure); return w.detach()""",
    "linear_algebra": "return torch.linalg.svd(torch.ones(2, 3))[1] + torch.linalg.inv(torch.eye(2))[0]",
    "fourier": "return torch.fft.rfft(torch.arange(8.0)).abs()",
    "two_threads": "torch.set_num_threads(2); return torch.ones(300, 300) @ torch.ones(300, 300)",
    "data_loader": """
        from torch.utils.data import DataLoader, TensorDataset
        return sum(batch[0].sum() for batch in DataLoader(TensorDataset(torch.ones(8, 2)), batch_size=3))""",
    "save_and_load": """
        import io
        kept = io.BytesIO(); torch.save({"w": torch.ones(2)}, kept); kept.seek(0)
        return torch.load(kept)["w"]""",
    "trace": "return torch.jit.trace(lambda x: x * 2, torch.ones(2))(torch.ones(2))",
    "threads": """
        import threading
        found = []
        works = [threading.Thread(target=lambda: found.append(torch.ones(9).sum().item())) for _ in range(4)]
        [work.start() for work in works]; [work.join() for work in works]
        return sum(found)""",
    "checkpoint": """
        from torch.utils.checkpoint import checkpoint
        x = torch.ones(2, requires_grad=True)
        checkpoint(lambda x: (x ** 2).sum(), x, use_reentrant=False).backward(); return x.grad""",
    "late_imports": """
        import csv, decimal, fractions, statistics, dataclasses, typing, itertools, collections, copy
        import json, random, datetime, functools, enum, abc, textwrap, pprint, heapq, bisect, string, warnings
        return float(fractions.Fraction(1, 3))""",
    "sparse": "return torch.eye(3).to_sparse().to_dense() @ torch.ones(3)",
    "half": "return (torch.ones(4, dtype=torch.bfloat16) * 2).float()",
    "numpy": "return np.linalg.svd(np.arange(6.0).reshape(2, 3))[1] + np.fft.rfft(np.ones(2)).real",
    "numpy_files": """
        import io
        kept = io.BytesIO(); np.save(kept, np.ones(2)); kept.seek(0)
        return np.load(kept)""",
    "inspect": "import inspect; return len(inspect.signature(torch.nn.Linear).parameters)",
    "clock": "import time; time.sleep(0.01); return 1.0 if time.perf_counter() > 0 else 0.0",
}  # fmt: skip
"""Bodies of functions, by what they use."""


def text() -> str:
    """Return one program with a function for each use."""
    lines = ["import numpy as np", "import torch"]
    for name, body in WORKS.items():
        body = body.replace("\n        ", "\n    ").strip()
        lines += [f"def {name}():", "    " + body, ""]
    return "\n".join(lines)


@pytest.fixture(scope="module", params=["namespaces", "kernel-only"])
def inside(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """Return a sandbox of each tier."""
    tier: Tier = request.param
    needs(tier)
    with Sandbox(Limits(load=30, call=30), tier=tier) as warm:
        yield warm


@pytest.fixture(scope="module")
def outside() -> Iterator[Sandbox]:
    """Return a process without any protection."""
    with Sandbox(Limits(load=30, call=30), demand="unsafe") as warm:
        yield warm


def test_homework_works_inside(inside: Sandbox, outside: Sandbox) -> None:
    """Every use of torch and NumPy returns, and its numbers are those outside to the last bit."""
    scenarios = [asked(name, seed=1) for name in WORKS]
    seen = inside.observe(Program(text()), scenarios, "optim")
    plain = outside.observe(Program(text()), scenarios, "optim")
    assert seen.load.outcome is plain.load.outcome is Outcome.RETURNED
    for name, got, expected in zip(WORKS, seen.row, plain.row, strict=True):
        assert got.outcome is Outcome.RETURNED, (name, str(got.error))
        assert got.values[name].tobytes() == expected.values[name].tobytes(), name


def test_the_processor_is_the_same(inside: Sandbox, outside: Sandbox) -> None:
    """Torch finds the same kind of processor inside as outside, on which its rounding depends."""
    assert inside.ready("optim").ready["processor"] == outside.ready("optim").ready["processor"] != ""


def test_what_is_refused_on_purpose(inside: Sandbox) -> None:
    """What starts other processes, or writes files, is refused, and says so."""
    for body in ("torch.compile(lambda x: x + 1)(torch.ones(1))", "torch.save(torch.ones(1), '/tmp/x.pt')"):
        seen = inside.observe(Program(f"import torch\ndef f(): return {body}\n"), [asked("f")], "optim").row[
            0
        ]
        assert seen.outcome is Outcome.RAISED, body
