"""What a roster's columns are called, in other words and languages than ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from grader.intake.naming import fold

OURS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "id": (
            *("student id", "student number", "id number", "sid", "matriculation number", "matrikelnummer"),
            *("id-nummer", "numéro d'identification", "numéro d'étudiant", "numéro étudiant"),
            *("número de id", "número de identificación", "numero id", "codice identificativo", "matricola"),
            *("número de identificação", "matrícula", "studentnummer", "numer id", "numer albumu"),
            *("идентификационный номер", "индивидуальный номер", "学号", "學號", "学籍番号", "학번"),
        ),
        "name": (
            *("full name", "student name", "student", "vollständiger name", "nom complet", "nombre completo"),
            *("nome completo", "volledige naam", "姓名", "氏名", "이름", "полное имя"),
        ),
        "first name": (
            *("firstname", "given name", "vorname", "prénom", "nombre", "nombres", "nome", "voornaam"),
            *("imię", "имя", "fornavn", "förnamn", "etunimi", "名"),
        ),
        "last name": (
            *("lastname", "surname", "family name", "nachname", "nom de famille", "nom", "apellido"),
            *("apellidos", "apellido(s)", "cognome", "sobrenome", "apelido", "achternaam", "nazwisko"),
            *("фамилия", "etternavn", "efternavn", "efternamn", "sukunimi", "姓", "姓氏"),
        ),
        "email": (
            *("email address", "mail", "email-adresse", "adresse de courriel", "adresse email", "courriel"),
            *("dirección de correo", "correo electrónico", "correo", "dirección email", "indirizzo email"),
            *("endereço de email", "emailadres", "adres email", "адрес электронной почты", "邮箱"),
            *("电子邮件", "电子邮件地址", "邮件地址", "メールアドレス", "이메일"),
        ),
        "section": (
            *("sections", "group", "groups", "class", "gruppe", "gruppen", "groupe", "groupes", "grupo"),
            *("grupos", "gruppo", "gruppi", "groep", "groepen", "grupa", "группа", "группы"),
            *("班级", "小组", "クラス", "グループ", "반"),
        ),
    }
)
"""Our columns, and what platforms and people call them."""

_OURS = MappingProxyType({fold(other): ours for ours, others in OURS.items() for other in others})


def translated(columns: Sequence[str]) -> list[str]:
    """Return folded columns by our names where these are known, each of ours once: the first counts."""
    made = [*columns]
    for at, column in enumerate(columns):
        ours = _OURS.get(column, "")
        if ours and ours not in made:
            made[at] = ours
    return made
