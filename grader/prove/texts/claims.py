"""Faults of a misconception's sentence: it says the opposite of what the wrong program does."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import numpy as np

from grader.pages.variants import Variant
from grader.prove.docstrings.effects import (
    Effect,
    effect_of,
    goes_up,
    grows,
    near,
    only_larger,
    only_smaller,
    ratio,
    same_signs,
    shrinks,
)
from grader.prove.docstrings.results import sentences
from grader.prove.evidence.proof import Evidence, Fault


def contradicted_texts(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception whose sentence says the opposite of what its program does."""
    lines = {line.id: line for line in evidence.trials[0].wrong}
    for variant in evidence.exercise.misconceptions:
        if len(variant.targets) != 1 or variant.targets[0] not in evidence.source.tasks:
            continue
        effect = effect_of(evidence, variant, lines[variant.id])
        for said, does in contradictions(evidence, variant, effect):
            message = f"the misconception {variant.id} says {said!r}, and {does}; correct the sentence"
            yield Fault("says", evidence.line_of(variant.id), message)
            break


def contradictions(evidence: Evidence, variant: Variant, effect: Effect) -> Iterator[tuple[str, str]]:
    """Yield what a misconception says and does not do, and what it does."""
    for sentence in re.findall(r"[^.?!]+\.", " ".join(variant.message.split())):
        if DENIED.search(IDIOM.sub("", sentence)):
            continue
        own = YOURS.match(sentence.strip())
        about = own is not None and singular(own["noun"]) in results(evidence, variant.targets[0])
        about = about and not CASES.search(sentence)
        for pattern, of_result, holds, does in CLAIMS:
            found = pattern.search(sentence)
            if found and (about or not of_result) and holds(effect):
                yield found[0], does
        if about:
            yield from other_signs(sentence, effect)
        yield from other_operations(sentence, effect)
        yield from other_ends(sentence, effect)
        yield from other_extremes(sentence, variant, evidence)


IDIOM = re.compile(r"\b(?:than|as|what|where) (?:it|they|you) should(?: be)?\b")

DENIED = re.compile(
    r"\b(?:if|unless|until|as though|not|never|no|nor|neither|should|must|would|may|might|could|sometimes|"
    r"either|but|than before|once|except)\b|n't\b",
    re.IGNORECASE,
)
"""Words of sentences that say something else than it seems."""

CASES = re.compile(r"\b(?:where|when|whenever|while|for|at)\b", re.IGNORECASE)
"""Words of sentences that speak of one case of several."""

YOURS = re.compile(r"(?:\w+ ){0,3}?[Yy]our (?P<noun>\w+)\b")
"""How a sentence begins that speaks of what a program returns: ``Your slope …``."""

ALWAYS = frozenset({"result", "answer", "number", "gradient"})
"""Words for what any task returns."""


def results(evidence: Evidence, task: str) -> frozenset[str]:
    """Return the words for what a task returns, in the singular."""
    said = re.sub(r"^Returns?\b", "", next(iter(sentences(evidence.source.tasks[task])), ""))
    said = re.sub(r"^(?: the)?(?: half)?(?: the)? (?:mean|sum|average) of\b", "", said)
    head = re.split(r"[,(]|\b(?:of|with|in|for|at|over|after|from|to|by)\b", said)[0]
    named = NAMES.findall(task.split(".")[-1])  # a step, by its name, returns what comes after the step
    words = {singular(word.lower()) for word in [*re.findall(r"[^\W\d_]{3,}", head), *named]}
    synonyms = (names for names in SYNONYMS if words & names or ("slope" in names and SLOPE.search(head)))
    return frozenset(words.union(ALWAYS, *synonyms))


def singular(word: str) -> str:
    """Return a noun without the s of several."""
    return word if word.endswith("ss") else word.removesuffix("s")


NAMES = re.compile(r"slope|gradient|jacobian|derivative|loss|cost|error|prediction|entropy")
"""Words of a function's name that are those of what it returns."""

SYNONYMS = (
    frozenset({"loss", "cost", "entropy", "squared"}),
    frozenset({"slope", "gradient", "derivative", "jacobian"}),
)
"""Words for one thing: a task that returns the one may speak to students of the other."""

SLOPE = re.compile(r"\bd\w*/d\w")
"""How a docstring writes a slope: ``dL/dw``."""


OPPOSITE = {"add": "subtract", "subtract": "add", "multiply": "divide", "divide": "multiply"}

NOUNS = {
    "add": "a sum",
    "subtract": "a difference",
    "multiply": "a product",
    "divide": "a division",
}
"""What an operation gives."""

DOES = re.compile(r"\b[Yy]ou (add|subtract|multiply|divide)\b")


def other_operations(sentence: str, effect: Effect) -> Iterator[tuple[str, str]]:
    """Yield "You add" of a program in which the page exchanged a plus for a minus, or has no plus at all."""
    for found in DOES.finditer(sentence):
        word = found[1]
        opposite = OPPOSITE[word]
        turned = opposite in effect.added and word in effect.removed and word not in effect.added
        nowhere = opposite in effect.added and word not in effect.all
        if turned or nowhere:
            yield (
                found[0],
                f"its program has {NOUNS[opposite]} that the reference has not, and does not {word} more",
            )


SIGNED = re.compile(
    r"\b(?P<word>[Nn]one|[Nn]othing|[Aa]ll) of your \w+ (?:is|are) (?P<sign>negative|positive)\b"
)


