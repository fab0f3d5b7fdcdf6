"""Answers for machines that watch over the server: is it alive, can it search, what may a robot read."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, jsonify

from index.errors import DepecheError
from web.errors import Failure, answer
from web.service import service
from web.serving import Failed

ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /*?\n"

blueprint = Blueprint("probes", __name__)


@blueprint.get("/healthz")
def health() -> Response:
    """The process answers."""
    return jsonify({"status": "ok"})


@blueprint.get("/readyz")
def ready() -> Response:
    """A generation is loaded, and what is wrong with it nevertheless; 503 while there is none."""
    live = service().live
    try:
        opened = live.current()
    except DepecheError:
        return answer(Failure(503, "not_ready", "No generation of the index can be served yet."))
    told = {"status": "ready", "generation": opened.search.generation}
    return jsonify(told | {"notes": list(_notes(live.failure, opened.warning))})


def _notes(failure: Failed | None, warning: str) -> Iterator[dict[str, str]]:
    """What an operator should see to; the log, which strangers do not read, names the files."""
    if failure:
        yield {
            "code": "newest_unusable",
            "message": "The newest generation cannot be opened; the one before is served. The log says why.",
        }
    if warning:
        yield {"code": "index_differs", "message": warning}


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep robots off the endless combinations of facets."""
    return Response(ROBOTS, mimetype="text/plain")
