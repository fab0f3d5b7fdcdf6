"""The HTTP endpoint, as a program sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient

from index.config import Config
from tests.web.live import served

ROOT = Path(__file__).parents[2]


def asked(client: FlaskClient, **parameters: Any) -> dict[str, Any]:
    response = client.get("/api/search", query_string=parameters)
    assert response.status_code == 200, response.text
    answer = response.get_json()
    assert isinstance(answer, dict)
    return answer


def test_an_answer_has_the_documented_shape(client: FlaskClient) -> None:
    answer = asked(client, q="defense", country="ukraine")
    assert {"query", "generation", "took_ms", "total", "hits", "facets"} <= set(answer)
    assert answer["total"] == {"articles": 2, "paragraphs": 2}
    hit = answer["hits"][0]
    assert set(hit["article"]) == {"id", "path", "title", "date", "source", "url"}
    assert {"article", "score", "matching_paragraphs", "paragraphs"} <= set(hit)
    assert list(answer["facets"]) == ["person", "country", "organisation"]
    (value,) = (value for value in answer["facets"]["country"] if value["id"] == "ua")
    assert {"id": "ua", "label": "Ukraine", "count": 2, "selected": True}.items() <= value.items()


def test_highlights_are_code_points_of_the_text(client: FlaskClient) -> None:
    for hit in asked(client, q="defense")["hits"]:
        for paragraph in hit["paragraphs"]:
            words = [paragraph["text"][start:end].lower() for start, end in paragraph["highlights"]]
            assert set(words) <= {"défense", "défenses"}
            assert words


def test_dates_are_iso_days_or_null_and_paths_relative(client: FlaskClient) -> None:
    found = {hit["article"]["path"]: hit["article"]["date"] for hit in asked(client)["hits"]}
    assert found == {
        "sommet.txt": "2024-03-03",
        "afrique/niger.txt": "2023-12-22",
        "mangled.txt": None,
        "pêche.txt": None,
    }


@pytest.mark.parametrize("country", ["ua", "Ukraine", "UKRAINE", "ukraine"])
def test_a_value_may_be_given_as_id_label_or_alias(client: FlaskClient, country: str) -> None:
    assert asked(client, country=country)["total"]["articles"] == 2


def test_an_unknown_value_gives_no_results_and_says_so(client: FlaskClient) -> None:
    answer = asked(client, country="atlantide")
    assert answer["total"]["articles"] == 0
    assert answer["query"]["unknown"] == [{"kind": "country", "typed": "atlantide"}]


def test_values_of_one_facet_widen_or_narrow_or_are_excluded(client: FlaskClient) -> None:
    assert asked(client, country=["ua", "ne"])["total"]["articles"] == 3
    assert asked(client, country=["ua", "ne"], country_match="all")["total"]["articles"] == 0
    assert asked(client, not_country="ua")["total"]["articles"] == 2


def test_a_facets_own_filter_does_not_shrink_its_own_list(client: FlaskClient) -> None:
    free = {value["id"]: value["count"] for value in asked(client, q="ukraine")["facets"]["organisation"]}
    chosen = {v["id"]: v["count"] for v in asked(client, q="ukraine", organisation="otan")["facets"]["organisation"]}
    assert chosen == free


@pytest.mark.parametrize(
    ("name", "value"), [("page", "0"), ("per_page", "101"), ("after", "soon"), ("sort", "best"), ("person_match", "x")]
)
def test_a_parameter_out_of_range_is_an_error_with_a_code_and_a_message(
    client: FlaskClient, name: str, value: str
) -> None:
    response = client.get("/api/search", query_string={name: value})
    assert response.status_code == 400
    error = response.get_json()["error"]
    assert error["code"] == "invalid_parameter"
    assert f"`{name}`" in error["message"]


def test_an_unknown_parameter_is_an_error_that_names_the_one_meant(client: FlaskClient) -> None:
    response = client.get("/api/search?q=otan&contry=ua")
    error = response.get_json()["error"]
    assert (response.status_code, error["code"]) == (400, "unknown_parameter")
    assert error["message"] == "`contry` is no parameter of this address; perhaps `country` is meant."


def test_a_facet_may_go_by_its_french_name(client: FlaskClient) -> None:
    answer = asked(client, pays="ukraine")
    assert answer["total"]["articles"] == 2
    assert list(answer["query"]["filters"]) == ["country"]


def test_an_address_that_is_not_there_is_a_json_error(client: FlaskClient) -> None:
    response = client.get("/api/nothing")
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "not_found")
    response = client.post("/api/search")
    assert (response.status_code, response.get_json()["error"]["code"]) == (405, "method_not_allowed")


def test_an_article_comes_whole_with_zones_and_evidence(client: FlaskClient) -> None:
    (hit,) = asked(client, q="stmer", names=0)["hits"]
    answer = client.get(f"/api/article/{hit['article']['id']}").get_json()
    assert {"title", "body", "related", "chrome"} <= {paragraph["zone"] for paragraph in answer["paragraphs"]}
    evidence = [value for paragraph in answer["paragraphs"] for value in paragraph["facets"]]
    assert {"keir-starmer", "volodymyr-zelensky"} <= {value["id"] for value in evidence}
    for paragraph in answer["paragraphs"]:
        for value in paragraph["facets"]:
            assert paragraph["text"][value["start"] : value["end"]] == value["words"]


@pytest.mark.parametrize("article_id", ["none", "0123456789abcdef", "０" * 16, "-1", "f" * 17, "%00"])
def test_what_is_no_article_is_not_found(client: FlaskClient, article_id: str) -> None:
    response = client.get(f"/api/article/{article_id}")
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "no_such_article")


def test_paging_neither_repeats_nor_skips(client: FlaskClient) -> None:
    pages = [asked(client, per_page=1, page=page)["hits"] for page in (1, 2, 3, 4, 5)]
    assert [len(page) for page in pages] == [1, 1, 1, 1, 0]
    assert len({page[0]["article"]["id"] for page in pages[:4]}) == 4


def test_the_probes_answer(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}
    assert client.get("/readyz").get_json()["status"] == "ready"


def test_a_request_line_too_long_for_the_server_is_told_so_as_documented(corpus: Config) -> None:
    assert "longer than 8,190 bytes" in (ROOT / "docs/api.md").read_text("utf-8")
    assert corpus.file is not None
    around = len("GET /api/search?q= HTTP/1.1")
    with served(corpus.file, DEPECHE_SERVER_WORKERS="1") as address:
        with urlopen(f"{address}/api/search?q={'a' * (8180 - around)}") as answer:
            assert answer.status == 200
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}/api/search?q={'a' * (8200 - around)}")
    refused.value.close()
    assert refused.value.code == 414
