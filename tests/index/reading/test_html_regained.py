"""What the extraction of a main text drops of it, and how it comes back."""

from __future__ import annotations

from datetime import date

import lxml.html

from index.article import RawArticle, Zone
from index.cleaning import clean
from index.reading import html
from index.reading.html_regained import headings, regained
from tests.index.reading.test_html_rest import TEXT, read

ENTRY = "Le convoi attendu depuis l'aube est entré dans le port, ont constaté deux témoins sur le quai numéro {}."


def page(*parts: str) -> str:
    """A saved page with a title and these parts of its text."""
    return f"<html><body><main><h1>À Tallinn, les Alliés cherchent leurs obus</h1>{''.join(parts)}</main></body></html>"


def entry(number: int, name: str = "post", heading: str = "") -> str:
    """An entry of live coverage, in an element of that class."""
    head = f"<h2>{heading}</h2>" if heading else ""
    return f'<section class="{name}"><span>1{number}:05</span>{head}<div><p>{ENTRY.format(number)}</p></div></section>'


def body(raw: RawArticle) -> list[str]:
    """The searched lines of what is made of it."""
    return [paragraph.text for paragraph in clean(raw).paragraphs if paragraph.zone is Zone.BODY]


def test_the_entries_of_live_coverage_come_back_with_their_headings() -> None:
    first = f'<section class="post"><div><p>{TEXT}</p></div></section>'
    found = body(read(page(first, entry(1, heading="Le port rouvre à midi"), entry(2), entry(3))))
    assert {ENTRY.format(1), ENTRY.format(2), ENTRY.format(3), "Le port rouvre à midi"} <= set(found)
    assert found.index("Le port rouvre à midi") + 1 == found.index(ENTRY.format(1))


def test_the_first_entry_stands_below_the_title_and_what_is_told_first() -> None:
    entries = (f"<article class='post'><p>{ENTRY.format(number)}</p></article>" for number in range(3))
    head = f"<div><h1>À Tallinn, les Alliés cherchent leurs obus</h1></div><div><p>{TEXT}</p></div>"
    found = body(read(f"<html><body><main>{head}<section>{''.join(entries)}</section></main></body></html>"))
    assert found == [TEXT, *(ENTRY.format(number) for number in range(3))]


def test_other_articles_below_the_text_are_no_entries() -> None:
    other = '<article class="post"><h1>Un autre article du jour</h1><div><p>{}</p></div></article>'
    own = f'<article class="post"><div><p>{TEXT}</p></div></article>'
    content = page(own, *(other.format(ENTRY.format(number)) for number in range(3)))
    for shown, expected in ((content, 0), (content.replace("<h1>Un", "<h2>Un"), 3)):
        tree = lxml.html.document_fromstring(shown)
        found = regained([TEXT], tree, list(html.visible_lines(tree)), headings(tree))
        assert sum(ENTRY.format(number) in found for number in range(3)) == expected


def test_a_heading_without_a_verb_is_no_caption_where_the_page_marks_it_as_one() -> None:
    heading = "Une armée de six mille hommes et des avions, zéro"
    paragraphs = f"<p>{TEXT}</p><h2>{heading}</h2><p>{ENTRY.format(1)}</p>"
    assert heading in body(read(page(paragraphs)))
    assert heading not in body(read(page(paragraphs.replace("h2", "p"))))


def test_a_headline_that_leads_to_another_page_is_no_heading_of_the_text() -> None:
    link = "<h4><a href='/p2'>La Grèce prolonge de six mois le service militaire dans les îles</a></h4>"
    assert not any("Grèce" in line for line in body(read(page(f"<p>{TEXT}</p>{link}<p>{ENTRY.format(1)}</p>"))))


def test_the_part_that_is_paid_for_is_text_and_the_offer_is_none() -> None:
    offer = "Cet article est réservé à nos abonnés. Il vous reste la moitié à lire."
    first, second = f"{ENTRY.format(1)} Rien de plus.", f"{ENTRY.format(2)} Rien."
    paid = f'<div class="paywall"><p>{first}</p><h3>La cave</h3><p>{second}</p></div>'
    others = "".join(f"<p>{ENTRY.format(number)}</p>" for number in range(3, 12))
    lines = body(read(page(f'<p>{TEXT}</p>{others}{paid}<div class="paywall"><p>{offer}</p></div>')))
    assert first in lines and second in lines and offer not in lines


