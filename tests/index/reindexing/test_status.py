"""What is told of an index, whatever a run beside does to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.reindexing.status import status_of
from tests.index.reindexing.archive import Archive


def test_a_file_that_goes_while_the_files_are_counted_takes_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.run()
    size = status_of(archive.config).size
    iterdir = Path.iterdir

    def with_one_that_goes(folder: Path) -> Iterator[Path]:
        yield folder / "MAIN_gone.dpc"
        yield from iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", with_one_that_goes)
    assert status_of(archive.config).size == size
