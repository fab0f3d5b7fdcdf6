"""An article being read: its passages go in, findings are claimed one by one, mentions come out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.document import Mention
from index.entities.confidence import CONFIDENCE
from index.entities.gazetteer.entity import Entity
from index.entities.gazetteer.forms import Form
from index.entities.persons.known_names import Likeness
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.ungluing import NameWords, unglued


@dataclass(frozen=True, slots=True)
class Finding:
    """An entity named by the words of a span, and the rule that says so.

    `nested` findings lie inside the words of another one, and leave those to it.
    """

    span: WordSpan
    entity: Entity
    rule: str
    confidence: float
    nested: bool = False

    @classmethod
    def by(cls, rule: str, span: WordSpan, entity: Entity, nested: bool = False) -> Finding:
        """Return what a rule finds, with the confidence of the rule."""
        return cls(span, entity, rule, CONFIDENCE[rule], nested)

    def mention(self) -> Mention:
        """Return the finding as evidence, in code points of the paragraph; a name cut out of a glued word says so."""
        start, end = self.span.points
        glued = self.rule == "alias" and any(word.glued for word in self.span.words)
        return Mention(
            kind=self.entity.kind,
            entity=self.entity.id,
            label=self.entity.label,
            ordinal=self.span.passage.ordinal,
            start=start,
            end=end,
            words=self.span.passage.text[start:end],
            rule="glued" if glued else self.rule,
            confidence=CONFIDENCE["glued"] if glued else self.confidence,
            listed=self.entity.listed,
        )


@dataclass(frozen=True, slots=True)
class Conditional:
    """A form found in the text that counts only together with other entities of the article."""

    form: Form
    span: WordSpan


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that is like a listed person's, but not so that it could be resolved; best candidates first."""

    span: WordSpan
    candidates: tuple[Likeness, ...]


class Reading:
    """What is known so far of one article; rules claim words in their order, and a word is claimed once."""

    __slots__ = ("_at", "_taken", "conditionals", "doubts", "findings", "passages")

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.findings: list[Finding] = []
        self.conditionals: list[Conditional] = []
        self.doubts: list[Doubt] = []
        self._at: list[dict[int, list[Finding]]] = [{} for _ in self.passages]
        self._taken = [bytearray(len(passage.words)) for passage in self.passages]

    @classmethod
    def of(cls, article: Article, known: NameWords) -> Reading:
        """Return the reading of an article: its title and body, nothing found yet; `known` names part glued words."""
        return cls(unglued([Passage.of(*numbered) for numbered in enumerate(article.searched())], known))

    def free(self, span: WordSpan) -> bool:
        """Return whether no rule has claimed any of these words yet."""
        return not any(self._taken[span.passage.number][span.first : span.end])

    def parts(self, span: WordSpan) -> Sequence[Finding] | None:
        """Return the findings that the span may replace, for they lie within it; None where one reaches out of it."""
        taken = self._taken[span.passage.number]
        parts = list(self.findings_near(span.passage, span.first, span.end))
        if any(taken[at] and not self.findings_at(span.passage, at) for at in range(span.first, span.end)):
            return None
        return parts if all(_is_part(part.span, span) for part in parts) else None

    def drop(self, dropped: Collection[Finding]) -> None:
        """Give up these findings: a longer name is meant."""
        self.findings = [finding for finding in self.findings if finding not in dropped]
        for part in dropped:
            places = self._at[part.span.passage.number]
            for at in range(part.span.first, part.span.end):
                places[at] = [finding for finding in places[at] if finding not in dropped]

    def is_free(self, passage: Passage, at: int) -> bool:
        """Return whether no rule has claimed the word at this place yet."""
        return not self._taken[passage.number][at]

    def take(self, span: WordSpan) -> None:
        """Claim words without a finding: they name nothing of ours."""
        self._taken[span.passage.number][span.first : span.end] = b"\1" * (span.end - span.first)

    def claim(self, finding: Finding) -> None:
        """Accept a finding and claim its words."""
        self.findings.append(finding)
        places = self._at[finding.span.passage.number]
        for at in range(finding.span.first, finding.span.end):
            places.setdefault(at, []).append(finding)
        if not finding.nested:
            self.take(finding.span)

    def found(self, kind: str) -> Iterator[Finding]:
        """Yield the findings of a kind so far."""
        return (finding for finding in self.findings if finding.entity.kind == kind)

    def findings_at(self, passage: Passage, at: int) -> Sequence[Finding]:
        """Return the findings so far that hold the word at this place, a nested one with the one around it."""
        return self._at[passage.number].get(at, ())

    def findings_near(self, passage: Passage, first: int, end: int) -> Iterable[Finding]:
        """Return the findings so far that hold one of the words from `first` to before `end`."""
        places = self._at[passage.number]
        return {id(finding): finding for at in range(first, end) for finding in places.get(at, ())}.values()

    def mentions(self) -> tuple[Mention, ...]:
        """Return the evidence in reading order."""
        ordered = sorted(self.findings, key=lambda finding: (*finding.span.place, -finding.span.end))
        return tuple(finding.mention() for finding in ordered)


def _is_part(part: WordSpan, whole: WordSpan) -> bool:
    return whole.first <= part.first and part.end <= whole.end and part != whole
