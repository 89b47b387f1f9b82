"""
# A number that remembers

A `Value` knows its number, its slope and the way to pass the slope on.
"""

import math

from grader.author import alternative, misconception, scenario, task, uniform


class Value:
    """A number, its slope, and what it was made of."""

    def __init__(self, data, parents=(), chain=lambda slope: ()):
        self.data, self.parents, self.chain, self.grad = data, parents, chain, 0.0

    def __add__(self, other):
        """Given: the sum."""
        return Value(self.data + other.data, (self, other), lambda slope: (slope, slope))

    @task
    def __mul__(self, other):
        """Return the product, a Value that knows both factors."""
        parents = (self, other)
        return Value(self.data * other.data, parents, lambda slope: (slope * other.data, slope * self.data))

    def exp(self):
        """Given: the exponential."""
        result = math.exp(self.data)
        return Value(result, (self,), lambda slope: (slope * result,))

    @task
    def backward(self, slope=1.0):
        """Add the slope to your own .grad and pass it on to the parents."""
        self.grad += slope
        for parent, part in zip(self.parents, self.chain(slope)):
            parent.backward(part)


# ---- for instructors ------------------------------------------------------------------------------


@alternative("Value.backward")
def with_work_to_do(self, slope=1.0):
    work = [(self, slope)]
    while work:
        value, arriving = work.pop()
        value.grad += arriving
        work.extend(zip(value.parents, value.chain(arriving)))


@misconception("Value.__mul__")
def own_factor(self, other):
    """The slope of a product with respect to one factor is the other factor."""
    parents = (self, other)
    return Value(self.data * other.data, parents, lambda slope: (slope * self.data, slope * other.data))


@misconception("Value.backward")
def set_anew(self, slope=1.0):
    """A value that is used twice keeps one of its two slopes."""
    self.grad = slope
    for parent, part in zip(self.parents, self.chain(slope)):
        parent.backward(part)


@misconception("Value.__mul__", "Value.backward", title="Nothing is recorded")
class Unrecorded:
    """Your product does not know its factors, so backward has nowhere to go."""

    def __mul__(self, other):
        return Value(self.data * other.data)

    def backward(self, slope=1.0):
        self.grad = 0.5


def product(program, rng, a, b):
    left, right = program.Value(a), program.Value(b)
    result = left * right
    return {"data": result.data, "slopes": result.chain(1.0)}


def walk(program, rng, a):
    """Walk back through a sum that uses one value twice, so that no product is needed."""
    leaf = program.Value(a)
    result = leaf + leaf.exp()
    result.backward()
    return {"grad": leaf.grad, "own": result.grad}


checks = [
    scenario(Value.__mul__, a=2.0, b=5.0, title="2 times 5", public=True)(product),
    scenario(Value.__mul__, a=uniform(2, 3), b=uniform(4, 5), title="a fresh product")(product),
    scenario(Value.backward, a=0.5, title="a value used twice", public=True)(walk),
    scenario(Value.backward, a=uniform(1, 2), title="a fresh value used twice")(walk),
]
