"""Help and complaints of the command line in the language in force.

Their English stands where the commands are written, and in click. Both are looked up by the English itself,
in the same catalogue as the program's sentences: click asks gettext for its words, and so does ``Help``.
"""

from __future__ import annotations

import gettext
import os
import re
import shutil
from collections.abc import Iterable, Iterator

import click

from grader.words.language import DOMAIN, SENTENCES, language
from grader.words.plain import columns

NARROW = 50
"""Below so many columns the names of options stand on lines of their own."""

OF_CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Show the version and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Option {name!r} does not take a value.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
)
"""What click says in help and about wrong usage, as it asks gettext for it."""

OF_CLICK_BY_NUMBER = (
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
"""The same, where it depends on a number."""

PIECE = re.compile(r"\s+|[⺀-￯][，。；：、！？）]*|[^\s⺀-￯]+[，。；：、！？）]*")
"""Where a line may end: behind a space, or behind a wide sign and the punctuation that it carries."""


def let_click_ask() -> None:
    """Have gettext, which click asks for its words, answer from our catalogue in the language in force."""
    gettext.bindtextdomain(DOMAIN, str(SENTENCES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()


def texts(commands: Iterable[click.Command]) -> Iterator[str]:
    """Yield what these commands say about themselves, a paragraph at a time, and what click adds."""
    for command in commands:
        options = (option.help for option in command.params if isinstance(option, click.Option))
        for text in (command.help, command.short_help, *options):
            yield from (" ".join(one.split()) for one in (text or "").split("\n\n") if one)
    yield from OF_CLICK


class Help(click.HelpFormatter):
    """Click's layout of help, with every paragraph in the language in force, and for narrow screens, too."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        """Take the screen's width where it is below the 50 columns that click goes down to."""
        super().__init__(indent_increment, width, max_width)
        room = shutil.get_terminal_size().columns - 2
        if room < NARROW:
            self.width = max(room, 30)

    def write_text(self, text: str) -> None:
        """Write the paragraphs of a command's help."""
        margin = " " * self.current_indent
        said = [
            "".join(f"{margin}{line}\n" for line in filled(translated(one), self.width - len(margin)))
            for one in text.split("\n\n")
        ]
        self.write("\n".join(said))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands, each with its help beside it; a long name has a line of its own."""
        listed = list(rows)
        col_max = col_max if self.width >= NARROW else 10
        margin = " " * self.current_indent
        column = len(margin) + min(max(columns(name) for name, _ in listed), col_max) + col_spacing
        for name, text in listed:
            lines = filled(translated(text), max(self.width - column, 20))
            if len(margin + name) + col_spacing > column:
                lines = ["", *lines]
            self.write((margin + name).ljust(column if lines[0] else 0))
            self.write(f"\n{' ' * column}".join(lines) + "\n")


def translated(text: str) -> str:
    """Return a help text in the language in force; what click adds behind two spaces stays as it is."""
    said, *added = text.split("  ", 1)
    line = " ".join(said.split())
    return "  ".join([gettext.gettext(line) if line else "", *added])


def filled(text: str, width: int) -> list[str]:
    """Return a paragraph in lines of that many columns; a Chinese character takes two."""
    lines = [""]
    for piece in PIECE.findall(text):
        if lines[-1] and columns((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]
