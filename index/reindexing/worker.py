"""Article files go in, one process's segments and what became of each file come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from index.article import Article, RawArticle
from index.cleaning import LineCounts, clean, line_keys
from index.cleaning.learning import origin
from index.columns import SegmentBuilder, SegmentSummary
from index.copies import signature
from index.document import IndexedArticle
from index.documents import documents
from index.errors import UnreadableArticleError
from index.reading import ArticleFile
from index.reindexing.catalogue import NOTHING, FileState, Learnt
from index.reindexing.entries import Entry, articles_of, entry_of, state_of, stumbled
from index.reindexing.planning import Task
from index.reindexing.recipe import Recipe
from index.reindexing.rehearsing import rehearse
from index.reindexing.stopwatch import Stage, Stopwatch
from index.reindexing.tools import KeptTools, Tools


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one worker has made: its segments, and the seconds that each stage took it."""

    segments: tuple[SegmentSummary, ...]
    seconds: Mapping[Stage, float]


class Worker:
    """Counts lines, then indexes articles, in one process, with the tools that it has kept or will."""

    def __init__(self, recipe: Recipe, kept: KeptTools) -> None:
        self._recipe = recipe
        self._kept = kept
        self._counts: list[LineCounts] = []
        self._learnt: Mapping[str, Learnt] = {}
        self._stopwatch = Stopwatch()
        self._builder = SegmentBuilder(recipe.folder, recipe.fields, recipe.memory)

    def prepare(self, is_asked: Callable[[], bool] = lambda: False) -> None:
        """Load what the first article would have to wait for, and make it until one `is_asked` for.

        Raises `GazetteerError`.
        """
        rehearse(self._tools, is_asked)

    def count(self, files: Sequence[ArticleFile]) -> int:
        """Count the lines of the articles of these files; return how many files there were."""
        with self._stopwatch.timed(Stage.LEARN):
            self._counts.append(LineCounts.of(lines for file in files for lines in self._lines(file)))
        return len(files)

    def counted(self) -> LineCounts:
        """The counts of all files so far."""
        return total(self._counts)

    def learn(self, learnt: Mapping[str, Learnt]) -> None:
        """Take these lines for the furniture of their sources from now on."""
        self._learnt = learnt

    def index(self, tasks: Sequence[Task]) -> list[FileState]:
        """Index the articles of these files, as far as they are not known; return what became of each file."""
        return [state_of(task.file, self._entries(task)) for task in tasks]

    def keep(self, articles: Sequence[Article]) -> list[str]:
        """Index articles from an earlier generation, whose files cannot be read now; return the ids of those made."""
        tools, ids = self._tools, []
        for article in articles:
            try:
                made = self._recognise(article, tools)
            except Exception:
                # A mistake of ours that is told with the file, or will be when that can be read.
                continue
            self._builder.add(made)
            ids.append(article.id)
        return ids

    def finish(self) -> Harvest:
        """Write what is left."""
        with self._stopwatch.timed(Stage.WRITE):
            segments = self._builder.finish()
        return Harvest(segments, self._stopwatch.seconds)

    def _lines(self, file: ArticleFile) -> Iterator[tuple[str, frozenset[int]]]:
        """To which source each article of a file counts, and the keys of its lines."""
        for raw in articles_of(file, self._recipe.limits):
            # What cannot be read, or divided into lines, is told when it is indexed.
            with suppress(Exception):
                if isinstance(raw, RawArticle):
                    yield origin(raw), line_keys(raw)

    def _entries(self, task: Task) -> Iterator[Entry | UnreadableArticleError]:
        """What becomes of each article of a file: it is indexed unless it is known, and no other came under its id."""
        known, met = _known(task.before), set[str]()
        for raw in self._articles(task.file):
            if isinstance(raw, UnreadableArticleError):
                yield raw
                continue
            entry = entry_of(raw)
            is_known = known.get(entry.article) == entry.content and entry.article not in met
            met.add(entry.article)
            yield entry if is_known else self._entered(raw, entry)

    def _entered(self, raw: RawArticle, entry: Entry) -> Entry | UnreadableArticleError:
        made = self._index_article(raw)
        if isinstance(made, UnreadableArticleError):
            return made
        with self._stopwatch.timed(Stage.WRITE):
            self._builder.add(made)
        return entry

    def _articles(self, file: ArticleFile) -> Iterator[RawArticle | UnreadableArticleError]:
        """The articles of a file; reading is timed, but not what is done with them."""
        found = articles_of(file, self._recipe.limits)
        while True:
            with self._stopwatch.timed(Stage.READ):
                article = next(found, None)
            if article is None:
                return
            yield article

    def _index_article(self, raw: RawArticle) -> IndexedArticle | UnreadableArticleError:
        tools = self._tools
        try:
            with self._stopwatch.timed(Stage.CLEAN):
                article = clean(raw, self._learnt.get(origin(raw), NOTHING).lines)
            if not article.searched():
                return UnreadableArticleError(Path(raw.path), "holds no text of an article", raw.line)
            return self._recognise(article, tools)
        except Exception as error:
            return stumbled(Path(raw.path), error, raw.line)

    def _recognise(self, article: Article, tools: Tools) -> IndexedArticle:
        with self._stopwatch.timed(Stage.RECOGNISE):
            mentions = tools.recogniser.mentions(article)
        with self._stopwatch.timed(Stage.ANALYSE):
            analysed = documents(article, mentions, tools.analyzer, tools.names)
        with self._stopwatch.timed(Stage.SIGN):
            signed = signature(article)
        return IndexedArticle(article, analysed, mentions, signed)

    @cached_property
    def _tools(self) -> Tools:
        with self._stopwatch.timed(Stage.PREPARE):
            return self._kept.of(self._recipe)


def total(counts: Sequence[LineCounts]) -> LineCounts:
    """The sum of many counts, added in pairs, so that no count is added up more than a few times."""
    while len(counts) > 1:
        pairs = zip(counts[::2], counts[1::2], strict=False)
        counts = [one.plus(other) for one, other in pairs] + list(counts[len(counts) // 2 * 2 :])
    return counts[0] if counts else LineCounts({})


def _known(state: FileState | None) -> dict[str, str]:
    """The content of each article of a file that stands in the index, as far as it is known."""
    return {} if state is None else dict(zip(state.articles.split(), state.contents.split(), strict=False))
