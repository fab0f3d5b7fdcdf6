"""A recipe goes in; what finds names and words in its articles comes out, loaded once for all runs of a process."""

from __future__ import annotations

from dataclasses import dataclass

from index.analysis import Analyzer
from index.entities.recognise import Recogniser
from index.reindexing.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Tools:
    """What finds names and words in articles; `names` are the folded words of the gazetteers."""

    recogniser: Recogniser
    analyzer: Analyzer
    names: frozenset[str]

    @classmethod
    def of(cls, recipe: Recipe) -> Tools:
        """Load the gazetteers. Raises `GazetteerError`."""
        gazetteer = recipe.gazetteer()
        names = gazetteer.name_tokens()
        return cls(Recogniser(gazetteer), Analyzer(names), names)


class KeptTools:
    """The tools of one run, for the next of the process: loading them takes longer than a new article does."""

    def __init__(self) -> None:
        self._tools: Tools | None = None
        self._gazetteers = ""

    def of(self, recipe: Recipe) -> Tools:
        """Those of a recipe, loaded only if its gazetteers are not those of the last one. Raises `GazetteerError`."""
        # Before they are loaded: what is saved meanwhile is seen by the next run.
        gazetteers = recipe.gazetteers_fingerprint()
        if self._tools is None or gazetteers != self._gazetteers:
            self._tools = None  # two would take twice the memory
            self._tools = Tools.of(recipe)
            self._gazetteers = gazetteers
        return self._tools
