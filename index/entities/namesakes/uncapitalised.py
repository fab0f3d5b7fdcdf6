"""A form and its span go in; whether it counts there though it has lost its capital comes out."""

from __future__ import annotations

from index.entities.gazetteer.forms import Form
from index.entities.lexicon.vocabulary import word_set
from index.entities.text.passage import WordSpan

_RULING = frozenset({"la", "le", "l", "les", "au", "aux", "en", "du"})

_TELLING = word_set(
    "france allemagne russie ukraine pologne italie espagne portugal belgique autriche hongrie roumanie"
    " bulgarie moldavie bielorussie estonie lettonie lituanie finlande norvege danemark irlande croatie serbie"
    " kosovo albanie slovaquie slovenie turquie georgie armenie azerbaidjan kazakhstan ouzbekistan afghanistan"
    " pakistan bangladesh birmanie thailande vietnam indonesie malaisie philippines taiwan australie syrie"
    " liban israel palestine jordanie yemen qatar koweit libye egypte algerie tunisie soudan tchad ethiopie"
    " erythree somalie kenya ouganda rwanda burundi tanzanie mozambique zimbabwe cameroun gabon senegal"
    " mauritanie nigeria colombie venezuela bresil mexique bolivie perou haiti"
)
"""Names that mean nothing else in small letters, as a hat (le panama) or a line (l'équateur) does."""


def is_small_country(form: Form, span: WordSpan) -> bool:
    """Return whether a country's own name has a small letter behind its article: « la france », « au tchad »."""
    word = span.words[0]
    if word.capital or span.end - span.first > 1 or form.kind != "country":
        return False
    if form.rule != "alias" or word.folded not in _TELLING:
        return False
    before = span.word_before
    return before is not None and before.folded in _RULING and span.gap_before in ("", "'", "’")
