"""Errors go in; an HTTP status, a stable code and a sentence come out, as JSON or as a page by what was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from werkzeug.exceptions import BadRequest, HTTPException

from index.errors import DepecheError, IndexMissingError, SearchTimeoutError


@dataclass(frozen=True, slots=True)
class Failure:
    """What a client is told: an HTTP status, a code for programs, a sentence for people."""

    status: int
    code: str
    message: str

    def json(self) -> dict[str, dict[str, object]]:
        """The body of every JSON error."""
        return {"error": {"code": self.code, "status": self.status, "message": self.message}}


def register_errors(app: Flask) -> None:
    """Answer every error of `app` in the form that was asked for."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(DepecheError, _own)
    app.register_error_handler(Exception, _unforeseen)


def answer(failure: Failure) -> Response:
    """The failure as JSON under /api and for the probes, as a page elsewhere."""
    if request.path.startswith("/api") or request.path in ("/healthz", "/readyz"):
        response = jsonify(failure.json())
    elif isinstance(request.routing_exception, BadRequest):
        # No page can be made for a host that is not ours: its links would have no address.
        response = make_response(failure.message)
        response.mimetype = "text/plain"
    else:
        response = make_response(render_template("error.html", failure=failure))
    response.status_code = failure.status
    return response


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    code = error.name.lower().replace(" ", "_")
    response = answer(Failure(status, code, error.description or error.name))
    # A 405 names what is allowed.
    response.headers.extend((name, value) for name, value in error.get_headers() if name != "Content-Type")
    return response


def _own(error: DepecheError) -> Response:
    current_app.logger.error("%s", error)
    if isinstance(error, IndexMissingError):
        return answer(Failure(503, "index_missing", "There is no index yet. Run `depeche reindex` on the server."))
    if isinstance(error, SearchTimeoutError):
        return answer(Failure(503, "search_timeout", "The search took too long. Ask for less at once, or try later."))
    # The sentence names files of the server: it is for the operator, in the log, not for strangers.
    return answer(Failure(503, "index_unusable", "The index cannot be used now. The server's log says why."))


def _unforeseen(error: Exception) -> Response:
    current_app.logger.error("unforeseen error on %s", request.path, exc_info=error)
    return answer(Failure(500, "internal_error", "Something went wrong here. It has been logged."))
