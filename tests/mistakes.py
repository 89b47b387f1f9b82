"""Single mistakes as students write them, and right programs that look unlike the reference.

They were written from the list of mistakes in real homework, before the pages' own misconceptions were
read. Each text takes the place of the reference's definition of the same name, so a row holds one mistake
and nothing else. ``words`` is a regular expression: what a diagnosis may say that names this mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True)
class Mistake:
    """A wrong definition: which exercise it belongs to and what a sensible diagnosis says."""

    id: str
    exercise: str
    words: str
    text: str


@dataclass(frozen=True)
class Right:
    """A right definition of another kind than the reference's."""

    id: str
    exercise: str
    text: str


def mistake(id: str, words: str, text: str) -> Mistake:
    """Return a row of the table; the exercise is the part of the id before the slash."""
    return Mistake(id, id.partition("/")[0], words, dedent(text))


def right(id: str, text: str) -> Right:
    """Return a row of the table of right programs."""
    return Right(id, id.partition("/")[0], dedent(text))


MISTAKES = (
    # ---- forward ---------------------------------------------------------------------------------
    mistake(
        "forward/power_for_times",
        r"power|\*\*",
        """
        def forward(x, w):
            return w ** x
        """,
    ),
    mistake(
        "forward/reads_module_data",
        r"data of the page|x_data|argument|does not change with|file's own|module",
        """
        x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])

        def forward(x, w):
            return x_data * w
        """,
    ),
    mistake(
        "forward/own_weight",
        r"argument|does not change with|fixed",
        """
        my_w = 1.5

        def forward(x, w):
            return x * my_w
        """,
    ),
    mistake(
        "forward/clamped_at_zero",
        r"negative|clamp|relu",
        """
        def forward(x, w):
            return np.maximum(0, w * x)  # ReLU
        """,
    ),
    mistake(
        "forward/bias_missing",
        r"bias|\bb\b|term",
        """
        def forward_with_bias(x, w, b):
            y_hat = w * x
            return y_hat
        """,
    ),
    mistake(
        "forward/bracket_round_sum",
        r"bracket|multipl",
        """
        def forward_with_bias(x, w, b):
            return w * (x + b)
        """,
    ),
    mistake(
        "forward/weight_and_bias_exchanged",
        r"exchanged|changed places|order|swap",
        """
        def forward_with_bias(x, b, w):
            return w * x + b
        """,
    ),
    mistake(
        "forward/summed",
        r"sum|add|`dot`",
        """
        def forward_with_bias(x, w, b):
            return np.dot(x, np.full(len(x), w)) + b
        """,
    ),
    mistake(
        "forward/return_in_loop",
        r"return|first",
        """
        def forward_with_bias(x, w, b):
            result = []
            for xi in x:
                result.append(w * xi + b)
                return np.array(result)
        """,
    ),
    mistake(
        "forward/prints_and_returns_nothing",
        r"return",
        """
        def forward(x, w):
            y_pred = w * x
            print("y_pred =", y_pred)
        """,
    ),
    # ---- loss ------------------------------------------------------------------------------------
    mistake(
        "loss/sum_for_mean",
        r"averag|mean|sum",
        """
        def mean_squared_error(predictions, y):
            total = 0
            for p, t in zip(predictions, y):
                total += (p - t) ** 2
            return total
        """,
    ),
    mistake(
        "loss/not_squared",
        r"squar",
        """
        def mean_squared_error(predictions, y):
            return np.mean(predictions - y)
        """,
    ),
    mistake(
        "loss/absolute",
        r"absolute|square",
        """
        def mean_squared_error(predictions, y):
            return np.abs(predictions - y).mean()
        """,
    ),
    mistake(
        "loss/times_two_for_square",
        r"by 2|doubl|twice",
        """
        def squared_error(prediction, y):
            return (prediction - y) * 2
        """,
    ),
    mistake(
        "loss/predictions_times_y",
        r"multipl|product|difference|error",
        """
        def mean_squared_error(predictions, y):
            return np.mean((predictions * y) ** 2)
        """,
    ),
    mistake(
        "loss/bracket_before_square",
        r"bracket|square",
        """
        def squared_error(prediction, y):
            return prediction - y ** 2
        """,
    ),
    mistake(
        "loss/mean_before_square",
        r"mean|averag|cancel",
        """
        def mean_squared_error(predictions, y):
            return np.mean(predictions - y) ** 2
        """,
    ),
    mistake(
        "loss/half_forgotten",
        r"half|½|times 2|factor|constant",
        """
        def half_squared_error(outputs, targets):
            return np.sum((outputs - targets) ** 2)
        """,
    ),
    mistake(
        "loss/mean_for_half",
        r"mean|averag",
        """
        def half_squared_error(outputs, targets):
            return np.mean((outputs - targets) ** 2)
        """,
    ),
    mistake(
        "loss/root_of_the_mean",
        r"root",
        """
        def mean_squared_error(predictions, y):
            return np.sqrt(np.mean((predictions - y) ** 2))
        """,
    ),
    mistake(
        "loss/batch_size_hard_coded",
        r"number of samples|hard|fixed|len|n\b|size",
        """
        def mean_squared_error(predictions, y):
            return np.sum((predictions - y) ** 2) / 3
        """,
    ),
    mistake(
        "loss/overwritten_in_loop",
        r"last|overwrit|anew|\+=",
        """
        def mean_squared_error(predictions, y):
            loss = 0
            for i in range(len(y)):
                loss = (predictions[i] - y[i]) ** 2
            return loss / len(y)
        """,
    ),
    mistake(
        "loss/row_meets_column",
        r"broadcast|column|every prediction|shape|table|pair",
        """
        def mean_squared_error(predictions, y):
            y = np.asarray(y).reshape(-1, 1)
            return np.mean((predictions - y) ** 2)
        """,
    ),
    # ---- manual_gradient --------------------------------------------------------------------------
    mistake(
        "manual_gradient/summed_not_averaged",
        r"averag|mean|sum|number of samples",
        """
        def gradient(w, b, x, y):
            e = w * x + b - y
            dw = 2 * np.dot(e, x)
            db = 2 * e.sum()
            return dw, db
        """,
    ),
    mistake(
        "manual_gradient/one_summed_one_averaged",
        r"averag|mean|sum",
        """
        def gradient(w, b, x, y):
            err = w * x + b - y
            grad_w = np.sum(2 * err * x)
            grad_b = np.mean(2 * err)
            return grad_w, grad_b
        """,
    ),
    mistake(
        "manual_gradient/two_missing",
        r"\b2\b|two|½|0\.5|half|factor|square",
        """
        def gradient(w, b, x, y):
            pred = w * x + b
            return np.mean((pred - y) * x), np.mean(pred - y)
        """,
    ),
    mistake(
        "manual_gradient/target_missing",
        r"target|\by\b|term",
        """
        def gradient(w, b, x, y):
            pred = w * x + b
            return np.mean(2 * pred * x), np.mean(2 * pred)
        """,
    ),
    mistake(
        "manual_gradient/times_w_for_x",
        r"\bw\b|variable|link",
        """
        def gradient(w, b, x, y):
            pred = w * x + b
            return np.mean(2 * (pred - y) * w), np.mean(2 * (pred - y))
        """,
    ),
    mistake(
        "manual_gradient/link_returns_w",
        r"\bw\b|variable|other way|with respect",
        """
        def dprediction_dw(w, b, x):
            return w * np.ones_like(x)
        """,
    ),
    mistake(
        "manual_gradient/sign_turned",
        r"other way|sign",
        """
        def gradient(w, b, x, y):
            error = y - (w * x + b)
            return 2 * np.mean(error * x), 2 * np.mean(error)
        """,
    ),
    mistake(
        "manual_gradient/averaged_too_early",
        r"mean|averag|early",
        """
        def gradient(w, b, x, y):
            g = np.mean(2 * (w * x + b - y))
            return g * np.mean(x), g
        """,
    ),
    mistake(
        "manual_gradient/order_exchanged",
        r"order|exchanged",
        """
        def gradient(w, b, x, y):
            d = 2 * (w * x + b - y)
            return d.mean(), (d * x).mean()
        """,
    ),
    mistake(
        "manual_gradient/bias_left_out",
        r"bias|\bb\b|term",
        """
        def gradient(w, b, x, y):
            d = 2 * (w * x - y)
            return np.mean(d * x), np.mean(d)
        """,
    ),
    mistake(
        "manual_gradient/averaged_twice",
        r"1/n|averag|mean|divided|number of samples|twice",
        """
        def gradient(w, b, x, y):
            n = len(x)
            d = 2 * (w * x + b - y) / n
            return np.mean(d * x), np.mean(d)
        """,
    ),
    mistake(
        "manual_gradient/bias_slope_times_x",
        r"db|bias|\bb\b",
        """
        def gradient(w, b, x, y):
            d = 2 * (w * x + b - y) * x
            return d.mean(), d.mean()
        """,
    ),
    mistake(
        "manual_gradient/return_in_loop",
        r"return|first|loop",
        """
        def gradient(w, b, x, y):
            dw = db = 0.0
            for xi, yi in zip(x, y):
                dw += 2 * (w * xi + b - yi) * xi / len(x)
                db += 2 * (w * xi + b - yi) / len(x)
                return dw, db
        """,
    ),
    mistake(
        "manual_gradient/overwritten_in_loop",
        r"last|overwrit|anew|\+=|each round",
        """
        def gradient(w, b, x, y):
            for xi, yi in zip(x, y):
                dw = 2 * (w * xi + b - yi) * xi
                db = 2 * (w * xi + b - yi)
            return dw / len(x), db / len(x)
        """,
    ),
    mistake(
        "manual_gradient/rate_inside",
        r"0\.01|factor|rate",
        """
        def gradient(w, b, x, y, lr=0.01):
            d = 2 * (w * x + b - y)
            return lr * np.mean(d * x), lr * np.mean(d)
        """,
    ),
    mistake(
        "manual_gradient/link_averaged_already",
        r"mean|averag|sample",
        """
        def dloss_dprediction(prediction, y):
            return 2 * np.mean(prediction - y)
        """,
    ),
    mistake(
        "manual_gradient/coarse_difference_quotient",
        r"approximat|difference quotient|near",
        """
        def gradient(w, b, x, y):
            h = 1e-2
            now = loss(w, b, x, y)
            return (loss(w + h, b, x, y) - now) / h, (loss(w, b + h, x, y) - now) / h
        """,
    ),
    mistake(
        "manual_gradient/divided_by_its_length",
        r"length|norm",
        """
        def gradient(w, b, x, y):
            d = 2 * (w * x + b - y)
            g = np.array([np.mean(d * x), np.mean(d)])
            return g / np.linalg.norm(g)
        """,
    ),
    # ---- update_step -------------------------------------------------------------------------------
    mistake(
        "update_step/uphill",
        r"direction|uphill|sign|add",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p += lr * p.grad
        """,
    ),
    mistake(
        "update_step/new_name_only",
        r"nothing moves|same after|nothing changes|new tensor|name|in place",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    p = p - lr * p.grad
        """,
    ),
    mistake(
        "update_step/list_entry_replaced",
        r"new tensor|list|same after|nothing changes|in place",
        """
        def update_step(parameters, lr):
            for i in range(len(parameters)):
                if parameters[i].grad is not None:
                    parameters[i] = parameters[i] - lr * parameters[i].grad
        """,
    ),
    mistake(
        "update_step/recorded",
        r"record|no_grad|leaf|switch",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    p -= lr * p.grad
        """,
    ),
    mistake(
        "update_step/clears_as_well",
        r"buffer|clear|gradient|grad",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p -= lr * p.grad
                        p.grad.zero_()
        """,
    ),
    mistake(
        "update_step/none_not_thought_of",
        r"empty buffer|none",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
        """,
    ),
    mistake(
        "update_step/first_only",
        r"first|return|others",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p -= lr * p.grad
                    return
        """,
    ),
    mistake(
        "update_step/stops_at_none",
        r"none|stop|rest|after it",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is None:
                        break
                    p -= lr * p.grad
        """,
    ),
    mistake(
        "update_step/rate_missing",
        r"rate|\blr\b|factor|times",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p.sub_(p.grad)
        """,
    ),
    mistake(
        "update_step/value_for_gradient",
        r"grad|variable|value",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    p.data = p.data - lr * p.data
        """,
    ),
    mistake(
        "update_step/underscore_missing",
        r"nothing moves|same after|nothing changes|in place|underscore",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p.sub(lr * p.grad)
        """,
    ),
    mistake(
        "update_step/gradient_scaled_in_place",
        r"grad|buffer",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in parameters:
                    if p.grad is not None:
                        p.grad *= lr
                        p -= p.grad
        """,
    ),
    # ---- zero_grad -----------------------------------------------------------------------------------
    mistake(
        "zero_grad/first_only",
        r"first",
        """
        def zero_grad(parameters):
            if parameters[0].grad is not None:
                parameters[0].grad.zero_()
        """,
    ),
    mistake(
        "zero_grad/call_brackets_missing",
        r"does it run|bracket|\(\)|called",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    p.grad.zero_
        """,
    ),
    mistake(
        "zero_grad/values_cleared",
        r"value|parameter",
        """
        def zero_grad(parameters):
            with torch.no_grad():
                for p in parameters:
                    p.zero_()
        """,
    ),
    mistake(
        "zero_grad/product_thrown_away",
        r"keep their content|same after|nothing changes|new tensor|underscore|in place",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    p.grad * 0
        """,
    ),
    mistake(
        "zero_grad/none_not_thought_of",
        r"none",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.grad.data.zero_()
        """,
    ),
    mistake(
        "zero_grad/return_in_loop",
        r"first|return",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.grad = None
                return parameters
        """,
    ),
    mistake(
        "zero_grad/stops_at_none",
        r"none|stop|rest|after it",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is None:
                    return
                p.grad.zero_()
        """,
    ),
    mistake(
        "zero_grad/local_name",
        r"keep their content|same after|nothing changes|new tensor|name",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    g = p.grad
                    g = torch.zeros_like(g)
        """,
    ),
    mistake(
        "zero_grad/last_left_out",
        r"last|`- 1`",
        """
        def zero_grad(parameters):
            for i in range(len(parameters) - 1):
                if parameters[i].grad is not None:
                    parameters[i].grad.zero_()
        """,
    ),
    mistake(
        "zero_grad/not_trainable_any_more",
        r"requires_grad|require grad|trainable|record",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.requires_grad = False
                if p.grad is not None:
                    p.grad.zero_()
        """,
    ),
    mistake(
        "zero_grad/filled_with_ones",
        r"\b1\b|one",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    p.grad.fill_(1)
        """,
    ),
    # ---- quadratic -----------------------------------------------------------------------------------
    mistake(
        "quadratic/never_cleared",
        r"clear|accumul|zero|add",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    with torch.no_grad():
                        for p in parameters:
                            p -= lr * p.grad
                history.append(l.item())
            return history
        """,
    ),
    mistake(
        "quadratic/first_cleared_only",
        r"first|w1|others|clear|accumul",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    w1.data = w1.data - lr * w1.grad.data
                    w2.data = w2.data - lr * w2.grad.data
                    b.data = b.data - lr * b.grad.data
                    w1.grad.data.zero_()
                history.append(l.item())
            return history
        """,
    ),
    mistake(
        "quadratic/cleared_before_the_step",
        r"before|order|clear|two steps|same after|nothing",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    for p in parameters:
                        p.grad.zero_()
                    for p in parameters:
                        p.data -= lr * p.grad
                history.append(l.item())
            return history
        """,
    ),
    mistake(
        "quadratic/bias_never_updated",
        r"\bb\b|bias",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    for p in (w1, w2):
                        p.data -= lr * p.grad
                    for p in parameters:
                        p.grad = None
                history.append(l.item())
            return history
        """,
    ),
    mistake(
        "quadratic/update_after_the_epoch",
        r"after|epoch|batch|once|sample",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                for p in parameters:
                    p.data -= lr * p.grad
                    p.grad.zero_()
                history.append(l.item())
            return history
        """,
    ),
    mistake(
        "quadratic/loss_after_the_update",
        r"after|before|late|early|update",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    for p in parameters:
                        p.data -= lr * p.grad
                        p.grad.zero_()
                history.append(loss(forward(x, w1, w2, b), y).item())
            return history
        """,
    ),
    mistake(
        "quadratic/return_in_the_loop",
        r"return|first|stop|one epoch|too early",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    l.backward()
                    for p in parameters:
                        p.data -= lr * p.grad
                        p.grad.zero_()
                history.append(l.item())
                return history
        """,
    ),
    mistake(
        "quadratic/never_stops",
        r"finite|nan|inf",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    l.backward()
                    for p in parameters:
                        p.data -= lr * p.grad
                        p.grad.zero_()
                history.append(l.item())
            return history
        """,
    ),
    mistake(
        "quadratic/every_sample_noted",
        r"sample|every|epoch",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    l = loss(forward(x, w1, w2, b), y)
                    if not torch.isfinite(l):
                        return history
                    history.append(l.item())
                    l.backward()
                    for p in parameters:
                        p.data -= lr * p.grad
                        p.grad.zero_()
            return history
        """,
    ),
    mistake(
        "quadratic/weights_exchanged",
        r"exchanged|changed places|w1|w2",
        """
        def forward(x, w1, w2, b):
            return w1 * x + w2 * x ** 2 + b
        """,
    ),
    mistake(
        "quadratic/cube_for_square",
        r"third power|cube|`3`",
        """
        def forward(x, w1, w2, b):
            return w1 * x ** 3 + w2 * x + b
        """,
    ),
    mistake(
        "quadratic/off_the_graph",
        r"stops with|graph|follow|tensor",
        """
        def forward(x, w1, w2, b):
            return w1.item() * x ** 2 + w2.item() * x + b.item()
        """,
    ),
    mistake(
        "quadratic/double_for_square",
        r"by 2|doubl|squar",
        """
        def forward(x, w1, w2, b):
            return w1 * x * 2 + w2 * x + b
        """,
    ),
    mistake(
        "quadratic/loss_takes_the_prediction_twice",
        r"multipl|by 2|doubl|squar",
        """
        def loss(prediction, y):
            return (prediction - y) * 2
        """,
    ),
    mistake(
        "quadratic/name_shadowed",
        r"UnboundLocal|name|value",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            history = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    loss = loss(forward(x, w1, w2, b), y)
                    loss.backward()
                    for p in parameters:
                        p.data -= lr * p.grad
                        p.grad.zero_()
                history.append(loss.item())
            return history
        """,
    ),
    # ---- backprop_222 -----------------------------------------------------------------------------------
    mistake(
        "backprop_222/hidden_error_from_weight_gradients",
        r"weight slopes sent back|weight gradient|slopes? of|gradients? of the|d_w5|delta",
        """
        def gradient(w, x, y, h, o):
            d_o1 = (o[0] - y[0]) * o[0] * (1 - o[0])
            d_o2 = (o[1] - y[1]) * o[1] * (1 - o[1])
            d_w5 = d_o1 * h[0]
            d_w7 = d_o1 * h[1]
            d_w6 = d_o2 * h[0]
            d_w8 = d_o2 * h[1]
            d_h1 = (d_w5 + d_w6) * h[0] * (1 - h[0])
            d_h2 = (d_w7 + d_w8) * h[1] * (1 - h[1])
            return np.array([d_h1 * x[0], d_h2 * x[0], d_h1 * x[1], d_h2 * x[1], d_w5, d_w6, d_w7, d_w8])
        """,
    ),
    mistake(
        "backprop_222/output_derivative_missing",
        r"output|sigmoid|steep|factor",
        """
        def gradient(w, x, y, h, o):
            e1 = o[0] - y[0]
            e2 = o[1] - y[1]
            d1 = (e1 * w[4] + e2 * w[5]) * h[0] * (1 - h[0])
            d2 = (e1 * w[6] + e2 * w[7]) * h[1] * (1 - h[1])
            return np.array([d1 * x[0], d2 * x[0], d1 * x[1], d2 * x[1],
                             e1 * h[0], e2 * h[0], e1 * h[1], e2 * h[1]])
        """,
    ),
    mistake(
        "backprop_222/hidden_derivative_missing",
        r"hidden|sigmoid|steep|factor",
        """
        def gradient(w, x, y, h, o):
            delta_o = (o - y) * o * (1 - o)
            delta_h = np.array([delta_o[0] * w[4] + delta_o[1] * w[5], delta_o[0] * w[6] + delta_o[1] * w[7]])
            return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])
        """,
    ),
    mistake(
        "backprop_222/sigmoid_of_the_activation",
        r"sigmoid|slope|twice|value",
        """
        def d_sigmoid(z):
            return sigmoid(z) * (1 - sigmoid(z))

        def gradient(w, x, y, h, o):
            delta_o = (o - y) * d_sigmoid(o)
            delta_h = np.array([delta_o[0] * w[4] + delta_o[1] * w[5],
                                delta_o[0] * w[6] + delta_o[1] * w[7]]) * d_sigmoid(h)
            return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])
        """,
    ),
    mistake(
        "backprop_222/tanh_derivative",
        r"tanh|sigmoid|slope|steep",
        """
        def gradient(w, x, y, h, o):
            delta_o = (o - y) * (1 - o ** 2)
            delta_h = (w[4:].reshape(2, 2) @ delta_o) * (1 - h ** 2)
            return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])
        """,
    ),
    mistake(
        "backprop_222/sign_turned",
        r"other way|sign",
        """
        def gradient(w, x, y, h, o):
            delta_o = (y - o) * o * (1 - o)
            delta_h = (w[4:].reshape(2, 2) @ delta_o) * h * (1 - h)
            return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])
        """,
    ),
    mistake(
        "backprop_222/one_road_only",
        r"road|path|one output|both|term",
        """
        def gradient(w, x, y, h, o):
            d1 = (o[0] - y[0]) * o[0] * (1 - o[0])
            d2 = (o[1] - y[1]) * o[1] * (1 - o[1])
            dh1 = d1 * w[4] * h[0] * (1 - h[0])
            dh2 = d2 * w[7] * h[1] * (1 - h[1])
            return np.array([dh1 * x[0], dh2 * x[0], dh1 * x[1], dh2 * x[1],
                             d1 * h[0], d2 * h[0], d1 * h[1], d2 * h[1]])
        """,
    ),
    mistake(
        "backprop_222/weights_transposed",
        r"transpos|exchanged|w6|w7|road|rows",
        """
        def gradient(w, x, y, h, o):
            delta_o = (o - y) * o * (1 - o)
            delta_h = (w[4:].reshape(2, 2).T @ delta_o) * h * (1 - h)
            return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])
        """,
    ),
    mistake(
        "backprop_222/outer_product_transposed",
        r"transpos|exchanged|order|w6|w7",
        """
        def gradient(w, x, y, h, o):
            delta_o = (o - y) * o * (1 - o)
            delta_h = (w[4:].reshape(2, 2) @ delta_o) * h * (1 - h)
            return np.concatenate([np.outer(delta_h, x).ravel(), np.outer(delta_o, h).ravel()])
        """,
    ),
    mistake(
        "backprop_222/forward_wired_crosswise",
        r"transpos|exchanged|changed places|w2|w3|entry|order",
        """
        def forward(w, x):
            h = sigmoid(np.array([w[0] * x[0] + w[1] * x[1], w[2] * x[0] + w[3] * x[1]]))
            o = sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))
            return h, o
        """,
    ),
    mistake(
        "backprop_222/output_not_bent",
        r"outputs left straight|sigmoid|bent|step",
        """
        def forward(w, x):
            h = sigmoid(x @ w[:4].reshape(2, 2))
            o = h @ w[4:].reshape(2, 2)
            return h, o
        """,
    ),
    mistake(
        "backprop_222/half_forgotten",
        r"half|½|times 2|factor|constant",
        """
        def loss(o, y):
            return (o[0] - y[0]) ** 2 + (o[1] - y[1]) ** 2
        """,
    ),
    mistake(
        "backprop_222/bracket_in_the_sigmoid",
        r"bracket",
        """
        def sigmoid(z):
            return 1 / 1 + np.exp(-z)
        """,
    ),
    mistake(
        "backprop_222/sigmoid_falls",
        r"falls|sign|minus",
        """
        def sigmoid(z):
            return 1.0 / (1.0 + np.exp(z))
        """,
    ),
    mistake(
        "backprop_222/loss_after_the_update",
        r"after|before|late|early|update|shift",
        """
        def train(w, x, y, step, rounds):
            w = np.array(w, dtype=float)
            losses = []
            for i in range(rounds):
                h, o = forward(w, x)
                w = w - step * gradient(w, x, y, h, o)
                h, o = forward(w, x)
                losses.append(loss(o, y))
            return w, losses
        """,
    ),
    mistake(
        "backprop_222/slopes_never_cleared",
        r"pile up|accumul|add|clear|reset|sum",
        """
        def train(w, x, y, step, rounds):
            w = np.array(w, dtype=float)
            grads = np.zeros(8)
            losses = []
            for i in range(rounds):
                h, o = forward(w, x)
                losses.append(loss(o, y))
                grads += gradient(w, x, y, h, o)
                w = w - step * grads
            return w, losses
        """,
    ),
    mistake(
        "backprop_222/output_layer_first",
        r"moved first|update|changed|already|same weights|before",
        """
        def train(w, x, y, step, rounds):
            w = np.array(w, dtype=float)
            losses = []
            for i in range(rounds):
                h, o = forward(w, x)
                losses.append(loss(o, y))
                g = gradient(w, x, y, h, o)
                w[4:] -= step * g[4:]
                g = gradient(w, x, y, h, o)   # hidden layer with the new weights
                w[:4] -= step * g[:4]
            return w, losses
        """,
    ),
    mistake(
        "backprop_222/last_loss_only",
        r"last|list|one",
        """
        def train(w, x, y, step, rounds):
            w = np.array(w, dtype=float)
            for i in range(rounds):
                h, o = forward(w, x)
                error = loss(o, y)
                w = w - step * gradient(w, x, y, h, o)
            return w, [error]
        """,
    ),
)


UNNAMED = frozenset(
    {
        "manual_gradient/bias_slope_times_x",
        "manual_gradient/coarse_difference_quotient",
        "manual_gradient/divided_by_its_length",
        "update_step/value_for_gradient",
        "zero_grad/filled_with_ones",
        "backprop_222/forward_wired_crosswise",
    }
)
"""Mistakes that are caught and not named yet."""


RIGHT = (
    # ---- forward ---------------------------------------------------------------------------------
    right("forward/lambda", "forward = lambda x, w: x * w"),
    right(
        "forward/type_hints_and_default",
        """
        def forward_with_bias(x: np.ndarray, w: float, b: float = 0.0) -> np.ndarray:
            return np.add(np.multiply(x, w), b)
        """,
    ),
    right(
        "forward/list_comprehension",
        """
        def forward_with_bias(x, w, b):
            return [w * xi + b for xi in x]
        """,
    ),
    right(
        "forward/float32",
        """
        def forward_with_bias(x, w, b):
            return np.asarray(x, dtype=np.float32) * np.float32(w) + np.float32(b)
        """,
    ),
    right(
        "forward/vectorize",
        """
        forward = np.vectorize(lambda x, w: w * x)
        """,
    ),
    right(
        "forward/in_place_on_a_copy",
        """
        def forward_with_bias(x, w, b):
            out = x.copy()
            out *= w
            out += b
            return out
        """,
    ),
    right(
        "forward/unused_imports_and_prints",
        """
        import math
        import sys
        import matplotlib.pyplot as plt

        def forward(x, w):
            print("forward called with", x, w)
            plt.plot([1, 2, 3])
            plt.show()
            return w * x
        """,
    ),
    right(
        "forward/partial",
        """
        from functools import partial

        def line(b, w, x):
            return w * x + b

        def forward(x, w):
            return partial(line, 0, w)(x)

        def forward_with_bias(x, w, b):
            return partial(line, b, w)(x)
        """,
    ),
    right(
        "forward/matrix_with_ones",
        """
        def forward_with_bias(x, w, b):
            X = np.column_stack([x, np.ones(len(x))])
            return X @ np.array([w, b])
        """,
    ),
    # ---- loss ------------------------------------------------------------------------------------
    right(
        "loss/loop_and_counter",
        """
        def mean_squared_error(predictions, y):
            total, n = 0, 0
            for p, t in zip(predictions, y):
                total = total + (t - p) * (t - p)
                n += 1
            return total / n
        """,
    ),
    right(
        "loss/norm",
        """
        def mean_squared_error(predictions, y):
            return np.linalg.norm(predictions - y) ** 2 / predictions.size
        """,
    ),
    right(
        "loss/einsum",
        """
        def half_squared_error(outputs, targets):
            e = outputs - targets
            return 0.5 * np.einsum("i,i->", e, e)
        """,
    ),
    right(
        "loss/recursion",
        """
        def half_squared_error(outputs, targets):
            if len(outputs) == 0:
                return 0
            return (outputs[0] - targets[0]) ** 2 / 2 + half_squared_error(outputs[1:], targets[1:])
        """,
    ),
    right(
        "loss/reduce",
        """
        from functools import reduce

        def half_squared_error(outputs, targets):
            return reduce(lambda total, pair: total + (pair[0] - pair[1]) ** 2, zip(outputs, targets), 0) / 2
        """,
    ),
    right(
        "loss/uses_the_other_task",
        """
        def mean_squared_error(predictions, y):
            return sum(squared_error(p, t) for p, t in zip(predictions, y)) / len(y)
        """,
    ),
    right(
        "loss/expanded_square",
        """
        def mean_squared_error(predictions, y):
            return np.mean(predictions ** 2 - 2 * predictions * y + y ** 2)
        """,
    ),
    right(
        "loss/array_of_no_dimension",
        """
        def squared_error(prediction, y):
            return np.array((prediction - y) ** 2)
        """,
    ),
    # ---- manual_gradient --------------------------------------------------------------------------
    right(
        "manual_gradient/loops",
        """
        def gradient(w, b, x, y):
            n = len(x)
            dw = 0
            db = 0
            for i in range(n):
                e = w * x[i] + b - y[i]
                dw += 2 * e * x[i]
                db += 2 * e
            dw /= n
            db /= n
            return dw, db
        """,
    ),
    right(
        "manual_gradient/list_of_two",
        """
        def gradient(w, b, x, y):
            r = y - b - w * x
            return [-2 * np.mean(x * r), -2 * r.mean()]
        """,
    ),
    right(
        "manual_gradient/array_of_two",
        """
        def gradient(w, b, x, y):
            X = np.stack([x, np.ones_like(x)])
            return 2 / x.size * X @ (w * x + b - y)
        """,
    ),
    right(
        "manual_gradient/chained_helpers",
        """
        def _mean(v):
            return sum(v) / len(v)

        def gradient(w, b, x, y):
            d = dloss_dprediction(w * x + b, y)
            return _mean(d * dprediction_dw(w, b, x)), _mean(d)
        """,
    ),
    right(
        "manual_gradient/einsum",
        """
        def gradient(w, b, x, y):
            d = 2 * (w * x + b - y)
            return np.einsum("i,i", d, x) / len(x), np.einsum("i->", d) / len(x)
        """,
    ),
    right(
        "manual_gradient/float32",
        """
        def gradient(w, b, x, y):
            x, y = x.astype("float32"), y.astype("float32")
            w, b = np.float32(w), np.float32(b)
            d = (w * x + b - y) * np.float32(2)
            return (d * x).mean(), d.mean()
        """,
    ),
    right(
        "manual_gradient/decimals_and_average",
        """
        def dloss_dprediction(prediction, y):
            return 2.0 * prediction - 2.0 * y

        def gradient(w, b, x, y):
            d = dloss_dprediction(w * x + b, y)
            return np.average(d * x), np.average(d)
        """,
    ),
    right(
        "manual_gradient/normal_equations",
        """
        def gradient(w, b, x, y):
            n = len(x)
            sxx, sx, sxy, sy = (x * x).sum(), x.sum(), (x * y).sum(), y.sum()
            return 2 * (w * sxx + b * sx - sxy) / n, 2 * (w * sx + n * b - sy) / n
        """,
    ),
    right(
        "manual_gradient/list_of_links",
        """
        def dprediction_dw(w, b, x):
            return list(x)
        """,
    ),
    # ---- update_step -------------------------------------------------------------------------------
    right(
        "update_step/data",
        """
        def update_step(parameters, lr):
            for p in parameters:
                if p.grad is not None:
                    p.data = p.data - lr * p.grad.data
        """,
    ),
    right(
        "update_step/sub_with_alpha",
        """
        @torch.no_grad()
        def update_step(parameters, lr=0.01):
            for p in parameters:
                if p.grad is None:
                    continue
                p.sub_(p.grad, alpha=lr)
        """,
    ),
    right(
        "update_step/copy",
        """
        def update_step(parameters, lr):
            with torch.no_grad():
                for p in filter(lambda t: t.grad is not None, parameters):
                    p.copy_(p - lr * p.grad)
        """,
    ),
    right(
        "update_step/optimiser",
        """
        def update_step(parameters, lr):
            torch.optim.SGD(parameters, lr=lr).step()
        """,
    ),
    right(
        "update_step/index_and_inference_of_none",
        """
        def update_step(parameters, lr):
            i = 0
            while i < len(parameters):
                g = parameters[i].grad
                if g is not None:
                    parameters[i].data[...] = parameters[i].data + (-lr) * g
                i += 1
        """,
    ),
    # ---- zero_grad -----------------------------------------------------------------------------------
    right(
        "zero_grad/none",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.grad = None
        """,
    ),
    right(
        "zero_grad/zeros_like",
        """
        def zero_grad(parameters):
            for p in parameters:
                if p.grad is not None:
                    p.grad = torch.zeros_like(p.grad)
        """,
    ),
    right(
        "zero_grad/zeros_for_all",
        """
        def zero_grad(parameters):
            for p in parameters:
                p.grad = torch.zeros_like(p)
        """,
    ),
    right(
        "zero_grad/times_zero",
        """
        def zero_grad(parameters):
            [p.grad.mul_(0) for p in parameters if p.grad is not None]
        """,
    ),
    right(
        "zero_grad/optimiser",
        """
        def zero_grad(parameters):
            optimizer = torch.optim.SGD(parameters, lr=0.1)
            optimizer.zero_grad()
        """,
    ),
    right(
        "zero_grad/fill_and_return",
        """
        def zero_grad(parameters):
            for name, p in enumerate(parameters):
                try:
                    p.grad.data.fill_(0.0)
                except AttributeError:
                    pass
        """,
    ),
    # ---- quadratic -----------------------------------------------------------------------------------
    right(
        "quadratic/horner",
        """
        def forward(x, w1, w2, b):
            return (w1 * x + w2) * x + b
        """,
    ),
    right(
        "quadratic/optimiser",
        """
        def train(parameters, xs, ys, lr, epochs):
            opt = torch.optim.SGD(parameters, lr)
            losses = []
            for _ in range(epochs):
                for x, y in zip(xs, ys):
                    opt.zero_grad()
                    l = loss(forward(x, *parameters), y)
                    if not torch.isfinite(l):
                        return losses
                    l.backward()
                    opt.step()
                losses.append(float(l))
            return losses
        """,
    ),
    right(
        "quadratic/by_hand",
        """
        def train(parameters, xs, ys, lr, epochs):
            w1, w2, b = parameters
            losses = []
            with torch.no_grad():
                for epoch in range(epochs):
                    for x, y in zip(xs, ys):
                        error = w1 * x ** 2 + w2 * x + b - y
                        l = error ** 2
                        if not torch.isfinite(l):
                            return losses
                        w1 -= lr * 2 * error * x ** 2
                        w2 -= lr * 2 * error * x
                        b -= lr * 2 * error
                    losses.append(l.item())
            return losses
        """,
    ),
    right(
        "quadratic/grad_function",
        """
        def train(parameters, xs, ys, lr, epochs):
            out = []
            for epoch in range(epochs):
                for x, y in zip(xs, ys):
                    err = loss(forward(x, *parameters), y)
                    if torch.isnan(err) or torch.isinf(err):
                        print("diverged in epoch", epoch)
                        return out
                    slopes = torch.autograd.grad(err, parameters)
                    with torch.no_grad():
                        for p, g in zip(parameters, slopes):
                            p.sub_(lr * g)
                out += [err.detach()]
            return out
        """,
    ),
    right(
        "quadratic/mse_loss",
        """
        import torch.nn.functional as F

        def loss(prediction, y):
            return F.mse_loss(prediction, torch.tensor(y, dtype=prediction.dtype))
        """,
    ),
    # ---- backprop_222 -----------------------------------------------------------------------------------
    right(
        "backprop_222/matrices",
        """
        def forward(w, x):
            h = sigmoid(x @ w[:4].reshape(2, 2))
            return h, sigmoid(h @ w[4:].reshape(2, 2))

        def gradient(w, x, y, h, o):
            d_o = (o - y) * o * (1 - o)
            d_h = (w[4:].reshape(2, 2) @ d_o) * h * (1 - h)
            return np.r_[np.outer(x, d_h).ravel(), np.outer(h, d_o).ravel()]
        """,
    ),
    right(
        "backprop_222/list_of_scalars",
        """
        import math

        def gradient(w, x, y, h, o):
            w1, w2, w3, w4, w5, w6, w7, w8 = w
            h1, h2 = h
            o1, o2 = o
            d1 = (o1 - y[0]) * o1 * (1 - o1)
            d2 = (o2 - y[1]) * o2 * (1 - o2)
            g1 = (d1 * w5 + d2 * w6) * h1 * (1 - h1)
            g2 = (d1 * w7 + d2 * w8) * h2 * (1 - h2)
            return [g1 * x[0], g2 * x[0], g1 * x[1], g2 * x[1], d1 * h1, d2 * h1, d1 * h2, d2 * h2]

        def train(w, x, y, step, rounds):
            w = list(w)
            losses = []
            for _ in range(rounds):
                h, o = forward(w, x)
                losses.append(loss(o, y))
                w = [wi - step * gi for wi, gi in zip(w, gradient(w, x, y, h, o))]
            return w, losses
        """,
    ),
    right(
        "backprop_222/einsum",
        """
        def gradient(w, x, y, h, o):
            W2 = w[4:].reshape(2, 2)
            d_o = (o - y) * (o - o ** 2)
            d_h = np.einsum("ij,j,i->i", W2, d_o, h - h * h)
            outer = lambda a, b: np.einsum("i,j->ij", a, b).flatten()
            return np.concatenate((outer(x, d_h), outer(h, d_o)))
        """,
    ),
    right(
        "backprop_222/sigmoid_by_tanh",
        """
        def sigmoid(z):
            return 0.5 * (1 + np.tanh(z / 2))
        """,
    ),
    right(
        "backprop_222/recomputes_and_keeps_history",
        """
        def train(w, x, y, step, rounds):
            weights = [np.asarray(w, dtype=float)]
            while len(weights) <= rounds:
                now = weights[-1]
                weights.append(now - step * np.asarray(gradient(now, x, y, *forward(now, x))))
            losses = [network_loss(v, x, y) for v in weights[:-1]]
            return weights[-1], np.array(losses)
        """,
    ),
    right(
        "backprop_222/in_place_copy",
        """
        def train(w, x, y, step=1.0, rounds=10):
            w = w.copy()
            history = []
            for r in range(rounds):
                hidden, out = forward(w, x)
                history.append(0.5 * np.sum((out - y) ** 2))
                w -= step * gradient(w, x, y, hidden, out)
                if r % 5 == 0:
                    print(f"round {r}: loss {history[-1]:.6f}")
            return (w, history)
        """,
    ),
)
