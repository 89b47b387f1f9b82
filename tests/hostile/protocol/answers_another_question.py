# expect: CRASHED
"""Answer with a nonce that nobody has given out."""

import os
import struct
import sys


def nonce():
    frame = sys._getframe(1)
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["nonce"]


def send(body):
    data = struct.pack("<I", len(body)) + body
    while data:
        data = data[os.write(4, data) :]


def text(words):
    return struct.pack("<H", len(words)) + words


def answer(*values, outcome=0, line=0, message=b"", printed=b""):
    head = struct.pack("<BI", outcome, line) + text(message) + text(printed)
    return head + struct.pack("<H", len(values)) + b"".join(values)


def value(name, kind, axes, shape, raw):
    return text(name) + text(b"float") + struct.pack(f"<BB{len(shape)}I", kind, axes, *shape) + raw


def residual(w, x, y):
    send(os.urandom(16) + answer(value(b"residual", 7, 0, (), struct.pack("<d", 1.0))))
    os._exit(0)


slope = residual
