"""Requests of readers go in, HTML pages come out: the search page, an article's own page, the help page."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, abort, current_app, g, make_response, render_template, request, url_for
from markupsafe import Markup

from index.document import Mention, by_paragraph
from search.query import Query, Scope, ValueMatch
from search.results import AdvisedPart, Results
from web.evidence import evidenced
from web.language import LANGUAGES, Words, choose, load_words
from web.marking import annotated, fragment, marked
from web.service import service
from web.urls import parse, query_string
from web.views import (
    ActiveFilter,
    active_filters,
    address,
    advised_filter,
    below_title,
    facet_groups,
    numbered,
    page_links,
    reading_of,
    sort_options,
    title_of,
    told_paragraphs,
    unseen_fields,
    with_page,
    with_source,
    with_text,
    without_dates,
    without_filters,
    without_strays,
)
from web.years import calendar

COOKIE = "lang"
LANGUAGES_EXTENSION = "depeche.languages"
A_YEAR = 365 * 24 * 3600

blueprint = Blueprint("pages", __name__)


def register(app: Flask) -> None:
    """Give the templates of `app` their words and filters, in the language of each request."""
    app.extensions[LANGUAGES_EXTENSION] = load_words()
    app.context_processor(_context)
    app.after_request(_remember_language)
    app.jinja_env.filters.update(marked=marked, fragment=fragment)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


@blueprint.get("/")
def search() -> str:
    """The search page: results of what the parameters ask for, the newest articles when they ask for nothing."""
    parsed = parse(request.args, service().kinds)
    searching = service().search
    # Links and boxes name values by their ids, however they were typed.
    query = without_strays(searching.canonical(parsed.query))
    results = searching.answer(query)
    months, undated = results.months, results.undated
    if query.after or query.before:
        months, undated = searching.months(without_dates(query), results.took_ms)
    return render_template(
        "search.html",
        results=results,
        query=query,
        complaints=parsed.complaints,
        strangers=parsed.strangers,
        facets=facet_groups(results),
        active=active_filters(results),
        calendar=calendar(query, months, undated),
        anytime_url=address(without_dates(query)),
        pages=page_links(results),
        unseen=unseen_fields(results),
        advised=_advised,
        filter_words=_filter_words,
        told_paragraphs=told_paragraphs(results),
        sorts=sort_options(results),
        cleared_url=without_filters(query),
        Scope=Scope,
        ValueMatch=ValueMatch,
        **{link.__name__: link for link in (query_string, with_page, with_source, with_text)},
        **{view.__name__: view for view in (below_title, numbered, reading_of, title_of)},
    )


@blueprint.get("/article/<article_id>")
def article(article_id: str) -> str:
    """One article with all its paragraphs, those that match anchored and marked."""
    query = parse(request.args, service().kinds).query
    view = service().search.article(article_id, query)
    if view is None:
        abort(404)
    mentions = by_paragraph(view.mentions)
    spans = {
        ordinal: annotated(text, view.highlights.get(ordinal, ()), mentions.get(ordinal, ()), _link_mentions)
        for ordinal, text in ((paragraph.ordinal, paragraph.text) for paragraph in view.article.paragraphs)
    }
    return render_template(
        "article.html",
        view=view,
        query=query,
        html=spans,
        values=evidenced(view.mentions, service().kinds),
        value_url=_value_url,
        rule_label=_rule_label,
        confidence=_confidence,
        query_string=query_string,
        numbers=numbered(view.article),
    )


@blueprint.get("/aide")
def aide() -> str:
    """How to search, on one screen."""
    return render_template("help.html", query=Query())


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """The description by which a browser adds the search to its own box."""
    response = make_response(render_template("opensearch.xml"))
    response.mimetype = "application/opensearchdescription+xml"
    return response


def _link_mentions(mentions: Sequence[Mention], words: Markup) -> Markup:
    """Words of an article as a link to the articles of what they name, the evidence in the title.

    Where they name several things, a small link for each of the others follows. What they say is not selected with
    the text, nor read as part of it.
    """
    first, *others = mentions
    link = Markup('<a class="mention {}" href="{}" title="{}">{}</a>').format(
        first.kind, _value_url(first.kind, first.entity), " · ".join(map(_why, mentions)), words
    )
    unlisted = Markup('<em class="unlisted">{}</em>').format(_words()("unlisted"))
    return link + (Markup("") if first.listed else unlisted) + Markup("").join(map(_also, others))


def _also(mention: Mention) -> Markup:
    """A link to what the words before it name besides."""
    label = _words()("also", label=f"{mention.label} ({_kind_label(mention.kind)})")
    return Markup('<a class="also {}" href="{}" title="{}"><span class="hidden">{}</span></a>').format(
        mention.kind, _value_url(mention.kind, mention.entity), _why(mention), label
    )


def _why(mention: Mention) -> str:
    """The evidence in words: "Ukraine (Pays, adjectif ou habitants du pays, confiance 100 %)"."""
    parts = (_kind_label(mention.kind), _rule_label(mention.rule), _confidence(mention.confidence))
    return f"{mention.label} ({', '.join(parts)})"


def _value_url(kind: str, value: str) -> str:
    """The search page with one facet value chosen."""
    return f"{url_for('pages.search')}?{urlencode({kind: value})}"


def _rule_label(rule: str) -> str:
    """What a rule of recognition goes by, in words."""
    words = _words()
    return words(f"rule_{rule}") if words.known(f"rule_{rule}") else rule


def _confidence(confidence: float) -> str:
    return _words()("confidence", percent=round(100 * confidence))


def _advised(results: Results, part: AdvisedPart) -> str:
    """A part of the advice in the words of the page: words as typed, or "Pays : Ukraine" for a filter."""
    words, about = _words(), advised_filter(results, part)
    if about is None:
        return part.words
    label = str(words(about.about)) if words.known(about.about) else _kind_label(about.about)
    return f"{label}{words('colon')} {words('not') + ' ' if about.excluded else ''}{_filter_words(about)}"


def _filter_words(chosen: ActiveFilter) -> str:
    """What a filter keeps or excludes, in words."""
    return _words().days(*chosen.days) if any(chosen.days) else chosen.words


def _context() -> dict[str, object]:
    labels = {"kind_label": _kind_label, "kind_in_sentence": _kind_in_sentence, "kind_labels": _kind_labels}
    return {"t": _words(), "in_language": _in_language, **labels}


def _words() -> Words:
    """The words of the current request, in its language."""
    if "words" not in g:
        language = choose(request.args.get("lang"), request.cookies.get(COOKIE), request.accept_languages)
        g.words = current_app.extensions[LANGUAGES_EXTENSION][language]
    words = g.words
    assert isinstance(words, Words)
    return words


def _kind_label(kind: str) -> str:
    """What the page calls a kind of facet: the configured word, ours, or the kind itself."""
    words = _words()
    configured = service().config.facets[kind].labels if kind in service().config.facets else {}
    if configured:
        return configured.get(words.language) or next(iter(configured.values()))
    return words(f"kind_{kind}") if words.known(f"kind_{kind}") else kind


def _kind_in_sentence(kind: str) -> str:
    """What the page calls a kind within a sentence: without a capital, unless it is an acronym (ONG)."""
    label = _kind_label(kind)
    return label[:1].lower() + label[1:] if label[1:].islower() else label


def _kind_labels() -> dict[str, str]:
    return {kind: _kind_label(kind) for kind in service().kinds}


def _in_language(language: str) -> str:
    """The page that is being shown, in another language."""
    arguments = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return f"{request.script_root}{request.path}?{urlencode([*arguments, ('lang', language)])}"


def _remember_language(response: Response) -> Response:
    asked = request.args.get("lang")
    if asked in LANGUAGES:
        response.set_cookie(COOKIE, asked, max_age=A_YEAR, samesite="Lax", httponly=True)
    return response
