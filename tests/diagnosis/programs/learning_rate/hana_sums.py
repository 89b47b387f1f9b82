# kind: wrong
# task: curvature
# truth: the sums are not divided by the number of samples in the first row
# line: 21
# foreseen: unknown
import math

import numpy as np

# 学习率的上限


def curvature(x):
    n = len(x)
    sxx = 0.0
    sx = 0.0
    for v in x:
        sxx += v * v
        sx += v
    hessian = np.zeros((2, 2))
    hessian[0, 0] = 2 * sxx
    hessian[0, 1] = 2 * sx
    hessian[1, 0] = 2 * sx / n
    hessian[1, 1] = 2
    return hessian


def biggest(hessian):
    # 最大特征值
    lam, _ = np.linalg.eigh(hessian)
    return lam[-1]


def largest_rate(hessian):
    return 2.0 / biggest(hessian)


def steepest_factor(hessian, lr):
    c = biggest(hessian)
    return 1.0 - lr * c


def observed_factor(losses):
    ratio = losses[-1] / losses[len(losses) - 2]
    return math.sqrt(ratio)


def error_factor(x, lr):
    a = [x * x, x, 1]
    dot = 0.0
    for v in a:
        dot += v * v
    return 1 - lr * 2 * dot


def epoch_factor(xs, lr):
    # 逐个样本, 从单位向量开始
    columns = []
    for k in range(3):
        d = np.zeros(3)
        d[k] = 1.0
        for x in xs:
            a = np.array([x * x, x, 1.0])
            d = d - 2 * lr * a * (a @ d)
        columns.append(d)
    matrix = np.array(columns).T
    return max(abs(v) for v in np.linalg.eigvals(matrix))
