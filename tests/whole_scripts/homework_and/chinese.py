# 梯度下降
xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
w1, w2, b = 0.666, 0.333, 0.233
学习率 = 0.05


def 预测(x):
    return w1 * x[0] + w2 * x[1] + b


for 轮 in range(150):
    loss = sum((预测(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
    dw1 = sum(2 * (预测(x) - y) * x[0] for x, y in zip(xs, ys)) / len(xs)
    dw2 = sum(2 * (预测(x) - y) * x[1] for x, y in zip(xs, ys)) / len(xs)
    db = sum(2 * (预测(x) - y) * 1.0 for x, y in zip(xs, ys)) / len(xs)
    w1 = w1 - 学习率 * dw1
    w2 = w2 - 学习率 * dw2
    b = b - 学习率 * db
    if 轮 % 50 == 0:
        print("轮", 轮, "损失", loss)
