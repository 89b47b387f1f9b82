"""A sandbox that remembers: what a program did on a scenario is observed once, and read from then on.

It is known by the code that the scenario can reach (see ``reach``), so that a changed sentence costs nothing,
a changed misconception a part of its row, and a misconception in one task nothing on the checks of the
others. The file may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from grader.inside import requests, wire
from grader.inside.observation import Error, Limits, Observation, Observed, Outcome, Program, Scenario, Source
from grader.keys import keyfile, keyhead
from grader.keys.key import Row
from grader.keys.making import reach
from grader.keys.making.reach import Reach
from grader.keys.making.rows import Rows
from grader.sandbox.client import Sandbox

NONCE = bytes(wire.NONCE_BYTES)


UNSURE = frozenset({Outcome.CRASHED, Outcome.OUT_OF_MEMORY})
"""What may be the machine's doing, and is observed again."""


@dataclass(frozen=True)
class Asked:
    """A scenario with its digest, and the words in it that may name something in a program."""

    scenario: Scenario
    digest: bytes
    words: frozenset[str]


WORD = re.compile(rb"[A-Za-z_]\w*")


def digest_of(scenario: Scenario) -> bytes:
    """Return what a scenario is known by; the prose of an experiment is left out."""
    shown = reach.whole(scenario.text)
    bare = replace(scenario, text=shown.digest if shown else scenario.text)
    return hashlib.sha256(requests.request(bare, NONCE)).digest()


def words_of(scenario: Scenario) -> frozenset[str]:
    """Return all words with which a scenario is asked, those in its numbers left aside."""
    header, _, _ = requests.request(scenario, NONCE)[wire.LENGTH.size + len(NONCE) :].partition(b"\0")
    return frozenset(word.decode() for word in WORD.findall(header))


@dataclass(frozen=True)
class Remembering:
    """A sandbox and what it observed before; ``run`` tells runs of one program apart where that matters."""

    sandbox: Sandbox
    rows: Rows
    run: int = 0
    asked: dict[int, Asked] = field(default_factory=dict, compare=False)

    @property
    def limits(self) -> Limits:
        """The sandbox's limits."""
        return self.sandbox.limits

    def again(self) -> Remembering:
        """Return one that does not take a program's first run for its second."""
        return replace(self, run=self.run + 1)

    def versions(self, profile: str) -> Mapping[str, str]:
        """Return the versions of the libraries that programs have there."""
        try:
            known = json.loads(self.rows.find(f"versions {profile}") or b"")
            return {str(name): str(version) for name, version in known.items()}
        except keyhead.DAMAGED:  # or not there
            pass
        found = self.sandbox.versions(profile)
        self.rows.keep(f"versions {profile}", json.dumps(dict(found)).encode())
        return found

    def observe(
        self,
        program: Program,
        scenarios: Sequence[Scenario],
        profile: str,
        limits: Limits | None = None,
        total: float = 0.0,
    ) -> Observed:
        """Return what a program does, from memory as far as it was observed before.

        Raises:
            SandboxError: as the sandbox does.
        """
        code = reach.whole(program.text)
        if code is None:
            return self.sandbox.observe(program, scenarios, profile, limits, total=total)
        start = self.start_of(program, profile, limits or self.limits)
        asked = [self.known(one) for one in scenarios]
        parts = [code] + [reach.reached(program.text, one.words | called(program)) for one in asked]
        ids = [digest(start, code.digest, b"load")]
        ids += [digest(start, part.digest, one.digest) for part, one in zip(parts[1:], asked, strict=True)]
        load, *row = (self.remembered(id, part) for id, part in zip(ids, parts, strict=True))
        missing = [place for place, seen in enumerate(row) if seen is None]
        if load is None or (load.outcome is Outcome.RETURNED and missing):
            new = self.sandbox.observe(
                program, [scenarios[place] for place in missing], profile, limits, total=total
            )
            load, found = new.load, dict(zip(missing, new.row, strict=True))
            row = [found.get(place, seen) for place, seen in enumerate(row)]
            # What does not load gives nothing, whichever statement is to blame.
            told = {place + 1: seen for place, seen in found.items() if load.outcome is Outcome.RETURNED}
            self.keep({ids[place]: (seen, parts[place]) for place, seen in {0: load, **told}.items()})
        if load.outcome is not Outcome.RETURNED:
            return Observed(load, tuple(replace(load, printed="") for _ in scenarios))
        return Observed(load, tuple(seen for seen in row if seen is not None))

    def foresee(
        self, program: Program, sets: Sequence[Sequence[Scenario]], profile: str, limits: Limits | None = None
    ) -> None:
        """Observe a program once on several lists of scenarios: loading it costs more than most calls.

        Raises:
            SandboxError: as the sandbox does.
        """
        if self.rows.connection is not None:
            most = len(sets) * self.sandbox.seconds(limits or self.limits)
            self.observe(program, [one for each in sets for one in each], profile, limits, total=most)

    def numbers(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits | None = None
    ) -> Row:
        """Return the row of a program that nobody edits, from memory where all of it was observed before.

        Of what gave no numbers only the outcome is remembered.

        Raises:
            SandboxError: as the sandbox does.
        """
        code = reach.whole(program.text)
        if code is None:
            return self.sandbox.observe(program, scenarios, profile, limits).row
        start = self.start_of(program, profile, limits or self.limits)
        id = digest(start, code.digest, *map(digest_of, scenarios))
        row = unpacked(self.rows.find(id))
        if row is not None:
            return row
        found = self.sandbox.observe(program, scenarios, profile, limits).row
        if all(map(is_sure, found)):
            self.rows.keep(id, packed(tuple(map(without_error, found))))
        return found

    def remembered(self, id: str, part: Reach) -> Observation | None:
        """Return what is remembered of a program on a scenario, with the program's lines as they are now."""
        found = unpacked(self.rows.find(id))
        return lined(found[0], part) if found else None

    def keep(self, found: Mapping[str, tuple[Observation, Reach]]) -> None:
        """Remember observations, unless something else may be to blame."""
        self.rows.keep_all(
            {id: packed((placed(seen, part),)) for id, (seen, part) in found.items() if is_sure(seen)}
        )

    def known(self, scenario: Scenario) -> Asked:
        """Return a scenario with its digest; that of the same one is made once."""
        if id(scenario) not in self.asked:
            # It is held there, so that the number stays its own.
            self.asked[id(scenario)] = Asked(scenario, digest_of(scenario), words_of(scenario))
        return self.asked[id(scenario)]

    def start_of(self, program: Program, profile: str, limits: Limits) -> str:
        """Return what decides about a row beside the code and the scenario.

        Limits count as the same up to a factor of two: they hang on how long the right program took.
        """
        names, modules = sorted(program.names.items()), sorted(program.modules.items())
        doublings = (math.ceil(math.log2(limits.load)), math.ceil(math.log2(limits.call)))
        return repr((self.run, profile, program.filename, names, modules, *doublings))


