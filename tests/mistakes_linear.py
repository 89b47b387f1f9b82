"""Foreign programs and mistakes for ``linear``, ``numeric_gradient`` and ``thermometer``."""

from __future__ import annotations

from mistakes_row import foreign, wrong

FOREIGN = (
    foreign(
        "linear/data_attribute",
        """
        # 用 .data 更新参数
        def learn(w, x, y, lr):
            l = loss(forward(x, w), y)
            l.backward()
            g = w.grad.item()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
            return l.item(), g

        def train(w, xs, ys, lr, epochs):
            loss_list = []
            for epoch in range(epochs):
                for x_val, y_val in zip(xs, ys):
                    l, g = learn(w, x_val, y_val, lr)
                    print("\\tgrad:", x_val, y_val, g)
                loss_list.append(l)
            return loss_list

        def epochs_needed(history, goal):
            for i, l in enumerate(history):
                if l <= goal:
                    return i + 1
            return 0
        """,
    ),
    foreign(
        "linear/optimiser",
        """
        import numpy as np

        def learn(w, x, y, lr):
            opt = torch.optim.SGD([w], lr=lr)
            opt.zero_grad()
            criterion = torch.nn.MSELoss(reduction="sum")
            out = criterion(forward(x, w), torch.tensor(float(y), dtype=w.dtype))
            out.backward()
            answer = (float(out.detach()), float(w.grad))
            opt.step()
            opt.zero_grad()
            return answer

        def train(w, xs, ys, lr, epochs):
            return [[learn(w, xs[i], ys[i], lr)[0] for i in range(len(xs))][-1] for _ in range(epochs)]

        def epochs_needed(history, goal):
            hit = np.flatnonzero(np.asarray(history) <= goal)
            return int(hit[0]) + 1 if hit.size else 0
        """,
    ),
    foreign(
        "linear/slope_on_paper",
        """
        def _slope(w, x, y):
            return 2.0 * x * (x * w - y)

        def learn(w, x, y, lr):
            value = w.item()
            slope = _slope(value, x, y)
            with torch.no_grad():
                w.fill_(value - lr * slope)
            w.grad = None
            return [(value * x - y) ** 2, slope]

        def train(w, xs, ys, lr, epochs):
            history, k = [], 0
            while k < epochs:
                for x, y in zip(xs, ys):
                    last = learn(w, x, y, lr)
                history += [last[0]]
                k += 1
            return history

        def epochs_needed(history, goal):
            return next((n for n, l in enumerate(history, start=1) if not l > goal), 0)
        """,
    ),
    foreign(
        "numeric_gradient/lambdas",
        """
        def central_difference(f, v, delta):
            right, left = f(v + delta), f(v - delta)
            rise = right - left
            return rise / delta / 2

        def gradient(w, b, x, y, delta):
            dw = central_difference(lambda t: loss(t, b, x, y), w, delta)
            db = central_difference(lambda t: loss(w, t, x, y), b, delta)
            return [dw, db]

        def step(w, b, dw, db, lr):
            return tuple(np.array([w, b]) - lr * np.array([dw, db]))

        def step_of_the_notes(w, b, x, y, delta, lr):
            w -= lr * gradient(w, b, x, y, delta)[0]
            b -= lr * gradient(w, b, x, y, delta)[1]
            return w, b
        """,
    ),
    foreign(
        "numeric_gradient/nested_functions",
        """
        def mse(w, b, xs, ys):
            s = 0.0
            for xi, yi in zip(xs, ys):
                s = s + (float(w) * float(xi) + float(b) - float(yi)) ** 2
            return s / len(xs)

        def central_difference(f, v, delta):
            h = 2.0 * delta
            return (f(v + 0.5 * h) - f(v - 0.5 * h)) / h

        def gradient(w, b, x, y, delta):
            def along_w(value):
                return mse(value, b, x, y)

            def along_b(value):
                return mse(w, value, x, y)

            return np.array([central_difference(along_w, w, delta), central_difference(along_b, b, delta)])

        def step(w, b, dw, db, lr):
            new_w = w - dw * lr
            new_b = b - db * lr
            return new_w, new_b

        def step_of_the_notes(w, b, x, y, delta, lr):
            w_new = w - lr * (mse(w + delta, b, x, y) - mse(w - delta, b, x, y)) / (2 * delta)
            b_new = b - lr * (mse(w_new, b + delta, x, y) - mse(w_new, b - delta, x, y)) / (2 * delta)
            return w_new, b_new
        """,
    ),
    foreign(
        "numeric_gradient/formula",
        """
        def central_difference(f, v, delta):
            return float((f(v + delta) - f(v - delta)) / (2 * delta))

        def gradient(w, b, x, y, delta):
            # for a parabola the central difference is the slope itself
            e = w * x + b - y
            return float(2 * e @ x / len(x)), float(2 * e.mean())

        def step(w, b, dw, db, lr):
            return w + lr * -dw, b + lr * -db

        def step_of_the_notes(w, b, x, y, delta, lr):
            w, _ = step(w, b, *gradient(w, b, x, y, delta), lr)
            _, b = step(w, b, *gradient(w, b, x, y, delta), lr)
            return w, b
        """,
    ),
    foreign(
        "thermometer/loops",
        """
        import math

        def gradient(x, y, prediction):
            n = len(x)
            dw = db = 0.0
            for i in range(n):
                e = prediction[i] - y[i]
                dw += 2 * e * x[i] / n
                db += 2 * e / n
            return dw, db

        def train(w, b, x, y, lr, epochs):
            losses = []
            for epoch in range(1, epochs + 1):
                t_p = w * x + b
                J = float(loss(t_p, y))
                if math.isinf(J) or math.isnan(J):
                    break
                losses.append(J)
                dw, db = gradient(x, y, t_p)
                w, b = w - lr * dw, b - lr * db
            return w, b, losses

        def in_original_units(w, b, scale):
            return w * scale, b

        def fit_scaled(w, b, x, y, scale, lr, epochs):
            xn = [scale * xi for xi in x]
            w, b, losses = train(w, b, np.array(xn), y, lr, epochs)
            return (*in_original_units(w, b, scale), losses)
        """,
    ),
    foreign(
        "thermometer/running_sums",
        """
        import math

        def sums(x, y):
            return sum(x), sum(y), sum(a * a for a in x), sum(a * c for a, c in zip(x, y))

        def gradient(x, y, prediction):
            e = [2.0 * (p - t) / len(y) for p, t in zip(prediction, y)]
            return math.fsum(a * c for a, c in zip(e, x)), math.fsum(e)

        def train(w, b, x, y, lr, epochs):
            n = len(x)
            sx, sy, sxx, sxy = sums(x, y)
            losses = []
            while len(losses) < epochs:
                l = sum((w * xi + b - yi) ** 2 for xi, yi in zip(x, y)) / n
                if not math.isfinite(l):
                    break
                losses.append(l)
                slope_w = 2 * (w * sxx + b * sx - sxy) / n
                slope_b = 2 * (w * sx + n * b - sy) / n
                w, b = w - lr * slope_w, b - lr * slope_b
            return w, b, losses

        def in_original_units(w, b, scale):
            # zwei Punkte der Geraden
            p0, p1 = b, w * scale * 1.0 + b
            return p1 - p0, p0

        def fit_scaled(w, b, x, y, scale, lr, epochs):
            result = train(w, b, scale * np.asarray(x), y, lr, epochs)
            return in_original_units(result[0], result[1], scale) + (result[2],)
        """,
    ),
    foreign(
        "thermometer/matrix",
        """
        class Line:
            def __init__(self, w, b):
                self.theta = np.array([w, b], dtype=float)

            def design(self, x):
                return np.c_[x, np.ones_like(x)]

            def predict(self, x):
                return self.design(x) @ self.theta

        def gradient(x, y, prediction):
            return tuple(2 / len(y) * np.c_[x, np.ones(len(x))].T @ (prediction - y))

        def train(w, b, x, y, lr, epochs):
            model, history = Line(w, b), []
            for _ in range(epochs):
                y_hat = model.predict(x)
                mse = np.sum((y_hat - y) ** 2) / len(y)
                if not np.isfinite(mse):
                    return model.theta[0], model.theta[1], history
                history.append(mse)
                model.theta = model.theta - lr * np.array(gradient(x, y, y_hat))
            return model.theta[0], model.theta[1], history

        def in_original_units(w, b, scale):
            return (scale * w, b)

        def fit_scaled(w, b, x, y, scale, lr, epochs):
            w, b, losses = train(w, b, x * scale, y, lr, epochs)
            return w * scale, b, losses
        """,
    ),
)

