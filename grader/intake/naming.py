"""What a file's name tells: whether it is a program, and which exercise it answers, how plainly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

_ENDINGS = re.compile(r"(?:\s*\(\d+\)|\.txt|\.json|\.download)+$", re.IGNORECASE)
"""What browsers and mail programs put behind a file's own ending: ``forward.ipynb.json``."""

_KIND = re.compile(r"\.(pyw?|ipynb)$", re.IGNORECASE)

_COPY_BEFORE = re.compile(
    r"(?:^|(?<=[\s_-]))(?:copy[\s_]of|kopie[\s_]von|copie[\s_]de|c[oó]pia[\s_]de|kopia)[\s_]+", re.IGNORECASE
)
_COPY_AFTER = re.compile(
    r"(?:[\s_]*\(\d+\)|[\s_]*-[\s_]*(?:copy|kopie|copie|copia)|[\s_]+copy(?:[\s_]\d+)?)+$", re.IGNORECASE
)
"""How file managers and drives name a copy, in the languages that people have met."""

EXACT, COPY, WITHIN = 0, 1, 2
"""How plainly a name tells its exercise: ``loss.py``; ``loss (1).py``; ``my_loss.py``."""


@dataclass(frozen=True)
class Told:
    """The exercise that a name tells, how plainly, and what stands before and behind it."""

    exercise: str
    rank: int
    before: str = ""
    behind: str = ""


def kind(name: str) -> str:
    """Return ``py`` or ``ipynb`` for a program's name, whatever a browser has put behind it; or nothing."""
    found = _KIND.search(_ENDINGS.sub("", name))
    return found[1].lower().removesuffix("w") if found else ""


def stem(name: str) -> str:
    """Return a file's name without the endings of programs, one way of writing accents for all."""
    plain = unicodedata.normalize("NFC", name)
    while (shorter := _KIND.sub("", _ENDINGS.sub("", plain))) != plain and kind(plain):
        plain = shorter
    return plain


def plain(name: str) -> str:
    """Return a file's name without its endings and without the words that mark a copy."""
    return _COPY_AFTER.sub("", _COPY_BEFORE.sub("", stem(name))).rstrip(" _.-").lstrip()


_TYPED = {ord(one): plain for plain, many in {"'": "’‘ʼ´`", "-": "‐‑–−"}.items() for one in many}
"""Apostrophes and hyphens as one program or another writes them."""


def fold(text: str) -> str:
    """Return a text by which names are compared: without case, accents written one way, one kind of space.

    What nobody sees, such as marks for the direction of writing, makes no other person.
    """
    seen = text if text.isascii() else "".join(one for one in text if unicodedata.category(one) != "Cf")
    seen = seen.translate(_TYPED)
    return " ".join(unicodedata.normalize("NFC", seen.replace("_", " ")).casefold().split())


def told(name: str, exercises: Sequence[str]) -> Told | None:
    """Return the exercise that a name tells: the longest that fits, the last where it stands twice."""
    whole = stem(name)
    plain = _COPY_AFTER.sub("", _COPY_BEFORE.sub("", whole))
    found: re.Match[str] | None = None
    exercise = ""
    for id in exercises:
        for match in _pattern(id).finditer(plain):
            if found is None or (len(id), match.start()) > (len(exercise), found.start()):
                found, exercise = match, id
    if found is None:
        return None
    before, behind = plain[: found.start()], plain[found.end() :]
    if before.strip(" _.-"):
        rank = WITHIN
    elif not behind.strip(" _.-"):
        rank = EXACT if plain == whole else COPY
    else:
        # Platforms number a file that is handed in again: forward-1.py.
        rank = COPY if re.fullmatch(r"[-_ ]\d{1,3}", behind) else WITHIN
    return Told(exercise, rank, before.rstrip(" _.-–—").lstrip(), behind.strip(" _.-–—"))


LONG = 6
"""So many letters are an exercise's name with a typing error in it, and not somebody's own."""


def misspelt(name: str, exercises: Sequence[str]) -> str:
    """Return the exercise that a name is but for one letter, empty for none: ``foward``, ``forwrad``."""
    near = _without_one(fold(name))
    found = [id for id in exercises if len(id) >= LONG and not near.isdisjoint(_without_one(fold(id)))]
    return found[0] if len(found) == 1 else ""


def _without_one(text: str) -> frozenset[str]:
    """Return a text, and all that it is without one of its letters."""
    return frozenset([text, *(text[:at] + text[at + 1 :] for at in range(len(text)))])


def beginning(names: Collection[str]) -> str:
    """Return the letters with which all of these names begin."""
    least, most = min(names, default=""), max(names, default="")
    same = next((at for at, (one, other) in enumerate(zip(least, most, strict=False)) if one != other), None)
    return least[:same] if same is not None else least


@lru_cache(maxsize=1000)
def _pattern(id: str) -> re.Pattern[str]:
    """Return what finds an exercise's id as a word: ``manual-gradient`` and ``ManualGradient`` too."""
    words = r"[\s_.-]*".join(map(re.escape, id.split("_")))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)
