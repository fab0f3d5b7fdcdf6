"""Values are counted as Python's `Counter` counts them."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.columnar.counting import FEW, commonest
from search.columnar.facets import Rows
from search.columnar.kernels import counting as kernels
from search.columnar.sets import NumberSet

SIZE = 12
rows_of_values = st.lists(st.sets(st.integers(0, SIZE - 1), max_size=4).map(sorted), min_size=1, max_size=30)


@given(rows_of_values, st.data())
@settings(deadline=None)
def test_few_and_many_rows_are_counted_by_row_and_by_group(rows: list[list[int]], data: st.DataObject) -> None:
    offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32)
    values = np.array([value for row in rows for value in row], np.uint8)
    groups = np.array(sorted(data.draw(st.lists(st.integers(0, 5), min_size=len(rows), max_size=len(rows)))), np.int32)
    chosen = sorted(data.draw(st.sets(st.integers(0, len(rows) - 1))))
    by_row = Counter(value for row in chosen for value in rows[row])
    by_group = Counter(value for _, value in {(int(groups[row]), value) for row in chosen for value in rows[row]})
    for grouped in (None, groups):
        counted = Rows(offsets, values, SIZE, grouped).count(NumberSet(len(rows), np.array(chosen, np.int32)))
        assert dict(zip(counted.values.tolist(), counted.rows.tolist(), strict=True)) == by_row
        expected = by_row if grouped is None else by_group
        assert dict(zip(counted.values.tolist(), counted.groups.tolist(), strict=True)) == expected


@given(st.lists(st.integers(0, 9)), st.integers(0, 12))
@settings(deadline=None)
def test_the_largest_come_first_and_equal_ones_in_their_order(counts: list[int], limit: int) -> None:
    expected = sorted(range(len(counts)), key=lambda place: -counts[place])
    assert kernels.largest(np.array(counts, np.int64), limit).tolist() == expected[:limit]
    for wanted in (limit, FEW + limit, None):
        assert commonest(np.array(counts, np.int64), wanted).tolist() == expected[:wanted]
