"""What an article names is the same however its text is set: other typographies of the labelled articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from benchmarks.facets import LABELLED, read
from index.article import Article, Paragraph, Zone
from index.entities.recognise import Recogniser

SETTINGS: dict[str, Callable[[str], str]] = {
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "blanks that hold": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "narrow blanks": lambda text: text.replace(" »", "\u202f»").replace("« ", "«\u202f").replace(" :", "\u202f:"),
    "hyphens that hold": lambda text: text.replace("-", "\u2011"),
    "no blank behind a full stop": lambda text: re.sub(r"([a-zé])\. ([A-ZÀÉ])", r"\1.\2", text),
    "no full stop at the end": lambda text: text.rstrip("."),
    "no blank behind a comma": lambda text: text.replace(", ", ","),
}
_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,} [A-ZÀ-Þ][a-zà-ÿ]{3,}(?:-[A-ZÀ-Þ][a-zà-ÿ]{3,})?")
"""A given and a family name, or two with a hyphen between, none of them a syllable of an Asian name."""

EVERY = 25
"""The share of the articles that are read: one in so many."""


@pytest.fixture(scope="module")
def articles() -> list[list[str]]:
    texts = (read(path).text.strip() for path in sorted(LABELLED.glob("*.yaml"))[::EVERY])
    return [[" ".join(paragraph.split()) for paragraph in text.split("\n\n")] for text in texts]


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_text_names_the_same_in_any_typography(
    setting: str, articles: list[list[str]], recogniser: Recogniser
) -> None:
    changed = [
        (paragraphs[0], before ^ after)
        for paragraphs in articles
        if (before := named(recogniser, paragraphs)) != (after := named(recogniser, map(SETTINGS[setting], paragraphs)))
    ]
    assert changed == []


def test_a_family_name_in_capitals_is_the_same_person(articles: list[list[str]], recogniser: Recogniser) -> None:
    changed = []
    for paragraphs in articles:
        mentions = recogniser.mentions(article(paragraphs))
        names = {each.words for each in mentions if each.kind == "person" and _NAME.fullmatch(each.words)}
        shouted = [_with_capitals(text, names) for text in paragraphs]
        before, after = named(recogniser, paragraphs), named(recogniser, shouted)
        changed += [(paragraphs[0], before ^ after)] if before != after else []
    assert changed == []


def _with_capitals(text: str, names: Iterable[str]) -> str:
    for name in names:
        given, _, surname = name.rpartition(" ")
        text = text.replace(name, f"{given} {surname.upper()}") if given else text
    return text


def named(recogniser: Recogniser, paragraphs: Iterable[str]) -> set[tuple[str, str]]:
    return {(each.kind, each.entity) for each in recogniser.mentions(article(paragraphs))}


def article(paragraphs: Iterable[str]) -> Article:
    zones = (Zone.TITLE, *[Zone.BODY] * 1000)
    texts = tuple(Paragraph(at, text, zones[at], "test") for at, text in enumerate(paragraphs))
    return Article("0" * 16, "a.txt", texts[0].text, None, None, None, None, texts)


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Anne DUPONT-LEGRAND", "Anne Dupont-Legrand"),
        ("Soizic LE BIHAN", "Soizic Le Bihan"),
        ("Karl VON HABSTEIN", "Karl Von Habstein"),
        ("Oriane Vasselin", "Oriane Vasselin"),
    ],
)
def test_a_person_that_no_list_knows_has_a_label_in_small_letters(
    written: str, label: str, recogniser: Recogniser
) -> None:
    (person,) = recogniser.mentions(article([f"« Non », a dit {written}."]))
    assert (person.label, person.words) == (label, written)
