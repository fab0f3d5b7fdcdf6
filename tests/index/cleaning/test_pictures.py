"""What stands under pictures, and what looks like it within a text."""

from __future__ import annotations

import pytest

from index.article import Zone
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks


def test_a_sentence_beside_a_credit_is_a_caption() -> None:
    article = cleaned(TITLE, *POOL[:2], "KEYSTONE/Peter Aeschbach", "Un employé contrôle des douilles.", *POOL[2:5])
    assert marks(article, "Un employé contrôle des douilles.") == (Zone.CAPTION, "beside a credit")


def test_a_sentence_below_a_picture_with_its_own_description_stays() -> None:
    sentence = "Deux barrages, deux vagues, une ville coupée en deux."
    for caption in ("Un convoi sur la route de Kidal. © Jean Dupont / AFP", "Derna sous les eaux. D.R"):
        article = cleaned(TITLE, *BYLINE, POOL[0], caption, sentence, *POOL[1:4], *FOOT)
        assert marks(article, caption)[0] is Zone.CAPTION
        assert marks(article, sentence)[0] is Zone.BODY


def test_a_sentence_beside_a_credit_with_its_description_on_the_other_side_stays() -> None:
    sentence = "La mission, lancée en mars, occupe à présent neuf cents soldats."
    legend = "Passage d'un blindé sur une portière amphibie"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], sentence, "© Armée / Défense", legend, *POOL[2:4], *FOOT)
    assert marks(article, sentence)[0] is Zone.BODY


def test_a_picture_that_only_illustrates_has_a_caption() -> None:
    legend = "Des éléments de la brigade en patrouille sur l'axe nord. Photo d'illustration."
    assert marks(cleaned(TITLE, *BYLINE, legend, *POOL[:4]), legend)[0] is Zone.CAPTION


def test_an_agency_alone_below_a_description_is_its_credit() -> None:
    legend = "Un abribus couvert de sacs de sable, avenue du Port, à Tallinn."
    head = (TITLE, "Sur les quais, la ville se prépare au pire, sans le dire.", "De notre envoyée spéciale")
    article = cleaned(*head, "Publié: 22.02.2024, 06h00", legend, "KEYSTONE", *POOL[:4])
    assert marks(article, legend)[0] is Zone.CAPTION


def test_the_rights_of_a_picture_end_no_article() -> None:
    caption = "Le siège du Conseil, à Bruxelles. © Tous droits réservés"
    article = cleaned(TITLE, *BYLINE, *POOL[:3], caption, *POOL[3:5], *FOOT)
    assert marks(article, caption) == (Zone.CAPTION, "credit")
    assert marks(article, POOL[4])[0] is Zone.BODY


