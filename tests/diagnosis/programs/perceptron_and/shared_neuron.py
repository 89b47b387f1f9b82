# kind: wrong
# task: train
# truth: A global neuron keeps the parameters of the first training, so later calls do not start where they are told.
# line: 44 or 40
# foreseen: unknown
class Neuron:
    def __init__(self, w1, w2, b):
        self.w1 = w1
        self.w2 = w2
        self.b = b

    def predict(self, x1, x2):
        return self.w1 * x1 + self.w2 * x2 + self.b

    def learn(self, x1, x2, target, lr):
        g1, g2, g3 = slopes(x1, x2, target, self.predict(x1, x2))
        self.w1 = self.w1 - lr * g1
        self.w2 = self.w2 - lr * g2
        self.b = self.b - lr * g3


def predict(x1, x2, w1, w2, b):
    return Neuron(w1, w2, b).predict(x1, x2)


def decide(prediction):
    return (1, -1)[prediction <= 0]


def slopes(x1, x2, target, prediction):
    d = -2 * (target - prediction)
    return d * x1, d * x2, d


_neuron = None


def train(samples, w1, w2, b, lr, epochs):
    global _neuron
    if _neuron is None:
        _neuron = Neuron(w1, w2, b)
    for _ in range(epochs):
        for sample in samples:
            _neuron.learn(*sample, lr)
    return _neuron.w1, _neuron.w2, _neuron.b
