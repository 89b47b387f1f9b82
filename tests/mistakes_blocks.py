"""Foreign programs and mistakes for the building blocks, from ``forward`` to ``backprop_222``.

None of them stands in ``mistakes.py``.
"""

from __future__ import annotations

from mistakes_row import foreign, wrong

FOREIGN = (
    foreign(
        "forward/recursive_lists",
        """
        def forward(x, w):
            return np.multiply(np.asarray(x, dtype=np.float64), w)

        def forward_with_bias(x, w, b):
            if len(x) == 0:
                return []
            return [float(x[0]) * w + b] + list(forward_with_bias(x[1:], w, b))
        """,
    ),
    foreign(
        "forward/model_class",
        """
        class Model:
            \"\"\"一元线性模型\"\"\"

            def __init__(self, w, b=0.0):
                self.w, self.b = w, b

            def __call__(self, x):
                return self.w * x + self.b

        def forward(x, w):
            return Model(w)(x)

        def forward_with_bias(x, w, b):
            y_hat = Model(w, b)(x)
            print("预测:", y_hat)
            return y_hat
        """,
    ),
    foreign(
        "forward/torch_inside",
        """
        import torch

        def forward(x, w):
            return (torch.tensor(x, dtype=torch.float64) * w).numpy()

        def forward_with_bias(x, w, b):
            return torch.from_numpy(np.array(x)).mul(w).add(b).numpy()
        """,
    ),
    foreign(
        "loss/statistics",
        """
        import statistics

        def squared_error(prediction, y):
            e = abs(prediction - y)
            return e * e

        def mean_squared_error(predictions, y):
            return statistics.fmean(squared_error(a, c) for a, c in zip(predictions, y))

        def half_squared_error(outputs, targets):
            return sum(squared_error(a, c) for a, c in zip(outputs, targets)) / 2
        """,
    ),
    foreign(
        "loss/variance",
        """
        def squared_error(prediction, y):
            return np.square(y - prediction)

        def mean_squared_error(predictions, y):
            d = np.subtract(predictions, y)
            return np.var(d) + np.mean(d) ** 2

        def half_squared_error(outputs, targets):
            d = (outputs - targets)[:, None]
            return (d.T @ d).item() / 2
        """,
    ),
    foreign(
        "loss/torch_inside",
        """
        import torch
        import torch.nn.functional as F

        def squared_error(prediction, y):
            return F.mse_loss(torch.tensor(prediction), torch.tensor(y)).item()

        def mean_squared_error(predictions, y):
            return F.mse_loss(torch.tensor(predictions), torch.tensor(y))

        def half_squared_error(outputs, targets):
            return 0.5 * F.mse_loss(torch.tensor(outputs), torch.tensor(targets), reduction="sum").item()
        """,
    ),
    foreign(
        "manual_gradient/cumulated",
        """
        def dloss_dprediction(prediction, y):
            out = np.empty(len(y))
            for i, (p, t) in enumerate(zip(prediction, y)):
                out[i] = (p - t) + (p - t)
            return out

        def dprediction_dw(w, b, x):
            return (w * x + b - b) / w if np.all(w != 0) else x.copy()

        def gradient(w, b, x, y):
            g_w, g_b, count = 0.0, 0.0, 0
            for xi, yi in zip(x, y):
                count += 1
                d = 2 * (w * xi + b - yi)
                g_w += (d * xi - g_w) / count
                g_b += (d - g_b) / count
            return g_w, g_b
        """,
    ),
    foreign(
        "manual_gradient/comprehension",
        """
        def dloss_dprediction(prediction, y):
            return [2 * p - 2 * t for p, t in zip(prediction, y)]

        def dprediction_dw(w, b, x):
            return [xi for xi in x]

        def gradient(w, b, x, y):
            n = len(x)
            errors = [w * xi + b - yi for xi, yi in zip(x, y)]
            return 2 / n * sum(e * xi for e, xi in zip(errors, x)), 2 / n * sum(errors)
        """,
    ),
    foreign(
        "manual_gradient/matrix",
        """
        def dloss_dprediction(prediction, y):
            return -2 * (y - prediction)

        def dprediction_dw(w, b, x):
            return np.copy(x)

        def gradient(w, b, x, y):
            X = np.vstack([x, np.ones_like(x)])
            r = np.array([w, b]) @ X - y
            return 2 * (X @ r) / r.size
        """,
    ),
    foreign(
        "update_step/set_with_flag",
        """
        def update_step(parameters, lr):
            torch.set_grad_enabled(False)
            try:
                for p in parameters:
                    if p.grad is None:
                        continue
                    p.add_(p.grad, alpha=-lr)
            finally:
                torch.set_grad_enabled(True)
        """,
    ),
    foreign(
        "update_step/decorated",
        """
        @torch.no_grad()
        def update_step(parameters, lr):
            # 更新参数
            [p.__isub__(lr * p.grad) for p in parameters if p.grad is not None]
        """,
    ),
    foreign(
        "update_step/numpy_view",
        """
        def update_step(parameters, lr):
            for t in parameters:
                if t.grad is not None:
                    view = t.detach().numpy()
                    view -= lr * t.grad.numpy()
            return parameters
        """,
    ),
    foreign(
        "zero_grad/numpy_view",
        """
        def zero_grad(parameters):
            for t in parameters:
                if t.grad is not None:
                    t.grad.numpy()[...] = 0
        """,
    ),
    foreign(
        "zero_grad/subtracts_itself",
        """
        def zero_grad(parameters):
            i = 0
            while i < len(parameters):
                g = parameters[i].grad
                if isinstance(g, torch.Tensor):
                    g.sub_(g.clone())
                i += 1
        """,
    ),
    foreign(
        "zero_grad/module",
        """
        def zero_grad(parameters):
            with torch.no_grad():
                for p in filter(lambda p: p.grad is not None, parameters):
                    p.grad.copy_(torch.zeros(p.shape))
        """,
    ),
    foreign(
        "quadratic/polynomial",
        """
        def forward(x, w1, w2, b):
            return torch.stack([w1, w2, b]) @ torch.tensor([x ** 2, x, 1.0], dtype=w1.dtype)

        def loss(prediction, y):
            return torch.square(prediction - y)

        def train(parameters, xs, ys, lr, epochs):
            losses = []
            for _ in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, *parameters), y)
                    if torch.isnan(l) or torch.isinf(l):
                        return losses
                    for p, g in zip(parameters, torch.autograd.grad(l, parameters)):
                        p.data.add_(g, alpha=-lr)
                losses.append(l.item())
            return losses
        """,
    ),
    foreign(
        "quadratic/data_style",
        """
        def forward(x, w1, w2, b):
            y_hat = w1 * x ** 2
            y_hat = y_hat + w2 * x
            y_hat = y_hat + b
            return y_hat

        def loss(prediction, y):
            return (y - prediction) * (y - prediction)

        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for i in range(len(xs)):
                    l = loss(forward(xs[i], w1, w2, b), ys[i])
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    w1.data = w1.data - lr * w1.grad.data
                    w2.data = w2.data - lr * w2.grad.data
                    b.data = b.data - lr * b.grad.data
                    w1.grad.data.zero_()
                    w2.grad.data.zero_()
                    b.grad.data.zero_()
                history.append(l.item())
            return history
        """,
    ),
    foreign(
        "quadratic/helper_functions",
        """
        import math

        def forward(x, w1, w2, b):
            return x * (w1 * x + w2) + b

        def loss(prediction, y):
            return pow(prediction - y, 2)

        def clear(ps):
            for p in ps:
                p.grad = None

        def move(ps, lr):
            with torch.no_grad():
                for p in ps:
                    p -= lr * p.grad

        def train(parameters, xs, ys, lr, epochs):
            out = []
            try:
                for _ in range(epochs):
                    for x, y in zip(xs, ys):
                        clear(parameters)
                        l = loss(forward(x, *parameters), y)
                        if not math.isfinite(l.item()):
                            raise StopIteration
                        l.backward()
                        move(parameters, lr)
                    out.append(float(l))
            except StopIteration:
                pass
            clear(parameters)
            return out
        """,
    ),
    foreign(
        "backprop_222/dictionary",
        """
        import math

        def sigmoid(z):
            return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))

        def forward(w, x):
            W = {i + 1: w[i] for i in range(8)}
            h = [sigmoid(W[1] * x[0] + W[3] * x[1]), sigmoid(W[2] * x[0] + W[4] * x[1])]
            o = [sigmoid(W[5] * h[0] + W[7] * h[1]), sigmoid(W[6] * h[0] + W[8] * h[1])]
            return np.array(h), np.array(o)

        def loss(o, y):
            return sum((a - t) ** 2 / 2 for a, t in zip(o, y))

        def gradient(w, x, y, h, o):
            error = {}
            for k in (0, 1):
                error["o", k] = (o[k] - y[k]) * o[k] * (1 - o[k])
            for k in (0, 1):
                back = error["o", 0] * w[4 + 2 * k] + error["o", 1] * w[5 + 2 * k]
                error["h", k] = back * h[k] * (1 - h[k])
            g = []
            for layer, begin in (("h", x), ("o", h)):
                for i in (0, 1):
                    for k in (0, 1):
                        g.append(begin[i] * error[layer, k])
            return np.array(g)

        def train(w, x, y, step, rounds):
            losses = []
            while len(losses) < rounds:
                h, o = forward(w, x)
                losses.append(loss(o, y))
                w = np.subtract(w, np.multiply(step, gradient(w, x, y, h, o)))
            return w, losses
        """,
    ),
    foreign(
        "backprop_222/complex_steps",
        """
        def sigmoid(z):
            return 1.0 / (1.0 + np.e ** (-z))

        def _net(w, x):
            h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
            return h, sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))

        def forward(w, x):
            return _net(w, x)

        def loss(o, y):
            return 0.5 * np.linalg.norm(np.asarray(o) - np.asarray(y)) ** 2

        def gradient(w, x, y, h, o):
            slopes = np.zeros(8)
            for i in range(8):
                v = np.array(w, dtype=complex)
                v[i] += 1e-30j
                _, out = _net(v, x)
                slopes[i] = (0.5 * ((out - y) ** 2).sum()).imag / 1e-30
            return slopes

        def train(w, x, y, step, rounds):
            losses = []
            for _ in range(rounds):
                losses.append(network_loss(w, x, y))
                w = w - step * gradient(w, x, y, None, None)
            return w, losses
        """,
    ),
    foreign(
        "backprop_222/network_class",
        """
        def sigmoid(z):
            e = np.exp(z)
            return e / (e + 1)

        class BP:
            def __init__(self, w):
                self.W1 = np.array(w[:4], dtype=float).reshape(2, 2).T
                self.W2 = np.array(w[4:], dtype=float).reshape(2, 2).T

            def run(self, x):
                self.x = np.asarray(x)
                self.h = sigmoid(self.W1 @ self.x)
                self.o = sigmoid(self.W2 @ self.h)
                return self.h, self.o

            def back(self, y):
                do = (self.o - y) * self.o * (1 - self.o)
                dh = self.W2.T @ do * self.h * (1 - self.h)
                return np.outer(dh, self.x), np.outer(do, self.h)

            def flat(self, a, c):
                return np.hstack([a.T.flatten(), c.T.flatten()])

        def forward(w, x):
            return BP(w).run(x)

        def loss(o, y):
            return 0.5 * ((o - y) ** 2).sum()

        def gradient(w, x, y, h, o):
            net = BP(w)
            net.run(x)
            return net.flat(*net.back(y))

        def train(w, x, y, step, rounds):
            net, losses = BP(w), []
            for i in range(rounds):
                h, o = net.run(x)
                losses.append(loss(o, y))
                g1, g2 = net.back(y)
                net.W1 -= step * g1
                net.W2 -= step * g2
            return net.flat(net.W1, net.W2), losses
        """,
    ),
)

