"""Foreign programs and mistakes for ``losses_222``, ``step_size`` and ``learning_rate``."""

from __future__ import annotations

from mistakes_row import foreign, wrong

FOREIGN = (
    foreign(
        "losses_222/loops",
        """
        import math

        def mean_squared_error(o, y):
            n, k = len(o), len(o[0])
            s = 0.0
            for i in range(n):
                for j in range(k):
                    s += (o[i][j] - y[i][j]) ** 2
            return s / (n * k)

        def mean_squared_slope(o, y):
            n, k = o.shape
            return np.array([[2 * (o[i, j] - y[i, j]) / (n * k) for j in range(k)] for i in range(n)])

        def softmax(o):
            e = [math.exp(v) for v in o]
            return [v / sum(e) for v in e]

        def cross_entropy(s, t):
            return -sum(ti * math.log(si) for si, ti in zip(s, t))

        def cross_entropy_slope(o, t, s):
            return [sum(t) * si - ti for si, ti in zip(s, t)]

        def failed_conditions(targets):
            below, off = [], []
            for row in targets:
                below.append(any(v < 0 for v in row))
                off.append(abs(sum(row) - 1) > 1e-8)
            return below, off

        def train(w, x, t, step, rounds):
            losses, errors = [], []
            for _ in range(rounds):
                o = forward(w, x)
                s = np.array(softmax(o))
                losses.append(cross_entropy(s, t))
                errors.append(half_sum(o, t))
                w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
            return w, losses, errors
        """,
    ),
    foreign(
        "losses_222/stable",
        """
        def mean_squared_error(o, y):
            return np.linalg.norm(o - y) ** 2 / o.size

        def mean_squared_slope(o, y):
            return (o - y) * (2.0 / np.prod(o.shape))

        def softmax(o):
            z = o - np.max(o)
            return np.exp(z) / np.exp(z).sum()

        def cross_entropy(s, t):
            return float(-np.dot(t, np.log(s)))

        def cross_entropy_slope(o, t, s):
            jacobian = np.eye(len(t)) - np.tile(s, (len(t), 1))
            return -t @ jacobian

        def failed_conditions(targets):
            return targets.min(axis=1) < 0, ~np.isclose(targets.sum(axis=1), 1.0)

        def train(w, x, t, step, rounds):
            weights = np.array(w, dtype=float)
            log = []
            for r in range(rounds):
                out = forward(weights, x)
                shares = softmax(out)
                log.append((cross_entropy(shares, t), half_sum(out, t)))
                weights -= step * backward(weights, x, cross_entropy_slope(out, t, shares))
            return weights, [a for a, _ in log], [b for _, b in log]
        """,
    ),
    foreign(
        "losses_222/torch",
        """
        import torch
        import torch.nn.functional as F

        T = lambda a: torch.tensor(np.asarray(a, dtype=float))

        def mean_squared_error(o, y):
            return F.mse_loss(T(o), T(y)).item()

        def mean_squared_slope(o, y):
            p = T(o).requires_grad_()
            F.mse_loss(p, T(y), reduction="mean").backward()
            return p.grad.numpy()

        def softmax(o):
            return torch.softmax(T(o), dim=0).numpy()

        def cross_entropy(s, t):
            return -(T(t) * T(s).log()).sum().item()

        def cross_entropy_slope(o, t, s):
            p = T(o).requires_grad_(True)
            (-(T(t) * F.log_softmax(p, 0)).sum()).backward()
            return p.grad.numpy()

        def failed_conditions(targets):
            t = T(targets)
            return (t < 0).any(1).tolist(), ((t.sum(1) - 1).abs() > 1e-9).tolist()

        def train(w, x, t, step, rounds):
            losses = []
            errors = []
            while rounds > 0:
                o = forward(w, x)
                losses.append(loss_of_outputs(o, t))
                errors.append(half_sum(o, t))
                w = w - step * backward(w, x, cross_entropy_slope(o, t, softmax(o)))
                rounds -= 1
            return [w, losses, errors]
        """,
    ),
    foreign(
        "step_size/plain",
        """
        def descend(w, x, y, step, rounds):
            weights = [float(v) for v in w]
            outputs, losses = [], []
            for r in range(rounds):
                o = forward(np.array(weights), x)
                outputs.append(o)
                losses.append(loss(o, y))
                g = gradient(np.array(weights), x, y)
                for i in range(8):
                    weights[i] = weights[i] - step * g[i]
            return np.array(weights), outputs, losses

        def loss_table(w, x, y, steps, counts):
            table = []
            for s in steps:
                row = []
                for c in counts:
                    end = descend(w, x, y, s, c)[0]
                    row.append(loss(forward(end, x), y))
                table.append(row)
            return table

        def updates_needed(w, x, y, step, goal, limit):
            for n in range(limit + 1):
                if loss(forward(w, x), y) <= goal:
                    return n
                w = w - step * gradient(w, x, y)
            return -1

        def best_steps(table, steps):
            result = []
            for column in zip(*table):
                column = list(column)
                result.append(steps[column.index(min(column))])
            return result

        def first_departure(trace, w, x, y, step):
            _, right, _ = descend(w, x, y, step, len(trace))
            for i, (a, c) in enumerate(zip(trace, right)):
                if abs(a[0] - c[0]) > 1e-4 or abs(a[1] - c[1]) > 1e-4:
                    return i
            return -1
        """,
    ),
    foreign(
        "step_size/generator",
        """
        def walk(w, x, y, step):
            w = np.array(w, dtype=float)
            while True:
                o = forward(w, x)
                yield w, o, loss(o, y)
                w = w - step * gradient(w, x, y)

        def descend(w, x, y, step, rounds):
            seen = []
            for place in walk(w, x, y, step):
                seen.append(place)
                if len(seen) > rounds:
                    break
            return seen[-1][0], [s[1] for s in seen[:-1]], [s[2] for s in seen[:-1]]

        def loss_table(w, x, y, steps, counts):
            rows = []
            for step in steps:
                run = [l for (_, _, l), _ in zip(walk(w, x, y, step), range(max(counts) + 1))]
                rows.append([run[c] for c in counts])
            return np.array(rows)

        def updates_needed(w, x, y, step, goal, limit):
            for n, (_, _, l) in enumerate(walk(w, x, y, step)):
                if not l > goal:
                    return n
                if n == limit:
                    return -1

        def best_steps(table, steps):
            return np.take(steps, np.argmin(table, axis=0))

        def first_departure(trace, w, x, y, step):
            trace = np.asarray(trace)
            right = np.array([o for (_, o, _), _ in zip(walk(w, x, y, step), trace)])
            wrong = (np.abs(trace - right) > 0.0001).any(axis=1)
            return int(wrong.argmax()) if wrong.any() else -1
        """,
    ),
    foreign(
        "step_size/copies",
        """
        def descend(w, x, y, step, rounds):
            v = w.copy()
            outputs = []
            for _ in range(rounds):
                outputs.append(forward(v, x))
                v -= step * gradient(v, x, y)
            return v, np.array(outputs).reshape(-1, 2), [loss(o, y) for o in outputs]

        def loss_table(w, x, y, steps, counts):
            out = np.zeros((len(steps), len(counts)))
            for i, s in enumerate(steps):
                now, done = w, 0
                for j, c in enumerate(counts):
                    now, _, _ = descend(now, x, y, s, c - done)
                    done = c
                    out[i, j] = loss(forward(now, x), y)
            return out

        def updates_needed(w, x, y, step, goal, limit):
            *_, losses = descend(w, x, y, step, limit + 1)
            good = [i for i, l in enumerate(losses) if l <= goal]
            return good[0] if good else -1

        def best_steps(table, steps):
            t = np.array(table)
            return [steps[i] for i in t.argmin(0)]

        def first_departure(trace, w, x, y, step):
            outputs = descend(w, x, y, step, len(trace))[1]
            off = np.max(np.abs(np.array(trace) - outputs), axis=1)
            return next((i for i in range(len(off)) if off[i] > 1e-4), -1)
        """,
    ),
    foreign(
        "learning_rate/loops",
        """
        def curvature(x):
            n = len(x)
            H = [[0.0, 0.0], [0.0, 0.0]]
            for v in x:
                a = (v, 1.0)
                for i in range(2):
                    for j in range(2):
                        H[i][j] += 2 * a[i] * a[j] / n
            return np.array(H)

        def largest_rate(hessian):
            return 2.0 / max(np.linalg.eigvalsh(hessian))

        def steepest_factor(hessian, lr):
            lam = np.linalg.eigvalsh(hessian)[-1]
            return 1.0 - lam * lr

        def observed_factor(losses):
            return (losses[-1] / losses[-2]) ** 0.5

        def error_factor(x, lr):
            a = [x * x, x, 1]
            return 1 - 2 * lr * sum(v * v for v in a)

        def epoch_factor(xs, lr):
            M = np.eye(3)
            for x in xs:
                a = np.array([x ** 2, x, 1.0])
                M = (np.eye(3) - 2 * lr * np.outer(a, a)) @ M
            return max(abs(np.linalg.eigvals(M)))
        """,
    ),
    foreign(
        "learning_rate/matrices",
        """
        import math

        def curvature(x):
            A = np.column_stack((x, np.ones(len(x))))
            return 2 * A.T @ A / len(A)

        def _steepest(H):
            values, _ = np.linalg.eigh(H)
            return float(values.max())

        def largest_rate(hessian):
            return 2 / _steepest(hessian)

        def steepest_factor(hessian, lr):
            return 1 - lr * _steepest(hessian)

        def observed_factor(losses):
            before, after = losses[-2:]
            return math.exp(0.5 * (math.log(after) - math.log(before)))

        def error_factor(x, lr):
            return 1 - 2 * lr * np.polyval([1, 0, 1, 0, 1], x)

        def epoch_factor(xs, lr):
            V = np.vander(xs, 3)
            P = [np.eye(3) - 2 * lr * v[:, None] @ v[None, :] for v in V]
            return np.abs(np.linalg.eigvals(np.linalg.multi_dot([*P[::-1], np.eye(3)]))).max()
        """,
    ),
    foreign(
        "learning_rate/by_trying",
        """
        def curvature(x):
            f = lambda w, b: np.mean((w * x + b) ** 2)
            ww, bb = f(1, 0) * 2, f(0, 1) * 2
            return np.array([[ww, f(1, 1) - f(1, 0) - f(0, 1)], [f(1, 1) - f(1, 0) - f(0, 1), bb]])

        def largest_rate(hessian):
            return 2 / np.linalg.norm(hessian, 2)

        def steepest_factor(hessian, lr):
            return 1 - 2 * lr / largest_rate(hessian)

        def observed_factor(losses):
            errors = np.sqrt(losses)
            return errors[-1] / errors[-2]

        def error_factor(x, lr):
            error = 1.0
            step = -lr * 2 * error * np.array([x ** 2, x, 1])
            return error + step @ np.array([x ** 2, x, 1])

        def epoch_factor(xs, lr):
            columns = []
            for d in np.eye(3):
                for x in xs:
                    a = np.array([x * x, x, 1])
                    d = d - 2 * lr * a * (a @ d)
                columns.append(d)
            return np.max(np.abs(np.linalg.eigvals(np.array(columns).T)))
        """,
    ),
)

