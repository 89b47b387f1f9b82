"""Put a page's changed sentences into its key: nothing has to be observed again for them."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

from grader.errors import UsageError
from grader.keys import keyfile, keyhead
from grader.keys.key import AnswerKey, Known
from grader.keys.staleness import code_digest, installed
from grader.pages import page, slices, variants
from grader.pages.marks import Marked


def retold(path: Path, page_path: Path, engine: str) -> AnswerKey | None:
    """Return the key at ``path`` with its page's texts as they are now; None where code or a library changed.

    The page is parsed and not run.

    Raises:
        PageError: a text is missing.
    """
    if keyhead.stale(path, code_digest(page_path), engine):
        return None
    try:
        key = keyfile.load(path)
    except UsageError:  # damaged behind its first line
        return None
    if any(installed(name) != version for name, version in key.environment.items()):
        return None
    source = slices.Source(page_path, page_path.read_text(encoding="utf-8"))
    title, story = page.story_of(source)
    known = tuple(told_anew(source, one) for one in key.misconceptions)
    return replace(key, title=title, story=story, misconceptions=known)


def told_anew(source: slices.Source, known: Known) -> Known:
    """Return a misconception with its docstring's sentence and hints; what its code says is as it was."""
    node = source.definitions.get(known.id)
    text = ast.get_docstring(node) if isinstance(node, slices.Definition) else None
    if node is None or text is None:
        return known
    mark = Marked(False, known.targets, None, known.title, text)
    message, hints = variants.words(source, mark, node.lineno)
    return replace(known, message=message, hints=hints)
