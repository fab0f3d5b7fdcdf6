"""The content of a segment, built or merged, goes in; a file comes out."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, signed, unsigned
from index.columns.coding import PostingLists
from index.columns.postings import write_postings
from index.columns.sections import MAGIC, SectionsWriter
from index.columns.segment import SegmentSummary
from index.columns.values import pairs_of, write_values
from index.document import Fields


@dataclass(frozen=True, slots=True)
class SegmentContent:
    """Everything that is written to a segment.

    For each article: `article_ids` (uint64), `dates` (days since 1970-01-01, or `NO_DATE`), `signatures` (uint64, one
    row an article), `stored` with the size in bytes of each in `stored_sizes`; documents of article a are numbered
    from `article_starts[a]` to before `article_starts[a + 1]`. For each document: `ordinals`, `position_bits` (see
    `coding.encode`), `lengths` of every text field. `postings` gives those of a field, in the order of its terms.
    """

    fields: Fields
    article_ids: NDArray[np.uint64]
    dates: NDArray[np.int32]
    signatures: NDArray[np.uint64]
    stored: Iterable[bytes]
    stored_sizes: Ints
    article_starts: Ints
    ordinals: Ints
    position_bits: NDArray[np.uint8]
    lengths: Mapping[str, Ints]
    labels: Mapping[str, Mapping[str, str]]
    postings: Callable[[str], Iterator[PostingLists]]


def write_segment(folder: Path, content: SegmentContent) -> SegmentSummary:
    """Write a new file into `folder`; it belongs to no generation yet, and is not synced to disk."""
    name = f"MAIN_{token_hex(8)}"
    with SectionsWriter(folder / f"{name}.dpc", prefix=MAGIC) as writer:
        _write_articles(writer, content)
        for field in content.fields.text:
            _write_text(writer, content, field)
        for field in content.fields.keyword:
            _write_postings(writer, content, field)
        for field in content.fields.facets:
            _write_facet(writer, content, field)
        documents, articles = len(content.ordinals), len(content.article_ids)
        about = {"fields": asdict(content.fields), "documents": documents, "articles": articles}
        size, checksum = writer.close(about)
    return SegmentSummary(name, size, checksum, documents, articles)


def _write_articles(writer: SectionsWriter, content: SegmentContent) -> None:
    writer.begin("stored", np.dtype(np.uint8))
    for data in content.stored:
        writer.append(np.frombuffer(data, np.uint8))
    writer.write("stored_offsets", signed(bounds(content.stored_sizes)))
    writer.write("article_ids", content.article_ids)
    writer.write("dates", content.dates.astype(np.int32))
    writer.write("signatures", content.signatures)
    writer.write("article_starts", content.article_starts.astype(np.int32))
    writer.write("ordinals", unsigned(content.ordinals))
    writer.write("position_bits", content.position_bits)


def _write_text(writer: SectionsWriter, content: SegmentContent, field: str) -> None:
    writer.write(f"{field}.lengths", unsigned(content.lengths[field]))
    _write_postings(writer, content, field)


def _write_postings(writer: SectionsWriter, content: SegmentContent, field: str) -> None:
    write_postings(writer, field, content.postings(field), len(content.ordinals), content.position_bits)


def _write_facet(writer: SectionsWriter, content: SegmentContent, field: str) -> None:
    terms: list[str] = []
    pairs = [np.zeros(0, np.int64)]

    def noted() -> Iterator[PostingLists]:
        for chunk in content.postings(field):
            pairs.append(pairs_of(chunk, len(terms)))
            terms.extend(chunk.terms)
            yield chunk

    write_postings(writer, field, noted(), len(content.ordinals), content.position_bits)
    write_values(writer, field, np.concatenate(pairs), content.article_starts)
    labels = {term: content.labels[field][term] for term in terms if term in content.labels[field]}
    data = zlib.compress(json.dumps(labels, ensure_ascii=False, separators=(",", ":")).encode())
    writer.write(f"{field}.labels", np.frombuffer(data, np.uint8))
