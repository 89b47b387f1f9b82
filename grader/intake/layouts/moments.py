"""Read the times that platforms write into names and files, so that attempts can be put in order."""

from __future__ import annotations

import datetime
import re

_NUMBERS = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[-T ](\d\d)[-:](\d\d)(?:[-:](\d\d)(\.\d+)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?"
)
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?!\d)")
_WORDS = re.compile(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2}), (\d{4}) (\d{1,2}):?(\d\d) ?([AP])\.?M", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b(\d{1,2}) ([A-Za-z]{3}[a-z]*\.?),? (\d{4}),? (?=\d)")

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


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


def _words(text: str) -> datetime.datetime | None:
    """Read ``Sep 24, 2024 926 PM`` and ``24 September, 2024 9:26 PM``."""
    found = _WORDS.search(_DAY_FIRST.sub(r"\2 \1, \3 ", text))
    if not found or found[1].lower() not in MONTHS:
        return None
    hour = int(found[4]) % 12 + (12 if found[6].upper() == "P" else 0)
    month = MONTHS.index(found[1].lower()) + 1
    return datetime.datetime(int(found[3]), month, int(found[2]), hour, int(found[5]))


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
