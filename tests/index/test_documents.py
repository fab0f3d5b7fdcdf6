from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.analysis import Analyzer
from index.article import Article, Paragraph, Zone
from index.document import Mention
from index.documents import documents, index_fields

ARTICLE = Article(
    id="0" * 16,
    path="a.txt",
    title="Sommet",
    date=None,
    source="Agence",
    url=None,
    author=None,
    paragraphs=(
        Paragraph(0, "Sommet", Zone.TITLE, "title"),
        Paragraph(1, "Lire aussi : OTAN", Zone.RELATED, "related"),
        Paragraph(2, "L’Otan et les Américains, dit Patrick Ryder.", Zone.BODY, "body"),
        Paragraph(3, "Ryderqui parle.", Zone.BODY, "body"),
    ),
)
MENTIONS = (
    Mention("organisation", "otan", "OTAN", 2, 2, 6, "Otan", "alias", 1.0),
    Mention("country", "us", "États-Unis", 2, 14, 24, "Américains", "demonym", 1.0),
)


def test_only_searched_paragraphs_become_documents() -> None:
    assert [document.ordinal for document in documents(ARTICLE, MENTIONS, Analyzer(), ())] == [0, 2, 3]


def test_a_mention_gives_its_value_and_its_spelling_and_a_name_only_if_it_is_one() -> None:
    values = documents(ARTICLE, MENTIONS, Analyzer(), ())[1].values
    assert values == {
        "zone": ("body",),
        "source": ("Agence",),
        "organisation": ("otan",),
        "organisation_spelling": ("otan\x1fotan",),
        "organisation_name": ("otan",),
        "country": ("us",),
        "country_spelling": ("us\x1famericains",),
    }


def test_glued_words_are_told_by_the_names_of_the_whole_article() -> None:
    tokens = documents(ARTICLE, MENTIONS, Analyzer(), ())[2].tokens
    assert "ryder" in {token.exact for token in tokens}


def test_every_value_stands_in_a_field_of_the_index() -> None:
    fields = index_fields(("person", "country", "organisation"))
    known = {*fields.keyword, *fields.facets}
    assert {field for document in documents(ARTICLE, MENTIONS, Analyzer(), ()) for field in document.values} <= known


class Counted(tuple[Mention, ...]):
    """Mentions that count how often somebody goes through them."""

    times = 0

    def __iter__(self) -> Iterator[Mention]:
        self.times += 1
        return super().__iter__()


def test_mentions_are_looked_through_once_however_many_paragraphs_there_are() -> None:
    paragraphs = tuple(Paragraph(ordinal, "Otan", Zone.BODY, "body") for ordinal in range(10))
    mentions = Counted(Mention("organisation", "otan", "OTAN", n, 0, 4, "Otan", "alias", 1.0) for n in (3, 7, 3))
    found = documents(replace(ARTICLE, paragraphs=paragraphs), mentions, Analyzer(), ())
    assert mentions.times == 1
    named = {document.ordinal: document.values.get("organisation", ()) for document in found}
    assert named == dict.fromkeys(range(10), ()) | {3: ("otan", "otan"), 7: ("otan",)}
