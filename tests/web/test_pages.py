"""The pages, as a browser without JavaScript gets them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article
from index.config import Config, load_config
from index.entities.confidence import CONFIDENCE
from index.reindex import reindex
from web import create_app
from web.app import TOOK
from web.language import load_words


def page(client: FlaskClient, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, response.text
    return response.text


def titles(html: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", title)) for title in re.findall("<h2><a[^>]*>(.*?)</a></h2>", html)]


def test_an_empty_query_shows_the_newest_articles_first_and_undated_ones_last(client: FlaskClient) -> None:
    assert titles(page(client, "/"))[:2] == [
        "Sommet : l’Ukraine obtient des avions",
        "Niger : les derniers soldats français quittent Niamey",
    ]
    assert len(titles(page(client, "/"))) == 4


def test_matched_words_are_marked_in_their_original_spelling(client: FlaskClient) -> None:
    html = page(client, "/?q=defense+elysee")
    assert "<mark>Défense</mark>" in html
    assert "l’<mark>Élysée</mark>" in html


def test_articles_are_escaped_wherever_they_are_shown(client: FlaskClient) -> None:
    html = page(client, "/?q=britannique+missiles")
    assert "&lt;b&gt;<mark>britannique</mark>&lt;/b&gt;" in html
    assert "F-16 &amp; des" in html


def test_facets_have_counts_and_tick_boxes_that_narrow(client: FlaskClient) -> None:
    html = page(client, "/?q=ukraine")
    assert re.search(
        r'name="organisation" value="otan">\s*<span class="label">OTAN</span>\s*<span class="count">1<', html
    )
    assert len(titles(html)) == 2
    narrowed = page(client, "/?q=ukraine&organisation=otan")
    assert titles(narrowed) == ["Sommet : l’Ukraine obtient des avions"]
    assert 'value="otan" checked' in narrowed


def test_active_filters_can_be_removed_one_by_one(client: FlaskClient) -> None:
    html = page(client, "/?q=ukraine&organisation=otan&after=2024-01-01")
    links = re.findall(r'<li><a href="([^"]*)" rel="nofollow" title="Retirer', html)
    assert [unescape(link) for link in links] == [
        "/?q=ukraine&after=2024-01-01",
        "/?q=ukraine&organisation=otan",
    ]


def test_paragraphs_of_folded_copies_are_not_counted_over_one_article(tmp_path: Path) -> None:
    told = "La frégate lance deux missiles au large de Brest.\n\nLe ministre salue mardi le tir de la frégate.\n"
    for name in ("une", "deux", "trois"):
        (tmp_path / "articles").mkdir(exist_ok=True)
        (tmp_path / f"articles/{name}.txt").write_text(f"Un tir de missiles\n\n{told * 3}", "utf-8")
    (tmp_path / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
    config = load_config(tmp_path / "config.yaml", {})
    reindex(config)
    client = create_app(config).test_client()
    folded = page(client, "/?q=missiles")
    assert "<strong>1 article</strong>" in folded
    assert "reprises comprises" not in folded
    assert "<summary>2 reprises</summary>" in folded
    assert "reprises comprises" in page(client, "/?q=missiles&page=2&per_page=1")
    assert "reprises comprises" not in page(client, "/?q=missiles&copies=1")


def test_a_query_without_results_says_so_and_why(client: FlaskClient) -> None:
    html = page(client, "/?q=ukraine&country=atlantide")
    assert "Aucun article" in html
    assert "«\u00a0atlantide\u00a0» n’est pas connu parmi les pays." in html


def test_a_word_that_is_nowhere_is_named(client: FlaskClient) -> None:
    assert "«\u00a0zorglub\u00a0» n’est dans aucun article." in page(client, "/?q=zorglub")


@pytest.mark.parametrize("words", ["-before:2024", "-avant:2024", "after:2024 OU zorglubix", "source:x OU zorglubix"])
def test_advice_speaks_of_typed_words_as_they_were_typed(client: FlaskClient, words: str) -> None:
    page = client.get("/", query_string={"q": f"({words}) zorglub"})
    assert page.status_code == 200
    assert f'<th scope="row">{words}</th>' in page.text


def test_advice_speaks_of_filters_in_words(client: FlaskClient) -> None:
    html = page(client, "/?q=niger&country=ukraine&not_organisation=otan")
    assert re.search(r'<th scope="row">Pays\s: Ukraine</th>', html)
    assert re.search(r'<th scope="row">Organisations\s: sauf OTAN</th>', html)


def test_a_value_typed_as_an_alias_is_shown_and_linked_as_what_it_is(client: FlaskClient) -> None:
    html = page(client, "/?country=UKRAINA")
    assert re.search(r'name="country" value="ua" checked', html)
    assert 'href="/?not_country=ua"' in html
    assert re.search(r"Pays[^<]*</span>\s*Ukraine", html)


def test_the_form_keeps_filters_that_have_no_box(client: FlaskClient) -> None:
    html = page(client, "/?q=ukraine&source=AFP&per_page=20&not_country=cn")
    assert '<input type="hidden" name="source" value="AFP">' in html
    assert '<input type="hidden" name="per_page" value="20">' in html
    assert html.count('name="not_country" value="cn"') == 1


def test_unticking_a_value_lifts_its_spelling_which_the_form_still_carries(client: FlaskClient) -> None:
    key = "volodymyr-zelensky\x1fvolodimir jelenski"
    spelt = page(client, "/?" + urlencode({"person": "volodymyr-zelensky", "person_spelling": key}))
    assert len(titles(spelt)) == 1
    assert re.search(r"Graphie[^<]*</span>\s*Volodimir Jelenski \(Volodymyr Zelensky\)", spelt)
    assert len(titles(page(client, "/?" + urlencode({"person_spelling": key})))) == 4


@pytest.mark.parametrize(("day", "expected"), [(None, "sans date Agence"), (date(2024, 3, 1), "1er mars 2024 Agence")])
def test_the_source_stands_apart_from_the_date_before_it(app: Flask, day: date | None, expected: str) -> None:
    told = Article("a", "a.txt", "Sommet", day, "Agence", None, None, ())
    macros = app.jinja_env.get_template("macros.html").make_module({"t": load_words()["fr"]})
    shown = re.sub("<[^>]+>", "", macros.byline(told))  # type: ignore[attr-defined]
    assert " ".join(shown.split()) == expected


def test_a_page_below_a_path_links_below_it(corpus: Config) -> None:
    proxied = create_app(replace(corpus, server=replace(corpus.server, proxies=1))).test_client()
    address = "/?q=ukraine&country=ua&after=2020-01-01&per_page=1&page=2"
    html = page(proxied, address, **{"X-Forwarded-Prefix": "/presse"})
    links = re.findall(r'(?:href|src|action|data-suggest)="([^"#]+)"', html)
    assert len(links) > 20
    assert [link for link in links if not link.startswith("/presse/")] == []


@pytest.mark.parametrize(
    "query",
    ['"', "a* ukraine", "((niger", "niger ET", "pays:", "2024-99-99", "***", "la niger", "avant:hier", "(" * 300],
)
def test_whatever_is_ignored_is_explained_in_words(client: FlaskClient, query: str) -> None:
    html = page(client, "/?" + urlencode({"q": query}))
    assert re.search(r"(no|unbalanced|too|operator|field|unknown|date|nothing)_[a-z_]+", html) is None
    assert html.count("a été ignoré") <= 3


def test_every_reason_and_note_has_a_sentence() -> None:
    codes = set()
    for source in (Path(__file__).parents[2] / "search").rglob("*.py"):
        codes |= set(
            re.findall(
                r'(?:_ignore\(.*|NOISE, |dropped.*|too_long = .*)"([a-z]+(?:_[a-z]+)+)"', source.read_text("utf-8")
            )
        )
    assert {"no_letters", "too_long"} <= codes
    assert sorted(code for code in codes if not load_words()["fr"].known(f"reason_{code}")) == []


def test_an_articles_page_anchors_and_marks_the_matching_paragraphs(client: FlaskClient) -> None:
    search = page(client, "/?q=zelensky")
    address = unescape(re.findall(r'href="(/article/[^"]*)#p\d+"', search)[0])
    html = page(client, address)
    assert re.search(r'<p id="p\d+" class="matched">', html)
    assert 'class="mention person"' in html
    assert 'class="mention country"' in html


def test_an_articles_page_keeps_the_noise_apart(client: FlaskClient) -> None:
    search = page(client, "/?q=stmer&names=0")
    html = page(client, unescape(re.findall(r'<h2><a href="([^"]*)"', search)[0]))
    body, _, noise = html.partition('<details class="noise">')
    assert "Lire aussi" in noise
    assert "Lire aussi" not in body


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of an article that names one thing for two, and somebody whom no list knows."""
    root = tmp_path_factory.mktemp("named")
    (root / "articles").mkdir()
    (root / "articles/un.txt").write_text(
        "Un accord est signé\n\nLa Maison Blanche salue mardi un accord avec le président ukrainien.\n\n"
        "Le colonel Barnabé Trouvillon, qui commande le régiment, se dit satisfait de l’accord.\n",
        "utf-8",
    )
    (root / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
    config = load_config(root / "config.yaml", {})
    reindex(config)
    client = create_app(config).test_client()
    (address,) = re.findall(r'<h2><a href="([^"]*)"', page(client, "/"))
    return page(client, address)


def test_words_that_name_two_values_link_to_both(named: str) -> None:
    text = named.partition("</article>")[0]
    assert re.search(
        r'<a class="mention organisation" href="/\?organisation=maison-blanche"[^>]*>Maison Blanche</a>'
        r'<a class="also country" href="/\?country=us"[^>]*>'
        r'<span class="hidden">Aussi\s: États-Unis \(Pays\)</span></a>',
        text,
    )


def test_the_evidence_can_be_read_without_pointing_at_words(named: str) -> None:
    evidence = named.partition('<details class="evidence">')[2].partition("</details>")[0]
    rows = re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", "", evidence.replace("<q>", "«").replace("</q>", "»"))))
    assert "Ukraine «ukrainien» — adjectif ou habitants du pays, confiance 100 % ¶1" in rows
    assert "États-Unis «Maison Blanche» — déduit de l’organisation nommée, confiance 100 % ¶1" in rows
    assert 'href="/?country=ua">Ukraine</a>' in evidence
    assert 'href="#p1"' in evidence


def test_no_rule_is_named_in_english_on_the_french_page(named: str) -> None:
    assert [rule for rule in CONFIDENCE if "_" in rule and rule in named] == []
    assert 'title="Ukraine (Pays, adjectif ou habitants du pays, confiance 100\u00a0%)"' in named


def test_somebody_whom_no_list_knows_is_marked_in_the_text_and_in_the_evidence(named: str) -> None:
    text, _, below = named.partition("</article>")
    assert 'Barnabé Trouvillon</a><em class="unlisted">non vérifié</em>' in text
    assert 'Barnabé Trouvillon</a> <em class="unlisted">non vérifié</em>' in below


def test_an_article_that_is_not_there_is_a_page_with_a_way_back(client: FlaskClient) -> None:
    response = client.get("/article/0123456789abcdef")
    assert response.status_code == 404
    assert "Retour à la recherche" in response.text


@pytest.mark.parametrize(
    ("header", "expected"),
    [("fr", 'lang="fr"'), ("en-GB,en;q=0.9", 'lang="en"'), ("de", 'lang="fr"'), ("", 'lang="fr"')],
)
def test_the_page_speaks_french_and_english_on_request(client: FlaskClient, header: str, expected: str) -> None:
    assert f"<html {expected}>" in page(client, "/", **{"Accept-Language": header})


def test_a_chosen_language_is_remembered_and_keeps_the_query(client: FlaskClient) -> None:
    html = page(client, "/?q=ukraine")
    (link,) = re.findall(r'href="([^"]*lang=en)"', html)
    assert unescape(link) == "/?q=ukraine&lang=en"
    page(client, unescape(link))
    assert '<html lang="en">' in page(client, "/?q=ukraine")


def test_the_help_page_explains_with_examples_that_work(client: FlaskClient) -> None:
    html = page(client, "/aide")
    examples = re.findall(r'<td><a href="([^"]+)"><code>', html)
    assert len(examples) >= 10
    for example in examples:
        page(client, unescape(example))


def test_pages_forbid_everything_that_does_not_come_from_here(client: FlaskClient) -> None:
    response = client.get("/?q=ukraine")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "'unsafe-inline'" not in policy
    assert "<script>" not in response.text
    assert " style=" not in response.text


@pytest.mark.parametrize("address", ["/aide", "/?q=ukraine", "/api/search?q=ukraine", "/api/suggest?q=ukr"])
def test_an_unchanged_answer_is_not_sent_twice(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_time_an_answer_took_is_all_that_its_tag_leaves_out(client: FlaskClient) -> None:
    answers = [client.get(f"/{path}").data for path in ("?q=ukraine", "api/search?q=ukraine")]
    assert [len(TOOK.findall(answer)) for answer in answers] == [1, 1]
    assert all(len(TOOK.sub(b"", answer)) > len(answer) - 60 for answer in answers)
    tags = {client.get(f"/?q={words}").headers["ETag"] for words in ("ukraine", "niger", "ukraine&lang=en")}
    assert len(tags) == 3


def test_robots_are_kept_off_the_combinations_of_facets(client: FlaskClient) -> None:
    assert "Disallow: /api/" in client.get("/robots.txt").text
    assert 'content="noindex, nofollow"' in page(client, "/?country=ua")


def test_a_browser_can_add_the_search_to_its_own_box(client: FlaskClient) -> None:
    response = client.get("/opensearch.xml")
    assert response.mimetype == "application/opensearchdescription+xml"
    assert "?q={searchTerms}" in response.text


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "\x00",
    "'",
    "a" * 5000,
    "((((",
    '"',
    "％０",
]
NAMES = [
    "q",
    "person",
    "country",
    "organisation",
    "not_person",
    "after",
    "before",
    "sort",
    "page",
    "per_page",
    "lang",
    "source",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_in_a_url_breaks_the_page_or_reaches_it_unescaped(client: FlaskClient, name: str, value: str) -> None:
    html = client.get("/", query_string={name: value})
    assert html.status_code == 200
    assert "<script>alert" not in html.text
    assert "<img src=x" not in html.text
    assert "<span>49" not in html.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=30)), max_size=6))
def test_any_parameters_whatever_give_a_page(client: FlaskClient, pairs: list[tuple[str, str]]) -> None:
    assert client.get("/", query_string=pairs).status_code == 200


def test_copies_and_names_are_switched_by_the_form(client: FlaskClient) -> None:
    def chosen(html: str, name: str) -> list[str]:
        field = html.partition(f'name="{name}"')[2].partition("</select>")[0]
        return re.findall(r'value="(\d)" selected', field)

    html = page(client, "/?q=otan")
    assert (chosen(html, "copies"), chosen(html, "names")) == ([], [])
    html = page(client, "/?q=otan&copies=1&names=0")
    assert (chosen(html, "copies"), chosen(html, "names")) == (["1"], ["0"])
    assert 'type="hidden" name="copies"' not in html
