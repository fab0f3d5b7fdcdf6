"""What a process does before it knows what there is to read changes nothing of what it finds."""

from __future__ import annotations

import pytest

from index.analysis import Analyzer
from index.article import RawArticle
from index.cleaning import clean
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.entities.recognise import CORE_KINDS, Recogniser
from index.reindexing import rehearsing
from index.reindexing.rehearsing import rehearse
from index.reindexing.tools import Tools

TEXT = (
    "Le général Roméo Bronner et « Pete Hexed » ont rencontré Volodimir Jelenski à Kiev.\n\nL'OTAN doute, dit Arelov.\n"
)


def test_a_rehearsal_makes_tables_and_changes_nothing_that_is_found() -> None:
    gazetteer = load_gazetteer({kind: [built_in(kind)] for kind in CORE_KINDS})
    article = clean(RawArticle("a.txt", f"Kiev attend ses alliés\n\n{TEXT}"))
    unprepared = Recogniser(gazetteer).mentions(article)
    tools = Tools(Recogniser(gazetteer), Analyzer(), frozenset())
    rehearse(tools, lambda: False)
    assert tools.recogniser.mentions(article) == unprepared != ()


def test_a_rehearsal_ends_as_soon_as_an_article_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer = load_gazetteer({kind: [built_in(kind)] for kind in CORE_KINDS})
    read: list[RawArticle] = []
    monkeypatch.setattr(rehearsing, "clean", lambda raw: clean(read.append(raw) or raw))
    rehearse(Tools(Recogniser(gazetteer), Analyzer(), frozenset()), lambda: len(read) == 3)
    assert len(read) == 3
