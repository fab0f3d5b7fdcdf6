"""A few lines of text go in; a search over them comes out, with the reference engine and a small gazetteer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from index.analysis import Analyzer
from index.article import Article, Paragraph, Zone
from index.config.settings import LimitsConfig
from index.document import IndexedArticle
from index.documents import documents
from index.entities.gazetteer.entity import Alias, Case, Entity, SurnameAlone
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.recognise import Recogniser
from search.query import Query
from search.results import Results
from search.searching import Search
from tests.reference import ReferenceSearcher


def aliases(*forms: str) -> tuple[Alias, ...]:
    return tuple(map(Alias, forms))


KINDS = ("person", "country", "organisation")
ENTITIES = (
    Entity(
        "person",
        "volodymyr-zelensky",
        "Volodymyr Zelensky",
        seen_as=("Jelenski",),
        given=("Volodymyr",),
        surname="Zelensky",
        surname_alone=SurnameAlone.ALWAYS,
        country="ua",
    ),
    Entity(
        "person",
        "vladimir-poutine",
        "Vladimir Poutine",
        aliases=aliases("Vladimir Putin"),
        given=("Vladimir",),
        surname="Poutine",
        surname_alone=SurnameAlone.ALWAYS,
        country="ru",
    ),
    Entity("person", "elisabeth-borne", "Élisabeth Borne", given=("Élisabeth",), surname="Borne"),
    Entity("person", "lloyd-austin", "Lloyd Austin", given=("Lloyd",), surname="Austin", seen_as=("Lloyd Austen",)),
    Entity("country", "ua", "Ukraine", demonyms=aliases("ukrainien", "ukrainiens"), metonyms=(Alias("Kiev"),)),
    Entity("country", "ml", "Mali", demonyms=aliases("malien", "maliens")),
    Entity("country", "ru", "Russie", demonyms=aliases("russe", "russes"), metonyms=(Alias("Moscou"),)),
    Entity(
        "country",
        "us",
        "États-Unis",
        aliases=(Alias("USA", case=Case.UPPER), Alias("US", case=Case.UPPER), Alias("États-Unis d'Amérique")),
        demonyms=aliases("américain", "américains", "américaine"),
        metonyms=(Alias("Washington"),),
    ),
    Entity("country", "ae", "Émirats arabes unis", aliases=(Alias("EAU", case=Case.UPPER),)),
    Entity("organisation", "otan", "OTAN", aliases=(Alias("NATO", case=Case.UPPER), Alias("Alliance atlantique"))),
    Entity(
        "organisation",
        "groupe-de-contact-pour-l-ukraine",
        "Groupe de contact pour l'Ukraine",
        aliases=(Alias("groupe de Ramstein"),),
    ),
)


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(ENTITIES, {})


@cache
def analyzer() -> Analyzer:
    return Analyzer(gazetteer().name_tokens())


@cache
def recogniser() -> Recogniser:
    return Recogniser(gazetteer())


def article(number: int, title: str, *body: str, day: date | None = None, source: str | None = None) -> Article:
    """An article whose id ends in `number`; an empty title makes one without a title of its own."""
    texts = [(title, Zone.TITLE)] * bool(title) + [(text, Zone.BODY) for text in body]
    return Article(
        id=f"{number:016x}",
        path=f"{number}.txt",
        title=title or body[0],
        date=day,
        source=source,
        url=None,
        author=None,
        paragraphs=tuple(Paragraph(at, text, zone, "test") for at, (text, zone) in enumerate(texts)),
    )


def indexed(one: Article) -> IndexedArticle:
    mentions = recogniser().mentions(one)
    return IndexedArticle(one, documents(one, mentions, analyzer(), gazetteer().name_tokens()), mentions)


def search_over(
    articles: Sequence[Article], limits: LimitsConfig | None = None, stories: Mapping[str, int] | None = None
) -> Search:
    searcher = ReferenceSearcher([indexed(one) for one in articles], stories or {})
    return Search(searcher, gazetteer(), analyzer(), KINDS, limits or LimitsConfig())


def archive(*texts: str | Sequence[str]) -> Search:
    """A search over articles 0, 1, …, each with these paragraphs and no title."""
    bodies = [(text,) if isinstance(text, str) else text for text in texts]
    return search_over([article(number, "", *body) for number, body in enumerate(bodies)])


def found(search: Search, text: str, **settings: object) -> set[int]:
    return numbers(search.answer(Query(text=text, per_page=100, **settings)))  # type: ignore[arg-type]


def numbers(results: Results) -> set[int]:
    return {int(hit.article.id, 16) for hit in results.hits}


NAMES = archive(
    "Volodymyr Zelensky parle.",
    "Le président Jelenski parle.",
    "L'Alliance atlantique se réunit.",
    "L'OTAN se réunit.",
    "Un soldat malien.",
    "Le Mali.",
    "Les États-Unis votent.",
    "Les Américains votent avec nous.",
    "Une alliance utile, un traité atlantique.",
    "Washington vote.",
    "Le groupe de Ramstein.",
    "Le groupe est en contact.",
    "L'eau monte, l'eau baisse.",
    "Les Émirats arabes unis.",
)

WORDS = archive(
    "La défense de l'Ukraine.",
    "Le ministre de la Défense parle de pêche.",
    "Le péché et le marché.",
    "L’Europe de l’Est et les chefs d’état-major.",
    "Des F-16 et 20 000 soldats.",
    "Un avion F16 en été.",
    "Un porteparole",
    ("Des drones en mer Noire.", "La marine russe."),
)


DATED = search_over(
    [
        article(0, "Sommet de l'OTAN", "Kiev attend.", day=date(2023, 7, 11), source="Agence du Nord"),
        article(1, "Kiev attend", "Le sommet de l'OTAN.", day=date(2024, 3, 3), source="Le Courrier"),
        article(2, "Rien", "Sommet de Kiev.", source="Le Courrier"),
    ]
)
