# kind: right
# foreseen: unknown
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Number = float | NDArray[np.float64]


def forward(x: Number, w: float) -> Number:
    return x.__mul__(w) if isinstance(x, np.ndarray) else x * w


def forward_with_bias(x: NDArray[np.float64], w: float, b: float) -> NDArray[np.float64]:
    assert x.ndim == 1
    y_hat = np.empty(x.shape)
    np.multiply(x, w, out=y_hat)
    y_hat += b
    return y_hat
