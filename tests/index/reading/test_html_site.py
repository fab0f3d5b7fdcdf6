"""Which site a page says it is of."""

from __future__ import annotations

import json

import lxml.html
import pytest

from index.reading.html_site import site_name

LIVE = "DIRECT. La crue : suivez la situation"
PUBLISHER = {"@type": "NewsMediaOrganization", "name": "le phare bis"}
OG = '<meta property="og:site_name" content="Le Phare">'


def named(content: object, head: str = "", guessed: str | None = "DIRECT. La crue : suivez la situation") -> str | None:
    script = f'<script type="application/ld+json">{json.dumps(content)}</script>'
    page = f"<html><head><title>{LIVE} - Le Phare</title>{head}{script}</head><body><p>x</p></body></html>"
    return site_name(lxml.html.document_fromstring(page), guessed)


@pytest.mark.parametrize(
    "content",
    [
        {"@type": "LiveBlogPosting", "publisher": PUBLISHER},
        {"@type": ["Thing", "NewsArticle"], "publisher": [PUBLISHER]},
        [{"@type": "NewsArticle", "publisher": "le phare bis"}],
        {"@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#a"}}, {**PUBLISHER, "@id": "#a"}]},
    ],
)
def test_the_publisher_of_the_article_is_its_source_as_written(content: object) -> None:
    assert named(content, OG) == "le phare bis"


def test_the_name_of_the_site_stands_in_for_a_publisher() -> None:
    assert named({"@type": "WebPage", "publisher": "Une régie"}, OG) == "Le Phare"
    assert named({"@type": "NewsArticle", "publisher": {"logo": "x"}}, OG) == "Le Phare"


def test_a_part_of_the_title_is_no_source_unless_it_is_an_address() -> None:
    assert named({}) is None
    assert named({}, guessed="lephare.example") == "lephare.example"
    assert named({}, guessed="Le Phare") == "Le Phare"
