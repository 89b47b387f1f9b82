import math


def s(z):
    return 1 / (1 + math.exp(-z))


i1, i2 = 0.5, 0.3
t1, t2 = 0.23, -0.07
a, b, c, d = 0.2, 0.5, -0.4, 0.6
e, f, g, h = 0.1, -0.3, -0.5, 0.8
rate = 0.5
for n in range(80):
    p = s(a * i1 + b * i2)
    q = s(c * i1 + d * i2)
    u = s(e * p + f * q)
    v = s(g * p + h * q)
    loss = 0.5 * (u - t1) ** 2 + 0.5 * (v - t2) ** 2
    du = (u - t1) * u * (1 - u)
    dv = (v - t2) * v * (1 - v)
    dp = (du * e + dv * g) * p * (1 - p)
    dq = (du * f + dv * h) * q * (1 - q)
    a, b, c, d = a - rate * dp * i1, b - rate * dp * i2, c - rate * dq * i1, d - rate * dq * i2
    e, f, g, h = e - rate * du * p, f - rate * du * q, g - rate * dv * p, h - rate * dv * q
print(loss)
