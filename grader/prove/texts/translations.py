"""Faults of a page's translations: another number, sign, name or formula than the English, or its opposite.

A translation is found by its English, so a page's own proof says nothing about it. What can be compared
without reading a language is compared in every one: numbers in digits, minus signs before them, code between
backquotes, names with a digit or an underscore, and what a sign stands between. Of opposites such as *larger*
and *smaller* it takes words of that language, see ``OPPOSITES``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from grader.course.course import Course
from grader.errors import MissingExtra
from grader.prove.evidence.proof import Fault
from grader.release.translate import compiled, polib, with_passages
from grader.words.language import languages

NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e-?\d+)?(?=(?:st|nd|rd|th)?(?!\w))", re.ASCII)

NEGATIVE = re.compile(r"(?<![\w)\]'²])[-−](\d+(?:\.\d+)?)(?!\w)", re.ASCII)
"""A number with its own minus sign: ``-2`` alone, not what is subtracted in ``5 - 2`` and ``n-1``."""

IN_WORDS = {
    "0": "zero|none|no",
    "1": "one|once|first|single|factor",
    "2": "two|twice|both|pair|second|half|halved?|halves|doubled?",
    "3": "three|third|thrice",
    "4": "four|fourth|quarter",
    "5": "five|fifth",
    "6": "six|sixth",
    "7": "seven|seventh",
    "8": "eight|eighth",
    "9": "nine|ninth",
    "10": "ten|tenth",
    "100": "hundred|hundredth|percent",
    "1000": "thousand|thousandth",
}
"""Numbers that the English may say in words where a translation has digits."""

FIGURES = {"zh": {"1": "一", "2": "两二双", **{f"{n}": one for n, one in enumerate("三四五六七八九十", 3)}}}
"""Signs that may say a number of the English in a language."""

THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])", re.ASCII)
LONG = 12  # signs: shorter texts, such as titles, may well share one translation
CODE = re.compile(r"(?<!`)`{1,2}([^`]+)`{1,2}(?!`)")

NAME = re.compile(r"(?<![\w\\])(?=[A-Za-z]*[\d_])[A-Za-z_]\w*", re.ASCII)
"""A name that is no word of a language: ``w1``, ``delta_h``."""

TERM = r"(?:\d+(?:\.\d+)?|[A-Za-zα-ω]{1,2}\d*(?:_\w)?²?|[A-Z]{1,3}\d*)"

FORMULA = re.compile(
    rf"(?<![\w.])(?=((?:{TERM}|[½…)\]])\s*(?:[+·/<>≤≥←]|[-−](?=\s))\s*(?:{TERM}(?![A-Za-z])|[½…(\[])))",
    re.ASCII,
)
"""A sign and what it stands between; each sign of a longer formula is found by itself."""

COMPARED = (
    ("the number", NUMBER),
    ("the number minus", NEGATIVE),
    ("the name", NAME),
    ("the code", CODE),
    ("the formula", FORMULA),
)
"""What a translation has at least as often as its English. More often it may: *it* becomes a name."""


@dataclass(frozen=True)
class Side:
    """One of two opposites: its English, what may stand for it elsewhere, and what says it beyond doubt."""

    english: str
    enough: str
    plain: str


OPPOSITES: Mapping[str, tuple[tuple[Side, Side], ...]] = MappingProxyType(
    {
        "zh": (
            (
                Side(
                    "too (?:large|big|long|great|high)|larger|longer|greater|bigger|higher",
                    "[大长高多远强]|超过",
                    "[太更过][大长高]",
                ),
                Side("too (?:small|short|low)|smaller|shorter|lower", "[小短低少近弱不]", "[太更过][小短低]"),
            ),
            (
                Side(
                    "rises?|grows?|increases?|grew|rose|uphill|more|larger|longer",
                    "[升增大长越更多]|上坡|往上",
                    "上升|增大|增加|变大|上坡",
                ),
                Side(
                    r"falls?|shrinks?|decreas\w+|fell|downhill|lower\w*|descen\w+|reduc\w+|decay\w*|less|smaller",
                    "[降减小下低缩少]",
                    "(?<!梯度)下降|减小|减少|变小|下坡|缩小",
                ),
            ),
            (
                Side("rows?", "[行排]", "(?<![运进执可自另])行(?![为动])"),
                Side("columns?", "[列栏]", "列(?![表出举])"),
            ),
            (Side("inputs?", "输入", "输入"), Side("outputs?", "输出", "输出")),
            (
                Side("above", "[上前超多]|大于|高于", "以上|高于|上面"),
                Side("below", "[下后少]|小于|低于|不到", "以下|低于|下面"),
            ),
            (
                Side("add(?:s|ed|ing)?|sums?|plus", "加|和", "加上|相加"),
                Side("subtract(?:s|ed|ing)?|minus|difference", "[减差去]", "减去|相减"),
            ),
            (
                Side("multipl(?:y|ies|ied)|products?|times", "[乘倍积次]", "乘"),
                Side(r"divi\w+|quotient", "[除/商每]|分之", "除以"),
            ),
            (
                Side("positive", "正|大于", "正数|为正|正的"),
                Side("negative", "负|小于|低于", "负数|为负|负的"),
            ),
            (
                Side("largest|most|maximum|highest", "最[大多高]|[多大]|超过", "最[大多高]"),
                Side("smallest|least|minimum|lowest", "最[小少低]|[少小低]", "最[小少低]"),
            ),
            (
                Side("twice|doubled?|two", "[两倍2双翻二]", "两倍|加倍|翻倍|两次"),
                Side("half|halve[ds]?", "[半½2/二]", "一半|减半|二分之一"),
            ),
            (Side("forward", "前", "前向|向前"), Side("back(?:ward)?", "[反后回]", "反向|向后")),
            (Side("too many", "多", "太多|多了"), Side("too few|missing|lacks?", "[少缺漏]", "太少|少了")),
        )
    }
)
"""By language: what is missing on one side is told where the translation plainly says the other."""


def untrue_translations(course: Course, id: str) -> Iterator[Fault]:
    """Yield a fault for each text of an exercise whose translation says something else, in any language.

    Args:
        course: the course.
        id: the exercise's.
    """
    for code in languages():
        path = course.translation_path(id, code)
        if path.is_file():
            yield from untrue(course.root, path, code)


def untrue(root: Path, path: Path, code: str) -> Iterator[Fault]:
    """Yield the faults of a compiled translation in a course's folder, each with its place in the PO file."""
    done, source = compiled(path), path.with_suffix(".po").relative_to(root)
    try:
        written = entries(root / source)
    except OSError as fault:
        yield Fault("translation", 0, f"{source}: cannot be read: {fault}")
        return
    if written and with_passages({english: said for english, (said, _) in written.items()}) != done:
        words = f"is not what {path.name} was compiled from; run `grade translate {code} {path.stem}`"
        yield Fault("translation", 0, f"{source}: {words}")
    seen: dict[str, str] = {}
    for english, said in done.items():
        place = f"{source}, line {written[english][1]}" if english in written else str(path.relative_to(root))
        twin = seen.setdefault(said, english) if english in written and len(said) >= LONG else english
        other = next(differences(english, said, code), "")
        if unlike(english, twin):
            other = f"this is also the translation of {begins(twin)!r}"
        if other:
            yield Fault("translation", 0, f"{place}: {other}; its English begins {begins(english)!r}")


