"""Check what `make dist` has built: everything is in it that must be, and nothing that must not.

python .ci/check_dist.py DIST
"""

import sys
import tarfile
import zipfile
from pathlib import Path

MUST = ("grader/cli.py", "grader/py.typed", "grader/course.zip", "grader/words/sentences/en.toml")
IN_WHEEL = (*MUST, "grader/templates/report.html.j2", "grader/templates/web/editor.js")
IN_SDIST = (*MUST, "LICENSE", "README.md", "pyproject.toml", "templates/report.html.j2", "tests/conftest.py")
IN_COURSE = (
    "README.md",
    "course.toml",
    "exercises/forward.py",
    "notebooks/forward.ipynb",
    "keys/forward.json",
)
MUST_NOT = (".grade", ".venv", "__pycache__", "build", "grades")


def main(folder: Path) -> int:
    """Print every fault; return 1 where there is one."""
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    faults = [*wheel_faults(wheel), *sdist_faults(sdist)]
    print("\n".join(faults or [f"{wheel.name} and {sdist.name} are complete"]))
    return 1 if faults else 0


def wheel_faults(wheel: Path) -> list[str]:
    """Return what is wrong with the wheel, its metadata and its course."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        faults = listed(wheel, names, IN_WHEEL)
        if any(name.startswith(("solutions/", "tests/", "examples/")) for name in names):
            faults.append(f"{wheel.name}: holds solutions, tests or examples")
        (said,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        if "License-Expression: MIT" not in archive.read(said).decode():
            faults.append(f"{wheel.name}: names no licence")
        if "grader/course.zip" in names:
            with archive.open("grader/course.zip") as inner, zipfile.ZipFile(inner) as course:
                inside = [name.partition("/")[2] for name in course.namelist()]
                faults += listed(Path("course.zip"), inside, IN_COURSE)
                if any(name.startswith("solutions") for name in inside):
                    faults.append("course.zip: holds solutions")
    return faults


def sdist_faults(sdist: Path) -> list[str]:
    """Return what is wrong with the source distribution."""
    with tarfile.open(sdist) as archive:
        return listed(sdist, [name.partition("/")[2] for name in archive.getnames()], IN_SDIST)


def listed(path: Path, names: list[str], wanted: tuple[str, ...]) -> list[str]:
    """Return what is missing, and what is there and must not be."""
    missing = [f"{path.name}: lacks {name}" for name in wanted if name not in names]
    extra = [name for name in names if set(name.split("/")) & set(MUST_NOT)]
    return missing + [f"{path.name}: holds {name}" for name in extra[:5]]


sys.exit(main(Path(sys.argv[1])))
