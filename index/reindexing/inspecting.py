"""One article file goes in; what a run makes of it comes out: every line with its zone and rule, and what is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Article, RawArticle
from index.cleaning import clean
from index.cleaning.learning import origin
from index.config import Config
from index.document import Mention, RefusedName
from index.errors import UnreadableArticleError
from index.reading import read_file
from index.reindexing.base import open_base
from index.reindexing.catalogue import NOTHING
from index.reindexing.recipe import Recipe
from index.reindexing.scanning import relative_name
from index.reindexing.tools import Tools


@dataclass(frozen=True, slots=True)
class InspectedArticle:
    """An article as a run would index it, with the evidence for its facet values and against those it has not."""

    article: Article
    mentions: tuple[Mention, ...]
    refused: tuple[RefusedName, ...]


def inspect(config: Config, path: Path) -> Iterator[InspectedArticle | UnreadableArticleError]:
    """The articles of a file, which need not stand in the archive; the index need not exist."""
    recipe = Recipe.of(config)
    base = open_base(config.index)
    learnt = base.catalogue.learnt
    tools = Tools.of(recipe)
    path = path.absolute()
    name = relative_name(path, base.named(config.articles))
    for found in read_file(path, path.name if name == str(path) else name, recipe.limits):
        if isinstance(found, RawArticle):
            article = clean(found, learnt.get(origin(found), NOTHING).lines)
            reading = tools.recogniser.read(article)
            yield InspectedArticle(article, reading.mentions(), tools.recogniser.refused(reading))
        else:
            yield found
