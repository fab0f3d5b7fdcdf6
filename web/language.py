"""A request goes in; the words of the page in the reader's language come out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources

import yaml
from werkzeug.datastructures import LanguageAccept

DEFAULT = "fr"
LANGUAGES = ("fr", "en")
# The spaces inside French quotes, and before signs of two parts.
GLUED = re.compile(r"(?<=«) | (?=[»:;!?%])")
# U+202F, the narrow no-break space, divides thousands in French.
SEPARATORS = {"fr": "\u202f", "en": ","}


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language, by key."""

    language: str
    sentences: Mapping[str, str | Mapping[str, str]]

    def __call__(self, key: str, count: int | None = None, **values: object) -> str:
        """The sentence of `key` with `values` put in; `count` chooses singular or plural, and is put in as {count}."""
        sentence = self.sentences[key]
        if not isinstance(sentence, str):
            sentence = sentence["one" if self.singular(count or 0) else "other"]
        if count is not None:
            values["count"] = self.number(count)
        return sentence.format(**values) if values else sentence

    def known(self, key: str) -> bool:
        """Whether there is a sentence of this key."""
        return key in self.sentences

    def singular(self, count: int) -> bool:
        """French has one of nothing (« 0 article »), English none of it (“0 articles”)."""
        return count < 2 if self.language == "fr" else count == 1

    def number(self, value: int) -> str:
        """An integer with its thousands divided."""
        return f"{value:,}".replace(",", SEPARATORS[self.language])

    def decimal(self, value: float) -> str:
        """A number with one decimal."""
        return f"{value:.1f}".replace(".", "," if self.language == "fr" else ".")

    def day(self, day: date) -> str:
        """A day in full: 3 mars 2024."""
        ordinal = "1er" if self.language == "fr" and day.day == 1 else str(day.day)
        return f"{ordinal} {self.month(day)} {day.year}"

    def month(self, day: date) -> str:
        """The name of the month of a day."""
        return str(self.sentences[f"month_{day.month}"])

    def days(self, first: date | None, last: date | None) -> str:
        """The days from one to another, told shortly: "2024", "mars 2024", "depuis le 3 mars 2024"."""
        if first is None or last is None:
            return self("since", day=self.day(first)) if first else self("until", day=self.day(last or date.max))
        if first == last:
            return self.day(first)
        if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
            return str(first.year)
        if (first.day, last) == (1, first.replace(day=monthrange(first.year, first.month)[1])):
            return f"{self.month(first)} {first.year}"
        return self("from_to", first=self.day(first), last=self.day(last))


def load_words() -> Mapping[str, Words]:
    """The words of every language."""
    folder = resources.files("web") / "translations"
    words = {
        language: Words(language, yaml.safe_load((folder / f"{language}.yaml").read_text("utf-8")))
        for language in LANGUAGES
    }
    return words | {"fr": Words("fr", {key: spaced(sentence) for key, sentence in words["fr"].sentences.items()})}


def spaced(sentence: str | Mapping[str, str]) -> str | Mapping[str, str]:
    """A French sentence, in one number or both, with spaces where a line must not break: « mot », mot :"""
    if not isinstance(sentence, str):
        return {number: str(spaced(form)) for number, form in sentence.items()}
    return GLUED.sub("\u00a0", sentence)


def choose(asked: str | None, remembered: str | None, accepted: LanguageAccept) -> str:
    """The language of a page: what the URL asks for, else the cookie, else the browser's preference, else French."""
    for language in (asked, remembered):
        if language in LANGUAGES:
            return language
    preferred = (tag.partition("-")[0].lower() for tag, quality in accepted if quality > 0)
    return next((language for language in preferred if language in LANGUAGES), DEFAULT)
