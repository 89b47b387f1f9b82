# expect: RAISED or TIMED_OUT
"""Have torch compile C++ with the machine's compiler."""

import torch.utils.cpp_extension as extension


def step(parameters, lr):
    extension.load_inline("grade", "int answer() { return 42; }", functions=["answer"])
    parameters[0].data.fill_(31337.0)


def train(parameters, x, lr, epochs):
    return []
