"""Foreign programs and mistakes for ``two_layer_relu``, ``two_layer_linear`` and ``relu_222``."""

from __future__ import annotations

from mistakes_row import foreign, wrong

FOREIGN = (
    foreign(
        "two_layer_relu/clamp_and_mm",
        """
        def forward(x, w1, w2):
            h = x.mm(w1)
            h_relu = h.clamp(min=0)
            y_pred = h_relu.mm(w2)
            return h, h_relu, y_pred

        def loss(prediction, y):
            return (prediction - y).pow(2).sum()

        def by_autograd(x, y, w1, w2):
            w1.grad, w2.grad = None, None
            loss(forward(x, w1, w2)[2], y).backward()
            return w1.grad, w2.grad

        def slope_of_weights(values, slopes):
            return values.t().mm(slopes)

        def slope_of_hidden(slopes, w2):
            return slopes.mm(w2.t())

        def through_the_clamp(slopes, z):
            grad_h = slopes.clone()
            grad_h[z < 0] = 0
            return grad_h

        def train(x, y, w1, w2, lr, rounds):
            losses = []
            for t in range(rounds):
                h, h_relu, y_pred = forward(x, w1, w2)
                losses.append(loss(y_pred, y).item())
                grad_y_pred = 2.0 * (y_pred - y)
                grad_w2 = slope_of_weights(h_relu, grad_y_pred)
                grad_h = through_the_clamp(slope_of_hidden(grad_y_pred, w2), h)
                grad_w1 = slope_of_weights(x, grad_h)
                w1 = w1 - lr * grad_w1
                w2 = w2 - lr * grad_w2
            return w1, w2, losses
        """,
    ),
    foreign(
        "two_layer_relu/einsum",
        """
        def forward(x, w1, w2):
            z = torch.einsum("nd,dm->nm", x, w1)
            h = torch.where(z > 0, z, torch.zeros_like(z))
            return z, h, torch.einsum("nm,mk->nk", h, w2)

        def loss(prediction, y):
            return ((prediction - y) ** 2).sum(dim=1).sum(dim=0)

        def by_autograd(x, y, w1, w2):
            *_, p = forward(x, w1, w2)
            return torch.autograd.grad(loss(p, y), [w1, w2])

        def slope_of_weights(values, slopes):
            return torch.einsum("na,nb->ab", values, slopes)

        def slope_of_hidden(slopes, w2):
            return torch.einsum("nk,mk->nm", slopes, w2)

        def through_the_clamp(slopes, z):
            return slopes * torch.heaviside(z, torch.zeros((), dtype=z.dtype))

        def train(x, y, w1, w2, lr, rounds):
            a, c = w1.clone(), w2.clone()
            history = []
            for _ in range(rounds):
                z, h, p = forward(x, a, c)
                history.append(float(loss(p, y)))
                d = 2 * (p - y)
                ga = slope_of_weights(x, through_the_clamp(slope_of_hidden(d, c), z))
                gc = slope_of_weights(h, d)
                a -= lr * ga
                c -= lr * gc
            return a, c, history
        """,
    ),
    foreign(
        "two_layer_relu/sample_by_sample",
        """
        def forward(x, w1, w2):
            z = torch.stack([row @ w1 for row in x])
            h = torch.relu(z)
            return z, h, torch.stack([row @ w2 for row in h])

        def loss(prediction, y):
            total = 0
            for p_row, y_row in zip(prediction, y):
                total = total + torch.dot(p_row - y_row, p_row - y_row)
            return total

        def by_autograd(x, y, w1, w2):
            a = w1.detach().clone().requires_grad_()
            c = w2.detach().clone().requires_grad_()
            loss(forward(x, a, c)[-1], y).backward()
            return a.grad, c.grad

        def slope_of_weights(values, slopes):
            return sum(torch.outer(v, s) for v, s in zip(values, slopes))

        def slope_of_hidden(slopes, w2):
            return torch.stack([w2 @ s for s in slopes])

        def through_the_clamp(slopes, z):
            return slopes.masked_fill(z <= 0, 0.0)

        def train(x, y, w1, w2, lr, rounds):
            losses = []
            while len(losses) < rounds:
                z, h, p = forward(x, w1, w2)
                losses.append(loss(p, y).item())
                s = p - y + p - y
                w1, w2 = (
                    w1 - lr * slope_of_weights(x, through_the_clamp(slope_of_hidden(s, w2), z)),
                    w2 - lr * slope_of_weights(h, s),
                )
            return w1, w2, losses
        """,
    ),
    foreign(
        "two_layer_linear/loops",
        """
        def matvec(M, v):
            return np.array([sum(M[i][j] * v[j] for j in range(len(v))) for i in range(len(M))])

        def forward(w1, b1, w2, b2, x):
            h = matvec(w1, x) + b1
            return h, matvec(w2, h) + b2

        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            k, m, d = len(b2), len(b1), len(x)
            g = [2 * (prediction[i] - y[i]) for i in range(k)]
            e = [sum(g[i] * w2[i][j] for i in range(k)) for j in range(m)]
            dw2 = [[g[i] * h[j] for j in range(m)] for i in range(k)]
            dw1 = [[e[i] * x[j] for j in range(d)] for i in range(m)]
            return np.array(dw1), np.array(e), np.array(dw2), np.array(g)

        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            n = len(x)
            total = None
            for i in range(n):
                one = gradient(w1, b1, w2, b2, x[i], y[i], h[i], prediction[i])
                total = one if total is None else [a + c for a, c in zip(total, one)]
            return tuple(t / n for t in total)

        def collapse(w1, b1, w2, b2):
            return np.array([[sum(w2[i][l] * w1[l][j] for l in range(len(b1))) for j in range(len(w1[0]))]
                             for i in range(len(b2))]), matvec(w2, b1) + b2
        """,
    ),
    foreign(
        "two_layer_linear/einsum",
        """
        def forward(w1, b1, w2, b2, x):
            h = np.einsum("md,d->m", w1, x) + b1
            p = np.einsum("km,m->k", w2, h) + b2
            return h, p

        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            dp = 2 * (prediction - y)
            dh = dp @ w2
            return dh[:, None] * x[None, :], dh, dp.reshape(-1, 1) * h.reshape(1, -1), dp

        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            n = y.shape[0]
            dp = 2 / n * (prediction - y)
            dh = np.einsum("nk,km->nm", dp, w2)
            return np.einsum("nm,nd->md", dh, x), dh.sum(0), np.einsum("nk,nm->km", dp, h), dp.sum(0)

        def collapse(w1, b1, w2, b2):
            _, b = forward(w1, b1, w2, b2, np.zeros(w1.shape[1]))
            columns = [forward(w1, b1, w2, b2, e)[1] - b for e in np.eye(w1.shape[1])]
            return np.stack(columns, axis=1), b
        """,
    ),
    foreign(
        "two_layer_linear/layer_class",
        """
        class Layer:
            def __init__(self, W, b):
                self.W, self.b = np.asmatrix(W), np.asarray(b)

            def __call__(self, x):
                self.x = np.asarray(x)
                return np.asarray(self.W @ self.x[:, None]).ravel() + self.b

            def back(self, slope):
                return np.outer(slope, self.x), slope, np.asarray(self.W.T @ slope[:, None]).ravel()

        def forward(w1, b1, w2, b2, x):
            h = Layer(w1, b1)(x)
            return [h, Layer(w2, b2)(h)]

        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            first, second = Layer(w1, b1), Layer(w2, b2)
            out = second(first(x))
            dw2, db2, e = second.back(2 * (out - y))
            dw1, db1, _ = first.back(e)
            return dw1, db1, dw2, db2

        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            rows = [gradient(w1, b1, w2, b2, *row) for row in zip(x, y, h, prediction)]
            return [np.mean([row[i] for row in rows], axis=0) for i in range(4)]

        def collapse(w1, b1, w2, b2):
            return w2 @ w1, w2 @ b1 + b2
        """,
    ),
    foreign(
        "relu_222/matrices",
        """
        def relu(z):
            return np.where(z > 0, z, 0.0)

        def sums(w, x):
            W1 = np.array(w[:4]).reshape(2, 2)
            W2 = np.array(w[4:]).reshape(2, 2)
            z1 = x @ W1
            z2 = relu(z1) @ W2
            return z1, z2

        def forward(w, x):
            z1, z2 = sums(w, x)
            return relu(z1), relu(z2)

        def gradient(w, x, y, h, o):
            W2 = np.array(w[4:]).reshape(2, 2)
            d2 = (o - y) * (o > 0)
            d1 = (W2 @ d2) * (h > 0)
            return np.concatenate([np.outer(x, d1).ravel(), np.outer(h, d2).ravel()])

        def dead_nodes(w, xs):
            z1, z2 = sums(w, xs)
            return list((np.hstack([z1, z2]) <= 0).all(axis=0))

        def stuck_weights(w, xs):
            z1, z2 = sums(w, xs)
            on1, on2 = z1 > 0, z2 > 0
            moves = np.zeros(8, dtype=bool)
            for a, o in zip(on1, on2):
                reach = a & o.any()
                moves |= np.array([*reach, *reach, a[0] & o[0], a[0] & o[1], a[1] & o[0], a[1] & o[1]])
            return ~moves
        """,
    ),
    foreign(
        "relu_222/plain_python",
        """
        def relu(z):
            return (np.abs(z) + z) / 2

        def forward(w, x):
            w1, w2, w3, w4, w5, w6, w7, w8 = w
            h1 = relu(w1 * x[0] + w3 * x[1])
            h2 = relu(w2 * x[0] + w4 * x[1])
            return (h1, h2), (relu(w5 * h1 + w7 * h2), relu(w6 * h1 + w8 * h2))

        def gradient(w, x, y, h, o):
            d_o1 = o[0] - y[0] if o[0] > 0 else 0
            d_o2 = o[1] - y[1] if o[1] > 0 else 0
            d_h1 = d_o1 * w[4] + d_o2 * w[5] if h[0] > 0 else 0
            d_h2 = d_o1 * w[6] + d_o2 * w[7] if h[1] > 0 else 0
            return [d_h1 * x[0], d_h2 * x[0], d_h1 * x[1], d_h2 * x[1],
                    d_o1 * h[0], d_o2 * h[0], d_o1 * h[1], d_o2 * h[1]]

        def dead_nodes(w, xs):
            dead = [True] * 4
            for x in xs:
                (h1, h2), (o1, o2) = forward(w, x)
                for i, v in enumerate((h1, h2, o1, o2)):
                    if v > 0:
                        dead[i] = False
            return dead

        def stuck_weights(w, xs):
            # targets below every output: then no slope vanishes by accident
            total = np.zeros(8)
            for x in xs:
                h, o = forward(w, x)
                for y in ((-1.0, -2.3), (-3.7, -1.9)):
                    total += np.abs(gradient(w, x, y, h, o))
            return [t == 0 for t in total]
        """,
    ),
    foreign(
        "relu_222/roads",
        """
        def relu(z):
            return np.maximum(z, 0)

        def forward(w, x):
            W = np.asarray(w)
            h = relu(np.array([W[0] * x[0] + W[2] * x[1], W[1] * x[0] + W[3] * x[1]]))
            o = relu(np.array([W[4] * h[0] + W[6] * h[1], W[5] * h[0] + W[7] * h[1]]))
            return h, o

        def gradient(w, x, y, h, o):
            # one direction at a time, exact since everything is linear between the bends
            slopes = []
            for i in range(8):
                dw = np.zeros(8)
                dw[i] = 1.0
                dh = np.array([dw[0] * x[0] + dw[2] * x[1], dw[1] * x[0] + dw[3] * x[1]]) * np.sign(h)
                do = np.array([
                    dw[4] * h[0] + dw[6] * h[1] + w[4] * dh[0] + w[6] * dh[1],
                    dw[5] * h[0] + dw[7] * h[1] + w[5] * dh[0] + w[7] * dh[1],
                ]) * np.sign(o)
                slopes.append(float((o - y) @ do))
            return slopes

        def dead_nodes(w, xs):
            values = np.array([np.concatenate(forward(w, x)) for x in xs])
            return values.max(axis=0) == 0

        def stuck_weights(w, xs):
            result = []
            for begin, ends in [("x", (0,)), ("x", (1,)), ("x", (0,)), ("x", (1,)),
                                (0, (0,)), (0, (1,)), (1, (0,)), (1, (1,))]:
                stuck = True
                for x in xs:
                    h, o = forward(w, x)
                    if begin == "x":
                        if h[ends[0]] > 0 and (o[0] > 0 or o[1] > 0):
                            stuck = False
                    elif h[begin] > 0 and o[ends[0]] > 0:
                        stuck = False
                result.append(stuck)
            return np.array(result)
        """,
    ),
)

