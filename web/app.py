"""A configuration goes in, the Flask application comes out."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from index.config import Config, load_config
from web import api, errors, pages, probes
from web.service import EXTENSION, Service, open_service

# Everything comes from here, nothing may frame the page, and text of an article could do nothing even unescaped.
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
MAX_BODY = 16 * 1024
# How long an answer took, as JSON and as a page say it; within texts both are escaped.
TOOK = re.compile(rb'"took_ms": ?[0-9.]+|<span class="took">[^<]*')


def create_app(config: Config | Path | str | None = None, running: Service | None = None) -> Flask:
    """The application of a configuration (by default the one `load_config` finds). `running` replaces the search
    service, in tests."""
    if not isinstance(config, Config):
        config = load_config(Path(config) if config else None)
    app = Flask("web", static_folder="static", template_folder="templates")
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, TRUSTED_HOSTS=list(config.server.hosts) or None)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.extensions[EXTENSION] = running or open_service(config)
    for blueprint in (pages.blueprint, api.blueprint, probes.blueprint):
        app.register_blueprint(blueprint)
    pages.register(app)
    errors.register_errors(app)
    app.after_request(_finish)
    if config.server.proxies:
        hops = config.server.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops)  # type: ignore[method-assign]
    return app


def _finish(response: Response) -> Response:
    response.headers.extend(SECURITY_HEADERS)
    if request.endpoint == "static":
        return response
    response.headers["Cache-Control"] = "no-cache"
    response.vary.update({"Accept-Language", "Cookie"})
    if response.status_code == 200 and request.method in ("GET", "HEAD") and not response.is_streamed:
        # Weak: two answers that differ in the time they took say the same.
        response.set_etag(sha256(TOOK.sub(b"", response.get_data())).hexdigest()[:32], weak=True)
        response.make_conditional(request)
    return response
