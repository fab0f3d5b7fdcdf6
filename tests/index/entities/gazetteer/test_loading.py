from __future__ import annotations

from pathlib import Path

import pytest

from index.entities.gazetteer.loading import load_gazetteer
from index.errors import GazetteerError


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def ships(tmp_path: Path) -> Path:
    return write(tmp_path / "ships.yaml", "entities:\n- {label: Le Terrible, aliases: [SNLE Terrible]}\n")


def test_a_users_file_adds_changes_and_removes(tmp_path: Path) -> None:
    built_in = write(tmp_path / "person.yaml", "entities:\n- {label: Ann Lee, seen_as: [An Le]}\n- {label: Bo Ek}\n")
    own = write(
        tmp_path / "own.yaml",
        "person:\n- {id: ann-lee, label: Anne Lee, seen_as: [Anne Li]}\n"
        "- {id: bo-ek, remove: true}\n- {label: Cy Dee}\n",
    )
    gazetteer = load_gazetteer({"person": [built_in]}, own)
    assert [(entity.id, entity.label, entity.seen_as) for entity in gazetteer.entities] == [
        ("ann-lee", "Anne Lee", ("An Le", "Anne Li")),
        ("cy-dee", "Cy Dee", ()),
    ]


def test_a_further_kind_needs_a_file_only(ships: Path) -> None:
    gazetteer = load_gazetteer({"weapon": [ships]})
    assert gazetteer.resolve("weapon", "le terrible") == gazetteer.resolve("weapon", "snle TERRIBLE") == "le-terrible"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("entities:\n- {label: A B, alias: [x]}", "a-b: unknown field 'alias'; did you mean 'aliases'?"),
        ("entities:\n- {label: A B, aliases: x}", "a-b: field 'aliases': must be a list"),
        ("entities:\n- {label: A B, seen_as: x}", "a-b: field 'seen_as': must be a list of texts, not 'x'"),
        ("entities:\n- {label: A B, aliases: [{form: x, case: lower}]}", "field 'case': must be upper or exact"),
        ("entities:\n- {id: no, label: A}", "must be texts (quote them)"),
        ("entities:\n- {id: x}", "x: has no 'label'"),
        ("entities:\n- {label: A}\n- {label: A}", "a: the id is taken"),
        ("entities: [", "is not valid YAML"),
        ("- a", "must be a mapping"),
        ("entities: {}", "needs a list of entries"),
    ],
)
def test_errors_name_file_entity_and_field(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path / "person.yaml", text)
    with pytest.raises(GazetteerError) as error:
        load_gazetteer({"person": [path]})
    assert str(path) in str(error.value)
    assert told in str(error.value)


@pytest.mark.parametrize("phrases", ["x", "[3]", "['']"])
def test_phrases_that_are_no_texts_are_an_error(tmp_path: Path, ships: Path, phrases: str) -> None:
    own = write(tmp_path / "own.yaml", f"phrases: {phrases}\n")
    with pytest.raises(GazetteerError, match="'phrases' must be a list of texts"):
        load_gazetteer({"weapon": [ships]}, own)


def test_references_to_unknown_entities_are_errors(tmp_path: Path) -> None:
    files = {
        kind: write(tmp_path / f"{kind}.yaml", f"entities:\n- {{label: {kind}}}") for kind in ("person", "country")
    }
    organisation = write(tmp_path / "organisation.yaml", "entities:\n- {label: A, implies: [zz]}")
    with pytest.raises(GazetteerError, match="a: refers to unknown ids: zz"):
        load_gazetteer({kind: [path] for kind, path in (*files.items(), ("organisation", organisation))})
