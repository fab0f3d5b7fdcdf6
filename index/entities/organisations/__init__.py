"""Texts go in; the names of organisations that no list knows, or knows in other words, come out."""
