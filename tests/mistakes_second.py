"""A second round of mistakes, written after the first had been learned from; two rules were mended by it."""

from __future__ import annotations

from mistakes_row import Foreign, wrong

FOREIGN: tuple[Foreign, ...] = ()

WRONG = (
    wrong(
        "linear/target_learned",
        "forward",
        r"forward|x and y|input and target|exchanged|every",
        """
        def learn(w, x, y, lr):
            l = loss(forward(y, w), x)
            l.backward()
            g = w.grad.item()
            w.data -= lr * w.grad.data
            w.grad.data.zero_()
            return l.item(), g
        """,
    ),
    wrong(
        "linear/first_loss_noted",
        "control",
        r"first|last",
        """
        def train(w, xs, ys, lr, epochs):
            history = []
            for e in range(epochs):
                losses = [learn(w, x, y, lr)[0] for x, y in zip(xs, ys)]
                history.append(losses[0])
            return history
        """,
        within="linear/slope_on_paper",
    ),
    wrong(
        "numeric_gradient/absolute_slope",
        "chain",
        r"absolute|sign",
        """
        def central_difference(f, v, delta):
            return abs(f(v + delta) - f(v - delta)) / (2 * delta)
        """,
    ),
    wrong(
        "numeric_gradient/b_not_moved_back",
        "update",
        r"moved|where it was|new w|stays|tried",
        """
        def gradient(w, b, x, y, delta):
            w = w + delta
            up = loss(w, b, x, y)
            w = w - 2 * delta
            down = loss(w, b, x, y)
            dw = (up - down) / (2 * delta)
            db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
            return dw, db
        """,
    ),
    wrong(
        "thermometer/x_missing",
        "chain",
        r"x|factor|same",
        """
        def gradient(x, y, prediction):
            e = 2 * (prediction - y)
            return e.mean(), e.mean()
        """,
    ),
    wrong(
        "thermometer/one_epoch_more",
        "control",
        r"epoch|round|more|many",
        """
        def train(w, b, x, y, lr, epochs):
            losses = []
            for e in range(epochs + 1):
                p = w * x + b
                if not np.isfinite(loss(p, y)):
                    break
                losses.append(loss(p, y))
                dw, db = gradient(x, y, p)
                w, b = w - lr * dw, b - lr * db
            return w, b, losses
        """,
        within="thermometer/matrix",
    ),
    wrong(
        "perceptron_and/bias_times_b",
        "chain",
        r"\bb\b|quantity|variable|squared|bias|x",
        """
        def slopes(x1, x2, target, prediction):
            d = 2 * (prediction - target)
            return d * x1, d * x2, d * x1 * x2
        """,
    ),
    wrong(
        "perceptron_and/w2_used_twice",
        "wiring",
        r"w2|w1|quantity|variable",
        """
        def predict(x1, x2, w1, w2, b):
            return x1 * w2 + x2 * w2 + b
        """,
        within="perceptron_and/dictionary",
    ),
    wrong(
        "logistic/entries_added",
        "forward",
        r"plus|add|multipl",
        """
        def cross_entropy(p, y):
            return -torch.mean((y + torch.log(p)) + (1 - y) * torch.log(1 - p))
        """,
    ),
    wrong(
        "logistic/bias_not_moved",
        "update",
        r"\bb\b|bias|stays|never",
        """
        def step(w, b, x, y, lr):
            l = cross_entropy(forward(x, w, b), label_column(y, len(y)))
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
            b.grad = None
            return l.item()
        """,
    ),
    wrong(
        "nn_module/plus_in_the_step",
        "update",
        r"uphill|sign|plus|direction",
        """
        def adam_step(p, g, m, v, t, lr):
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g ** 2
            return p + lr * (m / (1 - 0.9 ** t)) / ((v / (1 - 0.999 ** t)) ** 0.5 + 1e-8), m, v
        """,
        within="nn_module/class",
    ),
    wrong(
        "nn_module/summed_losses",
        "scale",
        r"sum|mean|added|times",
        """
        def train(network, loader, lr, epochs):
            opt = torch.optim.Adam(network.parameters(), lr=lr)
            res = []
            for e in range(epochs):
                total = 0.0
                for x, y in loader:
                    opt.zero_grad()
                    l = nn.MSELoss()(network(x), y)
                    l.backward()
                    opt.step()
                    total += l.item()
                res.append(total)
            return res
        """,
    ),
    wrong(
        "two_layer_relu/slope_one_for_all",
        "chain",
        r"mask|\bz\b|slope|ones|quantity|factor|comes back",
        """
        def through_the_clamp(slopes, z):
            return (z > 0).to(slopes.dtype)
        """,
    ),
    wrong(
        "two_layer_relu/same_gradient_twice",
        "wiring",
        r"w1|w2|never|stays|moves",
        """
        def train(x, y, w1, w2, lr, rounds):
            losses = []
            for i in range(rounds):
                z, h, p = forward(x, w1, w2)
                losses.append(loss(p, y).item())
                w2 = w2 - lr * slope_of_weights(h, 2 * (p - y))
            return w1, w2, losses
        """,
        within="two_layer_relu/einsum",
    ),
    wrong(
        "two_layer_linear/x_for_h",
        "chain",
        r"input|hidden|x\b|h\b",
        """
        def forward(w1, b1, w2, b2, x):
            h = w1 @ x + b1
            return h, w2 @ (h - b1) + b2
        """,
    ),
    wrong(
        "two_layer_linear/first_layer_summed",
        "scale",
        r"sum|mean|averag|times n|factor",
        """
        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            n = len(x)
            g = 2 * (prediction - y)
            e = g @ w2
            return e.T @ x, e.sum(0), g.T @ h / n, g.sum(0) / n
        """,
        within="two_layer_linear/einsum",
    ),
    wrong(
        "relu_222/negative_part",
        "forward",
        r"half|negative|minimum|below",
        """
        def relu(z):
            return np.minimum(z, 0)
        """,
    ),
    wrong(
        "relu_222/second_hidden_copied",
        "wiring",
        r"w\d|h1|entry|variable|quantity",
        """
        def gradient(w, x, y, h, o):
            d1 = (o[0] - y[0]) * (o[0] > 0)
            d2 = (o[1] - y[1]) * (o[1] > 0)
            e1 = (d1 * w[4] + d2 * w[5]) * (h[0] > 0)
            e2 = (d1 * w[6] + d2 * w[7]) * (h[0] > 0)
            return [e1 * x[0], e2 * x[0], e1 * x[1], e2 * x[1], d1 * h[0], d2 * h[0], d1 * h[1], d2 * h[1]]
        """,
    ),
    wrong(
        "losses_222/maximum_for_sum",
        "forward",
        r"max|sum|divid|add up",
        """
        def softmax(o):
            e = np.exp(o)
            return e / e.max()
        """,
    ),
    wrong(
        "losses_222/root_taken",
        "forward",
        r"root",
        """
        def mean_squared_error(o, y):
            return np.sqrt(np.mean((o - y) ** 2))
        """,
        within="losses_222/loops",
    ),
    wrong(
        "step_size/step_forgotten",
        "update",
        r"step|rate|ignored",
        """
        def descend(w, x, y, step, rounds):
            outputs, losses = [], []
            for i in range(rounds):
                o = forward(w, x)
                outputs.append(o)
                losses.append(loss(o, y))
                w = w - gradient(w, x, y)
            return w, outputs, losses
        """,
    ),
    wrong(
        "step_size/least_of_the_row",
        "shape",
        r"row|column|shape",
        """
        def best_steps(table, steps):
            return steps[np.argmin(table, axis=1)]
        """,
    ),
    wrong(
        "learning_rate/mean_curvature",
        "forward",
        r"sum|mean|averag|largest",
        """
        def largest_rate(hessian):
            return 2 / np.linalg.eigvalsh(hessian).mean()
        """,
    ),
    wrong(
        "learning_rate/upside_down",
        "forward",
        r"turned|other way|upside|one divided",
        """
        def observed_factor(losses):
            return np.sqrt(losses[-2] / losses[-1])
        """,
        within="learning_rate/matrices",
    ),
    wrong(
        "forward/divided",
        "forward",
        r"divi",
        """
        def forward(x, w):
            return x / w
        """,
    ),
    wrong(
        "loss/maximum",
        "scale",
        r"max|largest|mean|worst",
        """
        def mean_squared_error(predictions, y):
            return max((predictions - y) ** 2)
        """,
    ),
    wrong(
        "manual_gradient/last_averaged",
        "control",
        r"last|overwrit|one sample|loop",
        """
        def gradient(w, b, x, y):
            n = len(x)
            for i in range(n):
                dw = 2 * (w * x[i] + b - y[i]) * x[i]
                db = 2 * (w * x[i] + b - y[i])
            return dw / n, db / n
        """,
        within="manual_gradient/comprehension",
    ),
    wrong(
        "update_step/divided_by_the_rate",
        "update",
        r"divi|rate|lr",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    p.data -= p.grad / lr
        """,
    ),
    wrong(
        "zero_grad/every_second",
        "buffers",
        r"second|some|every|left out|loop",
        """
        def zero_grad(parameters):
            for i in range(0, len(parameters), 2):
                if parameters[i].grad is not None:
                    parameters[i].grad.zero_()
        """,
    ),
    wrong(
        "quadratic/square_of_the_term",
        "forward",
        r"bracket|square|power",
        """
        def forward(x, w1, w2, b):
            return (w1 * x) ** 2 + w2 * x + b
        """,
    ),
    wrong(
        "backprop_222/slope_of_the_sum",
        "chain",
        r"plus and a minus|1 -|steep|factor|bend|sigmoid",
        """
        def gradient(w, x, y, h, o):
            d = (o - y) * o * (1 + o)
            e = (w[4:].reshape(2, 2) @ d) * h * (1 - h)
            return np.concatenate([np.outer(x, e).ravel(), np.outer(h, d).ravel()])
        """,
    ),
    wrong(
        "backprop_222/weights_of_the_other_node",
        "wiring",
        r"w\d|road|entry|variable|quantity",
        """
        def gradient(w, x, y, h, o):
            d1 = (o[0] - y[0]) * o[0] * (1 - o[0])
            d2 = (o[1] - y[1]) * o[1] * (1 - o[1])
            e1 = (d1 * w[4] + d2 * w[5]) * h[0] * (1 - h[0])
            e2 = (d1 * w[4] + d2 * w[7]) * h[1] * (1 - h[1])
            return [e1 * x[0], e2 * x[0], e1 * x[1], e2 * x[1], d1 * h[0], d2 * h[0], d1 * h[1], d2 * h[1]]
        """,
        within="backprop_222/dictionary",
    ),
    wrong(
        "backprop_222/bend_of_another_node",
        "chain",
        r"`o` stands|steep|bend",
        """
        def gradient(w, x, y, h, o):
            d = (o - y) * o * (1 - o)
            e1 = (d[0] * w[4] + d[1] * w[5]) * o[0] * (1 - o[0])
            e2 = (d[0] * w[6] + d[1] * w[7]) * h[1] * (1 - h[1])
            return np.array([x[0] * e1, x[0] * e2, x[1] * e1, x[1] * e2, h[0] * d[0], h[0] * d[1],
                             h[1] * d[0], h[1] * d[1]])
        """,
    ),
    wrong(
        "step_size/one_array_for_all_rows",
        "buffers",
        r"copy|itself",
        """
        def descend(w, x, y, step, rounds):
            outputs, losses = [], []
            w = w.copy()
            o = np.zeros(2)
            for _ in range(rounds):
                o[:] = forward(w, x)
                outputs.append(o)
                losses.append(loss(o, y))
                w -= step * gradient(w, x, y)
            return w, outputs, losses
        """,
    ),
    wrong(
        "numeric_gradient/both_moved",
        "chain",
        r"delta|both|b stays",
        """
        def gradient(w, b, x, y, delta):
            dw = (loss(w + delta, b + delta, x, y) - loss(w - delta, b - delta, x, y)) / (2 * delta)
            db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
            return dw, db
        """,
    ),
    wrong(
        "two_layer_relu/sums_in_place_of_values",
        "wiring",
        r"`z`|clamp",
        """
        def train(x, y, w1, w2, lr, rounds):
            losses = []
            for _ in range(rounds):
                z, h, p = forward(x, w1, w2)
                losses.append(loss(p, y).item())
                g = 2 * (p - y)
                g2 = slope_of_weights(z, g)
                g1 = slope_of_weights(x, through_the_clamp(slope_of_hidden(g, w2), z))
                w1, w2 = w1 - lr * g1, w2 - lr * g2
            return w1, w2, losses
        """,
    ),
)
