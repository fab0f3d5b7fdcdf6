"""The name of an article file goes in, as a shell or the page has it; where the file is comes out."""

from __future__ import annotations

from pathlib import Path

import click

from index.config import Config
from index.reading import ArticleFile, discover
from index.reindexing.base import open_base


def located(config: Config, name: str) -> Path:
    """The file of this path, or else the article file that the page and the reports show under this name."""
    path = Path(name)
    if path.is_file():
        return path
    for found in discover(open_base(config.index).named(config.articles), config.index):
        if isinstance(found, ArticleFile) and found.relative == name:
            return found.path
    folders = ", ".join(map(str, config.articles))
    raise click.BadParameter(
        f"there is no file {name!r} here, and no article of this name in {folders}.", param_hint="FILE"
    )
