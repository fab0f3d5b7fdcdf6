"""Article files go in, one process's segments and what became of each file come out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from index.analysis import Analyzer
from index.article import Article, RawArticle
from index.cleaning import LineCounts, clean, line_keys
from index.cleaning.learning import origin
from index.columns import SegmentBuilder, SegmentSummary
from index.copies import signature
from index.document import IndexedArticle
from index.documents import documents
from index.entities.loading import load_gazetteer
from index.entities.recognise import Recogniser
from index.errors import UnreadableArticleError
from index.reading import ArticleFile, read_file
from index.reindexing.catalogue import NOTHING, Fault, FileState, Learnt, written_faults
from index.reindexing.parsed import read_parsed
from index.reindexing.recipe import Recipe
from index.reindexing.scanning import digest
from index.reindexing.stopwatch import Stage, Stopwatch


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one worker has made: its segments, and the seconds that each stage took it."""

    segments: tuple[SegmentSummary, ...]
    seconds: Mapping[Stage, float]


@dataclass(frozen=True, slots=True)
class Tools:
    """What finds names and words in articles; `names` are the folded words of the gazetteers."""

    recogniser: Recogniser
    analyzer: Analyzer
    names: frozenset[str]

    @classmethod
    def of(cls, recipe: Recipe) -> Tools:
        """Load the gazetteers. Raises `GazetteerError`."""
        gazetteer = load_gazetteer(recipe.gazetteers, recipe.own, partial(read_parsed, folder=recipe.folder))
        names = gazetteer.name_tokens()
        return cls(Recogniser(gazetteer), Analyzer(names), names)


class Worker:
    """Counts lines, then indexes articles, in one process."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._counts: list[LineCounts] = []
        self._learnt: Mapping[str, Learnt] = {}
        self._stopwatch = Stopwatch()
        self._builder = SegmentBuilder(recipe.folder, recipe.fields, recipe.memory)

    def count(self, files: Sequence[ArticleFile]) -> int:
        """Count the lines of the articles of these files; return how many files there were."""
        with self._stopwatch.timed(Stage.LEARN):
            found = (raw for file in files for raw in self._read(file) if isinstance(raw, RawArticle))
            self._counts.append(LineCounts.of((origin(raw), line_keys(raw)) for raw in found))
        return len(files)

    def counted(self) -> LineCounts:
        """The counts of all files so far."""
        return total(self._counts)

    def learn(self, learnt: Mapping[str, Learnt]) -> None:
        """Take these lines for the furniture of their sources from now on."""
        self._learnt = learnt

    def index(self, files: Sequence[ArticleFile]) -> list[FileState]:
        """Index the articles of these files; return what became of each."""
        return [self._index_file(file) for file in files]

    def keep(self, articles: Sequence[Article]) -> int:
        """Index articles from an earlier generation, whose files cannot be read now."""
        for article in articles:
            self._add(self._recognise(article, self._tools))
        return len(articles)

    def finish(self) -> Harvest:
        """Write what is left."""
        with self._stopwatch.timed(Stage.WRITE):
            segments = self._builder.finish()
        return Harvest(segments, self._stopwatch.seconds)

    def _index_file(self, file: ArticleFile) -> FileState:
        # Before it is read: if it changes meanwhile, the next run sees another hash, and reads it again.
        hashed = digest(file.path)
        articles: dict[str, str] = {}
        faults: list[Fault] = []
        for found in self._articles(file):
            made = self._index_article(found) if isinstance(found, RawArticle) else found
            if isinstance(made, UnreadableArticleError):
                faults.append(Fault(file.relative, made.line, made.reason))
            else:
                indexed, source = made
                self._add(indexed)
                articles[indexed.article.id] = source
        origins = json.dumps(Counter(articles.values()))
        return FileState(file.relative, file.stamp, hashed, " ".join(articles), origins, written_faults(faults))

    def _articles(self, file: ArticleFile) -> Iterator[RawArticle | UnreadableArticleError]:
        """The articles of a file; reading is timed, but not what is done with them."""
        found = self._read(file)
        while True:
            with self._stopwatch.timed(Stage.READ):
                article = next(found, None)
            if article is None:
                return
            yield article

    def _read(self, file: ArticleFile) -> Iterator[RawArticle | UnreadableArticleError]:
        try:
            yield from read_file(file.path, file.relative, self._recipe.limits)
        except Exception as error:
            yield _stumbled(file.path, error)

    def _index_article(self, raw: RawArticle) -> tuple[IndexedArticle, str] | UnreadableArticleError:
        """The article, and to which source it counts."""
        tools, source = self._tools, origin(raw)
        try:
            with self._stopwatch.timed(Stage.CLEAN):
                article = clean(raw, self._learnt.get(source, NOTHING).lines)
            if not article.searched():
                return UnreadableArticleError(Path(raw.path), "holds no text of an article")
            return self._recognise(article, tools), source
        except Exception as error:
            return _stumbled(Path(raw.path), error)

    def _recognise(self, article: Article, tools: Tools) -> IndexedArticle:
        with self._stopwatch.timed(Stage.RECOGNISE):
            mentions = tools.recogniser.mentions(article)
        with self._stopwatch.timed(Stage.ANALYSE):
            analysed = documents(article, mentions, tools.analyzer, tools.names)
        with self._stopwatch.timed(Stage.SIGN):
            signed = signature(article)
        return IndexedArticle(article, analysed, mentions, signed)

    def _add(self, article: IndexedArticle) -> None:
        with self._stopwatch.timed(Stage.WRITE):
            self._builder.add(article)

    @cached_property
    def _tools(self) -> Tools:
        with self._stopwatch.timed(Stage.PREPARE):
            return Tools.of(self._recipe)


def total(counts: Sequence[LineCounts]) -> LineCounts:
    """The sum of many counts, added in pairs, so that no count is added up more than a few times."""
    while len(counts) > 1:
        pairs = zip(counts[::2], counts[1::2], strict=False)
        counts = [one.plus(other) for one, other in pairs] + list(counts[len(counts) // 2 * 2 :])
    return counts[0] if counts else LineCounts({})


def _stumbled(path: Path, error: Exception) -> UnreadableArticleError:
    """A mistake of ours costs the article that brought it to light, and not the other hundred thousand."""
    return UnreadableArticleError(path, f"cannot be indexed, please report this ({type(error).__name__}: {error})")
