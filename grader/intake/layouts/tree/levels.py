"""Tell what the folders of a path stand for: a week, a group, a person, drafts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from grader.intake import naming
from grader.intake.layouts.tree import moments
from grader.intake.layouts.tree.found import CHECKPOINTS, Asked


def _words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


_LABELS = (
    r"(?:home ?work|hw|assignments?|assgn|weeks?|wk|w(?=\d\d?(?!\d))|labs?|p ?sets?|ps|problem ?sets?|"
    r"projects?|units?|"
    r"questions?|problems?|q(?=\d\d?(?!\d))|sheets?|exercises?|ex|tasks?|parts?|modules?|sessions?|lectures?|tutorials?|blatt|blätter|übung(?:en)?|"
    r"uebung(?:en)?|aufgaben?|woche|devoirs?|semaine|tp|td|tareas?|semana|práctica|compiti|"
    r"作业|作業|实验|實驗|练习|習題|习题|课题|課題|演習|宿題|과제|숙제)"
    r"[ .-]*(?:no\.? ?)?[\d一二三四五六七八九十]{0,3}[a-z]?|"
    r"第 ?[\d一二三四五六七八九十]{1,3} ?(?:周|週|次作业|次作業|次实验|次實驗|次|章|回|单元|주차|주)"
)
_LABEL = re.compile(rf"(?:{_LABELS})(?:[ ._-]+(?:{_LABELS}))?")
_LAST = re.compile(
    r"(?:v|version|rev|try|attempt)\d{1,3}|final|draft|new|old|fixed|solution|copy|late", re.IGNORECASE
)
"""A word behind a person's name that tells a version; a bare number may be part of the name."""

_WHOLE = re.compile(r"[A-Z][a-z'’-]+ [A-Z][a-z]+")
"""A first and a last name, whatever the last one means: ``Max Old``."""

_ANSWERED = re.compile(r"(?:re|fwd?|aw|wg|antw|sv|tr|rv)", re.IGNORECASE)
"""What mail programs put before a subject."""

_TAUGHT = r"(?:sections?|sec|class|classe|tutorium|tutorial|cohort)"
_BY_NUMBER = r"第? ?[\d一二三四五六七八九十]{1,3} ?"
_GROUP = re.compile(
    rf"(?:[\w&]+ )?(?:groups?|gruppen?|groupes?|grupos?|teams?|{_TAUGHT})(?: ?[-#:]? ?\w{{1,12}})?|"
    rf"{_BY_NUMBER}(?:小?[组組]|班)"
)
_SECTION = re.compile(rf"(?:[\w&]+ )?{_TAUGHT}(?: ?[-#:]? ?\w{{1,12}})?|{_BY_NUMBER}班")
_CODE = re.compile(r"[a-z]?\d{0,3}[a-z]?")
_AROUND = _words(
    "submissions submission submitted hand-ins download downloads downloaded extracted students student "
    "abgaben abgabe all class files collected grading export input inbox inbound late ontime regrade "
    "regrades resubmission resubmissions resubmitted makeup makeups extension extensions graded ungraded"
) | {"handed in", "hand ins", "student work", "submitted files", "working files", "on time"}
_ALL_OF = re.compile(
    r".+[-_ ](?:submissions|abgaben)(?:[-_ ].*)?|.*\(file responses\)|.+-\d{8}t\d{6}z(?:-\d{1,3}){1,2}",
    re.IGNORECASE,
)
"""What platforms call a download: ``hw1_submissions_2026_05_09``, ``HW1-20260301T100000Z-001``."""
_WITHIN = _words(
    "src source sources code solution solutions answer answers old older new newer draft drafts backup "
    "backups bak final archive archived attic trash tmp temp test tests notebook notebooks python py project "
    "proj copy copies previous unused work data docs doc scripts lib misc v1 v2 v3 version1 version2 "
    "attempt1 attempt2 first second last starter startercode template templates skeleton reference handout "
    "stub stubs vorlage"
) | {naming.fold(CHECKPOINTS)}
_TAUGHT_FROM = _words(
    "musterlösung musterlösungen musterloesung lösung lösungen loesung loesungen lösungsvorschlag corrigé "
    "corrige corrigés solución soluciones solucion soluzione soluzioni oplossing oplossingen solução "
    "gabarito instructor instructors teacher teachers staff ta tas prof professor lecturer grader graders "
    "autograder key keys answerkey original originals provided given sample samples example examples model "
    "答案 参考答案 标准答案 模板 示例 教师 老师 解答 解答例 模範解答 サンプル 정답 예시"
) | {"answer key", "sample solution", "model solution", "reference solution", "teaching staff"}
"""What folders of those who teach are called."""
_COMMON = _words(
    "my our main mine utils util helper helpers common functions function answer program script untitled "
    "model network exercise homework assignment train run demo example"
)
_FILLER = _words("the a an this your file todo done complete completed finished updated latest working 我的")
NUMBERED_PEOPLE = _words("student user s group team participant stud id u")
"""What stands before everybody's number, and belongs to it."""

