"""What stands above a text: titles, labels, who wrote and when; and headings and notes that look like them."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import RawArticle, Zone
from index.cleaning import clean
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks


@pytest.mark.parametrize(
    "standfirst",
    [
        "- « Nous attendons de nos voisins qu'ils ouvrent leurs dépôts », déclare le ministre estonien",
        "- « Nos réserves ont été prises en compte », assure un conseiller de la présidence",
    ],
)
def test_who_is_quoted_below_the_title_does_not_address_the_reader(standfirst: str) -> None:
    article = cleaned(TITLE, standfirst, *BYLINE, *POOL[:4])
    assert marks(article, standfirst)[0] is Zone.BODY
    offer = "Abonnez-vous à nos lettres « Horizons »"
    assert marks(cleaned(TITLE, offer, *BYLINE, *POOL[:4]), offer)[0] is Zone.CHROME


def test_an_office_speaks_of_its_own_in_a_title_and_says_below_what_the_text_is() -> None:
    title, event = (
        "Estonie – Rappel pour consultations de nos ambassadeurs",
        "Communiqué du ministre (17 septembre 2021)",
    )
    article = cleaned("Vous êtes ici : Accueil > Estonie", title, "Partager", event, *POOL[:4])
    assert (article.title, article.date) == (title, date(2021, 9, 17))
    assert marks(article, event) == (Zone.DATELINE, "by-line")


def test_the_motto_above_the_menu_is_not_the_title() -> None:
    title = "Cent mille hommes au bord du fleuve, et après ?"
    head = (
        "Zone trouble",
        "Carnet d'un ancien sapeur sur la guerre qu'on nous raconte",
        "Accueil / Archives / Contact",
    )
    assert cleaned(*head, "dimanche 5 décembre 2021", title, *POOL[:4]).title == title
    assert cleaned(title, "Accueil / Archives / Contact", *POOL[:4]).title == title


@pytest.mark.parametrize("heading", ["Former, faute de trouver", "Tenir sans lire l'avenir", "LinguaTech"])
def test_a_heading_between_two_paragraphs_may_look_like_something_to_do(heading: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], heading, *POOL[2:4], *FOOT)
    assert marks(article, heading) == (Zone.BODY, "heading")


def test_what_a_page_is_made_with_is_none_of_the_text() -> None:
    assert marks(cleaned(TITLE, *BYLINE, "S'abonner", "LinguaTech", *POOL[:4]), "LinguaTech")[0] is Zone.CHROME


def test_a_reminder_of_another_article_may_begin_with_its_month() -> None:
    link = ["Pour mémoire", "Juillet 2016 : trente-trois jours qui ont changé le Sud"]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], *link, *POOL[2:4])
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


@pytest.mark.parametrize(
    "line", ["Portée : 8 km, 13 km avec une munition à propulsion additionnelle", "Coût : 3 millions"]
)
def test_what_something_measures_is_no_caption(line: str) -> None:
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:3], line, *POOL[3:5]), line)[0] is Zone.BODY


def test_the_label_of_a_summary_above_the_text_heads_nothing() -> None:
    article = cleaned(TITLE, *BYLINE, "Télécharger la note (PDF)", "Résumé de la note", *POOL[:3])
    assert marks(article, "Résumé de la note")[0] is Zone.CHROME
    alone = cleaned(TITLE, *BYLINE, "Télécharger la note (PDF)", "Résumé", *POOL[:3])
    assert marks(alone, "Résumé")[0] is Zone.BODY


def test_below_a_given_title_a_clause_that_leads_on_and_a_numbered_heading_are_text() -> None:
    lines = ["La porte-parole a répondu comme suit aux questions :", "1. Estonie – Sûreté de nos dépôts", *POOL[:3]]
    article = clean(RawArticle("a.txt", "\n".join(lines), title="Point de presse"))
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == lines


def test_what_voices_read_of_a_picture_stands_above_its_credit() -> None:
    above = ["Des soldats estoniens lors d'une parade à Tartu", "CRÉDIT PHOTO, GETTY IMAGES"]
    article = cleaned(TITLE, *above, "Légende image, L'Estonie fournit les troupes", "Par Jeanne Morel", *POOL[:3])
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:3]


def test_labels_that_are_the_headings_of_the_text_are_a_table_of_contents_and_not_the_title() -> None:
    contents = ["Introduction", "Un échec mal compris", "Trois leçons pour les armées d'Europe"]
    text = [line for pair in zip(contents, POOL, strict=False) for line in pair]
    article = cleaned("Cercle rhénan", "Note n° 41", TITLE, "30 novembre 2021", "Sommaire", *contents, *text, POOL[3])
    assert article.title == TITLE
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*text, POOL[3]]


def test_the_name_in_the_copyright_is_no_heading_of_the_text() -> None:
    lines = (TITLE, "13.08.2024 17:46", "Baltinfo", *POOL[:3], "© 2015-2024 Baltinfo. Tous droits réservés.")
    assert marks(cleaned(*lines), "Baltinfo")[0] is Zone.CHROME


def test_a_headline_that_asks_below_what_leads_to_it_is_a_link() -> None:
    link = ["À lire", "Estonie : qui sont les hommes du président ?"]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], *link, *POOL[2:4], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


def test_a_last_paragraph_that_lost_its_full_stop_is_no_headline_of_another_article() -> None:
    lost = [f"{line.rstrip('.')}" for line in POOL[:4]]
    article = cleaned(TITLE, "Par Jeanne Morel", *lost, "Auteur : Jeanne Morel, 3 mars 2024", "Publié le 3 mars 2024")
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == lost


def test_who_speaks_in_a_debate_is_no_author_of_a_note_below_it() -> None:
    point = "Situation en Estonie - Audition de M. Frédéric Lenormand, ancien ambassadeur"
    said = ["M. Frédéric Lenormand. - Je vous remercie.", *POOL[:2], "M. Frédéric Lenormand. - Personne ne le sait."]
    article = cleaned("Comptes rendus de la commission des affaires du pays", "Mercredi 11 octobre 2023", point, *said)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [point, *said]


def test_what_the_page_says_of_itself_above_the_text_is_neither_text_nor_title() -> None:
    note = "Ce blog est personnel, la rédaction n'est pas à l'origine de ses contenus."
    head = ("Le Blog d'Hélène Roux", "Chercheuse, spécialiste des armées", "12 billets", "Billet de blog 2 avril 2023")
    article = cleaned(*head, note, TITLE, POOL[0], "Hélène Roux", note, *POOL[1:4])
    assert (article.title, article.date) == (TITLE, date(2023, 4, 2))
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


def test_the_beginning_of_the_title_above_it_is_not_the_title() -> None:
    title = "Le ministre signe les traités d'adhésion de quatre régions à la Fédération"
    cut = "Le ministre signe les traités d'adhésion de quatre régions"
    article = cleaned("Monde", cut, title, "30 sept. 2022, 14:29", *POOL[:4])
    assert article.title == title
    assert marks(article, cut)[0] is Zone.CHROME


def test_the_heading_of_a_bulletin_stays_below_its_first_sentence() -> None:
    lines = ["Cette semaine, les armées ont conduit 74 sorties aériennes.", "SAHEL – BARKHANE", *POOL[:3]]
    title = "Point de situation des opérations du 10 au 16 avril"
    assert [p.text for p in cleaned(title, *BYLINE, *lines).paragraphs if p.zone is Zone.BODY] == lines


def test_one_word_above_a_clause_that_leads_to_points_is_a_heading() -> None:
    lines = [*POOL[:2], "Recommandations", "Aux autorités estoniennes :", "- une enquête ;", "- un rapport.", POOL[2]]
    assert [p.text for p in cleaned(TITLE, *BYLINE, *lines, *FOOT).paragraphs if p.zone is Zone.BODY] == lines


def test_a_description_that_is_said_twice_in_a_row_is_not_the_title() -> None:
    legend = "La frégate mesure 122 mètres de long. | ODILE ROUX / LE PHARE"
    article = cleaned("Défense", TITLE, POOL[0], legend, legend, "Publié le 11/05/2023 à 07h15", *POOL[1:4])
    assert article.title == TITLE


def test_a_letter_ends_in_its_farewell_and_its_signature() -> None:
    letter = [*POOL[:3], "À dimanche prochain,", "Stéphane"]
    article = cleaned(TITLE, *BYLINE, *letter, "Le Phare est une publication soutenue par ses lecteurs.", *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == letter


def test_what_goes_on_from_the_title_does_not_make_a_list_of_it() -> None:
    title, holders = "Déclaration du sommet de Tallinn", "publiée par les ministres réunis dans la capitale estonienne"
    article = cleaned("Organisation", "Actualités", title, holders, "Publié le 10 juil. 2024", *POOL[:4])
    assert article.title == title


def test_a_title_may_be_a_sentence_and_a_quotation() -> None:
    title = "Les chars arrivent dans la 20e Brigade. « Ceux que nous attendions »"
    assert cleaned("Le Phare", "Forces armées", "Industrie", "Forces armées", "4", title, *POOL[:4]).title == title


def test_a_section_above_a_headline_is_no_title() -> None:
    title = "L'armée admet des « lacunes » dans l'alerte aux villages du nord"
    standfirst = "Une enquête pointe onze minutes de retard ; le chef du commandement promet des corrections"
    head = ("Le Journal de Jaffa", "Accueil mobile", "Israël et la région", title, standfirst)
    assert cleaned(*head, "Par Yoav Benhamou", "Aujourd'hui, 10:37", *POOL[:4]).title == title


def test_a_trail_that_is_cut_short_tells_the_title_before_a_standfirst_said_twice() -> None:
    title, standfirst = (
        "Déclaration du ministre sur l'avion de combat : « Le premier escadron en 2028 »",
        "Le ministre a répondu aux questions des journalistes au retour de Bakou dans l'avion.",
    )
    head = ("Monde", "Déclaration du ministre sur l'avion de combat…", title, standfirst, "Source : AGENCES")
    article = cleaned(*head, "Date de création : 02 octobre 2024 08:15", standfirst, *POOL[:4])
    assert article.title == title


def test_a_dateline_may_have_its_day_in_figures() -> None:
    assert cleaned(TITLE, f"Berne, 03.10.2022 – {POOL[0]}", *POOL[1:4]).date == date(2022, 10, 3)
    assert cleaned(TITLE, "06.09.2024 admin 0 Comments", *POOL[:4]).date == date(2024, 9, 6)


def test_a_section_in_the_menu_that_is_called_like_a_list_takes_no_title_away() -> None:
    title = "Les ministres de la Défense réunis dans la capitale estonienne promettent leurs obus"
    standfirst = "La promesse est arrivée jeudi soir après la signature du président"
    head = ("Agence Bosphore", "Monde", "Politique", "Analyse", "Afrique", title, standfirst)
    assert cleaned(*head, "Zehra Karaca | 25.01.2024 - Mise à jour : 26.01.2024", *POOL[:4]).title == title


def test_a_path_that_ends_in_the_title_is_not_the_title() -> None:
    title = "Les garde-frontières ont avancé près du fleuve et creusent leurs tranchées"
    path = "Principal / Guerre / Les garde-frontières ont avancé près du fleuve"
    assert cleaned("Nouvelles", path, title, *BYLINE, *POOL[:4]).title == title


def test_a_path_may_end_in_an_older_title_behind_a_section_of_the_menu() -> None:
    head = ("Régions", "Suisse", "Monde", "Accueil Suisse La Suisse pourra-t-elle vendre ses obus ?")
    assert cleaned(*head, TITLE, *BYLINE, *POOL[:4]).title == TITLE
    assert cleaned("Accueil mitigé pour le plan des Alliés", *BYLINE, *POOL[:4]).title.startswith("Accueil mitigé")


def test_the_latest_headlines_with_their_times_are_not_the_title() -> None:
    ticker = ("09:58 Coupures de courant à prévoir", "09:12 Dans le centre, on a renversé un cycliste")
    assert cleaned("Ville", "Région", *ticker, TITLE, *BYLINE, *POOL[:4]).title == TITLE


def test_what_voices_read_of_a_picture_is_a_caption_like_the_one_below() -> None:
    spoken = "Un véhicule blindé est déchargé d'un avion sur une piste."
    caption = "Un véhicule blindé est déchargé à l'aéroport de la capitale. (Photo d'archives)"
    article = cleaned(TITLE, spoken, caption, *BYLINE, *POOL[:4])
    assert marks(article, spoken) == (Zone.CAPTION, "alternative text")


def test_what_a_rubric_is_called_on_all_its_pages_is_not_the_title() -> None:
    rubric, title = "Revue de presse des Amériques", "À la Une : le canal ne veut pas être « le prochain »"
    assert cleaned("Journal", rubric, "Podcasts", rubric, title, "Publié le : 27/03/2025", *POOL[:4]).title == title


def test_what_is_said_above_the_first_question_of_an_interview_is_its_title() -> None:
    title = "« Nos voisins votent avec une main dans le dos »"
    head = (title, "Par Jeanne Morel", "Publié le 21/09/2024 à 07:00", "Temps de lecture : 5 min")
    assert (
        cleaned("International", "Entretien", *head, "Quelle est l'ampleur de l'ingérence ?", *POOL[:4]).title == title
    )


def test_rights_reserved_behind_a_sentence_make_it_a_caption() -> None:
    caption = "La politologue enseigne à l'université depuis 2009. - D.R."
    assert marks(cleaned(TITLE, caption, *BYLINE, *POOL[:4]), caption)[0] is Zone.CAPTION


def test_a_share_is_no_name_of_an_author() -> None:
    heading = "3,9 % pour la Pologne"
    assert marks(cleaned(TITLE, *BYLINE, POOL[0], heading, *POOL[1:4]), heading) == (Zone.BODY, "heading")


def test_an_outlet_and_its_author_in_capitals_are_a_by_line_though_a_full_stop_ends_it() -> None:
    author = "Le Ponant Soizic LE BIHAN."
    assert marks(cleaned(TITLE, author, "Publié le 03/03/2024 à 18h04", *POOL[:4]), author)[0] is Zone.DATELINE


def test_points_in_the_middle_that_a_translation_made_full_stops_part_a_by_line() -> None:
    line = "Par Odile Brun . 6 février 2024 . 4 min lire"
    article = cleaned(TITLE, line, *POOL[:4], *FOOT)
    assert article.date == date(2024, 2, 6)
    assert marks(article, line)[0] is Zone.DATELINE


def test_who_signs_and_when_may_stand_below_the_standfirst() -> None:
    article = cleaned(TITLE, POOL[0], "Odile Schoenfeld - 07 mars 2024 à 19:15", "Temps de lecture : 4 min", *POOL[1:5])
    assert article.date == date(2024, 3, 7)


def test_how_many_visitors_are_online_says_that_the_day_is_theirs() -> None:
    day = "Vendredi 24 mai 2024"
    assert cleaned("Mboa Infos", day, TITLE, *POOL[:4]).date == date(2024, 5, 24)
    assert cleaned("Mboa Infos", f"{day} - 21 connectés", TITLE, *POOL[:4]).date is None


def test_a_standfirst_may_end_in_what_sort_of_article_it_heads() -> None:
    standfirst = "Sur le quai, un entrepôt promis à la vente redevient précieux. Notre reportage"
    assert marks(cleaned(TITLE, standfirst, *BYLINE, *POOL[:4]), standfirst)[0] is Zone.BODY


def test_who_runs_the_paper_is_no_title() -> None:
    title, editor = "Dire tout haut, préparer tout bas", "Odile Brun, directrice de la rédaction"
    assert cleaned("Éditorial", title, editor, "Le mardi 27 février 2024", "Partager", *POOL[:4]).title == title


def test_the_state_of_things_heads_what_live_coverage_tells_first() -> None:
    heading = "Le point sur la situation à 18 heures"
    article = cleaned(TITLE, *BYLINE, "3 241 lecteurs suivent ce direct", heading, *POOL[:4])
    assert (article.title, marks(article, heading)[0]) == (TITLE, Zone.BODY)


def test_day_and_time_behind_the_names_of_sources_are_a_by_line() -> None:
    article = cleaned(TITLE, POOL[0], "MAP & L’Atlas du Matin | 31 juillet 2024 À 09:15", "A+", *POOL[1:5])
    assert article.date == date(2024, 7, 31)


def test_how_to_cite_a_publication_is_none_of_it() -> None:
    reference = f"Odile Brun, « {TITLE} », Notes de l'Institut du Ponant, n° 118, janvier 2025."
    article = cleaned(TITLE, *BYLINE, "Citer cette publication", reference, *POOL[:4], *FOOT)
    assert marks(article, reference)[0] is Zone.CHROME
    assert marks(cleaned(TITLE, *BYLINE, reference, *POOL[:4], *FOOT), reference)[0] is Zone.BODY


def test_day_and_time_behind_who_wrote_and_where_are_a_by_line() -> None:
    article = cleaned(TITLE, POOL[0], "Yvan Perroud, Emmen — 24.01.2025, 05:00", *POOL[1:5])
    assert article.date == date(2025, 1, 24)
    day = "3 mars 2024 — Les chars passent la frontière"
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:2], day, *POOL[2:4]), day)[0] is Zone.BODY


def test_what_leads_to_a_quotation_is_nobodys_name() -> None:
    leading = "Pour Der Rheinbote, l'orthodoxie budgétaire a vécu :"
    article = cleaned(TITLE, *BYLINE, POOL[0], "L'heure des comptables", leading, *POOL[1:4], *FOOT)
    assert marks(article, leading)[0] is Zone.BODY
