"""Run every attack against the whole sandbox and weakened ones, and write down which layer stops what.

    python bench/hostile_matrix.py [--write] [GROUP/NAME...]

Each build is tried in machines to throw away (see ``tests/disposable.py``): what wins there may do harm.
Needs bubblewrap; the column "as root" needs root. Takes a quarter of an hour and prints the table of
groups; ``--write`` also writes both tables into docs/attacks.md, where single attacks are named with the
others' lines as they stand there. Ends with status 1 where an attack wins against a whole sandbox, but for
what the tier is known not to stop.
"""

import os
import platform
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import attacks
import disposable
from attacks import ATTACKS
from disposable import Build

from grader.sandbox.policy import LAYERS

RECORD = Path(__file__).resolve().parent.parent / "docs" / "attacks.md"
AT_ONCE = 2
"""Builds tried at once; most of the time is spent waiting for attacks that wait."""

BEGIN, END = "<!-- layers:begin -->", "<!-- layers:end -->"


def only(name: str, *layers: str) -> Build:
    """Return the build in which these layers stand alone."""
    return Build(name, without=tuple(layer for layer in LAYERS if layer not in layers))


WEAK = (
    only("nothing"),
    only("limits", "limits", "files", "user"),
    only("namespaces", "namespaces", "outer"),
    only("Landlock", "landlock"),
    only("seccomp", "seccomp"),
)
"""Sandboxes with layers switched off; the separate process and its time limit are always there."""

WHOLE = (Build("kernel-only", tier="kernel-only"), Build("full"), Build("as root", root=True))
"""The set-ups in which the grader is used: the first two as an ordinary user."""

INTRODUCTION = """\
{count} attacks in `tests/hostile`, each tried against every column; written by `python
bench/hostile_matrix.py --write` on {date}, Linux {kernel}, {machine}. A number says how many of the
group *won*: read the secret, changed a file, made a call, left a process, ended the server, or did what
should be refused. The first five columns are weakened on purpose: nothing but a process with a time
limit, then with one kind of layer at a time ("limits" with closed files, no new privileges;
"namespaces" with the server's own filter). {won} attacks have been seen to win in at least one of them;
the others aim at the protocol, the comparison and the clock, which no layer guards and which are never
switched off, or at what the kernel refuses to every ordinary user."""


def main(words: Sequence[str]) -> int:
    """Try, print, perhaps write; return the exit status."""
    ids = [word for word in words if not word.startswith("-")] or [attack.id for attack in ATTACKS]
    ids = list(dict.fromkeys([*ids, *untried()])) if "--write" in words else ids
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda build: winners(build, ids), builds())
        won = dict(zip((build.name for build in builds()), found, strict=True))
    text = "\n".join(record(ids, won))
    print(text.partition("\n### ")[0])
    if "--write" in words:
        everything = [attack.id for attack in ATTACKS]
        text = "\n".join(
            record(everything, {name: {**noted(name, ids), **found} for name, found in won.items()})
        )
        before, _, rest = RECORD.read_text(encoding="utf-8").partition(BEGIN)
        RECORD.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return int(any(lost(build, won[build.name]) for build in WHOLE if build.name in won))


def untried() -> list[str]:
    """Return the attacks of which the record does not say yet what they do to every build."""
    lines = RECORD.read_text(encoding="utf-8").splitlines()
    return [line.split(" | ")[0].removeprefix("| ") for line in lines if "/" in line and " | – | " in line]


def noted(build: str, but: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the attacks that won in a build by the record, without those that were just tried."""
    lines = RECORD.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    place = next(row for row in rows if row[0] == "attack").index(build)
    return {row[0]: () for row in rows if "/" in row[0] and row[0] not in but and row[place] == "●"}


def builds() -> tuple[Build, ...]:
    """Return the builds that can be tried by this user."""
    return tuple(build for build in (*WEAK, *WHOLE) if not build.root or os.geteuid() == 0)


def winners(build: Build, ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the attacks that win in a build, with what says so."""
    started, won = time.monotonic(), {}
    for one in disposable.tried(build, ids):
        if one.facts:
            won[one.id] = one.facts
    print(f"{build.name}: {len(won)} of {len(ids)} win, {time.monotonic() - started:.0f} s", file=sys.stderr)
    return won


def lost(build: Build, won: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return what wins against a whole sandbox and is not known to; print it."""
    known = attacks.KNOWN.get(build.tier or "", frozenset())
    found = sorted(set(won) - known)
    for id in found:
        print(f"{build.name}: {id} wins: {'; '.join(won[id])}")
    return found


def record(ids: Sequence[str], won: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[str]:
    """Yield the lines of both tables."""
    somewhere = {id for build in WEAK for id in won[build.name]}
    yield INTRODUCTION.format(
        count=len(ids),
        date=time.strftime("%d %B %Y"),
        kernel=platform.release().partition("-")[0],
        machine=platform.machine(),
        won=len(somewhere),
    )
    yield from ("", *head(("group", "attacks", *won)))
    groups = dict.fromkeys(id.partition("/")[0] for id in ids)
    for group in (*groups, ""):
        mine = [id for id in ids if not group or id.startswith(f"{group}/")]
        counts = [sum(id in found for id in mine) for found in won.values()]
        yield row((group or "all", len(mine), *counts))
    yield from ("", "### Attack by attack", "", "● won, · stood.", "", *head(("attack", *won)))
    for id in ids:
        yield row((id, *("●" if id in found else "·" for found in won.values())))


def head(names: Sequence[str]) -> tuple[str, str]:
    """Return a table's first two lines."""
    return row(names), row(["---"] * len(names))


def row(cells: Sequence[object]) -> str:
    """Return one line of a table."""
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