def entries(path: Path) -> Mapping[str, tuple[str, int]]:
    """Return the translated texts of a PO file by their English, each with its line; none without polib.

    Raises:
        OSError: it is damaged.
    """
    try:
        library = polib()
    except MissingExtra:  # what was compiled is what students read
        return {}
    if not path.is_file():
        return {}
    found = library.pofile(str(path), encoding="utf-8").translated_entries()
    return {entry.msgid: (entry.msgstr, entry.linenum) for entry in found}


def begins(english: str) -> str:
    """Return the first words of a text."""
    words = " ".join(english.split())
    return words if len(words) <= 60 else f"{words[:60].rpartition(' ')[0]} …"


def unlike(english: str, other: str) -> bool:
    """Tell whether two texts have hardly a word in common: what says the same in other words has some."""
    one, two = ({*re.findall(r"\w+", text.casefold())} for text in (english, other))
    return 2 * len(one & two) < min(len(one), len(two))


def differences(english: str, said: str, code: str) -> Iterator[str]:
    """Yield in words what a translation says otherwise than its English."""
    for what, pattern in COMPARED:
        here, there = found(pattern, english), found(pattern, said)
        strange = there.keys() - here.keys()
        for one in here - there:
            if strange or pattern is not NUMBER or not figured(one, said, code):
                yield f"{what} {one} of the English is missing"
        for one in strange:
            if (pattern is NUMBER and not worded(one, english)) or (
                pattern is NEGATIVE and "minus" not in english
            ):
                yield f"it has {what} {one}, the English has not"
    for side, opposite in OPPOSITES.get(code, ()):
        yield from turned(english, said, side, opposite)
        yield from turned(english, said, opposite, side)


def found(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """Return what a pattern finds in a text, how often, without spaces and commas of thousands."""
    plain = THOUSANDS.sub(lambda number: number[0].replace(",", ""), text).replace("−", "-")
    return Counter(re.sub(r"\s", "", one) for one in pattern.findall(plain))


def worded(number: str, english: str) -> bool:
    """Tell whether a text says a number in words."""
    words = IN_WORDS.get(number)
    return words is not None and re.search(rf"(?<![a-z])(?:{words})s?(?![a-z])", english, re.I) is not None


def figured(number: str, said: str, code: str) -> bool:
    """Tell whether a translation says a small number in a word of its language."""
    return any(sign in said for sign in FIGURES.get(code, {}).get(number, ""))


def turned(english: str, said: str, one: Side, other: Side) -> Iterator[str]:
    """Yield in words that a text says one side in English, and the translation only the other one."""
    here, there = spoken(one, english), re.search(other.plain, said)
    if here and there and not spoken(other, english) and not re.search(one.enough, said):
        yield f"the English says {here.group()!r} and it says {there.group()!r}"


def spoken(side: Side, english: str) -> re.Match[str] | None:
    """Return where an English text speaks of a side."""
    return re.search(rf"\b(?:{side.english})\b", english, re.IGNORECASE)
