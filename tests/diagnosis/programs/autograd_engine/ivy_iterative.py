# kind: right
# foreseen: unknown
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
        other = as_value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __pow__(self, n):
        return Value(self.data ** n, [(self, n * self.data ** (n - 1))])

    def __rsub__(self, other):
        return Value(other - self.data, ((self, -1.0),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, [(self, e)])

    def order(self):
        result, visited, stack = [], set(), [(self, False)]
        while stack:
            node, ready = stack.pop()
            if ready:
                result.append(node)
                continue
            if id(node) in visited:
                continue
            visited.add(id(node))
            stack.append((node, True))
            stack.extend((parent, False) for parent, _ in node.parents)
        return result

    def backward(self):
        nodes = self.order()
        slopes = {id(n): 0.0 for n in nodes}
        slopes[id(self)] = 1.0
        for n in nodes[::-1]:
            for parent, local in n.parents:
                slopes[id(parent)] += local * slopes[id(n)]
        for n in nodes:
            n.grad = slopes[id(n)]

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
