"""Paragraphs as words, runs of capitals, and words that lost their space."""
