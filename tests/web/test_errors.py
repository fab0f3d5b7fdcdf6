"""What clients are told when something is wrong, whatever they sent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from index.config import Config
from web import create_app


@pytest.fixture(scope="module")
def choosy(corpus: Config) -> FlaskClient:
    """A client of a server that answers to one host name only."""
    return create_app(replace(corpus, server=replace(corpus.server, hosts=("presse.example",)))).test_client()


@pytest.mark.parametrize("path", ["/", "/opensearch.xml", "/api/search", "/nowhere"])
@pytest.mark.parametrize("host", ["intrus.example", "x" * 500, "<script>"])
def test_a_host_that_is_not_ours_is_refused(choosy: FlaskClient, host: str, path: str) -> None:
    assert choosy.get(path, headers={"Host": host}).status_code == 400


def test_a_host_that_is_ours_is_answered(choosy: FlaskClient) -> None:
    assert choosy.get("/aide", headers={"Host": "presse.example"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/search"])
def test_a_method_that_is_not_allowed_is_told_which_are(client: FlaskClient, path: str) -> None:
    response = client.post(path)
    assert (response.status_code, sorted(response.headers["Allow"].split(", "))) == (405, ["GET", "HEAD", "OPTIONS"])
    assert len(response.headers.getlist("Content-Type")) == 1


def test_a_host_too_long_to_be_one_is_refused_with_a_sentence(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "x" * 500})
    assert (response.status_code, response.mimetype) == (400, "text/plain")
