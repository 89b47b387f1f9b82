"""A machine to throw away: attacks run in it as an ordinary user, and what wins there hurts nobody.

Made by bubblewrap: namespaces of its own, a disk in memory, no network but its own loopback, and user 61234
without any capability. In it runs this very file, which grades attacks in one build of the sandbox and prints
a line for each; outside, ``tried`` reads the lines, and goes on in a new machine where an attack has ended
the old one.
"""

from __future__ import annotations

import json
import os
import resource
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
USER = "61234"
PATIENCE = 30.0
"""Seconds that one attack may take, the start of the machine included."""

PROCESSES_AT_MOST = 1000
MEMORY_AT_MOST = 12 << 30


@dataclass(frozen=True)
class Tried:
    """What became of one attack in one build."""

    id: str
    statuses: frozenset[str]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Build:
    """A sandbox as it is, or with layers switched off."""

    name: str
    without: tuple[str, ...] = ()
    tier: str | None = None
    root: bool = False


def available() -> str:
    """Return why no such machine can be made, empty where it can."""
    if shutil.which("bwrap") is None:
        return "bubblewrap is not installed"
    made = subprocess.run(machine([sys.executable, "-c", ""]), capture_output=True, text=True, check=False)
    return made.stderr.strip() if made.returncode else ""


def machine(command: Sequence[str], root: bool = False) -> list[str]:
    """Return the command that runs another one in a new machine, as an ordinary user or as root."""
    words = ["bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--die-with-parent"]
    words += ["--new-session", "--tmpfs", "/"]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        place = Path("/") / name
        if place.is_symlink():
            words += ["--symlink", os.readlink(place), str(place)]
        elif place.exists():
            words += ["--ro-bind", str(place), str(place)]
    for place in dict.fromkeys((Path("/usr"), Path("/etc"), ROOT, Path(sys.base_prefix), Path(sys.prefix))):
        words += [word for above in reversed(place.parents[:-1]) for word in folder(above)]
        words += ["--ro-bind", str(place), str(place)]
    words += ["--proc", "/proc", "--dev", "/dev", "--ro-bind-try", "/sys", "/sys"]
    for place in ("/tmp", "/var/tmp", "/dev/shm", "/run/lock"):
        words += ["--perms", "1777", "--tmpfs", place]
    words += ["--setenv", "HOME", "/tmp", "--chdir", "/tmp"]
    return [*words, *(["--cap-add", "ALL"] if root else dropped()), *command]


def folder(place: Path) -> list[str]:
    """Return the words that make a folder which everybody may pass through."""
    return [] if place in (Path("/usr"), Path("/etc")) else ["--perms", "0755", "--dir", str(place)]


def dropped() -> list[str]:
    """Return the words that make root an ordinary user, none where we are one."""
    if os.geteuid() != 0:
        return []
    words = ["--cap-add", "ALL", "setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"]
    return [*words, "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all"]


def tried(build: Build, ids: Sequence[str]) -> Iterator[Tried]:
    """Try attacks in a build, in as many machines as they wear out.

    Raises:
        RuntimeError: a machine does not start.
    """
    rest = list(ids)
    while rest:
        for one in in_one_machine(build, rest):
            yield one
            rest.remove(one.id)


def in_one_machine(build: Build, ids: Sequence[str]) -> Iterator[Tried]:
    """Try attacks until one of them has spoiled the machine."""
    asked = json.dumps({"without": build.without, "tier": build.tier, "ids": list(ids)})
    command = machine([sys.executable, str(Path(__file__).resolve()), asked], build.root)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        started = None
        while words := line(process):
            if "facts" in words:
                yield Tried(words["id"], frozenset(words["statuses"]), tuple(words["facts"]))
            started = words["id"] if "facts" not in words else None
        silent = process.poll() is None and not ended(process)
        process.kill()
        words = process.stderr.read().decode(errors="replace")
        if started is not None and "Traceback" not in words:
            yield Tried(started, frozenset(), ("stopped the grader" if silent else "ended the grader",))
        elif process.wait() != 0:
            raise RuntimeError(f"{build.name}: {words[-2000:]}")


def line(process: subprocess.Popen[bytes]) -> dict[str, object]:
    """Return the next line of a machine, empty where it is silent or has ended."""
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    read = process.stdout.readline() if ready else b""
    return json.loads(read) if read.endswith(b"\n") else {}


def ended(process: subprocess.Popen[bytes]) -> bool:
    """Tell whether a process ends now."""
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        return False
    return True


# ---- inside of the machine ----


def main(asked: str) -> None:
    """Grade the attacks that are asked for; stop after one that changed anything here."""
    sys.path.insert(0, str(ROOT))
    import attacks

    from grader.sandbox.client import Sandbox

    words = json.loads(asked)
    resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES_AT_MOST, PROCESSES_AT_MOST))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, resource.RLIM_INFINITY))
    known = {attack.id: attack for attack in attacks.ATTACKS}
    sandbox = Sandbox(attacks.LIMITS, tier=words["tier"], without=frozenset(words["without"]))
    with attacks.opened(sandbox) as place:
        for id in words["ids"]:
            place.prepare(known[id].page)
            print(json.dumps({"id": id}), flush=True)
            fate = place.run(known[id])
            print(json.dumps({"id": id, "statuses": sorted(fate.statuses), "facts": fate.facts}), flush=True)
            if set(fate.facts) - {"said that it won", "read the secret"}:
                # Nothing of this machine is to be trusted with the next attack.
                sys.stdout.flush()
                os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
