# kind: double
# task: Value.__mul__
# task: Value.backward
# truth: The factors' slopes are exchanged.
# truth: The result's own slope starts at 2.
# line: 38, 66
# foreseen: no
import math


def as_value(thing):
    """Return a Value as it is, and a plain number as a new Value without parents."""
    return thing if isinstance(thing, Value) else Value(thing)


def result(rule):
    """Return the method that makes a Value of a number and of the pairs that a rule gives."""
    def method(self, *others):
        number, *pairs = rule(self, *others)
        return Value(number, tuple(pairs))
    return method


class Value:
    """A number, its slope, and the pairs (parent, local slope) that it was made of."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    @result
    def __add__(self, other):
        other = as_value(other)
        return self.data + other.data, (self, 1.0), (other, 1.0)

    @result
    def __mul__(self, other):
        other = as_value(other)
        return self.data * other.data, (self, self.data), (other, other.data)

    @result
    def __pow__(self, n):
        return self.data**n, (self, n * self.data ** (n - 1))

    @result
    def __rsub__(self, other):
        return other - self.data, (self, -1.0)

    @result
    def exp(self):
        return (grown := math.exp(self.data)), (self, grown)

    def order(self):
        return list(self._walk({}))

    def _walk(self, seen):
        if id(self) in seen:
            return
        seen[id(self)] = self
        for parent, _ in self.parents:
            yield from parent._walk(seen)
        yield self

    def backward(self):
        line = self.order()
        slopes = {id(one): 0.0 for one in line}
        slopes[id(self)] = 2.0
        for one in reversed(line):
            one.grad = slopes[id(one)]
            for parent, local in one.parents:
                slopes[id(parent)] += one.grad * local

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
