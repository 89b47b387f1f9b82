# kind: wrong
# task: Value.__pow__
# truth: The local slope of the power lacks the factor n.
# line: 30
# foreseen: unknown
import math
def as_value(thing):
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    def _with(f):
        """Let an operator take plain numbers."""
        def operator(self, other):
            return f(self, as_value(other))
        return operator

    @_with
    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    @_with
    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def __pow__(self, n):
        return Value(self.data ** n, ((self, self.data ** (n - 1)),))

    @_with
    def __rsub__(self, other):
        return other + (-self)

    def exp(self):
        e = math.exp(self.data)
        return Value(e, ((self, e),))

    def order(self):
        done, seen = [], set()
        stack = [(self, False)]
        while stack:
            node, ready = stack.pop()
            if ready:
                done.append(node)
            elif id(node) not in seen:
                seen.add(id(node))
                stack.append((node, True))
                stack.extend((parent, False) for parent, _ in node.parents)
        return done

    def backward(self):
        everything = self.order()
        for node in everything:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(everything):
            for parent, local in node.parents:
                parent.grad += node.grad * local

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
