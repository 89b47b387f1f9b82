"""The command line: lists the commands, and turns errors into exit codes."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from gettext import gettext
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from grader import __version__, search_path
from grader.errors import GraderError, UsageError
from grader.words import plain
from grader.words.catalogue import sentence, unwritable
from grader.words.help import Help, let_click_ask
from grader.words.language import CHOICE, languages, of_system, spoken
from grader.words.nearest import nearest

COMMANDS = (
    *("start", "submit", "look", "watch", "list", "show", "hint"),
    *("batch", "regrade", "results", "export", "mark", "forget"),
    *("init", "new", "key", "stub", "notebook", "prove", "translate", "release", "pack", "doctor"),
)
"""Students' commands, instructors', authors'. Each is the file of that name in ``commands/``."""

WRITERS = (
    *("batch", "regrade", "export", "mark"),
    *("init", "new", "stub", "notebook", "translate", "release", "pack"),
)
"""Commands that write files for others: in the language asked for, also where the screen lacks it."""

SOMETHING_FAILED, INTERRUPTED = 1, 130


def choose(context: click.Context, option: click.Parameter, code: str | None) -> None:
    """Put the language that was asked for into force."""
    CHOICE.reader = code or CHOICE.reader
    if code in CHOICE.unwritable:
        complain(sentence("cli.unwritable", encoding=sys.stdout.encoding))
    let_click_ask()


def asked_in(args: Sequence[str]) -> str:
    """Return the language that a command line asks for, wherever: ``--help`` may stand before ``--lang``."""
    words = [word for arg in args for word in arg.split("=", 1)]
    return next((spoken(code) for word, code in pairwise(words) if word == "--lang"), "")


LANGUAGE = click.Option(
    ["--lang"],
    type=click.Choice(languages()),
    callback=choose,
    expose_value=False,
    is_eager=True,
    help="The language to speak; by default the course's, else the system's.",
)
"""An option of every command, before its name or behind it."""


REMEDY = "check permissions and free space"

REMEDIES = {
    errno.EMFILE: "allow more open files: ulimit -n 256",
    errno.EAGAIN: "allow more processes: ulimit -u",
}
"""What to do about an error of the system, by its number, where it is not the usual."""


def complain(text: str) -> None:
    """Write a line to the error stream; a name in it moves no cursor and commands no log."""
    click.echo(f"grade: {plain.no_commands(plain.harmless(text))}", err=True)


def stopped(*_: object) -> None:
    """End as an interrupted command does, so that the sandbox ends too; the shell's code for it is 143."""
    complain(sentence("cli.stopped"))
    sys.exit(128 + signal.SIGTERM)


def raise_again(dropped: sys.UnraisableHookArgs) -> None:
    """Raise an interrupt anew that came where Python drops it, in a callback of its own; show all else."""
    fault = dropped.exc_value
    if not isinstance(fault, (KeyboardInterrupt, SystemExit)) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(dropped)
        return

    def end(*_: object) -> None:
        raise fault

    with contextlib.suppress(ValueError):  # only the main thread is interrupted, and may set this
        signal.signal(signal.SIGALRM, end)
        signal.setitimer(signal.ITIMER_REAL, 0.05)


def open_streams() -> None:
    """Open the streams that this process was started without, so that no other file takes their place."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            while os.open(os.devnull, os.O_RDWR) < number:
                continue
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=plain.LOOKALIKE)  # a console of Windows has no ✓


def stand_somewhere() -> None:
    """Return where the working directory is there.

    Raises:
        UsageError: it was removed.
    """
    try:
        os.getcwd()
    except OSError:
        raise UsageError(sentence("cli.no_folder")) from None


class Context(click.Context):
    """The state of one run, whose help speaks the language in force."""

    formatter_class = Help


class Commands(click.Group):
    """The commands, each imported when it is asked for; every error becomes its exit code and one line."""

    context_class = Context

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, when the language is known that help and complaints are to speak."""
        CHOICE.system = of_system(os.environ)
        CHOICE.reader = asked_in(args)
        CHOICE.unwritable = unwritable(getattr(sys.stdout, "encoding", None) or "utf-8")
        let_click_ask()
        return super().parse_args(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with the whole of its short help."""
        with formatter.section(gettext("Commands")):
            commands = [(name, self.get_command(context, name)) for name in COMMANDS]
            formatter.write_dl([(name, one.get_short_help_str(200)) for name, one in commands if one])

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the commands' names, in the order of the day: students' first."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command by its name, None where there is none."""
        if name not in COMMANDS:
            return None
        found: click.Command = import_module(f"grader.commands.{name}").command
        if LANGUAGE not in found.params:
            found.params.append(LANGUAGE)
            found.context_class = Context
        return found

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; where there is none, name the nearest."""
        near = nearest(args[0], COMMANDS) if args and args[0] not in COMMANDS else ""
        if near and not args[0].startswith("-"):
            context.fail(sentence("cli.no_such_command", asked=args[0], near=near))
        if args and args[0] in WRITERS and not set(context.help_option_names) & set(args):
            CHOICE.unwritable = ()
        return super().resolve_command(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Run a command; say what went wrong and end with the error's exit code."""
        open_streams()
        sys.unraisablehook = raise_again
        with contextlib.suppress(ValueError):  # a thread of somebody else's cannot set it, and need not
            signal.signal(signal.SIGTERM, stopped)
        # Where no thread is left for it, OpenBLAS interrupts the process; nothing here needs any.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        try:
            stand_somewhere()
            sys.path[:] = search_path()
            return super().invoke(context)
        except GraderError as fault:
            complain(str(fault))
            sys.exit(fault.exit_code)
        except BrokenPipeError:
            sys.exit(SOMETHING_FAILED)
        except KeyboardInterrupt:
            complain(sentence("cli.interrupted"))
            sys.exit(INTERRUPTED)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except OSError as fault:
            place = f"{fault.filename}: " if fault.filename else ""
            complain(f"{place}{fault.strerror or fault}; {REMEDIES.get(fault.errno or 0, REMEDY)}")
            sys.exit(GraderError.exit_code)
        except Exception:
            # Python would end with 1, which says that a student's answer is wrong.
            traceback.print_exc()
            complain(sentence("cli.our_fault"))
            sys.exit(GraderError.exit_code)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grade")
def main() -> None:
    """Grade homework on gradient descent and back-propagation, and name the mistakes."""


main.params.append(LANGUAGE)
