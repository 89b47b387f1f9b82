# truth: right
# parameters: w[0].data right, w[1].data right, b.data right
import math, random
class Value:
    def __init__(self, data, kids=(), op=''):
        self.data = data; self.grad = 0.0; self._back = lambda: None; self._prev = set(kids)
    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        out = Value(self.data + o.data, (self, o))
        def back():
            self.grad += out.grad; o.grad += out.grad
        out._back = back
        return out
    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        out = Value(self.data * o.data, (self, o))
        def back():
            self.grad += o.data * out.grad; o.grad += self.data * out.grad
        out._back = back
        return out
    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,))
        def back():
            self.grad += (1 - t * t) * out.grad
        out._back = back
        return out
    def __sub__(self, o): return self + (o * -1 if isinstance(o, Value) else Value(-o))
    def backward(self):
        order, seen = [], set()
        def build(v):
            if v not in seen:
                seen.add(v)
                for c in v._prev: build(c)
                order.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(order): v._back()
random.seed(0)
w = [Value(random.uniform(-1, 1)) for _ in range(2)]
b = Value(0.1)
data = [([0., 1.], 1.), ([1., 0.], -1.), ([1., 1.], 1.)]
for k in range(50):
    loss = Value(0.0)
    for x, t in data:
        p = (w[0] * x[0] + w[1] * x[1] + b).tanh()
        d = p - t
        loss = loss + d * d
    for v in [*w, b]: v.grad = 0.0
    loss.backward()
    for v in [*w, b]: v.data -= 0.1 * v.grad
    print(k, loss.data)
