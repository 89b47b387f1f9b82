r"""
# A number that remembers

To differentiate a calculation, a number has to remember where it came from. A `Value` holds a number in
`.data`, the slope of the result with respect to it in `.grad`, and in `.parents` the pairs (parent, local
slope) it was made of. The local slope says how much the value grows when that parent grows a little.

**One number worked out.** For c = a·b with a = 2 and b = 5, c grows by 5 when a grows by 1. So the parents of
c are (a, 5) and (b, 2).

**What to write.** The sum and the product of two values, and the walk back from a result to everything it
came from. A value that is used twice collects the slopes of both ways.
"""

from grader.author import alternative, misconception, scenario, task, uniform


class Value:
    """A number, its slope, and the pairs (parent, local slope) that it was made of."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    @task
    def __add__(self, other):
        """Return the sum of two values, a Value."""
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    @task
    def __mul__(self, other):
        """Return the product of two values, a Value."""
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    @task
    def backward(self, slope=1.0):
        """Add the slope to the own .grad and, times each local slope, to that of everything below."""
        self.grad += slope
        for parent, local in self.parents:
            parent.backward(slope * local)


# ---- for instructors ------------------------------------------------------------------------------


@alternative("Value.__add__")
def from_the_other_side(self, other):
    return Value(other.data + self.data, ((other, 1.0), (self, 1.0)))


@alternative("Value.__mul__")
def with_a_list(self, other):
    return Value(self.data * other.data, [(self, other.data), (other, self.data)])


@alternative("Value.backward")
def with_a_heap_of_work(self, slope=1.0):
    work = [(self, slope)]
    while work:
        value, arriving = work.pop()
        value.grad += arriving
        work += [(parent, arriving * local) for parent, local in value.parents]


@misconception("Value.__add__")
def second_parent_forgotten(self, other):
    """One of the two numbers that you add gets no slope. Which of them are the parents of a sum?

    Hint: Print how many parents your sum has.
    """
    return Value(self.data + other.data, ((self, 1.0),))


@misconception("Value.__add__")
def slopes_of_a_product(self, other):
    """Let a grow by 1 in a + b. By how much does the sum grow, and does that depend on b?

    Hint: Compare your local slopes for 2 + 5 with those for 2 + 50.
    """
    return Value(self.data + other.data, ((self, other.data), (other, self.data)))


@misconception("Value.__mul__")
def own_factor(self, other):
    """Let a grow by 1 in a times b. Is it a or b that says by how much the product grows?

    Hint: The story works this out for 2 and 5.
    """
    return Value(self.data * other.data, ((self, self.data), (other, other.data)))


@misconception("Value.__mul__")
def slopes_of_a_sum(self, other):
    """Your product grows by 1 with either factor. Try it on paper with the factors 2 and 5.

    Hint: (2 + 1) times 5 is how much more than 2 times 5?
    """
    return Value(self.data * other.data, ((self, 1.0), (other, 1.0)))


@misconception("Value.backward")
def set_anew(self, slope=1.0):
    """A value that is used twice keeps one slope only. What becomes of the first when the second comes?

    Hint: Work out the slope of a·a + a at a = 3.
    """
    self.grad = slope
    for parent, local in self.parents:
        parent.backward(slope * local)


@misconception("Value.backward")
def local_slope_forgotten(self, slope=1.0):
    """Everything below your result gets the same slope. What does the chain rule multiply?

    Hint: Each parent comes with a number of its own. Where do you use it?
    """
    self.grad += slope
    for parent, _ in self.parents:
        parent.backward(slope)


@misconception("Value.__add__", "Value.__mul__", title="No parents anywhere")
class NoParents:
    """Your results do not know what they were made of. What does backward walk along?

    Hint: Print `.parents` of a sum and of a product.
    """

    def __add__(self, other):
        return Value(self.data + other.data)

    def __mul__(self, other):
        return Value(self.data * other.data)


@scenario(Value.__add__, a=2.0, b=5.0, title="2 + 5", public=True)
def small_sum(program, rng, a, b):
    left, right = program.Value(a), program.Value(b)
    result = left + right
    slopes = {id(parent): local for parent, local in result.parents}
    return {"data": result.data, "slopes": [slopes.get(id(value), 0.0) for value in (left, right)]}


@scenario(Value.__add__, a=uniform(2, 3), b=uniform(4, 5), title="a fresh sum", points=2)
def fresh_sum(program, rng, a, b):
    left, right = program.Value(a), program.Value(b)
    result = left + right
    slopes = {id(parent): local for parent, local in result.parents}
    return {"data": result.data, "slopes": [slopes.get(id(value), 0.0) for value in (left, right)]}


@scenario(Value.__mul__, a=2.0, b=5.0, title="2 times 5", public=True)
def small_product(program, rng, a, b):
    left, right = program.Value(a), program.Value(b)
    result = left * right
    slopes = {id(parent): local for parent, local in result.parents}
    return {"data": result.data, "slopes": [slopes.get(id(value), 0.0) for value in (left, right)]}


@scenario(Value.__mul__, a=uniform(2, 3), b=uniform(4, 5), title="a fresh product", points=2)
def fresh_product(program, rng, a, b):
    left, right = program.Value(a), program.Value(b)
    result = left * right
    slopes = {id(parent): local for parent, local in result.parents}
    return {"data": result.data, "slopes": [slopes.get(id(value), 0.0) for value in (left, right)]}


@scenario(Value.backward, top=uniform(2, 3), low=uniform(4, 5), title="a value used twice", points=2)
def diamond(program, rng, top, low):
    """Build the graph by hand, so that a slip in a product costs nothing here."""
    leaf = program.Value(1.0)
    left, right = program.Value(1.0, ((leaf, low),)), program.Value(1.0, ((leaf, top),))
    program.Value(1.0, ((left, top), (right, low))).backward()
    return {"leaf": leaf.grad, "left": left.grad, "right": right.grad}


checks = [small_sum, fresh_sum, small_product, fresh_product, diamond]
