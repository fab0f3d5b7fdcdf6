from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.entities.recognise import Recogniser
from tests.index.entities.conftest import article

WORDS = """Lloyd Austin|Zelensky|Kair Stmer|l'Ukraine|États-Unis|OTAN|franco|allemand|M.|MM.|et|,|.|«|»|(|)|-|'|’|\u00a0
Institut X de recherche|(IXR)|ministère russe de la Défense|Patrick Ryderqui|J. D. Vance|Владимир|Путин|习近平|_|1
Paris, 23 mai (Agence) –|à Austin, Texas|le président|a déclaré|selon|Kim Jong-un|Е\u0301|\u200b"""
PIECES = st.sampled_from(WORDS.replace("\n", "|").split("|"))
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_spans_inside_it_in_reading_order(recogniser: Recogniser, text: str) -> None:
    mentions = recogniser.mentions(article(text))
    for mention in mentions:
        lines = text.split("\n")
        assert mention.words == lines[mention.ordinal][mention.start : mention.end] != ""
        assert 0 < mention.confidence <= 1
    assert [(m.ordinal, m.start) for m in mentions] == sorted((m.ordinal, m.start) for m in mentions)


@given(TEXTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_recognition_does_not_depend_on_what_was_read_before(recogniser: Recogniser, text: str) -> None:
    before = recogniser.mentions(article(text))
    recogniser.mentions(article("Lloyd Austin, l'OTAN et Oriane Vasselin, procureure."))
    assert recogniser.mentions(article(text)) == before
