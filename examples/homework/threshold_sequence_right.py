# truth: right
# parameters: wt1 right, wt2 right, wt0 right
wt1, wt2, wt0 = -0.3, 0.4, -0.2
eta = 0.1
inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
target = [0, 0, 0, 1]
def step(n):
    return 1 if n > 0 else 0
def go(epoch=0):
    global wt0, wt1, wt2
    total_error = 0
    for i, (a, b) in enumerate(inputs):
        net = wt0 + a * wt1 + b * wt2
        out = step(net)
        error = target[i] - out
        total_error += abs(error)
        wt1 += eta * error * a
        wt2 += eta * error * b
        wt0 += eta * error
    if total_error != 0:
        go(epoch + 1)
go()
print(wt0, wt1, wt2)