def other_signs(sentence: str, effect: Effect) -> Iterator[tuple[str, str]]:
    """Yield "None of your slopes is negative" of a program with negative ones, and the like."""
    found = SIGNED.search(sentence)
    if found is None or not effect.pairs:
        return
    wanted = -1.0 if found["sign"] == "negative" else 1.0
    of_sign = [bool(np.any(wanted * wrong > 0)) for wrong, _, _ in effect.pairs]
    against = [bool(np.any(wanted * wrong < 0)) for wrong, _, _ in effect.pairs]
    if found["word"].lower() != "all" and any(of_sign):
        yield found[0], f"some of its wrong numbers are {found['sign']}"
    if found["word"].lower() == "all" and any(against):
        yield found[0], f"not all of its wrong numbers are {found['sign']}"


ENDS = re.compile(
    r"\b(?:[Oo]nly|[Jj]ust|after) the (?P<end>first|last) (?:sample|example|row|entry|epoch|step|round)\b"
)


def other_ends(sentence: str, effect: Effect) -> Iterator[tuple[str, str]]:
    """Yield "the last sample" of a program that takes the first one alone, or the reverse."""
    said = {found["end"] for found in ENDS.finditer(sentence)}
    if len(said) == 1 and said.isdisjoint(effect.ends) and len(effect.ends) == 1:
        (end,) = effect.ends
        yield f"{said.pop()} …", f"its program takes the {end} one, which the reference does not"


EXTREMES = {
    "largest": frozenset({"min", "argmin", "minimum", "amin"}),
    "smallest": frozenset({"max", "argmax", "maximum", "amax"}),
}
"""Functions that do not give what a word says."""


def other_extremes(sentence: str, variant: Variant, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield "the largest" of a program that takes the smallest where the reference takes the largest."""
    said = [word for word in EXTREMES if re.search(rf"\b{word}\b", sentence)]
    if len(said) != 1 or not re.search(r"\b[Yy]our?\b", sentence):
        return
    wrong, own = called(variant.definition), called(evidence.source.tasks[variant.targets[0]])
    (opposite,) = EXTREMES.keys() - set(said)
    taken = (wrong - own) & EXTREMES[said[0]]
    if taken and (own - wrong) & EXTREMES[opposite] and not wrong & EXTREMES[opposite]:
        yield said[0], f"its program takes {taken.pop()}, which the reference does not"


def called(node: ast.AST) -> set[str]:
    """Return the last names of the functions that a definition calls."""
    calls = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return {getattr(one, "attr", getattr(one, "id", "")) for one in calls}


Claim = tuple[re.Pattern[str], bool, Callable[[Effect], bool], str]

CLAIMS: tuple[Claim, ...] = (
    (
        re.compile(r"\b(?:too (?:large|big|high)|twice (?:as|what|the)|doubled|times too large)\b"),
        True,
        only_smaller,
        "all its wrong numbers are smaller than the right ones",
    ),
    (
        re.compile(r"\b(?:too (?:small|low)|half (?:as|what|of what|the size)|halved|times too small)\b"),
        True,
        only_larger,
        "all its wrong numbers are larger than the right ones",
    ),
    (
        re.compile(r"\b(?:has|have|is|are)(?: of)? the right size\b"),
        True,
        # Of an array, the size may be its shape.
        lambda effect: effect.every(lambda one, right: (len(one) == 1) & ~np.isclose(abs(one), abs(right))),
        "none of its wrong numbers has the size of the right one",
    ),
    (
        re.compile(r"\b(?:has|have) the right signs?\b"),
        True,
        lambda effect: effect.every(lambda wrong, right: wrong * right < 0),
        "all its wrong numbers have the opposite sign",
    ),
    (
        re.compile(r"\bgrows? with the (?:number|size)\b|\blarger with more\b"),
        True,
        shrinks,
        "its numbers are the right ones divided by a size of the inputs",
    ),
    (
        re.compile(r"\bshrinks? with the (?:number|size)\b|\bsmaller with more\b"),
        True,
        grows,
        "its numbers are the right ones times a size of the inputs",
    ),
    (
        re.compile(r"\b(?:(?:opposite|wrong) sign|points? (?:the other|the wrong) way|points? uphill)\b"),
        True,
        same_signs,
        "all its numbers have the sign of the right ones",
    ),
    (
        re.compile(
            r"\b(?:forg[eo]t\w*|leaves? out|left out|lost|lose|miss\w*|without|lacks?) (?:the |a |your )?"
            r"(?:factor )?(?:of )?(?:2|two)\b(?! (?:of|things|terms|parts|links|steps))"
        ),
        False,
        lambda effect: ratio(effect, lambda times, _: near(abs(times), 2)),
        "its numbers are the right ones times 2",
    ),
    (
        re.compile(
            r"\b(?:forg[eo]t\w*|leaves? out|left out|lost|lose|miss\w*|without|lacks?) (?:the |a |your )?"
            r"(?:factor )?(?:of )?(?:½|1/2|half|0\.5)(?!\w)(?! (?:of|the))"
        ),
        False,
        lambda effect: ratio(effect, lambda times, _: near(abs(times), 0.5)),
        "its numbers are half of the right ones",
    ),
    (
        re.compile(r"\b(?:one|an?) (?:\w+ )?too few\b|\bone (?:\w+ )?is missing\b|\btoo short\b"),
        False,
        lambda effect: effect.longer == {1} and not effect.pairs,
        "what it returns has more numbers than the right result",
    ),
    (
        re.compile(r"\b(?:one|an?) (?:\w+ )?too many\b|\btoo long\b"),
        False,
        lambda effect: effect.longer == {-1} and not effect.pairs,
        "what it returns has fewer numbers than the right result",
    ),
    (
        re.compile(r"\b(?:walks?|goes|go|steps?|moves?|climbs?|runs?) downhill\b"),
        False,
        goes_up,
        "its program adds the step that the reference subtracts",
    ),
)
"""What a sentence may say, whether it has to be said of the result, when that is false, and what is true."""
