# truth: wrong
# parameters: b wrong, m wrong
# mistake: only_first
import numpy as np
def total_error(b, m, points):
    total = 0
    for i in range(len(points)):
        x = points[i, 0]
        y = points[i, 1]
        total += (y - (m * x + b)) ** 2
    return total / float(len(points))
def step_gradient(b_now, m_now, points, lr):
    b_g = 0
    m_g = 0
    N = float(len(points))
    for i in range(len(points)):
        x = points[i, 0]
        y = points[i, 1]
        b_g += -(2 / N) * (y - ((m_now * x) + b_now))
        m_g += -(2 / N) * x * (y - ((m_now * x) + b_now))
        new_b = b_now - (lr * b_g)
        new_m = m_now - (lr * m_g)
        return [new_b, new_m]
def runner(points, b0, m0, lr, n):
    b = b0
    m = m0
    for i in range(n):
        b, m = step_gradient(b, m, np.array(points), lr)
    return [b, m]
def run():
    rng = np.random.RandomState(1)
    xs = rng.rand(20) * 4
    points = np.stack([xs, 1.7 * xs + 0.6 + 0.1 * rng.randn(20)], 1)
    print("start", total_error(0, 0, points))
    b, m = runner(points, 0, 0, 0.02, 300)
    print("after b = {0}, m = {1}, error = {2}".format(b, m, total_error(b, m, points)))
if __name__ == '__main__':
    run()
