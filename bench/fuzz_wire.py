"""Break a million replies and have the grader read them: an observation or a WireError may come of it.

    python bench/fuzz_wire.py [FRAMES [SEED]]

Prints how many were read and refused, the slowest one, and the growth of memory; ends with status 1 and the
frame in question where anything else comes of one.
"""

import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import frames


def main(count: int, seed: int) -> int:
    """Try that many frames; return the exit status."""
    luck, bodies = random.Random(seed), frames.seeds()
    read, slowest, started = 0, 0.0, time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(count):
        body = frames.mutant(bodies, luck)
        asked = time.perf_counter()
        try:
            read += frames.read(body)
        except Exception as fault:
            print(f"{type(fault).__name__}: {fault}\n{body.hex()}")
            return 1
        slowest = max(slowest, time.perf_counter() - asked)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{count} frames of seed {seed} in {time.monotonic() - started:.0f} s")
    print(f"{read} read, {count - read} refused, no other exception")
    print(f"the slowest took {1000 * slowest:.1f} ms; memory grew by {grown:.0f} MiB")
    return 0


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(words + [1_000_000, 0][len(words) :])))