Watching = Sandbox | Remembering
"""What observes a page's programs."""


def unremembered(watching: Watching) -> Sandbox:
    """Return the sandbox itself: what a whole script does hangs on its lines."""
    return watching.sandbox if isinstance(watching, Remembering) else watching


def called(program: Program) -> frozenset[str]:
    """Return the names under which a program offers its tasks."""
    return frozenset(part for name in program.names.values() for part in name.split("."))


def digest(start: str, code: str, *asked: bytes) -> str:
    """Return under what it is remembered what some code gives on scenarios, or as it is loaded."""
    return hashlib.sha256(b"\0".join([f"{start} {code}".encode(), *asked])).hexdigest()


def is_sure(seen: Observation) -> bool:
    """Tell whether an observation is the code's own doing: not the machine's, nor that of calls before it."""
    return seen.outcome not in UNSURE and not seen.stopped_with("Total", Source.PROCESS)


def without_error(seen: Observation) -> Observation:
    """Return what a call gave, of one that gave no numbers the outcome alone."""
    return seen if seen.error is None else Observation(seen.outcome)


def packed(row: Row) -> bytes:
    """Return observations as bytes."""
    return zlib.compress(json.dumps(keyfile.encode(row)).encode(), 1)


def unpacked(data: bytes | None) -> Row | None:
    """Return the observations that ``packed`` was given, None where there are none or they are damaged."""
    if data is None:
        return None
    try:
        return tuple(keyfile.decode(json.loads(zlib.decompress(data))))
    except (zlib.error, *keyhead.DAMAGED):
        return None


def placed(seen: Observation, part: Reach) -> Observation:
    """Return an observation with nodes for lines, 0 for none; a line on which no node begins is none."""
    if seen.error is None:
        return seen
    line, end = (
        numbers.index(number) + 1 if number in numbers else 0
        for number, numbers in ((seen.error.line, part.begins), (seen.error.end_line, part.ends))
    )
    return replace(seen, error=replace(seen.error, line=line, end_line=end))


def lined(seen: Observation, part: Reach) -> Observation:
    """Return an observation with lines for nodes."""
    if seen.error is None:
        return seen
    error: Error = seen.error
    line = part.begins[error.line - 1] if error.line else 0
    end = part.ends[error.end_line - 1] if error.end_line else 0
    return replace(seen, error=replace(error, line=line, end_line=end))
