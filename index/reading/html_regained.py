"""The main text that was taken out of a page goes in; it comes out with what extraction has dropped of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import takewhile

from lxml.html import HtmlElement

from index.cleaning.captions import has_credit
from index.cleaning.lines import make_line
from index.cleaning.notes import note_sign
from index.cleaning.rules import is_talk

HEADINGS = ("h2", "h3", "h4")
# So many elements of one kind side by side are the entries of live coverage.
FEWEST_ENTRIES = 3
ENTRIES = frozenset({"section", "article", "div"})


def regained(main: list[str], tree: HtmlElement, lines: list[str], marked: frozenset[str]) -> list[str]:
    """The main text, and with it the headings right above its lines, and the sentences beside them.

    `lines` are those that the page shows, in order, `marked` those that it marks as headings.
    """
    main = _in_order(main, lines)
    kept = as_shown(main)
    # A page shows the cells of a row one by one.
    kept = {cell.strip(): line for line in main if "|" in line for cell in line.split("|") if cell.strip()} | kept
    dropped = marked - kept.keys()
    siblings = (_siblings(tree, kept) - dropped) | _entries(tree, kept)
    places = [index for index, line in enumerate(lines) if line in kept]
    above, below = defaultdict[str, list[str]](list), list[str]()
    for index, line in enumerate(lines):
        if (line in dropped or line in siblings) and places and places[0] < index:
            after = bisect_right(places, index)
            following = kept[lines[places[after]]] if after < len(places) else None
            if following is None and line in siblings:
                below.append(line)
            elif following is not None and (line in siblings or kept.get(lines[index + 1]) == following):
                above[following].append(line)
    return [each for line in main for each in (*above.pop(line, ()), line)] + below


def _in_order(main: list[str], lines: list[str]) -> list[str]:
    """The main text with what stands first in it moved to its place on the page, if that is within the text.

    Of live coverage, extraction puts the first entry above the title; and the teasers below the text, which stay there.
    """
    shown = Counter(lines)
    places = {line: index for index, line in enumerate(lines) if shown[line] == 1}
    at = [places.get(" ".join(line.split()), -1) for line in main]
    first = next((index for index, place in enumerate(at) if 0 <= place < at[0]), 0)
    below = next((index for index, place in enumerate(at) if place > at[0] and index > first), 0)
    return [*main[first:below], *main[:first], *main[below:]] if first < below else main


def as_shown(main: list[str]) -> dict[str, str]:
    """Lines as the page shows them -> as extraction gives them: with a dash before the points of a list."""
    return {" ".join(text.split()): line for line in main for text in (line.removeprefix("- "), line)}


def headings(tree: HtmlElement) -> frozenset[str]:
    """The lines that a page marks as headings, whether they are of its text or not; no links to other pages."""
    found = (heading for heading in tree.iter(*HEADINGS) if not _is_link(heading))
    return frozenset(" ".join(heading.text_content().split()) for heading in found)


def _is_link(heading: HtmlElement) -> bool:
    """Whether a link stands in a heading, or a heading in a link."""
    return heading.find(".//a[@href]") is not None or next(heading.iterancestors("a"), None) is not None


def _siblings(tree: HtmlElement, kept: Collection[str]) -> set[str]:
    """The sentences that stand beside paragraphs of the text, two at least, in one element."""
    found: set[str] = set()
    for parent in {paragraph.getparent() for paragraph in tree.iter("p")}:
        texts = [" ".join(paragraph.text_content().split()) for paragraph in parent.findall("p")]
        if sum(text in kept for text in texts) > 1:
            found.update(text for text in texts if is_sentence(text))
    return found - set(kept)


def _entries(tree: HtmlElement, kept: Collection[str]) -> set[str]:
    """The sentences and headings of the entries of live coverage, of which one holds text that was taken.

    An entry is one of several elements of a kind side by side; one with a great heading is another article.
    """
    holding = set[HtmlElement]()
    for element in (each for each in tree.iter("p", "li") if " ".join(each.text_content().split()) in kept):
        holding.update(takewhile(lambda each: each not in holding, element.iterancestors(*ENTRIES)))
    found = set[str]()
    for parent in {element.getparent() for element in holding}:
        for entries in _of_a_kind(parent):
            others = [entry for entry in entries if entry not in holding]
            if len(others) < len(entries) and not any(entry.find(".//h1") is not None for entry in others):
                found.update(text for entry in others for text in _told(entry))
    return found - set(kept)


def _of_a_kind(parent: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The elements within another that have a name and a first class in common, where they are several."""
    kinds = defaultdict[tuple[str, str], list[HtmlElement]](list)
    for element in parent.iterchildren(*ENTRIES):
        kinds[element.tag, next(iter(element.get("class", "").split()), "")].append(element)
    return (entries for (_, name), entries in kinds.items() if name and len(entries) >= FEWEST_ENTRIES)


def _told(entry: HtmlElement) -> Iterator[str]:
    """The sentences of an entry, and the headings right above them."""
    heading = ""
    for element in entry.iter("p", "li", *HEADINGS):
        text = " ".join(element.text_content().split())
        if element.tag in HEADINGS:
            heading = text
        elif is_sentence(text):
            yield from (heading, text) if heading else (text,)
            heading = ""


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence of the article."""
    line = make_line(text)
    return line.is_terminated and not (has_credit(line) or is_talk(line) or note_sign(line))
