from __future__ import annotations

from pathlib import Path

import pytest

from index.entities.confidence import CONFIDENCE
from index.entities.gazetteer.fields import ALIAS_FIELDS, ENTITY_FIELDS, ROLE_FIELDS

DOCS = Path(__file__).parents[3] / "docs"
LABELLED = Path(__file__).parent / "labelled"


@pytest.mark.parametrize("rule", [*CONFIDENCE, "fuzzy"])
def test_every_rule_is_documented(rule: str) -> None:
    assert f"`{rule}`" in (DOCS / "entities.md").read_text("utf-8")


@pytest.mark.parametrize("field", [*ENTITY_FIELDS, *ALIAS_FIELDS, *ROLE_FIELDS])
def test_every_field_of_a_gazetteer_is_documented(field: str) -> None:
    assert field in (DOCS / "gazetteer.md").read_text("utf-8")


def test_the_documents_say_how_many_articles_are_labelled() -> None:
    count = len(list(LABELLED.glob("*.yaml")))
    assert f"on the {count} labelled articles" in (DOCS / "entities.md").read_text("utf-8")
    assert f"Of the {count} articles" in (LABELLED / "README.md").read_text("utf-8")
