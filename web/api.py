"""The HTTP endpoint: parameters go in, JSON comes out, as docs/api.md describes."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from search.query import Query
from web.errors import Failure, answer
from web.presenting import results_json, suggestion_json, view_json
from web.service import service
from web.urls import parse

SUGGESTIONS = 10

blueprint = Blueprint("api", __name__, url_prefix="/api")


@blueprint.get("/search")
def search() -> Response:
    """Answer a query; 400 names a parameter that is unknown or cannot be used."""
    parsed = parse(request.args, service().kinds)
    if parsed.complaints:
        wrong = parsed.complaints[0]
        return answer(Failure(400, "invalid_parameter", f"`{wrong.parameter}` must be {wrong.expected}."))
    if parsed.strangers:
        name, meant = parsed.strangers[0].name, parsed.strangers[0].meant
        hint = f"; perhaps `{meant}` is meant" if meant else ""
        return answer(Failure(400, "unknown_parameter", f"`{name}` is no parameter of this address{hint}."))
    return jsonify(results_json(service().search.answer(parsed.query)))


@blueprint.get("/suggest")
def suggest() -> Response:
    """Complete what stands in the search box: entities first, then words."""
    found = service().search.suggest(request.args.get("q", ""), SUGGESTIONS)
    return jsonify({"suggestions": [suggestion_json(suggestion) for suggestion in found]})


@blueprint.get("/article/<article_id>")
def article(article_id: str) -> Response:
    """One article with all its zones and the evidence for its facet values."""
    view = service().search.article(article_id, Query(text=request.args.get("q", "")))
    if view is None:
        return answer(Failure(404, "no_such_article", "There is no article of this id in the index."))
    return jsonify(view_json(view))
