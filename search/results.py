"""What a reader gets: `Results`, labelled and highlighted, with how the query was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from index.article import Article, Paragraph
from index.document import Mention
from search.query import FacetFilter, Query, ValueMatch

Span = tuple[int, int]
# The first day of each month, and its articles.
Months = tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class ParagraphHit:
    """A paragraph of a hit; `highlights` are (start, end) code points of `text`, in order, never overlapping.

    `fragment` is the part of `text` worth showing where the whole is long: (0, len(text)) otherwise.
    """

    ordinal: int
    text: str
    score: float
    highlights: tuple[Span, ...]
    fragment: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches, with its best paragraphs, and its syndicated copies, which count as one with it."""

    article: Article
    score: float
    matching_paragraphs: int
    paragraphs: tuple[ParagraphHit, ...]
    title_highlights: tuple[Span, ...] = ()
    copies: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class SpellingCount:
    """One spelling under which a facet value was seen: `key` filters by it, `words` shows it.

    `count` is in articles: as many as the query would find with this spelling in place of the ones chosen.
    """

    key: str
    words: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet with the articles it would leave; `listed` is false for a name no gazetteer knows."""

    id: str
    label: str
    count: int
    paragraphs: int
    selected: bool = False
    excluded: bool = False
    listed: bool = True
    spellings: tuple[SpellingCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its values, commonest first, selected ones always among them; `distinct` counts all there are."""

    kind: str
    values: tuple[FacetValue, ...]
    distinct: int
    match: ValueMatch


@dataclass(frozen=True, slots=True)
class UnderstoodWord:
    """A word or phrase as typed, the forms searched for it, and the entities (kind, id, label) it stands for."""

    typed: str
    forms: tuple[str, ...]
    entities: tuple[tuple[str, str, str], ...] = ()
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of the query that was not searched, and why: a reason code that front ends translate."""

    typed: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A facet value that nobody knows under that name."""

    kind: str
    typed: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a query was understood: what was searched, what was ignored and why, which values are unknown.

    `notation` writes the whole query as it was read, with operators and parentheses explicit.
    """

    words: tuple[UnderstoodWord, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    unknown: tuple[UnknownValue, ...] = ()
    notation: str = ""


@dataclass(frozen=True, slots=True)
class AdvisedPart:
    """One of the things that a query asks for: words as typed, or a filter, or a first or last day.

    As a text it is the words, or what docs/api.md says of a filter: "kind:value".
    """

    words: str = ""
    chosen: FacetFilter | None = None
    after: date | None = None
    before: date | None = None

    def __str__(self) -> str:
        if (chosen := self.chosen) is not None:
            values = f"{chosen.kind}:{','.join(chosen.values or chosen.excluded)}"
            return f"{chosen.kind}_spelling" if chosen.spellings else "-" * bool(chosen.excluded) + values
        return self.words or (f"after:{self.after}" if self.after else f"before:{self.before}")


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How many articles there would be with one part of the query alone, and with all but that part."""

    part: AdvisedPart
    alone: int
    without: int


@dataclass(frozen=True, slots=True)
class Advice:
    """For a query that found little: words that may have been meant, and what each part costs.

    `corrected` is the query text with the suggested words put in, None where there is nothing to suggest.
    """

    corrected: str | None = None
    replacements: tuple[tuple[str, str], ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    drop: AdvisedPart | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query, from one generation.

    `articles` counts stories where copies are folded. `notes` are codes of what was cut short; `partial` says that
    totals are lower bounds.
    """

    query: Query
    understanding: Understanding
    generation: str
    took_ms: float
    articles: int
    paragraphs: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    months: Months = ()
    undated: int = 0
    partial: bool = False
    notes: tuple[str, ...] = ()
    advice: Advice = field(default_factory=Advice)

    @property
    def pages(self) -> int:
        """The number of pages that the hits fill."""
        return -(-self.articles // self.query.per_page)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article for a page of its own: all its zones, the spans that match a query by ordinal, and the evidence.

    `copies` are the near-copies of the article, whether they match or not.
    """

    article: Article
    highlights: Mapping[int, tuple[Span, ...]]
    mentions: tuple[Mention, ...]
    copies: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion of what stands in the search box.

    `text` is what to show; `kind` and `id` name an entity ("" for a plain word); `count` is in articles for entities,
    in paragraphs for words; `replacement` is the whole text of the box with the completion put in.
    """

    text: str
    kind: str
    id: str
    count: int
    replacement: str


@dataclass(frozen=True, slots=True)
class ExportedParagraph:
    """One line of an export: a paragraph, its article, and the evidence for the facet values of the paragraph."""

    article: Article
    paragraph: Paragraph
    mentions: tuple[Mention, ...]