WRONG = (
    wrong(
        "linear/brackets_missing",
        "buffers",
        r"clear|buffer|brackets|accumul|add",
        """
        def learn(w, x, y, lr):
            l = loss(forward(x, w), y)
            l.backward()
            g = w.grad.item()
            w.data -= lr * w.grad
            w.grad.zero_
            return l.item(), g
        """,
    ),
    wrong(
        "linear/never_cleared",
        "buffers",
        r"clear|buffer|accumul|add",
        """
        def learn(w, x, y, lr):
            l = (x * w - y) ** 2
            l.backward()
            slope = w.grad.item()
            with torch.no_grad():
                w.sub_(lr * w.grad)
            return l.item(), slope
        """,
        within="linear/data_attribute",
    ),
    wrong(
        "linear/uphill",
        "update",
        r"uphill|sign|against|wrong direction|plus",
        """
        def learn(w, x, y, lr):
            l = loss(forward(x, w), y)
            l.backward()
            d = w.grad.item()
            w.data += lr * d
            w.grad.zero_()
            return l.item(), d
        """,
    ),
    wrong(
        "linear/local_name",
        "update",
        r"tensor|in place|new|same|caller",
        """
        def learn(w, x, y, lr):
            l = loss(forward(x, w), y)
            l.backward()
            slope = w.grad.item()
            w.grad = None
            w = w.detach() - lr * slope
            return l.item(), slope
        """,
    ),
    wrong(
        "linear/loss_after_step",
        "control",
        r"after|before",
        """
        def learn(w, x, y, lr):
            l = loss(forward(x, w), y)
            l.backward()
            slope = w.grad.item()
            with torch.no_grad():
                w -= lr * w.grad
                l = loss(forward(x, w), y)
            w.grad.zero_()
            return l.item(), slope
        """,
        within="linear/slope_on_paper",
    ),
    wrong(
        "linear/two_missing",
        "scale",
        r"times ½|half|two is missing",
        """
        def learn(w, x, y, lr):
            error = (w * x - y).item()
            slope = error * x
            w.data = w.data - lr * slope
            w.grad = None
            return error ** 2, slope
        """,
    ),
    wrong(
        "linear/return_in_loop",
        "control",
        r"return|first",
        """
        def train(w, xs, ys, lr, epochs):
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l, g = learn(w, x, y, lr)
                history.append(l)
                return history
        """,
    ),
    wrong(
        "linear/notes_every_sample",
        "control",
        r"every sample|each sample|last|per epoch|one loss",
        """
        def train(w, xs, ys, lr, epochs):
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    history.append(learn(w, x, y, lr)[0])
            return history
        """,
        within="linear/optimiser",
    ),
    wrong(
        "linear/mean_loss_of_epoch",
        "scale",
        r"mean|averag|last",
        """
        def train(w, xs, ys, lr, epochs):
            history = []
            for epoch in range(epochs):
                total = 0
                for x, y in zip(xs, ys):
                    total += learn(w, x, y, lr)[0]
                history.append(total / len(xs))
            return history
        """,
    ),
    wrong(
        "linear/own_rate",
        "wiring",
        r"learning rate|\blr\b|rate",
        """
        learning_rate = 0.01

        def train(w, xs, ys, lr, epochs):
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l, g = learn(w, x, y, learning_rate)
                history.append(l)
            return history
        """,
        within="linear/data_attribute",
    ),
    wrong(
        "linear/one_update_per_epoch",
        "control",
        r"epoch|every sample|each sample|once|end",
        """
        def train(w, xs, ys, lr, epochs):
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w), y)
                    l.backward()
                with torch.no_grad():
                    w -= lr * w.grad
                w.grad.zero_()
                history.append(l.item())
            return history
        """,
    ),
    wrong(
        "linear/counted_from_zero",
        "control",
        r"counted from zero|from 1",
        """
        def epochs_needed(history, goal):
            for i in range(len(history)):
                if history[i] <= goal:
                    return i
            return 0
        """,
    ),
    wrong(
        "linear/last_time_counts",
        "control",
        r"not the first|last epoch",
        """
        def epochs_needed(history, goal):
            answer = 0
            for i, value in enumerate(history, 1):
                if value <= goal:
                    answer = i
            return answer
        """,
        within="linear/optimiser",
    ),
    wrong(
        "linear/below_the_goal",
        "control",
        r"exactly|at most",
        """
        def epochs_needed(history, goal):
            n = 1
            for l in history:
                if l < goal:
                    return n
                n = n + 1
            return 0
        """,
    ),
    wrong(
        "numeric_gradient/divided_by_delta",
        "scale",
        r"divided by delta alone",
        """
        def central_difference(f, v, delta):
            return (f(v + delta) - f(v - delta)) / delta
        """,
        within="numeric_gradient/lambdas",
    ),
    wrong(
        "numeric_gradient/one_sided",
        "forward",
        r"one side|forward|f\(v\)|itself|half",
        """
        def central_difference(f, v, delta):
            y0 = f(v)
            y1 = f(v + delta)
            return (y1 - y0) / delta
        """,
    ),
    wrong(
        "numeric_gradient/bracket_missing",
        "forward",
        r"bracket|divid|first",
        """
        def central_difference(f, v, delta):
            return (f(v + delta) - f(v - delta)) / 2 * delta
        """,
    ),
    wrong(
        "numeric_gradient/difference_not_bracketed",
        "forward",
        r"bracket|divid|first",
        """
        def central_difference(f, v, delta):
            return f(v + delta) - f(v - delta) / (2 * delta)
        """,
        within="numeric_gradient/nested_functions",
    ),
    wrong(
        "numeric_gradient/both_moved",
        "chain",
        r"both|same time|together|stays|kept",
        """
        def gradient(w, b, x, y, delta):
            g = (loss(w + delta, b + delta, x, y) - loss(w - delta, b - delta, x, y)) / (2 * delta)
            return g, g
        """,
    ),
    wrong(
        "numeric_gradient/pair_exchanged",
        "wiring",
        r"exchanged|order|swap|places",
        """
        def gradient(w, b, x, y, delta):
            db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
            dw = (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
            return db, dw
        """,
    ),
    wrong(
        "numeric_gradient/own_delta",
        "wiring",
        r"delta|argument|does not change",
        """
        h = 0.1

        def central_difference(f, v, delta):
            return (f(v + h) - f(v - h)) / (2 * h)
        """,
    ),
    wrong(
        "numeric_gradient/summed_loss",
        "scale",
        r"times n\b|sum|mean|averag",
        """
        def gradient(w, b, x, y, delta):
            def total(w, b):
                return sum((w * xi + b - yi) ** 2 for xi, yi in zip(x, y))
            dw = (total(w + delta, b) - total(w - delta, b)) / (2 * delta)
            db = (total(w, b + delta) - total(w, b - delta)) / (2 * delta)
            return dw, db
        """,
    ),
    wrong(
        "numeric_gradient/step_uphill",
        "update",
        r"uphill|sign|against|direction",
        """
        def step(w, b, dw, db, lr):
            w = w + lr * dw
            b = b + lr * db
            return w, b
        """,
        within="numeric_gradient/nested_functions",
    ),
    wrong(
        "numeric_gradient/b_takes_slope_of_w",
        "update",
        r"dw|slope of w|slope for w|other",
        """
        def step(w, b, dw, db, lr):
            w = w - lr * dw
            b = b - lr * dw
            return w, b
        """,
    ),
    wrong(
        "numeric_gradient/notes_at_the_old_place",
        "update",
        r"old|same place|new w|moved",
        """
        def step_of_the_notes(w, b, x, y, delta, lr):
            dw, db = gradient(w, b, x, y, delta)
            return w - lr * dw, b - lr * db
        """,
    ),
    wrong(
        "numeric_gradient/notes_b_first",
        "update",
        r"order|first|b first|b before",
        """
        def step_of_the_notes(w, b, x, y, delta, lr):
            b = b - lr * gradient(w, b, x, y, delta)[1]
            w = w - lr * gradient(w, b, x, y, delta)[0]
            return w, b
        """,
    ),
    wrong(
        "thermometer/summed",
        "scale",
        r"sum|mean|averag|number of samples",
        """
        def gradient(x, y, prediction):
            dw = 0
            db = 0
            for xi, yi, pi in zip(x, y, prediction):
                dw += 2 * (pi - yi) * xi
                db += 2 * (pi - yi)
            return dw, db
        """,
        within="thermometer/matrix",
    ),
    wrong(
        "thermometer/bias_summed",
        "scale",
        r"sum|mean|averag|b\b",
        """
        def gradient(x, y, prediction):
            error = prediction - y
            return np.mean(2 * error * x), np.sum(2 * error)
        """,
    ),
    wrong(
        "thermometer/mean_of_each",
        "chain",
        r"mean|averag",
        """
        def gradient(x, y, prediction):
            dp = 2 * (prediction - y)
            dw = dp.mean() * x.mean()
            db = dp.mean()
            return dw, db
        """,
    ),
    wrong(
        "thermometer/two_missing",
        "scale",
        r"off by one constant|half|times ½",
        """
        def gradient(x, y, prediction):
            m = len(x)
            return (1 / m) * np.dot(prediction - y, x), (1 / m) * np.sum(prediction - y)
        """,
        within="thermometer/loops",
    ),
    wrong(
        "thermometer/target_minus_prediction",
        "chain",
        r"sign|minus|direction|uphill|negative",
        """
        def gradient(x, y, prediction):
            dw = (2 * x * (y - prediction)).mean()
            db = (2 * (y - prediction)).mean()
            return dw, db
        """,
    ),
    wrong(
        "thermometer/b_after_w",
        "update",
        r"To which w|new w",
        """
        def train(w, b, x, y, lr, epochs):
            losses = []
            for i in range(epochs):
                value = loss(w * x + b, y)
                if not np.isfinite(value):
                    break
                losses.append(value)
                w = w - lr * gradient(x, y, w * x + b)[0]
                b = b - lr * gradient(x, y, w * x + b)[1]
            return w, b, losses
        """,
    ),
    wrong(
        "thermometer/loss_after_the_step",
        "control",
        r"too late|late|after",
        """
        def train(w, b, x, y, lr, epochs):
            losses = []
            for i in range(epochs):
                p = w * x + b
                if not np.isfinite(loss(p, y)):
                    break
                dw, db = gradient(x, y, p)
                w -= lr * dw
                b -= lr * db
                losses.append(loss(w * x + b, y))
            return w, b, losses
        """,
        within="thermometer/loops",
    ),
    wrong(
        "thermometer/does_not_stop",
        "tuning",
        r"stop|finite|nan|inf",
        """
        def train(w, b, x, y, lr, epochs):
            losses = []
            for i in range(epochs):
                p = w * x + b
                losses.append(loss(p, y))
                dw, db = gradient(x, y, p)
                w -= lr * dw
                b -= lr * db
            return w, b, losses
        """,
    ),
    wrong(
        "thermometer/bias_never_moves",
        "update",
        r"\bb\b|bias|never|stays",
        """
        def train(w, b, x, y, lr, epochs):
            losses = []
            for i in range(epochs):
                p = w * x + b
                l = loss(p, y)
                if np.isnan(l) or np.isinf(l):
                    return w, b, losses
                losses.append(l)
                dw, db = gradient(x, y, p)
                w = w - lr * dw
            return w, b, losses
        """,
    ),
    wrong(
        "thermometer/divided_by_scale",
        "forward",
        r"divi|multipl|scale|inverse",
        """
        def in_original_units(w, b, scale):
            return w / scale, b
        """,
    ),
    wrong(
        "thermometer/bias_scaled_too",
        "forward",
        r"\bb\b|bias|both",
        """
        def in_original_units(w, b, scale):
            return w * scale, b * scale
        """,
        within="thermometer/running_sums",
    ),
    wrong(
        "thermometer/not_brought_back",
        "wiring",
        r"original|unit|scaled|back",
        """
        def fit_scaled(w, b, x, y, scale, lr, epochs):
            return train(w, b, scale * x, y, lr, epochs)
        """,
    ),
    wrong(
        "thermometer/targets_scaled_too",
        "forward",
        r"y|target|temperature|both",
        """
        def fit_scaled(w, b, x, y, scale, lr, epochs):
            w, b, losses = train(w, b, x * scale, y * scale, lr, epochs)
            w, b = in_original_units(w, b, scale)
            return w, b, losses
        """,
    ),
)
