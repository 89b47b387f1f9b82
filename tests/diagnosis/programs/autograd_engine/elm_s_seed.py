# kind: wrong
# task: Value.backward
# truth: the walk begins with the result's data in place of 1
# line: 56
# foreseen: no
import math


def as_value(thing):
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def __add__(self, other):
        other = as_value(other)
        out = Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
        return out

    def __mul__(self, other):
        other = as_value(other)
        out = Value(self.data * other.data, ((self, other.data), (other, self.data)))
        return out

    def __pow__(self, n):
        local = n * self.data ** (n - 1)
        return Value(self.data ** n, ((self, local),))

    def __rsub__(self, other):
        return Value(other - self.data, ((self, -1.0),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, [(self, e)])

    def order(self):
        topo, seen = [], set()

        def visit(node):
            if id(node) in seen:
                return
            seen.add(id(node))
            for parent, _ in node.parents:
                visit(parent)
            topo.append(node)

        visit(self)
        return topo

    def backward(self):
        nodes = self.order()
        for node in nodes:
            node.grad = 0.0
        self.grad = self.data
        for node in reversed(nodes):
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
