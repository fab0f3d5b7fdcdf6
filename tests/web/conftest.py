"""The application over the shared corpus, and a client that asks it."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from index.config import Config
from web import create_app


@pytest.fixture(scope="session")
def app(corpus: Config) -> Flask:
    """The application over the shared corpus."""
    return create_app(corpus)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of its own, without cookies of other tests."""
    return app.test_client()
