"""Fixtures that several packages share: a small corpus, indexed once a session, and a configuration over it."""

from __future__ import annotations

import pytest
from hypothesis import settings

from index.config import Config, load_config
from index.reindex import reindex

# Nothing here depends on how busy the machine is that runs it.
settings.register_profile("depeche", deadline=None)
settings.load_profile("depeche")

ARTICLES = {
    "sommet.txt": """Sommet : l’Ukraine obtient des avions

Publié le 3 mars 2024

Le ministre de la Défense <b>britannique</b> Grant Shapps a promis jeudi à l’Ukraine des avions de combat F-16 & des
missiles, lors d’une réunion de l’OTAN à Bruxelles.

Le président ukrainien Volodymyr Zelensky a salué à l’Élysée, devant Emmanuel Macron, une décision historique pour la
sécurité de toute l’Europe de l’Est.

Les négociations sur les forces aériennes reprendront à la mi-juin dans la capitale polonaise, selon l’état-major.
""",
    "mangled.txt": """Accueil Monde La Coalition intéressée se réunit sans les...

La Coalition intéressée se réunit sans les Américains

Publicité

Le président ukrainien Volodimir Jelenski a demandé mardi de nouvelles défenses aériennes à la coalition des volontaires
réunie à Paris autour du Premier ministre britannique Kair Stmer.

La Russie a prévenu qu’elle regarderait toute troupe étrangère en Ukraine comme une cible, a dit Dmitry Peskov.

Lire aussi: La Chine lance un porte-avions et inquiète Taïwan
""",
    "afrique/niger.txt": """Niger : les derniers soldats français quittent Niamey

Publié le 22 décembre 2023

Les derniers soldats français ont quitté vendredi le Niger, où une junte a pris le pouvoir en juillet après avoir
renversé le président Mohamed Bazoum, a indiqué l’état-major.

La CEDEAO réclame toujours le retour à l’ordre constitutionnel et la libération du président.
""",
    "pêche.txt": """Accord de pêche entre l’Union européenne et la Norvège

Oslo et Bruxelles ont signé lundi un accord qui fixe les quotas de pêche en mer du Nord pour l’année prochaine.

Le péché originel de cet accord, disent les pêcheurs danois, est de favoriser les grands navires.
""",
}


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """A configuration over `ARTICLES`, already indexed. Shared: tests must not write to it."""
    root = tmp_path_factory.mktemp("corpus")
    for name, text in ARTICLES.items():
        file = root / "articles" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (root / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
    config = load_config(root / "config.yaml", {})
    reindex(config)
    return config
