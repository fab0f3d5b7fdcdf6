"""The spelling of a facet value as it is compared goes in; it comes out as the articles print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from index.documents import spelling_field, spelling_term
from search.costing import ArticleCounter
from search.engine import Searcher
from search.naming import EntityKey
from search.plan import Plan, Term, Within
from search.query import Sort

# Articles that are looked into for a spelling: enough that a title in capitals is not taken for the usual form.
_LOOKED_INTO = 3


class PrintedSpellings:
    """The spellings of one generation as they are printed.

    Folding takes apart what little words and apostrophes join (« l'armée de l'air » is « armee de air »), so that a
    spelling cannot be put together again from its words. What was looked up is kept; two threads that look up the same
    find the same.
    """

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._known: dict[tuple[str, str], str] = {}

    def printed(self, key: EntityKey, term: str, counter: ArticleCounter) -> str | None:
        """A term of the spelling field as its newest articles mostly print it.

        None where no article has it, or `counter` has no time left to look.
        """
        known = (key.kind, term)
        if known not in self._known:
            # Capitals count less than anything else, as headings shout.
            forms = Counter(self._mentions(key, term, counter))
            if not forms:
                # Readers may ask for any number of spellings that there are not.
                return None
            self._known[known] = max(forms, key=lambda form: (not form.isupper(), forms[form]))
        return self._known[known]

    def _mentions(self, key: EntityKey, term: str, counter: ArticleCounter) -> Iterator[str]:
        clause = Within(Term(spelling_field(key.kind), term, 0.0))
        found = counter.match(Plan(clause, sort=Sort.NEWEST, limit=_LOOKED_INTO, paragraphs=0))
        for stored in self._searcher.stored([hit.article for hit in found.hits] if found else []):
            for mention in stored.mentions if stored else ():
                if (mention.kind, mention.entity) == key and spelling_term(mention) == term:
                    yield " ".join(mention.words.split())
