"""A small archive with its configuration, and the command line as a shell calls it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.index.reindexing.archive import Archive
from web.command import main

CONFIG = "articles: articles\nindex: index\nfacets: {country: {gazetteers: [country.yaml]}}\n"
BINARY = bytes(range(256)) * 8

Call = Callable[..., Result]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    (tmp_path / "config.yaml").write_text(CONFIG, "utf-8")
    return Archive.of(tmp_path, 3)


@pytest.fixture
def depeche(archive: Archive) -> Call:
    def call(*arguments: str) -> Result:
        command, *rest = arguments
        config = str(archive.folder / "config.yaml")
        return CliRunner().invoke(main, [command, "--config", config, *rest], catch_exceptions=False)

    return call
