"""What a page says twice: quotations pulled out of the text, as opposed to the headings that announce them."""

from __future__ import annotations

import pytest

from index.article import Article, Zone
from index.cleaning.repetitions import is_said
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks

SAID = "« On a vidé le dépôt en une nuit, dit-elle, et personne n'a demandé qui le remplirait », raconte la gardienne."


def body(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.zone is Zone.BODY]


@pytest.mark.parametrize(
    "pulled",
    [
        "« On a vidé le dépôt en une nuit, et personne n'a demandé qui le remplirait »",
        "« On a vidé le dépôt en une nuit »",
        '"Personne n\'a demandé qui le remplirait."',
    ],
)
@pytest.mark.parametrize("between", [[], [POOL[2]]])
def test_a_quotation_that_a_paragraph_above_has_said_is_pulled_out_of_the_text(pulled: str, between: list[str]) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], SAID, *between, pulled, *POOL[3:5], *FOOT)
    assert marks(article, pulled)[0] is Zone.CHROME
    assert body(article) == [*POOL[:2], SAID, *between, *POOL[3:5]]


def test_the_name_of_whoever_said_so_goes_with_the_quotation() -> None:
    said = f"{SAID[:-1]} du dépôt, Odile Tamm."
    article = cleaned(
        TITLE, *BYLINE, POOL[0], said, "« On a vidé le dépôt en une nuit »", "Odile Tamm", *POOL[1:3], *FOOT
    )
    assert body(article) == [POOL[0], said, *POOL[1:3]]


@pytest.mark.parametrize("heading", ["« On a vidé le dépôt en une nuit »", "« Personne n'a demandé »"])
def test_a_quotation_above_its_paragraph_is_a_heading(heading: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], heading, SAID, *POOL[2:4], *FOOT)
    assert body(article) == [*POOL[:2], heading, SAID, *POOL[2:4]]


def test_a_quotation_that_stands_once_is_a_paragraph() -> None:
    quotation = "« Nous n'avons rien signé, et nous ne signerons rien avant l'été. »"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], SAID, quotation, *POOL[2:4], *FOOT)
    assert body(article) == [*POOL[:2], SAID, quotation, *POOL[2:4]]


@pytest.mark.parametrize(
    ("quotation", "text", "expected"),
    [
        ("une remorque ici, c'est une maison", "« une remorque ici, chez moi, c'est une maison », dit-il", True),
        ("une remorque ici, c'est une maison", "les remorques du syndic valent une fortune", False),
        ("", "un texte", False),
        ("des mots", "", False),
    ],
)
def test_what_is_said_stands_nearly_whole_at_one_place(quotation: str, text: str, expected: bool) -> None:
    assert is_said(quotation, text) is expected
