# kind: wrong
# task: slopes
# truth: The slopes of w1 and w2 use each other's input.
# line: 22
# foreseen: unknown
# 一个神经元学习 AND
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    加权和 = w1 * x1 + w2 * x2
    return 加权和 + b


def decide(prediction):
    # 大于零才是 1
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    误差 = prediction - target
    dw1 = 2 * 误差 * x2
    dw2 = 2 * 误差 * x1
    db = 2 * 误差
    return dw1, dw2, db


def train(samples, w1, w2, b, lr, epochs):
    for 轮 in range(epochs):
        for (x1, x2, 目标) in samples:
            预测 = predict(x1, x2, w1, w2, b)
            dw1, dw2, db = slopes(x1, x2, 目标, 预测)
            w1 = w1 - lr * dw1
            w2 = w2 - lr * dw2
            b = b - lr * db
    return w1, w2, b
