"""Copies of one text are one story, in whatever generation and segment they came."""

from __future__ import annotations

from pathlib import Path

from index.columns import open_generation
from tests.index.reindexing.archive import Archive, story

TEXT = """
Le ministre de la Défense a confirmé mardi que les premiers avions seraient livrés avant la fin de l'année, à la
condition que les équipages soient formés à temps.

La livraison, promise depuis le printemps, avait été repoussée deux fois, d'abord faute de pièces, puis parce que les
parlements de deux pays n'avaient pas voté les crédits.
"""


def told(archive: Archive) -> dict[str, int]:
    """The story of each article, by path."""
    generation = open_generation(archive.config.index)
    numbers = {}
    for segment, live, stories in zip(generation.segments, generation.live, generation.stories, strict=True):
        assert stories is not None
        for number in range(segment.article_count):
            if live is None or live[number]:
                numbers[segment.stored(number)[0].path] = int(stories[number])
    return numbers


def test_copies_are_one_story_across_runs_and_stop_being_one_when_they_change(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 4)
    archive.write("lundi/a.txt", "Des avions avant la fin de l'année\n" + TEXT)
    archive.run()
    assert len(set(told(archive).values())) == 5
    archive.write("mardi/b.txt", "Accueil\n\nPromis, livrés : les avions arrivent\n" + TEXT + "\nSource link\n")
    archive.run()
    stories = told(archive)
    assert stories["lundi/a.txt"] == stories["mardi/b.txt"]
    assert len(set(stories.values())) == 5
    archive.run(full=True)
    assert told(archive)["lundi/a.txt"] == told(archive)["mardi/b.txt"]
    archive.write("lundi/a.txt", story(77))
    archive.run()
    assert len(set(told(archive).values())) == 6


def test_an_archive_without_articles_has_no_stories(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.run()
    archive.path("0.txt").unlink()
    archive.run()
    assert told(archive) == {}
