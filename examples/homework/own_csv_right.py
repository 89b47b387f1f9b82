# truth: right
# parameters: b right, w right
import csv
import os

path = "points.csv"
if not os.path.exists(path):
    with open(path, "w", newline="") as f:
        wr = csv.writer(f)
        for i in range(20):
            wr.writerow([i / 10, 2 * i / 10 + 1])

points = []
with open(path) as f:
    for row in csv.reader(f):
        points.append((float(row[0]), float(row[1])))


def compute_error(b, w, points):
    total = 0
    for x, y in points:
        total += (y - (w * x + b)) ** 2
    return total / float(len(points))


def step_gradient(b_current, w_current, points, learning_rate):
    b_gradient = 0
    w_gradient = 0
    N = float(len(points))
    for x, y in points:
        b_gradient += -(2 / N) * (y - ((w_current * x) + b_current))
        w_gradient += -(2 / N) * x * (y - ((w_current * x) + b_current))
    return [b_current - learning_rate * b_gradient, w_current - learning_rate * w_gradient]


def gradient_descent_runner(points, starting_b, starting_w, learning_rate, num_iterations):
    b = starting_b
    w = starting_w
    for i in range(num_iterations):
        b, w = step_gradient(b, w, points, learning_rate)
    return [b, w]


def run():
    b, w = gradient_descent_runner(points, 0, 0, 0.1, 500)
    print("After: b = {0}, w = {1}, error = {2}".format(b, w, compute_error(b, w, points)))


if __name__ == "__main__":
    run()