def test_a_paragraph_that_is_paid_for_is_text_wherever_it_stands() -> None:
    paid = f'<p class="text paywall">{ENTRY.format(1)} Rien de plus.</p>'
    raw = read(page(f"<p>{TEXT}</p><h2>« Tenir » : un verbe, trois chiffres</h2>{paid}<p>{ENTRY.format(2)}</p>"))
    assert {f"{ENTRY.format(1)} Rien de plus.", "« Tenir » : un verbe, trois chiffres"} <= set(body(raw))


def test_a_link_beside_the_day_of_publication_is_no_part_of_it() -> None:
    day = '<div class="date"><i>Djibouti, le 2 août 2023 (ADMI)</i> <a href="/p">Version imprimable</a></div>'
    paragraphs = "".join(f"<p>{ENTRY.format(number)}</p>" for number in range(3))
    assert clean(read(page(f"{day}<p>{TEXT}</p>{paragraphs}"))).date == date(2023, 8, 2)


def test_comments_of_a_forum_are_none_of_the_text() -> None:
    forum = f'<ul class="forum"><li><p>{ENTRY.format(7)}</p></li></ul>'
    raw = read(page(f"<div><p>{TEXT}</p><p>{ENTRY.format(1)}</p></div>", forum))
    assert ENTRY.format(7) not in body(raw)


def test_a_label_within_the_heading_is_no_part_of_the_title() -> None:
    shown = page(f"<p>{TEXT}</p><p>{ENTRY.format(1)}</p>").replace("<h1>", '<h1><span class="surtitre">Défense</span> ')
    title = "À Tallinn, les Alliés cherchent leurs obus"
    told = shown.replace("<body>", f'<head><meta property="og:title" content="{title}"></head><body>')
    assert clean(read(told)).title == title


def test_a_by_line_below_the_standfirst_dates_the_article() -> None:
    meta = "<div><span>Jeanne Morel</span>\n<span>Mercredi 6 mars 2024, 17h40</span></div>"
    paragraphs = "".join(f"<p>{ENTRY.format(number)}</p>" for number in range(3))
    assert clean(read(page(f"<div><p>{TEXT}</p></div>{meta}<div>{paragraphs}</div>"))).date == date(2024, 3, 6)


def test_the_one_great_heading_is_the_title_though_metadata_name_an_entry() -> None:
    entry_title = "Le port rouvre à midi, disent les douaniers"
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{entry_title}"}}</script>'
    head = f"<head><title>EN DIRECT - À Tallinn, les Alliés cherchent leurs obus</title>{data}</head><body>"
    shown = page(f"<p>{TEXT}</p><h3>{entry_title}</h3><p>{ENTRY.format(1)}</p>").replace("<body>", head)
    assert clean(read(shown)).title == "À Tallinn, les Alliés cherchent leurs obus"


def test_a_line_that_the_source_of_a_page_breaks_is_one() -> None:
    broken = TEXT.replace(" que l'Ukraine", "\nque l'Ukraine")
    assert TEXT in body(read(page(f"{broken}<br><br>{ENTRY.format(1)}")))


def test_a_message_of_another_network_does_not_come_back() -> None:
    message = "<blockquote class='twitter-tweet'><p>Nos équipes ont distribué des repas hier.</p></blockquote>"
    found = body(read(page(f"<article><p>{TEXT}</p>{message}<p>{ENTRY.format(1)}</p></article>")))
    assert found == [TEXT, ENTRY.format(1)]


def test_what_the_source_of_a_page_breaks_between_two_breaks_is_one_paragraph() -> None:
    told = "La dix-millième caisse est partie mardi.\n  Le convoi suivant attend sur le quai."
    parts = "<br><br>".join([TEXT, told, *(ENTRY.format(number) for number in range(4))])
    assert " ".join(told.split()) in body(read(page(f"<div>{parts}</div>")))
