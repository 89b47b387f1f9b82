# expect: RAISED
"""Have torch load native code from a file of one's choice."""

import torch


def step(parameters, lr):
    with open("/tmp/grade-left-behind", "wb") as file:
        file.write(open(torch._C.__file__, "rb").read())
    torch.ops.load_library("/tmp/grade-left-behind")
    parameters[0].data.fill_(31337.0)


def train(parameters, x, lr, epochs):
    return []
