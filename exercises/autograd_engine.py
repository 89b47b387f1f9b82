r"""
# An engine that differentiates any expression

Autograd is no magic. It takes a number that remembers what it was made of, and one walk over everything that
went into a result. Here you build it.

A `Value` holds a number in `.data`. In `.parents` it keeps a pair (parent, local slope) for each of the
values that it was made of. The local slope says how much the value grows when that parent grows a little and
the other parents stay. A value that was made of nothing, a leaf, has no parents.

**Operators.** Python turns a + b into `a.__add__(b)`, a·b into `a.__mul__(b)`, a**n into `a.__pow__(n)`. Each
of them returns a new `Value` with its parents. An operand may be a plain number, as in a + 1; the given
function `as_value` makes a `Value` of it. In 1 + a the plain number stands on the left. It cannot add a
`Value`, so Python asks the right side: `a.__radd__(1)`. For a sum this is the same as a + 1. For a difference
it is not: in 5 - a Python calls `a.__rsub__(5)`.

**The order.** The slope of a value is complete only when everything that was made of it has sent its share
back. So before the walk, all values are put in an order in which *parents come before their children*: a
topological order. Every value stands in it once, however often it is used. The walk goes through it from the
back.

**The walk.** The slope of a result for itself is 1. From then on every value, the result first, sends each
parent its own slope times the local slope, and **what arrives at a parent adds up**.

**One number worked out.** a = 3, b = a·a, c = b + a. The parents of b are (a, 3) and (a, 3): both factors are
a, and the pair stands there twice. The parents of c are (b, 1) and (a, 1). An order is a, b, c. The walk: c
has slope 1 and sends 1 to b and 1 to a. b has slope 1 and sends 3 to a, twice. Together a has the slope 1 + 3
+ 3 = 7, and indeed a² + a has the slope 2·a + 1 = 7 at 3. Had a passed on its slope before b was done, it
would have been 1.

**What to write.** Four operators, the exponential, the order, and the walk. Try your file with
`python autograd_engine.py`, then hand it in.
"""

# This exercise is solved without torch.

import math


def as_value(thing):
    """Return a Value as it is, and a plain number as a new Value without parents."""
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    """A number, its slope, and the pairs (parent, local slope) that it was made of."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def __add__(self, other):
        """Return the sum, a Value.  other: a Value or a number."""
        raise NotImplementedError("Write Value.__add__.")

    def __mul__(self, other):
        """Return the product, a Value.  other: a Value or a number."""
        raise NotImplementedError("Write Value.__mul__.")

    def __pow__(self, n):
        """Return the power, a Value.  n: a plain number, a constant."""
        raise NotImplementedError("Write Value.__pow__.")

    def __rsub__(self, other):
        """Return other - self, a Value.  other: a plain number."""
        raise NotImplementedError("Write Value.__rsub__.")

    def exp(self):
        """Return e to the power of this value, a Value.  math.exp gives the number."""
        raise NotImplementedError("Write Value.exp.")

    def order(self):
        """Return a list of this value and all that it was made of, each once, parents before children."""
        raise NotImplementedError("Write Value.order.")

    def backward(self):
        """Set .grad of this value and of everything it was made of to the slope of this value for it.

        What was in these .grad before does not count. Use self.order().
        """
        raise NotImplementedError("Write Value.backward.")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + as_value(other) * -1.0

    def __truediv__(self, other):
        return self * as_value(other) ** -1.0


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.

    def named(names, value):
        """Put names to what a function returned, in its order."""
        value = value.tolist() if hasattr(value, "tolist") else value
        several = len(names) > 1 and isinstance(value, (list, tuple))
        return dict(zip(names, value)) if several else dict.fromkeys(names[:1], value)

    def text(value):
        """Return numbers with six digits, lists in brackets."""
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(text(item) for item in value) + "]"
        return f"{value:.6g}" if type(value) in (int, float) else str(value)

    for title, call, expected in [

    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