WRONG = (
    wrong(
        "two_layer_relu/output_clamped_too",
        "forward",
        r"prediction|output|clamp|second",
        """
        def forward(x, w1, w2):
            z = x @ w1
            h = torch.relu(z)
            return z, h, torch.relu(h @ w2)
        """,
        within="two_layer_relu/einsum",
    ),
    wrong(
        "two_layer_relu/clamp_forgotten",
        "forward",
        r"clamp|relu",
        """
        def forward(x, w1, w2):
            z = x.mm(w1)
            h = z
            return z, h, z.mm(w2)
        """,
    ),
    wrong(
        "two_layer_relu/weights_clamped",
        "forward",
        r"weights|w1|clamp",
        """
        def forward(x, w1, w2):
            z = x @ w1
            h = x @ w1.clamp(min=0)
            return z, h, h @ w2
        """,
    ),
    wrong(
        "two_layer_relu/mean_loss",
        "scale",
        r"averag|mean|sum",
        """
        def loss(prediction, y):
            return ((prediction - y) ** 2).mean()
        """,
        within="two_layer_relu/sample_by_sample",
    ),
    wrong(
        "two_layer_relu/loss_absolute",
        "forward",
        r"absolute|square",
        """
        def loss(prediction, y):
            return torch.abs(prediction - y).sum()
        """,
    ),
    wrong(
        "two_layer_relu/buffers_kept",
        "buffers",
        r"clear|buffer|accumul|add",
        """
        def by_autograd(x, y, w1, w2):
            z, h, p = forward(x, w1, w2)
            l = loss(p, y)
            l.backward()
            return w1.grad, w2.grad
        """,
        within="two_layer_relu/clamp_and_mm",
    ),
    wrong(
        "two_layer_relu/second_buffer_kept",
        "buffers",
        r"clear|buffer|w2|second|accumul|add",
        """
        def by_autograd(x, y, w1, w2):
            if w1.grad is not None:
                w1.grad.zero_()
            loss(forward(x, w1, w2)[2], y).backward()
            return w1.grad, w2.grad
        """,
    ),
    wrong(
        "two_layer_relu/weights_averaged",
        "scale",
        r"averag|mean|sum|number of samples",
        """
        def slope_of_weights(values, slopes):
            n = values.shape[0]
            return values.T @ slopes / n
        """,
        within="two_layer_relu/einsum",
    ),
    wrong(
        "two_layer_relu/product_transposed",
        "shape",
        r"turn|transpos|rows and columns",
        """
        def slope_of_weights(values, slopes):
            return slopes.t() @ values
        """,
    ),
    wrong(
        "two_layer_relu/hidden_averaged",
        "shape",
        r"mean|averag|times ½",
        """
        def slope_of_hidden(slopes, w2):
            result = torch.zeros(slopes.shape[0], w2.shape[0], dtype=slopes.dtype)
            for i in range(slopes.shape[0]):
                for j in range(w2.shape[0]):
                    result[i, j] = (slopes[i] * w2[j]).mean()
            return result
        """,
    ),
    wrong(
        "two_layer_relu/slope_clamped",
        "chain",
        r"clamp|negative|sign|mask|\bz\b",
        """
        def through_the_clamp(slopes, z):
            return torch.clamp(slopes, min=0)
        """,
        within="two_layer_relu/clamp_and_mm",
    ),
    wrong(
        "two_layer_relu/mask_is_z",
        "chain",
        r"\bz\b|1|mask|times",
        """
        def through_the_clamp(slopes, z):
            return slopes * torch.relu(z)
        """,
    ),
    wrong(
        "two_layer_relu/mask_turned",
        "chain",
        r"turned|wrong way|inver|below|opposite|negative",
        """
        def through_the_clamp(slopes, z):
            grad = slopes.clone()
            grad[z > 0] = 0
            return grad
        """,
    ),
    wrong(
        "two_layer_relu/moved_weights_sent_back",
        "update",
        r"already|moved|new|old|same|began",
        """
        def train(x, y, w1, w2, lr, rounds):
            losses = []
            for i in range(rounds):
                z, h, p = forward(x, w1, w2)
                losses.append(loss(p, y).item())
                d = 2 * (p - y)
                w2 = w2 - lr * slope_of_weights(h, d)
                w1 = w1 - lr * slope_of_weights(x, through_the_clamp(slope_of_hidden(d, w2), z))
            return w1, w2, losses
        """,
    ),
    wrong(
        "two_layer_relu/two_missing_in_training",
        "scale",
        r"two is missing|half|times ½",
        """
        def train(x, y, w1, w2, lr, rounds):
            losses = []
            for i in range(rounds):
                z, h, p = forward(x, w1, w2)
                losses.append(loss(p, y).item())
                d = p - y
                g2 = slope_of_weights(h, d)
                g1 = slope_of_weights(x, through_the_clamp(slope_of_hidden(d, w2), z))
                w1, w2 = w1 - lr * g1, w2 - lr * g2
            return w1, w2, losses
        """,
        within="two_layer_relu/sample_by_sample",
    ),
    wrong(
        "two_layer_relu/clamp_left_out_backwards",
        "chain",
        r"clamp|rule 3|through",
        """
        def train(x, y, w1, w2, lr, rounds):
            losses = []
            for i in range(rounds):
                z, h, p = forward(x, w1, w2)
                losses.append(float(loss(p, y)))
                d = 2 * (p - y)
                g2 = slope_of_weights(h, d)
                g1 = slope_of_weights(x, slope_of_hidden(d, w2))
                w1 = w1 - lr * g1
                w2 = w2 - lr * g2
            return w1, w2, losses
        """,
    ),
    wrong(
        "two_layer_linear/first_bias_missing",
        "forward",
        r"bias|b1",
        """
        def forward(w1, b1, w2, b2, x):
            h = np.dot(w1, x)
            p = np.dot(w2, h) + b2
            return h, p
        """,
        within="two_layer_linear/loops",
    ),
    wrong(
        "two_layer_linear/bent_in_between",
        "forward",
        r"bend|sigmoid|relu|negative|clamp|tanh",
        """
        def forward(w1, b1, w2, b2, x):
            h = np.maximum(0, w1 @ x + b1)
            return h, w2 @ h + b2
        """,
    ),
    wrong(
        "two_layer_linear/transpose_missing",
        "shape",
        r"transpos|turn|column|row",
        """
        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = 2 * (prediction - y)
            k, m = w2.shape
            e = (w2 @ g if k == m else w2.T @ g)
            return np.outer(e, x), e, np.outer(g, h), g
        """,
    ),
    wrong(
        "two_layer_linear/outer_turned",
        "shape",
        r"transpos|turn|outer|row",
        """
        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = 2 * (prediction - y)
            e = w2.T.dot(g)
            return np.outer(x, e), e, np.outer(h, g), g
        """,
        within="two_layer_linear/einsum",
    ),
    wrong(
        "two_layer_linear/two_missing",
        "scale",
        r"off by one constant|half|times ½",
        """
        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = prediction - y
            e = w2.T @ g
            return np.outer(e, x), e, np.outer(g, h), g
        """,
    ),
    wrong(
        "two_layer_linear/hidden_from_weight_slopes",
        "chain",
        r"weight|W2|slope|gradient",
        """
        def gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = 2 * (prediction - y)
            dw2 = np.outer(g, h)
            e = dw2.T @ g
            return np.outer(e, x), e, dw2, g
        """,
    ),
    wrong(
        "two_layer_linear/summed",
        "scale",
        r"sum|mean|averag|number of samples",
        """
        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = 2 * (prediction - y)
            e = g @ w2
            return e.T @ x, e.sum(axis=0), g.T @ h, g.sum(axis=0)
        """,
        within="two_layer_linear/layer_class",
    ),
    wrong(
        "two_layer_linear/biases_averaged_weights_summed",
        "scale",
        r"sum|mean|averag",
        """
        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = 2 * (prediction - y)
            e = g.dot(w2)
            return e.T.dot(x), e.mean(axis=0), g.T.dot(h), g.mean(axis=0)
        """,
    ),
    wrong(
        "two_layer_linear/averaged_first",
        "shape",
        r"mean|averag|product",
        """
        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            return gradient(w1, b1, w2, b2, x.mean(0), y.mean(0), h.mean(0), prediction.mean(0))
        """,
    ),
    wrong(
        "two_layer_linear/mean_over_outputs_too",
        "scale",
        r"outputs|k\b|mean|averag|factor",
        """
        def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
            g = 2 * (prediction - y) / y.size
            e = g @ w2
            return e.T @ x, e.sum(axis=0), g.T @ h, g.sum(axis=0)
        """,
        within="two_layer_linear/loops",
    ),
    wrong(
        "two_layer_linear/first_bias_not_sent_on",
        "forward",
        r"b1|bias",
        """
        def collapse(w1, b1, w2, b2):
            return w2 @ w1, b2
        """,
    ),
    wrong(
        "two_layer_linear/biases_added",
        "forward",
        r"b1|bias|W2|through",
        """
        def collapse(w1, b1, w2, b2):
            w = np.matmul(w2, w1)
            b = w2.sum(axis=1) * b1.mean() + b2
            return w, b
        """,
    ),
    wrong(
        "relu_222/absolute",
        "forward",
        r"absolute|negative|sign|below",
        """
        def relu(z):
            return np.abs(z)
        """,
        within="relu_222/matrices",
    ),
    wrong(
        "relu_222/leaky",
        "forward",
        r"leak|negative|below|0\.01",
        """
        def relu(z):
            return np.where(z > 0, z, 0.01 * z)
        """,
    ),
    wrong(
        "relu_222/outputs_not_bent",
        "forward",
        r"output|bent|bend|relu",
        """
        def forward(w, x):
            h = relu(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
            o = np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]])
            return h, o
        """,
        within="relu_222/plain_python",
    ),
    wrong(
        "relu_222/weights_in_rows",
        "shape",
        r"turn|transpos|order|w2|w3|numbered",
        """
        def forward(w, x):
            h = relu(np.array([w[0] * x[0] + w[1] * x[1], w[2] * x[0] + w[3] * x[1]]))
            o = relu(np.array([w[4] * h[0] + w[5] * h[1], w[6] * h[0] + w[7] * h[1]]))
            return h, o
        """,
    ),
    wrong(
        "relu_222/hidden_mask_missing",
        "chain",
        r"hidden|silent|mask|bend|steep",
        """
        def gradient(w, x, y, h, o):
            do = (o - y) * np.where(o > 0, 1, 0)
            dh1 = do[0] * w[4] + do[1] * w[5]
            dh2 = do[0] * w[6] + do[1] * w[7]
            return np.array([dh1 * x[0], dh2 * x[0], dh1 * x[1], dh2 * x[1],
                             do[0] * h[0], do[1] * h[0], do[0] * h[1], do[1] * h[1]])
        """,
    ),
    wrong(
        "relu_222/output_mask_missing",
        "chain",
        r"output|silent|mask|bend|steep",
        """
        def gradient(w, x, y, h, o):
            d1, d2 = o[0] - y[0], o[1] - y[1]
            e1 = (d1 * w[4] + d2 * w[5]) * (h[0] > 0)
            e2 = (d1 * w[6] + d2 * w[7]) * (h[1] > 0)
            return np.array([e1 * x[0], e2 * x[0], e1 * x[1], e2 * x[1],
                             d1 * h[0], d2 * h[0], d1 * h[1], d2 * h[1]])
        """,
        within="relu_222/plain_python",
    ),
    wrong(
        "relu_222/sigmoid_derivative",
        "chain",
        r"sigmoid|1 - ",
        """
        def gradient(w, x, y, h, o):
            W2 = w[4:].reshape(2, 2)
            d2 = (o - y) * o * (1 - o)
            d1 = (W2 @ d2) * h * (1 - h)
            return np.concatenate([np.outer(x, d1).ravel(), np.outer(h, d2).ravel()])
        """,
    ),
    wrong(
        "relu_222/error_clamped",
        "chain",
        r"clamp|negative|sign|slope",
        """
        def gradient(w, x, y, h, o):
            W2 = w[4:].reshape(2, 2)
            d2 = relu(o - y)
            d1 = relu(W2 @ d2)
            return np.concatenate([np.outer(x, d1).ravel(), np.outer(h, d2).ravel()])
        """,
    ),
    wrong(
        "relu_222/silent_once_is_dead",
        "control",
        r"every|once|some|any|all",
        """
        def dead_nodes(w, xs):
            silent = [[v <= 0 for v in (*forward(w, x)[0], *forward(w, x)[1])] for x in xs]
            return [any(column) for column in zip(*silent)]
        """,
        within="relu_222/roads",
    ),
    wrong(
        "relu_222/awake_for_dead",
        "control",
        r"turned|opposite|not|awake|inver|true",
        """
        def dead_nodes(w, xs):
            alive = np.zeros(4, dtype=bool)
            for x in xs:
                h, o = forward(w, x)
                alive |= np.concatenate([h, o]) > 0
            return alive
        """,
    ),
    wrong(
        "relu_222/only_end_counts",
        "chain",
        r"begin|start|end|road|silent|multipl",
        """
        def stuck_weights(w, xs):
            d = dead_nodes(w, xs)
            return [d[0], d[1], d[0], d[1], d[2], d[3], d[2], d[3]]
        """,
    ),
    wrong(
        "relu_222/dead_nodes_only",
        "control",
        r"same sample|at once|dead|each sample|one sample",
        """
        def stuck_weights(w, xs):
            h1, h2, o1, o2 = dead_nodes(w, xs)
            both = o1 and o2
            return [h1 or both, h2 or both, h1 or both, h2 or both, h1 or o1, h1 or o2, h2 or o1, h2 or o2]
        """,
        within="relu_222/plain_python",
    ),
)
