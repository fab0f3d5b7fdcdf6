"""Copies of one text are one story, in whatever generation and segment they came."""

from __future__ import annotations

from itertools import combinations
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


def bulletin(day: int, source: str) -> str:
    """What stands in the bulletin of a day: the words of the day before, and other figures."""
    return (
        f"---\ntitle: Point de situation du {day} mars\nsource: {source}\ndate: 2024-03-{day:02}\n---\n"
        f"Dans la nuit, l'armée de l'air a abattu {20 + day * 3} drones sur {31 + day * 4}, a indiqué l'état-major "
        f"dans son point de situation quotidien. Au sol, {100 + day * 7} affrontements ont été relevés le long de la "
        "ligne de front, les plus violents autour de deux localités de l'est, où les lignes n'ont pas bougé. Les "
        f"autorités régionales font état de {day} blessés et de dégâts sur des immeubles d'habitation ; le courant a "
        "été rétabli dans la matinée.\n"
    )


def test_the_bulletins_of_a_source_are_a_story_each_day_in_whatever_segments_they_stand(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    for day in range(1, 8):
        archive.write(f"agence/{day}.md", bulletin(day, "Agence du Nord"))
        if day in (1, 4):
            archive.run()
    archive.write("reprise.md", bulletin(3, "Le Phare"))
    archive.run()
    stories = told(archive)
    assert stories["reprise.md"] == stories["agence/3.md"]
    assert len({stories[f"agence/{day}.md"] for day in range(1, 8)}) == 7


def test_an_archive_without_articles_has_no_stories(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.run()
    archive.path("0.txt").unlink()
    archive.run()
    assert told(archive) == {}


def test_stories_of_articles_that_come_one_by_one_are_those_of_a_full_run(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    for number, content in enumerate((TEXT, story(50), TEXT.replace("mardi", "jeudi"), story(51), story(50))):
        archive.write(f"lundi/{number}.txt", f"Un titre de plus\n{content}")
        archive.run()
    archive.path("1.txt").unlink()
    archive.write("lundi/9.txt", f"Encore un titre\n{TEXT}")
    archive.run()
    one_by_one = told(archive)
    archive.run(full=True)
    at_once = told(archive)
    assert len(set(at_once.values())) == 5
    for path, other in combinations(at_once, 2):
        assert (one_by_one[path] == one_by_one[other]) == (at_once[path] == at_once[other])
