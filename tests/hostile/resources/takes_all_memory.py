# expect: OUT_OF_MEMORY
"""Ask for more memory than there is, hide the answer, and ask for more."""


def residual(w, x, y):
    try:
        return bytearray(1 << 31)
    except MemoryError:
        return [0] * (1 << 33)


slope = residual
