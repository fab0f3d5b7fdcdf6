"""The text of a Markdown file goes in; the fields of its front matter, the text below it, and doubts come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import yaml

from index.reading.fields import ADDRESSES, AUTHORS, DAYS, SOURCES, TITLES

CLOSED = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n(?P<text>.*))?\Z", re.DOTALL)
# Where nothing closes it, it may end with a blank line.
OPEN = re.compile(r"\A\s*---[ \t]*\n(?P<fields>(?:\w[\w-]*[ \t]*:.*\n)+)[ \t]*\n(?P<text>(?s:.*))\Z")
FIELD = re.compile(r"(\w[\w -]{0,60}?)\s?:\s*[\"']?(.*?)[\"']?\s*")
# How the lines begin that go on with the field above.
CONTINUED = (" ", "\t", "-", "#")
# With these begins what YAML does not read as the words that stand there.
SIGNS = tuple("[{*&!|>%@`")
# What is longer is a text between two rules.
LONGEST = 100_000
NOT_READ = "its front matter is no YAML; what could be read of it was taken line by line"
NOT_CLOSED = "its front matter is not closed by « --- »; it was taken to end at the first blank line"


class FrontMatter(NamedTuple):
    """What a front matter says, each value a string as written, and what of it is in doubt."""

    fields: dict[str, Any]
    text: str
    doubts: tuple[str, ...] = ()


class _Loader(yaml.BaseLoader):
    """Leaves dates as they are written, in their own time zone; takes no aliases, by which lines become gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of a text, and the text below it; a text that only begins with a rule has none."""
    match = CLOSED.match(text)
    if match is None or len(match["fields"]) > LONGEST:
        return _unclosed(text)
    try:
        fields = yaml.load(match["fields"], Loader=_Loader)
    except yaml.YAMLError:
        return _by_lines(match["fields"].splitlines(), match["text"] or "", text)
    return FrontMatter(fields, match["text"] or "") if isinstance(fields, dict) else FrontMatter({}, text)


def _unclosed(text: str) -> FrontMatter:
    match = OPEN.match(text)
    fields = _fields(match["fields"].splitlines()) if match else {}
    known = {*TITLES, *DAYS, *SOURCES, *AUTHORS, *ADDRESSES}
    if match is None or not known & {name.lower() for name in fields}:
        return FrontMatter({}, text)
    return FrontMatter(fields, match["text"], (NOT_CLOSED,))


def _by_lines(lines: Sequence[str], below: str, whole: str) -> FrontMatter:
    """« title: Rafale : la suite » is no YAML, but what people write; where most lines are not such, it is a text."""
    fields = _fields(lines)
    strange = [line for line in lines if line.strip() and not (line.startswith(CONTINUED) or FIELD.fullmatch(line))]
    if len(strange) > len(fields):
        return FrontMatter({}, whole)
    is_doubtful = strange or any(value.startswith(SIGNS) for value in fields.values())
    return FrontMatter(fields, below, (NOT_READ,) if is_doubtful else ())


def _fields(lines: Iterable[str]) -> dict[str, str]:
    return {match[1]: match[2] for match in map(FIELD.fullmatch, lines) if match}
