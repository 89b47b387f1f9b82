# truth: right
# parameters: x right
def f(x):
    return (x - 3) ** 2 + 1


def df(x):
    return 2 * (x - 3)


x = 10.0
lr = 0.1
precision = 1e-6
step = 1
iters = 0
while step > precision and iters < 10000:
    prev = x
    x = x - lr * df(prev)
    step = abs(x - prev)
    iters += 1
    print("iter", iters, "x =", x, "f(x) =", f(x))
print("min at", x)
