"""Why listed names do not count where they stand."""

from __future__ import annotations

import pytest

from index.document import RefusedName
from index.entities.namesakes.refusals import REASONS
from index.entities.recognise import Recogniser
from tests.index.entities.conftest import article
from tests.index.entities.namesakes.test_namesakes import cases


def refused(recogniser: Recogniser, text: str) -> tuple[RefusedName, ...]:
    return recogniser.refused(recogniser.read(article(text)))


CASES = (
    ("Il habite rue de Rome.", "Rome", "it", "called_after"),
    ("Elle enseigne au lycée Barack-Obama.", "Barack-Obama", "barack-obama", "ship_or_street"),
    ("On y parle le russe.", "russe", "ru", "language"),
    ("Ils sont nés à Paris, au Texas.", "Paris", "fr", "other_town"),
    ("Il conduit sa Saab rouillée.", "Saab", "saab", "owned"),
    ("Un tour de montagnes russes coûte deux euros.", "russes", "ru", "phrase"),
    ("L'Office municipal des sports (OMS) recrute. Le directeur de l'OMS démissionne.", "OMS", "", ""),
    ("Le carnaval de Victoria a eu lieu.", "Victoria", "sc", "context"),
    ("Un village nord-afghan est désert.", "afghan", "af", "compass"),
    ("Un marchand franco quelque chose.", "franco", "fr", "half_of_compound"),
    ("Le syndrome de Barack Obama est rare.", "Barack Obama", "barack-obama", "discovery"),
    ("Le chef d'état-major français est arrivé.", "état-major français", "etat-major-des-armees", "office"),
    ("Le RDC, c'est-à-dire le régisseur de campagne, a fermé.", "RDC", "cd", "other_in_article"),
)


@pytest.mark.parametrize(("text", "words", "entity", "reason"), CASES)
def test_a_refused_name_has_its_reason(recogniser: Recogniser, text: str, words: str, entity: str, reason: str) -> None:
    told = {(name.words, name.entity, name.reason) for name in refused(recogniser, text)}
    assert told == ({(words, entity, reason)} if entity else set())


def test_a_name_is_refused_where_nothing_is_found_and_its_span_says_where(recogniser: Recogniser) -> None:
    one = article("Rue de Rome\nLe ministre italien est à Rome, rue de Rome.")
    reading = recogniser.read(one)
    found = {(mention.ordinal, mention.start) for mention in reading.mentions()}
    names = recogniser.refused(reading)
    assert [(name.ordinal, name.start) for name in names] == [(0, 7), (1, one.paragraphs[1].text.rindex("Rome"))]
    assert found.isdisjoint((name.ordinal, name.start) for name in names)
    assert all(one.paragraphs[name.ordinal].text[name.start : name.end] == name.words == "Rome" for name in names)


def test_common_words_are_no_names_that_were_refused(recogniser: Recogniser) -> None:
    assert refused(recogniser, "La marine lance une grenade en chine, maurice et réunion comprises.") == ()


def test_every_reason_is_explained_and_every_explanation_is_a_sentences_reason(recogniser: Recogniser) -> None:
    texts = [case[0] for case in CASES] + [text for _, _, text in cases("-")]
    given = {name.reason for text in texts for name in refused(recogniser, text)}
    assert given | {"capitals"} == REASONS.keys()