@pytest.mark.parametrize(
    "heading",
    ["12:20 – À Téhéran, des stations-service prises d'assaut, puis le calme", "Et puis cette affaire de drones"],
)
def test_an_entry_of_live_coverage_and_what_goes_on_are_no_captions(heading: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Publicité", heading, *POOL[2:4], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY


def test_a_sentence_on_what_is_seen_and_when_is_a_caption() -> None:
    scene = "Des volontaires forment une chaîne pour déblayer l'hôpital, à Kiev, le lundi 8 juillet 2024."
    told = "Des volontaires ont déblayé l'hôpital, à Kiev, le lundi 8 juillet 2024."
    article = cleaned(TITLE, *BYLINE, scene, *POOL[:3], told, *POOL[3:5], *FOOT)
    assert marks(article, scene)[0] is Zone.CAPTION
    assert marks(article, told)[0] is Zone.BODY


def test_an_agency_behind_the_full_stop_of_a_short_line_is_a_credit() -> None:
    caption = "Les pilotes ont commencé leur formation en Arizona. - Belga."
    told = f"{POOL[3]} La suite est annoncée pour l'automne, à Bruxelles, où l'on attend douze ministres. - Belga."
    article = cleaned(TITLE, POOL[0], "Article réservé aux abonnés", caption, *BYLINE, *POOL[1:3], told, *FOOT)
    assert marks(article, caption) == (Zone.CAPTION, "credit")
    assert marks(article, told)[0] is Zone.BODY


def test_what_is_said_of_a_drawing_is_a_caption() -> None:
    drawn = "Dessin de Bellouard, paru dans Le Petit Carré, Bruxelles."
    assert marks(cleaned(TITLE, *BYLINE, drawn, *POOL[:4]), drawn)[0] is Zone.CAPTION


def test_where_and_when_a_picture_was_taken_is_a_caption_with_what_is_said_of_it() -> None:
    caption = "Les députés pendant le vote, mercredi matin. La majorité s'est divisée sur la conscription."
    article = cleaned(TITLE, *BYLINE, "Partager", caption, *POOL[:4], *FOOT)
    assert marks(article, caption) == (Zone.CAPTION, "description")
    told = "Les députés ont voté, mercredi matin. La majorité s'est divisée sur la conscription."
    assert marks(cleaned(TITLE, *BYLINE, "Partager", told, *POOL[:4], *FOOT), told)[0] is Zone.BODY


def test_a_credit_with_an_initial_is_one_piece() -> None:
    legend = "Le palais du gouvernement, à Berne."
    article = cleaned(TITLE, *BYLINE, legend, "KEYSTONE/P. Aeschlimann", *POOL[:4], *FOOT)
    assert marks(article, legend)[0] is Zone.CAPTION


def test_a_line_without_a_full_stop_between_a_credit_and_the_text_is_a_caption() -> None:
    legend = "Le quai de Nanisivik, sur la côte nord de l'île, demeure pris par les glaces dix mois par année"
    article = cleaned(TITLE, "PHOTO JUSTINE ROY, ARCHIVES LE FLEUVE", legend, *POOL[:4], *FOOT)
    assert (article.title, marks(article, legend)[0]) == (TITLE, Zone.CAPTION)


def test_what_somebody_has_said_is_no_caption_though_an_agency_stands_behind_it() -> None:
    said = "La ministre a répondu que les nouveaux chasseurs ne seraient pas livrés avant la fin de 2024. (Belga)"
    article = cleaned(TITLE, *BYLINE, *POOL[:3], said, *FOOT)
    assert marks(article, said)[0] is Zone.BODY


@pytest.mark.parametrize(
    "caption",
    [
        "Des soldats participent à un exercice près d'Adazi. Photo fournie par les Forces armées",
        "Le président remet une médaille, à Kiev, dans un salon aux fenêtres murées. AGENCE DU PONANT",
        "Un compte qui se dit officiel reprend la rumeur. — Capture d'écran/X",
        "Photo : Justin Brun, Presse du Nord. Un appareil de démonstration au-dessus de la base.",
        "(Photo/Pékin Infos) Des délégués assistent à la séance.",
    ],
)
def test_a_credit_at_either_end_makes_a_description_a_caption(caption: str) -> None:
    assert marks(cleaned(TITLE, *BYLINE, caption, *POOL[:4], *FOOT), caption)[0] is Zone.CAPTION


@pytest.mark.parametrize(
    "credit", ["© Photo : service de presse de la flotte", "© Josué Brun / Le Phare – Des déplacés"]
)
def test_a_text_goes_on_below_the_owner_of_a_picture(credit: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:4], credit, *POOL[4:6], *FOOT)
    assert marks(article, credit)[0] is Zone.CAPTION
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:6]


def test_where_somebody_was_is_a_caption_above_who_took_it_or_below_a_credit() -> None:
    caption = "Verena Brun chez elle, à Berne, le 1er février."
    assert marks(cleaned(TITLE, *BYLINE, caption, "Odile Crettaz", *POOL[:4]), caption)[0] is Zone.CAPTION
    scene = "Le roi lors de son message à la nation. Rabat, mardi. Le discours a duré une heure."
    article = cleaned(TITLE, *BYLINE, "© Le Phare par DR", scene, "Comment (12)", *POOL[:4])
    assert marks(article, scene)[0] is Zone.CAPTION


def test_what_voices_read_of_a_picture_may_stand_above_its_caption() -> None:
    read, caption = "Des militaires avec des drapeaux.", "Des soldats du groupement, au camp d'Adazi."
    article = cleaned(TITLE, read, caption, "Photo : La Presse / Ilze Brun", *BYLINE, *POOL[:4])
    assert [marks(article, line)[0] for line in (read, caption)] == [Zone.CAPTION] * 2


def test_a_compound_with_a_verb_in_it_makes_no_clause_of_a_caption() -> None:
    caption = "Tir d'un lance-roquettes, camp de Canjuers."
    article = cleaned(TITLE, *BYLINE, caption, "Crédit : armée de Terre", *POOL[:4])
    assert marks(article, caption)[0] is Zone.CAPTION


def test_what_stands_in_the_background_is_seen_in_a_picture() -> None:
    seen = "Le chantier de la base, vu de la tribune des spectateurs. Au second plan, la tour de contrôle."
    told = "Les pelleteuses tournent depuis mai. Le compteur aussi."
    article = cleaned(TITLE, *BYLINE, seen, "KEYSTONE/Anthony Rey", told, *POOL[:4])
    assert [marks(article, line)[0] for line in (seen, told)] == [Zone.CAPTION, Zone.BODY]
    within = "La rivalité dure. À l'arrière-plan, deux armées attendent leur heure."
    assert marks(cleaned(TITLE, *BYLINE, POOL[0], within, *POOL[1:4]), within)[0] is Zone.BODY


def test_what_is_done_while_somebody_speaks_is_no_credit() -> None:
    answer = "Dix-neuf caractères, et ma femme ne le connaît pas. (Rires)"
    assert marks(cleaned(TITLE, *BYLINE, POOL[0], answer, *POOL[1:4]), answer)[0] is Zone.BODY
