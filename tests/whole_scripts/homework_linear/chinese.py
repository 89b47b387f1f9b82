# 梯度下降
xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w = 0.5
学习率 = 0.05


def 预测(x):
    return w * x


for 轮 in range(200):
    loss = sum((预测(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
    dw = sum(2 * (预测(x) - y) * x for x, y in zip(xs, ys)) / len(xs)
    w = w - 学习率 * dw
    if 轮 % 50 == 0:
        print("轮", 轮, "损失", loss)
