# truth: right
# parameters: 权重 right, 偏置 right
学习率 = 0.01
权重 = 0.0
偏置 = 0.0
输入 = [1.0, 2.0, 3.0]
目标 = [3.0, 5.0, 7.0]


def 前向(x):
    return 权重 * x + 偏置


def 损失(x, y):
    return (前向(x) - y) ** 2


for 轮 in range(300):
    总损失 = 0
    for x, y in zip(输入, 目标):
        误差 = 前向(x) - y
        总损失 += 损失(x, y)
        权重 = 权重 - 学习率 * 2 * 误差 * x
        偏置 = 偏置 - 学习率 * 2 * 误差
    print('第', 轮, '轮 损失', 总损失)
