"""Faults of formulas between dollar signs: they do not end, their brackets do not fit, a command is none."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page

CODE = re.compile(r"`[^`\n]*`|^ {4}[^\n]*$|\\\$|\$(?=\d+(?:[.,]\d+)?(?:\s|[.,;:)]|$))", re.MULTILINE)
"""Where a dollar is a dollar: in code, behind a backslash, and before a price."""

FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$]+?)\$", re.DOTALL)

BLOCK = re.compile(r"\n[ \t]*\n")

KNOWN = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho
    sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
    ell nabla partial infty hbar Re Im forall exists emptyset in notin subset subseteq cup cap setminus cdot
    cdots ldots dots vdots ddots times div pm mp circ odot otimes oplus ast star bullet le leq ge geq ne neq
    approx equiv sim simeq propto ll gg to gets leftarrow rightarrow leftrightarrow Rightarrow Leftarrow
    Leftrightarrow mapsto longmapsto uparrow downarrow sum prod int lim limits max min argmax argmin sup inf
    log ln exp sin cos tan sinh cosh tanh arcsin arccos arctan det dim ker deg gcd Pr frac dfrac tfrac sqrt
    binom hat bar vec dot ddot tilde widehat widetilde overline underline overbrace underbrace overset
    underset stackrel mathbf mathrm mathit mathcal mathbb mathsf boldsymbol operatorname text textbf textit
    mathtt left right big Big bigg Bigg bigl bigr Bigl Bigr lvert rvert lVert rVert vert Vert mid langle
    rangle lfloor rfloor lceil rceil quad qquad prime top bot perp parallel begin end hline displaystyle
    textstyle tag label not land lor neg lnot because therefore phantom color cancel boxed substack middle
    intercal dagger textsf textsc textrm mathscr mathfrak varrho varsigma varpi varkappa leqslant geqslant
    triangleq coloneqq nsubseteq supset supseteq Uparrow Downarrow updownarrow nearrow searrow swarrow
    nwarrow lg sec csc cot hom arg liminf limsup iint iiint oint coprod sqcup sqcap bigcup bigcap bigoplus
    bigotimes bigodot ominus oslash gtrsim lesssim nmid ddagger dddot ddddot acute check grave breve
    mathring bmod pmod mod dotsc dotsb dotsm dotsi iff implies impliedby nolimits Longrightarrow
    Longleftarrow Longleftrightarrow longrightarrow longleftarrow longleftrightarrow rightharpoonup
    hookrightarrow overrightarrow overleftarrow lbrace rbrace hphantom vphantom scriptstyle
    scriptscriptstyle cfrac dbinom tbinom mathbin mathrel mathop smash bf rm it bm pmb lbrack rbrack
    ulcorner Biggl Biggr bigm Bigm complement diamond triangle square blacksquare varnothing nexists models
    vdash dashv asymp cong doteq prec succ preceq succeq colon cdotp ldotp hspace vspace mathstrut rule
    raisebox mbox hbox hfill nonumber notag eqref ref xrightarrow xleftarrow underbracket overbracket
    textcolor fbox overarc wp imath jmath aleph beth surd angle sphericalangle
"""

COMMANDS = frozenset(KNOWN.split())
"""Commands that formulas of homework use; another one is a fault only where one of these is near."""

NEAR = 0.8
"""How like a known command one has to be that is taken for its misspelling."""


def unset_formulas(evidence: Evidence) -> Iterator[Fault]:
    """Report a formula, in the story or a misconception's text, that is not set as it is meant."""
    texts = [("the story", ast.get_docstring(evidence.source.tree, clean=False) or "", 0)]
    texts += [
        (f"the misconception {one.id}", evidence.exercise.constants[one.id].text, evidence.line_of(one.id))
        for one in evidence.exercise.misconceptions
    ]
    for name, text, line in texts:
        for part in BLOCK.split(text):
            wrong = next(faults_of(part, tabs="\t" in evidence.source.text), "")
            if wrong:
                first = part.strip().split("\n")[0].split("\t")[0]
                yield Fault("formula", line or line_in_page(evidence, first) or 1, f"{name} {wrong}")


def faults_of(text: str, tabs: bool = False) -> Iterator[str]:
    """Yield what is wrong with a paragraph's formulas; where the page has tabs, one is no lost backslash."""
    lost = next((sign for sign in LOST if sign in text and not (tabs and sign == "\t")), "")
    if lost:
        yield f'has a {LOST[lost]} where Python read a backslash and a letter; begin the text with r"""'
    formulas = FORMULA.findall(CODE.sub("", text))
    if FORMULA.sub("", CODE.sub("", text)).count("$"):
        yield "has a formula that begins with $ and does not end; write the other $, or \\$ for a dollar"
    for formula in (block or inline for block, inline in formulas):
        yield from (f"has the formula ${formula.strip()}$, {wrong}" for wrong in wrong_in(formula))


LOST = {"\t": "tab", "\a": "bell", "\b": "backspace", "\f": "form feed", "\v": "vertical tab", "\r": "return"}
"""What ``\\times``, ``\\frac`` and ``\\beta`` begin with where Python reads their backslash."""


def wrong_in(formula: str) -> Iterator[str]:
    """Yield what keeps a formula from being set."""
    plain = formula.replace(r"\\", "").replace(r"\{", "").replace(r"\}", "")
    if plain.count("{") != plain.count("}"):
        yield "with more { than } or the other way round; close each"
    if len(re.findall(r"\\left(?![a-z])", plain)) != len(re.findall(r"\\right(?![a-z])", plain)):
        yield r"with \left and \right that are not as many; write both, or neither"
    for command in re.findall(r"\\([A-Za-z]+)", plain):
        near = difflib.get_close_matches(command, COMMANDS, 1, NEAR) if command not in COMMANDS else []
        if near:
            yield rf"with \{command}, which is none; did you mean \{near[0]}?"
