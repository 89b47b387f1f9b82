# kind: wrong
# task: decide
# truth: 0 counts as yes.
# line: 27
# foreseen: no
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


class Neuron:
    def __init__(self, *theta):
        self.theta = list(theta)

    def __call__(self, *x):
        return sum(t * v for t, v in zip(self.theta, [*x, 1]))

    def lerne(self, x1, x2, ziel, lr):
        g = slopes(x1, x2, ziel, self(x1, x2))
        self.theta = [t - lr * s for t, s in zip(self.theta, g)]
        return self


def predict(x1, x2, w1, w2, b):
    return Neuron(w1, w2, b)(x1, x2)


def decide(prediction):
    if prediction >= 0:
        return 1
    return -1


def slopes(x1, x2, target, prediction):
    fehler = prediction - target
    return [fehler * v + fehler * v for v in (x1, x2, 1)]


def train(samples, w1, w2, b, lr, epochs):
    neuron = Neuron(w1, w2, b)
    for k in range(epochs * len(samples)):
        neuron.lerne(*samples[k % len(samples)], lr=lr)
    return neuron.theta
