# kind: odd
# task: Value.__add__
# truth: A plain number is returned.
# line: 22
# foreseen: no
import math


def as_value(thing):
    """Return a Value as it is, and a plain number as a new Value without parents."""
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    """A number, its slope, and the pairs (parent, local slope) that it was made of."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def __add__(self, other):
        o = as_value(other)
        return self.data + o.data

    def __mul__(self, other):
        o = as_value(other)
        return Value(self.data * o.data, [(self, o.data), (o, self.data)])

    def __pow__(self, n):
        return Value(pow(self.data, n), [(self, n * pow(self.data, n - 1))])

    def __rsub__(self, other):
        return Value(other - self.data, [(self, -1)])

    def exp(self):
        e = math.e ** self.data
        return Value(e, [(self, e)])

    def order(self):
        found, stack = {}, [(self, False)]
        while stack:
            node, ready = stack.pop()
            if ready:
                found[id(node)] = node
            elif id(node) not in found:
                stack.append((node, True))
                stack += [(p, False) for p, _ in node.parents if id(p) not in found]
        return list(found.values())

    def backward(self):
        nodes = self.order()
        for node in nodes:
            node.grad = 0.0
        self.grad = 1.0
        while nodes:
            node = nodes.pop()
            for parent, local in node.parents:
                parent.grad += local * node.grad

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
