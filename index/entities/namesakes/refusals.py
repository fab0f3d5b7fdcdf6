"""The span of a name and a table of refusals go in; the first reason why it does not count there comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from index.entities.text.passage import WordSpan

REASONS: Mapping[str, str] = {
    "capitals": "its capitals are not those of the name",
    "own_condition": "a condition that the gazetteer sets for this form does not hold",
    "context": "it counts only beside an entity that the article does not name",
    "phrase": "it belongs to a phrase or a longer name",
    "other_in_article": "the article says elsewhere that the word means something else",
    "family_name": "it is somebody's family name",
    "given_name": "it is somebody's given name, or begins the name of a thing",
    "longer_name": "it is a part of a longer name",
    "office": "it belongs to somebody's office",
    "person": "somebody else is called so, as a rank, a trade or a relative shows",
    "monarch": "a number or a year makes it another monarch's",
    "artist": "a composer or an author is meant",
    "animal": "an animal or a child is called so",
    "ship_or_street": "a noun beside it bears the name: a ship, a bar, a school, a street",
    "called_after": "something is called after it: a street, a treaty, a sea, a dish",
    "named_so": "the words around it say that something is called so",
    "quoted": "quotation marks hold it alone, like the name of a thing",
    "explained": "an apposition says that it is something else",
    "inscription": "it is what is written or spoken somewhere",
    "other_town": "another town or a village is called so",
    "likeness": "another place is likened to it",
    "water": "a river or a lake is called so",
    "event": "a year makes it an event of another century",
    "saint": "a saint is meant",
    "performed": "it is played or sung, or whoever plays is meant",
    "discovery": "a discovery is called after a namesake",
    "technical": "it is a technical term or a unit",
    "owned": "somebody owns one of its make",
    "thing": "a dish, a garment, an opening of chess is called so",
    "dance": "it is a dance or a piece of music",
    "manner": "something is made so: à la française",
    "language": "it is a language",
    "compass": "a point of the compass before it makes another adjective",
    "half_of_compound": "the other half of the compound is missing",
}
"""What each reason says of the words."""


class Refusal(NamedTuple):
    """A reason of `REASONS` why a name does not count where it stands, and what is true of its span if so."""

    reason: str
    holds: Callable[[WordSpan], bool]


def first_reason(refusals: Sequence[Refusal], span: WordSpan) -> str:
    """Return the reason of the first refusal that holds, "" where none does and the name counts."""
    for reason, holds in refusals:
        if holds(span):
            return reason
    return ""
