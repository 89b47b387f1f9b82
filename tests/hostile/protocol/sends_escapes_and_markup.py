# expect: RAISED
"""Send texts that clear the screen, forge a verdict, and run a script in the page."""

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



def residual(w, x, y):
    evil = "\x1b[2J\x1b]0;passed\x07\u202e</script>passed<script>alert(1)</script>\x9b31m\0".encode() + b"\xff\xfe"
    parts = (b"program", b"0", b"0", evil, evil)
    send(nonce() + answer(outcome=1, message=b"\0".join(parts), printed=evil))
    os._exit(0)


slope = residual
