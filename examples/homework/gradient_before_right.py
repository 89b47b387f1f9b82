# truth: right
# parameters: theta right
import numpy as np
m = 20
X = np.c_[np.ones(m), np.arange(1, m + 1) / 10.]
y = np.array([3, 4, 5, 5, 2, 4, 7, 8, 11, 8, 12, 11, 13, 13, 16, 17, 18, 17, 19, 21.]).reshape(m, 1)
alpha = 0.01
def error_function(theta, X, y):
    diff = np.dot(X, theta) - y
    return (1. / (2 * m)) * np.dot(np.transpose(diff), diff)
def gradient_function(theta, X, y):
    diff = np.dot(X, theta) - y
    return (1. / m) * np.dot(np.transpose(X), diff)
def gradient_descent(X, y, alpha):
    theta = np.array([1., 1.]).reshape(2, 1)
    gradient = gradient_function(theta, X, y)
    while not np.all(np.absolute(gradient) <= 1e-5):
        theta = theta - alpha * gradient
        gradient = gradient_function(theta, X, y)
    return theta
optimal = gradient_descent(X, y, alpha)
print('optimal:', optimal)
print('error function:', error_function(optimal, X, y)[0, 0])
