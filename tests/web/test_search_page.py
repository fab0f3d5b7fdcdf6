"""What the search page tells of a question: what of it was not obeyed, what was left out, how it can be changed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.config import Config, load_config
from index.reindex import reindex
from web import create_app

A_DATE = "Une date s’écrit 31/03/2024 ou 2024-03-31."


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.text.replace("\u00a0", " ")


def notices(html: str) -> list[str]:
    above = html.partition('<div class="columns">')[0]
    return [unescape(text) for text in re.findall(r'<p class="notice">(.*?)</p>', above)]


def told(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).split())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/?q=ukraine+)", "« ) » a été ignoré : parenthèse sans son pendant."),
        ("/?q=avant:hier", "« avant:hier » a été ignoré : cette date n’a pas été reconnue."),
        (
            "/?before=x",
            "Le paramètre « before » ne peut pas valoir « x » : il a été ignoré. " + A_DATE,
        ),
        ("/?contry=ua", "Le paramètre « contry » n’existe pas : il a été ignoré. Peut-être « country » ?"),
        ("/?xyz=ua", "Le paramètre « xyz » n’existe pas : il a été ignoré."),
        ("/?source=Nulle+Part", "« Nulle Part » n’est pas connu parmi les sources."),
    ],
)
def test_what_is_not_obeyed_is_told_below_the_box(client: FlaskClient, address: str, expected: str) -> None:
    assert notices(page(client, address)) == [expected]


def test_a_little_word_is_told_only_where_the_whole_query_is_explained(client: FlaskClient) -> None:
    html = page(client, "/?q=la+russie")
    assert notices(html) == []
    assert "« la » a été ignoré" in html.partition('<details class="understood">')[2]


def test_a_facet_and_a_day_may_go_by_their_french_names(client: FlaskClient) -> None:
    html = page(client, "/?pays=ukraine&not_personne=x&apres=01/02/2024&avant=2024")
    assert re.search(r'name="country" value="ua" checked', html)
    assert 'name="after" value="2024-02-01"' in html
    assert 'name="before" value="2024-12-31"' in html
    assert notices(html) == ["« x » n’est pas connu parmi les personnes."]


def test_undated_articles_that_a_date_leaves_out_are_counted(client: FlaskClient) -> None:
    assert "sont laissés de côté" not in page(client, "/")
    html = page(client, "/?after=2024-01-01")
    assert "2 articles sans date sont laissés de côté par le choix des dates." in html
    assert 'href="/" rel="nofollow">Toutes les dates' in html
    assert "sont laissés de côté" not in page(client, "/?q=niger&after=2023-01-01")


def test_the_years_and_undated_articles_add_up_to_the_total(client: FlaskClient) -> None:
    html = page(client, "/")
    years = html.partition('<ol class="years">')[2].partition("</fieldset>")[0]
    counts = re.findall(r'<span class="count">(\d+)</span>', years)
    assert sum(map(int, counts)) == 4
    assert "sans date 2" in told(years)


def test_dates_are_one_filter_written_in_french(client: FlaskClient) -> None:
    def chip(address: str) -> str:
        return told(page(client, address).partition('<ul class="active"')[2].partition("</a>")[0].partition(">")[2])

    assert chip("/?after=2024-01-01").startswith("Dates : depuis le 1er janvier 2024 ×")
    assert chip("/?after=2023-01-01&before=2023-12-31").startswith("Dates : 2023 ×")


def test_several_filters_are_lifted_by_one_link(client: FlaskClient) -> None:
    assert "Tout effacer" not in page(client, "/?q=ukraine&country=ua")
    html = page(client, "/?q=ukraine&country=ua&after=2024-01-01")
    assert '<a class="all" href="/?q=ukraine"' in html


def test_words_are_explained_without_their_stems(client: FlaskClient) -> None:
    html = page(client, "/?q=defense+%22avions%22+négo*")
    explained = told(html.partition('<details class="understood">')[2].partition("</details>")[0])
    assert "defense : singulier ou pluriel" in explained
    assert '"avions" : tel quel' in explained
    assert "négo* : negociations" in explained
    assert not re.search(r"\bdefens\b", html)


def test_an_order_is_called_what_it_is(client: FlaskClient) -> None:
    assert '<option value="relevance" selected>plus récents</option>' in page(client, "/")
    assert '<option value="relevance" selected>pertinence</option>' in page(client, "/?q=ukraine")


def test_paragraphs_are_counted_as_they_are_read_and_anchors_stay(client: FlaskClient) -> None:
    html = page(client, "/?q=stmer&names=0")
    pins = re.findall(r'#p(\d+)"[^>]*>(¶\d+)</a>', html)
    assert pins == [("3", "¶1")]
    assert '<p id="p3" class="matched">' in page(client, unescape(re.findall(r'<h2><a href="([^"]*)"', html)[0]))


def test_pages_follow_one_another_and_can_be_read_by_programs(client: FlaskClient) -> None:
    html = page(client, "/?per_page=1&page=2")
    assert '<a href="/?per_page=1" rel="prev nofollow">Précédente</a>' in html
    assert '<a href="/?per_page=1&amp;page=3" rel="next nofollow">Suivante</a>' in html
    assert 'href="/api/search?per_page=1&amp;page=2"' in html
    assert "Suivante" not in page(client, "/?per_page=1&page=4")


def test_the_filters_can_be_reached_past_the_results(client: FlaskClient) -> None:
    html = page(client, "/?q=ukraine")
    assert '<a class="skip" href="#filters">' in html.partition("<header")[0]
    assert 'id="filters" tabindex="-1"' in html


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_errors_speak_the_language_of_the_page(client: FlaskClient, method: str) -> None:
    text = client.open("/", method=method).text
    assert "Cette page se lit" in text
    assert "method is not allowed" not in text


def test_a_value_that_is_not_listed_can_be_typed(corpus: Config, client: FlaskClient) -> None:
    assert 'id="other-' not in page(client, "/?q=ukraine")
    short = create_app(replace(corpus, limits=replace(corpus.limits, facet_values=1))).test_client()
    html = page(short, "/?q=ukraine")
    field = html.partition('id="other-country"')[2].partition(">")[0]
    assert 'name="country" type="text"' in field
    # A browser sends every field of the form, empty ones and what was typed.
    chosen = page(short, "/?q=ukraine&person=&country=Russie&organisation=")
    assert re.search(r'name="country" value="ru" checked', chosen)


def test_a_source_is_a_link_to_its_articles_among_those_found(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    told = {"title": "Un tir de missiles", "text": "La frégate lance mardi deux missiles.", "source": "L’Écho du large"}
    (tmp_path / "articles/a.jsonl").write_text(json.dumps(told), "utf-8")
    (tmp_path / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
    config = load_config(tmp_path / "config.yaml", {})
    reindex(config)
    client = create_app(config).test_client()
    html = page(client, "/?q=missiles")
    (link,) = re.findall(r'<span class="source"><a href="([^"]*)"', html)
    assert unescape(link) == "/?q=missiles&source=L%E2%80%99%C3%89cho+du+large"
    assert "<strong>1 article</strong>" in page(client, unescape(link))
    article = page(client, unescape(re.findall(r'<h2><a href="([^"]*)"', html)[0]))
    assert re.search(r'<span class="source"><a href="/\?source=L', article)
