"""A configuration goes in; what a process needs to turn files into segments comes out, with its fingerprints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from platform import python_version

from index.columns.sections import VERSION as FORMAT
from index.config import Config
from index.document import Fields
from index.documents import index_fields
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.errors import GazetteerError
from index.reading import Limits
from index.reindexing.compiled import compiled
from index.reindexing.parsed import read_parsed

MEGABYTE = 1_000_000
READERS = ("charset-normalizer", "lxml", "lxml-html-clean", "markdown-it-py", "pyyaml", "trafilatura")
# For each stage the modules, and the libraries beside them, that decide about what it makes of an article.
STAGES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "reading": (("article.py", "reading"), READERS),
    "cleaning": (("cleaning",), ("rapidfuzz", "unidecode")),
    "recognition": (("entities", "gazetteers"), ("rapidfuzz",)),
    "analysis": (("analysis", "documents.py"), ("unidecode",)),
    "copies": (("copies.py",), ("rensa",)),
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles are read, recognised, analysed and written; goes to every process of a run.

    `gazetteers` are the files of each kind of facet, `own` the curator's, which need not exist; `memory` is in bytes.
    """

    folder: Path
    fields: Fields
    gazetteers: tuple[tuple[str, tuple[Path, ...]], ...]
    own: Path | None
    limits: Limits
    memory: int

    @classmethod
    def of(cls, config: Config) -> Recipe:
        """The recipe that a configuration gives."""
        files = config.gazetteer_files()
        return cls(
            folder=config.index,
            fields=index_fields(config.kinds),
            gazetteers=tuple((kind, tuple(path or built_in(kind) for path in paths)) for kind, paths in files.items()),
            own=config.curation,
            limits=Limits(article=config.limits.file_size * MEGABYTE),
            memory=config.reindex.memory * MEGABYTE,
        )

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the names are from, the curator's last."""
        own = (self.own,) if self.own else ()
        return (*chain.from_iterable(paths for _, paths in self.gazetteers), *own)

    def gazetteer(self) -> Gazetteer:
        """The names. Raises `GazetteerError`."""
        return compiled(self.folder, self._compiled_from, self._loaded)

    def _loaded(self) -> Gazetteer:
        return load_gazetteer(dict(self.gazetteers), self.own, partial(read_parsed, folder=self.folder))

    def _compiled_from(self) -> str:
        """A short hash of the names and of the code that makes forms of them."""
        stages = (_stage_fingerprint(stage) for stage in ("recognition", "analysis"))
        return " ".join((self.gazetteers_fingerprint(), *stages, python_version()))

    def gazetteers_fingerprint(self) -> str:
        """A short hash of the names, as they stand in their files now."""
        facets = {kind: [_hash([_content(path)]) for path in paths] for kind, paths in self.gazetteers}
        own = [_content(self.own)] if self.own is not None and self.own.exists() else []
        return _hash([json.dumps(facets).encode(), *own])

    def fingerprints(self) -> dict[str, str]:
        """A short hash for each thing that decides about the content of an index, by its name.

        The code itself is hashed, so that nobody has to remember to raise a number when a rule changes.
        """
        settings = json.dumps([asdict(self.limits), asdict(self.fields)], sort_keys=True)
        return code_fingerprints() | {
            "gazetteers": self.gazetteers_fingerprint(),
            "settings": _hash([settings.encode()]),
            "format": str(FORMAT),
        }


def code_fingerprints() -> dict[str, str]:
    """A short hash of the code of each stage, as it stands on the disk now, by the name of the stage."""
    return {stage: _stage_fingerprint(stage) for stage in STAGES}


def _stage_fingerprint(stage: str) -> str:
    modules, libraries = STAGES[stage]
    return _hash([*_code(modules), *_versions(libraries)])


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GazetteerError(f"cannot be read ({error.strerror})", path) from None


def _code(modules: Iterable[str]) -> Iterator[bytes]:
    # Not the package's own word for where it is: a folder called so, where a server is started, may hide that.
    root = Path(__file__).parents[1]
    for module in modules:
        for path in sorted((root / module).rglob("*")) or [root / module]:
            if path.suffix in (".py", ".yaml"):
                yield path.relative_to(root).as_posix().encode()
                yield _content(path)


def _versions(libraries: Iterable[str]) -> Iterator[bytes]:
    for library in libraries:
        try:
            yield f"{library} {version(library)}".encode()
        except PackageNotFoundError:
            yield f"{library} not installed".encode()


def _hash(parts: Iterable[bytes]) -> str:
    hashed = blake2b(digest_size=8)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little") + part)
    return hashed.hexdigest()
