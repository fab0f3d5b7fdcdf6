from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from index.article import Article
from index.document import Mention
from index.entities.curating.checking import Effect, collisions, effects
from index.entities.curating.curation import review
from index.entities.curating.own_file import accept, add_entity, refuse, reject
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.entities.recognise import Recogniser
from index.entities.text.words import folded
from index.errors import GazetteerError
from index.reindexing.parsed import read_parsed
from tests.index.entities.conftest import article

GAZETTEERS = {
    "person": "{label: Keir Starmer, given: [Keir], surname: Starmer, roles: [{what: Premier ministre, of: gb}]}",
    "country": "{id: gb, label: Royaume-Uni, demonyms: [britannique]}",
    "organisation": "{label: OTAN}",
}
Load = Callable[[Path | None], Gazetteer]
BUILT_IN = {kind: [built_in(kind)] for kind in GAZETTEERS}
MANGLED = "Le Premier ministre britannique Kair Stmer est venu. Le colonel Ylan Vestrak l'attendait."


def numbered(text: str, number: int, source: str) -> Article:
    return replace(article(text), id=f"{number:016}", source=source)


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("gazetteers")
    for kind, entry in GAZETTEERS.items():
        (folder / f"{kind}.yaml").write_text(f"entities:\n- {entry}\n", "utf-8")
    return {kind: [folder / f"{kind}.yaml"] for kind in GAZETTEERS}


@pytest.fixture(scope="module")
def gazetteer(kinds: dict[str, list[Path]]) -> Gazetteer:
    return load_gazetteer(kinds)


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser(gazetteer)


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """The reviewed gazetteer with a curator's file; what YAML takes a second to parse is parsed once."""
    read = partial(read_parsed, folder=tmp_path_factory.mktemp("parsed"))
    return lambda own: load_gazetteer(BUILT_IN, own, read)


@pytest.fixture(scope="module")
def built_in_recogniser(load: Load) -> Recogniser:
    return Recogniser(load(None))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.yaml"


def stream(recogniser: Recogniser, *articles: Article) -> list[tuple[Article, tuple[Mention, ...]]]:
    return [(one, recogniser.mentions(one)) for one in articles]


def test_review_lists_uncertain_and_unverified_names_by_frequency(recogniser: Recogniser, gazetteer: Gazetteer) -> None:
    articles = [numbered(MANGLED, 1, "A"), numbered("Le colonel Ylan Vestrak est parti.", 2, "B")]
    first, second = review(stream(recogniser, *articles), gazetteer)
    assert (first.words, first.listed, first.articles, first.sources) == ("Ylan Vestrak", False, 2, 2)
    assert (second.words, second.entity, second.rules) == ("Kair Stmer", "keir-starmer", ("fuzzy",))
    assert second.contexts == ("Le Premier ministre britannique «Kair Stmer» est venu. Le colonel Ylan Vestrak…",)


def test_a_name_in_three_articles_of_two_sources_is_proposed(recogniser: Recogniser, gazetteer: Gazetteer) -> None:
    text = "Le colonel Ylan Vestrak est parti."
    articles = [numbered(text, number, source) for number, source in enumerate("AAB")]
    (suspect,) = review(stream(recogniser, *articles), gazetteer)
    assert suspect.proposed
    (suspect,) = review(stream(recogniser, *articles[:2]), gazetteer)
    assert not suspect.proposed


def test_accepting_makes_a_spelling_exact_and_keeps_comments(own: Path, kinds: dict[str, list[Path]]) -> None:
    own.write_text("# ours\nperson:\n  - id: keir-starmer # the Prime Minister\n    seen_as: [Kir Starmr]\n", "utf-8")
    accept(own, "person", "keir-starmer", "Kair Stmer")
    accept(own, "person", "keir-starmer", "KAIR STMER")
    text = own.read_text("utf-8")
    assert "# ours" in text
    assert "# the Prime Minister" in text
    assert text.count("Stmer") == 1
    mentions = Recogniser(load_gazetteer(kinds, own)).mentions(article("Kair Stmer et Kir Starmr."))
    assert [(mention.entity, mention.rule) for mention in mentions] == [("keir-starmer", "seen_as")] * 2


def test_rejecting_keeps_a_spelling_from_that_person(own: Path, kinds: dict[str, list[Path]]) -> None:
    reject(own, "person", "keir-starmer", "Kair Stmer")
    mentions = Recogniser(load_gazetteer(kinds, own)).mentions(article(MANGLED))
    assert "keir-starmer" not in {mention.entity for mention in mentions}


