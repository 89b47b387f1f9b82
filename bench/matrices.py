"""Hold the kill matrices and the texts of two checkouts' pages against each other, to see what is lost.

In each checkout write what the proof says, then compare. The pages are read where the proof found them:

    grade prove --json > before.json          (in the one)
    grade prove --json > after.json           (in the other)
    python bench/matrices.py before.json after.json

A page is equal or better when it keeps every program, check, point, title, sentence and hint, when no
misconception passes a check that it failed or loses its name, when the public checks name no fewer, and
when it has no new fault. The exit code is 1 where a page is not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grader.pages import page

Proof = dict[str, Any]


def losses(old: Proof, new: Proof) -> Iterator[str]:
    """Yield what the new proof of a page lacks that the old one had."""
    for what, name in (("checks", "id"), ("rows", "program")):
        now = {item[name]: item for item in new[what]}
        for item in old[what]:
            if item[name] not in now:
                yield f"{item[name]} is gone"
            elif what == "checks" and now[item[name]] != item:
                yield f"the check {item[name]} is another"
            elif what == "rows":
                yield from weaker(old, item, new, now[item[name]])
    unnamed = set(old["public_only"]["named"]) - set(new["public_only"]["named"])
    yield from (f"the public checks do not name {id} any more" for id in sorted(unnamed))
    yield from (f"fault: {fault['message']}" for fault in new["faults"] if not old["faults"])
    yield from (f"not said any more: {text}" for text in sorted(texts(old) - texts(new)))


def weaker(old: Proof, before: Proof, new: Proof, after: Proof) -> Iterator[str]:
    """Yield what a program's row lost: a failed check, a passed one, its name."""
    kept = {check["id"]: passed for check, passed in zip(new["checks"], after["passes"], strict=True)}
    for check, passed in zip(old["checks"], before["passes"], strict=True):
        right = before["kind"] in ("reference", "alternative")
        if kept.get(check["id"], passed) != passed and passed == right:
            yield f"{before['program']} now {'fails' if passed else 'passes'} {check['id']}"
    if before["kind"] == "misconception" and before["diagnosis"] != after["diagnosis"]:
        yield f"{before['program']} is named {after['diagnosis']} and not {before['diagnosis']}"


def texts(proof: Proof) -> set[str]:
    """Return all that a page says of its programs: titles, sentences, hints, each with the program's name."""
    return {
        f"{variant.id}: {text}"
        for variant in page.read(Path(proof["path"])).variants
        for text in (variant.title, variant.message, *variant.hints)
    }


def lines(proof: Proof) -> int:
    """Return how many lines a page has."""
    return Path(proof["path"]).read_text(encoding="utf-8").count("\n")


def main(before: str, after: str) -> int:
    """Print a line for each page, below it what is lost, and the sum; return the exit code."""
    olds, news = (
        {proof["exercise"]: proof for proof in json.loads(Path(name).read_text(encoding="utf-8"))["pages"]}
        for name in (before, after)
    )
    lost, total = 0, [0, 0]
    print(f"{'page':24}{'lines':>13}{'programs':>13}{'checks':>9}")
    for id, old in sorted(olds.items()):
        new = news.get(id)
        if new is None:
            lost += 1
            print(f"{id}: is gone")
            continue
        found = list(losses(old, new))
        lost += bool(found)
        total = [total[0] + lines(old), total[1] + lines(new)]
        size = f"{lines(old)} → {lines(new)}"
        print(f"{id:24}{size:>13}{len(new['rows']):13}{len(new['checks']):9}")
        print("".join(f"    {message}\n" for message in found), end="")
    print(f"{len(olds)} pages, {total[0]} → {total[1]} lines; {lost} with a loss")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
