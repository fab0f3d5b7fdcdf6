"""What stands around a text, marked by how it looks there; and last sentences of articles like it, which stay."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import Zone
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks
from tests.index.cleaning.pages import FOLDER


@pytest.mark.parametrize("closing", (FOLDER / "closings.txt").read_text("utf-8").splitlines())
def test_the_last_sentence_of_an_article_stays(closing: str) -> None:
    for byline in ([], BYLINE):
        for foot in ([], ["Partager sur Facebook", "Imprimer"], FOOT):
            article = cleaned(TITLE, *byline, *POOL[:4], closing, *foot)
            assert marks(article, closing)[0] is Zone.BODY


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("Jeanne Morel enseigne à l'université de Poznan et prépare un récit.", "about the author"),
        ("Jeanne Morel suit la presse balte depuis 1989.", "about the author"),
        ("Chercheuse associée au Centre, elle enseigne le droit de la mer à Brest.", "about the author"),
        ("Le Phare tient à ses abonnés, et à rien d'autre.", "about the site"),
        ("Les Amis du kiosque est une association régie par la loi de 1901.", "about the site"),
        ("Les opinions de la rubrique sont celles de leurs auteurs.", "about the page"),
    ],
)
def test_a_note_below_the_text_is_none_of_it(note: str, rule: str) -> None:
    article = cleaned("Le Phare", TITLE, *BYLINE, *POOL[:4], note, "Nos rendez-vous en librairie", *FOOT)
    assert marks(article, note) == (Zone.CHROME, rule)
    assert marks(article, POOL[3])[0] is Zone.BODY


@pytest.mark.parametrize("last", ["Les syndicats militaires seront reçus lundi", "Le carburant, lui, manque déjà"])
def test_a_last_line_that_lost_its_full_stop_is_text_if_it_is_a_sentence(last: str) -> None:
    assert marks(cleaned(TITLE, *POOL[:4], last, *FOOT), last)[0] is Zone.BODY
    assert marks(cleaned(TITLE, *POOL[:4], "Fiche de l'affaire", *FOOT), "Fiche de l'affaire")[0] is not Zone.BODY


def test_names_below_the_title_are_those_of_its_authors() -> None:
    article = cleaned(TITLE, "Ce que les ministres n'ont pas dit à leurs voisins.", "Élodie Vacheresse", *POOL[:4])
    assert marks(article, "Élodie Vacheresse")[0] is Zone.DATELINE


def test_other_articles_with_summary_and_by_line_are_not_the_text() -> None:
    teasers = (
        "Le détroit à l'heure des drones",
        "Pourquoi les assureurs londoniens regardent désormais la météo politique du golfe.",
        "Par Hugo Vial, le 2 avril 2023",
        "Oman, l'ami de tout le monde",
        "Le sultanat négocie pour les autres depuis quarante ans.",
        "Par Sana Idrissi, le 28 mars 2023",
    )
    article = cleaned(TITLE, "Laleh Moradi, 12 avril 2023", *POOL[:4], *teasers)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]
    assert str(article.date) == "2023-04-12"


def test_a_label_that_returns_on_every_printed_page_is_none_of_the_text() -> None:
    article = cleaned(
        TITLE, *POOL[:2], "1", "Institut rhénan - Note n° 47", *POOL[2:4], "2", "Institut rhénan - Note n° 47"
    )
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


@pytest.mark.parametrize("heading", ["À lire aussi", "Lire aussi", "Sur le même sujet", "Vous pourriez aimer"])
def test_short_sentences_below_a_link_within_the_text_stay(heading: str) -> None:
    sentences = ["Le commandant, lui, ne parle pas.", "Combien de jours de repos ? Vingt et un.", "Pas un de plus."]
    article = cleaned(TITLE, *BYLINE, *POOL[:4], heading, "Le Pérou modernise ses hélicoptères", *sentences, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:4], *sentences]


def test_a_translated_text_that_lost_its_full_stops_goes_on_below_a_link() -> None:
    stopless = [line.rstrip(".") for line in POOL[:3]]
    rest = [
        "Environ mille hommes sont concernés par le départ",
        "Le plan de sortie",
        "Le matériel lourd partira premier par la route du Bénin, et le personnel ensuite par l'avion",
        "Les drones resteront jusqu'à la fin, a ajouté une source militaire",
        "L'ambassade n'a pas commenté.",
    ]
    article = cleaned(TITLE, *BYLINE, *stopless, "LIRE PLUS : Le Tchad ferme la frontière", *rest, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*stopless, *rest]


def test_a_salutation_opens_the_text_of_a_speech() -> None:
    lines = ["Mesdames et Messieurs,", "Chers collègues,", *POOL[:4], "Je vous remercie de votre attention."]
    article = cleaned(TITLE, *BYLINE, *lines, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == lines


def test_what_an_author_says_at_the_end_is_no_note_about_her() -> None:
    last = "Mme Jeanne Morel, présidente. – Voilà qui est clair."
    article = cleaned(TITLE, *BYLINE, *POOL[:4], last, *FOOT)
    assert marks(article, last)[0] is Zone.BODY


@pytest.mark.parametrize("signed", ["N. B.", "(nm/L.Q.)"])
def test_initials_below_the_text_are_its_author(signed: str) -> None:
    article = cleaned(TITLE, *POOL[:4], signed, *FOOT)
    assert marks(article, signed)[0] is not Zone.BODY


def test_lines_that_go_on_from_others_are_no_headlines_though_they_lost_their_full_stops() -> None:
    lines = [
        "Il a reçu une ovation debout au parlement",
        '"Nous sommes les frères", il a dit aux députés',
        "Les chefs n'ont pas promis de jets, mais ils ont dit que rien n'est hors de la table",
    ]
    article = cleaned(TITLE, *BYLINE, POOL[0], *lines, *POOL[1:4], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *lines, *POOL[1:4]]


BOX = ["Newsletter Le point du matin", "Un tour des capitales avant le café", "S'inscrire à la newsletter"]


@pytest.mark.parametrize(
    ("between", "last"),
    [
        (
            ["Publicité", "02:14"],
            "Le gouverneur annonce trois cents recrues de plus. Il en annonçait autant l'an passé.",
        ),
        (
            [*BOX, "Toutes les newsletters"],
            "En attendant les obus, les ministres ont reçu de la coalition une consigne : compter, noter, attendre.",
        ),
    ],
)
def test_a_last_paragraph_below_a_box_stays(between: list[str], last: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:4], *between, last, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:4], last]


def test_a_summary_below_the_headline_of_another_article_is_none_of_the_text() -> None:
    above = ["Publicité", "02:14", "Oman renouvelle ses hélicoptères de transport de troupes"]
    summary = "Les ministres ont reçu douze appareils, dont deux seulement volent de nuit."
    article = cleaned(TITLE, *BYLINE, *POOL[:4], *above, summary, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


@pytest.mark.parametrize("end", [" Fin", " (fin)", " ■"])
def test_what_agencies_and_magazines_put_at_the_end_of_an_article_takes_nothing_from_it(end: str) -> None:
    last = f"Les deux parties ont également parlé du climat et de la pêche.{end}"
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:4], last, *FOOT), last)[0] is Zone.BODY


def test_a_box_that_offers_a_letter_is_none_of_the_text_with_all_that_it_says() -> None:
    box = ["Nouvelle infolettre", "« Le Courrier du Cap »", "Chaque mois, les coulisses du port.", "Votre courriel"]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], *box, *POOL[2:4], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


def test_a_sentence_of_the_text_between_two_offers_of_a_letter_stays() -> None:
    offers = "S'inscrire à la newsletter", "Toutes les newsletters"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], offers[0], "Personne n'a répondu.", offers[1], *POOL[2:4], *FOOT)
    assert marks(article, "Personne n'a répondu.")[0] is Zone.BODY


def test_the_name_of_the_author_is_known_again_in_capitals() -> None:
    note = "Odile Saint-Ours est chercheuse associée à l'institut."
    article = cleaned(TITLE, "Odile SAINT-OURS", *POOL[:3], "Odile Saint-Ours", POOL[3], note, *FOOT)
    assert marks(article, note) == (Zone.CHROME, "about the author")
    assert marks(article, "Odile Saint-Ours") == (Zone.DATELINE, "names")
    assert marks(article, POOL[3])[0] is Zone.BODY


def test_a_name_in_capitals_above_the_text_may_end_in_a_full_stop() -> None:
    article = cleaned(TITLE, "Maud LE GOFFIC.", "Publié le 3 mars 2024", *POOL[:3])
    assert marks(article, "Maud LE GOFFIC.")[0] is Zone.DATELINE


def test_the_number_of_a_note_is_no_standfirst() -> None:
    article = cleaned(TITLE, "Note n° 12/24", *BYLINE, *POOL[:3])
    assert marks(article, "Note n° 12/24")[0] is Zone.CHROME
    assert (
        marks(cleaned(TITLE, "Une édition record à Brest", *BYLINE, *POOL[:3]), "Une édition record à Brest")[0]
        is Zone.BODY
    )


def test_a_headline_with_a_time_of_its_own_within_the_text_is_a_link() -> None:
    headline = "L'Inde et le Brésil comptent doubler leurs échanges"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], headline, "2 octobre 2022, 18:44", *POOL[2:4], *FOOT)
    assert marks(article, headline) == (Zone.RELATED, "headline")
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


def test_what_leads_to_nothing_below_the_text_is_none_of_it() -> None:
    lead = "La possibilité de participer au débat est bloquée pendant :"
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:4], lead, *FOOT), lead)[0] is not Zone.BODY


def test_a_quotation_above_two_paragraphs_ends_a_list_of_links() -> None:
    links = ["Lire aussi", "Oman reçoit ses patrouilleurs"]
    last = [
        "« La force passe, elle salue, elle repart »",
        "Les soldats du contingent espagnol patrouillent toujours entre les deux villages, dit leur porte-parole.",
        "Au conseil municipal, on évalue les dégâts à quarante millions, dont rien n'a été versé.",
    ]
    article = cleaned(TITLE, *BYLINE, *POOL[:5], *links, *last, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:5], *last]


def test_a_paragraph_that_ends_in_a_quoted_sentence_is_no_link() -> None:
    said = "À Payerne, le syndic dit l'avoir lu. «Nous ne refusons rien par principe. Mais qu'on nous parle.»"
    article = cleaned(TITLE, *BYLINE, *POOL[:4], "Article suivant dans 5 secondes", said, *FOOT)
    assert marks(article, said)[0] is Zone.BODY


def test_an_event_and_its_day_within_the_text_are_a_heading() -> None:
    assert marks(cleaned(TITLE, *POOL[:3], "Investiture le 20 mai", *POOL[3:6], *FOOT), "Investiture le 20 mai") == (
        Zone.BODY,
        "heading",
    )


def test_a_date_that_heads_a_row_of_labels_dates_the_article() -> None:
    assert cleaned(TITLE, "12 février 2015 | Traductions | Mots-clefs : Tallinn", *POOL[:4]).date == date(2015, 2, 12)


@pytest.mark.parametrize("heading", ["Le précédent de 1996", "La carte de 2014"])
def test_a_heading_may_hold_a_year(heading: str) -> None:
    assert marks(cleaned(TITLE, *POOL[:3], heading, *POOL[3:6], *FOOT), heading) == (Zone.BODY, "heading")


def test_the_day_and_time_at_the_end_of_a_trail_date_the_article() -> None:
    trail = "Accueil > Actualités > Défense • Le Phare • lundi 20 février 2023 à 23h10min"
    assert cleaned("Le Phare", trail, TITLE, *POOL[:4]).date == date(2023, 2, 20)


def test_a_speech_that_addresses_its_hearers_is_text() -> None:
    said = "Merci, Mesdames et Messieurs, d'avoir fait ces quelques pas depuis vos bureaux ; ils sont courts."
    assert marks(cleaned(TITLE, *BYLINE, "Bonsoir.", said, *POOL[:4], *FOOT), said)[0] is Zone.BODY


def test_what_somebody_says_below_links_may_head_the_paragraph_after_it() -> None:
    heading = "« PERSONNE NE NOUS IMPOSERA DE CALENDRIER »"
    links = ("CELA PEUT AUSSI ATTIRER VOTRE ATTENTION", "Le pilote d'essai parle pour la première fois")
    assert marks(cleaned(TITLE, *POOL[:3], *links, heading, *POOL[3:6]), heading)[0] is Zone.BODY


def test_the_last_points_of_a_list_stay_though_furniture_parts_them_from_the_text() -> None:
    points = ["a) publier les comptes ;", "b) rembourser le port ;", "c) cesser de mentir"]
    article = cleaned(TITLE, *BYLINE, *POOL[:4], "Vous appréciez nos travaux ? Abonnez-vous.", *points, *FOOT)
    assert {marks(article, point)[0] for point in points} == {Zone.BODY}


def test_a_numbered_paragraph_goes_on_below_the_number_of_a_page() -> None:
    numbered = [f"{number}. {text}" for number, text in enumerate(POOL[:3], 1)]
    last = "4. Copie des lettres a été remise aux membres. Elles tiennent en une page"
    article = cleaned(TITLE, *BYLINE, *numbered, "Page 4", last, *FOOT)
    assert marks(article, last)[0] is Zone.BODY


@pytest.mark.parametrize("heading", ["LA RÉPONSE", "II. LE DROIT", "LES MOYENS"])
def test_headings_in_capitals_stay(heading: str) -> None:
    article = cleaned(TITLE, *BYLINE, POOL[0], heading, *POOL[1:4], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY


def test_a_calendar_with_times_of_day_stays() -> None:
    days = [
        "21 mai, 9 h : arrivée au quai",
        "23 mai, de 10 h à 17 h : visites sans inscription",
        "24 mai, 7 h : départ",
    ]
    article = cleaned(TITLE, *BYLINE, POOL[0], *days, *POOL[1:4], *FOOT)
    assert {marks(article, day)[0] for day in days} == {Zone.BODY}


@pytest.mark.parametrize(
    "said", ["Bonjour Loïc, ce matin vous nous emmenez à Narva.", "Merci Odile Brun d'avoir été notre invitée."]
)
def test_what_is_said_on_air_is_text(said: str) -> None:
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:3], said, *FOOT), said)[0] is Zone.BODY


def test_an_answer_that_addresses_the_one_who_asks_is_text() -> None:
    question, answer = (
        "Qui viendra ?",
        "Ce ne sera pas grave. Regardez plutôt, dans six mois, qui décroche son téléphone quand vous appelez.",
    )
    article = cleaned(TITLE, *BYLINE, *POOL[:4], question, answer, "Cet article vous a plu ?", *FOOT)
    assert marks(article, answer)[0] is Zone.BODY


def test_whoever_signs_a_release_stays_below_its_day() -> None:
    end = ["Fait à Cotonou, le 30 janvier 2025.", "Le Secrétaire général du Gouvernement"]
    article = cleaned(TITLE, *POOL[:4], *end, "Autres nouvelles", *FOOT)
    assert [marks(article, line)[0] for line in end] == [Zone.BODY, Zone.BODY]


def test_a_signature_with_its_day_below_the_text_dates_the_article() -> None:
    article = cleaned(TITLE, *POOL[:4], "Gaston Ebanga Nlend, à Mora | 8 novembre 2023", *FOOT)
    assert article.date == date(2023, 11, 8)


@pytest.mark.parametrize(
    "stamp",
    ["InfoÉclair - 19/12/2024 à 09:26 - Lecture 1 min", "Monde24 avec agences, publié le 19 décembre 2024 à 07:10"],
)
def test_a_source_with_day_and_time_dates_the_article(stamp: str) -> None:
    assert cleaned(TITLE, stamp, *POOL[:4], *FOOT).date == date(2024, 12, 19)
    # That of a comment does not.
    assert cleaned(TITLE, *POOL[:4], "Commentaires", "Gaby - 19/12/2024 à 09:26", *FOOT).date is None


def test_a_greeting_in_a_live_entry_is_text() -> None:
    greeting = (
        "Bonjour et bienvenue dans ce direct. Le cessez-le-feu est entré en vigueur. Nous vous raconterons la suite."
    )
    lines = ["11:20", POOL[0], "10:58", POOL[1], "10:12", POOL[2], "06:02", greeting]
    assert marks(cleaned(TITLE, *BYLINE, *lines, "Voir plus", *FOOT), greeting)[0] is Zone.BODY
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:4], greeting, *FOOT), greeting)[0] is not Zone.BODY


def test_a_heading_below_a_link_stays_though_another_list_is_announced_above() -> None:
    lines = [
        "Repères",
        "Infographie Le Phare",
        "A lire aussi",
        "Annexion : ce que change la signature",
        "Des ponts coupés",
    ]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *lines, *POOL[3:6], *FOOT)
    assert marks(article, "Des ponts coupés")[0] is Zone.BODY


def test_figures_of_a_card_are_no_headlines() -> None:
    figures = [
        "10 960 militaires, dont 2 950 de la brigade",
        "1 420 policiers, en douze unités",
        "2 600 civils, dont sept sur dix d'ici",
    ]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Les effectifs", *figures, *POOL[2:5], *FOOT)
    assert [marks(article, line)[0] for line in ("Les effectifs", *figures)] == [Zone.BODY] * 4


def test_the_only_date_near_the_beginning_of_a_text_is_that_of_publication() -> None:
    lead, caption = POOL[0], "La salle des négociations, au Ritz. / Photo : Agence / Others"
    assert cleaned(TITLE, lead, caption, "11 mars 2025", *POOL[1:5], *FOOT).date == date(2025, 3, 11)
    chronology = ["4 mars 2025", POOL[1], "11 mars 2025", POOL[2], "20 mars 2025", POOL[3]]
    assert cleaned(TITLE, lead, *chronology, POOL[4], *FOOT).date is None


def test_a_headline_longer_than_headings_below_a_link_is_another_link() -> None:
    links = ["À lire aussi :", "La Chine dénonce une provocation", "Sous-marins : Ottawa songe à une flotte de 12"]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *links, "Réaction prudente de l'opposition", *POOL[3:6], *FOOT)
    assert marks(article, links[-1]) == (Zone.RELATED, "headline")
    assert marks(article, "Réaction prudente de l'opposition")[0] is Zone.BODY


def test_what_says_when_another_article_was_published_stands_below_its_headline() -> None:
    headline = "Neutralité suisse: ce que les partis veulent en faire"
    told = "Ce contenu a été publié sur 22 août 2023 De la gauche à la droite, tour d'horizon avant le vote."
    article = cleaned(TITLE, *BYLINE, *POOL[:3], "Plus", headline, told, *POOL[3:6], *FOOT)
    assert marks(article, headline) == (Zone.RELATED, "headline")


def test_the_first_entry_of_live_coverage_below_its_menu_stays() -> None:
    head, entry = ["Poser ma question", "Tout afficher", "Le fil de la soirée"], "Réunion sans déclaration commune hier"
    article = cleaned(TITLE, *BYLINE, POOL[0], *head, "22:58", entry, POOL[1], "21:40", "Une heure", POOL[2], *FOOT)
    assert marks(article, entry)[0] is Zone.BODY


def test_recommendations_have_numbers_as_issues_have_not() -> None:
    points = [f"Recommandation n° {number} : désigner un responsable, le {number} mai." for number in (1, 2)]
    article = cleaned(TITLE, *BYLINE, *POOL[:4], "III. DEUX RECOMMANDATIONS", *points, *FOOT)
    assert {marks(article, line)[0] for line in ("III. DEUX RECOMMANDATIONS", *points)} == {Zone.BODY}


def test_what_a_star_at_the_by_line_stands_for_is_about_the_author() -> None:
    note = "* Ancien consul, auteur de « Frontières intérieures » (éd. du Phare)."
    points = ["* Une réserve au centre.", "* Une autre à l'est."]
    article = cleaned(TITLE, "Par Jeanne Morel *", "Publié le 3 mars 2024", *POOL[:4], note, *FOOT)
    assert marks(article, note)[0] is Zone.CHROME
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:4], *points, *FOOT), points[0])[0] is Zone.BODY


def test_a_paragraph_cut_short_that_stands_in_full_is_said_once() -> None:
    cut = f"{POOL[0][:70].rsplit(maxsplit=1)[0]}..."
    article = cleaned(TITLE, *BYLINE, *POOL[:4], cut, *FOOT)
    assert marks(article, cut) == (Zone.CHROME, "repeated")
    assert marks(article, POOL[0])[0] is Zone.BODY


def test_the_site_in_a_by_line_is_no_author_of_whom_the_text_tells() -> None:
    last = "Contacté par Vigie Info le 2 octobre, l'état-major indique qu'aucun départ n'a eu lieu à cette date."
    foot = ["Copyright © Vigie Info 2017-2024. Droits de reproduction réservés."]
    article = cleaned(
        TITLE, "Publié le 3 mars 2024", "Par Salimata Ouédraogo, Vigie Info Dakar", *POOL[:4], last, *foot
    )
    assert marks(article, last)[0] is Zone.BODY
