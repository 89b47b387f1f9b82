import numpy as np


def squared_error(prediction, y)
    return (prediction - y) ** 2
