"""The passages of an article go in; the same come out, with words that lost the space between them divided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from index.analysis.folding import fold
from index.analysis.gluing import Vocabulary, glued_parts, may_be_glued, vocabulary
from index.entities.passage import Passage
from index.entities.words import Word

_perhaps_glued = lru_cache(maxsize=1 << 16)(may_be_glued)


def unglued(passages: Sequence[Passage], names: Collection[str]) -> tuple[Passage, ...]:
    """Return the passages with « Ryderqui » as two words, where the article or `names`, folded, know Ryder."""
    suspect = [any(_perhaps_glued(word.text) for word in passage.words) for passage in passages]
    if not any(suspect):
        return tuple(passages)
    seen = vocabulary((passage.text for passage in passages), names)
    return tuple(
        replace(passage, words=tuple(_divided(passage, seen))) if perhaps else passage
        for passage, perhaps in zip(passages, suspect, strict=True)
    )


def _divided(passage: Passage, seen: Vocabulary) -> Iterator[Word]:
    for word in passage.words:
        parts = glued_parts(word.text, seen) if _perhaps_glued(word.text) else None
        if parts is None:
            yield word
            continue
        for span in parts:
            text = word.text[span.start : span.end]
            start = word.start + span.start
            yield Word(start, start + len(text), text, fold(text), text[0].isupper(), glued=True)
