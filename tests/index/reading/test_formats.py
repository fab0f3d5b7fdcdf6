"""Web pages and Markdown: what is read of them, and what becomes of bad ones."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from index.article import RawArticle, Zone
from index.errors import UnreadableArticleError
from tests.index.reading.invented import FIRST, MARKED_UP, PARAGRAPHS, SECOND, THIRD, TITLE, body, cleaned, read

PAGES = {
    "plain article": f"<html><body><h1>{TITLE}</h1><article>{MARKED_UP}</article></body></html>",
    "cookie banner, menu, comments, footer": f"""<!doctype html><html lang="fr"><head><title>{TITLE} | Le Phare</title>
        <script>var p = "<p>La Chine et le Brésil attaquent le Pérou depuis dimanche, dit le script.</p>";</script>
        </head><body>
        <div id="didomi-host" class="cookie-consent"><p>Avec votre accord, nos 312 partenaires et nous utilisons des
        cookies pour mesurer l'audience et personnaliser la publicité que vous voyez.</p><button>Accepter</button></div>
        <nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
        <main><article><h1>{TITLE}</h1><p class="byline">Par <a href="/a">Jeanne Morel</a> – Publié le 3 mars 2024 à
        18h04</p>{MARKED_UP}<div class="share"><a>Partager</a> <a>Tweeter</a></div></article>
        <section id="comments"><h3>3 commentaires</h3><div class="comment"><p>Le 5 mai 2021 déjà, on nous promettait
        la même chose, et rien n'est venu ; demandez donc aux Polonais ce qu'ils en pensent.</p></div></section></main>
        <footer><p>© 2019 Le Phare, publié le 1 janvier 2019</p></footer></body></html>""",
    "paragraphs divided by line breaks": f"""<html><body><h1>{TITLE}</h1>
        <div class='texte'>{"<br><br>".join(PARAGRAPHS)}</div></body></html>""",
    "tables of the last century": f"""<html><body><table><tr><td><a>Accueil</a><br><a href="/c">Contact</a></td>
        <td><h1>{TITLE}</h1>{MARKED_UP}</td></tr></table></body></html>""",
    "blog with related posts": f"""<html><body class="post"><header><h1 class="entry-title">{TITLE}</h1>
        <time class="entry-date published" datetime="2024-03-03T18:04:00+01:00">3 mars 2024</time></header>
        <div class="entry-content">{MARKED_UP}<div class="jp-relatedposts"><h3>Articles similaires</h3>
        <ul><li><a href="/x">Le Honduras achète des vedettes</a></li></ul></div></div>
        <aside><h2>Articles récents</h2><ul><li><a>Un autre titre</a></li></ul></aside></body></html>""",
    "site before the title": f"""<html><head><title>Le Veilleur – {TITLE}</title></head><body>
        <h2>{TITLE}</h2>{MARKED_UP}</body></html>""",
    "xml declaration": f'<?xml version="1.0" encoding="utf-8"?><html><body><h1>{TITLE}</h1>{MARKED_UP}</body></html>',
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_the_text_of_a_page_is_kept_and_nothing_else(tmp_path: Path, page: str) -> None:
    article = cleaned(tmp_path, "page.html", page)
    assert article.title == TITLE
    assert body(article) == PARAGRAPHS


def metadata(head: str = "", above: str = "") -> str:
    return f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{above}{MARKED_UP}</article></body></html>"


def ld(content: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(content)}</script>'


DATES = {
    "json-ld": (metadata(ld({"@type": "NewsArticle", "datePublished": "2024-03-03T23:30:00-05:00"})), date(2024, 3, 3)),
    "json-ld graph": (
        metadata(
            ld(
                {
                    "@graph": [
                        {"@type": "WebPage", "datePublished": "2024-01-01"},
                        {
                            "@type": ["Article", "NewsArticle"],
                            "datePublished": "2024-03-03",
                            "dateModified": "2024-04-04",
                        },
                    ]
                }
            )
        ),
        date(2024, 3, 3),
    ),
    "broken json-ld": (
        metadata(
            '<script type="application/ld+json">{"datePublished": "2020-01-01",</script>'
            '<meta property="article:published_time" content="2024-03-03T10:00:00Z">'
        ),
        date(2024, 3, 3),
    ),
    "meta": (metadata('<meta name="DC.date.issued" content="2024-03-03">'), date(2024, 3, 3)),
    "time": (
        metadata(above='<time itemprop="datePublished" datetime="2024-03-03T10:00">dimanche</time>'),
        date(2024, 3, 3),
    ),
    "bare time": (
        f'<article><h1>{TITLE}</h1><p>19h30 / <time datetime="2024-03-03">dimanche</time></p><p>{FIRST}</p></article>',
        date(2024, 3, 3),
    ),
    "time of a link": (
        f'<article><h1>{TITLE}</h1><p>{FIRST}</p><a href="/b"><time datetime="2024-03-03">3 mars</time></a></article>',
        None,
    ),
    "time of an update": (
        f'<article><h1>{TITLE}</h1><time class="updated" datetime="2024-03-03">lundi</time><p>{FIRST}</p></article>',
        None,
    ),
    "visible": (metadata(above="<p>Publié le 3 mars 2024 à 18h04, mis à jour le 4 mars 2024</p>"), date(2024, 3, 3)),
    "modified only": (metadata('<meta property="article:modified_time" content="2024-03-03T10:00:00Z">'), None),
    "in a comment": (
        metadata() + '<div class="comments"><time class="published" datetime="2024-03-03"></time></div>',
        None,
    ),
    "below": (metadata() + '<footer class="entry"><time pubdate>2024-03-03</time></footer>', date(2024, 3, 3)),
    "in the footer": (metadata() + "<footer><p>Publié le 3 mars 2024</p></footer>", None),
    "of a neighbour": (
        metadata() + '<aside><time class="entry-date" datetime="2024-03-03">3 mars 2024</time></aside>',
        None,
    ),
    "called a date": (
        metadata(above='<div><span>A. Roux</span> <span class="date meta">3 mars 2024</span> <span>3 417</span></div>'),
        date(2024, 3, 3),
    ),
    "between labels": (
        metadata(above="<div><a>A. Roux</a> <span>3 mars 2024</span> <span>5 min</span></div>"),
        date(2024, 3, 3),
    ),
    "today": (f"<header><a>Le Phare</a><div>samedi 6 juillet 2024</div></header>{metadata()}", None),
    "today in a bar": (f'<div class="today-bar">samedi 6 juillet 2024</div>{metadata()}', None),
    "among widgets": (
        '<div class="location-header">mardi 4 juin 2024</div>'
        + metadata(above='<ul class="elementor-widget-post-info"><li>A. Roux</li><li>3 mars 2024</li></ul>'),
        date(2024, 3, 3),
    ),
    "today right above": (
        f"<div>samedi 6 juillet 2024</div>{metadata(above='<p>3 mars 2024</p>')}",
        date(2024, 3, 3),
    ),
    "of the news above": (
        f'<ul><li><span class="date">6 juillet 2024</span> <a>Un pont rouvre à la frontière</a></li></ul>{metadata()}',
        None,
    ),
    "of a sentence": (
        metadata(above='<p>Le <span class="date">7 octobre 2023</span> a tout changé pour les ministres, dit-on.</p>'),
        None,
    ),
    "in the address": (
        metadata('<link rel="canonical" href="https://phare.example/2024/03/03/obus">'),
        date(2024, 3, 3),
    ),
    "a month in the address": (metadata('<link rel="canonical" href="https://phare.example/2024/03/obus">'), None),
}


@pytest.mark.parametrize(("page", "day"), DATES.values(), ids=DATES.keys())
def test_a_page_is_dated_by_what_it_says_of_its_publication(tmp_path: Path, page: str, day: date | None) -> None:
    assert cleaned(tmp_path, "page.html", page).date == day


def test_a_page_tells_its_source_address_and_author(tmp_path: Path) -> None:
    page = metadata(
        '<meta property="og:site_name" content="Le Phare"><meta name="author" content="Jeanne Morel">'
        f'<meta property="og:title" content="{TITLE} - Le Phare">'
        '<link rel="canonical" href="https://phare.example/obus">'
    )
    article = cleaned(tmp_path, "page.htm", page)
    assert (article.title, article.source, article.author) == (TITLE, "Le Phare", "Jeanne Morel")
    assert article.url == "https://phare.example/obus"


def test_the_encoding_a_page_claims_is_believed_only_where_it_can_be(tmp_path: Path) -> None:
    page = metadata('<meta charset="iso-8859-1">')
    assert body(cleaned(tmp_path, "page.html", page)) == PARAGRAPHS
    assert body(cleaned(tmp_path, "page.html", page.encode("cp1252"))) == PARAGRAPHS
    polish = metadata('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">').replace(
        "Danemark", "Łódź"
    )
    assert "Łódź" in body(cleaned(tmp_path, "page.html", polish.encode("iso-8859-2", "replace")))[1]


@pytest.mark.parametrize("nested", ["[" * 50_000, '{"@graph":[' * 5_000 + "]}" * 5_000, f'{{"id": {"9" * 5_000}}}'])
def test_machine_readable_data_that_cannot_be_read_cost_no_page(tmp_path: Path, nested: str) -> None:
    script = f'<script type="application/ld+json">{nested}</script>'
    article = cleaned(tmp_path, "a.html", PAGES["plain article"].replace("<body>", f"<head>{script}</head><body>"))
    assert (article.title, body(article)) == (TITLE, PARAGRAPHS)


def test_a_page_too_small_to_tell_apart_is_read_whole(tmp_path: Path) -> None:
    article = cleaned(tmp_path, "page.html", f"<html><body><p>{THIRD}</p></body></html>")
    assert THIRD in [paragraph.text for paragraph in article.paragraphs]


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "page.html", "<html><body><script>x = 1</script></body></html>")
    assert isinstance(error, UnreadableArticleError)


def test_front_matter_and_markup_are_told_from_the_text(tmp_path: Path) -> None:
    content = f"""---
