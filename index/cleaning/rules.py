"""A line goes in; the zone it belongs to by its wording alone, with the name of the rule that says so, comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from index.article import Zone
from index.cleaning.lines import Line
from index.cleaning.templates import SIGNS, Template, compile_template

# The rules of wordings.yaml that may open a list of other articles, or the comments of readers.
HEADING, COMMENTS, CLOSING = "related heading", "comments heading", "closing heading"
# After these, the rest of a page is not the article, if it is little.
CLOSINGS = (COMMENTS, CLOSING, "copyright")
# Lines without words, and addresses: what templates, made of words, cannot say.
BARE = (
    ("digits", re.compile(r"[\W_]*\d[\d\W_]*(?:k|m|%)?[\W_]*")),
    ("signs", re.compile(r"[\W_]*")),
    ("single letter", re.compile(r"\W*[a-z]\W*|\W*a\W+a\W*")),
    ("clock", re.compile(r"\W*\d{1,2}[h:]\d{2}(?::\d{2})?(?:\W+\d{1,2}:\d{2})?(?: ?(?:gmt|utc|cet|min))?\W*")),
    ("address", re.compile(r"\W*(?:https?://|www\.)\S+|\W*[\w.+-]+@[\w-]+\.[\w.]+|\W*@\w+")),
    (
        "address",
        re.compile(r"\W*[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|fr|org|net|info|eu|[a-z]{2}|news|media|example)(?:/\S*)?"),
    ),
    ("address", re.compile(r".*\b[\w.+-]+@[\w-]+\.\w[\w.]*\W*")),
    ("telephone", re.compile(r"\W*(?:tel(?:ephone)?|fax|phone)\W*[+\d][\d .()-]{6,}")),
    ("hashtags", re.compile(r"(?:suivre |suivez )?(?:[#@][\w'-]+[\s,;|]*)+")),
)


# A line of more words is no talk of the site.
LONGEST_TALK = 45
# « M. Lherminier. – Combien de frégates vous faudrait-il ? » is quoted as well.
QUOTED = re.compile(r'[«»“”"]|\w\. [–—] ')
QUOTATION = re.compile(r"\s*(?:[-–—]\s*)?[«“\"].*[»”\"][\s.,!?…]*$")


LATIN, OTHER_SCRIPT = re.compile("[a-zA-ZÀ-ɏ]"), re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]")


class Mark(NamedTuple):
    """The zone of a line and the rule that put it there."""

    zone: Zone
    rule: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts a line into `zone` whose form matches one of the `templates`, if it has up to `words` words.

    Longer lines are paragraphs that merely begin alike. Without `sentences` no line is taken that ends as a sentence,
    unless it has but four words. `needed` is a pattern for what a form must hold to match any of the templates.
    """

    name: str
    zone: Zone
    templates: tuple[Template, ...]
    needed: str
    words: int
    sentences: bool

    def takes(self, line: Line) -> bool:
        """Whether the rule applies to the line."""
        if line.words > self.words or (line.is_terminated and line.words > 4 and not self.sentences):
            return False
        return _holds(line.form, self.needed) and any(matches(template, line.form) for template in self.templates)


def matches(template: Template, form: str) -> bool:
    """Whether the form of a line matches a template."""
    return _holds(form, _any_of(template.needed)) and _compiled(template.pattern).match(form) is not None


def _holds(form: str, needed: str) -> bool:
    return _compiled(needed).search(form) is not None


@cache
def _any_of(words: frozenset[str]) -> str:
    """A pattern for forms that hold one of these words; for any form where there are none."""
    return rf" \^?(?:{'|'.join(sorted(words))})(?![a-z0-9])" if words else ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a line first needs it; all of them together take most of a second."""
    return re.compile(pattern)


@cache
def wordings() -> tuple[Wording, ...]:
    """The rules of wordings.yaml for lines anywhere, in order."""
    return _wordings("rules")


@cache
def head_wordings() -> tuple[Wording, ...]:
    """The rules of wordings.yaml for lines between title and text, in order."""
    return _wordings("head")


def _wordings(section: str) -> tuple[Wording, ...]:
    return tuple(_wording(entry, content()["vocabulary"]) for entry in content()[section])


@cache
def sections() -> frozenset[str]:
    """The folded words by which sites name their sections."""
    return frozenset(str(content()["sections"]).split())


def is_talk(line: Line, words: int = 2) -> bool:
    """Whether a line sounds like a site talking to its readers: never what somebody is quoted with, or a long one.

    `words` is how many different words must say so.
    """
    if line.words > LONGEST_TALK or is_reported(line):
        return False
    telling = len(set(_talk("telling").findall(line.folded)))
    return telling > 0 and telling + len(set(_talk("beside").findall(line.folded))) >= words


def is_reported(line: Line) -> bool:
    """Whether a line says, or seems to say, what somebody has said."""
    return bool(QUOTED.search(line.text) or _talk("reported").search(line.folded))


@cache
def _talk(part: str) -> re.Pattern[str]:
    words = str(content()["talk"][part]).replace("~", r"\w*").split()
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


@cache
def content() -> dict[str, Any]:
    """What wordings.yaml says."""
    loaded: dict[str, Any] = yaml.safe_load(files("index.cleaning").joinpath("wordings.yaml").read_text("utf-8"))
    return loaded


def _wording(entry: Mapping[str, Any], vocabulary: Mapping[str, str]) -> Wording:
    places = {"whole": (SIGNS, f"{SIGNS}$"), "opening": (SIGNS, ""), "holding": (r"(?: \S+)*?", "")}
    templates = tuple(
        Template(before + template.pattern + after, template.needed)
        for place, (before, after) in places.items()
        for template in (compile_template(line, vocabulary) for line in entry.get(place, "").splitlines())
    )
    needs = [template.needed for template in templates]
    needed = _any_of(frozenset().union(*needs)) if all(needs) else ""
    return Wording(entry["name"], Zone(entry["zone"]), templates, needed, entry["words"], entry.get("sentences", True))


def mark_bare(line: Line) -> Mark | None:
    """What a line without words, an address, or a label in another script is; None for any other."""
    if not line.is_terminated and 2 * len(OTHER_SCRIPT.findall(line.text)) > len(LATIN.findall(line.text)):
        return Mark(Zone.CHROME, "other script")
    return next((Mark(Zone.CHROME, name) for name, pattern in BARE if pattern.fullmatch(line.folded)), None)


def mark_wording(line: Line, rules: Sequence[Wording]) -> Mark | None:
    """What the first rule that takes the line makes of it; None where no rule does, and for what somebody says."""
    if QUOTATION.match(line.text):
        return None
    return next((Mark(rule.zone, rule.name) for rule in rules if rule.takes(line)), None)
