"""A `Query` goes in, `Results` come out: one generation, searched, labelled and highlighted."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from string import ascii_lowercase

from index.analysis import Analyzer, clean_text
from index.article import Article, Paragraph
from index.config.settings import LimitsConfig
from index.document import by_paragraph
from index.documents import SEPARATOR
from index.entities.gazetteer.gazetteer import Gazetteer
from index.errors import SearchTimeoutError
from search.advice import FEW, Advisor
from search.correcting import Corrector
from search.costing import ArticleCounter
from search.engine import Searcher
from search.facets import FacetLabeller
from search.fragments import fragment
from search.highlighting import Highlighter
from search.lexicon import Lexicon
from search.matches import ArticleMatch, Matches, StoredArticle
from search.naming import Naming
from search.plan import All, Clause, Nothing, Plan
from search.planning import Planner
from search.query import Query
from search.results import Advice, ArticleView, ExportedParagraph, Hit, Months, ParagraphHit, Results, Span, Suggestion
from search.suggesting import Suggester

_SHOWN_COMPLETIONS = 10
# Hits in which what matches is marked even when the time is up: it takes a millisecond of each.
_MARKED = 10


class Search:
    """Answers queries from one generation; immutable, and used by many threads at once."""

    def __init__(
        self,
        searcher: Searcher,
        gazetteer: Gazetteer,
        analyzer: Analyzer,
        kinds: tuple[str, ...],
        limits: LimitsConfig,
    ) -> None:
        self._searcher = searcher
        self._seconds = limits.search_seconds
        self._naming = Naming(gazetteer, searcher, kinds)
        self._planner = Planner(analyzer, searcher, self._naming, limits)
        self._highlighter = Highlighter(analyzer, gazetteer.name_tokens())
        lexicon = Lexicon(searcher, gazetteer, self._naming)
        self._labeller = FacetLabeller(searcher, self._naming, lexicon)
        corrector = Corrector(searcher, analyzer, lexicon, self._naming, self._highlighter)
        self._advisor = Advisor(self._planner, corrector)
        self._suggester = Suggester(lexicon, self._naming, analyzer)

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._searcher.generation

    def prepare(self) -> None:
        """Make now what the first readers would wait for: the tables of names and labels, the first completions.

        Takes up to a second for a large archive; may run beside answers.
        """
        for kind in self._naming.kinds:
            self._naming.labels(kind)
        self._planner.plan(Query("a"))
        for letter in ascii_lowercase:
            self._suggester.suggest(letter, _SHOWN_COMPLETIONS)

    def answer(self, query: Query) -> Results:
        """One page of results; any text is a query. Raises `SearchTimeoutError` or `DamagedIndexError`."""
        began = time.perf_counter()
        counter = ArticleCounter(self._searcher, self._planner, query, time.monotonic() + self._seconds)
        planned = self._planner.plan(query)
        matches = self._match(planned.plan, counter)
        hits = tuple(self._hits(planned.plan.match, matches, counter))
        few = matches.articles < FEW and not matches.partial
        advice = self._advisor.advise(planned, matches.articles, counter) if few else Advice()
        return Results(
            query=query,
            understanding=planned.understanding,
            generation=matches.generation,
            took_ms=(time.perf_counter() - began) * 1000,
            articles=matches.articles,
            paragraphs=matches.paragraphs,
            hits=hits,
            facets=self._labeller.labelled(matches, planned.asked, counter),
            months=_months(matches),
            undated=matches.undated,
            partial=matches.partial,
            notes=planned.notes + matches.notes + ("unmarked",) * (len(hits) > _MARKED and not counter.left),
            advice=advice,
        )

    def months(self, query: Query, spent_ms: float) -> tuple[Months, int]:
        """The months of `Results` and the undated articles alone, in what `spent_ms` leave of the time; else none."""
        end = time.monotonic() + self._seconds - spent_ms / 1000
        counter = ArticleCounter(self._searcher, self._planner, query, end)
        plan = self._planner.counting(query, self._planner.plan(query).asked)
        matches = counter.match(replace(plan, histogram=True))
        return (_months(matches), matches.undated) if matches else ((), 0)

    def _match(self, plan: Plan, counter: ArticleCounter) -> Matches:
        """What matches a plan, in the time that planning has left."""
        try:
            return self._searcher.match(replace(plan, seconds=counter.left))
        except SearchTimeoutError as error:
            raise SearchTimeoutError(self._seconds) from error

    def canonical(self, query: Query) -> Query:
        """The query with every facet value that somebody knows given by its id."""

        def named(kind: str, values: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(self._naming.resolve(kind, value) or value for value in values))

        def spelt(kind: str, key: str) -> str:
            value, separator, spelling = key.partition(SEPARATOR)
            return f"{named(kind, (value,))[0]}{SEPARATOR}{spelling}" if separator else key

        filters = (
            replace(
                each,
                values=named(each.kind, each.values),
                excluded=named(each.kind, each.excluded),
                spellings=tuple(spelt(each.kind, key) for key in each.spellings),
            )
            for each in query.filters
        )
        return replace(query, filters=tuple(filters))

    def article(self, article_id: str, query: Query) -> ArticleView | None:
        """An article for a page of its own, with what matches a query marked; None where there is none of this id."""
        stored = self._searcher.stored([article_id])[0]
        if stored is None:
            return None
        clause = self._planner.plan(query).plan.match
        article, mentions = stored.article, stored.mentions
        highlights = self._highlighter.highlights(
            clause, article, mentions, (each.ordinal for each in article.searched())
        )
        marked = {ordinal: spans for ordinal, spans in highlights.items() if spans}
        copies = self._searcher.stored(self._searcher.copies(article_id))
        return ArticleView(article, marked, mentions, tuple(copy.article for copy in copies if copy))

    def suggest(self, text: str, limit: int) -> tuple[Suggestion, ...]:
        """Completions of the last words in the search box: entities first, then words."""
        return self._suggester.suggest(clean_text(text), limit)

    def export(self, query: Query) -> Iterator[ExportedParagraph]:
        """Every matching paragraph, copies included, article by article in the order of the results.

        Everything there is, in the order of the index, for a query that asks for nothing.
        """
        plan = self._planner.plan(query).plan
        if plan.match == All() and not plan.filters and plan.after is None and plan.before is None:
            for stored in self._searcher.articles():
                yield from _exported(stored, (paragraph.ordinal for paragraph in stored.article.searched()))
            return
        for match, stored in self._every_match(plan):
            yield from _exported(stored, sorted(paragraph.ordinal for paragraph in match.paragraphs))

    def _every_match(self, plan: Plan) -> Iterator[tuple[ArticleMatch, StoredArticle]]:
        """Every hit of a plan with all its matching paragraphs; its article is fetched when it is its turn."""
        every = replace(
            plan, offset=0, limit=None, paragraphs=None, facets=(), histogram=False, fold_copies=False, seconds=None
        )
        for match in self._searcher.match(every).hits:
            for stored in filter(None, self._searcher.stored([match.article])):
                yield match, stored

    def _hits(self, clause: Clause, matches: Matches, counter: ArticleCounter) -> Iterator[Hit]:
        """The hits as readers see them; behind the first ones, nothing is marked when the time is up."""
        ids = dict.fromkeys(key for match in matches.hits for key in (match.article, *match.copies))
        stored = dict(zip(ids, self._searcher.stored(tuple(ids)), strict=True))
        for place, match in enumerate(matches.hits):
            if (found := stored[match.article]) is not None:
                marked = clause if place < _MARKED or counter.left else Nothing()
                copies = tuple(copy.article for key in match.copies if (copy := stored[key]) is not None)
                yield self._hit(marked, match, found, copies)

    def _hit(self, clause: Clause, match: ArticleMatch, stored: StoredArticle, copies: tuple[Article, ...]) -> Hit:
        article = stored.article
        shown = [paragraph.ordinal for paragraph in match.paragraphs]
        title = [paragraph.ordinal for paragraph in _title_paragraph(article)]
        marked = self._highlighter.highlights(clause, article, stored.mentions, [*shown, *title])
        return Hit(
            article=article,
            score=match.score,
            matching_paragraphs=match.matching_paragraphs,
            paragraphs=tuple(_paragraph_hit(article, each.ordinal, each.score, marked) for each in match.paragraphs),
            title_highlights=tuple(_clipped(marked[title[0]], len(article.title))) if title else (),
            copies=copies,
        )


def _months(matches: Matches) -> Months:
    return tuple((date(month // 12, month % 12 + 1, 1), count) for month, count in matches.months)


def _title_paragraph(article: Article) -> list[Paragraph]:
    """The paragraph that holds the words of the title, if one does: it may begin with them."""
    title = article.title.rstrip("… ")
    return [paragraph for paragraph in article.searched() if paragraph.text.startswith(title)][:1]


def _clipped(spans: Iterable[Span], end: int) -> Iterator[Span]:
    return ((start, min(stop, end)) for start, stop in spans if start < end)


def _paragraph_hit(
    article: Article, ordinal: int, score: float, marked: Mapping[int, tuple[Span, ...]]
) -> ParagraphHit:
    text = article.paragraphs[ordinal].text
    return ParagraphHit(ordinal, text, score, marked[ordinal], fragment(text, marked[ordinal]))


def _exported(stored: StoredArticle, ordinals: Iterable[int]) -> Iterator[ExportedParagraph]:
    mentions = by_paragraph(stored.mentions)
    for ordinal in ordinals:
        yield ExportedParagraph(stored.article, stored.article.paragraphs[ordinal], tuple(mentions.get(ordinal, ())))