_COUNT = re.compile(r"[\d一二三四五六七八九十]+")
_DRAFT = _words(
    "old older draft drafts backup backups bak archive archived attic trash tmp temp copy copies previous "
    "unused v1 starter startercode template templates skeleton handout stub stubs vorlage"
) | {"working files"}
_BLIND = _words(
    "participant teilnehmer teilnehmerin participante partecipante deelnemer deltager deltagare deltaker "
    "uczestnik účastník účastnik udeleženec sudionik учасник osallistuja osaleja dalyvis katılımcı résztvevő "
    "részvevő partaidea peserta συμμετέχων مشارك משתתף participant·e 参加者 参与者 參與者 참가자 참여자"
) | {"teilnehmer in"}
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])(?!\d)|attempt_\d{4}-"
)


def is_label(name: str) -> bool:
    """Tell whether a folder is named for a week or a homework."""
    return _LABEL.fullmatch(naming.fold(name)) is not None


def is_numbered_label(name: str) -> bool:
    """Tell whether a text names a week or a homework by its number; a label alone may be part of a name."""
    return is_label(name) and any(letter.isnumeric() for letter in name)


def bare(text: str) -> str:
    """Return a person's name without what tells the homework or the version: ``hw1_ada_v2`` is ``ada``'s."""
    while shorter := _shorter(text):
        text = shorter
    return text


def _shorter(text: str) -> str:
    """Return a text without one homework's name or version at either end, empty where there is none."""
    words = list(re.finditer(r"[^\s_.-]+", text))
    if len(words) > 2 and _ANSWERED.fullmatch(words[0][0].rstrip(":")) and has_label(text):
        return text[words[1].start() :]
    for many in (1, 2):
        if len(words) <= many:
            break
        head, tail = text[: words[many - 1].end()], text[words[-many].start() :]
        if is_numbered_label(head):
            return text[words[many].start() :]
        if is_numbered_label(tail) or (many == 1 and _LAST.fullmatch(tail) and not _WHOLE.fullmatch(text)):
            return text[: words[-many - 1].end()]
    return ""


def has_label(text: str) -> bool:
    """Tell whether a homework's number stands anywhere in a text: what is around it may not be a person."""
    words = re.split(r"[\s_.-]+", text)
    return any(map(is_numbered_label, [*words, *map(" ".join, itertools.pairwise(words))]))


def is_around(name: str) -> bool:
    """Tell whether a folder is named for holding everybody's work, downloaded once or twice."""
    plain = naming.plain(name)
    return naming.fold(plain) in _AROUND or _ALL_OF.fullmatch(plain) is not None


def is_group(name: str) -> bool:
    """Tell whether a name is a group's or a section's."""
    return _GROUP.fullmatch(naming.fold(name)) is not None


def is_section(name: str) -> bool:
    """Tell whether a name is that of people who are taught together, and hand in each by themselves."""
    return _SECTION.fullmatch(naming.fold(name)) is not None


def is_group_code(name: str) -> bool:
    """Tell whether a name is a group's, or as short as a group's: ``A``, ``3``, ``T12``."""
    return is_group(name) or _CODE.fullmatch(naming.fold(name)) is not None


