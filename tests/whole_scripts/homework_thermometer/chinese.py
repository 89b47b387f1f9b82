# 梯度下降
xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
w, b = 1.0, 0.0
学习率 = 0.01


def 预测(x):
    return w * x + b


for 轮 in range(1500):
    loss = sum((预测(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
    dw = sum(2 * (预测(x) - y) * x for x, y in zip(xs, ys)) / len(xs)
    db = sum(2 * (预测(x) - y) * 1.0 for x, y in zip(xs, ys)) / len(xs)
    w = w - 学习率 * dw
    b = b - 学习率 * db
    if 轮 % 50 == 0:
        print("轮", 轮, "损失", loss)
