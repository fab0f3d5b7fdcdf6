"""Every setting of Dépêche and its default, as frozen dataclasses that the rest of the program is handed parts of."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

BUILTIN = "builtin"
# Names that a facet may not have: fields of the index, parameters of the search page, and what the query language calls
# its fields in either language (a test holds them together: search is not imported here).
RESERVED_KINDS: frozenset[str] = frozenset(
    {"accented", "after", "article", "before", "copies", "exact", "format", "generation", "id", "lang", "names"}
    | {"page", "paragraphs", "q", "query", "scope", "sort", "source", "stem", "title", "url", "zone"}
    | {"apres", "avant", "organization", "pays", "personne", "titre"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetConfig:
    """One kind of facet: its gazetteer files (`builtin` is the one that comes with Dépêche) and its names."""

    gazetteers: tuple[str, ...] = (BUILTIN,)
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerConfig:
    """How `depeche serve` listens; `workers` 0 means one for each processor, at most 8."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 0
    threads: int = 4
    proxies: int = 0
    hosts: tuple[str, ...] = ()
    access_log: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReindexConfig:
    """How `depeche reindex` works; `jobs` 0 means one process for each processor; `memory`: megabytes a process;
    `max_loss`: the share of the articles that may vanish in one run before it refuses to publish."""

    jobs: int = 0
    memory: int = 256
    max_loss: float = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsConfig:
    """What strangers and odd files may cost: characters of a query, seconds of a search, facet values listed, and
    megabytes of an article file."""

    query_length: int = 1000
    search_seconds: float = 5.0
    facet_values: int = 30
    file_size: int = 20


def default_facets() -> Mapping[str, FacetConfig]:
    """The facets that Dépêche brings gazetteers for."""
    return {kind: FacetConfig() for kind in ("person", "country", "organisation")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every setting of Dépêche; docs/configuration.md explains each. `file` is where they were read from.

    Paths are absolute. `curation` is the reader's own gazetteer, which need not exist yet.
    """

    articles: tuple[Path, ...]
    index: Path
    curation: Path | None = None
    facets: Mapping[str, FacetConfig] = field(default_factory=default_facets)
    server: ServerConfig = field(default_factory=ServerConfig)
    reindex: ReindexConfig = field(default_factory=ReindexConfig)
    limits: LimitsConfig = field(default_factory=LimitsConfig)
    file: Path | None = field(default=None, metadata={"internal": True})

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of facets, in the order of the file."""
        return tuple(self.facets)

    def gazetteer_files(self) -> dict[str, tuple[Path | None, ...]]:
        """For each kind its files, in order; None stands for the one that comes with Dépêche."""
        base = self.file.parent if self.file else Path()
        return {
            kind: tuple(None if name == BUILTIN else base / name for name in facet.gazetteers)
            for kind, facet in self.facets.items()
        }


# The least and the greatest value of every number.
RANGES: Mapping[str, tuple[float, float]] = types.MappingProxyType(
    {
        "server.port": (1, 65535),
        "server.workers": (0, 256),
        "server.threads": (1, 256),
        "server.proxies": (0, 16),
        "reindex.jobs": (0, 256),
        "reindex.memory": (40, 1_000_000),
        "reindex.max_loss": (0, 1),
        "limits.query_length": (1, 100_000),
        "limits.search_seconds": (0.01, 3600),
        "limits.facet_values": (1, 10_000),
        "limits.file_size": (1, 10_000),
    }
)


def settings_of(section: Any) -> tuple[Field[Any], ...]:
    """The fields of a section (a dataclass or an instance of one) that a reader may set."""
    return tuple(f for f in fields(section) if not f.metadata.get("internal"))


def setting_keys(config: Config) -> Iterator[str]:
    """Every key of a configuration, dotted, in the order of `Config`."""
    for setting in settings_of(config):
        section = getattr(config, setting.name)
        if setting.name == "facets":
            yield from (f"facets.{kind}.{f.name}" for kind in section for f in settings_of(FacetConfig))
        elif is_dataclass(section):
            yield from (f"{setting.name}.{f.name}" for f in settings_of(section))
        else:
            yield setting.name
