"""Lay a story out as HTML, its formulas as MathML, so that a browser needs nothing to show them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt

from grader.errors import MissingExtra
from grader.release.formulas import rendered

HEADING = re.compile(r"\A\s*# .*\n")
"""The title, which the page shows in its head."""

FORMULA = re.compile(
    r"(?P<code>`[^`\n]*`|^ {4}[^\n]*$)|\$\$(?P<block>.+?)\$\$|\$(?P<inline>[^$\n]+)\$",
    re.MULTILINE | re.DOTALL,
)
"""A formula, or code in which a dollar is a dollar."""

GATHERED = re.compile(r"\\begin\{gathered\}(.*)\\end\{gathered\}", re.DOTALL)
TALL = re.compile(r"\\(frac|sqrt)\b")
"""What makes brackets grow."""

STAND_IN = "\ue000{}\ue001"
"""What stands for a formula while Markdown is read: no writer types characters for private use."""

STANDING_IN = re.compile(r"(?:<p>)?\ue000(\d+)\ue001(?:</p>)?")


def html(story: str) -> str:
    """Return a story in Markdown as HTML, without its title.

    Raises:
        MissingExtra: the library that sets formulas is not installed.
    """
    formulas: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        if found["code"] is not None:
            return found[0]
        formulas.append(block(found["block"]) if found["block"] else mathml(found["inline"], "inline"))
        return STAND_IN.format(len(formulas) - 1)

    text = FORMULA.sub(put_by, rendered(HEADING.sub("", story)))
    page: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    page = page.replace("<pre>", '<pre tabindex="0">')  # a drawing may be wider than a phone
    return STANDING_IN.sub(lambda found: put_back(found, formulas), page)


def put_back(found: re.Match[str], formulas: Sequence[str]) -> str:
    """Return the formula of a stand-in; one that stands by itself is no paragraph."""
    formula = formulas[int(found[1])]
    is_block = formula.startswith("<div")
    return formula if is_block else found[0].replace(STAND_IN.format(found[1]), formula)


def block(tex: str) -> str:
    """Return formulas that stand by themselves, one below the other."""
    gathered = GATHERED.search(tex)
    lines = (gathered[1] if gathered else tex).split("\\\\")
    shown = "".join(mathml(line, "block") for line in lines if line.strip())
    return f'<div class="formula" tabindex="0">{shown}</div>'


def mathml(tex: str, display: str) -> str:
    """Return a formula in TeX as MathML.

    Raises:
        MissingExtra: the library for it is not installed; only makers of a browser edition need it.
    """
    try:
        from latex2mathml.converter import convert
    except ModuleNotFoundError:
        raise MissingExtra("the browser edition", "latex2mathml", "web") from None
    return convert(plain(tex.strip()), display=display)


def plain(tex: str) -> str:
    r"""Return TeX that looks well in any letters: ŷ in one piece, brackets no taller than need be."""
    if not TALL.search(tex):
        tex = tex.replace(r"\left", "").replace(r"\right", "")
    return re.sub(r" \} ([.,;])", r"}\1", tex.replace(r"\hat y", "ŷ"))
