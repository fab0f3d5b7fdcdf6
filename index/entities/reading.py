"""An article being read: its passages go in, findings are claimed one by one, mentions come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.document import Mention
from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity
from index.entities.forms import Form
from index.entities.known_names import Likeness
from index.entities.passage import Passage
from index.entities.ungluing import unglued


@dataclass(frozen=True, slots=True)
class Finding:
    """An entity named by the words from `first` to before `end` of a passage, and the rule that says so.

    `nested` findings lie inside the words of another one, and leave those to it.
    """

    passage: Passage
    first: int
    end: int
    entity: Entity
    rule: str
    confidence: float
    nested: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article: passage and word."""
        return self.passage.number, self.first

    def mention(self) -> Mention:
        """Return the finding as evidence, in code points of the paragraph; a name cut out of a glued word says so."""
        start, end = self.passage.span(self.first, self.end)
        glued = self.rule == "alias" and any(word.glued for word in self.passage.words[self.first : self.end])
        return Mention(
            kind=self.entity.kind,
            entity=self.entity.id,
            label=self.entity.label,
            ordinal=self.passage.ordinal,
            start=start,
            end=end,
            words=self.passage.text[start:end],
            rule="glued" if glued else self.rule,
            confidence=CONFIDENCE["glued"] if glued else self.confidence,
            listed=self.entity.listed,
        )


@dataclass(frozen=True, slots=True)
class Conditional:
    """A form found in the text that counts only together with other entities of the article."""

    form: Form
    passage: Passage
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that is like a listed person's, but not so that it could be resolved; best candidates first."""

    passage: Passage
    first: int
    end: int
    candidates: tuple[Likeness, ...]


class Reading:
    """What is known so far of one article; rules claim words in their order, and a word is claimed once."""

    __slots__ = ("_taken", "conditionals", "doubts", "findings", "passages")

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.findings: list[Finding] = []
        self.conditionals: list[Conditional] = []
        self.doubts: list[Doubt] = []
        self._taken = [bytearray(len(passage.words)) for passage in self.passages]

    @classmethod
    def of(cls, article: Article, names: Collection[str]) -> Reading:
        """Return the reading of an article: its title and body, nothing found yet; `names` as in `unglued`."""
        return cls(unglued([Passage.of(*numbered) for numbered in enumerate(article.searched())], names))

    def free(self, passage: Passage, first: int, end: int) -> bool:
        """Return whether no rule has claimed any of these words yet."""
        return not any(self._taken[passage.number][first:end])

    def take(self, passage: Passage, first: int, end: int) -> None:
        """Claim words without a finding: they name nothing of ours."""
        self._taken[passage.number][first:end] = b"\1" * (end - first)

    def claim(self, finding: Finding) -> None:
        """Accept a finding and claim its words."""
        self.findings.append(finding)
        if not finding.nested:
            self.take(finding.passage, finding.first, finding.end)

    def found(self, kind: str) -> Iterator[Finding]:
        """Yield the findings of a kind so far."""
        return (finding for finding in self.findings if finding.entity.kind == kind)

    def findings_in(self, passage: Passage) -> Iterator[Finding]:
        """Yield the findings in a passage so far."""
        return (finding for finding in self.findings if finding.passage is passage)

    def mentions(self) -> tuple[Mention, ...]:
        """Return the evidence in reading order."""
        ordered = sorted(self.findings, key=lambda finding: (*finding.place, -finding.end))
        return tuple(finding.mention() for finding in ordered)
