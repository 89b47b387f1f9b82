# truth: wrong
# parameters: w[0] wrong, w[1] wrong, w[2] wrong, w[3] wrong, w[4] wrong, w[5] wrong, w[6] wrong, w[7] wrong
# mistake: output_derivative_missing
import math
x = [0.4, 0.7]
t = [0.2, 0.9]
w = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
eta = 0.5
def f(z): return 1 / (1 + math.exp(-z))
for k in range(200):
    h1 = f(w[0] * x[0] + w[1] * x[1])
    h2 = f(w[2] * x[0] + w[3] * x[1])
    o1 = f(w[4] * h1 + w[5] * h2)
    o2 = f(w[6] * h1 + w[7] * h2)
    E = 0.5 * ((t[0] - o1) ** 2 + (t[1] - o2) ** 2)
    d1 = (o1 - t[0])
    d2 = (o2 - t[1])
    e1 = (d1 * w[4] + d2 * w[6]) * h1 * (1 - h1)
    e2 = (d1 * w[5] + d2 * w[7]) * h2 * (1 - h2)
    g = [e1 * x[0], e1 * x[1], e2 * x[0], e2 * x[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2]
    for i in range(8):
        w[i] -= eta * g[i]
    print(k, "E =", E)