def test_an_unverified_name_becomes_an_entry_or_nothing(own: Path, kinds: dict[str, list[Path]]) -> None:
    assert add_entity(own, "person", "Ylan Vestrak") == "ylan-vestrak"
    (mention,) = Recogniser(load_gazetteer(kinds, own)).mentions(article("Ylan Vestrak se tait."))
    assert (mention.entity, mention.listed) == ("ylan-vestrak", True)
    refuse(own, "colonel Ylan Vestrak")
    assert Recogniser(load_gazetteer(kinds, own)).mentions(article("Le colonel Ylan Vestrak est parti.")) == ()


def test_a_file_that_is_no_mapping_is_refused_untouched(own: Path) -> None:
    own.write_text("- a\n", "utf-8")
    with pytest.raises(GazetteerError, match="must be a mapping"):
        accept(own, "person", "x", "y")
    assert own.read_text("utf-8") == "- a\n"


def test_effects_of_a_change_are_counted_in_articles_without_indexing(
    own: Path, kinds: dict[str, list[Path]], recogniser: Recogniser
) -> None:
    own.write_text("organisation:\n  - id: otan\n    remove: true\n", "utf-8")
    after = Recogniser(load_gazetteer(kinds, own))
    articles = [article("L'OTAN et l'Ukraine. L'OTAN."), article("Le Japon.")]
    before = [(article, recogniser.mentions(article)) for article in articles]
    assert effects(before, after) == (Effect("organisation", "otan", "OTAN", 1, 0),)


def test_a_form_claimed_twice_without_a_rule_is_a_collision(tmp_path: Path) -> None:
    path = tmp_path / "person.yaml"
    path.write_text(
        "entities:\n- {label: Ann Lee, aliases: [AL, Annie]}\n"
        "- {label: Al Roe, aliases: [Al, {form: Annie, case: exact}]}\n",
        "utf-8",
    )
    (collision,) = collisions(load_gazetteer({"person": [path]}))
    assert (collision.form, collision.entities) == ("AL", ("ann-lee", "al-roe"))


@pytest.mark.parametrize(
    ("kind", "entity", "words", "text"),
    [
        ("country", "fr", "Paris", "Selon Paris, les discussions avancent."),
        ("country", "ua", "Kiev", "Selon Kiev, les discussions avancent."),
        ("country", "ua", "ukrainien", "Le gouvernement ukrainien se tait."),
        ("country", "us", "États-Unis", "Les États-Unis se taisent."),
        ("country", "cd", "congolais", "Kinshasa, en République démocratique du Congo : un ministre congolais."),
        ("organisation", "otan", "NATO", "La NATO se tait."),
        ("person", "emmanuel-macron", "Emmanuel Macron", "Emmanuel Macron se tait."),
        ("person", "emmanuel-macron", "Macron", "Le président Macron se tait."),
        ("person", "emmanuel-macron", "Macron", "Emmanuel Macron se tait. M. Macron sort."),
    ],
)
def test_rejecting_wins_over_every_listed_form_of_an_entity(
    own: Path, built_in_recogniser: Recogniser, kind: str, entity: str, words: str, text: str, load: Load
) -> None:
    def counted(recogniser: Recogniser) -> int:
        mentions = recogniser.mentions(article(text))
        return sum(folded(mention.words) == folded(words) and mention.entity == entity for mention in mentions)

    assert counted(built_in_recogniser) == 1
    reject(own, kind, entity, words)
    assert counted(Recogniser(load(own))) == 0


def test_rejecting_one_form_leaves_the_others(own: Path, load: Load) -> None:
    reject(own, "country", "ua", "Kiev")
    reject(own, "person", "emmanuel-macron", "Macron")
    mentions = Recogniser(load(own)).mentions(article("L'Ukraine, Kyiv, Kiev et Emmanuel Macron."))
    assert [mention.words for mention in mentions] == ["Ukraine", "Kyiv", "Emmanuel Macron"]


def test_a_family_name_that_is_refused_may_be_that_of_another_person(own: Path, tmp_path: Path) -> None:
    persons = [f"- {{label: {given} Vestrak, given: [{given}], surname: Vestrak}}" for given in ("Ylan", "Anton")]
    (tmp_path / "person.yaml").write_text("\n".join(["entities:", *persons]), "utf-8")
    reject(own, "person", "ylan-vestrak", "Vestrak")
    recogniser = Recogniser(load_gazetteer({"person": [tmp_path / "person.yaml"]}, own))
    mentions = recogniser.mentions(article("Anton Vestrak salue Ylan Vestrak. Vestrak insiste."))
    assert [mention.entity for mention in mentions] == ["anton-vestrak", "ylan-vestrak", "anton-vestrak"]