WRONG = (
    wrong(
        "losses_222/mean_over_samples",
        "scale",
        r"n·k|outputs|all|numbers|samples",
        """
        def mean_squared_error(o, y):
            return ((o - y) ** 2).sum() / len(o)
        """,
        within="losses_222/loops",
    ),
    wrong(
        "losses_222/half_too",
        "scale",
        r"halve|half",
        """
        def mean_squared_error(o, y):
            return 0.5 * np.mean((o - y) ** 2)
        """,
    ),
    wrong(
        "losses_222/slope_over_samples",
        "scale",
        r"n·k|outputs|all|numbers|samples|factor",
        """
        def mean_squared_slope(o, y):
            n = o.shape[0]
            return 2 * (o - y) / n
        """,
        within="losses_222/stable",
    ),
    wrong(
        "losses_222/slope_not_averaged",
        "scale",
        r"n·k|mean|averag|divid",
        """
        def mean_squared_slope(o, y):
            return 2 * (o - y)
        """,
    ),
    wrong(
        "losses_222/shares_not_shared",
        "forward",
        r"divid|add up|factor of the formula is missing",
        """
        def softmax(o):
            return np.exp(o)
        """,
        within="losses_222/torch",
    ),
    wrong(
        "losses_222/plain_shares",
        "forward",
        r"exp|e\^",
        """
        def softmax(o):
            return o / np.sum(o)
        """,
    ),
    wrong(
        "losses_222/minus_missing",
        "forward",
        r"sign|minus|negative",
        """
        def cross_entropy(s, t):
            total = 0
            for i in range(len(t)):
                total += t[i] * np.log(s[i])
            return total
        """,
    ),
    wrong(
        "losses_222/averaged_entropy",
        "scale",
        r"mean|averag|sum",
        """
        def cross_entropy(s, t):
            return -np.mean(t * np.log(s))
        """,
        within="losses_222/torch",
    ),
    wrong(
        "losses_222/log_of_the_target",
        "forward",
        r"target|exchanged|log",
        """
        def cross_entropy(s, t):
            return -np.sum(s * np.log(t))
        """,
    ),
    wrong(
        "losses_222/textbook_slope",
        "chain",
        r"s - t|add up|textbook|sum of the targets|probabilit",
        """
        def cross_entropy_slope(o, t, s):
            return s - t
        """,
        within="losses_222/loops",
    ),
    wrong(
        "losses_222/slope_sign",
        "chain",
        r"sign|minus|direction",
        """
        def cross_entropy_slope(o, t, s):
            return t - s * t.sum()
        """,
    ),
    wrong(
        "losses_222/slope_for_the_shares",
        "chain",
        r"share|softmax|chain",
        """
        def cross_entropy_slope(o, t, s):
            return -t / s
        """,
    ),
    wrong(
        "losses_222/compared_exactly",
        "tuning",
        r"round|exact|isclose|close",
        """
        def failed_conditions(targets):
            negative = [bool((row < 0).any()) for row in targets]
            not_one = [bool(sum(row) != 1) for row in targets]
            return negative, not_one
        """,
    ),
    wrong(
        "losses_222/columns_for_rows",
        "shape",
        r"row|column|axis",
        """
        def failed_conditions(targets):
            return np.any(targets < 0, axis=0), ~np.isclose(targets.sum(axis=0), 1)
        """,
    ),
    wrong(
        "losses_222/watched_after",
        "control",
        r"after|before",
        """
        def train(w, x, t, step, rounds):
            losses, errors = [], []
            for i in range(rounds):
                o = forward(w, x)
                s = softmax(o)
                w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
                losses.append(cross_entropy(s, t))
                errors.append(half_sum(forward(w, x), t))
            return w, losses, errors
        """,
    ),
    wrong(
        "losses_222/trained_with_the_other_loss",
        "wiring",
        r"squared|other|cross-entropy",
        """
        def train(w, x, t, step, rounds):
            losses, errors = [], []
            for i in range(rounds):
                o = forward(w, x)
                losses.append(cross_entropy(softmax(o), t))
                errors.append(half_sum(o, t))
                w = w - step * backward(w, x, o - t)
            return w, losses, errors
        """,
    ),
    wrong(
        "step_size/start_changed",
        "update",
        r"start|array|copy|in place|caller",
        """
        def descend(w, x, y, step, rounds):
            outputs, losses = [], []
            for i in range(rounds):
                o = forward(w, x)
                outputs.append(o)
                losses.append(loss(o, y))
                w -= step * gradient(w, x, y)
            return w, outputs, losses
        """,
        within="step_size/plain",
    ),
    wrong(
        "step_size/noted_after",
        "control",
        r"after|before",
        """
        def descend(w, x, y, step, rounds):
            outputs, losses = [], []
            for i in range(rounds):
                w = w - step * gradient(w, x, y)
                o = forward(w, x)
                outputs.append(o)
                losses.append(loss(o, y))
            return w, outputs, losses
        """,
    ),
    wrong(
        "step_size/uphill",
        "update",
        r"uphill|sign|against|direction",
        """
        def descend(w, x, y, step, rounds):
            outs = []
            for i in range(rounds):
                outs.append(forward(w, x))
                w = w + step * gradient(w, x, y)
            return w, outs, [loss(o, y) for o in outs]
        """,
        within="step_size/generator",
    ),
    wrong(
        "step_size/one_update_short",
        "control",
        r"behind|before",
        """
        def loss_table(w, x, y, steps, counts):
            rows = []
            for s in steps:
                losses = descend(w, x, y, s, max(counts))[2]
                rows.append([losses[c - 1] for c in counts])
            return rows
        """,
    ),
    wrong(
        "step_size/rows_go_on",
        "update",
        r"start|begin|goes on|row|same weights",
        """
        def loss_table(w, x, y, steps, counts):
            rows = []
            for s in steps:
                row, done = [], 0
                for c in counts:
                    w, _, _ = descend(w, x, y, s, c - done)
                    done = c
                    row.append(loss(forward(w, x), y))
                rows.append(row)
            return rows
        """,
    ),
    wrong(
        "step_size/table_turned",
        "shape",
        r"turn|transpos|row|column",
        """
        def loss_table(w, x, y, steps, counts):
            table = []
            for c in counts:
                table.append([loss(forward(descend(w, x, y, s, c)[0], x), y) for s in steps])
            return table
        """,
        within="step_size/copies",
    ),
    wrong(
        "step_size/counts_added",
        "control",
        r"add|in all|further|more|from the start|counts",
        """
        def loss_table(w, x, y, steps, counts):
            table = []
            for s in steps:
                now = w
                row = []
                for c in counts:
                    now = descend(now, x, y, s, c)[0]
                    row.append(loss(forward(now, x), y))
                table.append(row)
            return table
        """,
    ),
    wrong(
        "step_size/counted_one_more",
        "control",
        r"one|count|start|too many",
        """
        def updates_needed(w, x, y, step, goal, limit):
            count = 0
            while count < limit:
                l = loss(forward(w, x), y)
                count += 1
                if l <= goal:
                    return count
                w = w - step * gradient(w, x, y)
            return -1
        """,
    ),
    wrong(
        "step_size/limit_not_reached",
        "control",
        r"limit|last|one",
        """
        def updates_needed(w, x, y, step, goal, limit):
            for i in range(limit):
                if loss(forward(w, x), y) <= goal:
                    return i
                w = w - step * gradient(w, x, y)
            return -1
        """,
        within="step_size/plain",
    ),
    wrong(
        "step_size/place_of_the_step",
        "wiring",
        r"index|place|position|number of",
        """
        def best_steps(table, steps):
            return np.argmin(np.array(table), axis=0)
        """,
    ),
    wrong(
        "step_size/largest_loss",
        "control",
        r"largest|least|most|max|worst",
        """
        def best_steps(table, steps):
            return [steps[int(np.argmax(np.array(table)[:, j]))] for j in range(len(table[0]))]
        """,
    ),
    wrong(
        "step_size/both_must_be_off",
        "control",
        r"both|one of|either|none",
        """
        def first_departure(trace, w, x, y, step):
            for i, row in enumerate(trace):
                o = forward(w, x)
                if abs(row[0] - o[0]) > 1e-4 and abs(row[1] - o[1]) > 1e-4:
                    return i
                w = w - step * gradient(w, x, y)
            return -1
        """,
    ),
    wrong(
        "step_size/counted_from_one",
        "control",
        r"0|counted|one",
        """
        def first_departure(trace, w, x, y, step):
            outs = descend(w, x, y, step, len(trace))[1]
            for i in range(len(trace)):
                if max(abs(trace[i] - outs[i])) > 0.0001:
                    return i + 1
            return -1
        """,
    ),
    wrong(
        "learning_rate/two_missing",
        "scale",
        r"half|times ½",
        """
        def curvature(x):
            return np.array([[np.mean(x ** 2), np.mean(x)], [np.mean(x), 1.0]])
        """,
        within="learning_rate/by_trying",
    ),
    wrong(
        "learning_rate/summed",
        "scale",
        r"sum|mean|averag|number of samples",
        """
        def curvature(x):
            X = np.stack([x, np.ones_like(x)], axis=1)
            return 2 * X.T @ X
        """,
    ),
    wrong(
        "learning_rate/square_of_the_mean",
        "forward",
        r"mean|square",
        """
        def curvature(x):
            m = x.mean()
            return 2 * np.array([[m ** 2, m], [m, 1]])
        """,
    ),
    wrong(
        "learning_rate/flattest_direction",
        "wiring",
        r"smallest|flattest|largest",
        """
        def largest_rate(hessian):
            return 2 / np.linalg.eigvalsh(hessian)[0]
        """,
        within="learning_rate/loops",
    ),
    wrong(
        "learning_rate/one_over",
        "scale",
        r"factor is zero|half|times ½",
        """
        def largest_rate(hessian):
            return 1 / np.linalg.eigvalsh(hessian).max()
        """,
    ),
    wrong(
        "learning_rate/corner_of_the_matrix",
        "shape",
        r"eigen|diagonal|corner|entry",
        """
        def largest_rate(hessian):
            return 2 / max(np.diag(hessian))
        """,
    ),
    wrong(
        "learning_rate/factor_without_sign",
        "forward",
        r"never negative|sign|absolute",
        """
        def steepest_factor(hessian, lr):
            return abs(1 - lr * np.linalg.eigvalsh(hessian).max())
        """,
    ),
    wrong(
        "learning_rate/one_forgotten",
        "forward",
        r"constant of the formula is missing|taken away|one minus",
        """
        def steepest_factor(hessian, lr):
            return -lr * max(np.linalg.eigvalsh(hessian))
        """,
        within="learning_rate/matrices",
    ),
    wrong(
        "learning_rate/no_root",
        "chain",
        r"ratio of the losses|root",
        """
        def observed_factor(losses):
            return losses[-1] / losses[-2]
        """,
    ),
    wrong(
        "learning_rate/first_step",
        "control",
        r"first|last",
        """
        def observed_factor(losses):
            return np.sqrt(losses[1] / losses[0])
        """,
    ),
    wrong(
        "learning_rate/not_squared_again",
        "chain",
        r"once|again|square|x⁴|twice",
        """
        def error_factor(x, lr):
            return 1 - 2 * lr * (x ** 2 + x + 1)
        """,
        within="learning_rate/loops",
    ),
    wrong(
        "learning_rate/two_of_the_error_missing",
        "scale",
        r"two is missing|too near to 1",
        """
        def error_factor(x, lr):
            return 1 - lr * (x ** 4 + x ** 2 + 1)
        """,
    ),
    wrong(
        "learning_rate/signed_largest",
        "forward",
        r"absolute|sign",
        """
        def epoch_factor(xs, lr):
            M = np.eye(3)
            for x in xs:
                a = np.array([x * x, x, 1])
                M = (np.eye(3) - 2 * lr * np.outer(a, a)) @ M
            return np.real(np.linalg.eigvals(M)).max()
        """,
    ),
    wrong(
        "learning_rate/matrices_added",
        "shape",
        r"multipl|product|add|sum",
        """
        def epoch_factor(xs, lr):
            total = np.zeros((3, 3))
            for x in xs:
                a = np.array([x ** 2, x, 1])
                total += np.outer(a, a)
            M = np.eye(3) - 2 * lr * total
            return np.abs(np.linalg.eigvals(M)).max()
        """,
    ),
    wrong(
        "learning_rate/entry_for_entry",
        "shape",
        r"matrix|entry|element|@",
        """
        def epoch_factor(xs, lr):
            M = np.ones((3, 3))
            for x in xs:
                a = np.array([x ** 2, x, 1])
                M = (np.eye(3) - 2 * lr * np.outer(a, a)) * M
            return np.max(np.abs(np.linalg.eigvals(M)))
        """,
        within="learning_rate/by_trying",
    ),
)
