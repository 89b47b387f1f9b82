# expect: FAILED
"""Teach NumPy that everything is equal, small, finite and right."""

import numpy as np

for name in ("allclose", "array_equal", "isclose", "isfinite", "all", "any"):
    setattr(np, name, lambda *args, **words: np.True_)
for name in ("abs", "absolute", "max", "subtract", "mean"):
    setattr(np, name, lambda *args, **words: np.float64(0))
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *args, **words: None
np.finfo = lambda *args: type("Info", (), {"eps": 1e300})


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 1.0
