"""A raw article goes in; an article comes out whose every line has a zone and the name of the rule behind it."""

from index.cleaning.cleaning import article_id, clean
from index.cleaning.learning import LineCounts, line_keys

__all__ = ["LineCounts", "article_id", "clean", "line_keys"]
