# expect: FAILED
"""Look through everything alive for arrays and numbers that might be the expected ones."""

import gc

import numpy as np

gc.unfreeze()


def found(shape):
    arrays = [item for item in gc.get_objects() if isinstance(item, np.ndarray) and item.shape == shape]
    for holder in gc.get_objects():
        for item in gc.get_referents(holder) if isinstance(holder, (dict, list, tuple)) else ():
            if isinstance(item, np.ndarray) and item.shape == shape:
                arrays.append(item)
    return [array for array in arrays if array.dtype == np.float64 and array.any()]


def residual(w, x, y):
    given = (x.tobytes(), y.tobytes())
    others = [array for array in found(x.shape) if array.tobytes() not in given]
    return others[0] if others else x


def slope(w, x, y):
    numbers = [float(array) for array in found(())]
    return numbers[0] if numbers else 0.0
