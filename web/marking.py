"""A text with spans of matches and mentions goes in; escaped HTML with the spans marked up comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from index.document import Mention
from search.results import ParagraphHit, Span

ELLIPSIS = Markup('<span class="cut">…</span>')


def marked(text: str, highlights: Iterable[Span], start: int = 0, end: int | None = None) -> Markup:
    """`text[start:end]`, escaped, with every highlight in <mark>. Spans are ordered and do not overlap."""
    end = len(text) if end is None else end
    pieces, at = [], start
    for left, right in highlights:
        left, right = max(left, at), min(right, end)  # noqa: PLW2901
        if left < right:
            pieces += [escape(text[at:left]), Markup("<mark>{}</mark>").format(text[left:right])]
            at = right
    return Markup("").join([*pieces, escape(text[at:end])])


def fragment(paragraph: ParagraphHit) -> Markup:
    """The fragment of a paragraph hit, with its matches marked and an ellipsis wherever it was cut."""
    start, end = paragraph.fragment
    before = ELLIPSIS if start > 0 else Markup("")
    after = ELLIPSIS if end < len(paragraph.text) else Markup("")
    return before + marked(paragraph.text, paragraph.highlights, start, end) + after


def annotated(
    text: str,
    highlights: Sequence[Span],
    mentions: Iterable[Mention],
    wrap: Callable[[Sequence[Mention], Markup], Markup],
) -> Markup:
    """The whole text with matches marked, and each mention given to `wrap` with its marked words to be linked.

    Mentions of one span come together (« Pentagone » is an organisation and stands for a country); one that overlaps
    an earlier one is passed over.
    """
    pieces, at = [], 0
    for (start, end), group in _by_span(mentions):
        if start >= at:
            pieces += [marked(text, highlights, at, start), wrap(group, marked(text, highlights, start, end))]
            at = end
    return Markup("").join([*pieces, marked(text, highlights, at)])


def _by_span(mentions: Iterable[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    """Groups of equal spans, by start, the longest first."""

    def span(mention: Mention) -> Span:
        return mention.start, -mention.end

    for (start, end), group in groupby(sorted(mentions, key=span), key=span):
        yield (start, -end), list(group)
