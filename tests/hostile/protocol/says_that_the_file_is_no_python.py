# expect: RAISED
"""Say after the file was loaded that it is no Python, at a line that is not there."""

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


def answer(outcome, line, message, printed=b""):
    return struct.pack("<BI", outcome, line) + text(message) + text(printed) + struct.pack("<H", 0)


def residual(w, x, y):
    send(nonce() + answer(1, 10**6, b"\0".join((b"file", b"1", b"1", b"SyntaxError", b"eof"))))
    os._exit(0)


slope = residual
