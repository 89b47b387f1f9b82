# truth: wrong
# parameters: w[1] right, w[2] right, w[3] wrong, w[4] wrong, w[5] right, w[6] right, w[7] right, w[8] right
# mistake: path_missing
import math

def sig(z):
    return 1 / (1 + math.exp(-z))

i1, i2 = 0.05, 0.10
o1_target, o2_target = 0.01, 0.99
w = {1: .15, 2: .20, 3: .25, 4: .30, 5: .40, 6: .45, 7: .50, 8: .55}
b1, b2 = .35, .60
lr = 0.5

for it in range(1000):
    # forward
    h1 = sig(w[1] * i1 + w[2] * i2 + b1)
    h2 = sig(w[3] * i1 + w[4] * i2 + b1)
    o1 = sig(w[5] * h1 + w[6] * h2 + b2)
    o2 = sig(w[7] * h1 + w[8] * h2 + b2)
    E = 0.5 * (o1_target - o1) ** 2 + 0.5 * (o2_target - o2) ** 2
    # backward
    d1 = (o1 - o1_target) * o1 * (1 - o1)
    d2 = (o2 - o2_target) * o2 * (1 - o2)
    dh1 = (d1 * w[5] + d2 * w[7]) * h1 * (1 - h1)
    dh2 = (d1 * w[6]) * h2 * (1 - h2)
    w[5] -= lr * d1 * h1
    w[6] -= lr * d1 * h2
    w[7] -= lr * d2 * h1
    w[8] -= lr * d2 * h2
    w[1] -= lr * dh1 * i1
    w[2] -= lr * dh1 * i2
    w[3] -= lr * dh2 * i1
    w[4] -= lr * dh2 * i2
    if it % 100 == 0:
        print(it, E)
