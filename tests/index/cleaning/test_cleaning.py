"""What cleaning makes of whole articles: titles, datelines, layouts, and the odd cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, RawArticle, Zone
from index.cleaning import article_id, clean

SEEDS = Path(__file__).parents[3] / "../shared/seeds"
FIRST = "Le ministre a présenté mardi devant les députés le plan qui doit équiper l'armée de terre d'ici à trois ans."
SECOND = "Les industriels attendent encore les premières commandes, promises par son prédécesseur à l'automne dernier."
TITLE = "Le plan d'équipement de l'armée coûtera plus cher que prévu"


def cleaned(text: str, **said: str) -> Article:
    return clean(RawArticle("a.txt", text, **said))


def texts(article: Article, zone: Zone) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.zone is zone]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (f"{TITLE}\n", TITLE),
        (f"{TITLE} ?\n", f"{TITLE} ?"),
        (f"« {TITLE} »\n", f"« {TITLE} »"),
        (f"Accueil International Le plan d'équipement de l'armée...\n{TITLE}.\n0\n", f"{TITLE}."),
        (f"Accueil International Le plan d'équipement de l'arm...\n{TITLE}\n", TITLE),
        (f"{TITLE} - Le Phare\n{TITLE}\n", TITLE),
        (f"{TITLE}.\nUn chapeau qui annonce la suite.\n{TITLE}.\n", f"{TITLE}."),
        (f"LE PHARE\nMonde\nDéfense\n{TITLE}\nPublié le 3 mars 2024\n", TITLE),
        (f"Le Phare | Canal\nRègles du salon et liens de secours\n⚡️ {TITLE}\n", f"⚡️ {TITLE}"),
        (f"← Les députés, l'armée et le plan d'équipement\n{TITLE}\n", TITLE),
        (f"Le plan d'équipement de l'armée coûtera plus ch…\n{TITLE}\n", TITLE),
        (f"{TITLE}\nCe que les députés n'ont pas voulu voir venir\nPar Jeanne Morel\n", TITLE),
        (f'<script>alert(1)</script> {TITLE} & "test"\n', f'<script>alert(1)</script> {TITLE} & "test"'),
        (f"[Défense] [Espace] [Contact]\n{TITLE}\n", TITLE),
        ("Austin à Kiev\n", "Austin à Kiev"),
        (f"Ce direct est terminé\n{TITLE}, suivez notre direct\n", f"{TITLE}, suivez notre direct"),
        (f"Note n° 37\n{TITLE}\nAurélien Mestre, chercheur associé\n22 octobre 2020\n", TITLE),
        (f"Le Bivouac – forum des passionnés\nIndex du forum » Armée\nPage 12 sur 15\n{TITLE}\n", TITLE),
        (f"Industrie de la défense\nGalerie\nIndustrie de la défense\n{TITLE}\n28.12.2023 13:11\n", TITLE),
        (
            f"Les plus lus de la semaine\n{TITLE}\nLa facture de l'armée dépassera de moitié le plan des députés\n",
            TITLE,
        ),
        (f"Un député devant l'armée de terre. Photo : Guy Wolff\n{TITLE}\nPublié le 3 mars 2024\n", TITLE),
        (f"DIRECT - {TITLE}\nEN COURS\n", f"DIRECT - {TITLE}"),
        ("Monde » Défense » Budget\nRetour sur terre\nPosté par admin le 3 mars 2024\n", "Retour sur terre"),
        ("BULLETIN\nLE BUDGET ENTRE EN GUERRE SANS LE DIRE\n", "LE BUDGET ENTRE EN GUERRE SANS LE DIRE"),
        ("", FIRST.removesuffix(" trois ans.") + "…"),
    ],
)
def test_the_title_is_found(above: str, title: str) -> None:
    article = cleaned(f"{above}{FIRST}\n{SECOND}\n")
    assert article.title == title
    assert {FIRST, SECOND} <= set(texts(article, Zone.BODY))
    assert len(texts(article, Zone.TITLE)) == (above != "")


def test_a_given_title_is_searched_and_not_said_twice() -> None:
    absent = cleaned(f"{FIRST}\n{SECOND}", title=TITLE)
    assert [(p.text, p.rule) for p in absent.paragraphs if p.zone is Zone.TITLE] == [(TITLE, "given title")]
    present = cleaned(f"{TITLE}\n{FIRST}\n{TITLE} | Le Phare", title=TITLE)
    assert texts(present, Zone.TITLE) == [TITLE]
    assert texts(present, Zone.BODY) == [FIRST]


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("Paris, 23 mai (Cinktank.com) –", "Cinktank.com"),
        ("Vilnius, 12 juillet 2023 (Agence Baltica) –", "Agence Baltica"),
        ("Kiev, 3 mars (Agence) –", None),
        ("Kiev, 3 mars –", None),
    ],
)
def test_the_agency_of_a_dateline_is_the_source(dateline: str, source: str | None) -> None:
    alone = cleaned(f"{TITLE}\n\n{dateline}\n\n{FIRST}\n")
    assert alone.source == source
    assert texts(alone, Zone.DATELINE) == [dateline]
    leading = cleaned(f"{TITLE}\n\n{dateline} {FIRST}\n")
    assert leading.source == source
    assert texts(leading, Zone.BODY) == [f"{dateline} {FIRST}"]


def test_the_last_words_of_a_clean_article_need_no_full_stop() -> None:
    assert texts(cleaned(f"{TITLE}\n{FIRST}\n{SECOND}\nLe Kremlin n'a pas réagi"), Zone.BODY)[-1].startswith(
        "Le Kremlin"
    )
    noisy = cleaned(f"{TITLE}\n{FIRST}\n{SECOND}\nPartager\nLe Kremlin n'a pas réagi")
    assert texts(noisy, Zone.BODY) == [FIRST, SECOND]


def test_ids_are_made_of_path_and_key_and_nothing_else() -> None:
    assert article_id("a/b.txt") == article_id("a/b.txt", None) == f"{int(article_id('a/b.txt'), 16):016x}"
    assert (
        len({article_id("a.jsonl", "1"), article_id("a.jsonl", "2"), article_id("a.jsonl"), article_id("b.jsonl")}) == 4
    )


@given(st.text(alphabet=st.sampled_from("abÉ .«»\n0?:-–…/"), max_size=400), st.booleans())
def test_whatever_the_text_every_word_of_it_is_kept(text: str, extracted: bool) -> None:
    article = clean(RawArticle("a.txt", text, extracted=extracted))
    kept = "".join(paragraph.text for paragraph in article.paragraphs)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all("\n" not in paragraph.text for paragraph in article.paragraphs)
    assert [paragraph.ordinal for paragraph in article.paragraphs] == list(range(len(article.paragraphs)))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not at hand")
def test_real_pages_lose_their_noise_and_keep_their_headings() -> None:
    articles = [clean(RawArticle(path.name, path.read_text("utf-8"))) for path in sorted(SEEDS.glob("*.txt"))]
    assert [len(texts(article, Zone.BODY)) for article in articles] == [10, 9, 6, 7, 12]
    assert "L’Europe de l’Est également à l’ordre du jour" in texts(articles[0], Zone.BODY)
    assert articles[1].source == "Cinktank.com"
    assert [len(texts(article, Zone.TITLE)) for article in articles] == [0, 1, 1, 0, 1]


CLOSING = "Source d'inquiétude pour les voisins, la base n'abritera pourtant aucun avion avant l'automne."


def test_a_short_last_paragraph_below_a_link_to_another_article_is_text() -> None:
    article = cleaned(f"{TITLE}\n{FIRST}\nLire notre dossier complet\n{CLOSING}\n")
    assert texts(article, Zone.BODY) == [FIRST, CLOSING]


def test_advice_beside_a_picture_is_text() -> None:
    advice = (
        "Suivez les pourparlers de près, et vous verrez que le lithium n'est jamais loin de la table des négociateurs."
    )
    article = cleaned(f"{TITLE}\n{FIRST}\n[Image : la base / DR]\n{advice}\n{SECOND}\n")
    assert texts(article, Zone.BODY) == [FIRST, advice, SECOND]


@pytest.mark.parametrize(
    "footer",
    [
        "Le Phare © 1998–2026. Site mis à jour le 22.11.2026.",
        "© 2026 Le Phare - mis à jour le 22 novembre 2026",
        "Copyright 2026 – publié le 3 mars 2026",
        "Charte publiée le 3 mars 2026",
        "Commentaire publié le 3 mars 2026",
        "Imprimé le 3 mars 2026",
        "Consulté le 3 mars 2026",
    ],
)
def test_the_date_of_a_footer_is_not_the_date_of_the_article(footer: str) -> None:
    assert cleaned(f"{TITLE}\n{FIRST}\n{SECOND}\n{footer}\n").date is None
    dated = cleaned(f"{TITLE}\nPublié le 1er mars 2024\n{FIRST}\n{SECOND}\n{footer}\n")
    assert str(dated.date) == "2024-03-01"
