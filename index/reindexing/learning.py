"""Line counts and what was learnt before go in; which sources must be learnt anew, and their furniture, come out.

A source is learnt anew when half as many articles again have come since, or half of them have gone: the furniture stays
what a full run would find, near enough, and every article is read again a bounded number of times however many come.
A full run learns every source from all its articles, so that what it finds depends on no order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from index.cleaning import LineCounts
from index.cleaning.learning import FEWEST
from index.reading import ArticleFile
from index.reindexing.catalogue import NOTHING, FileState, Learnt
from index.reindexing.planning import Plan, of_sources
from index.reindexing.progress import Progress
from index.reindexing.stopwatch import Stage
from index.reindexing.worker import Worker, total
from index.reindexing.workers import Workers, batches

GROWTH, SHRINKAGE = 1.5, 0.5


def learn_sources(crew: Workers, plan: Plan, progress: Progress) -> tuple[dict[str, Learnt], frozenset[str]]:
    """What is known of each source for this run, and the sources of which that is something else than before."""
    known = {} if plan.why_full else plan.base.catalogue.learnt
    counts = _count(crew, plan.files, progress)
    articles = articles_by_origin(plan.unread)
    articles.update({name: tally.articles for name, tally in counts.tallies.items()})
    stale = outgrown(known, articles)
    if unread := of_sources(plan.unread, stale):
        counts = _count(crew, [plan.found.files[state.path] for state in unread], progress)
    fresh = learn(counts, stale)
    altered = frozenset(name for name, now in fresh.items() if now.lines != known.get(name, NOTHING).lines)
    present = {name: learnt for name, learnt in known.items() if name in articles}
    return present | fresh, altered


def _count(crew: Workers, files: Sequence[ArticleFile], progress: Progress) -> LineCounts:
    """The counts of these files and of those that were counted before."""
    progress.begin(Stage.LEARN, len(files))
    for done in crew.spread(Worker.count, batches(files)):
        progress.advance(done)
    return total(crew.everyone(Worker.counted))


def articles_by_origin(states: Iterable[FileState]) -> Counter[str]:
    """How many articles of these files count to each source."""
    articles: Counter[str] = Counter()
    # Nearly all files of a source say the same, so that few texts need to be parsed.
    for written, files in Counter(state.origins for state in states if state.origins).items():
        for name, count in json.loads(written).items():
            articles[name] += count * files
    return articles


def outgrown(learnt: Mapping[str, Learnt], articles: Mapping[str, int]) -> frozenset[str]:
    """The sources with enough articles to learn from, and too many or too few for what was learnt of them."""
    return frozenset(
        name for name, count in articles.items() if count >= FEWEST and _has_outgrown(learnt.get(name), count)
    )


def _has_outgrown(known: Learnt | None, articles: int) -> bool:
    return known is None or not known.articles * SHRINKAGE < articles < known.articles * GROWTH


def learn(counts: LineCounts, sources: Iterable[str]) -> dict[str, Learnt]:
    """What the counts tell of these sources; nothing of those whose files could not be read when they were counted."""
    return {
        name: Learnt(counts.tallies[name].articles, counts.learnt(name)) for name in sources if name in counts.tallies
    }
