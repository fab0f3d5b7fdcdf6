"""The rules by name, and how far each is to be trusted, from 0 to 1."""

from __future__ import annotations

CONFIDENCE = {
    "alias": 1.0,
    "seen_as": 1.0,
    "demonym": 1.0,
    "compound": 1.0,
    "implied": 1.0,
    "metonym": 0.95,
    "context_alias": 0.95,
    "ministry": 0.95,
    "surname": 0.95,
    "title": 0.95,
    "glued": 0.9,
    "transliteration": 0.9,
    "initial": 0.85,
    "misspelt_surname": 0.85,
    "misspelt_name": 0.8,
    "unlisted_title": 0.7,
    "unlisted_speaker": 0.65,
    "unlisted_name": 0.6,
    "unlisted_organisation": 0.6,
    "named_organisation": 0.6,
    "unlisted_acronym": 0.6,
}
"""Sure by construction at 1, decided by context below; a fuzzy match carries its own score."""
