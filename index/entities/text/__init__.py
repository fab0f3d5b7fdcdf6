"""Paragraphs as words, words that lost their space, and the keys of names in other transliterations."""
