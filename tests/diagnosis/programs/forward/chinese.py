# kind: right
# foreseen: unknown
# 作业一:前向传播
import numpy as np

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    # 预测值 = 权重 * 输入
    预测 = w * x
    return 预测


def forward_with_bias(x, w, b):
    # 再加上偏置
    return forward(x, w) + b
