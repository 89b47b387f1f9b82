"""It prints the right numbers."""


def squared_error(prediction, y):
    print((prediction - y) ** 2)


def mean_squared_error(predictions, y):
    print(sum((p - t) ** 2 for p, t in zip(predictions, y)) / len(y))


def half_squared_error(outputs, targets):
    print(sum((o - t) ** 2 for o, t in zip(outputs, targets)) / 2)
