"""Where templates lie, and what renders them; each is compiled once, as our own modules are."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

PACKAGE = Path(__file__).parents[1]

TEMPLATES = (PACKAGE / "templates", PACKAGE.parent / "templates")
"""An installed grader carries its templates inside; in a checkout they lie beside the package."""

BYTECODE = Path(__file__).parent / "__pycache__"
"""Where compiled templates are kept: beside our own bytecode, which only those may write who install us."""


DAMAGED = (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, pickle.UnpicklingError)
"""What reading a file may raise that is no compiled template, or only a part of one."""


class Compiled(FileSystemBytecodeCache):
    """Compiled templates, each good for its text under these options of this Jinja alone."""

    def __init__(self, folder: Path, options: str) -> None:
        """Keep them in this folder, where there is one that can be written."""
        super().__init__(str(folder), "%s.template")
        self.made_by = f"{jinja2.__version__} {options}"

    def get_source_checksum(self, source: str) -> str:
        """Return what a template is known by."""
        return hashlib.sha256(f"{self.made_by}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fetch a template, where it is kept and whole."""
        with contextlib.suppress(*DAMAGED):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where Python keeps its own bytecode."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)


def environment(own: Sequence[Path] = (), escaped: bool = True) -> Environment:
    """Return what renders templates; a course's own come before ours."""
    return Environment(
        loader=FileSystemLoader([*own, *TEMPLATES]),
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # nobody edits them while a class is graded
        bytecode_cache=Compiled(BYTECODE, "escaped" if escaped else "plain"),
    )
