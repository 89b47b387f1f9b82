"""Foreign programs and mistakes for ``perceptron_and``, ``logistic`` and ``nn_module``."""

from __future__ import annotations

from mistakes_row import foreign, wrong

FOREIGN = (
    foreign(
        "perceptron_and/tuples",
        """
        def predict(x1, x2, w1, w2, b):
            total = b
            for xi, wi in ((x1, w1), (x2, w2)):
                total += xi * wi
            return total

        def decide(prediction):
            if prediction <= 0:
                return -1
            else:
                return 1

        def slopes(x1, x2, target, prediction):
            err = prediction - target
            return tuple(2 * err * v for v in (x1, x2, 1.0))

        def train(samples, w1, w2, b, lr, epochs):
            params = [w1, w2, b]
            for _ in range(epochs):
                for s1, s2, t in samples:
                    g = slopes(s1, s2, t, predict(s1, s2, *params))
                    params = [p - lr * gi for p, gi in zip(params, g)]
            return tuple(params)
        """,
    ),
    foreign(
        "perceptron_and/numpy_class",
        """
        import numpy as np

        class Perceptron(object):
            def __init__(self, w1, w2, b):
                self.w = np.array([w1, w2, b], dtype=np.float64)

            def forward(self, x1, x2):
                return self.w.dot([x1, x2, 1])

        def predict(x1, x2, w1, w2, b):
            return Perceptron(w1, w2, b).forward(x1, x2)

        def decide(prediction):
            return 2 * int(prediction > 0) - 1

        def slopes(x1, x2, target, prediction):
            return 2 * (prediction - target) * np.array([x1, x2, 1.0])

        def train(samples, w1, w2, b, lr, epochs):
            net = Perceptron(w1, w2, b)
            for epoch in range(epochs):
                for (x1, x2, target) in samples:
                    net.w -= lr * slopes(x1, x2, target, net.forward(x1, x2))
            return net.w[0], net.w[1], net.w[2]
        """,
    ),
    foreign(
        "perceptron_and/dictionary",
        """
        def predict(x1, x2, w1, w2, b):
            # 预测值
            return sum((x1 * w1, x2 * w2, b))

        def decide(prediction):
            return {True: 1, False: -1}[bool(prediction > 0)]

        def slopes(x1, x2, target, prediction):
            d = -2.0 * (target - prediction)
            return [d * x1, d * x2, d]

        def train(samples, w1, w2, b, lr, epochs):
            theta = {"w1": w1, "w2": w2, "b": b}
            for _ in range(epochs):
                for sample in samples:
                    x1, x2, target = sample
                    g = dict(zip(theta, slopes(x1, x2, target, predict(x1, x2, **theta))))
                    for name in theta:
                        theta[name] -= lr * g[name]
            return theta["w1"], theta["w2"], theta["b"]
        """,
    ),
    foreign(
        "logistic/library",
        """
        import torch.nn.functional as F

        def entries_compared(output_shape, label_shape):
            return torch.broadcast_shapes(tuple(output_shape), tuple(label_shape)).numel()

        def forward(x, w, b):
            return F.linear(x, w.T, b).sigmoid()

        def label_column(y, n):
            if y.numel() != n:
                raise ValueError("one label for each sample, please")
            return y.view(n, 1)

        def cross_entropy(p, y):
            return F.binary_cross_entropy(p, y)

        def step(w, b, x, y, lr):
            opt = torch.optim.SGD([w, b], lr=lr)
            opt.zero_grad()
            l = cross_entropy(forward(x, w, b), label_column(y, len(x)))
            l.backward()
            opt.step()
            opt.zero_grad()
            return l.item()
        """,
    ),
    foreign(
        "logistic/by_hand",
        """
        def entries_compared(output_shape, label_shape):
            n = output_shape[0]
            if len(label_shape) == 1:
                return n * label_shape[0]
            return n * label_shape[1]

        def forward(x, w, b):
            z = torch.einsum("nd,dk->nk", x, w) + b
            return 1 / (1 + torch.exp(-z))

        def label_column(y, n):
            flat = y.reshape(-1)
            if flat.shape[0] != n:
                raise ValueError(f"{flat.shape[0]} labels for {n} samples")
            return flat[:, None]

        def cross_entropy(p, y):
            picked = torch.where(y > 0.5, p, 1 - p)
            return -picked.log().mean()

        def step(w, b, x, y, lr):
            y = label_column(y, x.shape[0])
            p = forward(x, w, b)
            l = float(cross_entropy(p, y))
            with torch.no_grad():
                delta = (p - y) / len(y)
                w.copy_(w - lr * x.T.mm(delta))
                b.copy_(b - lr * delta.sum(0))
            w.grad = b.grad = None
            return l
        """,
    ),
    foreign(
        "logistic/data_updates",
        """
        def entries_compared(output_shape, label_shape):
            a, c = torch.zeros(output_shape), torch.zeros(label_shape)
            return (a - c).numel()

        def forward(x, w, b):
            return torch.sigmoid(torch.matmul(x, w).add(b))

        def label_column(y, n):
            try:
                return y.reshape(n, 1)
            except RuntimeError:
                raise ValueError("wrong number of labels") from None

        def cross_entropy(p, y):
            n = p.size(0)
            total = 0.0
            for i in range(n):
                total = total - (y[i, 0] * torch.log(p[i, 0]) + (1 - y[i, 0]) * torch.log(1 - p[i, 0]))
            return total / n

        def step(w, b, x, y, lr):
            for t in (w, b):
                if t.grad is not None:
                    t.grad.zero_()
            J = cross_entropy(forward(x, w, b), label_column(y, y.numel()))
            J.backward()
            for t in (w, b):
                t.data.sub_(lr * t.grad.data)
                t.grad.data.zero_()
            return J.data.item()
        """,
    ),
    foreign(
        "nn_module/class",
        """
        import math
        from torch.utils.data import DataLoader, Dataset

        class Net(torch.nn.Module):
            def __init__(self):
                super(Net, self).__init__()
                self.hidden = nn.Linear(1, 1)
                self.act = nn.PReLU()
                self.predict = nn.Linear(1, 1)

            def forward(self, x):
                x = self.act(self.hidden(x))
                return self.predict(x)

        class Points(Dataset):
            def __init__(self, xs, ys):
                self.xs, self.ys = xs, ys

            def __len__(self):
                return self.xs.shape[0]

            def __getitem__(self, i):
                return self.xs[i], self.ys[i]

        def make_network():
            return Net()

        def make_loader(xs, ys):
            return DataLoader(dataset=Points(xs, ys), batch_size=1, shuffle=False, num_workers=0)

        def adam_step(p, g, m, v, t, lr):
            beta1, beta2, eps = 0.9, 0.999, 1e-8
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g ** 2
            m_hat = m / (1 - beta1 ** t)
            v_hat = v / (1 - beta2 ** t)
            return p - lr * m_hat / (math.sqrt(v_hat) + eps), m, v

        def train(network, loader, lr, epochs):
            criterion = nn.MSELoss()
            optimizer = torch.optim.Adam(network.parameters(), lr=lr)
            losses = []
            for epoch in range(epochs):
                running = []
                for step, (x, y) in enumerate(loader):
                    optimizer.zero_grad()
                    l = criterion(network(x), y)
                    l.backward()
                    optimizer.step()
                    running.append(l.item())
                losses.append(sum(running) / len(running))
            return losses
        """,
    ),
    foreign(
        "nn_module/adam_by_hand",
        """
        import torch.nn.functional as F

        def make_network():
            net = nn.Sequential()
            net.add_module("in", nn.Linear(in_features=1, out_features=1, bias=True))
            net.add_module("bend", nn.PReLU(num_parameters=1))
            net.add_module("out", nn.Linear(1, 1))
            return net

        def make_loader(xs, ys):
            pairs = list(zip(xs, ys))
            return torch.utils.data.DataLoader(pairs)

        def adam_step(p, g, m, v, t, lr):
            m, v = m + (g - m) / 10, v + (g * g - v) / 1000
            M, V = m / (1 - 0.9 ** t), v / (1 - 0.999 ** t)
            return [p - lr * M / (V ** 0.5 + 1e-8), m, v]

        def train(network, loader, lr, epochs):
            opt = torch.optim.Adam(params=network.parameters(), lr=lr, betas=(0.9, 0.999), eps=1e-8)
            out = []
            for _ in range(epochs):
                total, count = 0.0, 0
                for x, y in loader:
                    l = F.mse_loss(network(x), y)
                    for p in network.parameters():
                        p.grad = None
                    l.backward()
                    opt.step()
                    total, count = total + l.item(), count + 1
                out += [total / count]
            return out
        """,
    ),
    foreign(
        "nn_module/tensors_kept",
        """
        from torch.utils.data import TensorDataset, DataLoader
        from torch.optim import Adam

        def make_network():
            layers = [nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1)]
            return nn.Sequential(*layers)

        def make_loader(xs, ys):
            data_set = TensorDataset(xs, ys)
            return DataLoader(data_set, 1)

        def adam_step(p, g, m, v, t, lr):
            g = torch.tensor(g, dtype=torch.float64)
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g.square()
            step = lr * (m / (1 - 0.9 ** t)) / ((v / (1 - 0.999 ** t)).sqrt() + 1e-8)
            return p - step, m, v

        def train(network, loader, lr, epochs):
            opt, loss_fn = Adam(network.parameters(), lr), nn.MSELoss(reduction="mean")
            network.train()
            history = []
            for epoch in range(epochs):
                losses = []
                for batch in loader:
                    pred = network(batch[0])
                    l = loss_fn(pred, batch[1])
                    losses.append(l.detach())
                    l.backward()
                    opt.step()
                    opt.zero_grad()
                history.append(torch.stack(losses).mean().item())
            return history
        """,
    ),
)

