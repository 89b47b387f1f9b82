# truth: wrong
# parameters: m wrong, c wrong
# mistake: only_last
x_data = [1, 2, 3, 4, 5]
y_data = [2.2, 4.1, 6.3, 7.9, 10.1]
m, c = 0.0, 0.0
L = 0.01
n = len(x_data)
prev = float("inf")
epochs = 0
while True:
    total = 0
    dm = dc = 0
    for x, y in zip(x_data, y_data):
        e = y - (m * x + c)
        total += e ** 2
        dm = -2 * x * e
        dc = -2 * e
    cost = total / n
    if abs(prev - cost) < 1e-9 or epochs > 5000:
        break
    prev = cost
    m -= L * dm / n
    c -= L * dc / n
    epochs += 1
print(f"m={m}, c={c}, cost={cost}, epochs={epochs}")
