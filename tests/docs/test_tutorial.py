"""docs/tutorial-author.md is what happens: its commands are run in order, its page is written in place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from doc_commands import commands, pattern, run

TEXT = (ROOT / "docs" / "tutorial-author.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(console|python)\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
PAGE = re.compile(r"so that `(solutions/\w+\.py)` reads:")


@pytest.mark.slow
def test_the_tutorial_is_what_happens(tmp_path: Path) -> None:
    """Every command prints what the tutorial shows."""
    folder, page = tmp_path, PAGE.search(TEXT)
    assert page is not None
    for language, block in BLOCKS:
        if language == "python":
            (folder / page[1]).write_text(block, encoding="utf-8")
            continue
        for command, lines in commands(block):
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            printed = run(command, folder)
            assert pattern(lines).fullmatch(printed), f"{command}\n{printed}"


def test_every_kind_of_block_is_there() -> None:
    """The test above looks at commands and a page, not at an empty list."""
    assert [language for language, _ in BLOCKS].count("python") == 1
    assert sum(len(list(commands(block))) for language, block in BLOCKS if language == "console") > 8
