# expect: CRASHED
"""Send a pickle that runs a command where it is read."""

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



def residual(w, x, y):
    send(nonce() + b"cos\nsystem\n(S'touch /srv/course/writable/pickled'\ntR.")
    os._exit(0)


slope = residual
