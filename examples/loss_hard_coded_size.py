"""A student who tried the example with three samples, and only that one."""


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    # (e1² + e2² + e3²) / 3
    s = 0.0
    for i in range(len(predictions)):
        s += squared_error(predictions[i], y[i])
    return s / 3


def half_squared_error(outputs, targets):
    s = 0.0
    for o, t in zip(outputs, targets):
        s += squared_error(o, t)
    return s / 2


print(mean_squared_error([1, 2, 3], [2, 4, 6]), "should be 4.666...")
