"""What search and index return goes in; the JSON of the HTTP endpoint and of the command line comes out."""

from __future__ import annotations

from typing import Any

from index.article import Article
from index.document import Mention, NamedWords, RefusedName, by_paragraph
from search.query import FacetFilter, Query
from search.results import (
    Advice,
    ArticleView,
    ExportedParagraph,
    FacetValue,
    Hit,
    ParagraphHit,
    Results,
    Suggestion,
    Understanding,
)

Json = dict[str, Any]


def article_json(article: Article) -> Json:
    """What identifies an article and describes it; `date` is an ISO day or null."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "source": article.source,
        "url": article.url,
    }


def results_json(results: Results) -> Json:
    """The answer of `GET /api/search`; docs/api.md describes every key."""
    return {
        "query": query_json(results.query) | understanding_json(results.understanding),
        "generation": results.generation,
        "took_ms": round(results.took_ms, 2),
        "partial": results.partial,
        "notes": list(results.notes),
        "total": {"articles": results.articles, "paragraphs": results.paragraphs},
        "pages": results.pages,
        "hits": [hit_json(hit) for hit in results.hits],
        "facets": {facet.kind: [value_json(value) for value in facet.values] for facet in results.facets},
        "facet_totals": {facet.kind: facet.distinct for facet in results.facets},
        "months": [{"month": day.isoformat()[:7], "count": count} for day, count in results.months],
        "undated": results.undated,
        "advice": advice_json(results.advice),
    }


def query_json(query: Query) -> Json:
    """What was asked, every setting included."""
    return {
        "q": query.text,
        "filters": {chosen.kind: filter_json(chosen) for chosen in query.filters},
        "source": list(query.source),
        "after": query.after.isoformat() if query.after else None,
        "before": query.before.isoformat() if query.before else None,
        "sort": query.sort.value,
        "scope": query.scope.value,
        "page": query.page,
        "per_page": query.per_page,
        "paragraphs": query.paragraphs,
        "copies": query.copies,
        "names": query.names,
    }


def filter_json(chosen: FacetFilter) -> Json:
    """The filter on one facet, as typed."""
    return {
        "values": list(chosen.values),
        "match": chosen.match.value,
        "excluded": list(chosen.excluded),
        "spellings": list(chosen.spellings),
    }


def understanding_json(understanding: Understanding) -> Json:
    """How the query was understood."""
    return {
        "notation": understanding.notation,
        "words": [
            {
                "typed": word.typed,
                "forms": list(word.forms),
                "entities": [{"kind": kind, "id": id_, "label": label} for kind, id_, label in word.entities],
                "excluded": word.excluded,
            }
            for word in understanding.words
        ],
        "ignored": [{"typed": part.typed, "reason": part.reason} for part in understanding.ignored],
        "unknown": [{"kind": value.kind, "typed": value.typed} for value in understanding.unknown],
    }


def hit_json(hit: Hit) -> Json:
    """One hit with its best paragraphs."""
    return {
        "article": article_json(hit.article),
        "score": round(hit.score, 4),
        "matching_paragraphs": hit.matching_paragraphs,
        "title_highlights": [list(span) for span in hit.title_highlights],
        "paragraphs": [paragraph_json(paragraph) for paragraph in hit.paragraphs],
        "copies": [article_json(copy) for copy in hit.copies],
    }


def paragraph_json(paragraph: ParagraphHit) -> Json:
    """A paragraph of a hit; spans are [start, end] in code points of `text`."""
    return {
        "ordinal": paragraph.ordinal,
        "text": paragraph.text,
        "score": round(paragraph.score, 4),
        "highlights": [list(span) for span in paragraph.highlights],
        "fragment": list(paragraph.fragment),
    }


def value_json(value: FacetValue) -> Json:
    """One value of a facet; `count` is in articles."""
    shown: Json = {
        "id": value.id,
        "label": value.label,
        "count": value.count,
        "paragraphs": value.paragraphs,
        "selected": value.selected,
        "excluded": value.excluded,
        "listed": value.listed,
    }
    if value.spellings:
        shown["spellings"] = [
            {"key": s.key, "words": s.words, "count": s.count, "selected": s.selected} for s in value.spellings
        ]
    return shown


def advice_json(advice: Advice) -> Json:
    """What may help a query that found little."""
    return {
        "corrected": advice.corrected,
        "replacements": [{"typed": typed, "suggested": suggested} for typed, suggested in advice.replacements],
        "relaxations": [{"part": str(r.part), "alone": r.alone, "without": r.without} for r in advice.relaxations],
        "drop": str(advice.drop) if advice.drop else None,
    }


def mention_json(mention: Mention) -> Json:
    """The evidence for one facet value."""
    proof = {"rule": mention.rule, "confidence": mention.confidence, "listed": mention.listed}
    return _named_json(mention) | proof


def refused_json(name: RefusedName) -> Json:
    """A listed name that does not count where it stands, and why."""
    return _named_json(name) | {"reason": name.reason}


def _named_json(named: NamedWords) -> Json:
    return {
        "kind": named.kind,
        "id": named.entity,
        "label": named.label,
        "words": named.words,
        "start": named.start,
        "end": named.end,
    }


def export_json(line: ExportedParagraph) -> Json:
    """One line of an export: a paragraph with the evidence for its facet values."""
    return {
        "article": article_json(line.article),
        "ordinal": line.paragraph.ordinal,
        "text": line.paragraph.text,
        "facets": [mention_json(mention) for mention in line.mentions],
    }


def view_json(view: ArticleView) -> Json:
    """An article whole: every zone, the spans that match, the evidence for its facet values."""
    mentions = by_paragraph(view.mentions)
    return {
        "article": article_json(view.article),
        "author": view.article.author,
        "paragraphs": [
            {
                "ordinal": paragraph.ordinal,
                "text": paragraph.text,
                "zone": paragraph.zone.value,
                "rule": paragraph.rule,
                "highlights": [list(span) for span in view.highlights.get(paragraph.ordinal, ())],
                "facets": [mention_json(mention) for mention in mentions.get(paragraph.ordinal, ())],
            }
            for paragraph in view.article.paragraphs
        ],
        "copies": [article_json(copy) for copy in view.copies],
    }


def suggestion_json(suggestion: Suggestion) -> Json:
    """One completion; `kind` and `id` are null for a plain word."""
    return {
        "text": suggestion.text,
        "kind": suggestion.kind or None,
        "id": suggestion.id or None,
        "count": suggestion.count,
        "replacement": suggestion.replacement,
    }
