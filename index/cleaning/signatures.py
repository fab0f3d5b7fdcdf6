"""A line goes in; whether it is somebody's name, or what somebody named does, comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cleaning.evidence import is_clause
from index.cleaning.lines import Line, fold_line, is_headed
from index.cleaning.rules import offices

# Names of authors have no more words.
LONGEST_NAME = 5
PERSON = re.compile(r"(?!M(?:on|a|es) |[NV]os |Notre |Votre )[A-ZÀ-Þ][\w'’.-]+ [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ(].*)?$")
FULL_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:de |du |van |von |el |al-)?[A-ZÀ-Þ][\w'’-]+){1,2}"
PLACED = re.compile(rf"{FULL_NAME} (?:à|au|aux|en) [A-ZÀ-Þ][\w'’-]+$")
# « Signataires : », and below it one name after the other.
SIGNED_BY = re.compile(r"\W*(?:(?:les )?(?:premiers )?signataires|organisations signataires|ont signe)\W*:\W*")
LONGEST_ROLL = 60
# « Dr Juris Kalns, directeur du bureau de Riga », « Le journaliste Han Seok-jin »
BEARER = re.compile(
    r"(?:[A-ZÀ-Þ]\S+\s+){1,3}[A-ZÀ-Þ]\S+\s*,\s*[a-zà-ÿ(]"
    rf"|L[ea] (?:journaliste|reporter|correspondante?|rédact(?:eur|rice)) {FULL_NAME}$"
)
PERSONS = re.compile(rf"{FULL_NAME}(?:(?:,| et) {FULL_NAME})+$")


def is_placed(line: Line) -> bool:
    """Whether a line is a name and where its bearer was: « Odile Brun à Port-au-Prince »."""
    return PLACED.match(line.text) is not None and not is_clause(line)


def is_signature(line: Line) -> bool:
    """Whether a line is a name alone, or a name and an office: « Aurélien Mestre, chercheur associé »."""
    if line.words <= LONGEST_NAME and PERSON.match(line.text):
        return True
    return PERSONS.match(line.text) is not None or names_office(line)


def names_office(line: Line) -> bool:
    """Whether a line is somebody's name and, behind a comma, what that person does."""
    name, _, office = line.text.partition(", ")
    named = PERSON.fullmatch(name) is not None and len(name.split()) <= LONGEST_NAME
    return named and offices().match(fold_line(office)) is not None and not is_clause(line)


def is_roll(lines: Sequence[Line], at: int) -> bool:
    """Whether a line heads the names of those who signed a text, or is one of them."""
    return is_headed(lines, at, SIGNED_BY, _is_signatory, LONGEST_ROLL)


def _is_signatory(line: Line) -> bool:
    named = BEARER.match(line.text) or PERSON.match(line.text)
    return named is not None and not line.is_terminated


def is_office(line: Line, above: Line | None) -> bool:
    """Whether a line says what somebody named `above` it does: « Historienne, maîtresse de conférences à Brest »."""
    office = offices().match(line.folded)
    if above is None or office is None or is_clause(line):
        return False
    named = PERSON.match(above.text) is not None and above.words <= LONGEST_NAME
    return named or line.folded[office.end() :].startswith(", ")
