"""What was added to a segment is what is read from it, compared with naive counts over the documents."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from index.columns import NO_DATE, Segment
from index.document import IndexedArticle, Token
from tests.index.columns.corpus import FIELDS, article, articles, build


def segment_of(folder: Path, indexed: Sequence[IndexedArticle]) -> Segment:
    [summary] = build(folder, indexed)
    return Segment(folder, summary)


def occurrences(indexed: Sequence[IndexedArticle], field: str) -> dict[str, list[tuple[int, int]]]:
    """The (document, position) of each occurrence of each term of a text field."""
    found: dict[str, list[tuple[int, int]]] = {}
    column = Token._fields.index(field)
    documents = (document for one in indexed for document in one.documents)
    for number, document in enumerate(documents):
        for token in document.tokens:
            if token[column]:
                found.setdefault(str(token[column]), []).append((number, token.position))
    return found


def values(indexed: Sequence[IndexedArticle], field: str) -> list[list[tuple[str, ...]]]:
    """The values of each paragraph of each article."""
    return [[document.values.get(field, ()) for document in one.documents] for one in indexed]


@given(articles.filter(bool))
@settings(max_examples=60, deadline=None)
def test_terms_documents_frequencies_and_positions_are_those_of_the_tokens(indexed: list[IndexedArticle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        segment = segment_of(Path(folder), indexed)
        for field in FIELDS.text:
            expected = occurrences(indexed, field)
            vocabulary = segment.vocabulary(field)
            assert list(vocabulary) == sorted(expected)
            assert segment.total_length(field) == sum(map(len, expected.values())) == segment.lengths(field).sum()
            for number, term in enumerate(vocabulary):
                assert (vocabulary.find(term), vocabulary.term(number)) == (number, term)
                counts = Counter(document for document, _ in expected[term])
                documents, offsets, positions = segment.positions(field, number)
                assert documents.tolist() == list(counts)
                assert [part.tolist() for part in segment.postings(field, number)] == [[*counts], [*counts.values()]]
                places = np.repeat(documents, np.diff(offsets)).tolist()
                assert list(zip(places, positions.tolist(), strict=True)) == expected[term]
                assert vocabulary.document_frequencies[number] == len(counts)


@given(articles.filter(bool))
@settings(max_examples=60, deadline=None)
def test_all_postings_of_a_range_of_terms_are_those_of_each(indexed: list[IndexedArticle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        segment = segment_of(Path(folder), indexed)
        for field in ("exact", "person"):
            count = len(segment.vocabulary(field))
            lists = segment.posting_lists(field, min(1, count), count)
            each = [segment.postings(field, number) for number in range(1, count)]
            assert lists.documents.tolist() == [d for one in each for d in one.documents]
            assert lists.frequencies.tolist() == [f for one in each for f in one.frequencies]
            if field == "exact":
                positions = [p for number in range(1, count) for p in segment.positions(field, number).positions]
                assert lists.positions is not None
                assert lists.positions.tolist() == positions


@given(articles.filter(bool))
@settings(max_examples=60, deadline=None)
def test_facet_columns_hold_the_distinct_values_of_paragraphs_and_articles(indexed: list[IndexedArticle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        segment = segment_of(Path(folder), indexed)
        for field in FIELDS.facets:
            columns, expected = segment.values(field), values(indexed, field)
            paragraphs = [set(p) for one in expected for p in one]
            assert rows(columns.names.term, columns.paragraph_offsets, columns.paragraph_values) == paragraphs
            whole = [{value for p in one for value in p} for one in expected]
            assert rows(columns.names.term, columns.article_offsets, columns.article_values) == whole


def rows(name: Callable[[int], str], offsets: np.ndarray, numbers: np.ndarray) -> list[set[str]]:
    return [{name(n) for n in numbers[a:b]} for a, b in pairwise(offsets)]


@given(articles.filter(bool))
@settings(max_examples=60, deadline=None)
def test_articles_come_back_whole_with_their_mentions_dates_and_signatures(indexed: list[IndexedArticle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        segment = segment_of(Path(folder), indexed)
        assert segment.article_count == len(indexed)
        assert np.diff(segment.article_starts).tolist() == [len(one.documents) for one in indexed]
        assert segment.ordinals.tolist() == [d.ordinal for one in indexed for d in one.documents]
        for number, one in enumerate(indexed):
            assert segment.stored(number) == (one.article, one.mentions)
            assert segment.find_article(one.article.id) == number
            day = one.article.date
            assert segment.dates[number] == (NO_DATE if day is None else np.datetime64(day).astype(int))
            assert segment.signatures[number].tolist() == list(one.signature)
        labels = {m.entity: m.label for one in indexed for m in one.mentions}
        assert segment.labels("person") == labels


def test_an_unknown_article_and_an_unknown_term_are_not_found(tmp_path: Path) -> None:
    segment = segment_of(tmp_path, [article(1, [(["char", "chars"], [])])])
    for unknown in ("ffffffffffffffff", "", "é", "0x1", "f" * 17):
        assert segment.find_article(unknown) == -1
    assert segment.vocabulary("exact").find("cha") == -1
    assert segment.vocabulary("exact").find("zut") == -1
    with pytest.raises(IndexError):
        segment.postings("exact", -1)


def test_a_field_without_positions_has_none(tmp_path: Path) -> None:
    segment = segment_of(tmp_path, [article(1, [(["char"], ["person-1"])])])
    with pytest.raises(ValueError, match="no positions"):
        segment.positions("person", 0)


def test_a_prefix_is_a_range_of_terms(tmp_path: Path) -> None:
    words = ["ab", "abc", "abé", "ac", "a", "b", "é"]
    vocabulary = segment_of(tmp_path, [article(1, [(words, [])])]).vocabulary("exact")
    assert vocabulary.terms(*vocabulary.prefix_range("ab")) == ["ab", "abc", "abe"]
    assert vocabulary.terms(*vocabulary.prefix_range("")) == sorted({w.replace("é", "e") for w in words})
    assert vocabulary.terms(*vocabulary.prefix_range("abcd")) == []


def test_tokens_out_of_order_are_sorted_by_position(tmp_path: Path) -> None:
    one = article(1, [(["char", "a", "char"], [])])
    document = one.documents[0]
    shuffled = type(document)(document.ordinal, document.tokens[::-1], document.values)
    segment = segment_of(tmp_path, [IndexedArticle(one.article, (shuffled,), ())])
    number = segment.vocabulary("exact").find("char")
    assert segment.positions("exact", number).positions.tolist() == [0, 2]
