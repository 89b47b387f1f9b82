"""Look at every script of a folder and print how its verdicts stand beside the true ones in their headers.

    python bench/scripts.py [FOLDER] [--files]

A script's first lines say what is true of it: `# truth: wrong`, `# parameters: w wrong, b right`, and
`# mistake: late` where the mistake has a name. `--files` prints a line for each script as well.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.grading.scripts.looking import said, seen_of, together
from grader.inside.observation import Limits
from grader.intake import scripts
from grader.numbers.scripts.evidence.records import Look
from grader.numbers.scripts.seeing import Seen
from grader.sandbox.client import Sandbox

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "homework"

HEADER = re.compile(r"# (truth|parameters|mistake): ([^\n\r\"\\]*)")


@dataclass(frozen=True)
class Truth:
    """What a script's header says: the verdict, one for each parameter, the mistake's id."""

    verdict: str
    parameters: dict[str, str]
    mistake: str


@dataclass(frozen=True)
class Time:
    """Seconds of processor time: the script's own until its loop, and those of the whole look."""

    name: str
    own: float
    look: float

    @property
    def over(self) -> float:
        """By how much the look is over the limit."""
        return self.look - 3 * self.own - 1.0


def truth_of(path: Path) -> Truth:
    """Return what the header of a script says."""
    found = {key: value.strip() for key, value in HEADER.findall(path.read_text(encoding="utf-8"))}
    pairs = [pair.rsplit(" ", 1) for pair in found.get("parameters", "").split(", ") if " " in pair]
    return Truth(found["truth"], {name: verdict for name, verdict in pairs}, found.get("mistake", ""))


def is_located(truth: Truth, seen: Look) -> bool:
    """Tell whether exactly the parameters that are wrong were called so."""
    said = {one.name: one.verdict != "right" for one in seen.parameters}
    return said == {name: verdict != "right" for name, verdict in truth.parameters.items()}


def row(name: str, looks: list[tuple[Truth, Look]]) -> str:
    """Return one row of the table."""
    judged = [(truth, seen) for truth, seen in looks if seen.verdict != "not_judged"]
    right = sum(seen.verdict == "right" for _, seen in judged)
    located = sum(is_located(truth, seen) for truth, seen in judged if seen.verdict != "right")
    named = sum(bool(seen.mistakes) for _, seen in judged if seen.verdict != "right")
    called = len(judged) - right
    return f"| {name} | {len(looks)} | {len(judged)} | {right} | {called} | {located} | {named} |"


def time_of(name: str, found: list[Seen]) -> list[Time]:
    """Return the processor time of a look, none where the script never came to a loop."""
    known = [one for one in found if "spent" in one.first.values]
    if not known:
        return []
    own = max(float(one.first.values["before"]) for one in known)
    return [Time(name, own, sum(float(one.first.values["spent"]) + one.run.spent for one in known))]


def summary(times: list[Time]) -> str:
    """Say how many looks were within the limit, and which was furthest above it."""
    within = sum(one.over <= 0 for one in times)
    median = sorted(one.look for one in times)[len(times) // 2]
    worst = max(times, key=lambda one: one.over)
    return (
        f"{within} of {len(times)} looks took at most 3 times the script's own time before its loop and 1 s "
        f"(processor time; median {median:.1f} s). Furthest above: {worst.name}, {worst.look:.1f} s, "
        f"of which the script's own {worst.own:.1f} s."
    )


def main() -> None:
    """Look at all scripts and print the table."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder = Path(words[0]) if words else FOLDER
    looks, times = [], []
    with Sandbox(Limits(), ahead=False, demand="full") as sandbox:
        for path in sorted([*folder.glob("*.py"), *folder.glob("*.ipynb")]):
            script = scripts.read(path)
            found = seen_of(script, sandbox)
            truth, seen = truth_of(path), together([said(script, one) for one in found])
            looks.append((truth, seen))
            times += time_of(path.name, found)
            if "--files" in sys.argv:
                print(f"{path.name}: {truth.verdict}, {seen.verdict} ({seen.reason}), {seen.seconds:.1f} s")
    print("| scripts | all | judged | called right | called wrong | located | named |")
    print("|---|---|---|---|---|---|---|")
    print(row("right", [pair for pair in looks if pair[0].verdict == "right"]))
    print(row("wrong", [pair for pair in looks if pair[0].verdict in ("wrong", "constant", "stops")]))
    print(f"\n{summary(times)}")


if __name__ == "__main__":
    main()
