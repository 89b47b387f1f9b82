"""Load what programs of a profile may use, and use it once, so that no child pays for a first time."""

from __future__ import annotations

import importlib
import platform
import site
from typing import Any

import numpy as np

from grader.inside import refused


def warm(profile: str) -> dict[str, Any]:
    """Import what programs of this profile may use; return the versions, and torch's kind of processor.

    numpy: no torch, and none can be used. torch: torch on one thread. optim: optimisers as well.
    """
    # The interpreter was started without ``site``, which offers ``exit()`` and ``help()`` to beginners.
    site.setquit()
    site.setcopyright()
    site.sethelper()
    np.linalg.inv(np.eye(2))  # the first call loads LAPACK
    np.random.default_rng(0).normal(size=2)
    versions = {"python": platform.python_version(), "numpy": np.__version__}
    if profile == "numpy":
        refused.refuse()
        return {"versions": versions, "processor": ""}
    torch = importlib.import_module("torch")
    # A second thread used before a fork leaves every child waiting for it (pytorch issue 17199).
    torch.set_num_threads(1)
    leaf = torch.ones(2, requires_grad=True)
    (leaf * leaf).sum().backward()
    # The kind of processor decides how sums are rounded. It is read once, from a file no child may need.
    processor = torch.backends.cpu.get_cpu_capability()
    torch.ones(8, 8) @ torch.ones(8, 8)
    if profile == "optim":
        for optimiser in (torch.optim.SGD, torch.optim.Adam):
            optimiser([leaf], lr=0.0).step()
    return {"versions": {**versions, "torch": str(torch.__version__)}, "processor": processor}