WRONG = (
    wrong(
        "perceptron_and/bias_missing",
        "forward",
        r"bias|\bb\b|term",
        """
        def predict(x1, x2, w1, w2, b):
            return x1 * w1 + x2 * w2
        """,
        within="perceptron_and/tuples",
    ),
    wrong(
        "perceptron_and/zero_counts_as_yes",
        "control",
        r"0|zero|positive",
        """
        def decide(prediction):
            return 1 if prediction >= 0 else -1
        """,
    ),
    wrong(
        "perceptron_and/zero_for_no",
        "forward",
        r"stands for no",
        """
        def decide(prediction):
            if prediction > 0:
                return 1
            return 0
        """,
        within="perceptron_and/numpy_class",
    ),
    wrong(
        "perceptron_and/two_missing",
        "scale",
        r"off by one constant|half|times ½",
        """
        def slopes(x1, x2, target, prediction):
            err = prediction - target
            return err * x1, err * x2, err
        """,
    ),
    wrong(
        "perceptron_and/decided_first",
        "chain",
        r"decision|only the sign",
        """
        def slopes(x1, x2, target, prediction):
            out = decide(prediction)
            return 2 * (out - target) * x1, 2 * (out - target) * x2, 2 * (out - target)
        """,
    ),
    wrong(
        "perceptron_and/weights_share_an_input",
        "wiring",
        r"x1|x2|same input|exchanged|other",
        """
        def slopes(x1, x2, target, prediction):
            d = 2 * (prediction - target)
            return d * x1, d * x1, d
        """,
        within="perceptron_and/tuples",
    ),
    wrong(
        "perceptron_and/sign_turned",
        "chain",
        r"sign|minus|negative|direction",
        """
        def slopes(x1, x2, target, prediction):
            error = target - prediction
            return (2 * error * x1, 2 * error * x2, 2 * error)
        """,
    ),
    wrong(
        "perceptron_and/return_in_loop",
        "control",
        r"return|first",
        """
        def train(samples, w1, w2, b, lr, epochs):
            for epoch in range(epochs):
                for x1, x2, t in samples:
                    p = predict(x1, x2, w1, w2, b)
                    d1, d2, db = slopes(x1, x2, t, p)
                    w1, w2, b = w1 - lr * d1, w2 - lr * d2, b - lr * db
                return w1, w2, b
        """,
    ),
    wrong(
        "perceptron_and/bias_never_moved",
        "update",
        r"bias|\bb\b|never|stays",
        """
        def train(samples, w1, w2, b, lr, epochs):
            for i in range(epochs):
                for x1, x2, t in samples:
                    g = slopes(x1, x2, t, predict(x1, x2, w1, w2, b))
                    w1 -= lr * g[0]
                    w2 -= lr * g[1]
            return w1, w2, b
        """,
        within="perceptron_and/dictionary",
    ),
    wrong(
        "perceptron_and/prediction_made_anew",
        "update",
        r"already|moved|anew|same|new",
        """
        def train(samples, w1, w2, b, lr, epochs):
            for i in range(epochs):
                for x1, x2, t in samples:
                    w1 = w1 - lr * slopes(x1, x2, t, predict(x1, x2, w1, w2, b))[0]
                    w2 = w2 - lr * slopes(x1, x2, t, predict(x1, x2, w1, w2, b))[1]
                    b = b - lr * slopes(x1, x2, t, predict(x1, x2, w1, w2, b))[2]
            return w1, w2, b
        """,
    ),
    wrong(
        "perceptron_and/own_samples",
        "wiring",
        r"samples|argument|module|page|own",
        """
        def train(samples, w1, w2, b, lr, epochs):
            for i in range(epochs):
                for x1, x2, t in samples_of_and:
                    d1, d2, d3 = slopes(x1, x2, t, predict(x1, x2, w1, w2, b))
                    w1 -= lr * d1
                    w2 -= lr * d2
                    b -= lr * d3
            return w1, w2, b
        """,
    ),
    wrong(
        "perceptron_and/only_one_epoch_short",
        "control",
        r"epoch|one|range|short|fewer",
        """
        def train(samples, w1, w2, b, lr, epochs):
            for i in range(1, epochs):
                for x1, x2, t in samples:
                    d1, d2, d3 = slopes(x1, x2, t, predict(x1, x2, w1, w2, b))
                    w1 -= lr * d1
                    w2 -= lr * d2
                    b -= lr * d3
            return w1, w2, b
        """,
    ),
    wrong(
        "logistic/bracket",
        "forward",
        r"bracket|1 / 1|divid",
        """
        def forward(x, w, b):
            z = x @ w + b
            return 1 / 1 + torch.exp(-z)
        """,
    ),
    wrong(
        "logistic/not_bent",
        "forward",
        r"range from 0 to 1|sigmoid",
        """
        def forward(x, w, b):
            return torch.mm(x, w) + b
        """,
        within="logistic/library",
    ),
    wrong(
        "logistic/sign_in_the_exponent",
        "forward",
        r"sure of a 0|sign|falling",
        """
        def forward(x, w, b):
            z = torch.matmul(x, w) + b
            return 1 / (1 + torch.exp(z))
        """,
    ),
    wrong(
        "logistic/elementwise",
        "shape",
        r"not added up|element|matrix",
        """
        def forward(x, w, b):
            return torch.sigmoid(x * w.T + b)
        """,
    ),
    wrong(
        "logistic/labels_not_refused",
        "shape",
        r"ValueError|refuse|whatever you are given",
        """
        def label_column(y, n):
            return y.reshape(-1, 1)
        """,
    ),
    wrong(
        "logistic/summed",
        "scale",
        r"sum|mean|averag|number of samples",
        """
        def cross_entropy(p, y):
            return -torch.sum(y * torch.log(p) + (1 - y) * torch.log(1 - p))
        """,
        within="logistic/by_hand",
    ),
    wrong(
        "logistic/log10",
        "scale",
        r"log|0\.301|ln 10",
        """
        def cross_entropy(p, y):
            return -(y * torch.log10(p) + (1 - y) * torch.log10(1 - p)).mean()
        """,
    ),
    wrong(
        "logistic/second_term_missing",
        "forward",
        r"1 - y|label 0|label is 0|term|zero",
        """
        def cross_entropy(p, y):
            return -(y * p.log()).mean()
        """,
        within="logistic/data_updates",
    ),
    wrong(
        "logistic/minus_over_first_term_only",
        "forward",
        r"minus|sign|bracket",
        """
        def cross_entropy(p, y):
            return torch.mean(-y * torch.log(p) + (1 - y) * torch.log(1 - p))
        """,
    ),
    wrong(
        "logistic/bias_buffer_kept",
        "buffers",
        r"clear|buffer|\bb\b",
        """
        def step(w, b, x, y, lr):
            l = cross_entropy(forward(x, w, b), label_column(y, len(x)))
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad.zero_()
            return l.item()
        """,
    ),
    wrong(
        "logistic/row_of_labels",
        "shape",
        r"broadcast|row|column|every label|shape",
        """
        def step(w, b, x, y, lr):
            p = forward(x, w, b)
            l = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
            l.backward()
            w.data -= lr * w.grad
            b.data -= lr * b.grad
            w.grad.zero_()
            b.grad.zero_()
            return l.item()
        """,
        within="logistic/data_updates",
    ),
    wrong(
        "logistic/new_tensors",
        "update",
        r"which tensors|in place|caller",
        """
        def step(w, b, x, y, lr):
            l = cross_entropy(forward(x, w, b), label_column(y, len(x)))
            l.backward()
            gw, gb = w.grad.clone(), b.grad.clone()
            w.grad.zero_()
            b.grad.zero_()
            w = (w - lr * gw).detach().requires_grad_(True)
            b = (b - lr * gb).detach().requires_grad_(True)
            return l.item()
        """,
    ),
    wrong(
        "logistic/only_rows_counted",
        "shape",
        r"count the labels|broadcast",
        """
        def entries_compared(output_shape, label_shape):
            if len(label_shape) == 1:
                return label_shape[0]
            return label_shape[0] * label_shape[1]
        """,
    ),
    wrong(
        "nn_module/plain_relu",
        "forward",
        r"PReLU|ReLU|five|parameter",
        """
        def make_network():
            return torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.ReLU(), torch.nn.Linear(1, 1))
        """,
    ),
    wrong(
        "nn_module/no_bias",
        "forward",
        r"bias|b1|b2|five|parameter",
        """
        def make_network():
            return nn.Sequential(nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1, bias=False))
        """,
        within="nn_module/class",
    ),
    wrong(
        "nn_module/bend_at_the_end",
        "forward",
        r"end|order|last|behind|between",
        """
        def make_network():
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.l1 = nn.Linear(1, 1)
                    self.l2 = nn.Linear(1, 1)
                    self.a = nn.PReLU()

                def forward(self, x):
                    return self.a(self.l2(self.l1(x)))
            return Net()
        """,
    ),
    wrong(
        "nn_module/whole_batch",
        "shape",
        r"batch|one by one|all samples|at once",
        """
        def make_loader(xs, ys):
            ds = torch.utils.data.TensorDataset(xs, ys)
            return torch.utils.data.DataLoader(ds, batch_size=len(xs))
        """,
    ),
    wrong(
        "nn_module/averages_not_corrected",
        "chain",
        r"correct|1 - 0\.9|too small|divid|t\b",
        """
        def adam_step(p, g, m, v, t, lr):
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g * g
            p = p - lr * m / (v ** 0.5 + 1e-8)
            return p, m, v
        """,
        within="nn_module/class",
    ),
    wrong(
        "nn_module/root_forgotten",
        "chain",
        r"root|sqrt",
        """
        def adam_step(p, g, m, v, t, lr):
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g * g
            M = m / (1 - 0.9 ** t)
            V = v / (1 - 0.999 ** t)
            p = p - lr * M / (V + 1e-8)
            return p, m, v
        """,
    ),
    wrong(
        "nn_module/slope_not_squared",
        "chain",
        r"square",
        """
        def adam_step(p, g, m, v, t, lr):
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * abs(g)
            mh = m / (1 - 0.9 ** t)
            vh = v / (1 - 0.999 ** t)
            return p - lr * mh / (vh ** 0.5 + 1e-8), m, v
        """,
    ),
    wrong(
        "nn_module/corrected_averages_kept",
        "update",
        r"correct|kept|return|M\b",
        """
        def adam_step(p, g, m, v, t, lr):
            m = (0.9 * m + 0.1 * g) / (1 - 0.9 ** t)
            v = (0.999 * v + 0.001 * g ** 2) / (1 - 0.999 ** t)
            p = p - lr * m / (v ** 0.5 + 1e-8)
            return p, m, v
        """,
        within="nn_module/adam_by_hand",
    ),
    wrong(
        "nn_module/never_cleared",
        "buffers",
        r"clear|buffer|accumul|add",
        """
        def train(network, loader, lr, epochs):
            opt = torch.optim.Adam(network.parameters(), lr=lr)
            crit = torch.nn.MSELoss()
            res = []
            for e in range(epochs):
                s = []
                for x, y in loader:
                    l = crit(network(x), y)
                    l.backward()
                    opt.step()
                    s.append(l.item())
                res.append(sum(s) / len(s))
            return res
        """,
    ),
    wrong(
        "nn_module/optimiser_in_the_loop",
        "update",
        r"memory|optimi[sz]er|every epoch|each epoch|new",
        """
        def train(network, loader, lr, epochs):
            res = []
            for e in range(epochs):
                opt = torch.optim.Adam(network.parameters(), lr=lr)
                s = 0
                for x, y in loader:
                    opt.zero_grad()
                    l = nn.functional.mse_loss(network(x), y)
                    l.backward()
                    opt.step()
                    s += l.item()
                res.append(s / len(loader))
            return res
        """,
    ),
    wrong(
        "nn_module/last_loss",
        "control",
        r"last|mean",
        """
        def train(network, loader, lr, epochs):
            opt = torch.optim.Adam(network.parameters(), lr=lr)
            res = []
            for e in range(epochs):
                for x, y in loader:
                    opt.zero_grad()
                    l = nn.MSELoss()(network(x), y)
                    l.backward()
                    opt.step()
                res.append(l.item())
            return res
        """,
        within="nn_module/tensors_kept",
    ),
    wrong(
        "nn_module/plain_descent",
        "wiring",
        r"Adam|SGD|plain",
        """
        def train(network, loader, lr, epochs):
            opt = torch.optim.SGD(network.parameters(), lr=lr)
            res = []
            for e in range(epochs):
                s = []
                for x, y in loader:
                    opt.zero_grad()
                    l = nn.MSELoss()(network(x), y)
                    l.backward()
                    opt.step()
                    s.append(l.item())
                res.append(sum(s) / len(s))
            return res
        """,
    ),
)
