from __future__ import annotations

import pytest

from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.entities.recognise import Recogniser
from tests.index.entities.conftest import article


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    """The country gazetteer, one organisation, and two kinds that need nothing but a file."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "place.yaml").write_text(
        "entities:\n- {label: Moscou}\n- {label: Crimée, aliases: [péninsule de Crimée]}\n"
    )
    (folder / "weapon.yaml").write_text(
        "entities:\n- {label: F-16, aliases: [Fighting Falcon]}\n- {label: char Leclerc}\n"
    )
    (folder / "organisation.yaml").write_text("entities:\n- {label: Écho de Moscou}\n")
    own = {kind: [folder / f"{kind}.yaml"] for kind in ("organisation", "place", "weapon")}
    return Recogniser(load_gazetteer({"country": [built_in("country")]} | own))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moscou livre des F-16 à la Crimée.",
            {("country", "ru"), ("place", "moscou"), ("weapon", "f-16"), ("place", "crimee")},
        ),
        ("La péninsule de Crimée attend des F16.", {("place", "crimee"), ("weapon", "f-16")}),
        ("Des chars Leclerc roulent.", {("weapon", "char-leclerc")}),
        ("Un char Leclerc roule.", {("weapon", "char-leclerc")}),
        ("La crimée n'est rien.", set()),
        ("L'Écho de Moscou émet.", {("organisation", "echo-de-moscou")}),
    ],
)
def test_a_further_kind_is_found_beside_the_others(
    recogniser: Recogniser, text: str, expected: set[tuple[str, str]]
) -> None:
    assert {(mention.kind, mention.entity) for mention in recogniser.mentions(article(text))} == expected
