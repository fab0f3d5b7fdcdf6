"""A plan and a collection go in, the collection's `Matches` come out."""

from __future__ import annotations

from index.columns.lazy import lazy
from index.errors import SearchTimeoutError
from search.columnar.articles import ArticleMatcher
from search.columnar.collection import Collection
from search.columnar.counting import Counted, nothing_counted
from search.columnar.deadline import Deadline
from search.columnar.expansion import Lexicon
from search.columnar.filtering import Filtered, apply_filters, carriers, narrowed
from search.columnar.found import Found
from search.columnar.hits import Hits
from search.columnar.matching import Matcher
from search.columnar.selection import Selection
from search.matches import FacetCounts, Matches
from search.plan import FacetRequest, Plan, Term


class Evaluation:
    """One evaluation of one plan; used once, by one thread."""

    def __init__(self, collection: Collection, plan: Plan) -> None:
        self._collection = collection
        self._plan = plan
        self._lexicon = Lexicon(collection)
        self._deadline = Deadline(plan.seconds)
        # One for each segment that there was time for.
        self._found: list[Found] = []
        self._filtered: list[Filtered] = []
        self._cut_short = False

    def run(self) -> Matches:
        """Raises `SearchTimeoutError` where the time was too short for anything."""
        self._select()
        hits = self._hits().window()
        facets = tuple(self._facet(request) for request in self._plan.facets)
        holding = tuple(map(self._holding, self._plan.holding))
        months, undated = self._counted.months() if self._plan.histogram else ((), 0)
        return Matches(
            generation=self._collection.generation,
            articles=self._counted.total,
            paragraphs=self._counted.paragraphs,
            hits=hits,
            facets=facets,
            months=months,
            undated=undated,
            holding=holding,
            partial=self._cut_short,
            notes=(*self._lexicon.notes, *(("deadline",) if self._cut_short else ())),
        )

    def _select(self) -> None:
        try:
            for number in range(len(self._collection.parts)):
                matcher = Matcher(self._collection, number, self._lexicon, self._deadline)
                articles = ArticleMatcher(self._plan.match, matcher)
                self._filtered.append(apply_filters(self._plan, articles.select()))
                self._found.append(articles.found)
        except SearchTimeoutError:
            if not self._filtered:
                raise
            self._cut_short = True

    def _hits(self) -> Hits:
        return Hits(self._collection, self._plan, self._counted, self._found)

    # counts

    @lazy
    def _counted(self) -> Counted:
        return self._count([each.selection() for each in self._filtered])

    def _count(self, selections: list[Selection]) -> Counted:
        return Counted(self._collection, selections, self._plan.fold_copies, self._plan.together)

    def _holding(self, term: Term) -> int:
        """How many of the articles hold a term; 0 where there is no time left to look."""
        try:
            self._deadline.check()
        except SearchTimeoutError:
            self._cut_short = True
            return 0
        together = self._plan.together
        selections = [each.selection() for each in self._filtered]
        holders = [carriers(each, term.field, [term.text], together) for each in selections]
        return self._count([narrowed(*pair, together) for pair in zip(selections, holders, strict=True)]).total

    def _facet(self, request: FacetRequest) -> FacetCounts:
        try:
            self._deadline.check()
        except SearchTimeoutError:
            self._cut_short = True
            return nothing_counted(request)
        if not any(each.concerns(request.field) for each in self._filtered):
            return self._counted.facet(request)
        return self._count([each.selection(request.field) for each in self._filtered]).facet(request)