def test_rejecting_the_label_of_an_entry_of_ones_own_takes_it_away(own: Path, kinds: dict[str, list[Path]]) -> None:
    add_entity(own, "person", "Ylan Vestrak")
    reject(own, "person", "ylan-vestrak", "Ylan Vestrak")
    assert Recogniser(load_gazetteer(kinds, own)).mentions(article("Ylan Vestrak se tait.")) == ()


def test_the_later_of_two_opposite_answers_counts(own: Path, kinds: dict[str, list[Path]]) -> None:
    def found() -> list[str]:
        mentions = Recogniser(load_gazetteer(kinds, own)).mentions(article("Kair Stmer se tait."))
        return [mention.entity for mention in mentions]

    accept(own, "person", "keir-starmer", "Kair Stmer")
    reject(own, "person", "keir-starmer", "kair stmer")
    assert found() == []
    assert own.read_text("utf-8").casefold().count("kair stmer") == 1
    accept(own, "person", "keir-starmer", "Kair Stmer")
    assert found() == ["keir-starmer"]
    assert own.read_text("utf-8").casefold().count("kair stmer") == 1


def test_what_is_no_name_may_be_made_one_again_and_the_other_way_round(own: Path, kinds: dict[str, list[Path]]) -> None:
    def found() -> list[str]:
        mentions = Recogniser(load_gazetteer(kinds, own)).mentions(article("Le colonel Ylan Vestrak se tait."))
        return [mention.entity for mention in mentions]

    refuse(own, "Ylan Vestrak")
    assert found() == []
    add_entity(own, "person", "Ylan Vestrak")
    assert found() == ["ylan-vestrak"]
    refuse(own, "Ylan Vestrak")
    assert found() == []
    accept(own, "person", "keir-starmer", "Ylan Vestrak")
    assert "keir-starmer" in found()


def test_a_spelling_that_the_program_refuses_can_be_accepted(own: Path, tmp_path: Path) -> None:
    person = tmp_path / "person.yaml"
    person.write_text("entities:\n- {label: Keir Starmer, never: [Kair Stmer, Kir Starm]}\n", "utf-8")
    accept(own, "person", "keir-starmer", "Kair Stmer")
    mentions = Recogniser(load_gazetteer({"person": [person]}, own)).mentions(article("Kair Stmer. Kir Starm."))
    assert [mention.words for mention in mentions] == ["Kair Stmer"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "person:|  - id: keir-starmer|    seen_as: [Kair]   # liste||# à la fin|phrases:|  - opération X|",
            "person:|  - id: keir-starmer|    seen_as: [Kair]   # liste|NEW||# à la fin|phrases:|  - opération X|",
        ),
        (
            "person:|  - id: keir-starmer|    seen_as:|      - Kair|  # une autre||# à la fin|phrases: [X]|",
            "person:|  - id: keir-starmer|    seen_as:|      - Kair|  # une autre|NEW||# à la fin|phrases: [X]|",
        ),
        (
            "person:|  - id: ann-lee|    seen_as:|      - Anne Li  # une|      # deux||  # 3|  - id: x|",
            "person:|  - id: ann-lee|    seen_as:|      - Anne Li  # une|      # deux|      - An Le||  # 3|  - id: x|",
        ),
        (
            "person:|  - id: ann-lee|    never: [Anne Li]  # une||# à la fin|phrases: [X]|",
            "person:|  - id: ann-lee|    never: [Anne Li]  # une|    seen_as: [An Le]||# à la fin|phrases: [X]|",
        ),
        (
            "person:|  - id: ann-lee|    never:|      - An Le||# à la fin|phrases: [X]|",
            "person:|NEW||# à la fin|phrases: [X]|",
        ),
        ("# rien que ceci||# et cela|", "# rien que ceci||# et cela|person:|NEW|"),
        ("person:|", "person:|NEW|"),
        ("person: []|phrases:|", "person:|NEW|phrases:|"),
        ("person:|# deux|phrases: [X]|", "person:|NEW|# deux|phrases: [X]|"),
        ("person:|  - id: ann-lee|    seen_as:|phrases: [X]|", "person:|NEW|phrases: [X]|"),
        ("phrases: [X]|# fin|", "phrases: [X]|person:|NEW|# fin|"),
        ("phrases:|  - X|# fin|", "phrases:|  - X|person:|NEW|# fin|"),
        ("person:|  - id: ann-lee   # une|# fin|", "person:|  - id: ann-lee   # une|    seen_as: [An Le]|# fin|"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_answer_is_written_where_it_belongs_and_nothing_else_changes(
    own: Path, before: str, after: str, newline: str
) -> None:
    own.write_bytes(before.replace("|", newline).encode())
    accept(own, "person", "ann-lee", "An Le")
    new = "  - id: ann-lee|    seen_as: [An Le]"
    assert own.read_bytes().decode() == after.replace("NEW", new).replace("|", newline)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("person: Ann Lee\n", "needs a list under 'person', not 'Ann Lee'"),
        ("person: [Ann Lee]\n", "an entry under 'person' is not a mapping: 'Ann Lee'"),
        ("person:\n  - id: ann-lee\n    seen_as: An Le\n", "needs a list under 'seen_as', not 'An Le'"),
        ("person: [\n", "is not valid YAML: line 2, column 1: "),
    ],
)
def test_a_file_that_cannot_be_added_to_is_told_and_left_alone(own: Path, text: str, told: str) -> None:
    own.write_text(text, "utf-8")
    with pytest.raises(GazetteerError, match=re.escape(told)):
        accept(own, "person", "ann-lee", "Annie Lee")
    assert own.read_text("utf-8") == text


