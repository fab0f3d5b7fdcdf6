"""A syntax tree goes in, its `Interpretation` comes out: what is searched for each part, what is ignored and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.documents import name_field
from search.naming import EntityKey, Naming
from search.plan import Clause, Nothing, Or, Published, Term, day_number
from search.planning.meaning import InTitle, Meaning, Named, Searched, Without, date_notation, either, every
from search.planning.words import AnalysedWord, Found, WordPlanner
from search.results import Ignored, UnderstoodWord, UnknownValue
from search.syntax import (
    Approximate,
    Conjunction,
    Dated,
    Disjunction,
    FieldValue,
    Negation,
    Node,
    Quoted,
    Syntax,
    Titled,
    Truncated,
    Word,
    leaves,
    quoted,
)
from search.syntax.lexing import OPERATORS

# Truncated and approximate words that are looked up; each costs a look at the whole vocabulary.
_MOST_PATTERNS = 16
# The longest names of organisations have about so many words.
_LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a query asks for together, as typed, what it means, and whether it names someone."""

    typed: str
    meaning: Meaning
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a query means: the parts that it asks for together, the days between which, and what there is to say."""

    parts: tuple[Part, ...]
    after: date | None
    before: date | None
    words: tuple[UnderstoodWord, ...]
    ignored: tuple[Ignored, ...]
    unknown: tuple[UnknownValue, ...]


class Interpreter:
    """Interprets one query. `names` says whether words that are names stand for their entities too."""

    def __init__(self, syntax: Syntax, planner: WordPlanner, naming: Naming, names: bool) -> None:
        self._text = syntax.text
        self._tree = syntax.tree
        self._planner = planner
        self._naming = naming
        self._names = names
        self._shouted = syntax.text.isupper()
        self._drops_stop_words = self._says_more_than_stop_words()
        self._patterns = 0
        self._words: list[UnderstoodWord] = []
        self._ignored: list[Ignored] = list(syntax.ignored)
        self._unknown: list[UnknownValue] = []

    def interpret(self) -> Interpretation:
        """The meaning of the whole query."""
        top = self._tree.children if isinstance(self._tree, Conjunction) else (self._tree,)
        dates = [node for node in top if isinstance(node, Dated)]
        parts = tuple(self._parts([node for node in top if node is not None and not isinstance(node, Dated)]))
        for node in dates:
            self._understood(self._text[node.start : node.end], _days(node), (), excluded=False)
        return Interpretation(
            parts=parts,
            after=max((node.after for node in dates if node.after), default=None),
            before=min((node.before for node in dates if node.before), default=None),
            words=tuple(self._words),
            ignored=tuple(self._ignored),
            unknown=tuple(self._unknown),
        )

    def _says_more_than_stop_words(self) -> bool:
        """Whether the query can do without its stop words."""
        for leaf in leaves(self._tree) if self._tree else ():
            if isinstance(leaf, Quoted):
                if self._planner.quoted(leaf.text):
                    return True
            elif not isinstance(leaf, Word) or not all(word.stop for word in self._analysed(leaf)):
                return True
        return False

    def _analysed(self, word: Word) -> tuple[AnalysedWord, ...]:
        return self._planner.analysed(word.text, self._shouted)

    def _parts(self, nodes: Sequence[Node], excluded: bool = False) -> Iterator[Part]:
        """The parts of a conjunction: words side by side that are a name together are one."""
        place = 0
        while place < len(nodes):
            node = nodes[place]
            if isinstance(node, Word):
                run = self._run(nodes, place)
                length, entities = self._longest_name(run)
                yield from self._word_parts(run[:length], entities, excluded)
                place += length
            else:
                node, length = self._whole_value(node, self._run(nodes, place + 1))
                place += 1 + length
                if (meaning := self._meaning(node, excluded)) is not None:
                    yield Part(self._text[node.start : node.end], meaning)

    def _run(self, nodes: Sequence[Node], first: int) -> list[Word]:
        """The words from `first` on with nothing but spaces and signs between them."""
        run: list[Word] = []
        for node in nodes[first : first + _LONGEST_NAME]:
            if not isinstance(node, Word) or (run and self._divided(run[-1], node)):
                break
            run.append(node)
        return run

    def _whole_value(self, node: Node, behind: Sequence[Word]) -> tuple[Node, int]:
        """A value with the words behind it that are its name together (pays:Corée du Nord), and how many these are."""
        if isinstance(node, Negation):
            child, length = self._whole_value(node.child, behind)
            return replace(node, child=child, end=max(node.end, child.end)), length
        bare = isinstance(node, FieldValue) and self._text[: node.end].endswith(node.value)
        if isinstance(node, FieldValue) and bare and behind and not self._divided(node, behind[0]):
            for length in range(len(behind), 0, -1):
                value = " ".join((node.value, *(word.text for word in behind[:length])))
                if self._naming.resolve(node.field, value) is not None:
                    return replace(node, value=value, end=behind[length - 1].end), length
        return node, 0

    def _divided(self, word: Word | FieldValue, other: Word) -> bool:
        return any(sign.isalnum() or sign in "()" for sign in self._text[word.end : other.start])

    def _longest_name(self, run: Sequence[Word]) -> tuple[int, tuple[EntityKey, ...]]:
        """How many words from the first on are a name, and whose; (1, ()) if they are none."""
        if self._names:
            for length in range(len(run), 0, -1):
                if entities := self._entities(run[:length]):
                    return length, entities
        return 1, ()

    def _entities(self, run: Sequence[Word]) -> tuple[EntityKey, ...]:
        """Whose name the words are: as they stand, or without the article that is elided before them."""
        words = self._analysed(run[0])
        if not words or (len(run) == 1 and all(word.stop for word in words)):
            return ()
        typed = " ".join(word.text for word in run)
        readings = dict.fromkeys((typed, typed[typed.index(words[0].typed) :]))
        return next(filter(None, map(self._naming.named, readings)), ())

    def _word_parts(self, run: Sequence[Word], entities: Sequence[EntityKey], excluded: bool) -> Iterator[Part]:
        typed = self._text[run[0].start : run[-1].end]
        words = [word for node in run for word in self._analysed(node)]
        kept = [word for word in words if not (word.stop and self._drops_stop_words)]
        found = [(word, self._planner.word(word)) for word in kept]
        if not words:
            self._ignore(typed, "no_letters")
        if entities:
            self._understood(typed, [form for _, each in found for form in each.forms], entities, excluded)
            yield Part(typed, self._named([_noted(word.typed, each) for word, each in found], entities), is_name=True)
            return
        for word in words:
            if word not in kept:
                small = word.typed.casefold() == "ou" and not self._is_at_an_end(run[0])
                self._ignore(word.typed, "small_operator" if small else "stop_word")
        for word, each in found:
            yield Part(word.typed, self._searched(word.typed, each, excluded))

    def _is_at_an_end(self, word: Word) -> bool:
        return not (self._text[: word.start].strip() and self._text[word.end :].strip())

    def _named(self, words: Sequence[Searched], entities: Sequence[EntityKey]) -> Meaning:
        terms = tuple(Term(name_field(entity.kind), entity.id) for entity in entities)
        clause: Clause = terms[0] if len(terms) == 1 else Or(terms)
        meaning = every(words)
        if isinstance(meaning, Searched):
            return Searched(Or((meaning.clause, clause), synonyms=True), meaning.notation)
        return Named(meaning, clause) if meaning else Searched(clause, "")

    def _meaning(self, node: Node, excluded: bool) -> Meaning | None:
        """What one node means; None where nothing is left of it."""
        match node:
            case Conjunction():
                return every(part.meaning for part in self._parts(node.children, excluded))
            case Disjunction():
                return either(each for child in node.children if (each := self._meaning(child, excluded)))
            case Negation():
                part = self._meaning(node.child, not excluded)
                return Without(part) if part else None
            case Titled():
                return self._titled(node, excluded)
            case Word():
                return every(part.meaning for part in self._parts([node], excluded))
            case FieldValue():
                return self._value(node, excluded)
            case Dated():
                self._understood(self._text[node.start : node.end], _days(node), (), excluded)
                clause = Published(day_number(node.after), day_number(node.before))
                return Searched(clause, date_notation(node.after, node.before))
            case Quoted():
                return self._quoted(node, excluded)
            case Truncated() | Approximate():
                return self._open_ended(node, excluded)

    def _quoted(self, node: Quoted, excluded: bool) -> Meaning | None:
        typed, found = f'"{node.text.strip()}"', self._planner.quoted(node.text)
        if found is None:
            self._ignore(typed, "no_letters")
            return None
        return self._searched(typed, found, excluded)

    def _titled(self, node: Titled, excluded: bool) -> Meaning | None:
        """What must stand in a title; each word is told with the field's name."""
        told = len(self._words)
        part = self._meaning(node.child, excluded)
        name = self._text[node.start :].partition(":")[0].strip()
        self._words[told:] = [replace(word, typed=f"{name}:{word.typed}") for word in self._words[told:]]
        return InTitle(part) if part else None

    def _open_ended(self, node: Truncated | Approximate, excluded: bool) -> Meaning | None:
        """A word that stands for several; what comes before it without a space (Kiev/Mosc*) are words beside it."""
        words = self._analysed(Word(node.text, node.start, node.end))
        beside = [self._searched(word.typed, self._planner.word(word), excluded) for word in words[:-1]]
        return every([*beside, *(self._several(node, word, excluded) for word in words[-1:])])

    def _several(self, node: Truncated | Approximate, word: AnalysedWord, excluded: bool) -> Searched:
        sign = "*" if isinstance(node, Truncated) else f"~{node.edits}"
        self._patterns += 1
        if self._patterns > _MOST_PATTERNS:
            self._ignore(word.typed + sign, "too_many_patterns")
        elif found := self._pattern(node, word):
            return self._searched(word.typed + sign, found, excluded)
        return self._searched(word.typed, self._planner.word(word), excluded)

    def _pattern(self, node: Truncated | Approximate, word: AnalysedWord) -> Found | None:
        match node:
            case Truncated():
                return self._planner.truncated(word)
            case Approximate():
                return self._planner.approximate(word, node.edits)

    def _value(self, node: FieldValue, excluded: bool) -> Meaning:
        value = self._naming.resolve(node.field, node.value)
        if value is None:
            self._unknown.append(UnknownValue(node.field, node.value))
            return Searched(Nothing(), f"{node.field}:{quoted(node.value)}")
        label = self._naming.label(node.field, value)
        entity = (node.field, value, label)
        self._words.append(UnderstoodWord(self._text[node.start : node.end], (), (entity,), excluded))
        return Searched(Term(node.field, value, 0.0), f"{node.field}:{quoted(label)}")

    def _searched(self, typed: str, found: Found, excluded: bool) -> Searched:
        self._understood(typed, found.forms, (), excluded)
        return _noted(typed, found)

    def _understood(self, typed: str, forms: Sequence[str], entities: Sequence[EntityKey], excluded: bool) -> None:
        labelled = tuple((kind, value, self._naming.label(kind, value)) for kind, value in entities)
        self._words.append(UnderstoodWord(typed, tuple(dict.fromkeys(forms)), labelled, excluded))

    def _ignore(self, typed: str, reason: str) -> None:
        self._ignored.append(Ignored(typed, reason))


def _days(node: Dated) -> tuple[str, ...]:
    """The first or last day of those that are meant: that of avant:2022 is the last of that year."""
    return tuple(f"{sign} {day}" for sign, day in (("≥", node.after), ("≤", node.before)) if day)


def _noted(typed: str, found: Found) -> Searched:
    return Searched(found.clause, f'"{typed}"' if typed in OPERATORS else typed)
