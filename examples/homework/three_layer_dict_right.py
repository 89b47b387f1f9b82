# truth: right
# parameters: parameters['W1'] right, parameters['b1'] right, parameters['W2'] right, parameters['b2'] right, parameters['W3'] right, parameters['b3'] right
import numpy as np


def initialize(n_x, n_h1, n_h2, n_y):
    np.random.seed(2)
    return {
        "W1": np.random.randn(n_h1, n_x) * 0.5, "b1": np.zeros((n_h1, 1)),
        "W2": np.random.randn(n_h2, n_h1) * 0.5, "b2": np.zeros((n_h2, 1)),
        "W3": np.random.randn(n_y, n_h2) * 0.5, "b3": np.zeros((n_y, 1)),
    }


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward_propagation(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = np.tanh(Z2)
    Z3 = np.dot(parameters["W3"], A2) + parameters["b3"]
    A3 = sigmoid(Z3)
    return A3, {"A1": A1, "A2": A2, "A3": A3}


def compute_cost(A3, Y):
    m = Y.shape[1]
    return float(np.squeeze(-np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m))


def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    dZ3 = cache["A3"] - Y
    dW3 = np.dot(dZ3, cache["A2"].T) / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m
    dZ2 = np.dot(parameters["W3"].T, dZ3) * (1 - np.power(cache["A2"], 2))
    dW2 = np.dot(dZ2, cache["A1"].T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.power(cache["A1"], 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


def update_parameters(parameters, grads, learning_rate=1.2):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads["d" + key]
    return parameters


def nn_model(X, Y, num_iterations=1000, print_cost=True):
    parameters = initialize(2, 4, 3, 1)
    for i in range(num_iterations):
        A3, cache = forward_propagation(X, parameters)
        cost = compute_cost(A3, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters


X = np.random.randn(2, 40)
Y = (X[:1] * X[1:] > 0).astype(float)
nn_model(X, Y)