title: "{TITLE}"
date: 2024-03-03T23:30:00-05:00
author: [Jeanne Morel, Paul Roux]
source: Le Phare
link: https://phare.example/obus
---

# {TITLE}

**Réunis mardi** dans la capitale estonienne, les [ministres de la Défense](https://x.example) ont promis de livrer
avant l'été les obus que l'Ukraine réclame depuis l'automne, sans dire d'où ils viendraient.

> Le Danemark, premier à répondre, cède la totalité de son artillerie. « Nous n'en avons pas l'usage demain
> matin », a résumé un diplomate danois, que la formule faisait sourire.

![Une usine d'obus](usine.jpg)

Ont répondu :

- le Danemark ;
- la *Norvège*.

Personne, à Tallinn, n'a voulu parler de la suite.
"""
    article = cleaned(tmp_path, "note.md", content)
    assert (article.title, article.date, article.source) == (TITLE, date(2024, 3, 3), "Le Phare")
    assert (article.url, article.author) == ("https://phare.example/obus", "Jeanne Morel, Paul Roux")
    assert body(article) == (FIRST, SECOND, "Ont répondu :", "- le Danemark ;", "- la Norvège.", THIRD)
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.TITLE] == [TITLE]


def test_front_matter_that_is_no_yaml_is_read_line_by_line(tmp_path: Path) -> None:
    article = cleaned(tmp_path, "note.md", f"---\ntitle: Obus : la pénurie\ndate: 03/03/2024\n---\n{FIRST}\n")
    assert (article.title, article.date) == ("Obus : la pénurie", date(2024, 3, 3))


def test_headings_and_lists_of_markdown_stay_wherever_they_stand(tmp_path: Path) -> None:
    blocks = [
        "Deux mesures :",
        "- les diamants",
        "- le transit",
        "La réaction du Kremlin",
        FIRST,
        "- le Danemark aussi",
    ]
    marked_up = "\n\n".join([*blocks[:3], f"## {blocks[3]}", *blocks[4:]])
    article = cleaned(tmp_path, "note.md", f"---\ntitle: {TITLE}\n---\n{FIRST[:-1]}, dit-il.\n\n{marked_up}\n")
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.BODY][1:] == blocks


def test_a_first_heading_is_the_title_where_nothing_else_is(tmp_path: Path) -> None:
    article = cleaned(tmp_path, "note.md", f"# {TITLE}\n\n{FIRST}\n\n---\n\n{SECOND}\n")
    assert article.title == TITLE
    assert body(article) == (FIRST, SECOND)


def test_front_matter_without_end_is_told_as_such(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "note.md", f"---\ntags: {'[' * 5000}\n---\n{FIRST}\n")
    assert isinstance(error, UnreadableArticleError)
    assert (error.path.name, error.reason) == ("note.md", "is nested too deeply, in its front matter or its text")


def test_labels_that_touch_are_told_apart_and_marks_of_notes_dropped(tmp_path: Path) -> None:
    above = "<div><span>Théo Bärtschi</span><span>Publié: 28.11.2024, 06h32</span></div>"
    page = metadata("", above).replace("</p>", "<sup>1</sup></p>", 1)
    article = cleaned(tmp_path, "page.html", page)
    assert (str(article.date), body(article)) == ("2024-11-28", PARAGRAPHS)


def test_what_a_page_shows_its_readers_is_surer_than_what_it_tells_machines(tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2025-01-02T10:00:00Z">'
    assert str(cleaned(tmp_path, "page.html", metadata(meta, "<p>Publié le 3 mars 2024</p>")).date) == "2024-03-03"
    assert str(cleaned(tmp_path, "page.html", metadata(meta, "<p>Mis à jour le 3 mars 2024</p>")).date) == "2025-01-02"


@pytest.mark.parametrize("name", ["footnotes", "c-bio", "jp-relatedposts", "sidebar-left"])
def test_an_element_that_its_name_tells_from_the_article_is_left_out(tmp_path: Path, name: str) -> None:
    note = f'<div class="{name}"><p>Horloger de formation, il a rejoint le journal après un détour.</p></div>'
    assert body(cleaned(tmp_path, "page.html", metadata("").replace("</article>", f"{note}</article>"))) == PARAGRAPHS


def test_signs_that_open_markup_and_close_none_cost_no_words(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.md", f"Un *mot* &amp; \\[deux\\].\n\n{'<!A [' * 20_000} *fin*")
    assert isinstance(article, RawArticle)
    first, last = article.text.split("\n\n")
    assert first == "Un mot & [deux]."
    assert last.endswith("<!A [ *fin*")
