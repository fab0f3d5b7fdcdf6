"""Article files go in, one process's segments and what became of each file come out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from index.analysis import Analyzer
from index.article import Article, RawArticle
from index.cleaning import LineCounts, article_id, clean, line_keys
from index.cleaning.learning import origin
from index.columns import SegmentBuilder, SegmentSummary
from index.copies import signature
from index.document import IndexedArticle
from index.documents import documents
from index.entities.gazetteer.loading import load_gazetteer
from index.entities.recognise import Recogniser
from index.errors import UnreadableArticleError
from index.reading import ArticleFile, read_file
from index.reindexing.catalogue import NOTHING, Fault, FileState, Learnt, written_faults
from index.reindexing.parsed import read_parsed
from index.reindexing.planning import Task
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


class Entry(NamedTuple):
    """An article of a file that stands in the index: its id, a hash of its content, its source, what is in doubt."""

    article: str
    content: str
    origin: str
    doubts: tuple[Fault, ...]


class Worker:
    """Counts lines, then indexes articles, in one process."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._counts: list[LineCounts] = []
        self._learnt: Mapping[str, Learnt] = {}
        self._stopwatch = Stopwatch()
        self._builder = SegmentBuilder(recipe.folder, recipe.fields, recipe.memory)

    def prepare(self) -> None:
        """Load what the first article would have to wait for. Raises `GazetteerError`."""
        _ = self._tools

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
        return [self._index_file(task) for task in tasks]

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
        for raw in self._read(file):
            # What cannot be read, or divided into lines, is told when it is indexed.
            with suppress(Exception):
                if isinstance(raw, RawArticle):
                    yield origin(raw), line_keys(raw)

    def _index_file(self, task: Task) -> FileState:
        file = task.file
        # Before it is read: if it changes meanwhile, the next run sees another hash, and reads it again.
        hashed = digest(file.path)
        known = _known(task.before)
        entries: dict[str, Entry] = {}
        faults: list[Fault] = []
        for found in self._articles(file):
            made = self._entered(found, known, entries) if isinstance(found, RawArticle) else found
            if isinstance(made, UnreadableArticleError):
                faults.append(Fault(file.relative, made.line, made.reason))
            else:
                entries[made.article] = made
        contents = " ".join(entry.content for entry in entries.values()) if len(entries) > 1 else ""
        origins = json.dumps(Counter(entry.origin for entry in entries.values()))
        return FileState(
            file.relative,
            file.stamp,
            hashed,
            " ".join(entries),
            contents,
            origins,
            written_faults(faults),
            written_faults(doubt for entry in entries.values() for doubt in entry.doubts),
        )

    def _entered(
        self, raw: RawArticle, known: Mapping[str, str], entries: Container[str]
    ) -> Entry | UnreadableArticleError:
        """The entry of an article, which is indexed unless its content is `known` and no other came under its id."""
        doubts = tuple(Fault(raw.path, raw.line, doubt) for doubt in raw.doubts)
        entry = Entry(article_id(raw.path, raw.key), _content(raw), origin(raw), doubts)
        if known.get(entry.article) == entry.content and entry.article not in entries:
            return entry
        made = self._index_article(raw)
        if isinstance(made, UnreadableArticleError):
            return made
        with self._stopwatch.timed(Stage.WRITE):
            self._builder.add(made)
        return entry

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

    def _index_article(self, raw: RawArticle) -> IndexedArticle | UnreadableArticleError:
        tools = self._tools
        try:
            with self._stopwatch.timed(Stage.CLEAN):
                article = clean(raw, self._learnt.get(origin(raw), NOTHING).lines)
            if not article.searched():
                return UnreadableArticleError(Path(raw.path), "holds no text of an article", raw.line)
            return self._recognise(article, tools)
        except Exception as error:
            return _stumbled(Path(raw.path), error, raw.line)

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
            return Tools.of(self._recipe)


def total(counts: Sequence[LineCounts]) -> LineCounts:
    """The sum of many counts, added in pairs, so that no count is added up more than a few times."""
    while len(counts) > 1:
        pairs = zip(counts[::2], counts[1::2], strict=False)
        counts = [one.plus(other) for one, other in pairs] + list(counts[len(counts) // 2 * 2 :])
    return counts[0] if counts else LineCounts({})


def _known(state: FileState | None) -> dict[str, str]:
    """The content of each article of a file that stands in the index, as far as it is known."""
    return {} if state is None else dict(zip(state.articles.split(), state.contents.split(), strict=False))


def _content(raw: RawArticle) -> str:
    return blake2b(repr(raw).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()


def _stumbled(path: Path, error: Exception, line: int | None = None) -> UnreadableArticleError:
    """A mistake of ours costs the article that brought it to light, and not the other hundred thousand."""
    reason = f"cannot be indexed, please report this ({type(error).__name__}: {error})"
    return UnreadableArticleError(path, reason, line)
