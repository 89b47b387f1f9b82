"""Break pages in one place, prove them, and print how many of each kind the proof catches.

Run ``python bench/broken_pages.py [PAGE...]``; without a page it breaks tests/small_pages/one_slope.py.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from page_mutations import mutations  # noqa: E402

from grader.prove.prove import prove  # noqa: E402
from grader.sandbox.client import Sandbox  # noqa: E402


def main(pages: list[str]) -> None:
    """Print a table: kind, caught, of how many."""
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        for page in map(Path, pages):
            for mutation in mutations(page.read_text(encoding="utf-8")):
                path = Path(folder, page.name)
                path.write_text(mutation.text, encoding="utf-8")
                rules = {fault.rule for fault in prove(path, sandbox).faults} - {"stub"}
                tried[mutation.kind] += 1
                caught[mutation.kind] += bool(rules)
                if not rules:
                    print(f"missed: {page.stem}: {mutation.kind}: {mutation.where}", flush=True)
    for kind, count in tried.items():
        print(f"{kind:45} {caught[kind]:4} of {count}")
    print(f"{'all':45} {caught.total():4} of {tried.total()}")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(ROOT / "tests" / "small_pages" / "one_slope.py")])