WRONG = (
    wrong(
        "forward/plus_for_times",
        "forward",
        r"add|\+|multipl|times",
        """
        def forward(x, w):
            return x + w
        """,
    ),
    wrong(
        "forward/bias_subtracted",
        "forward",
        r"plus and a minus|sign|subtract",
        """
        def forward_with_bias(x, w, b):
            return w * x - b
        """,
        within="forward/model_class",
    ),
    wrong(
        "forward/last_one_only",
        "control",
        r"last|overwrit|single|one|every",
        """
        def forward_with_bias(x, w, b):
            for i in range(len(x)):
                y_hat = w * x[i] + b
            return y_hat
        """,
    ),
    wrong(
        "forward/last_left_out",
        "control",
        r"last|short|fewer|missing|few",
        """
        def forward_with_bias(x, w, b):
            out = []
            for i in range(0, len(x) - 1):
                out.append(w * x[i] + b)
            return np.array(out)
        """,
        within="forward/torch_inside",
    ),
    wrong(
        "forward/input_squared",
        "forward",
        r"square|x \*\* 2|power|itself",
        """
        def forward(x, w):
            return w * x ** 2
        """,
    ),
    wrong(
        "forward/five_assumed",
        "shape",
        r"fixed number, or data of the file",
        """
        def forward_with_bias(x, w, b):
            n = 5
            result = np.zeros(n)
            for i in range(n):
                result[i] = w * x[i] + b
            return result
        """,
    ),
    wrong(
        "forward/mean_of_the_predictions",
        "scale",
        r"mean|averag",
        """
        def forward_with_bias(x, w, b):
            return np.mean(w * x + b)
        """,
    ),
    wrong(
        "loss/square_before_difference",
        "forward",
        r"bracket|square|y \*\* 2",
        """
        def squared_error(prediction, y):
            return prediction ** 2 - y ** 2
        """,
    ),
    wrong(
        "loss/divided_by_one_less",
        "scale",
        r"n - 1|len|one|factor",
        """
        def mean_squared_error(predictions, y):
            return sum((predictions - y) ** 2) / (len(y) - 1)
        """,
        within="loss/statistics",
    ),
    wrong(
        "loss/half_of_the_mean",
        "scale",
        r"half|factor|2|two",
        """
        def mean_squared_error(predictions, y):
            m = len(y)
            return (1 / (2 * m)) * np.sum(np.square(predictions - y))
        """,
    ),
    wrong(
        "loss/first_left_out",
        "control",
        r"first|one|left out|missing|range",
        """
        def mean_squared_error(predictions, y):
            total = 0.0
            for i in range(1, len(y)):
                total += (predictions[i] - y[i]) ** 2
            return total / len(y)
        """,
        within="loss/variance",
    ),
    wrong(
        "loss/return_in_loop",
        "control",
        r"return|first",
        """
        def half_squared_error(outputs, targets):
            s = 0
            for o, t in zip(outputs, targets):
                s += 0.5 * (o - t) ** 2
                return s
        """,
    ),
    wrong(
        "loss/squares_per_output",
        "shape",
        r"sum|add|one number|each|entr",
        """
        def half_squared_error(outputs, targets):
            return 0.5 * (outputs - targets) ** 2
        """,
    ),
    wrong(
        "loss/square_of_the_sum",
        "chain",
        r"sum|square",
        """
        def half_squared_error(outputs, targets):
            return 0.5 * np.sum(outputs - targets) ** 2
        """,
    ),
    wrong(
        "manual_gradient/divided_by_two_n",
        "scale",
        r"off by one constant|half|times ½",
        """
        def gradient(w, b, x, y):
            m = len(x)
            err = w * x + b - y
            dw = 1 / m * np.dot(err, x)
            db = 1 / m * np.sum(err)
            return dw, db
        """,
        within="manual_gradient/comprehension",
    ),
    wrong(
        "manual_gradient/bias_forgotten_in_prediction",
        "forward",
        r"bias|\bb\b",
        """
        def gradient(w, b, x, y):
            y_hat = w * x
            return np.mean(2 * (y_hat - y) * x), np.mean(2 * (y_hat - y))
        """,
    ),
    wrong(
        "manual_gradient/prediction_for_input",
        "chain",
        r"prediction|\bx\b|link",
        """
        def gradient(w, b, x, y):
            p = w * x + b
            return (2 * (p - y) * p).mean(), (2 * (p - y)).mean()
        """,
    ),
    wrong(
        "manual_gradient/square_kept",
        "chain",
        r"square|differentiat",
        """
        def dloss_dprediction(prediction, y):
            return 2 * (prediction - y) ** 2
        """,
        within="manual_gradient/matrix",
    ),
    wrong(
        "manual_gradient/link_is_the_input_squared",
        "chain",
        r"exactly b",
        """
        def dprediction_dw(w, b, x):
            return x + b
        """,
    ),
    wrong(
        "manual_gradient/absolute_error",
        "chain",
        r"absolute|sign",
        """
        def gradient(w, b, x, y):
            e = np.abs(w * x + b - y)
            return 2 * np.mean(e * x), 2 * np.mean(e)
        """,
        within="manual_gradient/cumulated",
    ),
    wrong(
        "manual_gradient/batch_of_three",
        "shape",
        r"3|number of samples|hard|fixed|batch|length|factor",
        """
        def gradient(w, b, x, y):
            dw = db = 0
            for xi, yi in zip(x, y):
                e = w * xi + b - yi
                dw += 2 * e * xi
                db += 2 * e
            return dw / 3, db / 3
        """,
    ),
    wrong(
        "update_step/sign_of_the_slope",
        "chain",
        r"sign|length|size",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p -= lr * p.grad.sign()
        """,
    ),
    wrong(
        "update_step/rate_twice",
        "scale",
        r"twice|lr|rate|square",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    step = lr * p.grad
                    p.data = p.data - lr * step
        """,
    ),
    wrong(
        "update_step/mean_slope",
        "shape",
        r"mean|averag|own slope|entry",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p -= lr * p.grad.mean()
        """,
    ),
    wrong(
        "update_step/value_replaced",
        "update",
        r"value|p -|old|start|replac|itself",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    p.data = -lr * p.grad.data
        """,
    ),
    wrong(
        "update_step/own_rate",
        "wiring",
        r"lr|rate|argument",
        """
        LR = 0.01

        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p.sub_(LR * p.grad)
        """,
    ),
    wrong(
        "update_step/return_in_loop",
        "control",
        r"return|first",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p -= lr * p.grad
                    return parameters
        """,
    ),
    wrong(
        "update_step/detached_copy",
        "update",
        r"tensor|in place|new|same|caller|copy|nothing",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    q = p.detach().clone()
                    q -= lr * p.grad
        """,
    ),
    wrong(
        "zero_grad/first_entry_only",
        "buffers",
        r"first|entr|whole|all",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    p.grad.view(-1)[0] = 0
        """,
    ),
    wrong(
        "zero_grad/data_zeroed",
        "buffers",
        r"value|parameter|buffer",
        """
        def zero_grad(parameters):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p.zero_()
                        p.grad.zero_()
        """,
    ),
    wrong(
        "zero_grad/buffer_of_one_shape",
        "shape",
        r"shape|error|RuntimeError|TypeError",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.grad = torch.zeros(1)
        """,
    ),
    wrong(
        "zero_grad/number_for_a_tensor",
        "buffers",
        r"number|0|None|tensor|TypeError",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.grad = 0
        """,
    ),
    wrong(
        "zero_grad/clears_if_already_empty",
        "control",
        r"does it run|condition|turned",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is None:
                    p.grad = torch.zeros_like(p)
        """,
    ),
    wrong(
        "zero_grad/list_emptied",
        "wiring",
        r"list|nothing|buffer",
        """
        def zero_grad(parameters):
            grads = [p.grad for p in parameters]
            grads = [0 for g in grads]
        """,
    ),
    wrong(
        "zero_grad/clones_cleared",
        "buffers",
        r"copy|clone|nothing|buffer",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    p.grad.clone().zero_()
        """,
    ),
    wrong(
        "quadratic/linear_term_missing",
        "forward",
        r"w2|term|linear",
        """
        def forward(x, w1, w2, b):
            return w1 * x ** 2 + b
        """,
        within="quadratic/data_style",
    ),
    wrong(
        "quadratic/bias_missing",
        "forward",
        r"bias|\bb\b|term",
        """
        def forward(x, w1, w2, b):
            return w1 * x ** 2 + w2 * x
        """,
    ),
    wrong(
        "quadratic/half_loss",
        "scale",
        r"halved|half|factor",
        """
        def loss(prediction, y):
            return 0.5 * (prediction - y) ** 2
        """,
        within="quadratic/helper_functions",
    ),
    wrong(
        "quadratic/uphill",
        "update",
        r"uphill|sign|against|direction|plus",
        """
        def train(parameters, xs, ys, lr, epochs):
            losses = []
            for e in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, *parameters), y)
                    if not torch.isfinite(l):
                        return losses
                    l.backward()
                    for p in parameters:
                        p.data += lr * p.grad.data
                        p.grad.data.zero_()
                losses.append(l.item())
            return losses
        """,
    ),
    wrong(
        "quadratic/brackets_missing",
        "buffers",
        r"clear|buffer|bracket|accumul|add",
        """
        def train(parameters, xs, ys, lr, epochs):
            losses = []
            for e in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, *parameters), y)
                    if not torch.isfinite(l):
                        return losses
                    l.backward()
                    for p in parameters:
                        p.data -= lr * p.grad.data
                        p.grad.data.zero_
                losses.append(l.item())
            return losses
        """,
        within="quadratic/polynomial",
    ),
    wrong(
        "quadratic/mean_loss",
        "scale",
        r"mean|averag|last",
        """
        def train(parameters, xs, ys, lr, epochs):
            losses = []
            for e in range(epochs):
                total = 0
                for x, y in zip(xs, ys):
                    l = loss(forward(x, *parameters), y)
                    if not torch.isfinite(l):
                        return losses
                    l.backward()
                    with torch.no_grad():
                        for p in parameters:
                            p -= lr * p.grad
                            p.grad = None
                    total += l.item()
                losses.append(total / len(xs))
            return losses
        """,
    ),
    wrong(
        "quadratic/one_epoch_short",
        "control",
        r"epoch|one|range|short|few",
        """
        def train(parameters, xs, ys, lr, epochs):
            losses = []
            for e in range(1, epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, *parameters), y)
                    if not torch.isfinite(l):
                        return losses
                    l.backward()
                    with torch.no_grad():
                        for p in parameters:
                            p -= lr * p.grad
                            p.grad.zero_()
                losses.append(l.item())
            return losses
        """,
    ),
    wrong(
        "backprop_222/bias_of_one_added",
        "forward",
        r"1|add|term|bias",
        """
        def forward(w, x):
            h1 = sigmoid(w[0] * x[0] + w[2] * x[1] + 1)
            h2 = sigmoid(w[1] * x[0] + w[3] * x[1] + 1)
            o1, o2 = sigmoid(w[4] * h1 + w[6] * h2), sigmoid(w[5] * h1 + w[7] * h2)
            return np.array([h1, h2]), np.array([o1, o2])
        """,
    ),
    wrong(
        "backprop_222/hidden_not_bent",
        "forward",
        r"hidden|sigmoid|bent|bend",
        """
        def forward(w, x):
            h1 = w[0] * x[0] + w[2] * x[1]
            h2 = w[1] * x[0] + w[3] * x[1]
            o1 = sigmoid(w[4] * h1 + w[6] * h2)
            o2 = sigmoid(w[5] * h1 + w[7] * h2)
            return np.array([h1, h2]), np.array([o1, o2])
        """,
        within="backprop_222/dictionary",
    ),
    wrong(
        "backprop_222/loss_of_first_output",
        "forward",
        r"first|second|output|one",
        """
        def loss(o, y):
            return 0.5 * (o[0] - y[0]) ** 2
        """,
    ),
    wrong(
        "backprop_222/steepness_of_the_wrong_node",
        "chain",
        r"h1|hidden|node|steep|other|output",
        """
        def gradient(w, x, y, h, o):
            d1 = (o[0] - y[0]) * o[0] * (1 - o[0])
            d2 = (o[1] - y[1]) * o[1] * (1 - o[1])
            e1 = (d1 * w[4] + d2 * w[5]) * h[0] * (1 - h[0])
            e2 = (d1 * w[6] + d2 * w[7]) * h[0] * (1 - h[0])
            return np.array([e1 * x[0], e2 * x[0], e1 * x[1], e2 * x[1],
                             d1 * h[0], d2 * h[0], d1 * h[1], d2 * h[1]])
        """,
    ),
    wrong(
        "backprop_222/target_missing",
        "chain",
        r"target|\by\b",
        """
        def gradient(w, x, y, h, o):
            d = o * o * (1 - o)
            W = w[4:].reshape(2, 2)
            e = (W @ d) * h * (1 - h)
            return np.concatenate([np.outer(x, e).ravel(), np.outer(h, d).ravel()])
        """,
        within="backprop_222/network_class",
    ),
    wrong(
        "backprop_222/double_slope",
        "scale",
        r"2|twice|factor|double",
        """
        def gradient(w, x, y, h, o):
            d = 2 * (o - y) * o * (1 - o)
            e = (w[4:].reshape(2, 2) @ d) * h * (1 - h)
            return np.concatenate([np.outer(x, e).ravel(), np.outer(h, d).ravel()])
        """,
    ),
    wrong(
        "backprop_222/steepness_with_a_bracket_missing",
        "chain",
        r"factor is 0|bracket",
        """
        def gradient(w, x, y, h, o):
            d1 = (o[0] - y[0]) * (o[0] * 1 - o[0])
            d2 = (o[1] - y[1]) * (o[1] * 1 - o[1])
            e1 = (d1 * w[4] + d2 * w[5]) * (h[0] * (1 - h[0]))
            e2 = (d1 * w[6] + d2 * w[7]) * (h[1] * (1 - h[1]))
            return np.array([e1 * x[0], e2 * x[0], e1 * x[1], e2 * x[1],
                             d1 * h[0], d2 * h[0], d1 * h[1], d2 * h[1]])
        """,
    ),
    wrong(
        "backprop_222/step_added",
        "update",
        r"uphill|sign|against|direction|plus",
        """
        def train(w, x, y, step, rounds):
            losses = []
            for i in range(rounds):
                h, o = forward(w, x)
                losses.append(loss(o, y))
                w = w + step * gradient(w, x, y, h, o)
            return w, losses
        """,
        within="backprop_222/complex_steps",
    ),
    wrong(
        "backprop_222/return_in_loop",
        "control",
        r"return|first",
        """
        def train(w, x, y, step, rounds):
            losses = []
            for i in range(rounds):
                h, o = forward(w, x)
                losses.append(loss(o, y))
                w = w - step * gradient(w, x, y, h, o)
                return w, losses
        """,
    ),
)
