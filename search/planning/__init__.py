"""Planning: a `Query` goes in, a `Plan` for an engine comes out, with how the query was understood."""

from search.planning.filters import Chosen
from search.planning.planner import Asked, Planned, Planner, spellings_narrow

__all__ = ["Asked", "Chosen", "Planned", "Planner", "spellings_narrow"]
