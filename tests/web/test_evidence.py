"""What speaks for the values of an article, from its mentions."""

from __future__ import annotations

from index.document import Mention
from web.evidence import Evidence, evidenced


def mention(kind: str, entity: str, ordinal: int, words: str, rule: str = "alias", listed: bool = True) -> Mention:
    return Mention(kind, entity, entity.upper(), ordinal, 0, len(words), words, rule, 1.0, listed)


def test_the_same_words_by_the_same_rule_are_one_piece_of_evidence() -> None:
    mentions = [mention("country", "ua", ordinal, "Ukraine") for ordinal in (2, 0, 2)]
    mentions.append(mention("country", "ua", 1, "ukrainien", "demonym"))
    ((_, (value,)),) = evidenced(mentions, ("country",))
    assert value.evidence == (
        Evidence("Ukraine", "alias", 1.0, (0, 2)),
        Evidence("ukrainien", "demonym", 1.0, (1,)),
    )


def test_values_stand_by_kind_in_the_order_of_the_page_then_in_that_of_reading() -> None:
    mentions = [
        mention("place", "brest", 0, "Brest"),
        mention("country", "ru", 3, "Russie"),
        mention("country", "fr", 1, "France"),
        mention("person", "x", 5, "X", listed=False),
    ]
    found = evidenced(mentions, ("person", "country"))
    assert [(kind, [value.id for value in values]) for kind, values in found] == [
        ("person", ["x"]),
        ("country", ["fr", "ru"]),
        ("place", ["brest"]),
    ]
    assert not found[0][1][0].listed
