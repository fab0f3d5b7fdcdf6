"""Planning: a `Query` goes in, a `Plan` for an engine comes out, with how the query was understood."""

from search.planning.planner import Planned, Planner

__all__ = ["Planned", "Planner"]
