"""Answers for machines that watch over the server: is it alive, can it search, what may a robot read."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from index.errors import DepecheError
from web.errors import Failure, answer
from web.service import service

ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /*?\n"

blueprint = Blueprint("probes", __name__)


@blueprint.get("/healthz")
def health() -> Response:
    """The process answers."""
    return jsonify({"status": "ok"})


@blueprint.get("/readyz")
def ready() -> Response:
    """A generation is loaded; 503 while there is none."""
    try:
        return jsonify({"status": "ready", "generation": service().search.generation})
    except DepecheError:
        return answer(Failure(503, "not_ready", "No generation of the index can be served yet."))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep robots off the endless combinations of facets."""
    return Response(ROBOTS, mimetype="text/plain")
