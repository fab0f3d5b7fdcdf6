"""Postings are coded as docs/index-format.md says, and come out of their bits as they went in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns import SegmentBuilder
from index.columns.arrays import bounds
from index.columns.bits import WINDOW, pack, unpack
from index.columns.coding import CodedLists, PostingLists, decode, encode
from index.columns.sections import Sections
from tests.index.columns.corpus import FIELDS, MEMORY, article

FORMAT = (Path(__file__).parents[3] / "docs" / "index-format.md").read_text("utf-8")


def lists_of(terms: list[dict[int, list[int]]]) -> PostingLists:
    """The lists of terms given as the positions by document."""
    occurrences = [positions for term in terms for positions in term.values()]
    return PostingLists(
        [str(number) for number in range(len(terms))],
        np.array([len(term) for term in terms]),
        np.array([document for term in terms for document in term]),
        np.array([len(positions) for positions in occurrences]),
        np.array([position for positions in occurrences for position in positions]),
    )


def test_the_example_of_the_documentation_is_true() -> None:
    position_bits = np.zeros(16, np.uint8)
    position_bits[[3, 5]] = 3
    coded = encode(lists_of([{3: [2], 5: [0, 4]}]), 16, position_bits)
    assert coded.stream.tobytes().hex(" ").upper() == "EB 26 10"
    assert "`EB 26 10`" in FORMAT


def test_every_section_is_documented(tmp_path: Path) -> None:
    builder = SegmentBuilder(tmp_path, FIELDS, MEMORY)
    builder.add(article(1, [(["char"], ["macron"])], None, (1,)))
    [summary] = builder.finish()
    names = Sections(tmp_path / summary.file_name).names()
    generic = {name if "." not in name else f"F.{name.partition('.')[2]}" for name in names}
    assert {name for name in generic if f"`{name}`" not in FORMAT} == set()


@st.composite
def postings(draw: st.DrawFn) -> tuple[int, list[dict[int, list[int]]]]:
    """A number of documents, and terms with their positions by document; from hapaxes to terms in every document."""
    documents = draw(st.integers(1, 300))
    positions = st.lists(st.integers(0, 2 ** draw(st.integers(1, 31)) - 1), min_size=1, max_size=4, unique=True)
    lists = st.dictionaries(st.integers(0, documents - 1), positions.map(sorted), min_size=1, max_size=documents)
    everywhere = positions.map(sorted).map(lambda places: dict.fromkeys(range(documents), places))
    terms = draw(st.lists(lists | everywhere, min_size=1, max_size=6))
    return documents, [dict(sorted(term.items())) for term in terms]


@given(postings())
@settings(deadline=None)
def test_what_is_encoded_is_decoded(given_postings: tuple[int, list[dict[int, list[int]]]]) -> None:
    documents, terms = given_postings
    highest = [max((p for t in terms for p in t.get(d, [])), default=0) for d in range(documents)]
    position_bits = np.array([place.bit_length() for place in highest], np.uint8)
    lists = lists_of(terms)
    coded = encode(lists, documents, position_bits)
    padded = CodedLists(np.append(coded.stream, np.zeros(WINDOW, np.uint8)), coded.sizes, coded.frequencies)
    decoded = decode(padded, lists.terms, lists.document_frequencies, documents, position_bits)
    for name in ("documents", "frequencies", "positions"):
        assert getattr(decoded, name).tolist() == getattr(lists, name).tolist(), name


@given(st.lists(st.tuples(st.integers(0, 57), st.integers(0, 2**57 - 1)), max_size=200), st.integers(0, 70))
@settings(deadline=None)
def test_numbers_of_any_width_come_back_from_a_stream(pairs: list[tuple[int, int]], offset: int) -> None:
    widths = np.array([width for width, _ in pairs], np.int64)
    values = np.array([value & ((1 << width) - 1) for width, value in pairs], np.int64)
    ends = offset + bounds(widths)
    stream = pack(values, ends[:-1], widths, int(ends[-1]) // 8 + 1 + WINDOW)
    assert unpack(stream, ends[:-1], widths).tolist() == values.tolist()
