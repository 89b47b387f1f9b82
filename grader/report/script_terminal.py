"""Lay out what is said of a whole script for a terminal, a pipe or a log."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterator
from unicodedata import east_asian_width

from grader.numbers.scripts.evidence.records import Look
from grader.numbers.scripts.evidence.verdicts import UNCLEARED
from grader.report.screen import Screen, screen
from grader.words.catalogue import sentence
from grader.words.excerpt import caret
from grader.words.lists import listed
from grader.words.location import phrase
from grader.words.message import laid_out
from grader.words.plain import cleaned, encodable, no_commands, number

SIGNS = {"right": "✓", "constant": "≈", "wrong": "✗", "stops": "✗", "not_judged": "?"}
"""What stands before a line, so that no verdict hangs on a colour."""

INDENT = "    "

SECOND = "\0"
"""Stands behind a character that takes two columns."""

WHOLE = re.compile(r"[^\0]\0(?:[，。；：、）？！]\0)*|(?:[^\0](?!\0))+")
"""A Chinese character with the marks behind it, or a word in other letters."""


def show(look: Look) -> None:
    """Print it to standard output as that can show it."""
    sys.stdout.write(render(look, screen(sys.stdout, os.environ)))


def render(look: Look, on: Screen) -> str:
    """Return it as lines for a screen."""
    shown = cleaned(look, on.encoding)
    lines = [line for part in parts(shown) for line in wrapped(part, on.width)]
    return no_commands(encodable("\n".join(lines) + "\n", on.encoding))


def wrapped(line: str, width: int) -> list[str]:
    """Return a line broken into lines that fit, those below set in as far as the words of the first."""
    margin = len(line) - len(line.lstrip()) + (2 if line.lstrip()[:1] in SIGNS.values() else 0)
    wrapper = Wrapper(max(width, 30), subsequent_indent=" " * margin, break_long_words=False)
    return [one.replace(SECOND, "") for one in wrapper.wrap(with_widths(line))] or [""]


class Wrapper(textwrap.TextWrapper):
    """Breaks lines between Chinese characters too, but not before a mark that ends a part of a sentence."""

    def _split(self, text: str) -> list[str]:
        """Return the parts that stay whole."""
        return [part for word in super()._split(text) for part in WHOLE.findall(word)]


def with_widths(line: str) -> str:
    """Return a line in which a character two columns wide counts as two."""
    return "".join(one + SECOND if east_asian_width(one) in "WF" else one for one in line)


def parts(look: Look) -> Iterator[str]:
    """Yield what is said, part by part."""
    yield sentence("look.title", path=look.path)
    yield ""
    yield from verdicts(look)
    yield from marked(look)
    yield from found(look)
    for note in look.notes:
        yield ""
        yield note
    for one in look.others:
        yield ""
        yield sentence("look.other", first=phrase(look.source, one.loop[0]))
        yield from verdicts(one)
        yield from one.notes


def verdicts(look: Look) -> Iterator[str]:
    """Yield what is said of a loop and of each parameter."""
    yield f"{SIGNS[look.verdict]} {look.message}"
    said: dict[tuple[str, str], list[str]] = {}
    for one in look.parameters:
        rest = one.message.removeprefix(one.name)
        alike = rest.startswith((":", "："))  # what is said behind the names, so that they may be several
        names = said.setdefault((SIGNS[one.verdict], rest if alike else one.message), [])
        names += [one.name] if alike else []
    for (sign, rest), names in said.items():
        yield f"  {sign} {laid_out(listed(names)) if names else ''}{rest}"


def marked(look: Look) -> Iterator[str]:
    """Yield the line that makes the wrong step, and numbers of a parameter that it moves."""
    if not look.line:
        return
    quoted = caret(look.source, look.line, 0).split("\n")[0]
    quoted += "…" if not look.source.split("\n")[look.line - 1].rstrip().endswith(quoted.strip()) else ""
    if quoted:
        yield ""
        yield sentence(f"look.line.{look.verdict}", place=phrase(look.source, look.line, first=True))
        yield quoted
    wrong = next((one for one in look.parameters if one.verdict == look.verdict and one.step), None)
    if wrong is not None:
        id = "look.numbers.second" if wrong.mistake in UNCLEARED else "look.numbers"
        yield sentence(id, name=wrong.name, step=row(wrong.step), slope=row(wrong.slope))


def row(values: tuple[float, ...]) -> str:
    """Return the first numbers of a row."""
    return ", ".join(number(value, 4) for value in values[:4]) + (", …" if len(values) > 4 else "")


def found(look: Look) -> Iterator[str]:
    """Yield under which names things were found."""
    if not look.loop[0]:
        return
    yield ""
    id = "look.found.loop" if look.is_loop else "look.found.step"
    yield sentence(id, first=phrase(look.source, look.loop[0]), rounds=look.run.rounds)
    if look.loss:
        yield sentence("look.found.loss", loss=look.loss)
    if look.family:
        yield sentence("look.found.family", family=look.family)
    run = look.run
    if run.of_samples and len(run.walks) > 1:
        id, losses, count = "look.found.walks", run.walks, run.walked
    else:
        id, losses, count = "look.found.run", run.losses, run.rounds
    if len(losses) > 1:
        yield sentence(id, first=number(losses[0], 4), last=number(losses[-1], 4), count=count)
