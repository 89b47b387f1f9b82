# expect: FAILED
"""Find the nonce in the caller's frame and answer in the observer's name, then never return."""

import os
import struct
import sys
import time


def value(name, number):
    head = struct.pack("<H", len(name)) + name + struct.pack("<H", 6) + b"passed"
    return head + struct.pack("<BBd", 7, 0, number)


def residual(w, x, y):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names = (b"residual", b"slope", b"w", b"losses", b"passed", b"score")
    words = struct.pack("<H", 6) + b"passed"
    body = frame.f_locals["nonce"] + struct.pack("<BI", 0, 2**32 - 1) + words + words
    body += struct.pack("<H", len(names)) + b"".join(value(name, 1.0) for name in names)
    # The next question is waited for in the observer's place, so that every answer is a forged one.
    os.write(4, struct.pack("<I", len(body)) + body)
    while True:
        size = struct.unpack("<I", os.read(3, 4))[0]
        request = b""
        while len(request) < size:
            request += os.read(3, size - len(request))
        forged = request[:16] + body[16:]
        os.write(4, struct.pack("<I", len(forged)) + forged)
        time.sleep(0)


slope = residual
