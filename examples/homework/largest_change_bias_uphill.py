# truth: wrong
# parameters: w right, b wrong
# mistake: uphill
# ADALINE, delta rule, AND with bipolar values
import random
random.seed()
X = [[1, 1], [1, -1], [-1, 1], [-1, -1]]
T = [1, -1, -1, -1]
w = [random.uniform(-0.5, 0.5) for _ in range(2)]
b = random.uniform(-0.5, 0.5)
alpha = 0.05
max_change = 1
epoch = 0
while max_change > 0.01 and epoch < 200:
    max_change = 0
    sse = 0
    for i in range(4):
        y_in = b + sum(w[j] * X[i][j] for j in range(2))
        e = T[i] - y_in
        sse += e ** 2
        for j in range(2):
            dw = alpha * e * X[i][j]
            w[j] = w[j] + dw
            max_change = max(max_change, abs(dw))
        b = b - alpha * e
    epoch += 1
    print("epoch", epoch, "SSE", sse)
print(w, b)
