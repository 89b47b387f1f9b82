"""Read the times that platforms write into names and files, so that attempts can be put in order."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence

from grader.intake import naming

_NUMBERS = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[-T ](\d\d)[-:](\d\d)(?:[-:](\d\d)(\.\d+)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?"
)
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?!\d)")
_CLOCK = r"\D{0,6}?\b(?P<hour>\d{1,2}) ?[:.h]? ?(?P<minute>\d\d)\b(?: ?(?P<half>[ap])\.? ?m\b)?"
_WORDS = (
    re.compile(rf"\b(?P<month>[a-z]{{3,}})\.? (?P<day>\d{{1,2}}), (?P<year>\d{{4}}),?{_CLOCK}"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})\.? (?:de )?(?P<month>[a-z]{{3,}})\.?,? (?:de )?(?P<year>\d{{4}}),?{_CLOCK}"
    ),
    re.compile(rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}),?{_CLOCK}"),
)
"""A date in words as platforms write it: ``sep 24, 2024 926 pm``, ``24. september 2024 21.26``."""

_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日 ?(上午|下午|午前|午後)? ?(\d{1,2})[:.时時]?(\d\d)")

MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "gen", "oca", "tammi"),
    ("feb", "fev", "sub", "helmi"),
    ("mar", "mrt", "mrz", "maalis"),
    ("apr", "avr", "abr", "nis", "huhti"),
    ("may", "mai", "mag", "mei", "maj", "touko"),
    ("jun", "juin", "giu", "haz", "kesa"),
    ("jul", "juil", "lug", "tem", "heina"),
    ("aug", "aou", "ago", "agu", "elo"),
    ("sep", "set", "eyl", "syys"),
    ("oct", "okt", "ott", "out", "eki", "loka"),
    ("nov", "kas", "marras"),
    ("dec", "dez", "dic", "des", "ara", "joulu"),
)
"""How the months' names begin, without accents, in the languages of platforms that have one meaning each."""


_ATTEMPT = re.compile(
    r"(?:version|revision|attempt|try|versuch|tentative|intento) ?[ .#-]?(\d{1,4})(?: - (?:on time|late))?"
)
_TIME = re.compile(r"(?:19|20)\d\d-?\d\d-?\d\d(?:[-_ t]\d\d[-_:. ]?\d\d[-_:.\d ]*(?:utc|z)?|\d{6})?")
"""What folders are called in which attempts lie: by a number, or by a time and nothing else."""


def moment(text: str) -> datetime.datetime | None:
    """Return the moment that a platform's text names, None where it names none.

    A text without a time zone is the platform's own local time; it is taken as it stands.
    """
    try:
        return _words(text) or _numbers(text)
    except (ValueError, OverflowError):  # the thirtieth of February, the year 0
        return None


def order(text: str) -> int:
    """Return a number that grows with time, 0 where the text names none."""
    found = moment(text)
    if found is None:
        return 0
    return int(found.replace(tzinfo=found.tzinfo or datetime.UTC).timestamp() * 1000)


def attempt(name: str) -> int:
    """Return the number of the attempt that a folder is named for, 0 for none: ``Version 2``, a time."""
    folded = naming.fold(name)
    if found := _ATTEMPT.fullmatch(folded):
        return int(found[1])
    return order(name) if _TIME.fullmatch(folded) else 0


def is_late(folders: Sequence[str]) -> bool | None:
    """Tell whether folders say that a hand-in was late, None where they do not: ``Revision 2 - Late``."""
    ends = {naming.fold(name).rpartition(" - ")[2] for name in folders if attempt(name)}
    return True if "late" in ends else False if "on time" in ends else None


def _words(text: str) -> datetime.datetime | None:
    """Read a date in words, in any of the languages; without am or pm the clock has 24 hours."""
    if told := _CHINESE.search(text):
        year, month, day, hour, minute = (int(told[place]) for place in (1, 2, 3, 5, 6))
        return datetime.datetime(year, month, day, _of_24(hour, told[4] or ""), minute)
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one)
    )
    found = next(filter(None, (pattern.search(plain) for pattern in _WORDS)), None)
    number = _month(found["month"]) if found else 0
    if not found or not number:
        return None
    hour = _of_24(int(found["hour"]), found["half"] or "")
    return datetime.datetime(int(found["year"]), number, int(found["day"]), hour, int(found["minute"]))


def _of_24(hour: int, half: str) -> int:
    """Return an hour of 24, of the half of the day that a text names."""
    if not half:
        return hour
    return hour % 12 + (12 if half in ("p", "下午", "午後") else 0)


def _month(text: str) -> int:
    """Return a month's number, 0 for what is none: the longest beginning that fits."""
    if text.isdigit():
        return int(text)
    fits = [(len(one), at) for at, names in enumerate(MONTHS, 1) for one in names if text.startswith(one)]
    return max(fits, default=(0, 0))[1]


def _numbers(text: str) -> datetime.datetime | None:
    """Read ``2026-03-01-12-00-00``, ``2026-03-01T12:00:00.5+01:00``, ``20260301120000``."""
    if found := _COMPACT.search(text):
        year, month, day, hour, minute, second = map(int, found.groups())
        return datetime.datetime(year, month, day, hour, minute, second)
    if not (found := _NUMBERS.search(text)):
        return None
    year, month, day, hour, minute, second = (int(found[place] or 0) for place in range(1, 7))
    fraction = int(float(found[7] or 0) * 1_000_000)
    return datetime.datetime(year, month, day, hour, minute, second, fraction, _zone(found[8] or ""))


def _zone(text: str) -> datetime.tzinfo | None:
    """Return the time zone that a text ends with, None for none."""
    if not text:
        return None
    if text in ("Z", "UTC"):
        return datetime.UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return datetime.timezone(sign * datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
