"""The titles, standfirsts and days of saved pages: in their heads, their headings and beside their text."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from index.article import Article, Zone
from index.cleaning import clean
from index.reading import html
from index.reading.limits import Limits
from index.reading.source import Source

TITLE = "À Tallinn, les Alliés cherchent leurs obus"
PARAGRAPHS = (
    "Réunis mardi à Tallinn, les ministres ont promis de livrer avant l'été les obus que Kiev attend depuis l'automne.",
    "Le Danemark, premier à répondre, cède la totalité de son artillerie, a résumé un diplomate que cela amusait.",
    "Personne, à Tallinn, n'a voulu parler de la suite.",
)
LONG = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TEXT = "<p>Le ministre a présenté mardi devant les députés le plan qui doit équiper l'armée de terre.</p>" * 3


def article(content: str) -> Article:
    (raw,) = html.read(Source(Path("page.html"), "page.html", BytesIO(content.encode()), Limits()))
    return clean(raw)


def body(found: Article) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in found.paragraphs if paragraph.zone is Zone.BODY)


def test_the_heading_with_which_the_bar_of_the_browser_begins_is_the_title() -> None:
    page = f"""<html><head><title>{TITLE} :: Nouvelles du Phare</title></head><body><h2>{TITLE}</h2>{TEXT}
        <h3>Autres nouvelles</h3></body></html>"""
    assert article(page).title == TITLE


def test_the_heading_that_the_bar_of_the_browser_begins_is_the_whole_title() -> None:
    whole = "Communiqué conjoint des ministres de la Défense réunis à Tallinn"
    page = f"<title>Communiqué conjoint - Le Phare</title><body><h2>{whole}</h2>{TEXT}</body>"
    assert article(page).title == whole


def test_what_the_bar_of_the_browser_shows_is_the_title_where_a_heading_says_it() -> None:
    head = "<head><title>La commission mixte est reportée</title><meta property='og:title' content='Комиссия'></head>"
    body = f"<body><h1>La Gazette de l'Île</h1><h2>La commission mixte est reportée</h2>{TEXT}</body>"
    assert article(f"<html>{head}{body}</html>").title == "La commission mixte est reportée"


def test_the_one_day_of_publication_that_is_shown_dates_the_page_though_it_stands_in_the_text() -> None:
    meta = "<div class='meta'><p>Direction : état-major / Publié le : 28 mars 2023</p></div>"
    page = f"<html><body><h1>{TITLE}</h1><p>Trois cents soldats sont arrivés.</p>{meta}{TEXT}"
    assert article(f"{page}<footer><p>Édition du 14/11/2022</p></footer></body></html>").date == date(2023, 3, 28)


def test_a_standfirst_below_a_long_title_keeps_its_place() -> None:
    title = "À Tallinn, les ministres des pays alliés cherchent des obus pour l'Ukraine, et n'en trouvent guère"
    lead = "La réunion devait durer une heure. Elle en a pris six, et chacun est reparti avec ses calculs."
    page = f"""<html><head><title>{title} | Le Phare</title></head><body><article><p class="over">Estonie</p>
        <h1>{title}</h1><div class="intro">{lead}</div><div>Par Jeanne Morel</div><div>{LONG}</div></article></body>"""
    found = article(page)
    assert (found.title, body(found)) == (title, (lead, *PARAGRAPHS))


def test_sentences_beside_the_paragraphs_of_a_text_are_part_of_it() -> None:
    rest = ("Le train repart à l'aube.", "Nul n'en descend.", "Environ 500 hommes restent à bord, selon la compagnie.")
    link = '<p><strong>Lis aussi : <a href="/t">Un tunnel coupe le ruban</a></strong></p>'
    page = f"""<html><body><article><h1>{TITLE}</h1><div>{LONG}{link}{"".join(f"<p>{text}</p>" for text in rest)}
        <blockquote><p>« Passionné de train. »</p></blockquote></div></article></body></html>"""
    assert body(article(page))[: len(PARAGRAPHS + rest)] == PARAGRAPHS + rest


def test_the_kicker_in_a_heading_is_not_of_the_title() -> None:
    page = f"""<html><head><title>{TITLE} | Le Phare</title><meta property="og:title" content="{TITLE}"/></head>
        <body><h1><span class="hidden">Armée : </span><span>{TITLE}</span></h1>{TEXT}</body></html>"""
    assert article(page).title == TITLE


def test_a_label_glued_to_the_title_in_its_heading_is_not_of_it() -> None:
    heading = f"<h1><span class='kicker'>Guerre en Ukraine</span><span>{TITLE}</span></h1>"
    lead = "Moscou assure avoir tiré un engin. Kiev réclame de nouveaux systèmes de défense."
    head = f"<head><title>{TITLE} - Le Phare</title><meta property='og:title' content='{TITLE}'/></head>"
    found = article(f"<html>{head}<body>{heading}<div class='lead'>{lead}</div>{LONG}</body></html>")
    assert found.title == TITLE
    assert body(found) == (lead, *PARAGRAPHS)
    assert (
        article(f"<html><body><h1><b>À</b> Tallinn, les Alliés cherchent leurs obus</h1>{LONG}</body></html>").title
        == TITLE
    )


@pytest.mark.parametrize("name", ["legende", "media-caption", "poll", "appel-don", "twitter-tweet"])
def test_what_an_element_is_called_tells_it_from_the_text(name: str) -> None:
    beside = "Des enfants jouent dans la cour d'une école transformée en abri, au bord de la mer."
    page = (
        f"<html><body><article><h1>{TITLE}</h1><div class='{name}'><p>{beside}</p></div>{LONG}</article></body></html>"
    )
    assert body(article(page)) == PARAGRAPHS


def test_a_marked_heading_below_a_link_heads_the_text() -> None:
    link = "<div><p>Sur le même sujet</p><a href='/1'>Pourquoi le bruit d'un avion n'est pas celui d'un autre</a></div>"
    heading, below = "Un calendrier en ligne dès le mois prochain, promet-il", " ".join(PARAGRAPHS)
    page = f"<html><body><h1>{TITLE}</h1><div>{LONG}{link}<h2>{heading}</h2><p>{below}</p>{LONG}</div></body></html>"
    assert heading in body(article(page))


def test_the_name_of_the_site_in_a_great_heading_is_not_the_title_that_the_bar_begins_with() -> None:
    head = f"<head><title>{TITLE} - Survie des Sables</title></head>"
    page = f"<body><h1><a href='/'>Survie des Sables</a></h1><h2>{TITLE}</h2>{TEXT}</body>"
    assert article(f"<html>{head}{page}</html>").title == TITLE


def test_the_name_of_a_site_that_only_the_bar_shows_is_not_the_title() -> None:
    page = f"<title>Bulletin de la Société d'études</title><body><p>Association fondée à Aix</p><h2>{TITLE}</h2>{LONG}"
    assert article(f"<html>{page}<h3>Sources</h3></body></html>").title == TITLE


def test_the_day_behind_a_date_without_its_year_is_read() -> None:
    block = "<div class='wp-block-post-date'><time datetime='2024-10-18T09:00:00+03:00'>vendredi</time></div>"
    old = "<p><abbr class='published' title='2024-02-06T08:00:00Z'>mardi 6 février</abbr>, par Odile Brun</p>"
    comment = "<ul class='comments'><li><time datetime='2020-01-01'>1er janvier 2020</time></li></ul>"
    for shown, day in ((block, date(2024, 10, 18)), (old, date(2024, 2, 6))):
        assert article(f"<html><body><h1>{TITLE}</h1>{shown}{TEXT}{comment}</body></html>").date == day


def test_what_somebody_says_within_a_sentence_does_not_part_it() -> None:
    said = "<p><q>On parle de souveraineté depuis des maisons chauffées au sud</q>, ironise la conseillère du port.</p>"
    page = f"<html><body><h1>{TITLE}</h1><div>{LONG}{said}</div></body></html>"
    whole = "On parle de souveraineté depuis des maisons chauffées au sud, ironise la conseillère du port."
    assert body(article(page)) == (*PARAGRAPHS, whole)


def test_a_quotation_set_off_as_a_figure_is_text_unless_it_is_pulled_out_of_it() -> None:
    said = "« Nous avons cherché ce qui casse sous la pluie », résume le directeur de l'exercice."
    quote = f"<blockquote><p>{said}</p></blockquote>"
    told = f"<figure class='quote'>{quote}</figure>"
    pulled = "<figure class='wp-block-pullquote'><blockquote><p>« Ce qui casse »</p></blockquote></figure>"
    page = f"<html><body><h1>{TITLE}</h1><div>{LONG}{told}{pulled}{TEXT}</div></body></html>"
    assert said in body(article(page))
    assert "« Ce qui casse »" not in body(article(page))


def test_a_date_in_a_list_of_terms_is_that_of_its_term() -> None:
    terms = "<dl><dt>Auteur</dt><dd>Odile Brun</dd><dt>Date de parution</dt><dd>2 avril 2025</dd></dl>"
    visit = "<dl><dt>Ouverture :</dt><dd>4 mai 2021</dd></dl>"
    page = f"<html><body><h1>{TITLE}</h1>{terms}<div>{LONG}{TEXT}</div>{visit}</body></html>"
    assert article(page).date == date(2025, 4, 2)


def test_a_heading_above_points_that_extraction_keeps_is_kept() -> None:
    points = [
        f"<li>Plus de {number}00 morts, selon les derniers bilans officiels de la mairie.</li>" for number in (7, 8)
    ]
    box = f"<div class='key'><h2>Les points essentiels</h2><ul>{''.join(points)}</ul></div>"
    assert "Les points essentiels" in body(article(f"<html><body><h1>{TITLE}</h1>{LONG}{box}{TEXT}</body></html>"))


def test_the_by_line_that_readers_see_dates_the_article_rather_than_its_metadata() -> None:
    meta = '<meta property="article:published_time" content="2024-02-16T22:30:00.000Z">'
    byline = "<div><span>Le Phare</span> / Par Nayla MOREL, le 17 février 2024 à 00h30</div>"
    page = f"<html><head>{meta}</head><body><h1>{TITLE}</h1>{byline}{LONG}</body></html>"
    assert article(page).date == date(2024, 2, 17)


def test_a_standfirst_with_a_dash_keeps_its_place_below_the_title() -> None:
    lead = "- Le mécanisme sera installé à Tallinn et placé sous la responsabilité des deux ministères de la Défense"
    page = f"<html><body><article><h1>{TITLE}</h1><h4>{lead}</h4><div>{LONG}</div></article></body></html>"
    assert lead in body(article(page))


def test_what_spip_puts_below_a_picture_is_none_of_the_text() -> None:
    legend = "Les chefs militaires des trois pays à l'ouverture des travaux"
    picture = f"<dl class='spip_document_812 spip_documents'><dt><img src='a.jpg'></dt><dd>{legend}</dd></dl>"
    assert (
        body(article(f"<html><body><h1>{TITLE}</h1><div class='texte'>{picture}{LONG}</div></body></html>"))
        == PARAGRAPHS
    )


def test_the_heading_that_goes_on_as_the_bar_of_the_browser_begins_is_the_title() -> None:
    title = "Tallinn : ce que l'on sait des obus promis à Kiev"
    bar = "Phare.info - Tallinn : ce que l'on sait"
    page = f"""<html><head><title>{bar}</title></head><body><h2>{title}</h2>{TEXT}</body></html>"""
    assert article(page).title == title


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("<p>Publié mardi à 20:35</p>", None),
        ("<ul><li>07 déc. 2023</li><li>Mis en ligne le : 07 déc. 2023 19:15</li></ul>", date(2023, 12, 7)),
    ],
)
def test_a_comment_dates_no_page_that_says_when_it_was_published(said: str, day: date | None) -> None:
    comment = (
        "<div class='avis'><p>Posté par Delhez Marc, vendredi 12 janvier 2024, 8:13</p></div>" if day is None else ""
    )
    assert article(f"<html><body><h1>{TITLE}</h1>{said}<div>{LONG}</div>{comment}</body></html>").date == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<div>Publié le</div><div>6 février 2023</div>", date(2023, 2, 6)),
        ("<div class='share'><time datetime='2024-10-22T12:00:00-04:00'>22 oct.</time></div>", date(2024, 10, 22)),
        ("<ul><li><time datetime='2024-10-22T12:00:00-04:00'>22 oct.</time></li></ul>", None),
    ],
)
def test_a_label_or_the_one_time_below_the_title_dates_a_page(head: str, day: date | None) -> None:
    assert article(f"<html><body><h1>{TITLE}</h1>{head}<div>{LONG}</div></body></html>").date == day


@pytest.mark.parametrize("bar", ["Niamey, le matin d'après - Le Phare", "Carnets du Phare: Niamey, le matin d'après"])
def test_the_heading_that_the_bar_shows_beside_a_name_is_the_title_whatever_metadata_say(bar: str) -> None:
    head = f"<head><title>{bar}</title><meta property='og:title' content='Niger. Le matin d’après le coup'></head>"
    brand = "<h1><a href='/'>Le Phare</a></h1><h2>Le fil de l'actualité</h2>"
    page = f"<html>{head}<body>{brand}<h3>Niamey, le matin d’après</h3><div>{LONG}</div></body></html>"
    assert article(page).title == "Niamey, le matin d’après"


def test_a_long_word_in_the_bar_of_the_browser_costs_nothing() -> None:
    bar = f"{TITLE} - {'x' * 20_000} et encore plus de six autres mots"
    page = f"<html><head><title>{bar}</title></head><body><h1>{TITLE}</h1><div>{LONG}</div></body></html>"
    assert article(page).title == TITLE


def test_of_great_headings_that_like_the_metadata_is_the_title() -> None:
    shared, heading = "Entretien avec Odile Brun : la paix", "Odile Brun : « La paix d'abord »"
    head = f"<head><title>L'entretien - Radio</title><meta property='og:title' content='{shared}'></head>"
    page = f"<html>{head}<body><h1>Radio du Phare – 98.3</h1><h1>{heading}</h1><div>{LONG}</div></body></html>"
    assert article(page).title == heading


def test_a_word_in_an_element_of_its_own_before_the_title_is_its_kicker() -> None:
    heading = f"<h1><span class='a1'>Arctique</span> <span class='b2'>{TITLE}</span></h1>"
    page = f"<html><head><title>Autre chose - Le Phare</title></head><body>{heading}<div>{LONG}</div></body></html>"
    assert article(page).title == TITLE


def test_the_day_on_which_the_publisher_was_founded_is_none_of_publication() -> None:
    founded = '<script type="application/ld+json">{"@type": "Organization", "foundingDate": "2012-01-14"}</script>'
    given = "<meta property='article:published_time' content='2012-01-14T08:00:00+00:00'>"
    page = "<html><head>{}{}</head><body><h1>{}</h1><div>{}</div></body></html>"
    assert article(page.format(founded, given, TITLE, LONG)).date is None
    assert article(page.format("", given, TITLE, LONG)).date == date(2012, 1, 14)


def test_a_time_below_the_text_is_not_the_articles() -> None:
    late = "<div><time datetime='2024-10-22T12:00:00-04:00'>22 oct.</time></div>"
    text = f"<p>{PARAGRAPHS[0]} {PARAGRAPHS[1]}</p>{LONG}"
    assert article(f"<html><body><h1>{TITLE}</h1><div>{text}</div>{late}</body></html>").date is None


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x1f", "&#1;", "&#xfffe;", "\uffff"])
def test_control_characters_in_a_page_lose_nothing_of_it(control: str) -> None:
    told = f"<h1>{TITLE}</h1><q>Oui</q><p>Une phrase{control} de plus,\nqui va à la ligne.</p>{LONG}"
    assert body(article(f"<html><body>{told}</body></html>"))[-3:] == PARAGRAPHS


def test_a_page_without_headings_has_the_title_that_its_bar_shows_behind_the_name_of_the_site() -> None:
    head = f"<head><title>La Lettre du Nord - {TITLE}</title></head>"
    menu = "<p>&raquo; Les hommes du mois</p><p>Le thé du colonel, une chronique de nos lecteurs</p>"
    found = article(f"<html>{head}<body>{menu}<p><font size=5><b>{TITLE}</b></font></p>{LONG}</body></html>")
    assert (found.title, body(found)) == (TITLE, PARAGRAPHS)


def test_a_standfirst_that_is_no_paragraph_is_text_and_the_small_print_of_a_picture_is_none() -> None:
    picture = '<div class="img"><img src="a.jpg"><small>Le port au matin <em>Photo : Ilze Brun/RN</em></small></div>'
    lead = '<section class="lead"><strong>Trois ans après, Tallinn attend toujours ses obus.</strong></section>'
    found = article(f"<html><body><article><h1>{TITLE}</h1>{picture}{lead}{LONG}</article></body></html>")
    assert body(found) == ("Trois ans après, Tallinn attend toujours ses obus.", *PARAGRAPHS)
