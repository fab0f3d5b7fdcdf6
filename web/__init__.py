"""The front ends: requests and command lines go in; pages, JSON and terminal output come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from index.config import Config


def create_app(config: Config | str | None = None) -> Flask:
    """The Flask application, for `gunicorn 'web:create_app()'`; Flask is imported only when it is called."""
    from web.app import create_app as create

    return create(config)
