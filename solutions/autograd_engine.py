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

import math

from grader.author import alternative, draw, misconception, rewrite, scenario, slip, task, uniform


def as_value(thing):
    """Return a Value as it is, and a plain number as a new Value without parents."""
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    """A number, its slope, and the pairs (parent, local slope) that it was made of."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0

    @task
    def __add__(self, other):
        """Return the sum, a Value.  other: a Value or a number."""
        other = as_value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    @task
    def __mul__(self, other):
        """Return the product, a Value.  other: a Value or a number."""
        other = as_value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    @task
    def __pow__(self, n):
        """Return the power, a Value.  n: a plain number, a constant."""
        return Value(self.data**n, [(self, n * self.data ** (n - 1))])

    @task
    def __rsub__(self, other):
        """Return other - self, a Value.  other: a plain number."""
        return Value(other - self.data, [(self, -1.0)])

    @task
    def exp(self):
        """Return e to the power of this value, a Value.  math.exp gives the number."""
        power = math.exp(self.data)
        return Value(power, [(self, power)])

    @task
    def order(self):
        """Return a list of this value and all that it was made of, each once, parents before children."""
        done, seen = [], set()

        def visit(value):
            if id(value) not in seen:
                seen.add(id(value))
                for parent, _ in value.parents:
                    visit(parent)
                done.append(value)

        visit(self)
        return done

    @task
    def backward(self):
        """Set .grad of this value and of everything it was made of to the slope of this value for it.

        What was in these .grad before does not count. Use self.order().
        """
        values = self.order()
        for value in values:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(values):
            for parent, local in value.parents:
                parent.grad += value.grad * local

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


# ---- for instructors ------------------------------------------------------------------------------


def collected(value):
    """Return everything below a value, each once, in no particular order."""
    found, work = {}, [value]
    while work:
        one = work.pop()
        if id(one) not in found:
            found[id(one)] = one
            work += [parent for parent, _ in one.parents]
    return list(found.values())


def cleared(values):
    """Set every slope to 0."""
    for value in values:
        value.grad = 0.0
    return values


@alternative("Value.__mul__")
def numbers_left_out(self, other):
    if isinstance(other, Value):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))
    return Value(self.data * other, ((self, other),))


@alternative("Value.order")
def children_counted(self):
    values, waiting = collected(self), {}
    for value in values:
        for parent, _ in value.parents:
            waiting[id(parent)] = waiting.get(id(parent), 0) + 1
    free, turned = [self], []
    while free:
        value = free.pop(0)
        turned.append(value)
        for parent, _ in value.parents:
            waiting[id(parent)] -= 1
            if waiting[id(parent)] == 0:
                free.append(parent)
    return turned[::-1]


@alternative("Value.order")
def without_recursion(self):
    done, seen, work = [], set(), [(self, False)]
    while work:
        value, ready = work.pop()
        if ready:
            done.append(value)
        elif value not in seen:
            seen.add(value)
            work.append((value, True))
            work.extend((parent, False) for parent, _ in value.parents)
    return done


@alternative("Value.backward")
def slopes_in_a_table(self):
    slopes = {id(self): 1.0}
    for value in self.order()[::-1]:
        value.grad = slopes.get(id(value), 0.0)
        for parent, local in value.parents:
            slopes[id(parent)] = slopes.get(id(parent), 0.0) + local * value.grad


@alternative("Value.backward")
def along_every_path(self):
    cleared(collected(self))
    work = [(self, 1.0)]
    while work:
        value, arriving = work.pop()
        value.grad += arriving
        work += [(parent, arriving * local) for parent, local in value.parents]


@misconception("Value.order")
def level_by_level(self):
    """You list values by their distance from the result. Can a near value be needed farther off as well?
    Hint: In the worked number a is a parent of c and of b. When does your walk meet it first?
    Hint: A value may be appended when all its parents are in the list."""
    found, work = [], [self]
    while work:
        value = work.pop(0)
        if value not in found:
            found.append(value)
            work += [parent for parent, _ in value.parents]
    return found[::-1]


@misconception("Value.backward")
def passed_on_too_early(self):
    """A value passes on what it has at every visit, the old share once more with each new one.
    Hint: Two shares arrive at a value, 1 and then 3. What does it send on in all, and what should it?
    Hint: The story puts all values in an order first. Why?"""

    def visit(value):
        for parent, local in value.parents:
            parent.grad += value.grad * local
            visit(parent)

    cleared(collected(self))
    self.grad = 1.0
    visit(self)


def operations(program, rng, a, b, which):
    """Do some operations, and add up the products of the local slopes along all ways back to the operands."""
    left, right = program.Value(a), program.Value(b)
    made = [
        {"a + b": lambda: left + right, "a + a": lambda: left + left, "a + 3": lambda: left + 3.0},
        {"a·b": lambda: left * right, "a·a": lambda: left * left, "a·3": lambda: left * 3.0},
        {"a²": lambda: left**2, "a³": lambda: left**3, "1/b": lambda: right**-1, "√a": lambda: left**0.5},
        {"7 - a": lambda: 7.0 - left, "-3 - b": lambda: -3.0 - right},
        {"exp(a)": lambda: left.exp(), "exp(b)": lambda: right.exp()},
    ][int(which)]

    def slope(result, value):
        if result is value:
            return 1.0
        return sum(local * slope(parent, value) for parent, local in result.parents)

    results = {name: make() for name, make in made.items()}
    return {name: [it.data, slope(it, left), slope(it, right)] for name, it in results.items()}


def places(program, rng, pairs):
    """Build values by hand, each from two earlier ones, and look at what order makes of the last."""
    values = [program.Value(1.0)]
    for one, other in pairs:
        values.append(program.Value(1.0, [(values[int(one)], 2.0), (values[int(other)], 3.0)]))
    listed = values[-1].order()
    place = {id(value): number for number, value in enumerate(listed)}
    ahead = [
        place.get(id(parent), 99) < place.get(id(value), -1)
        for value in values
        for parent, _ in value.parents
    ]
    return {
        "length of the list": len(listed),
        "different values in it": len(place),
        "values of the graph in it": sum(id(value) in place for value in values),
        "parents before a child": sum(ahead),
        "place of the result": place.get(id(values[-1]), -1),
    }


def story_walk(program, rng, a):
    """Build the graph of the story by hand, so that a slip in a product costs nothing here."""
    leaf = program.Value(a)
    square = program.Value(a * a, [(leaf, a), (leaf, a)])
    result = program.Value(a * a + a, [(square, 1.0), (leaf, 1.0)])
    result.backward()
    return {"slope of a": leaf.grad, "slope of b": square.grad, "slope of c": result.grad}


def two_walks(program, rng, pairs, local, times):
    """Build values by hand, each from two earlier ones, and walk back from the last, once or more."""
    values = [program.Value(1.0)]
    for (one, other), (s, t) in zip(pairs, local):
        values.append(program.Value(1.0, [(values[int(one)], s), (values[int(other)], t)]))
    for _ in range(int(times)):
        values[-1].backward()
    return {"slopes": [value.grad for value in values]}


def random_expression(program, rng, leaves):
    """Combine values at random, so that many are used several times, and differentiate the result."""
    leaves = [program.Value(float(number)) for number in leaves]
    values = list(leaves)
    for _ in range(12):
        x, y = (values[int(place)] for place in rng.integers(len(values), size=2))
        choices = [
            lambda: x + y * 0.5,
            lambda: 0.3 * x * y,
            lambda: 2.0 - x,
            lambda: (x * x + 1.0) ** -0.5,
            lambda: (-(y * y) * 0.1).exp(),
            lambda: x / (y * y + 2.0),
            lambda: 1.5 + x - y,
        ]
        values.append(choices[int(rng.integers(len(choices)))]())
    result = values[0]
    for value in values[1:]:
        result = result + value
    result.backward()
    return {"data": result.data, "slopes": [leaf.grad for leaf in leaves]}


def fresh_pairs(rng, n=7):
    """Draw two earlier values for every value; the one just before it is always among them."""
    return [[float(number), float(rng.integers(number + 1))] for number in range(n)]


def fresh_graph(rng):
    """Draw a graph with its local slopes."""
    return {"pairs": fresh_pairs(rng), "local": rng.uniform(0.3, 1.5, (7, 2)) * rng.choice([-1, 1], (7, 2))}


# fmt: off
from_the_other_side = rewrite("Value.__add__", "self.data", "other.data", "other.data", "self.data",
    "[(self, 1.0), (other, 1.0)]", "((other, 1), (self, 1))")
by_the_quotient = rewrite("Value.__pow__",
    ..., "power = math.pow(self.data, n); return Value(power, [(self, n * power / self.data)])")
as_a_sum = rewrite("Value.__rsub__", ..., "return as_value(other) + self * -1.0")
by_the_base = rewrite("Value.exp", "math.exp(self.data)", "math.e**self.data")
second_parent_forgotten = slip("Value.__add__",
    ..., "return Value(self.data + as_value(other).data, [(self, 1.0)])").says("""
    One of the two numbers that you add gets no slope. Which of them are the parents of a sum?
    Hint: Print how many parents your sum has.""")
slopes_of_a_product = slip("Value.__add__", "(self, 1.0)", "(self, other.data)",
    "(other, 1.0)", "(other, self.data)").says("""
    Let a grow by 1 in a + b. By how much does the sum grow, and does that depend on b?
    Hint: Compare your local slopes for 2 + 5 with those for 2 + 50.""")
same_parent_kept_once = slip("Value.__add__",
    "[(self, 1.0), (other, 1.0)]", "list({self: 1.0, other: 1.0}.items())").says("""
    In a + a your sum has one parent with the slope 1. How much does a + a grow when a grows by 1?
    Hint: Print the parents of a + a. What does a dictionary or a set do with a thing that comes twice?""")
own_factor = slip("Value.__mul__", ", other", ", self", ", self", ", other").says("""
    Let a grow by 1 in a·b. Is it a or b that says by how much the product grows?
    Hint: Try 2 and 5 on paper: by how much does the product grow when the 2 becomes a 3?""")
slopes_of_a_sum = slip("Value.__mul__", "(self, other.data)", "(self, 1.0)",
    "(other, self.data)", "(other, 1.0)").says("""
    Your product grows by 1 with either factor. Try it on paper with the factors 2 and 5.
    Hint: (2 + 1) times 5 is how much more than 2 times 5?""")
product_in_place_of_a_slope = slip("Value.__mul__", "(self, other.data), (other, self.data)",
    "(self, self.data * other.data), (other, self.data * other.data)").says("""
    Your local slopes hold the product itself. Which of the two factors is left when one is differentiated?
    Hint: Try 2 and 5 on paper: by how much does the product grow when the 2 becomes a 3?""")
exponent_not_in_front = slip("Value.__pow__", "n *", "").says("""
    Your slope has the right power, and something that stands in front of it is missing.
    Hint: What is the slope of a³ at a = 1? Compare 1.01³ with 1.""")
exponent_kept = slip("Value.__pow__", "n - 1", "n").says("""
    Your slope has the right factor in front. With which exponent does the power go on?
    Hint: The slope of a² is a line. Is yours?""")
slope_of_a_square = slip("Value.__pow__", "n *", "2 *", "** (n - 1)", "").says("""
    Your slope is right for n = 2. Where does n stand in it?
    Hint: Try n = 3 and n = -1.""")
the_other_way_round = slip("Value.__rsub__", "other - self.data", "self.data - other", "-1.0", "1.0").says("""
    For 5 - a Python calls a.__rsub__(5). Which of the two is taken off here?
    Hint: Let a be 2 and print 5 - a.""")
sign_of_the_slope_forgotten = slip("Value.__rsub__", "-1.0", "1.0").says("""
    Your number is right. If a grows by 1, does 5 - a grow?
    Hint: Print 5 - a for a = 2 and for a = 3.""")
slope_of_a_power = slip("Value.exp",
    ..., "return Value(math.exp(self.data), [(self, self.data * math.exp(self.data - 1))])").says("""
    You differentiate as if the exponent were a constant. In e to the power of a, which of the two moves?
    Hint: At a = 0 the exponential has the slope 1. What is yours?""")
slope_of_one = slip("Value.exp", ..., "return Value(math.exp(self.data), [(self, 1.0)])").says("""
    Your number is right, and your slope does not depend on a. Is the exponential a line?
    Hint: Compare e to the power of 0.01 with 1, and of 2.01 with e².""")
slope_is_the_input = slip("Value.exp", ..., "return Value(math.exp(self.data), [(self, self.data)])").says("""
    Your number is right. The slope of the exponential is a value of the exponential: which one?
    Hint: At a = 0 the exponential has the slope 1. What is yours?""")
listed_again_and_again = slip("Value.order",
    ..., "return [one for parent, _ in self.parents for one in Value.order(parent)] + [self]").says("""
    Your list holds some values more than once. How do you know that you have been at a value?
    Hint: In the worked number a is reached three times. How often may it stand in the list?""")
children_before_parents = slip("Value.order", ..., "return children_counted(self)[::-1]").says("""
    Your list begins with the result. The task asks for parents before their children.
    Hint: When do you append a value: before you visit its parents, or after?""")
itself_left_out = slip("Value.order", ..., "return children_counted(self)[:-1]").says("""
    Your list lacks the value that it begins at. Does it take part in the walk?
    Hint: Call order on a leaf. How long is your list, and how long should it be?""")
parents_only = slip("Value.order",
    ..., "return list(dict.fromkeys(parent for parent, _ in self.parents)) + [self]").says("""
    Your list ends at the parents. What of their parents?
    Hint: Build a chain of five values. How long is your list?""")
last_share_only = slip("Value.backward", "+=", "=").says("""
    A value that is used twice keeps one share only. What becomes of the first when the second comes?
    Hint: In the worked number three shares arrive at a. Is your slope one of them, or their sum?""")
walked_from_the_front = slip("Value.backward", "reversed(values)", "values").says("""
    Slopes get no farther than one step. At which end of the order does the walk begin?
    Hint: The result has the slope 1 at first and all others 0. What can a leaf send on then?""")
begun_with_zero = slip("Value.backward", ..., "cleared(collected(self))").says("""
    All your slopes are 0. What is the slope of the result for itself?
    Hint: The walk multiplies and adds. What comes of it when it begins with 0?""")
local_slope_forgotten = slip("Value.backward", "value.grad * local", "value.grad").says("""
    What a value sends to a parent does not depend on the local slope. What does the chain rule multiply?
    Hint: Each parent comes with a number of its own. Where do you use it?""")
own_slope_forgotten = slip("Value.backward", "value.grad * local", "local").says("""
    What a value sends to a parent does not depend on its own slope. What does the chain rule multiply?
    Hint: Multiply the result by 10. Should the slopes at the far end change?""")
old_slopes_kept = slip("Value.backward", "for value in values:\n        value.grad = 0.0", "").says("""
    Your first walk is right, and a second one adds to what the first has left. What should it find?
    Hint: Call backward twice and print the slopes.""")
operators = [Value.__add__, Value.__mul__, Value.__pow__, Value.__rsub__, Value.exp, Value.order]
zigzag = [[0.0, 0.0], [0.0, 1.0], [1.0, 2.0], [2.0, 3.0]]
near, far = uniform(0.5, 1.5), uniform(2, 3)
checks = [
    scenario(Value.__add__, a=2.0, b=5.0, which=0, title="sums of 2 and 5", public=True)(operations),
    scenario(Value.__add__, a=near, b=far, which=0, title="fresh sums")(operations),
    scenario(Value.__mul__, a=2.0, b=5.0, which=1, title="products of 2 and 5", public=True)(operations),
    scenario(Value.__mul__, a=near, b=far, which=1, title="fresh products")(operations),
    scenario(Value.__pow__, a=4.0, b=5.0, which=2, title="powers of 4 and 5", public=True)(operations),
    scenario(Value.__pow__, a=near, b=far, which=2, title="powers of fresh numbers")(operations),
    scenario(Value.__rsub__, Value.__add__, Value.__mul__, a=2.0, b=5.0, which=3,
        title="2 and 5 taken off a number", public=True)(operations),
    scenario(Value.__rsub__, Value.__add__, Value.__mul__, a=near, b=far, which=3,
        title="fresh numbers taken off")(operations),
    scenario(Value.exp, a=0.5, b=2.0, which=4, title="exponentials of 0.5 and 2", public=True)(operations),
    scenario(Value.exp, a=near, b=far, which=4, title="exponentials of fresh numbers")(operations),
    scenario(Value.order, pairs=zigzag, title="the order of five values", public=True)(places),
    scenario(Value.order, pairs=draw(fresh_pairs), title="the order of eight values")(places),
    scenario(Value.backward, Value.order, a=3.0, title="the walk of the story", public=True)(story_walk),
    scenario(Value.backward, Value.order, pairs=zigzag,
        local=[[2.0, -1.0], [0.5, 3.0], [-2.0, 1.5], [4.0, 0.7]], times=2,
        title="two walks through one graph", public=True)(two_walks),
    scenario(Value.backward, Value.order, inputs=fresh_graph, times=1, title="a walk through a fresh graph",
        points=2)(two_walks),
    scenario(Value.backward, *operators, leaves=uniform(0.5, 2, 3), title="a random expression",
        points=2)(random_expression),
    scenario(Value.backward, *operators, leaves=uniform(-2, -0.5, 4), title="another random expression",
        points=2)(random_expression),
]
