"""Lines that recur over the articles of a source are learnt as its furniture."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.article import RawArticle, Zone
from index.cleaning import LineCounts, clean, line_keys
from index.cleaning.learning import FEWEST, origin
from tests.index.cleaning.pages import FOLDER

POOL = [line[2:] for line in (FOLDER / "pool.txt").read_text("utf-8").splitlines() if line.startswith("+")]
MASTHEAD = "Le Glaneur du Jura, gazette des combes"
APPEAL = "Le Glaneur se passe de mécènes et s'en trouve bien."


def page(number: int, source: str | None = "Le Glaneur", furniture: tuple[str, ...] = (MASTHEAD, APPEAL)) -> RawArticle:
    lines = [
        f"Le titre de l'article {number} sur ce sujet",
        POOL[number],
        furniture[0],
        POOL[number + 1],
        *furniture[1:],
    ]
    return RawArticle(f"jura/{number}.txt", "\n\n".join(lines), source=source)


def counted(*articles: RawArticle) -> LineCounts:
    return LineCounts.of((origin(raw), line_keys(raw)) for raw in articles)


def zones(raw: RawArticle, learnt: frozenset[int]) -> dict[str, tuple[Zone, str]]:
    return {paragraph.text: (paragraph.zone, paragraph.rule) for paragraph in clean(raw, learnt).paragraphs}


def test_a_line_that_recurs_is_learnt_and_text_is_not() -> None:
    articles = [page(number) for number in range(10)]
    learnt = counted(*articles).learnt("Le Glaneur")
    found = zones(articles[3], learnt)
    assert found[MASTHEAD] == found[APPEAL] == (Zone.CHROME, "learnt")
    assert found[POOL[3]][0] is found[POOL[4]][0] is Zone.BODY
    assert zones(articles[3], frozenset())[MASTHEAD][0] is Zone.BODY


def test_a_few_articles_teach_nothing() -> None:
    articles = [page(number) for number in range(FEWEST - 1)]
    assert counted(*articles).learnt("Le Glaneur") == frozenset()


def test_a_sentence_must_recur_in_a_larger_share_than_a_label() -> None:
    articles = [page(number, furniture=(MASTHEAD, APPEAL) if number < 5 else ("", "")) for number in range(25)]
    found = zones(articles[0], counted(*articles).learnt("Le Glaneur"))
    assert found[MASTHEAD] == (Zone.CHROME, "learnt")
    assert found[APPEAL][0] is Zone.BODY


def test_sources_are_counted_apart_and_folders_stand_for_unknown_ones() -> None:
    articles = [*(page(number) for number in range(6)), *(page(number, None) for number in range(6, 9))]
    counts = counted(*articles)
    assert counts.learnt("Le Glaneur")
    assert counts.learnt("jura") == counts.learnt("elsewhere") == frozenset()


def releases(number: int, *lines: str) -> RawArticle:
    return RawArticle(f"jura/{number}.txt", "\n\n".join([f"Avis de tir numéro {number}", *lines]), source="Le Glaneur")


def test_an_article_of_which_everything_recurs_keeps_its_text() -> None:
    articles = [releases(number, APPEAL, POOL[0], "Zone de tir fermée") for number in range(12)]
    found = zones(articles[3], counted(*articles).learnt("Le Glaneur"))
    assert found[APPEAL][0] is found[POOL[0]][0] is Zone.BODY
    assert "learnt" not in {rule for _, rule in found.values()}


def test_sentences_that_outweigh_the_rest_are_text_and_labels_furniture() -> None:
    articles = [releases(number, MASTHEAD, f"Tir {number} demain.", APPEAL) for number in range(12)]
    found = zones(articles[3], counted(*articles).learnt("Le Glaneur"))
    assert found[MASTHEAD] == (Zone.CHROME, "learnt")
    assert found["Tir 3 demain."][0] is found[APPEAL][0] is Zone.BODY


def test_accents_case_and_signs_make_no_difference() -> None:
    articles = [
        page(number, furniture=(variant, APPEAL))
        for number, variant in enumerate([MASTHEAD.upper()] * 3 + ["— " + MASTHEAD] * 3)
    ]
    assert zones(page(7), counted(*articles).learnt("Le Glaneur"))[MASTHEAD] == (Zone.CHROME, "learnt")


CLOSING = (
    "Les pourparlers entamés au printemps entre les deux capitales se poursuivent sous l'égide des Nations unies, sans "
    "qu'une date de conclusion ait été avancée."
)


def test_a_paragraph_that_recurs_is_text_unless_furniture_parts_it_from_the_article() -> None:
    for closing in (CLOSING, CLOSING.rstrip(".")):
        articles = [page(number, furniture=(MASTHEAD, closing)) for number in range(14)]
        assert zones(articles[3], counted(*articles).learnt("Le Glaneur"))[closing][0] is Zone.BODY
    parted = [page(number, furniture=(MASTHEAD, "Partager sur Facebook", "Imprimer", CLOSING)) for number in range(14)]
    assert zones(parted[3], counted(*parted).learnt("Le Glaneur"))[CLOSING] == (Zone.CHROME, "learnt")


def test_a_sentence_that_recurs_within_the_text_is_text() -> None:
    articles = [page(number, furniture=(APPEAL,)) for number in range(14)]
    assert zones(articles[3], counted(*articles).learnt("Le Glaneur"))[APPEAL][0] is Zone.BODY


def test_a_date_of_many_articles_still_dates_them() -> None:
    articles = [page(number, furniture=("Publié le 3 mars 2024 à 18h04", APPEAL)) for number in range(14)]
    assert clean(articles[3], counted(*articles).learnt("Le Glaneur")).date == date(2024, 3, 3)


KEYS = st.lists(st.tuples(st.sampled_from("ab"), st.frozensets(st.integers(0, 9))), max_size=12)


@given(KEYS, KEYS)
def test_counts_grow_shrink_and_survive_as_bytes(
    before: list[tuple[str, frozenset[int]]], after: list[tuple[str, frozenset[int]]]
) -> None:
    one, two, both = LineCounts.of(before), LineCounts.of(after), LineCounts.of(before + after)
    assert one.plus(two).to_bytes() == both.to_bytes()
    assert both.minus(two).to_bytes() == one.to_bytes()
    assert LineCounts.from_bytes(both.to_bytes()).to_bytes() == both.to_bytes()
