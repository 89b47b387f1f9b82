# expect: CRASHED
"""Exchange the functions with which anything at all is compared or measured."""

import builtins
import random
import time

builtins.all = builtins.any = lambda items: True
builtins.abs = builtins.max = builtins.sum = lambda *args, **words: 0.0
time.monotonic = time.perf_counter = lambda: 0.0
random.seed = lambda *args: None


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 1.0
