"""Write what is generated of the docs: the commands, the API for authors, the man page.

python .ci/reference.py DOCS MAN
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from grader import __version__, author
from grader.cli import main


def commands() -> Iterator[tuple[str, click.Command, click.Context]]:
    """Yield every command by its name, with a context of its own."""
    top = click.Context(main, info_name="grade", **main.context_settings)
    for name in main.list_commands(top):
        command = main.get_command(top, name)
        assert command is not None
        yield name, command, click.Context(command, info_name=name, parent=top)


def page() -> str:
    """Return the reference of the commands."""
    parts = ["# Commands", "Generated from the program."]
    for name, command, context in commands():
        parts.append(f"## grade {name}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts) + "\n"


def api() -> str:
    """Return the reference of what a page may import."""
    parts = ["# What a page may import", "Everything is imported from `grader.author`."]
    for name in sorted(author.__all__):
        found = getattr(author, name)
        head = f"{name}{inspect.signature(found)}" if callable(found) else name
        parts.append(f"## {name}\n\n```python\n{head}\n```\n\n{inspect.getdoc(found) or ''}")
    return "\n\n".join(parts) + "\n"


def man() -> str:
    """Return the man page in troff."""
    lines = [f'.TH GRADE 1 "" "chainrule {__version__}"', ".SH NAME", f"grade \\- {main.help}"]
    lines += [".SH SYNOPSIS", ".B grade", "COMMAND [OPTIONS] [ARGUMENTS]", ".SH COMMANDS"]
    for name, command, context in commands():
        usage = " ".join(command.collect_usage_pieces(context))
        lines += [".TP", rf"\fBgrade {name}\fR {usage}", *quoted(command.help or "")]
        for option in command.params:
            record = option.get_help_record(context)
            if record:
                lines += [
                    ".RS",
                    ".TP",
                    rf"\fB{record[0].replace('-', chr(92) + '-')}\fR",
                    *quoted(record[1]),
                    ".RE",
                ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> list[str]:
    """Return lines that troff takes as text."""
    if not text:
        return []
    lines = (line.strip().replace("\\", "\\\\") for line in text.split("\n"))
    return [f"\\&{line}" if line[:1] in (".", "'") else line or ".PP" for line in lines]


def write(docs: Path, target: Path) -> None:
    """Write all files."""
    (docs / "commands.md").write_text(page(), encoding="utf-8")
    (docs / "author-api.md").write_text(api(), encoding="utf-8")
    target.write_text(man(), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