def are_counted(names: Collection[str]) -> bool:
    """Tell whether names differ in a number alone, as weeks do in any language, and name no people."""
    stems = {_COUNT.sub("", naming.fold(name)).strip(" .-") for name in names}
    return len(stems) == 1 < len(names) and stems.isdisjoint(NUMBERED_PEOPLE | {""})


def is_within(name: str) -> bool:
    """Tell whether a folder is of those that people make inside their own: ``src``, ``old``, ``final``."""
    return naming.fold(name) in _WITHIN or moments.attempt(name) > 0


def is_of_staff(name: str) -> bool:
    """Tell whether a folder is named for those who teach, or for what they hand out."""
    return naming.fold(name) in _TAUGHT_FROM


def is_common(name: str) -> bool:
    """Tell whether a file's name is one that people give to their programs, and nobody's own."""
    words = [word.rstrip("0123456789") for word in naming.fold(re.sub(r"[-.]", " ", name)).split()]
    return not words or is_label(name) or any(word in _WITHIN or word in _COMMON for word in words)


def is_number_of_platform(name: str) -> bool:
    """Tell whether a folder is called by a hand-in's number, which is no person's."""
    return re.fullmatch(r"submission[_-]?\d+", name, re.IGNORECASE) is not None


def is_filler(text: str) -> bool:
    """Tell whether all of a text's words say what a file is, and not whose: ``my``, ``the final``."""
    words = re.split(r"[\W_]+", naming.fold(text).strip())
    return all(word in _FILLER or word in _WITHIN or word in _COMMON for word in words)


def is_address(name: str) -> bool:
    """Tell whether a name is an address for e-mail, which is always a person's."""
    return re.fullmatch(r"[^@\s/]+@[^@\s/]+\.[^\W\d_]{2,}", name) is not None


def addressed(text: str) -> tuple[str, int]:
    """Return the address with which a text begins, if it does, and the attempt's number behind it, or 0."""
    found = re.match(r"([^@\s/]+@[^@\s/_]+\.[^\W\d_]{2,})[_ -]+(\d{1,4}$)?", text)
    return (found[1], int(found[2] or 0)) if found else (text, 0)


def is_draft(name: str) -> bool:
    """Tell whether a folder is named for what is not meant to count."""
    return naming.fold(name) in _DRAFT


def is_blind(name: str) -> bool:
    """Tell whether a name is the word by which a platform hides names."""
    return naming.fold(name) in _BLIND


def has_date(name: str) -> bool:
    """Tell whether a name holds a date, in numbers or in words, as no person's does."""
    return _DATE.search(name) is not None or moments.moment(name) is not None


def is_exercise(name: str, asked: Asked) -> bool:
    """Tell whether a folder is named just as an exercise is, or so behind its week: ``week1_forward``."""
    found = naming.told(name, asked.exercises)
    if found is None or found.rank != naming.WITHIN:
        return found is not None
    return not found.behind and (found.before.isdigit() or is_numbered_label(found.before))


def plain(name: str, asked: Asked) -> str:
    """Return a folder's name, of one that is named as an exercise is the exercise's own."""
    found = naming.told(name, asked.exercises) if is_exercise(name, asked) else None
    return found.exercise if found else name


def person(folders: Sequence[str], asked: Asked) -> int:
    """Return at which depth the folder of a person stands, -1 where none can be one.

    Somebody who is known wins; else it is the first that is an address, or neither a week, an exercise nor a
    group. Where there is none, it is the last group, as a team hands in as one, or who is named beside the
    week.
    """
    for depth, name in enumerate(folders):
        if asked.is_known(name):
            return depth
    groups = [depth for depth, name in enumerate(folders) if is_group(name)]
    titled = -1
    for depth, name in enumerate(folders):
        if is_address(name):
            return depth
        if titled < 0 and depth not in groups and bare(name) != name and not is_exercise(name, asked):
            titled = depth  # Week 1 - Slopes, or HW1 Ada King: what lies deeper tells
            continue
        if depth in groups or is_label(name) or is_around(name) or is_exercise(name, asked):
            continue
        if is_within(name) and depth:
            break
        return depth
    return groups[-1] if groups else titled
