"""A query that found little goes in; what might have been meant, and what each part of it costs, come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.correcting import Corrector, corrected
from search.costing import ArticleCounter
from search.planning import Asked, Planned, Planner
from search.results import Advice, AdvisedPart, Relaxation

# With fewer articles than this, readers are advised.
FEW = 3
# Each costs two evaluations that only count.
_MOST_PARTS = 12


class Advisor:
    """Advises readers of one generation."""

    def __init__(self, planner: Planner, corrector: Corrector) -> None:
        self._planner = planner
        self._corrector = corrector

    def advise(self, planned: Planned, articles: int, count: ArticleCounter) -> Advice:
        """Advice on a query that `articles` articles satisfy, while `count` has time; nothing is applied by itself."""
        advice = self._correct(planned, articles, count)
        costs = tuple(_costs(planned.asked, count))
        if advice.corrected is not None and not any(each.alone or each.without for each in costs):
            return advice
        return replace(advice, relaxations=costs, drop=_dispensable(costs, planned.asked, articles))

    def _correct(self, planned: Planned, articles: int, count: ArticleCounter) -> Advice:
        """The corrections, if they find more than the query does, or without them it could find nothing."""
        corrections = self._corrector.corrections(planned.syntax, count)
        if not corrections:
            return Advice()
        text = corrected(planned.syntax.text, corrections)
        found = count.articles(self._planner.plan(replace(count.query, text=text)).asked)
        hopeless = articles == 0 and not any(each.known for each in corrections)
        if found is None or (found <= articles and not hopeless):
            return Advice()
        return Advice(text, tuple((each.typed, each.suggested) for each in corrections))


def _dispensable(costs: Sequence[Relaxation], asked: Asked, articles: int) -> AdvisedPart | None:
    """The part without which most is found, a name only where nothing else will do: readers know whom they look for."""
    names = {part.typed for part in asked.parts if part.is_name}
    helpful = [each for each in costs if each.without > articles]
    best = max(helpful, key=lambda each: (each.part.words not in names, each.without), default=None)
    return best.part if best is not None else None


def _costs(asked: Asked, count: ArticleCounter) -> Iterator[Relaxation]:
    """What each part costs; nothing where there is only one, and no more parts than there is time for."""
    parts = list(_parts(asked))[:_MOST_PARTS]
    for part, alone, others in parts if len(parts) > 1 else ():
        with_it, without_it = count.articles(alone), count.articles(others)
        if with_it is None or without_it is None:
            return
        yield Relaxation(part, with_it, without_it)


def _parts(asked: Asked) -> Iterator[tuple[AdvisedPart, Asked, Asked]]:
    """For each thing that is asked for: what to tell of it, it alone, and everything else."""
    for part in asked.parts:
        others = tuple(other for other in asked.parts if other is not part)
        yield AdvisedPart(part.typed), Asked(parts=(part,)), replace(asked, parts=others)
    for chosen in asked.chosen:
        others_chosen = tuple(other for other in asked.chosen if other is not chosen)
        for told, alone, rest in chosen.pieces():
            yield AdvisedPart(chosen=told), Asked(chosen=(alone,)), replace(asked, chosen=(*others_chosen, rest))
    if asked.after:
        yield AdvisedPart(after=asked.after), Asked(after=asked.after), replace(asked, after=None)
    if asked.before:
        yield AdvisedPart(before=asked.before), Asked(before=asked.before), replace(asked, before=None)
