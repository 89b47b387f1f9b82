"""A roster is read whatever language its columns are in, and whatever program has written it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.intake.roster import Owner, Person
from grader.intake.rosters import read

SHEET_REST = "Status,Bewertung,Bestwertung,Änderbar,Zuletzt geändert"

ROSTERS = {
    "participants in German": "Vorname,Nachname,ID-Nummer,E-Mail-Adresse,Gruppen\nZoë,Groß,s1,z@u.de,A\n",
    "participants in French": (
        "Prénom,Nom de famille,Numéro d’identification,Adresse de courriel\nZoë,Groß,s1,z@u.de\n"
    ),
    "participants in Spanish": "Nombre;Apellido(s);Número de ID;Dirección de correo\nZoë;Groß;s1;z@u.de\n",
    "our own in other words": "Student ID,Full name,E-mail,Group\ns1,Zoë Groß,z@u.de,A\n",
    "our own in Chinese": "学号,姓名,班级,邮箱\ns1,Zoë Groß,1班,z@u.de\n",
}


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a roster down."""
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("name", ROSTERS)
def test_columns_in_other_words(name: str, tmp_path: Path) -> None:
    """Columns in other words and languages name the same person, by id, name and address."""
    (found,) = read(written(tmp_path / "roster.csv", ROSTERS[name])).people
    assert (found.id, found.name, found.email) == ("s1", "Zoë Groß", "z@u.de")


def test_worksheet_whose_first_column_is_called_id(tmp_path: Path) -> None:
    """Moodle's worksheet in German calls the participant's number ID: that is nobody's own."""
    text = f"ID,Vollständiger Name,E-Mail-Adresse,{SHEET_REST}\nTeilnehmer/in7,Zoë Groß,z@u.de,-,,10,Ja,-\n"
    (found,) = read(written(tmp_path / "roster.csv", text)).people
    assert (found.id, found.ids) == ("z@u.de", {"moodle": "7"})


def test_ids_that_look_like_participants(tmp_path: Path) -> None:
    """Ids of a word and a number are people's own in a roster of ours, however many columns it has."""
    text = "id,name,email,section,canvas,github\nstud1,Ada King,,,7,ada\nstud2,Bo Li,,,8,bo\n"
    assert [one.id for one in read(written(tmp_path / "roster.csv", text)).people] == ["stud1", "stud2"]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("gbk", "李喆"), ("gbk", "王小明"), ("cp1252", "Jürgen Größl"), ("cp1252", "Núñez"), ("utf-16", "Zoë")],
)
def test_encodings_of_spreadsheets(encoding: str, name: str, tmp_path: Path) -> None:
    """Tables are read as spreadsheets write them on Windows, in the West and in China."""
    made = written(tmp_path / "roster.csv", f"id,name\ns1,{name}\ns2,Ada\n", encoding)
    assert [one.name for one in read(made).people] == [name, "Ada"]


@pytest.mark.parametrize("called", ["王小明", "小明 王", "王 小明"])
def test_chinese_names_in_two_columns(called: str, tmp_path: Path) -> None:
    """Who stands in a roster by first and last name is known by the name in one."""
    made = read(written(tmp_path / "roster.csv", "id,first name,last name,section\ns1,小明,王,A\n"))
    found = made.find(Owner(called, name=called, holds_once=True), "moodle")
    assert isinstance(found, Person)
    assert found.id == "s1"


def test_columns_that_name_nobody(tmp_path: Path) -> None:
    """A table without ids, and without names beside addresses, is refused."""
    with pytest.raises(UsageError, match="has no column that I know"):
        read(written(tmp_path / "roster.csv", "wann,was\n1,2\n"))
