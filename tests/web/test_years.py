"""The years and months to choose from."""

from __future__ import annotations

from datetime import date

from search.query import Query
from web.years import Bar, calendar

MONTHS = ((date(2022, 5, 1), 2), (date(2022, 6, 1), 2), (date(2024, 1, 1), 1))


def test_years_are_bars_that_link_to_themselves() -> None:
    told = calendar(Query("x", page=4), MONTHS, 7)
    assert [(year.bar.begin.year, year.bar.count, year.bar.share) for year in told.years] == [
        (2022, 4, 100),
        (2024, 1, 25),
    ]
    assert told.years[0].bar.url == "/?q=x&after=2022-01-01&before=2022-12-31"
    assert not any(year.months for year in told.years)
    assert told.undated == 7


def test_the_year_that_is_chosen_stays_among_the_others_and_shows_its_months() -> None:
    query = Query("x", after=date(2022, 1, 1), before=date(2022, 12, 31))
    chosen, other = calendar(query, MONTHS, 7).years
    assert (chosen.bar.chosen, chosen.bar.url) == (True, "/?q=x")
    assert [(month.begin.month, month.count) for month in chosen.months] == [(5, 2), (6, 2)]
    assert chosen.months[1].url == "/?q=x&after=2022-06-01&before=2022-06-30"
    assert (other.bar.chosen, other.months) == (False, ())


def test_a_chosen_month_can_be_let_go_and_its_year_stays_open() -> None:
    query = Query("x", after=date(2022, 6, 1), before=date(2022, 6, 30))
    year, _ = calendar(query, MONTHS, 7).years
    assert [month.chosen for month in year.months] == [False, True]
    assert year.months[1].url == "/?q=x"


def test_days_of_two_years_open_neither() -> None:
    query = Query("x", after=date(2022, 6, 1), before=date(2024, 6, 30))
    assert [year.months for year in calendar(query, MONTHS, 7).years] == [(), ()]


def test_a_single_year_shows_its_months_and_a_single_month_nothing() -> None:
    (year,) = calendar(Query("x"), MONTHS[:2], 7).years
    assert year.months[0] == Bar(date(2022, 5, 1), 2, 100, "/?q=x&after=2022-05-01&before=2022-05-31", False)
    assert calendar(Query("x"), MONTHS[:1], 7).years == ()