@pytest.mark.parametrize("words", ["", "  ", "…"])
def test_words_without_a_letter_are_not_written(own: Path, words: str) -> None:
    for answer in (
        lambda: accept(own, "person", "ann-lee", words),
        lambda: reject(own, "person", "ann-lee", words),
        lambda: add_entity(own, "person", words),
        lambda: refuse(own, words),
    ):
        with pytest.raises(GazetteerError, match="nothing was written"):
            answer()
    assert not own.exists()


@pytest.mark.parametrize(
    ("kind", "entity", "words"),
    [
        ("person", "jens-stoltenberg", "Macron"),
        ("person", "jens-stoltenberg", "Scholz"),
        ("country", "de", "Paris"),
        ("country", "de", "ukrainien"),
        ("country", "de", "congolais"),
    ],
)
def test_a_form_by_which_another_is_found_is_a_collision(
    own: Path, kind: str, entity: str, words: str, load: Load
) -> None:
    accept(own, kind, entity, words)
    found = collisions(load(own))
    assert [folded(collision.form) for collision in found] == [folded(words)]
    assert entity in found[0].entities


def test_two_who_are_known_by_one_family_name_collide_but_not_with_a_relative(tmp_path: Path) -> None:
    def claimed(alone: str) -> list[tuple[str, ...]]:
        persons = [
            f"- {{label: {given} Lee, given: [{given}], surname: Lee, surname_alone: " for given in ("Ann", "Bo")
        ]
        (tmp_path / "p.yaml").write_text(f"entities:\n{persons[0]}always}}\n{persons[1]}{alone}}}\n", "utf-8")
        return [collision.entities for collision in collisions(load_gazetteer({"person": [tmp_path / "p.yaml"]}))]

    assert claimed("always") == [("ann-lee", "bo-lee")]
    assert claimed("with_title") == claimed("after_full") == []


def test_a_removed_entity_is_not_found_as_unverified_either(
    own: Path, built_in_recogniser: Recogniser, load: Load
) -> None:
    text = article("Le chancelier Olaf Scholz se tait. M. Scholz sort, puis Olaf Scholz revient avec Ylan Vestrak.")
    before = [(text, built_in_recogniser.mentions(text))]
    own.write_text("person:\n  - {id: olaf-scholz, remove: true}\n", "utf-8")
    after = Recogniser(load(own))
    assert "olaf-scholz" not in {mention.entity for mention in after.mentions(text)}
    assert Effect("person", "olaf-scholz", "Olaf Scholz", 1, 0) in effects(before, after)


def test_another_may_bear_the_name_of_a_removed_entity(own: Path, load: Load) -> None:
    own.write_text("person:\n  - {id: olaf-scholz, remove: true}\n  - {id: another, label: Olaf Scholz}\n", "utf-8")
    (mention,) = Recogniser(load(own)).mentions(article("Olaf Scholz se tait."))
    assert mention.entity == "another"
