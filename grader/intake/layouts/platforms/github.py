"""Read clones of repositories: ``<assignment>-<login>/``, as GitHub Classroom and Classroom 50 name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.intake import naming
from grader.intake.entry import Refused
from grader.intake.layouts.tree import levels
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_program, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_AROUND = re.compile(r"(?P<slug>.+?)(?:-submissions(?:[-_].*)?|_submissions_\d{4}_.+)", re.IGNORECASE)
BRANCHES = ("-main", "-master")
FEW = 3
"""So many repositories begin alike by their assignment, not by chance."""


def marked(download: Download, asked: Asked) -> bool:
    """Tell whether the folders are clones, or begin alike with what names an assignment."""
    names = _folders(download)
    if not names or any(levels.is_around(name) for name in names):
        return False
    clones = sum(f"{name}/.git" in download.pruned for name in names)
    bare = _without_branch(names)
    return 2 * clones > len(names) or any(_slug(bare, download.around, asked)) or _is_open(bare, asked)


def _folders(download: Download) -> list[str]:
    """Return the folders at the top that hold programs; none where programs lie beside them."""
    found = [entry for entry in download.entries if is_program(entry)]
    if any(len(entry.parts) < 2 for entry in found):
        return []
    return sorted({entry.parts[0] for entry in found})


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner."""
    names = _folders(download)
    repositories = dict(zip(names, _without_branch(names), strict=True))
    before, behind = _slug([*repositories.values()], download.around, asked)
    for entry in download.entries:
        folder = repositories.get(entry.parts[0], entry.parts[0])
        if len(entry.parts) < 2:
            yield refused(entry, sentence("left.no_repository"), doubt=True)
        elif asked.is_known(folder):
            yield Owned(entry, Owner(folder, user=folder, name=folder), names_of(entry, 1))
        elif not (before or behind) or not (folder.startswith(before) and folder.endswith(behind)):
            id = "left.login.roster" if asked.roster is None else "left.login"
            why = sentence(id, folder=folder)
            yield refused(entry, why, doubt=True)
        elif levels.is_within(login := folder[len(before) : len(folder) - len(behind)]) or levels.is_of_staff(
            login
        ):
            yield refused(entry, sentence("left.staff", folder=folder), doubt=True)
        else:
            yield Owned(entry, Owner(login.lower(), user=login, name=login), (*names_of(entry, 1), folder))


def _without_branch(names: Sequence[str]) -> list[str]:
    """Return the repositories' names: a repository's zip has the name of the branch behind it."""
    branched = all(name.endswith(BRANCHES) for name in names)
    return [re.sub(r"-(main|master)$", "", name) if branched else name for name in names]


def _slug(names: Sequence[str], around: str, asked: Asked) -> tuple[str, str]:
    """Return what stands before and behind the logins; two empty texts where that cannot be told."""
    found = _AROUND.fullmatch(around)
    if found and all(name.lower().startswith(f"{found['slug']}-".lower()) for name in names):
        return names[0][: len(found["slug"]) + 1], ""
    if len(names) < 2:  # one name begins like itself, wherever it is cut
        return _alone(names[0], asked) if names else "", ""
    # What was handed out may lie beside the clones, under the assignment's bare name.
    names = [name for name in names if not all(one.startswith(name) for one in names)] or names
    common = naming.beginning(names)
    cuts = _cuts(names)
    known = (cut for cut in cuts if all(asked.is_known(name[cut:]) for name in names))
    told = (cut for cut in cuts if _is_assignment(common[: cut - 1], asked) and _is_last(common, cut, cuts))
    if cut := next(known, 0) or next(told, 0):
        return common[:cut], ""
    tail = naming.beginning([name[::-1] for name in names])[::-1]
    ends = [tail[place:] for place, letter in enumerate(tail) if letter == "-"]
    if end := next((end for end in ends if _is_assignment(end[1:], asked)), ""):
        return "", end
    if cuts and len(names) >= FEW and not _is_numbered(common[: cuts[0] - 1]):
        return common[: cuts[0]], ""
    return "", ""


def _cuts(names: Sequence[str]) -> list[int]:
    """Return where logins may begin behind what all names share, the last place first."""
    cuts = [place + 1 for place, letter in enumerate(naming.beginning(names)) if letter == "-"][::-1]
    return [cut for cut in cuts if not any(levels.is_label(name[cut:]) for name in names)]


def _is_open(names: Sequence[str], asked: Asked) -> bool:
    """Tell whether two names share an assignment and more, which may be its title or their own beginning."""
    return len(names) > 1 and any(_is_assignment(names[0][: cut - 1], asked) for cut in _cuts(names))


def _is_last(common: str, cut: int, cuts: Sequence[int]) -> bool:
    """Tell whether logins begin here: what all names share behind it is no title, but perhaps ``team``."""
    return cut == cuts[0] or _is_numbered(common[cut : cuts[0] - 1])


def _is_numbered(text: str) -> bool:
    """Tell whether a text is what stands before everybody's number."""
    return text.lower().rpartition("-")[2] in levels.NUMBERED_PEOPLE


def _alone(name: str, asked: Asked) -> str:
    """Return what names the assignment in a repository's name, where a login that is known is behind it."""
    cuts = [place + 1 for place, letter in enumerate(name) if letter == "-"]
    found = [cut for cut in cuts if asked.is_known(name[cut:]) and _is_assignment(name[: cut - 1], asked)]
    return name[: found[0]] if len(found) == 1 else ""


def _is_assignment(slug: str, asked: Asked) -> bool:
    """Tell whether a text names an assignment: a homework's number, or an exercise."""
    words = slug.replace("-", " ")
    return levels.is_label(words) or levels.is_label(words.split()[-1]) or levels.is_exercise(slug, asked)
