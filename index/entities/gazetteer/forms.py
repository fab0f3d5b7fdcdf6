"""An entity goes in, the forms under which a text may name it come out, each with the rule that its use would show."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from index.entities.gazetteer.entity import Alias, Case, Entity
from index.entities.lexicon.vocabulary import ARTICLES, LINKING
from index.entities.text.words import Word, divided, folded, name_words

_WRITTEN_AS_NAME = 5
_SON = re.compile(r"(?<=\w) (?:ben|bin|ibn) ", re.IGNORECASE)

_DESIGNATION = re.compile(r"(?P<letters>[^\W\d_]{1,4})(?P<hyphen>-?)(?P<number>\d+\w*)")
_TWO = 2
_ACRONYM = 3
_LEAST = {"person": 4, "country": 3, "organisation": 4}
"""Letters of both parts of a name that are told when they run together."""


class Form(NamedTuple):
    """One way to name an entity, or, without an entity, a phrase that names nothing of ours though it looks so.

    `kind` is the entity's, "" for none; `rule` is the evidence that a match gives; `tokens` are the folded words, by
    which the form is looked up.
    """

    entity: Entity | None
    kind: str
    alias: Alias
    rule: str
    tokens: tuple[str, ...]

    @classmethod
    def of(cls, entity: Entity, alias: Alias, rule: str) -> Form:
        """Return the form of an entity."""
        return cls(entity, entity.kind, alias, rule, folded(alias.form))

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the form as the gazetteer spells them: few forms are ever asked for them."""
        return name_words(self.alias.form)

    @property
    def is_acronym(self) -> bool:
        """Whether it is one word in capitals: OTAN."""
        return len(self.tokens) == 1 and self.alias.form.isupper()

    @property
    def gaps(self) -> tuple[str, ...]:
        """What stands between the words, without spaces: « & » in Heckler & Koch, « , » in long names of bodies."""
        return tuple(gap.strip() for gap in divided(self.alias.form)[1][1:-1])


def forms(entity: Entity) -> Iterator[Form]:
    """Yield every form of an entity but those that it refuses, and the phrases that must never be resolved to it."""
    never = entity.refused
    for rule, aliases in _named(entity):
        for alias in aliases:
            tokens = folded(alias.form)
            if tokens and tokens not in never:  # signs alone, « ??? », name nothing
                yield Form(entity, entity.kind, alias, rule, tokens)
    yield from (form for form in map(refused, entity.never) if form.tokens)


def refused(phrase: str) -> Form:
    """Return the form of a phrase that names nothing."""
    return Form(None, "", Alias(phrase), "never", folded(phrase))


def _translated(person: Entity) -> Iterator[str]:
    """Yield Arabic names with « ben » translated: Fayçal fils de Farhane."""
    for name in dict.fromkeys((*(alias.form for alias in person.names), *person.full_names)):
        if _SON.search(name):
            yield _SON.sub(" fils d'", name)
            yield _SON.sub(" fils de ", name)


def _run_together(entity: Entity) -> Iterator[str]:
    """Yield names of two words without the space between: Markrutte, Abudhabi."""
    least = _LEAST[entity.kind]
    for name in {entity.label, *entity.full_names, *(alias.form for alias in entity.metonyms)}:
        parts = folded(name)
        if len(parts) == _TWO and " " in name and min(map(len, parts)) >= least:
            yield "".join(parts).capitalize()


def _designations(entity: Entity) -> Iterator[str]:
    """Yield names of letters and a number with a hyphen between where there is none, and without: F-16, F16."""
    for form in {alias.form for alias in entity.names}:
        if parts := _DESIGNATION.fullmatch(form):
            yield parts["letters"] + ("" if parts["hyphen"] else "-") + parts["number"]


def _plurals(entity: Entity) -> Iterator[str]:
    """Yield names that begin with a common noun with that in the plural: chars Leclerc."""
    for form in {alias.form for alias in entity.names}:
        noun, parted, name = form.partition(" ")
        if parted and noun.islower() and noun[-1] not in "sxz":
            yield f"{noun}s {name}"


def _bare(entity: Entity) -> Iterator[Alias]:
    """Yield the label of an organisation without its bracket, where the article is about the organisation's country.

    It is an acronym, or several words that tell; one word that may be any other needs a noun: « le journal Mutations ».
    """
    name = entity.bare_label
    if name is None or entity.country is None:
        return
    tokens = folded(name)
    if any(folded(alias.form) == tokens for alias in (*entity.names, *entity.context_aliases)):
        return
    telling = [token for token in tokens if token not in LINKING]
    acronym = len(tokens) == 1 and len(name) >= _ACRONYM and sum(map(str.isupper, name)) > 1
    if len(telling) > 1 or acronym:
        yield Alias(name, case=Case.EXACT, needs=(entity.country,))


