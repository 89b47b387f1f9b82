# truth: wrong
# parameters: x right, y wrong
def func(x, y):
    return x ** 2 + 3 * y ** 2 + x * y
def dx(x, y):
    return 2 * x + y
def dy(x, y):
    return 3 * y + x
x, y = 5.0, -4.0
alpha = 0.05
iters = 0
f_change = func(x, y)
while f_change > 1e-10 and iters < 1000:
    tmp_x = x - alpha * dx(x, y)
    tmp_y = y - alpha * dy(x, y)
    f_change = abs(func(x, y) - func(tmp_x, tmp_y))
    x, y = tmp_x, tmp_y
    iters += 1
    print('%d: x=%.5f y=%.5f z=%.5f' % (iters, x, y, func(x, y)))
