"""A name is found whatever ordinary words and signs stand around it: each in each of these frames."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

NAMES = [
    ("Macron", "emmanuel-macron"),
    ("Boris Pistorius", "boris-pistorius"),
    ("la Russie", "ru"),
    ("Israël", "il"),
    ("l'OTAN", "otan"),
    ("Rheinmetall", "rheinmetall"),
]
FRAMES = """
X s'est tu. | X n'a rien dit. | X l'a dit. | X y va. | X m'a dit non. | X aussi refuse. | X, en tête, refuse.
X a-t-il menti ? | X : « Non ». | X - Le sommet s'ouvre. | X - en bref. | X – qui ne dit rien – refuse.
X (en gras) refuse. | X… | X ; rien. | X/Kiev | DIRECT - X refuse. | « X ment », dit-on. | "X ment" | (X) | [X]
• X refuse. | – X refuse. | 1. X refuse. | #X | Mais X refuse. | Car X refuse. | Or X refuse. | Puis X refuse.
Même X refuse. | Si X refuse, rien. | Que X parte ! | Hier X a refusé. | Lundi X a refusé. | À Genève, X a refusé.
Le 3 mars, X a refusé. | En 2024 X a refusé. | Selon un communiqué, X refuse. | Selon X, rien ne presse.
D'après X, non. | Avec X, tout change. | Contre X, tous. | Sans X, rien. | Face à X, on hésite. | Malgré X, oui.
On parle de X et des siens. | Ni X ni Kiev. | Soit X, soit Kiev. | Entre X et Kiev, rien.
X, Kiev et Paris refusent. | Kiev et X refusent. | Que veut X ? | Où va X ? | Voici X. | Vive X !
Aux yeux de X, c'est non. | Un accord avec X est signé. | X- | -X | pro-X | anti-X | l'après-X
"""
PLACES = [frame.strip() for row in FRAMES.strip().splitlines() for frame in row.split("|")]


@pytest.mark.parametrize("frame", PLACES)
def test_a_name_is_found_in_any_ordinary_frame(frame: str, recognise: Recognise) -> None:
    texts = {entity: frame.replace("X", name) for name, entity in NAMES}
    missed = [text for entity, text in texts.items() if entity not in {each.entity for each in recognise(text)}]
    assert missed == []