def _named(entity: Entity) -> Iterator[tuple[str, Iterable[Alias]]]:
    """Yield a rule and the names that it is the evidence of, several times for some rules."""
    yield "alias", entity.names
    if entity.kind == "person" or entity.surname:
        yield from _named_person(entity)
    if entity.kind in _LEAST:
        yield "glued", map(Alias, _run_together(entity))
    else:
        yield "alias", map(Alias, (*_designations(entity), *_plurals(entity)))
    yield "seen_as", map(Alias, entity.seen_as)
    if entity.demonyms:
        yield "demonym", _demonyms(entity)
    yield "compound", map(Alias, entity.combining)
    yield "metonym", entity.metonyms
    yield "context_alias", entity.context_aliases
    if entity.kind == "organisation":
        yield "context_alias", _bare(entity)


def _named_person(person: Entity) -> Iterator[tuple[str, Iterable[Alias]]]:
    known = {alias.form for alias in person.names}
    yield "alias", (Alias(name) for name in person.full_names if name not in known)
    if person.surname and person.label.startswith(f"{person.surname} "):
        # Chinese characters stand for a whole name without a space: 习近平 is folded to "xijinping".
        yield "alias", (Alias("".join(person.label.split())),)
    yield "seen_as", map(Alias, _translated(person))


def _demonyms(country: Entity) -> Iterator[Alias]:
    """Yield the demonyms; one that is written like a name that needs an article needs it, too."""
    bare = {folded(alias.form) for alias in country.names if alias.needs_article}
    for alias in country.demonyms:
        yield alias._replace(needs_article=alias.needs_article or folded(alias.form) in bare)


def capitals_fit(form: Form, found: tuple[Word, ...]) -> bool:
    """Return whether the words of the text have the capitals that the form must have.

    A name needs its capitals; a title of an organisation in several words does not ("ministère russe de la défense"),
    nor does a demonym. A short acronym needs all of them: UE, but Otan. A name that has lost a space, or got one, needs
    one on every word but the small ones, or on its first where it is one word, or an organisation's in more than two,
    or in two that a space has parted: « Czecho slovak Group ».
    """
    if len(found) > len(form.tokens) == 1:
        return found[0].capital
    if len(found) != len(form.tokens):
        fewest = _TWO if len(found) > len(form.tokens) else _TWO + 1
        title = form.kind == "organisation" and len(form.tokens) >= fewest
        return (title and found[0].capital) or all(
            word.capital or word.folded in ARTICLES or word.text.isdigit() for word in found
        )
    if form.alias.case is Case.EXACT:
        return all(map(_capitals_agree, form.words, found, itertools.chain([False], itertools.repeat(True))))
    if form.alias.case is Case.UPPER:
        return all(word.text.isupper() or word.text.isdigit() for word in found) or (
            _is_read_as_word(form) and found[0].capital
        )
    if not form.kind or form.rule in ("demonym", "compound"):
        return True
    if len(found) == 1:
        return _single_capital_fits(form.words[0], found[0])
    if form.kind in ("person", "country"):
        return all(word.capital for word, own in zip(found, form.words, strict=True) if own.capital)
    if len(found) > 2 or not any(own.capital for own in form.words):
        return True
    return any(word.capital and word.folded not in ARTICLES for word in found)


def _is_read_as_word(form: Form) -> bool:
    """Return whether an acronym is long enough to be written like a name, too: FINUL, Finul."""
    return len(form.tokens) == 1 and len(form.words[0].text) >= _WRITTEN_AS_NAME and form.words[0].text.isalpha()


def _capitals_agree(own: Word, word: Word, inside: bool) -> bool:
    """Return whether a word has its capitals where the form has them: what « exactly » means, accents left aside.

    One inside a name may have a capital too many: « Contrat Civil ».
    """
    capitals = [at for at, letter in enumerate(word.text.replace(" ", "")) if letter.isupper()]
    wanted = [at for at, letter in enumerate(own.text) if letter.isupper()]
    return capitals == wanted or (inside and capitals == [0] and not wanted)


def _single_capital_fits(own: Word, word: Word) -> bool:
    if own.text.isupper() and len(own.text) <= 3:
        return word.text.isupper()
    return word.capital or not own.capital
