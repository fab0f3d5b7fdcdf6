"""The reviewed gazetteer, and articles written in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.article import Article, Paragraph, Zone
from index.document import Mention
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.entities.recognise import Recogniser

Recognise = Callable[[str], tuple[Mention, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer({kind: [built_in(kind)] for kind in ("person", "country", "organisation")})


@pytest.fixture(scope="session")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser(gazetteer)


@pytest.fixture(scope="session")
def recognise(recogniser: Recogniser) -> Recognise:
    """Paragraphs divided by line breaks go in, the mentions of that article come out."""
    return lambda text: recogniser.mentions(article(text))


def article(text: str, zone: Zone = Zone.BODY) -> Article:
    paragraphs = tuple(Paragraph(at, line, zone, "test") for at, line in enumerate(text.split("\n")))
    return Article("0" * 16, "a.txt", text[:20], None, None, None, None, paragraphs)
