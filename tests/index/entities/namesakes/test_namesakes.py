"""Names of ships, streets, films, dishes, other towns and other persons, and the same words as names of ours.

namesakes.txt has a section for each kind, and whether its sentences name the entities before them (+) or not (-).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.index.entities.conftest import Recognise

SENTENCES = Path(__file__).parent / "namesakes.txt"


def cases(sign: str) -> Iterator[tuple[str, str, str]]:
    """The sentences of the sections with that sign: kind, id of an entity, text."""
    section, kind = "", ""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("# "):
            section, kind = line[2], line[4:]
        elif line and section == sign:
            entity, text = line.split("\t")
            yield kind, entity, text


def found(recognise: Recognise, text: str, kind: str) -> set[str]:
    return {mention.entity for mention in recognise(text) if mention.kind == kind}


@pytest.mark.parametrize(("kind", "entity", "text"), list(cases("-")))
def test_what_is_called_like_an_entity_is_not_it(recognise: Recognise, kind: str, entity: str, text: str) -> None:
    assert entity not in found(recognise, text, kind)


@pytest.mark.parametrize(("kind", "entity", "text"), list(cases("+")))
def test_an_entity_is_named_beside_words_that_bear_such_names(
    recognise: Recognise, kind: str, entity: str, text: str
) -> None:
    assert entity in found(recognise, text, kind)


@pytest.mark.parametrize("mark", ["²", "③", "9" * 5000])
def test_what_is_no_small_number_behind_an_acronym_makes_nothing_else_of_it(recognise: Recognise, mark: str) -> None:
    assert "union-europeenne" in found(recognise, f"La décision de l'UE {mark} a surpris.", "organisation")


def test_both_kinds_of_sentences_are_there() -> None:
    assert len(list(cases("-"))) > 500 and len(list(cases("+"))) > 150
