# kind: right
# foreseen: unknown
import math


def as_value(thing):
    """Return a Value as it is, and a plain number as a new Value without parents."""
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    """A number, its slope, and the pairs (parent, local slope) that it was made of."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def __add__(self, other):
        terms = [self, as_value(other)]
        return Value(sum(t.data for t in terms), [(t, 1.0) for t in terms])

    def __mul__(self, other):
        a, b = self, as_value(other)
        return Value(a.data * b.data, ((a, b.data), (b, a.data)))

    def __pow__(self, n):
        return Value(self.data ** n, ((self, n * math.pow(self.data, n - 1)),))

    def __rsub__(self, other):
        return -self + other

    def exp(self):
        grown = math.exp(self.data)
        return Value(grown, ((self, grown),))

    def order(self):
        done, seen, stack = [], set(), [(self, False)]
        while stack:
            value, ready = stack.pop()
            if ready:
                done.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        return done

    def backward(self):
        line = self.order()
        for value in line:
            value.grad = 0.0
        self.grad = 1.0
        while line:
            value = line.pop()
            for parent, local in value.parents:
                parent.grad += local * value.grad

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
