"""A small archive to reindex in tests: files come and go, runs are made, what the index holds is read back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from index.columns import open_generation
from index.config import Config
from index.config.settings import FacetConfig, ReindexConfig
from index.reindex import reindex
from index.reindexing.progress import Progress
from index.reindexing.summary import Options, Summary

OPENINGS = ("Le ministre", "La présidente", "Le porte-parole", "L'ambassadeur", "La délégation", "Le négociateur")

# The one that comes with the program takes a while to load.
GAZETTEER = """
entities:
  - {id: ua, label: Ukraine, demonyms: [ukrainien]}
"""


def story(number: int) -> str:
    """The text of an article that no other is a copy of."""
    opening = OPENINGS[number % len(OPENINGS)]
    return (
        f"Dossier {number} : la conférence reprend\n\n"
        f"{opening} a confirmé mardi que la réunion numéro {number} sur la défense de l'Ukraine aura lieu.\n\n"
        f"Les discussions de la session {number} porteront sur les livraisons, dont le calendrier reste à fixer.\n"
    )


@dataclass(frozen=True, slots=True)
class Archive:
    """Articles and an index in two folders of a temporary one."""

    folder: Path
    config: Config

    @classmethod
    def of(cls, folder: Path, articles: int = 0) -> Archive:
        """An archive with so many articles, not yet indexed."""
        (folder / "articles").mkdir()
        (folder / "country.yaml").write_text(GAZETTEER, "utf-8")
        config = Config(
            articles=(folder / "articles",),
            index=folder / "index",
            facets={"country": FacetConfig(gazetteers=("country.yaml",))},
            reindex=ReindexConfig(jobs=1),
            file=folder / "config.yaml",
        )
        archive = cls(folder, config)
        for number in range(articles):
            archive.write(f"{number}.txt", story(number))
        return archive

    def path(self, name: str) -> Path:
        """Where a file of the archive is."""
        return self.folder / "articles" / name

    def write(self, name: str, content: str | bytes) -> None:
        """Put a file there."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def run(self, progress: Progress | None = None, **options: bool | int) -> Summary:
        """Reindex."""
        return reindex(self.config, Options(**options), progress)  # type: ignore[arg-type]

    def allowing(self, loss: float) -> Archive:
        """The same archive, of which such a share may be lost."""
        return replace(self, config=replace(self.config, reindex=ReindexConfig(jobs=1, max_loss=loss)))

    def held(self) -> dict[str, list[str]]:
        """The searched paragraphs that the newest generation holds, by the path of their file."""
        generation = open_generation(self.config.index)
        found: dict[str, list[str]] = {}
        ids = set[str]()
        for segment, live in zip(generation.segments, generation.live, strict=True):
            for number in range(segment.article_count):
                if live is None or live[number]:
                    article, _ = segment.stored(number)
                    assert article.id not in ids
                    ids.add(article.id)
                    found.setdefault(article.path, []).extend(paragraph.text for paragraph in article.searched())
        return found
